//! The measures of GB/T 9704-2012 in points, and how near to them is near enough.

use super::{Glyph, Sheet};

/// A millimetre.
pub(super) const MM: f64 = 72.0 / 25.4;
/// As near as a measure must be: a tenth of a millimetre.
pub(super) const NEAR: f64 = 0.1 * MM;

/// Of the sheet, A4.
pub(super) const PAPER: (f64, f64) = (210.0 * MM, 297.0 * MM);
/// 天头
pub(super) const TOP: f64 = 37.0 * MM;
/// Lower edge of the text, 35 mm above that of the sheet.
pub(super) const BOTTOM: f64 = (297.0 - 35.0) * MM;
/// 订口, the inner margin.
pub(super) const INNER: f64 = 28.0 * MM;
/// The outer margin.
pub(super) const OUTER: f64 = 26.0 * MM;
/// Width of the text.
pub(super) const WIDTH: f64 = 156.0 * MM;
/// Characters in a line.
pub(super) const CELLS: u32 = 28;
/// Lines on a page.
pub(super) const LINES: i64 = 22;
/// 一字: the width of a character.
pub(super) const CELL: f64 = WIDTH / 28.0;
/// 一行: from baseline to baseline, as GB/T 33476.2 has it.
pub(super) const PITCH: f64 = 29.45;
/// From the top of a line to its baseline.
pub(super) const ASCENT: f64 = 0.88 * CELL;

/// Whether two measures are one.
pub(super) fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= NEAR
}

/// Left edge of the text: pages with odd numbers are bound on the left.
pub(super) fn left(sheet: &Sheet) -> f64 {
    if sheet.number % 2 == 1 { INNER } else { OUTER }
}

/// Right edge of the text.
pub(super) fn right(sheet: &Sheet) -> f64 {
    left(sheet) + WIDTH
}

/// Whether a character is of the body's size, 3号 as the grid has it.
pub(super) fn is_body_size(glyph: &Glyph) -> bool {
    (glyph.size - CELL).abs() < 0.02
}

/// How many lines below the first a baseline stands, and how far beside that line.
pub(super) fn grid_line(baseline: f64) -> (i64, f64) {
    let lines = (baseline - TOP - ASCENT) / PITCH;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a page has some twenty lines"
    )]
    let line = lines.round() as i64;
    (line, (lines - lines.round()) * PITCH)
}

/// In millimetres, as people measure.
pub(super) fn mm(points: f64) -> String {
    format!("{:.2} mm", points / MM)
}
