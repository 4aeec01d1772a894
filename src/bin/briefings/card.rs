//! `briefings check --pdf`: the report card of delivered files.

use std::path::{Path, PathBuf};

use anyhow::Context;
use county_briefings::{
    measure::{Card, Entry, report_card},
    source,
};
use serde::Serialize;

use crate::{Exit, args::MessageFormat, terminal};

/// Places named of a rule that is broken in many.
const NAMED: usize = 5;

pub(crate) fn run(files: &[PathBuf], format: MessageFormat) -> anyhow::Result<Exit> {
    let mut passes = true;
    for file in files {
        let bytes = source::bytes(file)?;
        let card =
            report_card(&bytes).with_context(|| format!("cannot measure `{}`", file.display()))?;
        passes &= card.passes();
        match format {
            MessageFormat::Human | MessageFormat::Short => terminal::data(&human(file, &card)),
            MessageFormat::Json => {
                for entry in &card.entries {
                    terminal::json(&message(file, entry));
                }
            }
        }
    }
    Ok(if passes { Exit::Done } else { Exit::Findings })
}

/// ```text
/// yuxian.pdf: 12 of 12 rules met
///   ok    baseline grid         214 lines, off by 0.00 mm at most
///   FAIL  page numbers          23 pages; expected 14 pt, …
///           page 3: `4`
/// ```
fn human(file: &Path, card: &Card) -> String {
    let met = card
        .entries
        .iter()
        .filter(|entry| entry.faults.is_empty())
        .count();
    let mut text = format!(
        "{}: {met} of {} rules met\n",
        file.display(),
        card.entries.len()
    );
    for entry in &card.entries {
        let mark = match (entry.faults.is_empty(), entry.found) {
            (true, true) => "ok",
            (true, false) => "-",
            (false, _) => "FAIL",
        };
        text += &format!("  {mark:<5} {:<22} {}\n", entry.what, entry.measured);
        if !entry.faults.is_empty() {
            text += &format!("          expected {}\n", entry.required);
        }
        for fault in entry.faults.iter().take(NAMED) {
            text += &format!("          page {}: {}\n", fault.page, fault.message);
        }
        if entry.faults.len() > NAMED {
            text += &format!("          and {} more\n", entry.faults.len() - NAMED);
        }
    }
    text
}

#[derive(Serialize)]
struct Message<'a> {
    kind: &'static str,
    file: String,
    rule: &'static str,
    passes: bool,
    found: bool,
    required: &'a str,
    measured: &'a str,
    faults: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    page: usize,
    message: &'a str,
}

fn message<'a>(file: &Path, entry: &'a Entry) -> Message<'a> {
    let faults = entry.faults.iter().map(|fault| Place {
        page: fault.page,
        message: &fault.message,
    });
    Message {
        kind: "measure",
        file: file.display().to_string(),
        rule: entry.what,
        passes: entry.faults.is_empty(),
        found: entry.found,
        required: &entry.required,
        measured: &entry.measured,
        faults: faults.collect(),
    }
}
