//! Reads the laid-out pages back: which text stands on which page, and which characters no face can draw.

use std::collections::BTreeMap;

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::TypstError;
use super::marks::{Mark, Marks};

/// Text of one piece of the document, as it stands on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRun {
    /// Counted from 1.
    pub page: usize,
    /// The anchor of the piece, `BLOCK/plot/BAR` inside a chart, or `furniture` for what is no piece: folio, the label
    /// 提要, legends and table heads repeated on a later page.
    pub anchor: String,
    /// The anchor of the piece that this furniture repeats: the head of a table that goes on here.
    pub repeats: Option<String>,
    /// The characters in reading order; white space at line ends is lost.
    pub text: String,
}

/// The anchor of text that belongs to no piece.
pub(super) const FURNITURE: &str = "furniture";

/// Lists the text of all pages, neighbours of one anchor joined.
///
/// # Errors
///
/// [`TypstError::MissingGlyph`] for characters that no embedded face has.
pub(super) fn text_runs(document: &PagedDocument) -> Result<Vec<TextRun>, TypstError> {
    let mut reader = Reader::default();
    for (index, page) in document.pages().iter().enumerate() {
        reader.page = index + 1;
        reader.frame(&page.frame);
    }
    match reader.missing {
        Some((anchor, characters)) => Err(TypstError::MissingGlyph { characters, anchor }),
        None => Ok(reader.runs),
    }
}

/// Follows the [`Marks`]. Pieces nest (a footer comes in the middle of a paragraph that goes on), so the open anchors form a
/// stack that outlives the page.
#[derive(Default)]
struct Reader {
    page: usize,
    marks: Marks,
    open: Vec<Open>,
    /// The page on which each anchor was first met.
    first: BTreeMap<String, usize>,
    runs: Vec<TextRun>,
    /// Anchor of the first piece that lacks glyphs, and the characters of that piece.
    missing: Option<(String, String)>,
}

/// Whose text comes: the anchor, and what it repeats.
#[derive(Clone, PartialEq, Eq)]
struct Open {
    anchor: String,
    repeats: Option<String>,
}

impl Open {
    fn furniture(repeats: Option<String>) -> Self {
        Self {
            anchor: FURNITURE.to_owned(),
            repeats,
        }
    }
}

impl Reader {
    fn frame(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.frame(&group.frame),
                FrameItem::Text(text) => self.text(text),
                FrameItem::Tag(tag) => match self.marks.read(tag) {
                    Some(Mark::Begin(anchor)) => self.begin(anchor),
                    Some(Mark::End) => drop(self.open.pop()),
                    None => {}
                },
                FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) => {}
            }
        }
    }

    fn begin(&mut self, anchor: String) {
        if anchor == FURNITURE {
            self.open.push(Open::furniture(None));
            return;
        }
        let first = *self.first.entry(anchor.clone()).or_insert(self.page);
        // Met again on a later page: the head of a table that goes on there.
        self.open.push(if first < self.page {
            Open::furniture(Some(anchor))
        } else {
            Open {
                anchor,
                repeats: None,
            }
        });
    }

    fn text(&mut self, item: &TextItem) {
        let open = self.open.last().cloned();
        let Open { anchor, repeats } = open.unwrap_or_else(|| Open::furniture(None));
        for glyph in item.glyphs.iter().filter(|glyph| glyph.id == 0) {
            let (place, characters) = self
                .missing
                .get_or_insert_with(|| (anchor.clone(), String::new()));
            let character = &item.text[glyph.range()];
            if *place == anchor && !characters.contains(character) {
                characters.push_str(character);
            }
        }
        match self.runs.last_mut() {
            Some(run)
                if run.page == self.page && run.anchor == anchor && run.repeats == repeats =>
            {
                run.text.push_str(&item.text);
            }
            _ => self.runs.push(TextRun {
                page: self.page,
                anchor,
                repeats,
                text: item.text.to_string(),
            }),
        }
    }
}
