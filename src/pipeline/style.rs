//! How reports look.

use crate::render::{docx::House, typst::Layout};

/// How reports look, beside what they say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style<'s> {
    /// Of the PDF.
    pub(super) layout: &'s Layout,
    /// Of the DOCX, where it is not the program's own.
    pub(super) house: Option<&'s House>,
}
