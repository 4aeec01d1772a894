//! 标点: marks at the edges of lines.

use super::Page;
use crate::measure::{
    Entry, Line,
    line::{may_not_begin, may_not_end},
};

/// Last lines of paragraphs that hold one character and its mark: counted, as the grid leaves no room to pull them back.
pub(super) fn short_last_lines(pages: &[Page<'_>]) -> Entry {
    let entry = Entry::new("last lines", "as few of one character as the grid allows");
    let (mut last_lines, mut short) = (0, 0);
    for page in pages {
        let lines: Vec<&Line<'_>> = page.body().collect();
        for (at, line) in lines.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| lines[before]);
            let goes_on = |line: &Line<'_>, next: &Line<'_>| line.goes_on(page.sheet, next);
            let is_last = before.is_some_and(|before| goes_on(before, line))
                && !lines.get(at + 1).is_some_and(|next| goes_on(line, next));
            let characters = line.glyphs.iter();
            let characters = characters.filter(|glyph| !may_not_begin(&glyph.text));
            last_lines += usize::from(is_last);
            short += usize::from(is_last && characters.count() == 1);
        }
    }
    entry.measured(
        last_lines,
        format!("{last_lines} paragraphs of several lines, {short} end in one character"),
    )
}

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
