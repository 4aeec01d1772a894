//! Reads the laid-out pages back: which text stands on which page, and which characters no face can draw.

use std::collections::BTreeMap;

use typst::foundations::Value;
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::TypstError;

/// Text of one piece of the document, as it stands on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRun {
    /// Counted from 1.
    pub page: usize,
    /// The anchor of the piece, `BLOCK/plot/BAR` inside a chart, or `furniture` for what is no piece: folio, the label
    /// 提要, legends and table heads repeated on a later page.
    pub anchor: String,
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

/// Follows the marks that `piece` in `data.typ` sets before and after each text. They nest (a footer comes in the middle
/// of a paragraph that goes on), so the open anchors form a stack that outlives the page.
#[derive(Default)]
struct Reader {
    page: usize,
    open: Vec<String>,
    /// The page on which each anchor was first met.
    first: BTreeMap<String, usize>,
    runs: Vec<TextRun>,
    /// Anchor of the first piece that lacks glyphs, and the characters of that piece.
    missing: Option<(String, String)>,
}

impl Reader {
    fn frame(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.frame(&group.frame),
                FrameItem::Text(text) => self.text(text),
                FrameItem::Tag(Tag::Start(content, _)) => {
                    if let Some(mark) = content.to_packed::<MetadataElem>()
                        && let Value::Dict(mark) = &mark.value
                    {
                        self.mark(mark.get("piece").ok());
                    }
                }
                FrameItem::Tag(Tag::End(..))
                | FrameItem::Shape(..)
                | FrameItem::Image(..)
                | FrameItem::Link(..) => {}
            }
        }
    }

    fn mark(&mut self, mark: Option<&Value>) {
        match mark {
            Some(Value::Str(anchor)) => {
                let first = *self.first.entry(anchor.to_string()).or_insert(self.page);
                // Met again on a later page: the head of a table that goes on there.
                let repeated = first < self.page;
                self.open.push(if repeated {
                    FURNITURE.to_owned()
                } else {
                    anchor.to_string()
                });
            }
            Some(Value::None) => drop(self.open.pop()),
            _ => {}
        }
    }

    fn text(&mut self, item: &TextItem) {
        let anchor = self.open.last().map_or(FURNITURE, String::as_str);
        for glyph in item.glyphs.iter().filter(|glyph| glyph.id == 0) {
            let (place, characters) = self
                .missing
                .get_or_insert_with(|| (anchor.to_owned(), String::new()));
            let character = &item.text[glyph.range()];
            if place == anchor && !characters.contains(character) {
                characters.push_str(character);
            }
        }
        match self.runs.last_mut() {
            Some(run) if run.page == self.page && run.anchor == anchor => {
                run.text.push_str(&item.text);
            }
            _ => self.runs.push(TextRun {
                page: self.page,
                anchor: anchor.to_owned(),
                text: item.text.to_string(),
            }),
        }
    }
}
