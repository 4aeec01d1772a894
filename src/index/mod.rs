//! Drafts the description of a source text: its lines, its numerals, and what became of each as far as the data tell.
//!
//! A text goes in with what is known already, the YAML of `seeds/sources/<id>.yaml` comes out.
//!
//! **Invariant:** writes no sentence of the text, only numerals, line numbers and hashes.

mod account;
mod write;

use sha2::{Digest, Sha256};

pub use write::Header;

use crate::model::{Model, SolidText, SourceId};

/// A description that stands for a text not described yet, so that what refers to it can be read.
pub fn stand_in(id: &SourceId, text: &str) -> String {
    let lines = SolidText::new(text).line_count();
    let sha256 = "0".repeat(64);
    format!(
        "id: {id}\ntitle: {id}\nform: {id}\ncovers: 2000\nlines: {lines}\nsha256: \"{sha256}\"\n"
    )
}

/// Drafts the file that describes a text; `earlier` is that file as it is now, whose header is kept.
///
/// What the model knows of the source (figures, terms, reasons given earlier) is used; a numeral that nothing accounts
/// for is listed without an account, so that `check` asks for one.
pub fn draft(id: &SourceId, text: &str, model: Option<&Model>, earlier: Option<&str>) -> String {
    let solid = SolidText::new(text);
    let lines = account::lines(id, &solid, model);
    let digest = Sha256::digest(text.as_bytes());
    let header = Header {
        lines: solid.line_count(),
        sha256: data_encoding::HEXLOWER.encode(&digest),
    };
    write::file(id, &header, &lines, earlier)
}
