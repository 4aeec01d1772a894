//! What a report says, in one tree that every format is made from.
//!
//! Comes in from [`compose`](crate::compose), goes out to [`render`](crate::render). PDF, DOCX and text outline are made
//! from the same [`Document`], so they cannot disagree.
//!
//! **Invariant:** knows nothing of counties, templates or formats.
//! **Invariant:** an [`Inline`] of role [`Role::Plain`] never states a number: every number is bound or exempt.

mod block;
mod chart;
mod comment;
mod contents;
mod handle;
mod inline;
mod meta;
mod piece;
#[cfg(test)]
pub(crate) mod sample;
mod table;

pub use block::{Block, BlockId, Body, Item, KeyFact, Level, ListStyle, ParagraphStyle};
pub use chart::{Chart, Mark, MarkEnd, Panel, PlotKind, PlotRow, Tick};
pub use comment::Comment;
pub use contents::Entry;
pub use handle::{Handle, block_handle, cell_handle, figure_handle};
pub use inline::{Inline, Role, plain_text};
pub use meta::{Masthead, MastheadStyle, Meta, RedRule};
pub use piece::{Anchor, Piece};
pub use table::{Align, Cell, Column, MatrixItem, Presence, Row, RowKind, Table, Verdict};

use serde::Serialize;

/// One report, ready to be rendered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Masthead, title, imprint and what goes into the file's properties.
    pub meta: Meta,
    /// The body from the summary to the list of sources.
    pub blocks: Vec<Block>,
    /// Files that go with the PDF, no part of what is printed.
    #[serde(skip)]
    pub data: Vec<DataFile>,
    /// What writers are told in the DOCX.
    #[serde(skip)]
    pub comments: Vec<Comment>,
}

/// Data for other programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataFile {
    /// `figures.csv`
    pub name: String,
    /// `text/csv`
    pub media: &'static str,
    /// What it holds, for the reader of the PDF.
    pub about: String,
    /// Its text.
    pub text: String,
}
