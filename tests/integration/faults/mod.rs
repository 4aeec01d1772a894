//! The fault corpus: small broken workspaces, each told at its place, with a help, and without noise.
//!
//! The cases stand in `tests/faults/`, where the README describes their form.

mod case;
mod outcome;
mod planted;
mod workspace;

use std::fs;

use county_briefings::{
    pipeline::{Checked, check, check_against},
    source::SourceError,
};
use rayon::prelude::*;

use crate::support::{files_below, repository};
use case::{Case, Expected};
use outcome::{Line, Outcome, Precision, of_panic};
use workspace::Workspace;

/// All cases of all files.
fn corpus() -> Vec<Case> {
    let folder = repository().join("tests/faults");
    let files = files_below(&folder).into_iter();
    let groups = files.filter_map(|file| Some(file.strip_suffix(".txt")?.to_owned()));
    let cases = groups.flat_map(|group| {
        let text = fs::read_to_string(folder.join(format!("{group}.txt"))).unwrap();
        case::read(&group, &text)
    });
    cases.collect()
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "the figures of the corpus are what one runs it for"
)]
fn every_fault_is_told_at_its_place() {
    let cases = corpus();
    let sound = check(Workspace::small().write().root()).unwrap();
    assert_eq!(sound.findings, []);
    let outcomes: Vec<(&Case, Outcome)> = cases
        .par_iter()
        .map(|case| (case, of_panic(|| run(case, &sound))))
        .collect();
    let failed: Vec<String> = outcomes
        .iter()
        .filter_map(|(case, outcome)| {
            let why = outcome.as_ref().err()?;
            Some(format!("--- {case}\n{why}"))
        })
        .collect();
    let told = |least: Precision| {
        let faults = outcomes
            .iter()
            .filter_map(|(_, outcome)| outcome.as_ref().ok());
        faults.filter(|precision| **precision >= least).count()
    };
    let (files, lines, columns) = (
        told(Precision::File),
        told(Precision::Line),
        told(Precision::Column),
    );
    println!(
        "{} cases: {} faults, {} legal; right file {files}, exact line {lines} ({}‰), exact column {columns} ({}‰)",
        cases.len(),
        files,
        told(Precision::Legal) - files,
        share(lines, files),
        share(columns, files),
    );
    assert!(
        failed.is_empty(),
        "{} failed\n{}",
        failed.len(),
        failed.join("\n")
    );
    assert!(files >= 120, "{files} faults");
    assert!(share(lines, files) >= 950, "{lines} of {files}");
}

/// A part in thousandths.
fn share(part: usize, whole: usize) -> usize {
    part * 1000 / whole
}

/// Checks a case without and with the texts.
fn run(case: &Case, sound: &Checked) -> Outcome {
    let mut workspace = Workspace::small();
    let fault = workspace.change(case);
    let project = workspace.write();
    let runs = [
        check(project.root()),
        check_against(project.root(), &project.path("texts")),
    ];
    if let Expected::Refused(words) = &case.expected {
        return refused(words, runs);
    }
    let lines = Line::expected(case, fault.as_ref(), &workspace);
    for (texts, checked) in [false, true].into_iter().zip(runs) {
        let checked = checked.map_err(|error| format!("refused: {error}"))?;
        let expected = lines.iter().filter(|line| texts || !line.with_texts);
        outcome::compare(&expected.cloned().collect::<Vec<_>>(), &checked, texts)?;
        let same = matches!(case.expected, Expected::Nothing);
        if same && checked.documents != sound.documents {
            return Err("nothing is told, but the documents are others".to_owned());
        }
    }
    outcome::precision(case, &lines, fault.as_ref())
}

fn refused(words: &str, runs: [Result<Checked, SourceError>; 2]) -> Outcome {
    for run in runs {
        match run {
            Err(error) if error.to_string().contains(words) => {}
            Err(error) => return Err(format!("refused: {error}")),
            Ok(checked) => return Err(format!("not refused: {:#?}", checked.findings)),
        }
    }
    Ok(Precision::Refused)
}
