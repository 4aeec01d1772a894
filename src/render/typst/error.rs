//! What can go wrong when a document is set.

use std::fmt;

use thiserror::Error;
use typst::WorldExt;
use typst::diag::SourceDiagnostic;

use super::world::ReportWorld;

/// A document that could not be set.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TypstError {
    /// A layout file is wrong, or the document does not fit it.
    #[error("{0}")]
    Layout(Complaint),
    /// Typst warned; a page with a warning may look different elsewhere.
    #[error("{0} (a warning, refused because the page may be wrong)")]
    Warning(Complaint),
    /// A report that is to have no more pages has more.
    #[error("{pages} pages, expected {most} at most; shorten titles or template")]
    TooLong {
        /// How many.
        pages: usize,
        /// How many it may have.
        most: usize,
    },
    /// A link of the layout leads to a piece of text that stands on no page.
    #[error(
        "a link leads to `{anchor}`, which stands on no page; name a piece of the report in `templates/layout/`"
    )]
    LostLink {
        /// The anchor of the piece.
        anchor: String,
    },
    /// No embedded face has these characters.
    #[error(
        "no embedded face has `{characters}`, found in `{anchor}`; use another character or add it to `fonts/`"
    )]
    MissingGlyph {
        /// The characters, each once.
        characters: String,
        /// The piece of the document that holds them.
        anchor: String,
    },
}

/// A complaint of Typst and where it points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// What Typst says.
    pub message: String,
    /// Typst's advice, if any.
    pub hint: Option<String>,
    /// The layout file, as named in the layout.
    pub file: Option<String>,
    /// The line in it, from 1.
    pub line: Option<usize>,
    /// The block of the document that causes it, if known.
    pub block: Option<String>,
}

impl Complaint {
    pub(super) fn new(world: &ReportWorld<'_>, diagnostic: &SourceDiagnostic) -> Self {
        let file = diagnostic.span.id();
        let source = file.and_then(|id| typst::World::source(world, id).ok());
        let line = source.and_then(|source| {
            let range = world.range(diagnostic.span)?;
            Some(source.lines().byte_to_line(range.start)? + 1)
        });
        Self {
            message: diagnostic.message.to_string(),
            hint: diagnostic.hints.first().map(|hint| hint.v.to_string()),
            file: file.map(|id| id.get().vpath().get_without_slash().to_owned()),
            line,
            block: None,
        }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, self.line) {
            (Some(file), Some(line)) => write!(f, "layout `{file}`, line {line}: ")?,
            (Some(file), None) => write!(f, "layout `{file}`: ")?,
            (None, _) => f.write_str("layout: ")?,
        }
        f.write_str(&self.message)?;
        if let Some(block) = &self.block {
            write!(f, ", at block `{block}`")?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "; {hint}")?;
        }
        Ok(())
    }
}
