//! `briefings check`

use std::path::Path;

use county_briefings::{
    diagnostic::Severity,
    pipeline::{self, Agreement, Coverage},
};
use serde::Serialize;

use crate::{
    Exit,
    args::{CheckArgs, Deny, MessageFormat},
    terminal,
};

pub(crate) fn run(directory: &Path, args: &CheckArgs) -> anyhow::Result<Exit> {
    if !args.pdf.is_empty() {
        return crate::card::run(&args.pdf, args.message_format);
    }
    let workspace = crate::build::workspace(directory)?;
    let checked = match &args.sources {
        Some(texts) => pipeline::check_against(&workspace, texts)?,
        None => pipeline::judge(&workspace)?,
    };
    terminal::findings(&checked.findings, &checked.sources, args.message_format);
    if args.verbose {
        for coverage in &checked.coverage {
            tell(coverage, args.message_format);
        }
        for agreement in &checked.agreements {
            compared(agreement, args.message_format);
        }
    }
    let unreadable = terminal::unreadable(&checked.sources);
    let worst = checked
        .findings
        .iter()
        .map(|finding| finding.severity)
        .max();
    // The program ends here: taking a nation's model apart piece by piece would only keep the user waiting.
    std::mem::forget(checked);
    Ok(match worst {
        _ if unreadable => Exit::Failed,
        Some(Severity::Error) => Exit::Findings,
        Some(Severity::Warning) if args.deny == Some(Deny::Warnings) => Exit::Findings,
        Some(Severity::Warning) | None => Exit::Done,
    })
}

fn tell(coverage: &Coverage, format: MessageFormat) {
    match format {
        MessageFormat::Human | MessageFormat::Short => terminal::note(&line(coverage)),
        MessageFormat::Json => terminal::json(&Message {
            kind: "coverage",
            source: coverage.source.as_str(),
            numerals: coverage.numerals,
            accounted: coverage.accounted(),
            figures: coverage.used,
            terms: coverage.terms,
            left_out: coverage.left_out.values().sum(),
        }),
    }
}

fn compared(agreement: &Agreement, format: MessageFormat) {
    let Agreement {
        copy,
        original,
        alike,
        characters,
        different,
    } = agreement;
    match format {
        MessageFormat::Human | MessageFormat::Short => {
            let share = (alike * 100).checked_div(*characters).unwrap_or(100);
            terminal::note(&format!(
                "{copy}: prints {share}% of the characters of {original} alike, {} otherwise",
                terminal::counted(*different, "clause")
            ));
        }
        MessageFormat::Json => terminal::json(&CopyMessage {
            kind: "copy",
            source: copy.as_str(),
            copy_of: original.as_str(),
            characters: *characters,
            alike: *alike,
            different: *different,
        }),
    }
}

#[derive(Serialize)]
struct CopyMessage<'a> {
    kind: &'static str,
    source: &'a str,
    copy_of: &'a str,
    characters: usize,
    alike: usize,
    different: usize,
}

#[derive(Serialize)]
struct Message<'a> {
    kind: &'static str,
    source: &'a str,
    numerals: Option<usize>,
    accounted: usize,
    figures: usize,
    terms: usize,
    left_out: usize,
}

/// `yuxian: 185 of 185 numerals accounted for (100%): 163 in figures, 3 in terms, 19 left out (date 13, …)`
fn line(coverage: &Coverage) -> String {
    let source = &coverage.source;
    let Some(numerals) = coverage.numerals else {
        return format!("{source}: its numerals are not listed");
    };
    let accounted = coverage.accounted();
    // Cut, never rounded up: one numeral open is not 100 %.
    let share = (accounted * 100).checked_div(numerals).unwrap_or(100);
    let reasons = coverage
        .left_out
        .iter()
        .map(|(reason, count)| format!("{} {count}", reason.word()));
    let reasons = reasons.collect::<Vec<_>>().join(", ");
    let left_out: usize = coverage.left_out.values().sum();
    let mut text = format!(
        "{source}: {accounted} of {numerals} numerals accounted for ({share}%): {} in figures, {} in terms, {left_out} left out",
        coverage.used, coverage.terms
    );
    if !reasons.is_empty() {
        text += &format!(" ({reasons})");
    }
    if let Some((original, shared, all)) = &coverage.copy {
        text += &format!("; second copy of {original}, has {shared} of its {all} figures");
    }
    text
}
