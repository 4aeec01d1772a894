//! The sheet.

use super::{Page, spec};
use crate::measure::Entry;

/// A4, on its side where a table is too wide.
pub(super) fn paper(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new("paper", "A4, 210 × 297 mm");
    for page in pages {
        let (width, height) = page.sheet.size;
        let is = |w: f64, h: f64| spec::near(width, w) && spec::near(height, h);
        if !is(spec::PAPER.0, spec::PAPER.1) && !is(spec::PAPER.1, spec::PAPER.0) {
            let found = format!("{} × {}", spec::mm(width), spec::mm(height));
            entry.fault(page.sheet.number, found);
        }
    }
    entry.measured(pages.len(), format!("{} pages", pages.len()))
}
