//! The files of a workspace as data editors write them.

use std::fmt::Write as _;

use super::{
    entry::{
        Chart, County, Derived, Doubt, Figure, Initiative, Labelled, Plot, Relation, Statement,
        TextDoubt,
    },
    places::Place,
};

/// YAML that grows line by line.
#[derive(Debug, Default)]
pub(crate) struct Yaml {
    pub(crate) text: String,
}

impl Yaml {
    /// A line with so many blanks before it.
    pub(crate) fn line(&mut self, indent: usize, text: &str) {
        writeln!(self.text, "{:indent$}{text}", "").expect("memory suffices");
    }

    /// A key with a short text.
    pub(crate) fn entry(&mut self, indent: usize, key: &str, value: &str) {
        self.line(indent, &format!("{key}: {}", scalar(value)));
    }

    /// A key with a short text that may be absent.
    pub(crate) fn maybe(&mut self, indent: usize, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.entry(indent, key, value);
        }
    }

    /// A key with prose in a block of its own.
    fn prose(&mut self, indent: usize, key: &str, text: &str) {
        self.line(indent, &format!("{key}: >-"));
        self.line(indent + 2, text);
    }

    /// A list on one line.
    pub(crate) fn list<T: AsRef<str>>(&mut self, indent: usize, key: &str, items: &[T]) {
        if !items.is_empty() {
            self.line(indent, &format!("{key}: {}", flow(items)));
        }
    }
}

/// `[a, b]`
fn flow<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<String> = items.iter().map(|item| in_flow(item.as_ref())).collect();
    format!("[{}]", items.join(", "))
}

/// Text in quotes where YAML would read it as something else.
pub(crate) fn scalar(text: &str) -> String {
    let first = text.chars().next();
    let plain = first.is_some_and(|c| c.is_ascii_alphanumeric() || !c.is_ascii());
    let number = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let ends = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    if plain && !number && !ends {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// The same within `[…]` and `{…}`.
pub(crate) fn in_flow(text: &str) -> String {
    if text.contains([',', '[', ']', '{', '}', '%', '#', ':', '"']) {
        quoted(text)
    } else {
        scalar(text)
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A county file.
pub(crate) fn county(county: &County) -> String {
    let mut yaml = Yaml::default();
    yaml.line(0, "county:");
    yaml.entry(2, "id", &county.names.id);
    yaml.line(2, &format!("code: \"{}\"", county.names.code));
    yaml.entry(2, "name", &county.names.name);
    yaml.entry(2, "city", &county.names.city);
    section(&mut yaml, "places", &county.places, place);
    section(&mut yaml, "summary", &county.summary, |yaml, one| {
        statement(yaml, 2, one);
    });
    section(&mut yaml, "background", &county.background, |yaml, one| {
        statement(yaml, 2, one);
    });
    section(&mut yaml, "initiatives", &county.initiatives, initiative);
    section(&mut yaml, "figures", &county.figures, figure);
    section(&mut yaml, "derived", &county.derived, derived);
    section(&mut yaml, "charts", &county.charts, chart);
    section(&mut yaml, "doubts", &county.doubts, text_doubt);
    yaml.text
}

fn section<T>(yaml: &mut Yaml, key: &str, entries: &[T], write: impl Fn(&mut Yaml, &T)) {
    if !entries.is_empty() {
        yaml.line(0, &format!("{key}:"));
    }
    for entry in entries {
        write(yaml, entry);
    }
}

fn place(yaml: &mut Yaml, place: &Place) {
    yaml.entry(2, "- id", &place.id);
    yaml.entry(4, "name", &place.name);
    yaml.entry(4, "level", place.level);
    yaml.maybe(4, "parent", place.parent.as_deref());
}

fn statement(yaml: &mut Yaml, indent: usize, statement: &Statement) {
    yaml.entry(indent, "- kind", statement.kind);
    let indent = indent + 2;
    yaml.entry(indent, "modality", statement.modality);
    lines(yaml, indent, &statement.lines);
    yaml.maybe(indent, "source", statement.source.as_deref());
    yaml.maybe(indent, "place", statement.place.as_deref());
    yaml.prose(indent, "text", &statement.text);
}

/// A single number stands bare, anything else in quotes.
fn lines(yaml: &mut Yaml, indent: usize, lines: &str) {
    let bare = lines.bytes().all(|b| b.is_ascii_digit());
    let shown = if bare {
        lines.to_owned()
    } else {
        quoted(lines)
    };
    yaml.line(indent, &format!("lines: {shown}"));
}

fn initiative(yaml: &mut Yaml, initiative: &Initiative) {
    yaml.entry(2, "- id", &initiative.id);
    yaml.entry(4, "name", &initiative.name);
    yaml.prose(4, "gist", &initiative.gist);
    yaml.list(4, "themes", &initiative.themes);
    yaml.entry(4, "level", initiative.level);
    yaml.maybe(4, "place", initiative.place.as_deref());
    yaml.list(4, "actors", &initiative.actors);
    period(yaml, initiative.period.as_deref());
    yaml.entry(4, "source", &initiative.source);
    lines(yaml, 4, &initiative.lines);
    yaml.line(4, "how:");
    for (facet, word, line) in &initiative.how {
        yaml.line(6, &format!("- {{{facet}: {word}, lines: {line}}}"));
    }
    yaml.list(4, "figures", &initiative.figures);
    yaml.line(4, "statements:");
    for one in &initiative.statements {
        statement(yaml, 6, one);
    }
}

fn period(yaml: &mut Yaml, period: Option<&str>) {
    let shown = period.map_or_else(|| "null".to_owned(), quoted);
    yaml.line(4, &format!("period: {shown}"));
}

fn figure(yaml: &mut Yaml, figure: &Figure) {
    let quantity = &figure.quantity;
    yaml.entry(2, "- id", &figure.id);
    yaml.entry(4, "name", &figure.name);
    yaml.maybe(4, "indicator", figure.indicator);
    yaml.maybe(4, "differs", figure.differs);
    let value = quantity
        .value
        .map_or_else(|| "null".to_owned(), |value| value.to_string());
    yaml.line(4, &format!("value: {value}"));
    if let Some(max) = quantity.max {
        yaml.line(4, &format!("value_max: {max}"));
    }
    yaml.entry(4, "unit", quantity.unit);
    if quantity.qualifier != "exact" {
        yaml.entry(4, "qualifier", quantity.qualifier);
    }
    yaml.maybe(4, "wording", quantity.wording.as_deref());
    period(yaml, figure.period.as_deref());
    yaml.maybe(4, "basis", figure.basis);
    yaml.maybe(4, "subject", figure.subject.as_deref());
    if figure.target {
        yaml.line(4, "target: true");
    }
    if figure.change {
        yaml.line(4, "change: true");
    }
    yaml.maybe(4, "part_of", figure.part_of.as_deref());
    yaml.line(4, "source:");
    let (source, line) = &figure.places[0];
    yaml.entry(6, "id", source);
    yaml.line(6, &format!("lines: {line}"));
    yaml.entry(6, "printed", &quantity.printed);
    if figure.places.len() > 1 {
        yaml.line(6, "also:");
    }
    for (source, line) in &figure.places[1..] {
        yaml.line(8, &format!("- {{id: {source}, lines: {line}}}"));
    }
    if let Some(check) = &figure.check {
        yaml.line(4, &format!("check: {}", relation(check)));
    }
    if let Some(one) = &figure.doubt {
        yaml.line(4, "doubt:");
        doubt(yaml, 6, one);
    }
}

/// `{ratio: [a, b]}`
fn relation(relation: &Relation) -> String {
    match (relation.word, relation.operands.as_slice()) {
        ("parts", [term]) => format!("{{parts: {term}}}"),
        (word, operands) => format!("{{{word}: {}}}", flow(operands)),
    }
}

fn doubt(yaml: &mut Yaml, indent: usize, doubt: &Doubt) {
    yaml.entry(indent, "code", doubt.code);
    yaml.entry(indent, "severity", doubt.severity);
    yaml.entry(indent, "treatment", doubt.treatment);
    if let Some(note) = &doubt.note {
        yaml.prose(indent, "note", note);
    }
    yaml.maybe(indent, "right", doubt.right.as_deref());
}

fn derived(yaml: &mut Yaml, derived: &Derived) {
    yaml.entry(2, "- id", &derived.id);
    yaml.entry(4, "name", &derived.name);
    yaml.entry(4, "unit", derived.unit);
    yaml.line(4, &format!("decimals: {}", derived.decimals));
    period(yaml, derived.period.as_deref());
    yaml.maybe(4, "subject", derived.subject.as_deref());
    yaml.line(4, &format!("formula: {}", relation(&derived.formula)));
}

fn chart(yaml: &mut Yaml, chart: &Chart) {
    yaml.entry(2, "- id", &chart.id);
    yaml.entry(4, "title", &chart.title);
    match &chart.plot {
        Plot::Single(kind, bars) => {
            yaml.line(4, &format!("kind: {kind}"));
            labelled(yaml, bars);
        }
        Plot::Share(parts, whole) => {
            yaml.line(4, "kind: share");
            labelled(yaml, parts);
            yaml.entry(4, "of", whole);
        }
        Plot::Slope(row, [before, after]) => {
            yaml.line(4, "kind: slope");
            yaml.line(4, &format!("rows: [{row}]"));
            yaml.line(4, "series:");
            yaml.line(6, &format!("- {{name: 上年, figures: [{before}]}}"));
            yaml.line(6, &format!("- {{name: 当年, figures: [{after}]}}"));
        }
    }
    yaml.maybe(4, "note", chart.note);
}

fn labelled(yaml: &mut Yaml, figures: &[Labelled]) {
    let ids: Vec<&String> = figures.iter().map(|(id, _)| id).collect();
    yaml.list(4, "figures", &ids);
    let mut labels = figures
        .iter()
        .filter_map(|(id, label)| Some((id, label.as_ref()?)))
        .peekable();
    if labels.peek().is_some() {
        yaml.line(4, "labels:");
    }
    for (id, label) in labels {
        yaml.entry(6, id, label);
    }
}

fn text_doubt(yaml: &mut Yaml, text: &TextDoubt) {
    yaml.entry(2, "- id", &text.id);
    yaml.entry(4, "source", &text.source);
    lines(yaml, 4, &text.lines);
    yaml.maybe(4, "printed", text.printed.as_deref());
    doubt(yaml, 4, &text.doubt);
}
