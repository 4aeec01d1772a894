//! 版记.

use super::{Page, is_full_width, spec};
use crate::measure::{
    Entry,
    spec::{MM, NEAR},
};

/// Between rules of 0.35 mm, those within 0.25 mm; the last one is the lower edge of the text of the last page.
pub(super) fn rules(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new(
        "imprint",
        "rules of 0.35 mm, within 0.25 mm, down to the lower edge of the last page",
    );
    let Some(page) = pages.last() else {
        return entry;
    };
    let sheet = page.sheet;
    let full = sheet.rules.iter().map(|rule| rule.area);
    let mut full: Vec<kurbo::Rect> = full
        .filter(|area| is_full_width(sheet, *area) && area.height() < MM)
        .collect();
    full.sort_by(|a, b| a.y0.total_cmp(&b.y0));
    let Some(last) = full.last().copied() else {
        return entry.measured(0, "none");
    };
    let middle = f64::midpoint(last.y0, last.y1);
    let low = middle > spec::BOTTOM - 2.0 * spec::PITCH;
    if !low {
        return entry.measured(0, "none");
    }
    if (middle - spec::BOTTOM).abs() > 0.2 * MM {
        entry.fault(
            sheet.number,
            format!(
                "the last rule is {} above the lower edge",
                spec::mm(spec::BOTTOM - middle)
            ),
        );
    }
    if (last.height() - 0.35 * MM).abs() > NEAR / 2.0 {
        entry.fault(
            sheet.number,
            format!("the last rule is {} thick", spec::mm(last.height())),
        );
    }
    let first = full
        .iter()
        .rev()
        .skip(1)
        .find(|area| (area.height() - 0.35 * MM).abs() <= NEAR / 2.0);
    let Some(first) = first else {
        entry.fault(sheet.number, "it has no first rule of 0.35 mm");
        return entry.measured(1, "one rule");
    };
    let within = full
        .iter()
        .filter(|area| area.y0 > first.y1 && area.y1 < last.y0);
    let within: Vec<&kurbo::Rect> = within.collect();
    for area in &within {
        if (area.height() - 0.25 * MM).abs() > NEAR / 2.0 {
            entry.fault(
                sheet.number,
                format!("a rule within is {} thick", spec::mm(area.height())),
            );
        }
    }
    entry.measured(
        full.len(),
        format!(
            "page {}, {} rules, the last {} from the edge",
            sheet.number,
            within.len() + 2,
            spec::mm(spec::BOTTOM - middle)
        ),
    )
}
