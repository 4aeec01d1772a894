//! Tables: caption, three rules, notes.

use docx_rs::{
    BorderType, DocumentChild, HeightRule, Table as WordTable, TableCell, TableCellBorder,
    TableCellBorderPosition, TableCellBorders, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::anchors::Anchors;
use super::captions::{caption, notes};
use super::cells::{Edge, Place, cell};
use super::decimal::Axis;
use super::look::{HAIRLINE, TEXT_WIDTH};
use super::runs::runs;
use super::{Content, style_id, styled_paragraph};
use crate::document::{
    BlockId, Cell, Column, Inline, Row, RowKind, Table, cell_handle, plain_text,
};

/// Three quarters of a line, in twips.
const ROW_HEIGHT: f32 = 442.0;

/// Appends a table with caption and notes.
pub(super) fn table(id: &str, table: &Table, out: &mut Content) {
    let caption = caption(id, &table.number, &table.caption, &mut out.anchors);
    out.push(caption.keep_next(true));
    let spoken = format!("{}　{}", table.number, plain_text(&table.caption));
    out.captions.push(spoken);
    let grid = Grid::of(id, table);
    let mut rows = vec![grid.head(&mut out.anchors)];
    for (index, row) in table.rows.iter().enumerate() {
        let next = table.rows.get(index + 1).map(|next| next.kind);
        let edge = Edge {
            first: index == 0,
            last: next.is_none(),
        };
        rows.push(match row.kind {
            RowKind::Group => grid.group(row, &mut out.anchors),
            RowKind::Data | RowKind::Part => {
                let notes_follow = edge.last && !table.notes.is_empty();
                let keep = next == Some(RowKind::Part) || notes_follow;
                grid.data(row, edge, keep, &mut out.anchors)
            }
        });
    }
    let built = WordTable::without_borders(rows)
        .style(style_id::id("Brief Table"))
        .layout(TableLayoutType::Fixed)
        .width(TEXT_WIDTH, WidthType::Dxa)
        .set_grid(grid.widths);
    out.children.push(DocumentChild::Table(Box::new(built)));
    notes(id, &table.notes, out);
    out.gap();
}

/// The columns of a table.
struct Grid<'a> {
    id: &'a str,
    columns: &'a [Column],
    /// In twips.
    widths: Vec<usize>,
    axes: Vec<Axis>,
}

impl<'a> Grid<'a> {
    fn of(id: &'a str, table: &'a Table) -> Self {
        let widths = widths(&table.columns);
        let axes = widths.iter().enumerate();
        let axes = axes.map(|(column, width)| Axis::of(&table.rows, column, *width));
        Self {
            id,
            columns: &table.columns,
            axes: axes.collect(),
            widths,
        }
    }

    fn head(&self, anchors: &mut Anchors) -> TableRow {
        let cells = self.columns.iter().zip(&self.widths);
        let cells = cells.map(|(column, width)| {
            let anchor = format!("{}/head/{}", self.id, column.id);
            let text = anchors.piece(styled_paragraph("Brief Cell Head"), &anchor);
            let text = runs(text, &column.head, self.id, anchors);
            middle(*width).add_paragraph(text.keep_next(true))
        });
        row_of(cells.collect())
    }

    /// A heading over the rows that follow, never last on a page.
    fn group(&self, row: &Row, anchors: &mut Anchors) -> TableRow {
        let anchor = format!("{}/{}", self.id, row.id);
        let text = anchors.piece(styled_paragraph("Brief Cell Group"), &anchor);
        let line: Vec<Inline> = match row.cells.first() {
            Some(Cell::Lines { lines }) => lines.concat(),
            Some(Cell::Value { value, .. }) => vec![value.clone()],
            Some(Cell::Items { items, .. }) => {
                let items = items.iter().map(|item| {
                    let tag = item.tag.iter().map(Inline::plain);
                    tag.chain(item.text.clone()).collect::<Vec<_>>()
                });
                items.flatten().collect()
            }
            Some(Cell::Verdict { word, .. }) => vec![Inline::plain(word)],
            None => Vec::new(),
        };
        let text = runs(text, &line, self.id, anchors).keep_next(true);
        let rule = TableCellBorder::new(TableCellBorderPosition::Top)
            .border_type(BorderType::Single)
            .size(3)
            .color(HAIRLINE);
        let cell = middle(TEXT_WIDTH)
            .grid_span(self.columns.len())
            .set_borders(TableCellBorders::with_empty().set(rule))
            .add_paragraph(text);
        row_of(vec![cell])
    }

    /// A row of data; `keep` puts it on the page of what follows.
    fn data(&self, row: &Row, edge: Edge, keep: bool, anchors: &mut Anchors) -> TableRow {
        let cells = row.cells.iter().zip(self.columns).enumerate();
        let cells = cells.map(|(index, (content, column))| {
            let place = Place {
                block: self.id,
                anchor: format!("{}/{}/{}", self.id, row.id, column.id),
                handle: cell_handle(&BlockId::new(self.id), &row.id, &column.id),
                align: column.align,
                edge,
                indented: row.kind == RowKind::Part && index == 0,
                axis: &self.axes[index],
                keep,
            };
            cell(content, middle(self.widths[index]), &place, anchors)
        });
        row_of(cells.collect())
    }
}

/// Widths in twips that add up to the text width.
fn widths(columns: &[Column]) -> Vec<usize> {
    let mut thousandths = 0;
    let mut before = 0;
    let widths = columns.iter().map(|column| {
        thousandths += usize::from(column.width);
        let edge = thousandths * TEXT_WIDTH / 1000;
        let width = edge - before;
        before = edge;
        width
    });
    widths.collect()
}

fn middle(width: usize) -> TableCell {
    TableCell::new()
        .width(width, WidthType::Dxa)
        .vertical_align(VAlignType::Center)
}

fn row_of(cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells)
        .row_height(ROW_HEIGHT)
        .height_rule(HeightRule::AtLeast)
        .cant_split()
}
