//! Tables: caption, three rules, notes.

use docx_rs::{
    BorderType, DocumentChild, HeightRule, Table as WordTable, TableCell, TableCellBorder,
    TableCellBorderPosition, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::blocks::{caption, notes};
use super::cells::{Place, cell};
use super::decimal::Axis;
use super::look::{HAIRLINE, TEXT_WIDTH};
use super::runs::runs;
use super::{Content, styled_paragraph, styles};
use crate::document::{BlockId, Cell, Inline};
use crate::document::{Column, Row, RowKind, Table, block_handle, cell_handle, plain_text};

/// Three quarters of a line, in twips.
const ROW_HEIGHT: f32 = 442.0;

/// Appends a table with caption and notes.
pub(super) fn table(id: &str, table: &Table, out: &mut Content<'_>) {
    let caption = caption(id, &table.number, &table.caption, &mut out.anchors);
    out.push(caption.keep_next(true));
    out.captions
        .push(format!("{}　{}", table.number, plain_text(&table.caption)));
    let widths = widths(&table.columns);
    let mut rows = vec![head(id, &table.columns, &widths, out)];
    let axes: Vec<Axis> = (0..table.columns.len())
        .map(|column| Axis::of(&table.rows, column, widths[column]))
        .collect();
    let kinds: Vec<RowKind> = table.rows.iter().map(|row| row.kind).collect();
    for (index, row) in table.rows.iter().enumerate() {
        let parts_follow = kinds.get(index + 1) == Some(&RowKind::Part);
        let keep = parts_follow || row.kind == RowKind::Group;
        rows.push(match row.kind {
            RowKind::Group => group(id, row, table.columns.len(), out),
            RowKind::Data | RowKind::Part => {
                data(id, row, &table.columns, (&widths, &axes), keep, out)
            }
        });
    }
    let grid = WordTable::without_borders(rows)
        .style(styles::id("Brief Table"))
        .layout(TableLayoutType::Fixed)
        .width(TEXT_WIDTH, WidthType::Dxa)
        .set_grid(widths);
    out.children.push(DocumentChild::Table(Box::new(grid)));
    notes(id, &table.notes, out);
    out.gap();
}

/// Widths in twips that add up to the text width.
fn widths(columns: &[Column]) -> Vec<usize> {
    let mut end = 0;
    let mut before = 0;
    let widths = columns.iter().map(|column| {
        end += usize::from(column.width);
        let edge = end * TEXT_WIDTH / 1000;
        let width = edge - before;
        before = edge;
        width
    });
    widths.collect()
}

fn row_of(cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells)
        .row_height(ROW_HEIGHT)
        .height_rule(HeightRule::AtLeast)
        .cant_split()
}

fn head(id: &str, columns: &[Column], widths: &[usize], out: &mut Content<'_>) -> TableRow {
    let cells = columns.iter().zip(widths).map(|(column, width)| {
        let anchor = format!("{id}/head/{}", column.id);
        let text = out
            .anchors
            .piece(styled_paragraph("Brief Cell Head"), &anchor);
        let text = runs(text, &column.head, id, &mut out.anchors);
        TableCell::new()
            .width(*width, WidthType::Dxa)
            .vertical_align(VAlignType::Center)
            .add_paragraph(text.keep_next(true))
    });
    row_of(cells.collect())
}

fn group(id: &str, row: &Row, columns: usize, out: &mut Content<'_>) -> TableRow {
    let anchor = format!("{id}/{}", row.id);
    let text = out.anchors.piece_with(
        styled_paragraph("Brief Cell Group"),
        &anchor,
        block_handle(&anchor),
    );
    let line: Vec<Inline> = match row.cells.first() {
        Some(Cell::Lines { lines }) => lines.concat(),
        Some(Cell::Value { value, .. }) => vec![value.clone()],
        Some(Cell::Items { .. } | Cell::Verdict { .. }) | None => Vec::new(),
    };
    let text = runs(text, &line, id, &mut out.anchors).keep_next(true);
    let rule = TableCellBorder::new(TableCellBorderPosition::Top)
        .border_type(BorderType::Single)
        .size(3)
        .color(HAIRLINE);
    let cell = TableCell::new()
        .width(TEXT_WIDTH, WidthType::Dxa)
        .grid_span(columns)
        .vertical_align(VAlignType::Center)
        .set_borders(docx_rs::TableCellBorders::with_empty().set(rule))
        .add_paragraph(text);
    row_of(vec![cell])
}

fn data(
    id: &str,
    row: &Row,
    columns: &[Column],
    (widths, axes): (&[usize], &[Axis]),
    keep: bool,
    out: &mut Content<'_>,
) -> TableRow {
    let cells = row
        .cells
        .iter()
        .zip(columns)
        .enumerate()
        .map(|(index, (content, column))| {
            let place = Place {
                block: id,
                anchor: format!("{id}/{}/{}", row.id, column.id),
                handle: cell_handle(&BlockId::new(id), &row.id, &column.id),
                align: column.align,
                indented: row.kind == RowKind::Part && index == 0,
                axis: &axes[index],
                keep,
            };
            cell(content, &place, widths[index], &mut out.anchors)
        });
    row_of(cells.collect())
}
