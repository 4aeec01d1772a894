//! Line numbers lead to what they are said to: a line that the text has and that is not blank, within the initiative's, and
//! with the figures that are mentioned.

use super::{by_source::by_source, listed::is_confirmed};
use crate::{
    diagnostic::{Code, Finding, Focus},
    model::{
        County, Figure, FigureId, IndexLine, Initiative, Lines, Model, Prose, Segment, SourceId,
        SourceText, Statement,
    },
    span::Span,
    threads,
};

/// Reports line numbers that a text does not have, or that are blank in it.
pub(super) fn exist<'m>(model: &'m Model, counties: &[&'m County]) -> Vec<Finding> {
    let mut named = by_source(counties.iter().copied(), of_county);
    for place in model.terms.iter().filter_map(|term| term.place.as_ref()) {
        named.entry(&place.source).or_default().push(Named {
            lines: &place.lines,
            span: place.span,
        });
    }
    let of_sources = threads::map(model.sources.values(), |source| {
        let named = named.get(&source.id).map_or(&[][..], Vec::as_slice);
        let mut findings = outside(source, named);
        findings.extend(blank(source, named));
        findings
    });
    of_sources.into_iter().flatten().collect()
}

/// Lines that something is said to stand on.
struct Named<'m> {
    lines: &'m Lines,
    span: Span,
}

fn of_county(county: &County) -> Vec<(&SourceId, Named<'_>)> {
    let figures = county.figures.iter();
    let of_figures = figures.flat_map(|figure| std::iter::once(&figure.source).chain(&figure.also));
    let of_doubts = county.doubts.iter().map(|doubt| &doubt.place);
    let of_places = of_figures
        .chain(of_doubts)
        .map(|place| (&place.source, &place.lines, place.span));
    let of_statements = county.statements().map(|statement| {
        let span = statement.keys.of("lines");
        (&statement.source, &statement.lines, span)
    });
    let of_initiatives = county.initiatives.iter().map(|initiative| {
        let span = initiative.keys.of("lines");
        (&initiative.source, &initiative.lines, span)
    });
    let all = of_places.chain(of_statements).chain(of_initiatives);
    all.map(|(source, lines, span)| (source, Named { lines, span }))
        .collect()
}

/// Lines beyond the end. Where several places agree on more lines than the header has, the header is wrong.
fn outside(source: &SourceText, named: &[Named<'_>]) -> Vec<Finding> {
    let of_index = source.index.iter().flatten();
    let of_index = of_index.map(|line| (line.line, line.line_at, line.line.to_string()));
    let of_data = named
        .iter()
        .map(|named| (named.lines.last(), named.span, named.lines.to_string()));
    let beyond: Vec<(u32, Span, String)> = of_index
        .chain(of_data)
        .filter(|(last, ..)| *last > source.lines)
        .collect();
    if let [(_, first, _), _, ..] = beyond.as_slice() {
        let most = beyond.iter().map(|(last, ..)| *last).max().unwrap_or(0);
        let message = format!(
            "source `{}` has {} lines, but line `{most}` and others beyond are named",
            source.id, source.lines
        );
        return vec![
            Finding::error(Code::LinesOutside, source.keys.of("lines"), message)
                .with_related(*first, "for one here")
                .with_help("correct `lines` here; `briefings index FILE` counts them"),
        ];
    }
    let findings = beyond.into_iter().map(|(_, span, lines)| {
        let message = format!(
            "lines `{lines}` reach beyond the {} lines of source `{}`",
            source.lines, source.id
        );
        Finding::error(Code::LinesOutside, span, message)
            .with_help("correct the line numbers, or `lines` in the source's header")
    });
    findings.collect()
}

/// Ranges that begin or end on a line that the index, which has all others, does not have.
fn blank(source: &SourceText, named: &[Named<'_>]) -> Vec<Finding> {
    let index = source.index.as_deref().unwrap_or_default();
    let Some(last) = index.last() else {
        return Vec::new();
    };
    let absent = |line: &u32| *line <= source.lines && !has(index, *line);
    let blank = named
        .iter()
        .filter_map(|named| Some((named.lines.ends().find(absent)?, named.span)));
    let (beyond, blank): (Vec<_>, Vec<_>) = blank.partition(|(line, _)| *line > last.line);
    let mut findings = Vec::new();
    if let [(_, first), _, ..] = beyond.as_slice() {
        let message = format!(
            "the index of source `{}` ends with line `{}`, but lines behind it are named",
            source.id, last.line
        );
        findings.push(
            Finding::error(Code::IndexMismatch, last.line_at, message)
                .with_related(*first, "for one here")
                .with_help(
                    "draft the index again with `briefings index FILE`, which keeps what is known",
                ),
        );
    } else {
        findings.extend(
            beyond
                .into_iter()
                .map(|(line, span)| told_blank(source, line, span)),
        );
    }
    findings.extend(
        blank
            .into_iter()
            .map(|(line, span)| told_blank(source, line, span)),
    );
    findings
}

fn has(index: &[IndexLine], line: u32) -> bool {
    index.iter().any(|entry| entry.line == line)
}

fn told_blank(source: &SourceText, line: u32, span: Span) -> Finding {
    let message = format!("line `{line}` of source `{}` is blank", source.id);
    Finding::error(Code::LinesOutside, span, message)
        .with_help("name the lines that tell of this; blank lines count too")
}

/// Whether a text has these lines, as far as its index can tell; otherwise that is told, and nothing else about them.
pub(super) fn are_there(source: &SourceText, lines: &Lines) -> bool {
    let index = source.index.as_deref().unwrap_or_default();
    lines.last() <= source.lines && lines.ends().all(|line| has(index, line))
}

/// Reports statements outside their initiative, and mentions of figures that stand on other lines.
pub(super) fn fit(county: &County, model: &Model) -> Vec<Finding> {
    let mut findings = Vec::new();
    for initiative in &county.initiatives {
        for statement in &initiative.statements {
            findings.extend(within(county, initiative, statement));
        }
        let whole = Told {
            source: &initiative.source,
            lines: &initiative.lines,
        };
        findings.extend(mentions(county, model, &initiative.gist, &whole));
        findings.extend(of_list(county, model, initiative, &whole));
    }
    for statement in county.statements() {
        findings.extend(of_statement(county, model, statement));
    }
    findings
}

fn of_statement(county: &County, model: &Model, statement: &Statement) -> Vec<Finding> {
    let told = Told {
        source: &statement.source,
        lines: &statement.lines,
    };
    let mentions = mentions(county, model, &statement.text, &told);
    let references = statement.text.references();
    let figures = references.filter(|reference| county.figure(&reference.figure).is_some());
    if mentions.is_empty() || mentions.len() < figures.count() {
        return mentions;
    }
    // Where none of its figures stands on its lines, the lines are wrong.
    let message = format!(
        "the figures that this statement mentions stand on other lines than `{}` of `{}`",
        statement.lines, statement.source
    );
    let place = statement.keys.of("lines");
    let finding = Finding::error(Code::FigureElsewhere, place, message).with_help(
        "correct `lines:`, or `source:` where the statement is of another text than the first",
    );
    let related = mentions
        .into_iter()
        .next()
        .and_then(|mention| mention.related);
    vec![Finding { related, ..finding }]
}

/// Where something is told.
struct Told<'m> {
    source: &'m SourceId,
    lines: &'m Lines,
}

impl Told<'_> {
    /// Whether a figure is taken from these lines.
    fn holds(&self, figure: &Figure) -> bool {
        let mut places = std::iter::once(&figure.source).chain(&figure.also);
        places.any(|place| place.source == *self.source && place.lines.meet(self.lines))
    }
}

/// A statement that is told on other lines than its initiative.
fn within(county: &County, initiative: &Initiative, statement: &Statement) -> Option<Finding> {
    if statement.source != initiative.source || statement.lines.within(&initiative.lines) {
        return None;
    }
    // Where the statement's figures stand on its lines, those are right.
    let right = statement.text.references().any(|reference| {
        let figure = county.figure(&reference.figure);
        figure.is_some_and(|figure| {
            let place = &figure.source;
            place.lines.within(&statement.lines) && !place.lines.within(&initiative.lines)
        })
    });
    let (own, others) = (statement.keys.of("lines"), initiative.keys.of("lines"));
    let message = format!(
        "a statement stands on lines `{}`, its initiative `{}` on `{}`",
        statement.lines, initiative.id, initiative.lines
    );
    let (place, other, label) = match right {
        true => (others, own, "the statement's lines"),
        false => (own, others, "the initiative's lines"),
    };
    Some(
        Finding::error(Code::LinesOutside, place, message)
            .with_related(other, label)
            .with_help("an initiative names all lines that tell of it, a statement some of them"),
    )
}

/// Figures mentioned in prose that stand on none of its lines.
fn mentions(county: &County, model: &Model, prose: &Prose, told: &Told<'_>) -> Vec<Finding> {
    let written = prose.written();
    let mut findings = Vec::new();
    for (at, segment) in prose.places() {
        let Segment::Figure(reference) = segment else {
            continue;
        };
        let id = reference.figure.as_str();
        let elsewhere = elsewhere(county, model, &reference.figure, told, prose.span);
        let focus = || Focus::at(written, at + '{'.len_utf8(), id);
        findings.extend(elsewhere.map(|finding| finding.with_focus(focus())));
    }
    findings
}

/// The same of the figures that an initiative lists.
fn of_list(
    county: &County,
    model: &Model,
    initiative: &Initiative,
    told: &Told<'_>,
) -> Vec<Finding> {
    let place = initiative.keys.of("figures");
    let figures = initiative.figures.iter();
    let findings = figures.filter_map(|id| {
        let finding = elsewhere(county, model, id, told, place)?;
        Some(finding.with_focus(id.as_str()))
    });
    findings.collect()
}

fn elsewhere(
    county: &County,
    model: &Model,
    id: &FigureId,
    told: &Told<'_>,
    place: Span,
) -> Option<Finding> {
    let figure = county.figure(id)?;
    let own = &figure.source;
    // A figure that is not where it says is told there.
    if told.holds(figure) || !is_confirmed(model, figure, own) {
        return None;
    }
    let message = format!(
        "`{id}` stands on line `{}` of `{}`, not on `{}` of `{}` that this is told on",
        own.lines, own.source, told.lines, told.source
    );
    Some(
        Finding::error(Code::FigureElsewhere, place, message)
            .with_related(own.span, "the figure's lines")
            .with_help("name the figure's line here too, or mention the figure that is meant"),
    )
}
