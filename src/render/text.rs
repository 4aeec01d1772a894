//! The document as plain text, for tests and for people who review a change.
//!
//! Says exactly what PDF and DOCX say, in the same order; each block is headed by its id.

use crate::document::{Document, Piece, plain_text};

/// Renders the outline: one piece a line, its anchor in front.
pub fn render(document: &Document) -> String {
    let mut out = String::new();
    for Piece { anchor, text } in document.pieces() {
        let text = plain_text(&text);
        out.push_str(&format!("{anchor}\t{text}\n"));
    }
    out
}
