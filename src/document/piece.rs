//! The document as a flat list of texts, each with an anchor.
//!
//! Text comparison between formats, the list of numerals and the finding of pages all work on pieces, so that no two of
//! them can disagree about what the document says.

use std::{borrow::Cow, collections::BTreeSet, fmt, iter::once};

use serde::Serialize;

use super::{
    Block, Body, Cell, Chart, Document, Inline, Masthead, MastheadStyle, Role, RowKind, Table,
};

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
        let mut pieces = Vec::new();
        self.walk(|anchor, text| {
            pieces.push(Piece {
                anchor: Anchor::new(anchor),
                text: text.map(Cow::into_owned).collect(),
            });
        });
        pieces
    }

    /// The characters of all texts that something is true of.
    pub fn characters(&self, wanted: impl Fn(char) -> bool) -> BTreeSet<char> {
        let mut found = BTreeSet::new();
        self.walk(|_, text| {
            for run in text {
                found.extend(run.text.chars().filter(|c| wanted(*c)));
            }
        });
        found
    }

    /// The full ids of all figures and derived numbers that it prints.
    pub fn numbers(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        self.walk(|_, text| {
            found.extend(text.filter_map(|run| run.role.bound_to().map(str::to_owned)));
        });
        found
    }

    /// Goes through all texts in reading order: where each stands and its runs.
    fn walk<'d>(&'d self, mut see: impl FnMut(&[&str], Runs<'_, 'd>)) {
        let mut walk = Walk(&mut see);
        walk.masthead(&self.meta.masthead);
        walk.see(&["title"], &self.meta.title);
        for block in &self.blocks {
            walk.block(block);
        }
        for (index, line) in self.meta.imprint.iter().enumerate() {
            walk.see(&["imprint", &index.to_string()], line);
        }
    }
}

impl Block {
    /// Lists every text of the block in reading order.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        Walk(&mut |anchor, text| {
            pieces.push(Piece {
                anchor: Anchor::new(anchor),
                text: text.map(Cow::into_owned).collect(),
            });
        })
        .block(self);
        pieces
    }
}

/// The runs of a text, those of the document borrowed.
type Runs<'r, 'd> = &'r mut dyn Iterator<Item = Cow<'d, Inline>>;

struct Walk<'s, 'd>(&'s mut dyn FnMut(&[&str], Runs<'_, 'd>));

impl<'d> Walk<'_, 'd> {
    fn see(&mut self, anchor: &[&str], text: &'d [Inline]) {
        (self.0)(anchor, &mut text.iter().map(Cow::Borrowed));
    }

    fn plain(&mut self, anchor: &[&str], text: &str) {
        (self.0)(anchor, &mut once(Cow::Owned(Inline::plain(text))));
    }

    fn numbered(&mut self, anchor: &[&str], number: &str, text: &'d [Inline]) {
        let number = once(Cow::Owned(Inline::new(number, Role::Numbering)));
        (self.0)(anchor, &mut number.chain(text.iter().map(Cow::Borrowed)));
    }

    fn masthead(&mut self, head: &'d Masthead) {
        if let Some(status) = &head.status {
            self.plain(&["masthead", "status"], status);
        }
        self.plain(&["masthead", "title"], &head.title);
        if let Some(mark) = &head.mark {
            self.plain(&["masthead", "mark"], mark);
        }
        match head.style {
            MastheadStyle::Full => {
                self.see(&["masthead", "number"], &head.number);
                self.plain(&["masthead", "note"], &head.note);
            }
            // One line: the note at its beginning, number and date at its end.
            MastheadStyle::Compact => {
                self.plain(&["masthead", "note"], &head.note);
                self.see(&["masthead", "number"], &head.number);
            }
        }
        self.see(&["masthead", "date"], &head.date);
    }

    fn block(&mut self, block: &'d Block) {
        let id = block.id.as_str();
        match &block.body {
            Body::Heading { number, text, .. } => self.numbered(&[id], number, text),
            Body::Paragraph { text, .. } => self.see(&[id], text),
            Body::List { items, .. } => {
                for item in items {
                    self.numbered(&[id, &item.id], &item.marker, &item.text);
                }
            }
            Body::Table(table) => self.table(id, table),
            Body::Chart(chart) => self.chart(id, chart),
            Body::KeyFact(fact) => {
                self.see(&[id, "key"], &fact.key);
                self.see(&[id, "unit"], &fact.unit);
                self.see(&[id, "title"], &fact.title);
                self.see(&[id, "text"], &fact.text);
                self.plain(&[id, "verdict"], fact.verdict.word());
                self.see(&[id, "caveat"], &fact.caveat);
            }
        }
    }

    fn table(&mut self, id: &str, table: &'d Table) {
        self.numbered(&[id, "caption"], &table.number, &table.caption);
        for column in &table.columns {
            self.see(&[id, "head", &column.id], &column.head);
        }
        for row in &table.rows {
            match row.kind {
                RowKind::Group => self.cell(&[id, &row.id], &row.cells[0]),
                RowKind::Data | RowKind::Part => {
                    for (column, cell) in row.cells_by_column(&table.columns) {
                        self.cell(&[id, &row.id, column], cell);
                    }
                }
            }
        }
        self.notes(id, &table.notes);
    }

    fn cell(&mut self, anchor: &[&str], cell: &'d Cell) {
        match cell {
            Cell::Lines { lines } => {
                let runs = lines.iter().flatten();
                (self.0)(anchor, &mut runs.map(Cow::Borrowed));
            }
            Cell::Value { value, .. } => (self.0)(anchor, &mut once(Cow::Borrowed(value))),
            Cell::Items { items, .. } => {
                let runs = items.iter().flat_map(|item| {
                    let tag = item.tag.iter().map(|tag| Cow::Owned(Inline::plain(tag)));
                    tag.chain(item.text.iter().map(Cow::Borrowed))
                });
                (self.0)(anchor, &mut { runs });
            }
            Cell::Verdict { word, .. } => self.plain(anchor, word),
        }
    }

    fn chart(&mut self, id: &str, chart: &'d Chart) {
        self.see(&[id, "alt"], &chart.alt);
        self.numbered(&[id, "caption"], &chart.number, &chart.caption);
        self.notes(id, &chart.notes);
    }

    fn notes(&mut self, id: &str, notes: &'d [Vec<Inline>]) {
        for (index, note) in notes.iter().enumerate() {
            self.see(&[id, "note", &index.to_string()], note);
        }
    }
}
