//! The facts of a comparison's first page.

use super::{ComposeError, evidence, indicators, prose, reasons};
use crate::{
    document::{Block, BlockId, Body, Inline, KeyFact},
    model::{Comparable, Model, Number, Row},
    template::Templates,
};

/// As many as fit on the first page.
const SHOWN: usize = 3;
/// The key stands in a column of this many half-width characters.
const KEY_WIDTH: usize = 11;

/// Makes the facts: the first rows that the engine lets be compared and whose key is short enough.
pub(super) fn facts(
    model: &Model,
    templates: &Templates,
    report: &str,
    rows: &[Row<'_>],
) -> Result<Vec<Block>, ComposeError> {
    let compared = rows.iter().filter_map(|row| Some((row, row.comparable()?)));
    compared
        .filter(|(row, values)| width(&key(row, values)) <= KEY_WIDTH)
        .take(SHOWN)
        .map(|(row, values)| fact(model, templates, report, row, values))
        .collect()
}

fn fact(
    model: &Model,
    templates: &Templates,
    report: &str,
    row: &Row<'_>,
    values: &Comparable<'_>,
) -> Result<Block, ComposeError> {
    let indicator = row.indicator;
    let counties = values.values().iter().map(|value| value.county);
    let names: Vec<&str> = counties.map(|county| county.name.as_str()).collect();
    Ok(Block {
        id: BlockId::new(format!("{report}.fact.{}", indicator.id)),
        body: Body::KeyFact(KeyFact {
            key: key(row, values),
            unit: vec![Inline::plain(format!(
                "{}，{}",
                indicator.unit, indicator.name
            ))],
            title: vec![Inline::plain(format!(
                "{}：{}有数",
                indicator.name,
                names.join("、")
            ))],
            text: text(values),
            verdict: indicators::verdict(row.comparison.verdict),
            caveat: reasons::runs(model, templates, row)?,
        }),
    })
}

/// The values in the order of the counties: `244/210`.
fn key(row: &Row<'_>, values: &Comparable<'_>) -> Vec<Inline> {
    let mut key = Vec::new();
    for value in values.values() {
        if !key.is_empty() {
            key.push(Inline::plain("/"));
        }
        key.push(prose::number(
            value.county,
            Number::Figure(value.figure),
            indicators::shape(row.indicator, value.figure),
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
fn text(values: &Comparable<'_>) -> Vec<Inline> {
    let values = values.values().iter();
    let mut runs = evidence::listed(values.map(|value| (value.county, value.figure)));
    runs.push(Inline::plain("。"));
    runs
}
