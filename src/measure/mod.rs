//! The delivered file measured: where text and rules stand on the pages of a PDF, held against GB/T 9704.
//!
//! Comes in: the bytes of a PDF, read back with no knowledge of what made it. Goes out: a [`Card`], a line for each rule
//! with what was measured. What the layout intends proves nothing; what stands on the page does.
//!
//! **Invariant:** lengths are points from the upper left corner of the page, `y` growing downwards.

mod card;
mod checks;
mod line;
mod sheet;
mod spec;

pub use card::{Card, Entry, Fault};
pub use line::Line;
pub use sheet::{Glyph, MeasureError, Rule, Sheet, sheets};

/// Measures a PDF of ours.
///
/// # Errors
///
/// [`MeasureError`] if the bytes are no PDF that can be read, or no page has text.
pub fn report_card(pdf: &[u8]) -> Result<Card, MeasureError> {
    let sheets = sheets(pdf)?;
    Ok(checks::all(&sheets))
}
