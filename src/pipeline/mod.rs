//! The stages called in order.
//!
//! [`check`] reads a workspace and finds what is wrong with it, [`build`] brings its outputs up to date, [`export`] lists
//! what is in it.
//!
//! **Invariant:** knows nothing of terminals and command lines.

mod build;
mod check;
mod export;
mod plan;
mod render;

pub use build::{BuildError, BuildOptions, Outcome, Output, Status, Writing, build};
pub use check::{Checked, check, check_sources};
pub use export::{FigureRow, InitiativeRow, NumeralRow, figures, initiatives, numerals};
