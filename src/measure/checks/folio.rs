//! 页码.

use super::{Page, is_full_width, spec};
use crate::measure::{
    Entry, Glyph, Sheet,
    spec::{MM, NEAR},
};

/// `— 1 —`: 4号, its dashes 7 mm below the text, on odd pages one cell in from the right edge, on even ones from the left.
pub(super) fn numbers(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new(
        "page numbers",
        "14 pt, dashes 7 mm below the text, outside, one cell in",
    );
    for (at, page) in pages.iter().enumerate() {
        let sheet = page.sheet;
        let foot = |y: f64| y > sheet.size.1 - 35.0 * MM;
        let digits: Vec<&Glyph> = sheet.glyphs.iter().filter(|glyph| foot(glyph.y)).collect();
        let printed: String = digits.iter().map(|glyph| glyph.text.trim()).collect();
        let last = at + 1 == pages.len();
        if last && printed.is_empty() && holds_only_imprint(sheet) {
            continue;
        }
        if printed != sheet.number.to_string() {
            entry.fault(sheet.number, format!("`{printed}`"));
            continue;
        }
        if digits
            .iter()
            .any(|glyph| !glyph.text.trim().is_empty() && (glyph.size - 14.0).abs() > 0.02)
        {
            entry.fault(sheet.number, format!("{:.1} pt", digits[0].size));
        }
        let dashes = sheet
            .rules
            .iter()
            .map(|rule| rule.area)
            .filter(|area| foot(area.y0));
        let dashes: Vec<_> = dashes.collect();
        let (Some(first), Some(last)) = (dashes.first(), dashes.last()) else {
            entry.fault(sheet.number, "no dashes");
            continue;
        };
        let height = f64::midpoint(first.y0, first.y1) - (sheet.size.1 - 35.0 * MM);
        if (height - 7.0 * MM).abs() > NEAR {
            entry.fault(
                sheet.number,
                format!("dashes {} below the text", spec::mm(height)),
            );
        }
        let (side, inset) = if sheet.number % 2 == 1 {
            ("right", spec::right(sheet) - last.x1)
        } else {
            ("left", first.x0 - spec::left(sheet))
        };
        if sheet.size.0 < sheet.size.1 && (inset - spec::CELL).abs() > NEAR {
            entry.fault(
                sheet.number,
                format!("{} in from the {side}", spec::mm(inset)),
            );
        }
    }
    entry.measured(pages.len(), format!("{} pages", pages.len()))
}

/// A page with nothing but 版记 bears no number.
fn holds_only_imprint(sheet: &Sheet) -> bool {
    let rules = sheet.rules.iter().map(|rule| rule.area);
    let full = rules.filter(|area| is_full_width(sheet, *area));
    let top = full.map(|area| area.y0).fold(f64::INFINITY, f64::min);
    sheet.number.is_multiple_of(2) && sheet.glyphs.iter().all(|glyph| glyph.y > top)
}
