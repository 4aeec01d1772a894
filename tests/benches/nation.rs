//! How long `check` takes: over the four counties of the repository, and over as many generated ones as the country has.

use std::path::Path;

use county_briefings::pipeline::{self, Checked};

#[expect(dead_code, reason = "tests ask for more than benchmarks do")]
#[path = "../generator/mod.rs"]
mod generator;

use generator::{Size, generate};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// Reading the files included.
#[divan::bench]
fn four() -> Checked {
    pipeline::judge(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository is a workspace")
}

#[divan::bench(args = [100, 2850], sample_count = 3)]
fn generated(bencher: divan::Bencher<'_, '_>, counties: usize) {
    let workspace = generate(1, &Size::of(counties));
    bencher
        .with_inputs(|| workspace.sources())
        .bench_values(pipeline::judge_sources);
}
