//! 版心: the area of the text and the margins around it.

use super::{Page, spec};
use crate::measure::{Entry, Line, line::is_han, spec::NEAR};

/// The margins: by lines that go on in the next one, from their first character to their last, and by the first line of a
/// page. A line that begins or ends with a mark, half of which is empty, is left to the text area.
pub(super) fn margins(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new(
        "margins",
        "top 37, bottom 35, inner 28, outer 26 mm; text 156 × 225 mm",
    );
    let (mut measured, mut most) = (0, [0.0_f64; 3]);
    for page in pages {
        let (left, right) = (spec::left(page.sheet), spec::right(page.sheet));
        let lines: Vec<&Line<'_>> = page.body().collect();
        for pair in lines.windows(2) {
            let (line, next) = (pair[0], pair[1]);
            let ends = [line.glyphs.first(), line.glyphs.last()];
            let han = ends.into_iter().flatten().all(|glyph| is_han(&glyph.text));
            // Frames stand one cell in on both sides.
            let edges = line.indent(page.sheet) == Some(0) && next.indent(page.sheet) == Some(0);
            if !han || !edges || !line.goes_on(page.sheet, next) {
                continue;
            }
            measured += 1;
            let off = [line.start() - left, line.end() - right];
            for (most, off) in most.iter_mut().zip(off) {
                *most = most.max(off.abs());
            }
            if off.iter().any(|off| off.abs() > NEAR) {
                let (start, end) = (spec::mm(line.start()), spec::mm(line.end()));
                let found = format!("`{}` from {start} to {end}", line.beginning());
                entry.fault(page.sheet.number, found);
            }
        }
        // A page may begin with a table; its text then begins further down.
        let first = lines.first().filter(|_| page.sheet.number > 1);
        let top = first.map_or(spec::TOP, |line| line.baseline - spec::ASCENT);
        let off = top - spec::TOP;
        if off < spec::PITCH / 2.0 {
            most[2] = most[2].max(off.abs());
            if off.abs() > NEAR {
                let found = format!("the text begins at {}", spec::mm(top));
                entry.fault(page.sheet.number, found);
            }
        }
    }
    let [left, right, top] = most.map(spec::mm);
    entry.measured(
        measured,
        format!(
            "{measured} lines from edge to edge; off by {left} left, {right} right, {top} at the top at most"
        ),
    )
}

/// Nothing is inked outside the text but the mark of a draft above it and the folio below.
pub(super) fn overflow(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new("text area", "nothing inked outside 156 × 225 mm");
    let mut measured = 0;
    for page in pages {
        let sheet = page.sheet;
        let (left, right) = (spec::left(sheet), spec::right(sheet));
        let (top, bottom) = if sheet.size.0 > sheet.size.1 {
            continue;
        } else {
            (spec::TOP, spec::BOTTOM)
        };
        for glyph in sheet.glyphs.iter().filter(|glyph| !glyph.artifact) {
            let Some(ink) = glyph.ink else { continue };
            measured += 1;
            // Dashes are drawn wider than their room, so that two of them join.
            let (from, to) = if glyph.text == "—" {
                (glyph.x, glyph.x + glyph.advance)
            } else {
                (ink.x0, ink.x1)
            };
            let above = ink.y0 < top - NEAR && !(sheet.number == 1 && glyph.y < top);
            let outside = from < left - NEAR || to > right + NEAR || ink.y1 > bottom + NEAR;
            if above || outside {
                let found = format!(
                    "`{}` inked from {} to {}, {} from the top",
                    glyph.text,
                    spec::mm(from),
                    spec::mm(to),
                    spec::mm(glyph.y)
                );
                entry.fault(sheet.number, found);
            }
        }
    }
    entry.measured(measured, format!("{measured} characters"))
}
