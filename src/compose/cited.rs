//! Where the numbers of a comparison come from: a table of every figure that the report prints, with its source.

use std::collections::BTreeSet;

use super::{figures, lists::Sources};
use crate::{
    document::{Block, Body, Inline, Table},
    model::{County, CountyId, Model},
};

/// The name of the table's block, of the heading above it and of the words between.
const BLOCKS: [&str; 3] = ["cited", "heading.cited", "cited.lead"];

/// The table before it is known what it lists.
pub(super) fn placeholder() -> Body {
    Body::Table(Table {
        number: String::new(),
        caption: vec![Inline::plain("所引数据及出处")],
        columns: figures::cited_columns(),
        rows: Vec::new(),
        notes: vec![vec![Inline::plain(
            "注：“—”为原文未载明；来源栏方括号后为原文行号。",
        )]],
    })
}

/// Fills the table with the figures that the other blocks mention; without any, table and heading go.
pub(super) fn fill(
    model: &Model,
    report: &CountyId,
    counties: &[&County],
    blocks: &mut Vec<Block>,
) {
    let mentioned = mentioned(blocks);
    let sources = Sources::of(model, report.as_str(), counties.iter().copied());
    let rows: Vec<_> = counties
        .iter()
        .flat_map(|county| figures::cited_rows(county, &sources, &mentioned))
        .collect();
    let is = |block: &Block, name: &str| block.id.as_str() == format!("{report}.{name}");
    if rows.is_empty() {
        blocks.retain(|block| !BLOCKS.iter().any(|name| is(block, name)));
        return;
    }
    for block in blocks {
        if is(block, BLOCKS[0])
            && let Body::Table(table) = &mut block.body
        {
            table.rows = rows;
            return;
        }
    }
}

/// The full ids of the figures and derived numbers that these blocks print.
fn mentioned(blocks: &[Block]) -> BTreeSet<String> {
    let pieces = blocks.iter().flat_map(Block::pieces);
    let runs = pieces.flat_map(|piece| piece.text);
    runs.filter_map(|run| run.role.bound_to().map(str::to_owned))
        .collect()
}
