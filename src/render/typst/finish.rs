//! The finishing pass over the laid-out pages: links learn where they lead, and what only guided the lines leaves the text.
//!
//! Typst itself finds where a link leads by laying every paragraph that has one out once more, which takes as long as all
//! else in a report of many figures. The layout files therefore write a link as `to:ANCHOR`, with the anchor of a piece, and
//! here, with all pages made, it becomes the place where that piece begins.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::Range;

use typst::introspection::{PagedPosition, Tag};
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::model::{Destination, Document as _, LinkMarker};
use typst::text::TextItem;
use typst_layout::{Page, PagedDocument};

use super::TypstError;
use super::marks::{Mark, Marks};

/// Begins the address of a link to a piece.
const TO: &str = "to:";

/// U+2060 WORD JOINER, with which the layout keeps a number and its unit together, and U+200B ZERO WIDTH SPACE, with which it
/// lets a computation part. On a finished page they would hinder who searches for the text or copies it.
const GUIDES: [char; 2] = ['\u{2060}', '\u{200B}'];

/// Where each piece begins, by its anchor.
type Places = BTreeMap<String, PagedPosition>;

/// Finishes the pages.
///
/// # Errors
///
/// [`TypstError::LostLink`] if a link leads to a piece that is on no page.
pub(super) fn finished(document: PagedDocument) -> Result<PagedDocument, TypstError> {
    let mut finish = Finish {
        places: places(&document),
        lost: None,
    };
    let info = document.info().clone();
    let mut pages: Vec<Page> = document.pages().to_vec();
    drop(document);
    for page in &mut pages {
        finish.frame(&mut page.frame);
    }
    match finish.lost {
        Some(anchor) => Err(TypstError::LostLink { anchor }),
        None => Ok(PagedDocument::new(pages.into(), info)),
    }
}

fn places(document: &PagedDocument) -> Places {
    let mut places = Places::new();
    let mut marks = Marks::default();
    for (page, number) in document.pages().iter().zip(1..) {
        let number = NonZeroUsize::new(number).expect("invariant: counted from 1");
        let mut note = |anchor, point| {
            let page = number;
            places
                .entry(anchor)
                .or_insert(PagedPosition { page, point });
        };
        find_pieces(&page.frame, Transform::identity(), &mut marks, &mut note);
    }
    places
}

fn find_pieces(
    frame: &Frame,
    to_page: Transform,
    marks: &mut Marks,
    note: &mut impl FnMut(String, Point),
) {
    for (position, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let to_page = to_page
                    .pre_concat(Transform::translate(position.x, position.y))
                    .pre_concat(group.transform);
                find_pieces(&group.frame, to_page, marks, note);
            }
            FrameItem::Tag(tag) => {
                if let Some(Mark::Begin(anchor)) = marks.read(tag) {
                    note(anchor, position.transform(to_page));
                }
            }
            FrameItem::Text(..)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..) => {}
        }
    }
}

struct Finish {
    places: Places,
    /// The first anchor that a link looked for in vain.
    lost: Option<String>,
}

impl Finish {
    fn frame(&mut self, frame: &mut Frame) {
        frame.retain(|item| {
            self.item(item);
            true
        });
    }

    fn item(&mut self, item: &mut FrameItem) {
        match item {
            FrameItem::Group(group) => self.frame(&mut group.frame),
            FrameItem::Text(text) if text.text.contains(GUIDES) => strip(text),
            FrameItem::Link(destination, _) => {
                if let Destination::Url(url) = destination
                    && let Some(anchor) = url.strip_prefix(TO)
                    && let Some(place) = self.place(anchor)
                {
                    *destination = Destination::Position(place);
                }
            }
            FrameItem::Tag(Tag::Start(content, _)) => {
                if let Some(marker) = content.to_packed_mut::<LinkMarker>()
                    && let Some(anchor) = marker.alt.as_ref().and_then(|alt| alt.strip_prefix(TO))
                    && let Some(place) = self.place(anchor)
                {
                    // What is read aloud before the link's text.
                    marker.alt = Some(format!("见第{}页", place.page).into());
                }
            }
            FrameItem::Tag(Tag::End(..))
            | FrameItem::Text(..)
            | FrameItem::Shape(..)
            | FrameItem::Image(..) => {}
        }
    }

    fn place(&mut self, anchor: &str) -> Option<PagedPosition> {
        let place = self.places.get(anchor).copied();
        if place.is_none() {
            self.lost.get_or_insert_with(|| anchor.to_owned());
        }
        place
    }
}

/// Takes the guides out of a text, and the ranges of its glyphs along.
fn strip(item: &mut TextItem) {
    let ranges = item.glyphs.iter_mut().map(|glyph| &mut glyph.range);
    item.text = without_guides(&item.text, ranges).into();
}

/// The text without guides; the ranges in it move along.
fn without_guides<'r>(text: &str, ranges: impl Iterator<Item = &'r mut Range<u16>>) -> String {
    let guides: Vec<(usize, &str)> = text.match_indices(GUIDES).collect();
    let shortened = |at: u16| {
        let before = guides
            .iter()
            .take_while(|(guide, _)| *guide < usize::from(at));
        let gone: usize = before.map(|(_, guide)| guide.len()).sum();
        at - u16::try_from(gone).expect("invariant: a glyph's range is of 16 bits")
    };
    for range in ranges {
        *range = shortened(range.start)..shortened(range.end);
    }
    text.replace(GUIDES, "")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{Layout, compile};
    use super::*;
    use crate::document::{Align, Body, Document, Role, RowKind, sample::sample};

    /// Where links lead, and what is read aloud before them.
    #[derive(Default)]
    struct Links {
        places: Vec<Destination>,
        alts: BTreeSet<String>,
    }

    impl Links {
        fn note(&mut self, frame: &Frame) {
            for (_, item) in frame.items() {
                match item {
                    FrameItem::Group(group) => self.note(&group.frame),
                    FrameItem::Link(destination, _) => self.places.push(destination.clone()),
                    FrameItem::Tag(Tag::Start(content, _)) => {
                        let marker = content.to_packed::<LinkMarker>();
                        self.alts.extend(
                            marker.and_then(|marker| marker.alt.as_ref().map(ToString::to_string)),
                        );
                    }
                    FrameItem::Tag(Tag::End(..))
                    | FrameItem::Text(..)
                    | FrameItem::Shape(..)
                    | FrameItem::Image(..) => {}
                }
            }
        }
    }

    /// The anchors that the numbers in sentences, and the marks, should lead to.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only these roles lead anywhere"
    )]
    fn wanted(document: &Document) -> BTreeSet<String> {
        let mut rows = BTreeMap::new();
        let mut items = BTreeSet::new();
        for block in &document.blocks {
            match &block.body {
                Body::Table(table) if table.columns.iter().any(|c| c.align == Align::Decimal) => {
                    let first = &table.columns[0].id;
                    for row in table.rows.iter().filter(|row| row.kind != RowKind::Group) {
                        let anchor = format!("{}/{}/{first}", block.id, row.id);
                        rows.entry(row.id.as_str()).or_insert(anchor);
                    }
                }
                Body::List { items: list, .. } => {
                    items.extend(list.iter().map(|item| format!("{}/{}", block.id, item.id)));
                }
                Body::Heading { .. }
                | Body::Paragraph { .. }
                | Body::Table(_)
                | Body::Chart(_)
                | Body::KeyFact(_) => {}
            }
        }
        let mut wanted = BTreeSet::new();
        for block in &document.blocks {
            // The number of a row does not lead to itself.
            let sentence = matches!(block.body, Body::Paragraph { .. } | Body::KeyFact(_));
            for run in block.pieces().iter().flat_map(|piece| &piece.text) {
                wanted.extend(match &run.role {
                    Role::Figure { id } | Role::Derived { id, .. } if sentence => {
                        let local = id.rsplit('/').next().unwrap();
                        rows.get(id.as_str()).or(rows.get(local)).cloned()
                    }
                    Role::Source { target } | Role::Doubt { target } => items.get(target).cloned(),
                    _ => None,
                });
            }
        }
        wanted
    }

    #[test]
    fn figures_lead_to_their_rows_and_marks_to_their_items() {
        let document = sample();
        let (links, places) = compile::compile(&document, &Layout::embedded(), |_, pages| {
            let mut links = Links::default();
            for page in pages.pages() {
                links.note(&page.frame);
            }
            Ok((links, places(pages)))
        })
        .unwrap();

        let wanted = wanted(&document);
        assert!(wanted.len() > 5, "{wanted:?}");
        for anchor in &wanted {
            let place = Destination::Position(places[anchor]);
            assert!(links.places.contains(&place), "nothing leads to `{anchor}`");
            let alt = format!("见第{}页", places[anchor].page);
            assert!(links.alts.contains(&alt), "{alt}");
        }
        for place in &links.places {
            let known = |known: &PagedPosition| *place == Destination::Position(*known);
            assert!(places.values().any(known), "{place:?}");
        }
    }

    #[test]
    fn a_link_to_a_piece_that_is_on_no_page_is_an_error() {
        let mut files = Layout::embedded().files().clone();
        let main = files.get_mut("report.typ").unwrap();
        main.push_str("\n#to(\"annex/nothing\")[2310件]\n");
        let error = compile::compile(&sample(), &Layout::new(files), |_, _| Ok(())).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a link leads to `annex/nothing`, which stands on no page; name a piece of the report in `templates/layout/`"
        );
    }

    #[test]
    fn ranges_follow_the_text_when_guides_leave_it() {
        let text = "\u{2060}574\u{2060}名次\u{200B}多\u{2060}";
        let mut ranges = [0..9, 9..12, 12..21, 21..24];
        let short = without_guides(text, ranges.iter_mut());
        assert_eq!(short, "574名次多");
        assert_eq!(ranges, [0..3, 3..6, 6..12, 12..12]);
    }
}
