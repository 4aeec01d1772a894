//! Cells of data.

use docx_rs::{
    AlignmentType, BorderType, Paragraph, Run, Shading, ShdType, TableCell, TableCellBorder,
    TableCellBorderPosition, TableCellBorders,
};

use super::anchors::Anchors;
use super::decimal::Axis;
use super::look::{BLACK, TINT, WHITE};
use super::runs::{runs, styled};
use super::{style_id, styled_paragraph};
use crate::document::{Align, Cell, Handle, Inline, MatrixItem, Presence};

/// One character of table type, in twips.
const ONE_CELL: i32 = 210;

/// Distance of text from the edge of a tint or box, in twips.
const INSET: i32 = 60;

/// Where a cell stands and how its column wants it.
pub(super) struct Place<'a> {
    pub(super) block: &'a str,
    pub(super) anchor: String,
    pub(super) handle: Handle,
    pub(super) align: Align,
    pub(super) edge: Edge,
    /// The stub of a row that is part of the row above.
    pub(super) indented: bool,
    pub(super) axis: &'a Axis,
    /// Whether the row stays on the page of what follows.
    pub(super) keep: bool,
}

/// Which of a table's own rules a row touches.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    /// The rule under the head.
    pub(super) first: bool,
    /// The rule under the table.
    pub(super) last: bool,
}

/// Fills a cell.
pub(super) fn cell(
    content: &Cell,
    empty: TableCell,
    place: &Place<'_>,
    anchors: &mut Anchors,
) -> TableCell {
    let (cell, paragraphs) = match content {
        Cell::Lines { lines } => (empty, text_lines(lines, place, anchors)),
        Cell::Value { value, after, .. } => (empty, vec![number(value, after, place, anchors)]),
        Cell::Items { presence, items } => (
            state(empty, *presence, place.edge),
            entries(*presence, items, place, anchors),
        ),
        Cell::Verdict { word, .. } => {
            let paragraph = start("Brief Cell Verdict", place, anchors);
            (empty, vec![styled(paragraph, word, None)])
        }
    };
    let keep = |paragraph: Paragraph| {
        if place.keep {
            paragraph.keep_next(true)
        } else {
            paragraph
        }
    };
    paragraphs
        .into_iter()
        .map(keep)
        .fold(cell, TableCell::add_paragraph)
}

/// The first paragraph of the cell, with its bookmark.
fn start(style: &str, place: &Place<'_>, anchors: &mut Anchors) -> Paragraph {
    anchors.piece_with(styled_paragraph(style), &place.anchor, place.handle.clone())
}

fn text_lines(lines: &[Vec<Inline>], place: &Place<'_>, anchors: &mut Anchors) -> Vec<Paragraph> {
    let first = aligned(start("Brief Cell", place, anchors), place.align);
    let first = if place.indented {
        first.indent(Some(ONE_CELL), None, None, None)
    } else {
        first
    };
    let Some((line, others)) = lines.split_first() else {
        return vec![first];
    };
    let mut out = vec![runs(first, line, place.block, anchors)];
    for line in others {
        let paragraph = aligned(styled_paragraph("Brief Cell Small"), place.align);
        out.push(runs(paragraph, line, place.block, anchors));
    }
    out
}

fn number(value: &Inline, after: &str, place: &Place<'_>, anchors: &mut Anchors) -> Paragraph {
    let paragraph = start("Brief Cell", place, anchors);
    let paragraph = match place.align {
        Align::Decimal => paragraph.align(AlignmentType::Right).indent(
            None,
            None,
            Some(place.axis.indent(after)),
            None,
        ),
        Align::Start | Align::Center => aligned(paragraph, place.align),
    };
    runs(paragraph, std::slice::from_ref(value), place.block, anchors)
}

fn aligned(paragraph: Paragraph, align: Align) -> Paragraph {
    match align {
        Align::Start => paragraph,
        Align::Center | Align::Decimal => paragraph.align(AlignmentType::Center),
    }
}

/// Tint for the county's own, a box for others, nothing for what is not reported.
///
/// The white rules between tinted cells are thinner than a box, so that the box wins where they meet; the rules of the
/// table itself are left alone.
fn state(cell: TableCell, presence: Presence, edge: Edge) -> TableCell {
    use TableCellBorderPosition::{Bottom, Left, Right, Top};
    let (tint, size, colour, bottom) = match presence {
        Presence::County => (Some(TINT), 4, WHITE, false),
        Presence::Local => (None, 6, BLACK, true),
        Presence::Absent => return cell,
    };
    let mut sides = vec![Left, Right];
    if !edge.first {
        sides.push(Top);
    }
    if bottom && !edge.last {
        sides.push(Bottom);
    }
    let borders = sides
        .into_iter()
        .fold(TableCellBorders::with_empty(), |borders, side| {
            let rule = TableCellBorder::new(side).border_type(BorderType::Single);
            borders.set(rule.size(size).color(colour))
        });
    let cell = cell.set_borders(borders);
    match tint {
        Some(fill) => {
            let tint = Shading::new().shd_type(ShdType::Clear).color("auto");
            cell.shading(tint.fill(fill))
        }
        None => cell,
    }
}

fn entries(
    presence: Presence,
    items: &[MatrixItem],
    place: &Place<'_>,
    anchors: &mut Anchors,
) -> Vec<Paragraph> {
    let mut paragraph = Some(start("Brief Cell", place, anchors));
    let mut out = Vec::new();
    for item in items {
        let mut line = paragraph
            .take()
            .unwrap_or_else(|| styled_paragraph("Brief Cell"));
        if let Some(tag) = &item.tag {
            line = styled(line, tag, Some("Brief Tag"));
            line = styled(line, " ", None);
        }
        line = line.indent(Some(INSET), None, Some(INSET), None);
        line = match presence {
            Presence::County | Presence::Local => runs(line, &item.text, place.block, anchors),
            Presence::Absent => item.text.iter().fold(line, |line, inline| {
                let style = style_id::id("Brief Absent");
                line.add_run(Run::new().add_text(&inline.text).style(&style))
            }),
        };
        out.push(line);
    }
    out.extend(paragraph);
    out
}
