//! How long each stage takes on the real workspace: `cargo bench`.

use std::path::Path;

use county_briefings::{
    pipeline::{self, Checked},
    render::{docx, text, typst},
    source::{self, SourceSet},
};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

fn sources() -> SourceSet {
    source::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is a workspace")
}

fn checked() -> Checked {
    pipeline::check_sources(sources())
}

#[divan::bench]
fn load() -> SourceSet {
    sources()
}

/// Parse, resolve, audit, templates, compose of all five reports.
#[divan::bench]
fn check(bencher: divan::Bencher<'_, '_>) {
    bencher
        .with_inputs(sources)
        .bench_values(pipeline::check_sources);
}

#[divan::bench]
fn outline(bencher: divan::Bencher<'_, '_>) {
    let checked = checked();
    bencher.bench(|| text::render(&checked.documents[0].1));
}

#[divan::bench(args = [0, 1, 2, 3, 4])]
fn pdf(bencher: divan::Bencher<'_, '_>, report: usize) {
    let checked = checked();
    let layout = typst::Layout::embedded();
    bencher.bench(|| typst::render(&checked.documents[report].1, &layout));
}

#[divan::bench(args = [0, 1, 2, 3, 4])]
fn word(bencher: divan::Bencher<'_, '_>, report: usize) {
    let checked = checked();
    let document = &checked.documents[report].1;
    bencher.bench(|| docx::render(document, &docx::Made::default()));
}

/// A briefing of five pages with six charts, one of each kind.
#[divan::bench]
fn word_of_charts(bencher: divan::Bencher<'_, '_>) {
    let charts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workspaces/charts");
    let sources = source::load(&charts).expect("the charts are a workspace");
    let checked = pipeline::check_sources(sources);
    let document = &checked.documents[0].1;
    bencher.bench(|| docx::render(document, &docx::Made::default()));
}
