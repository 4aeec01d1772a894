//! Lists for other programs: the same rows whether printed by `briefings export` or attached to a PDF. Field names and
//! their order are a public interface.

mod figures;
mod initiatives;
mod text;
mod written;

pub use figures::{FigureRow, figures};
pub use initiatives::{InitiativeRow, initiatives};
pub use text::{formula_text, plain};
pub use written::{csv, json};
