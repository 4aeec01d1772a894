//! Tests that need more than one module or the binary.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests prepare workspaces on the disk and look at what became of them; what fails there fails the test"
)]

mod bad_input;
mod cli;
mod comparison;
mod determinism;
mod export;
mod findings;
#[path = "generator.rs"]
mod generated;
#[path = "../generator/mod.rs"]
mod generator;
mod imports;
mod incremental;
mod job;
mod numerals;
mod parity;
mod properties;
mod rules;
mod rust_words;
mod small;
mod support;
mod templates;
mod yaml;
