//! An office's own document, whose page and styles the DOCX takes over.
//!
//! Only three parts of it are read, nothing of its text, fields, lists or macros is taken. Styles go by their names, since
//! Word, WPS and `LibreOffice` each give ids of their own.

mod error;
mod open;
mod page;
mod starter;
mod styles;

#[cfg(test)]
mod tests;

pub use error::HouseError;
pub use starter::starter;

use std::collections::BTreeSet;

use self::page::Page;
use super::styles::names;
use crate::xml::{Element, Tree};

/// How the names of our own styles begin.
const OWN: &str = "Brief ";

/// Page and styles of an office.
#[derive(Debug, Clone)]
pub struct House {
    styles: Tree,
    theme: Option<Tree>,
    page: Option<Page>,
    digest: blake3::Hash,
}

impl House {
    /// Reads the bytes of a DOCX. What is hostile is refused before much of it is unpacked.
    ///
    /// # Errors
    /// See [`HouseError`].
    pub fn open(bytes: &[u8]) -> Result<Self, HouseError> {
        let parts = open::parts(bytes)?;
        Ok(Self {
            page: page::page(&parts.body)?,
            styles: parts.styles,
            theme: parts.theme,
            digest: blake3::hash(bytes),
        })
    }

    /// The digest of the file.
    pub fn digest(&self) -> String {
        self.digest.to_hex().to_string()
    }

    /// The styles of reports that it does not have; the program's own stand in for them.
    pub fn missing(&self) -> Vec<String> {
        let theirs = styles::named(&self.styles.root);
        let ours = names().into_iter();
        ours.filter(|name| !theirs.contains(&styles::key(name)))
            .collect()
    }

    /// Its styles that are named like those of reports and are none.
    pub fn unknown(&self) -> Vec<String> {
        let ours: BTreeSet<String> = names().iter().map(|name| styles::key(name)).collect();
        let theirs = styles::listed(&self.styles.root).into_iter();
        theirs
            .filter(|name| name.starts_with(OWN) && !ours.contains(&styles::key(name)))
            .collect()
    }

    /// Width of the text in twips.
    pub(super) fn text_width(&self) -> Option<usize> {
        self.page.as_ref().map(Page::text_width)
    }

    /// Puts its page in place of the report's.
    pub(super) fn set_page(&self, body: &mut Element) {
        if let Some(page) = &self.page {
            page.set(body);
        }
    }

    /// Its styles, with ours where it has none.
    pub(super) fn styles(&self, ours: &Tree) -> Tree {
        styles::merged(&self.styles, ours)
    }

    /// The theme that its styles may speak of.
    pub(super) fn theme(&self) -> Option<&Tree> {
        self.theme.as_ref()
    }
}
