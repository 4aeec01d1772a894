//! A [`Document`](crate::document::Document) goes in, the bytes of one format come out.
//!
//! **Invariant:** sees no model, no template, no disk and no clock.

pub mod docx;
pub mod text;
pub mod typst;

use crate::document::BlockId;

/// A chart as a bitmap, for formats that cannot draw it themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The chart's block.
    pub block: BlockId,
    /// PNG.
    pub png: Vec<u8>,
    /// Printed width in micrometres.
    pub width: u32,
    /// Printed height in micrometres.
    pub height: u32,
}
