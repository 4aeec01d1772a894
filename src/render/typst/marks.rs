//! The marks by which the laid-out pages tell what stands where.
//!
//! `piece` in `data.typ` sets one before and one after each text. The cells of a table come without: they are many, and
//! Typst has tags of its own there. A table says once, before it begins, which rows and columns it has.

use typst::foundations::{Dict, StyleChain, Value};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::model::TableCell;

/// What a mark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// The text of the piece with this anchor begins.
    Begin(String),
    /// The text of the piece begun last ends.
    End,
}

/// Reads marks in page order; what a cell is depends on the table begun last.
#[derive(Debug, Default)]
pub(super) struct Marks {
    table: Option<Table>,
    /// The cell of which the text comes.
    cell: Option<Location>,
}

/// What the mark before a table says.
#[derive(Debug)]
struct Table {
    id: String,
    columns: Vec<String>,
    rows: Vec<String>,
    /// What each row is, as [`RowKind`](crate::document::RowKind) has it.
    kinds: Vec<String>,
}

/// Caption and head of a table stand above its rows and have marks of their own.
const ROWS_ABOVE: usize = 2;

impl Marks {
    /// What a tag says, if it is a mark.
    pub(super) fn read(&mut self, tag: &Tag) -> Option<Mark> {
        match tag {
            Tag::Start(element, _) => {
                if let Some(metadata) = element.to_packed::<MetadataElem>() {
                    let Value::Dict(mark) = &metadata.value else {
                        return None;
                    };
                    if let Some(table) = Table::of(mark) {
                        self.table = Some(table);
                    }
                    return match mark.get("piece") {
                        Ok(Value::Str(anchor)) => Some(Mark::Begin(anchor.to_string())),
                        Ok(Value::None) => Some(Mark::End),
                        Ok(_) | Err(_) => None,
                    };
                }
                let cell = element.to_packed::<TableCell>()?;
                let anchor = self.table.as_ref()?.anchor(cell)?;
                self.cell = element.location();
                Some(Mark::Begin(anchor))
            }
            Tag::End(location, ..) => {
                let ends = self.cell == Some(*location);
                ends.then(|| {
                    self.cell = None;
                    Mark::End
                })
            }
        }
    }
}

impl Table {
    fn of(mark: &Dict) -> Option<Self> {
        let Ok(Value::Str(id)) = mark.get("table") else {
            return None;
        };
        Some(Self {
            id: id.to_string(),
            columns: texts(mark, "columns"),
            rows: texts(mark, "rows"),
            kinds: texts(mark, "kinds"),
        })
    }

    /// The anchor of a cell: `TABLE/ROW/COLUMN`, or `TABLE/ROW` for the only cell of a group's row.
    fn anchor(&self, cell: &TableCell) -> Option<String> {
        let none = StyleChain::default();
        let index = cell.y.get(none).custom()?.checked_sub(ROWS_ABOVE)?;
        let (id, row) = (&self.id, self.rows.get(index)?);
        let column = self.columns.get(cell.x.get(none).custom()?)?;
        Some(if self.kinds.get(index)? == "group" {
            format!("{id}/{row}")
        } else {
            format!("{id}/{row}/{column}")
        })
    }
}

fn texts(mark: &Dict, key: &str) -> Vec<String> {
    let Ok(Value::Array(values)) = mark.get(key) else {
        return Vec::new();
    };
    let texts = values
        .iter()
        .filter_map(|value| value.clone().cast::<String>().ok());
    texts.collect()
}
