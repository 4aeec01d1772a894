//! The matrix of themes and counties: three states with names, never counts.

use super::prose;
use crate::{
    document::{Align, Cell, Column, Inline, MatrixItem, Presence, Row, RowKind, Table},
    model::{County, Initiative, Model, Theme},
};

/// Names shown in a cell; the rest is in the county's own briefing.
const SHOWN: usize = 2;

/// Most counties that stand side by side.
pub(super) const SIDE_BY_SIDE: usize = 6;

/// The matrix of all themes that at least one county reports on, in as many tables of like width as the counties need.
pub(super) fn tables(model: &Model, counties: &[&County]) -> Vec<Table> {
    let tables = counties.len().div_ceil(SIDE_BY_SIDE).max(1);
    let each = counties.len().div_ceil(tables).max(1);
    let parts = counties.chunks(each);
    parts
        .map(|part| {
            let mut table = table(model, part);
            if let ([first, .., last], true) = (part, tables > 1) {
                let which = format!("：{}至{}", first.name, last.name);
                table.caption.push(Inline::plain(which));
            }
            table
        })
        .collect()
}

fn table(model: &Model, counties: &[&County]) -> Table {
    let rows = model.themes.iter().filter(|theme| {
        counties
            .iter()
            .any(|county| presence(county, theme) != Presence::Absent)
    });
    Table {
        number: String::new(),
        caption: vec![Inline::plain("主题与做法对照")],
        columns: columns(counties),
        rows: rows.map(|theme| row(theme, counties)).collect(),
        notes: vec![vec![Inline::plain(
            "注：“材料未载”只说明所收报道没有写到；各格只列一部分做法，其余见各县材料。",
        )]],
    }
}

fn columns(counties: &[&County]) -> Vec<Column> {
    let each = 840 / u16::try_from(counties.len()).expect("invariant: at most a dozen counties");
    let stub =
        1000 - each * u16::try_from(counties.len()).expect("invariant: at most a dozen counties");
    let mut columns = vec![Column {
        id: "theme".to_owned(),
        head: vec![Inline::plain("主题")],
        align: Align::Start,
        width: stub,
    }];
    columns.extend(counties.iter().map(|county| Column {
        id: county.id.to_string(),
        head: vec![Inline::plain(&county.name)],
        align: Align::Center,
        width: each,
    }));
    columns
}

fn row(theme: &Theme, counties: &[&County]) -> Row {
    let mut cells = vec![Cell::Lines {
        lines: vec![vec![Inline::plain(&theme.name)]],
    }];
    cells.extend(counties.iter().map(|county| cell(county, theme)));
    Row {
        id: theme.id.to_string(),
        kind: RowKind::Data,
        cells,
    }
}

fn cell(county: &County, theme: &Theme) -> Cell {
    let initiatives = on_theme(county, theme);
    let mut items: Vec<MatrixItem> = initiatives
        .iter()
        .take(SHOWN)
        .map(|initiative| MatrixItem {
            tag: initiative.level.tag().map(str::to_owned),
            text: prose::runs(county, &initiative.name),
        })
        .collect();
    if initiatives.len() > SHOWN
        && let Some(last) = items.last_mut()
    {
        last.text.push(Inline::plain("等"));
    }
    if items.is_empty() {
        items.push(MatrixItem {
            tag: None,
            text: vec![Inline::plain("材料未载")],
        });
    }
    Cell::Items {
        presence: presence(county, theme),
        items,
    }
}

/// What a county's material says on a theme.
pub(super) fn presence(county: &County, theme: &Theme) -> Presence {
    let initiatives = on_theme(county, theme);
    match initiatives.first() {
        None => Presence::Absent,
        Some(first) if first.level.tag().is_none() => Presence::County,
        Some(_) => Presence::Local,
    }
}

/// A county's initiatives on a theme: those of the county first, then those whose main theme it is.
pub(super) fn on_theme<'c>(county: &'c County, theme: &Theme) -> Vec<&'c Initiative> {
    let mut on: Vec<&Initiative> = county
        .initiatives
        .iter()
        .filter(|initiative| initiative.themes.contains(&theme.id))
        .collect();
    on.sort_by_key(|initiative| {
        (
            initiative.level.tag().is_some(),
            initiative.themes[0] != theme.id,
        )
    });
    on
}
