//! Tests that need more than one module or the binary.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "tests prepare workspaces on the disk, look at what became of them and print what they measured; what fails there fails the test"
)]

mod bad_input;
mod charts;
mod cli;
mod comments;
mod comparison;
mod determinism;
mod digest;
mod digits;
mod export;
mod export_comparison;
mod extreme;
mod faults;
mod findings;
mod gallery;
#[path = "generator.rs"]
mod generated;
#[path = "../generator/mod.rs"]
mod generator;
mod imports;
mod incremental;
mod job;
mod measure;
mod numerals;
mod office;
mod parity;
mod properties;
mod reference_doc;
mod rules;
mod rust_words;
mod saved;
mod schema;
mod small;
mod sources;
mod support;
mod templates;
mod trace;
mod ways;
mod yaml;
