//! The facts of a comparison's first page.

use super::{ComposeError, indicators, prose, reasons};
use crate::{
    document::{Block, BlockId, Body, Inline, KeyFact, Role},
    model::{self, County, Figure, Model, Number, Shape, Verdict},
    template::Templates,
};

/// As many as fit on the first page.
const SHOWN: usize = 3;
/// The key stands in a column of this many half-width characters.
const KEY_WIDTH: usize = 11;

/// Makes the facts: the first rows that may be compared and whose key is short enough.
pub(super) fn facts(
    model: &Model,
    templates: &Templates,
    report: &str,
    rows: &[model::Row<'_>],
) -> Result<Vec<Block>, ComposeError> {
    let shown = rows.iter().filter(|row| {
        matches!(
            row.comparison.verdict,
            Verdict::Comparable | Verdict::WithCaveats
        ) && width(&key(row)) <= KEY_WIDTH
    });
    shown
        .take(SHOWN)
        .map(|row| fact(model, templates, report, row))
        .collect()
}

fn fact(
    model: &Model,
    templates: &Templates,
    report: &str,
    row: &model::Row<'_>,
) -> Result<Block, ComposeError> {
    let names: Vec<&str> = present(row)
        .map(|(county, _)| county.name.as_str())
        .collect();
    Ok(Block {
        id: BlockId::new(format!("{report}.fact.{}", row.indicator.id)),
        body: Body::KeyFact(KeyFact {
            key: key(row),
            unit: vec![Inline::plain(format!(
                "{}，{}",
                row.indicator.unit, row.indicator.name
            ))],
            title: vec![Inline::plain(format!(
                "{}：{}有数",
                row.indicator.name,
                names.join("、")
            ))],
            text: values(row),
            verdict: indicators::verdict(row.comparison.verdict),
            caveat: reasons::runs(model, templates, row)?,
        }),
    })
}

fn present<'r, 'm>(row: &'r model::Row<'m>) -> impl Iterator<Item = (&'m County, &'m Figure)> + 'r {
    row.values
        .iter()
        .filter_map(|(county, figure)| Some((*county, (*figure)?)))
}

/// The values in the order of the counties: `244/210`.
fn key(row: &model::Row<'_>) -> Vec<Inline> {
    let mut key = Vec::new();
    for (county, figure) in present(row) {
        if !key.is_empty() {
            key.push(Inline::plain("/"));
        }
        key.push(prose::number(
            county,
            Number::Figure(figure),
            indicators::shape(row.indicator, figure),
        ));
    }
    key
}

fn width(runs: &[Inline]) -> usize {
    runs.iter()
        .flat_map(|run| run.text.chars())
        .map(|c| if c.is_ascii() { 1 } else { 2 })
        .sum()
}

/// Each county's value with its period.
fn values(row: &model::Row<'_>) -> Vec<Inline> {
    let mut runs = listed(row);
    runs.push(Inline::plain("。"));
    runs
}

/// Each county's value with its period, then the counties without one.
pub(super) fn evidence(row: &model::Row<'_>) -> Vec<Inline> {
    let mut runs = listed(row);
    let missing: Vec<&str> = row
        .values
        .iter()
        .filter(|(_, figure)| figure.is_none())
        .map(|(county, _)| county.name.as_str())
        .collect();
    if !missing.is_empty() {
        runs.push(Inline::plain(format!("；{}材料未载", missing.join("、"))));
    }
    runs
}

fn listed(row: &model::Row<'_>) -> Vec<Inline> {
    let mut runs = Vec::new();
    for (county, figure) in present(row) {
        if !runs.is_empty() {
            runs.push(Inline::plain("、"));
        }
        runs.push(Inline::plain(&county.name));
        runs.push(prose::number(county, Number::Figure(figure), Shape::Full));
        if let Some(period) = figure.period {
            runs.push(Inline::plain("（"));
            runs.push(Inline::new(period.printed(), Role::Date));
            runs.push(Inline::plain("）"));
        }
    }
    runs
}
