//! The stages called in order.
//!
//! [`check()`] reads a workspace and finds what is wrong with it, [`build()`] brings its outputs up to date; [`comparisons`]
//! and [`numerals()`] list what is in it.
//!
//! **Invariant:** knows nothing of terminals and command lines.

mod build;
mod check;
mod draft;
mod export_comparison;
mod export_doubts;
mod glyphs;
mod numerals;
mod outcome;
mod plan;
mod reference;
mod render;
mod style;
mod trace;
mod trace_statements;
mod views;
mod written;

pub use crate::audit::{Agreement, Coverage};
pub use build::build;
pub use check::{Checked, check, check_against, check_sources, judge, judge_sources};
pub use draft::{IndexError, draft_index};
pub use export_comparison::{
    ComparisonRow, MeansRow, QuotientRow, ReasonRow, ValueRow, comparisons,
};
pub use export_doubts::{DoubtRow, FindingRow, doubts, findings};
pub use numerals::{NumeralRow, numerals};
pub use outcome::{BuildError, BuildOptions, Outcome, Output, Status, Writing};
pub use reference::reference_doc;
pub use render::RenderError;
pub use trace::{
    PrintedPlace, SourcePlace, Trace, TraceError, TracedCheck, TracedDoubt, trace, trace_all,
};
pub use trace_statements::{StatementTrace, trace_all_statements, trace_statements};
pub use views::views_guide;
