//! The document as a flat list of texts, each with an anchor.
//!
//! Text comparison between formats, the list of numerals and the finding of pages all work on pieces, so that no two of
//! them can disagree about what the document says.

use std::fmt;

use serde::Serialize;

use super::{Block, Body, Cell, Chart, Document, Inline, Masthead, Role, RowKind, Table};

/// Where a piece stands: block id, then the way inside the block, joined by `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Anchor(String);

impl Anchor {
    fn new(parts: &[&str]) -> Self {
        Self(parts.join("/"))
    }

    /// The anchor as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that every format prints once, in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Unique within the document.
    pub anchor: Anchor,
    /// The runs, computed numbers (`一、`, `表1`, `[1]`) included.
    pub text: Vec<Inline>,
}

impl Document {
    /// Lists every text of the document in reading order.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut out = Pieces::default();
        out.masthead(&self.meta.masthead);
        out.push(&["title"], self.meta.title.clone());
        for block in &self.blocks {
            out.block(block);
        }
        for (index, line) in self.meta.imprint.iter().enumerate() {
            out.push(&["imprint", &index.to_string()], line.clone());
        }
        out.0
    }
}

impl Block {
    /// Lists every text of the block in reading order.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut out = Pieces::default();
        out.block(self);
        out.0
    }
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, anchor: &[&str], text: Vec<Inline>) {
        let anchor = Anchor::new(anchor);
        self.0.push(Piece { anchor, text });
    }

    fn masthead(&mut self, head: &Masthead) {
        if let Some(status) = &head.status {
            self.push(&["masthead", "status"], vec![Inline::plain(status)]);
        }
        self.push(&["masthead", "title"], vec![Inline::plain(&head.title)]);
        if let Some(mark) = &head.mark {
            self.push(&["masthead", "mark"], vec![Inline::plain(mark)]);
        }
        self.push(&["masthead", "number"], head.number.clone());
        self.push(&["masthead", "note"], vec![Inline::plain(&head.note)]);
        self.push(&["masthead", "date"], head.date.clone());
    }

    fn block(&mut self, block: &Block) {
        let id = block.id.as_str();
        match &block.body {
            Body::Heading { number, text, .. } => self.push(&[id], numbered(number, text)),
            Body::Paragraph { text, .. } => self.push(&[id], text.clone()),
            Body::List { items, .. } => {
                for item in items {
                    self.push(&[id, &item.id], numbered(&item.marker, &item.text));
                }
            }
            Body::Table(table) => self.table(id, table),
            Body::Chart(chart) => self.chart(id, chart),
            Body::KeyFact(fact) => {
                self.push(&[id, "key"], fact.key.clone());
                self.push(&[id, "unit"], fact.unit.clone());
                self.push(&[id, "title"], fact.title.clone());
                self.push(&[id, "text"], fact.text.clone());
                self.push(&[id, "verdict"], vec![Inline::plain(fact.verdict.word())]);
                self.push(&[id, "caveat"], fact.caveat.clone());
            }
        }
    }

    fn table(&mut self, id: &str, table: &Table) {
        self.push(&[id, "caption"], numbered(&table.number, &table.caption));
        for column in &table.columns {
            self.push(&[id, "head", &column.id], column.head.clone());
        }
        for row in &table.rows {
            match row.kind {
                RowKind::Group => self.push(&[id, &row.id], cell_text(&row.cells[0])),
                RowKind::Data | RowKind::Part => {
                    for (column, cell) in row.cells_by_column(&table.columns) {
                        self.push(&[id, &row.id, column], cell_text(cell));
                    }
                }
            }
        }
        self.notes(id, &table.notes);
    }

    fn chart(&mut self, id: &str, chart: &Chart) {
        self.push(&[id, "caption"], numbered(&chart.number, &chart.caption));
        self.push(&[id, "alt"], chart.alt.clone());
        self.notes(id, &chart.notes);
    }

    fn notes(&mut self, id: &str, notes: &[Vec<Inline>]) {
        for (index, note) in notes.iter().enumerate() {
            self.push(&[id, "note", &index.to_string()], note.clone());
        }
    }
}

fn numbered(number: &str, text: &[Inline]) -> Vec<Inline> {
    let mut line = vec![Inline::new(number, Role::Numbering)];
    line.extend_from_slice(text);
    line
}

fn cell_text(cell: &Cell) -> Vec<Inline> {
    match cell {
        Cell::Lines { lines } => lines.concat(),
        Cell::Value { value, .. } => vec![value.clone()],
        Cell::Items { items, .. } => items
            .iter()
            .flat_map(|item| {
                let tag = item.tag.iter().map(Inline::plain);
                tag.chain(item.text.iter().cloned()).collect::<Vec<_>>()
            })
            .collect(),
        Cell::Verdict { word, .. } => vec![Inline::plain(word)],
    }
}
