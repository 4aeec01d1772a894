//! The PDF of a report, set by embedded Typst.
//!
//! Comes in: a [`Document`], written as `document.json`, and a [`Layout`], Typst files that read it. No Typst source is
//! made from data, so data can never become markup. Goes out: bytes, and the text of the pages read back.
//!
//! **Invariant:** the same document and layout give the same bytes, on every machine and in any order.
//! **Invariant:** every text of [`Document::pieces`] stands on the pages under its anchor.

mod compile;
mod ends;
mod error;
mod finish;
mod fonts;
mod layout;
mod marks;
mod pack;
mod picture;
mod text;
mod world;

#[cfg(test)]
mod tests;

pub use error::{Complaint, TypstError};
pub use layout::Layout;
pub use picture::page_pictures;
pub use text::TextRun;
pub use world::printable;

use std::collections::BTreeMap;

use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::document::Document;

/// A typeset report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file: PDF/A-3a and PDF/UA-1.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// The text of the laid-out pages in page order.
    pub text: Vec<TextRun>,
}

/// Sets a document as PDF.
///
/// Must not be called from a rayon worker: the PDF writer waits inside the pool and would start the next document within
/// this one.
///
/// # Errors
///
/// [`TypstError`] if the layout is wrong, warns, or a character has no glyph.
pub fn render(document: &Document, layout: &Layout) -> Result<Pdf, TypstError> {
    compile::compile(document, layout, |world, pages| {
        let count = pages.pages().len();
        if let Some(most) = document.meta.most_pages.filter(|most| count > *most) {
            return Err(TypstError::TooLong { pages: count, most });
        }
        let text = text::text_runs(pages)?;
        let bytes = typst_pdf::pdf(pages, &options(document))
            .map_err(|errors| compile::refused(world, &errors))?;
        Ok(Pdf {
            bytes: pack::packed(&bytes),
            pages: count,
            text,
        })
    })
}

/// The page that each heading stands on, by the id of its block.
///
/// # Errors
///
/// As for [`render`].
pub fn heading_pages(
    document: &Document,
    layout: &Layout,
) -> Result<BTreeMap<String, usize>, TypstError> {
    let runs = compile::compile(document, layout, |_, pages| text::text_runs(pages))?;
    let mut pages = BTreeMap::new();
    for entry in document.contents() {
        let id = entry.block.id.as_str();
        if let Some(run) = runs.iter().find(|run| run.anchor == id) {
            pages.insert(id.to_owned(), run.page);
        }
    }
    Ok(pages)
}

fn options(document: &Document) -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .expect("invariant: PDF/A-3a and PDF/UA-1 go together");
    PdfOptions {
        ident: Smart::Custom(format!("county-briefings/{}", document.meta.id)),
        creator: Smart::Custom(Some("briefings".to_owned())),
        standards,
        ..PdfOptions::default()
    }
}
