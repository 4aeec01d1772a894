//! 标点: marks at the edges of lines.

use super::Page;
use crate::measure::{
    Entry,
    line::{may_not_begin, may_not_end},
};

/// No line of a text begins with a mark that closes, and none ends with one that opens.
pub(super) fn beginnings(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new(
        "marks at line ends",
        "no line begins with ，。、；：？！”）》 or ends with “（《",
    );
    let mut measured = 0;
    for page in pages {
        for line in page.body() {
            measured += 1;
            let (first, last) = (line.glyphs.first(), line.glyphs.last());
            if first.is_some_and(|glyph| may_not_begin(&glyph.text))
                || last.is_some_and(|glyph| may_not_end(&glyph.text))
            {
                entry.fault(page.sheet.number, format!("`{}`", line.text()));
            }
        }
    }
    entry.measured(measured, format!("{measured} lines"))
}
