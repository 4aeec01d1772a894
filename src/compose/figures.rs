//! The tables of figures: those of the county by theme, the others by place.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    groups::{Group, Sections},
    lists::Sources,
    prose,
};
use crate::{
    document::{Align, Cell, Column, Inline, Role, Row, RowKind, Table, plain_text},
    model::{County, Derived, Figure, Number, PlaceId, Shape},
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
    county: &County,
    sections: &Sections<'_>,
    sources: &Sources<'_>,
    doubts: &BTreeMap<String, Inline>,
) -> Tables {
    let maker = Maker {
        county,
        sources,
        doubts,
    };
    Tables {
        county: maker.table(CountyTable, &sections.county),
        local: maker.table(LocalTable, &sections.local),
    }
}

/// The columns of the table of figures that a comparison cites.
pub(super) fn cited_columns() -> Vec<Column> {
    columns::<LocalTable>()
}

/// The rows of one county in that table: its heading and the figures and derived numbers of these full ids.
pub(super) fn cited_rows(
    county: &County,
    sources: &Sources<'_>,
    wanted: &BTreeSet<String>,
) -> Vec<Row> {
    let none = BTreeMap::new();
    let maker = Maker {
        county,
        sources,
        doubts: &none,
    };
    let full = |id: &str| format!("{}/{id}", county.id);
    // A county's own ids would meet those of the others in one table.
    let named = |row: Row| Row {
        id: full(&row.id),
        ..row
    };
    let figures = county.figures.iter();
    let figures = figures.filter(|figure| wanted.contains(&full(figure.id.as_str())));
    let derived = county.derived.iter();
    let derived = derived.filter(|derived| wanted.contains(&full(derived.id.as_str())));
    let mut rows: Vec<Row> = figures
        .map(|figure| named(maker.figure_row::<LocalTable>(figure, &[])))
        .chain(derived.map(|derived| named(maker.derived_row::<LocalTable>(derived))))
        .collect();
    if !rows.is_empty() {
        rows.insert(0, group_row(county.id.as_str(), &county.name));
    }
    rows
}

fn group_row(id: &str, name: &str) -> Row {
    Row {
        id: format!("group-{id}"),
        kind: RowKind::Group,
        cells: vec![text(vec![Inline::plain(name)])],
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
    const WIDTHS: [u16; 6] = [300, 150, 95, 185, 140, 130];
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
            rows.push(group_row(&group.id, &group.name));
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
                "注：“—”表示原文未注明；“推算”表示按所列算式由表中数据算出；来源栏方括号后为原文行号。",
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
        if figure.target && !says_so(&name) {
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
        // Digits line up; a numeral that the text writes in Chinese is a number in a table.
        let printed = number.quantity().in_digits().printed();
        let shown = Inline::new(
            printed.bare(),
            prose::number(self.county, number, Shape::Value).role,
        );
        let mut cells = vec![
            text(name),
            value(shown, printed.before(), printed.after()),
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

/// A name that says it speaks of something intended needs no further word.
fn says_so(name: &[Inline]) -> bool {
    let name = plain_text(name);
    ["目标", "计划", "规划", "预计", "拟"]
        .iter()
        .any(|word| name.contains(word))
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
