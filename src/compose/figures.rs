//! The tables of figures: those of the county by theme, the others by place.

use std::collections::BTreeMap;

use super::{lists::Sources, prose};
use crate::{
    document::{Align, Cell, Column, Inline, Role, Row, RowKind, Table},
    model::{County, Derived, Figure, Model, Number, PlaceId, Shape, Theme},
};

/// The two tables, each only when it has rows.
pub(super) struct Tables {
    /// 县级主要数据
    pub(super) county: Option<Table>,
    /// 乡村及其他单位数据
    pub(super) local: Option<Table>,
}

/// Makes the tables of a county.
pub(super) fn tables(
    model: &Model,
    county: &County,
    sources: &Sources<'_>,
    doubts: &BTreeMap<String, Inline>,
) -> Tables {
    let maker = Maker {
        county,
        sources,
        doubts,
    };
    let is_county = |subject: &PlaceId| subject.as_str() == PlaceId::COUNTY;
    let (own, local): (Vec<&Figure>, Vec<&Figure>) = county
        .figures
        .iter()
        .partition(|figure| is_county(&figure.subject));
    let (own_derived, local_derived): (Vec<&Derived>, Vec<&Derived>) = county
        .derived
        .iter()
        .partition(|derived| is_county(&derived.subject));
    Tables {
        county: maker.table(
            CountyTable,
            &grouped(theme_groups(model, county, &own), own, own_derived),
        ),
        local: maker.table(
            LocalTable,
            &grouped(place_groups(county, &local), local, local_derived),
        ),
    }
}

/// A group of rows with its heading.
struct Group<'c> {
    id: String,
    name: String,
    figures: Vec<&'c Figure>,
    derived: Vec<&'c Derived>,
}

/// Name and id of each figure's group, in the order of the groups.
struct Groups {
    order: Vec<(String, String)>,
    of: BTreeMap<String, String>,
}

fn grouped<'c>(
    groups: Groups,
    figures: Vec<&'c Figure>,
    derived: Vec<&'c Derived>,
) -> Vec<Group<'c>> {
    let mut all: Vec<Group<'c>> = groups
        .order
        .into_iter()
        .map(|(id, name)| Group {
            id,
            name,
            figures: Vec::new(),
            derived: Vec::new(),
        })
        .collect();
    let place = |id: &str| -> usize {
        let group = groups.of.get(id);
        let found = group.and_then(|group| all.iter().position(|known| known.id == *group));
        found.unwrap_or(0)
    };
    let figure_places: Vec<usize> = figures
        .iter()
        .map(|figure| place(figure.id.as_str()))
        .collect();
    let derived_places: Vec<usize> = derived
        .iter()
        .map(|derived| {
            derived
                .formula
                .operands
                .first()
                .map_or(0, |first| place(first.as_str()))
        })
        .collect();
    for (figure, at) in figures.into_iter().zip(figure_places) {
        all[at].figures.push(figure);
    }
    for (derived, at) in derived.into_iter().zip(derived_places) {
        all[at].derived.push(derived);
    }
    all.retain(|group| !group.figures.is_empty() || !group.derived.is_empty());
    for group in &mut all {
        group.figures = parts_behind_wholes(&group.figures);
    }
    all
}

/// A part stands right behind its whole, whatever the order of the file.
fn parts_behind_wholes<'c>(figures: &[&'c Figure]) -> Vec<&'c Figure> {
    let inside = |id: &crate::model::FigureId| figures.iter().any(|figure| figure.id == *id);
    let mut out = Vec::new();
    for figure in figures {
        if figure
            .part_of
            .as_ref()
            .is_none_or(|whole| !inside(whole) || *whole == figure.id)
        {
            push_with_parts(figure, figures, &mut out);
        }
    }
    out
}

fn push_with_parts<'c>(figure: &'c Figure, all: &[&'c Figure], out: &mut Vec<&'c Figure>) {
    out.push(figure);
    for part in all {
        let known = out.iter().any(|placed| placed.id == part.id);
        if part.part_of.as_ref() == Some(&figure.id) && !known {
            push_with_parts(part, all, out);
        }
    }
}

/// By the main theme of the initiative that speaks of the figure; what stands only in summary or background goes first.
fn theme_groups(model: &Model, county: &County, figures: &[&Figure]) -> Groups {
    let mut of: BTreeMap<String, String> = BTreeMap::new();
    for initiative in &county.initiatives {
        for id in initiative.mentioned() {
            of.entry(id.to_string())
                .or_insert_with(|| initiative.themes[0].to_string());
        }
    }
    // A figure that only a relation mentions belongs with its whole.
    for figure in figures {
        let whole = figure
            .part_of
            .as_ref()
            .and_then(|whole| of.get(whole.as_str()).cloned());
        if let Some(theme) = whole {
            of.entry(figure.id.to_string()).or_insert(theme);
        }
    }
    let first = ("general".to_owned(), "县情及其他".to_owned());
    let themes = model
        .themes
        .iter()
        .map(|Theme { id, name }| (id.to_string(), name.clone()));
    Groups {
        order: std::iter::once(first).chain(themes).collect(),
        of,
    }
}

/// By the outermost place below the county.
fn place_groups(county: &County, figures: &[&Figure]) -> Groups {
    let mut order: Vec<(String, String)> = Vec::new();
    let mut of = BTreeMap::new();
    for figure in figures {
        let root = outermost(county, &figure.subject);
        if !order.iter().any(|(id, _)| id == root.as_str()) {
            order.push((root.to_string(), county.place_name(&root)));
        }
        of.insert(figure.id.to_string(), root.to_string());
    }
    let position = |id: &str| {
        county
            .places
            .iter()
            .position(|place| place.id.as_str() == id)
    };
    order.sort_by_key(|(id, _)| position(id));
    Groups { order, of }
}

fn outermost(county: &County, id: &PlaceId) -> PlaceId {
    let parent = county.place(id).and_then(|place| place.parent.clone());
    match parent {
        Some(parent) if parent.as_str() != PlaceId::COUNTY && parent != *id => {
            outermost(county, &parent)
        }
        Some(_) | None => id.clone(),
    }
}

/// What the two tables differ in.
trait Shown {
    const CAPTION: &'static str;
    const WITH_SUBJECT: bool;
    /// Widths of name, value, unit, period, subject, source.
    const WIDTHS: [u16; 6];
}

struct CountyTable;
struct LocalTable;

impl Shown for CountyTable {
    const CAPTION: &'static str = "县级主要数据";
    const WITH_SUBJECT: bool = false;
    const WIDTHS: [u16; 6] = [400, 165, 100, 190, 0, 145];
}

impl Shown for LocalTable {
    const CAPTION: &'static str = "乡村及其他单位数据";
    const WITH_SUBJECT: bool = true;
    const WIDTHS: [u16; 6] = [335, 160, 80, 165, 130, 130];
}

struct Maker<'a> {
    county: &'a County,
    sources: &'a Sources<'a>,
    doubts: &'a BTreeMap<String, Inline>,
}

impl Maker<'_> {
    fn table<S: Shown>(&self, _: S, groups: &[Group<'_>]) -> Option<Table> {
        if groups.is_empty() {
            return None;
        }
        let mut rows = Vec::new();
        for group in groups {
            rows.push(Row {
                id: format!("group-{}", group.id),
                kind: RowKind::Group,
                cells: vec![text(vec![Inline::plain(&group.name)])],
            });
            rows.extend(
                group
                    .figures
                    .iter()
                    .map(|figure| self.figure_row::<S>(figure, &group.figures)),
            );
            rows.extend(
                group
                    .derived
                    .iter()
                    .map(|derived| self.derived_row::<S>(derived)),
            );
        }
        Some(Table {
            number: String::new(),
            caption: vec![Inline::plain(&self.county.name), Inline::plain(S::CAPTION)],
            columns: columns::<S>(),
            rows,
            notes: vec![vec![Inline::plain(
                "注：“—”为原文未载明；“推算”为按所列算式由表中数据得出；来源栏方括号后为原文行号。",
            )]],
        })
    }

    fn figure_row<S: Shown>(&self, figure: &Figure, group: &[&Figure]) -> Row {
        let part = figure
            .part_of
            .as_ref()
            .is_some_and(|whole| group.iter().any(|other| other.id == *whole));
        let mut name = prose::runs(self.county, &figure.name);
        if part {
            name.insert(0, Inline::plain("其中："));
        }
        if figure.target {
            name.push(Inline::plain("（目标）"));
        }
        name.extend(self.doubts.get(figure.id.as_str()).cloned());
        Row {
            id: figure.id.to_string(),
            kind: if part { RowKind::Part } else { RowKind::Data },
            cells: self.cells::<S>(
                name,
                Number::Figure(figure),
                figure.period.map(crate::model::Period::printed),
                &figure.subject,
                self.sources.mark(&figure.source),
            ),
        }
    }

    fn derived_row<S: Shown>(&self, derived: &Derived) -> Row {
        let formula = prose::formula(self.county, &derived.formula);
        let id = format!("{}/{}", self.county.id, derived.id);
        let source = vec![
            Inline::plain("推算 "),
            Inline::new(formula.clone(), Role::Derived { id, formula }),
        ];
        Row {
            id: derived.id.to_string(),
            kind: RowKind::Data,
            cells: self.cells::<S>(
                prose::runs(self.county, &derived.name),
                Number::Derived(derived),
                derived.period.map(crate::model::Period::printed),
                &derived.subject,
                source,
            ),
        }
    }

    fn cells<S: Shown>(
        &self,
        name: Vec<Inline>,
        number: Number<'_>,
        period: Option<String>,
        subject: &PlaceId,
        source: Vec<Inline>,
    ) -> Vec<Cell> {
        let printed = number.quantity().printed();
        let mut cells = vec![
            text(name),
            value(
                prose::number(self.county, number, Shape::Value),
                printed.before(),
                printed.after(),
            ),
            text(vec![Inline::plain(if printed.unit.is_empty() {
                "—"
            } else {
                &printed.unit
            })]),
            text(vec![period.map_or_else(
                || Inline::plain("—"),
                |period| Inline::new(period, Role::Date),
            )]),
        ];
        if S::WITH_SUBJECT {
            let name = self
                .county
                .place(subject)
                .map_or_else(String::new, |place| place.name.clone());
            cells.push(text(vec![Inline::plain(name)]));
        }
        cells.push(text(source));
        cells
    }
}

/// Widest number left and right of its point, in half-width characters, that a value column has room for.
const WIDEST: (usize, usize) = (7, 5);

/// A number aligned on its point, unless it is so wide that it would push the others aside.
fn value(number: Inline, before: String, after: String) -> Cell {
    if half_widths(&before) > WIDEST.0 || half_widths(&after) > WIDEST.1 {
        return text(vec![number]);
    }
    Cell::Value {
        value: number,
        before,
        after,
    }
}

fn half_widths(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn columns<S: Shown>() -> Vec<Column> {
    let heads = [
        ("name", "指标", Align::Start),
        ("value", "数值", Align::Decimal),
        ("unit", "单位", Align::Center),
        ("period", "时间", Align::Center),
        ("subject", "范围", Align::Center),
        ("source", "来源", Align::Center),
    ];
    let shown = heads
        .into_iter()
        .zip(S::WIDTHS)
        .filter(|((id, ..), _)| S::WITH_SUBJECT || *id != "subject");
    shown
        .map(|((id, head, align), width)| Column {
            id: id.to_owned(),
            head: vec![Inline::plain(head)],
            align,
            width,
        })
        .collect()
}

fn text(line: Vec<Inline>) -> Cell {
    Cell::Lines { lines: vec![line] }
}
