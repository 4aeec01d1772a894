//! The findings on a comparison's first page: a table without sides, one row for each.

use docx_rs::{
    HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::anchors::Anchors;
use super::look::{BODY_LINE, TEXT_WIDTH};
use super::runs::{runs, styled};
use super::style_id;
use super::styled_paragraph;
use crate::document::{Block, Body, Inline, KeyFact};

/// Five and a half characters of the body.
const KEY_WIDTH: usize = 1760;

/// The finding of a block, if it is one.
pub(super) fn fact(block: &Block) -> Option<&KeyFact> {
    match &block.body {
        Body::KeyFact(fact) => Some(fact),
        Body::Heading { .. }
        | Body::Paragraph { .. }
        | Body::List { .. }
        | Body::Table(_)
        | Body::Chart(_) => None,
    }
}

/// The table of a run of findings.
pub(super) fn facts(blocks: &[Block], anchors: &mut Anchors) -> Table {
    let rows = blocks.iter().filter_map(|block| {
        let fact = fact(block)?;
        Some(row(block.id.as_str(), fact, anchors))
    });
    Table::without_borders(rows.collect())
        .style(style_id::id("Brief Findings"))
        .layout(TableLayoutType::Fixed)
        .width(TEXT_WIDTH, WidthType::Dxa)
        .set_grid(vec![KEY_WIDTH, TEXT_WIDTH - KEY_WIDTH])
}

fn row(id: &str, fact: &KeyFact, anchors: &mut Anchors) -> TableRow {
    let mut line = |style: &str, part: &str, text: &[Inline]| {
        let paragraph = anchors.piece(styled_paragraph(style), &format!("{id}/{part}"));
        runs(paragraph, text, id, anchors)
    };
    let key = line("Brief Key", "key", &fact.key);
    let unit = line("Brief Key Unit", "unit", &fact.unit);
    let title = line("Brief Key Title", "title", &fact.title);
    let text = line("Brief Key Text", "text", &fact.text);
    let caveat = caveat(id, fact, anchors);
    let cell = |width, paragraphs: Vec<Paragraph>| {
        let cell = TableCell::new()
            .width(width, WidthType::Dxa)
            .vertical_align(VAlignType::Top);
        paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
    };
    let cells = vec![
        cell(KEY_WIDTH, vec![key, unit]),
        cell(TEXT_WIDTH - KEY_WIDTH, vec![title, text, caveat]),
    ];
    TableRow::new(cells)
        .row_height(4.0 * BODY_LINE as f32)
        .height_rule(HeightRule::AtLeast)
        .cant_split()
}

fn caveat(id: &str, fact: &KeyFact, anchors: &mut Anchors) -> Paragraph {
    let anchor = format!("{id}/verdict");
    let line = anchors.piece(styled_paragraph("Brief Key Caveat"), &anchor);
    let line = styled(line, fact.verdict.word(), Some("Brief Verdict"));
    let line = styled(line, "　", None);
    let line = anchors.piece(line, &format!("{id}/caveat"));
    runs(line, &fact.caveat, id, anchors)
}
