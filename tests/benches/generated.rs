//! Writes generated reports as PDF and DOCX for programs that are not ours to look at: `cargo bench --bench generated -- 300`.
//! They go into `target/generated/`.

use std::{env, fs, path::Path};

use county_briefings::{
    pipeline::check_sources,
    render::{
        docx,
        typst::{self, Layout},
    },
    source::CONFIG,
};

#[expect(dead_code, reason = "tests ask for more than this does")]
#[path = "../generator/mod.rs"]
mod generator;

use generator::{Size, generate};

/// Where they go.
const FOLDER: &str = "target/generated";

#[expect(clippy::print_stdout, reason = "this is a program for the terminal")]
#[expect(clippy::disallowed_methods, reason = "this is what the command is for")]
fn main() {
    let wanted = env::args().filter_map(|arg| arg.parse().ok()).next_back();
    let wanted: usize = wanted.unwrap_or(20);
    let folder = Path::new(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(folder).expect("what was written before can be removed");
    }
    fs::create_dir_all(folder).expect("a folder for the reports");
    let layout = Layout::embedded();
    let mut written = 0;
    let sizes = [(2, 12), (1, 40), (3, 6), (5, 20), (12, 4)]
        .into_iter()
        .cycle();
    for (seed, (counties, initiatives)) in (1_u64..).zip(sizes) {
        let size = Size::of(counties).initiatives(1..=initiatives);
        let mut workspace = generate(seed, &size);
        // Every second one with the comments of writers.
        if seed % 2 == 0 {
            let config = workspace.files.iter_mut().find(|(path, _)| path == CONFIG);
            let (_, config) = config.expect("a workspace has its configuration");
            config.push_str("docx_comments: all\n");
        }
        for (id, document) in check_sources(workspace.sources()).documents {
            if written == wanted {
                println!("{written} reports in {FOLDER}");
                return;
            }
            let name = format!("{seed}-{id}");
            let pdf = typst::render(&document, &layout);
            let pdf = pdf.unwrap_or_else(|error| panic!("{name}: {error}"));
            let pages = match document.meta.contents {
                true => typst::heading_pages(&document, &layout),
                false => Ok(docx::Pages::default()),
            };
            let made = docx::Made {
                pages: pages.unwrap_or_else(|error| panic!("{name}: {error}")),
                ..docx::Made::default()
            };
            let word = docx::render(&document, &made);
            let word = word.unwrap_or_else(|error| panic!("{name}: {error}"));
            for (extension, bytes) in [("pdf", &pdf.bytes), ("docx", &word)] {
                fs::write(folder.join(format!("{name}.{extension}")), bytes)
                    .expect("a file for the report");
            }
            written += 1;
        }
    }
}
