//! The report card of many generated reports: `cargo bench --bench measured -- 200`. What fails is kept in `target/measured/`.

use std::{env, fs, process::ExitCode};

use county_briefings::{
    measure::report_card,
    pipeline::check_sources,
    render::typst::{self, Layout},
};

#[expect(dead_code, reason = "tests ask for more than this does")]
#[path = "../generator/mod.rs"]
mod generator;

use generator::{Size, generate};

#[expect(clippy::print_stdout, reason = "this is a program for the terminal")]
#[expect(
    clippy::disallowed_methods,
    reason = "what fails is kept to be looked at"
)]
fn main() -> ExitCode {
    let wanted = env::args().filter_map(|arg| arg.parse().ok()).next_back();
    let wanted: usize = wanted.unwrap_or(20);
    let layout = Layout::embedded();
    let (mut reports, mut pages, mut failed) = (0, 0, 0);
    let counties = [1, 2, 3, 5, 8, 12].into_iter().cycle();
    for (seed, counties) in (1_u64..).zip(counties) {
        let workspace = generate(seed, &Size::of(counties).initiatives(1..=40));
        for (id, document) in check_sources(workspace.sources()).documents {
            let name = format!("{seed}-{id}");
            let pdf =
                typst::render(&document, &layout).unwrap_or_else(|error| panic!("{name}: {error}"));
            let card = report_card(&pdf.bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
            reports += 1;
            pages += pdf.pages;
            let broken = card.entries.iter().filter(|entry| !entry.faults.is_empty());
            for entry in broken {
                let fault = &entry.faults[0];
                println!(
                    "{name}: {}: page {}: {} ({} faults)",
                    entry.what,
                    fault.page,
                    fault.message,
                    entry.faults.len()
                );
            }
            if !card.passes() {
                failed += 1;
                fs::create_dir_all("target/measured").expect("a folder for what fails");
                fs::write(format!("target/measured/{name}.pdf"), &pdf.bytes)
                    .expect("a file for what fails");
            }
            if reports == wanted {
                println!("{reports} reports, {pages} pages: {failed} fail");
                return ExitCode::from(u8::from(failed > 0));
            }
        }
    }
    unreachable!("seeds never end")
}
