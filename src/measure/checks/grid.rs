//! 行: the lines of the page.

use super::{Page, spec};
use crate::measure::{Entry, spec::NEAR};

/// Every line of body text stands on the grid, also below headings, tables and charts.
pub(super) fn baselines(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new("baseline grid", "every 29.45 pt from 37 mm below the edge");
    let (mut measured, mut most) = (0, 0.0_f64);
    for page in pages {
        for line in page.body() {
            measured += 1;
            let (_, off) = spec::grid_line(line.baseline);
            most = most.max(off.abs());
            if off.abs() > NEAR {
                let found = format!("`{}` off by {}", line.beginning(), spec::mm(off));
                entry.fault(page.sheet.number, found);
            }
        }
    }
    entry.measured(
        measured,
        format!("{measured} lines, off by {} at most", spec::mm(most)),
    )
}

/// A page whose text goes on in the middle of a paragraph is full: its last line is the 22nd.
pub(super) fn full_pages(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new("lines of a full page", "22");
    let mut measured = 0;
    for pair in pages.windows(2) {
        let (page, next) = (&pair[0], &pair[1]);
        let goes_on = next.lines.first().is_some_and(|line| {
            line.is_body()
                && line.indent(next.sheet) == Some(0)
                && spec::grid_line(line.baseline).0 == 0
        });
        let Some(last) = page.lines.last().filter(|line| goes_on && line.is_body()) else {
            continue;
        };
        measured += 1;
        let count = spec::grid_line(last.baseline).0 + 1;
        if count != spec::LINES {
            entry.fault(
                page.sheet.number,
                format!("{count} lines, though the paragraph goes on"),
            );
        }
    }
    entry.measured(measured, format!("{measured} full pages"))
}
