//! Where breakable blocks end, read back from a run that did not settle.
//!
//! Text behind a table returns to the grid by a gap that depends on where the table ends, and this on the gaps before it.
//! Typst tries five times to settle that, which is too few for some reports with many tables; the next run then starts
//! from the ends found so far. A gap depends only on what stands before it, so every run settles at least one more table.

use std::collections::BTreeMap;

use typst::foundations::Value;
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem};
use typst_layout::PagedDocument;

/// Id of a block to its end, in points from the top of the sheet.
pub(super) type Ends = BTreeMap<String, f64>;

/// Reads the marks `(end: ID)` of all pages.
pub(super) fn ends(document: &PagedDocument) -> Ends {
    let mut ends = Ends::new();
    for page in document.pages() {
        collect(&page.frame, Abs::zero(), &mut ends);
    }
    ends
}

fn collect(frame: &Frame, top: Abs, ends: &mut Ends) {
    for (position, item) in frame.items() {
        let y = top + position.y;
        match item {
            FrameItem::Group(group) => collect(&group.frame, y + group.transform.ty, ends),
            FrameItem::Tag(Tag::Start(content, _)) => {
                if let Some(mark) = content.to_packed::<MetadataElem>()
                    && let Value::Dict(mark) = &mark.value
                    && let Ok(Value::Str(id)) = mark.get("end")
                {
                    ends.insert(id.to_string(), y.to_pt());
                }
            }
            FrameItem::Tag(Tag::End(..))
            | FrameItem::Text(..)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..) => {}
        }
    }
}
