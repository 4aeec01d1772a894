//! The bookmarks of one document, and what each of them stands for.

use std::collections::BTreeMap;

use docx_rs::Paragraph;

use super::DocxError;
use crate::document::{Comment, Handle, Inline, Role, block_handle, figure_handle};

/// Collects bookmarks while the body is built.
#[derive(Default)]
pub(super) struct Anchors {
    marks: Vec<Mark>,
    links: Vec<String>,
    mentions: BTreeMap<(String, String), usize>,
    /// The anchor of the piece that is being written.
    piece: String,
    comments: Vec<Comment>,
    /// How many of them stand in the body.
    made: usize,
}

/// A bookmark and what it stands for.
pub(super) struct Mark {
    pub(super) handle: Handle,
    /// The anchor of the piece it starts, or for a figure the anchor of the piece it stands in.
    pub(super) piece: String,
    /// The figure's full id, for a bookmark around a figure.
    pub(super) figure: Option<String>,
}

impl Anchors {
    /// Starts the piece `anchor` with a bookmark of no width.
    pub(super) fn piece(&mut self, paragraph: Paragraph, anchor: &str) -> Paragraph {
        self.piece_with(paragraph, anchor, block_handle(anchor))
    }

    /// Starts the piece `anchor` with a bookmark of another name than the anchor's own.
    pub(super) fn piece_with(
        &mut self,
        paragraph: Paragraph,
        anchor: &str,
        handle: Handle,
    ) -> Paragraph {
        anchor.clone_into(&mut self.piece);
        let name = handle.as_str().to_owned();
        let id = self.add(handle, None);
        paragraph.add_bookmark_start(id, name).add_bookmark_end(id)
    }

    /// Counts a mention of a figure in a block; `None` for what is no bound number.
    pub(super) fn mention(&mut self, block: &str, inline: &Inline) -> Option<(usize, Handle)> {
        let (Role::Figure { id } | Role::Derived { id, .. }) = &inline.role else {
            return None;
        };
        let count = self
            .mentions
            .entry((block.to_owned(), id.clone()))
            .or_default();
        let handle = figure_handle(block, inline, *count)?;
        *count += 1;
        let id = self.add(handle.clone(), Some(id.clone()));
        Some((id, handle))
    }

    /// Collects for a document with these comments.
    pub(super) fn with(comments: &[Comment]) -> Self {
        Self {
            comments: comments.to_vec(),
            ..Self::default()
        }
    }

    /// The comments on a number that is mentioned for the first time, each with its id.
    pub(super) fn comments(&mut self, inline: &Inline) -> Vec<(usize, Comment)> {
        let Some(figure) = inline.role.bound_to() else {
            return Vec::new();
        };
        let found = self
            .comments
            .extract_if(.., |comment| comment.figure == figure);
        let numbered: Vec<_> = (self.made..).zip(found).collect();
        self.made += numbered.len();
        numbered
    }

    /// Whether any comment stands in the body.
    pub(super) fn commented(&self) -> bool {
        self.made > 0
    }

    /// Notes a link and returns the bookmark it leads to.
    pub(super) fn link(&mut self, target: &str) -> Handle {
        self.links.push(target.to_owned());
        block_handle(target)
    }

    /// Returns the bookmarks in the order of the document.
    ///
    /// # Errors
    /// [`DocxError::Handle`] for two bookmarks of one name, [`DocxError::Target`] for a link that leads nowhere.
    pub(super) fn finish(self) -> Result<Vec<Mark>, DocxError> {
        let mut seen = BTreeMap::new();
        for mark in &self.marks {
            if let Some(first) = seen.insert(mark.handle.as_str(), mark.piece.as_str()) {
                return Err(DocxError::Handle {
                    handle: mark.handle.as_str().to_owned(),
                    first: first.to_owned(),
                    second: mark.piece.clone(),
                });
            }
        }
        for target in self.links {
            if !seen.contains_key(block_handle(&target).as_str()) {
                return Err(DocxError::Target { target });
            }
        }
        Ok(self.marks)
    }

    fn add(&mut self, handle: Handle, figure: Option<String>) -> usize {
        self.marks.push(Mark {
            handle,
            piece: self.piece.clone(),
            figure,
        });
        self.marks.len()
    }
}
