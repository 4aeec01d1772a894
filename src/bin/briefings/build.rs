//! `briefings build`

use std::{
    num::NonZeroUsize,
    path::{Path, PathBuf},
    thread,
};

use anyhow::ensure;
use county_briefings::{
    diagnostic::Severity,
    model::Format,
    pipeline::{self, BuildError, BuildOptions, Outcome, Output, RenderError, Status, Writing},
    source,
};
use serde::Serialize;

use crate::{
    Exit,
    args::{BuildArgs, FormatArg, MessageFormat},
    terminal,
};

pub(crate) fn run(directory: &Path, args: &BuildArgs) -> anyhow::Result<Exit> {
    let workspace = workspace(directory)?;
    let options = options(&workspace, args)?;
    let outcome = match pipeline::build(&workspace, &options) {
        Ok(outcome) => outcome,
        Err(error @ BuildError::UnknownReport { .. }) => {
            terminal::note(&format!("error: {error}"));
            return Ok(Exit::Usage);
        }
        Err(error) => return Err(error.into()),
    };
    terminal::findings(&outcome.findings, &outcome.sources, args.message_format);
    for output in &outcome.outputs {
        tell(output, args, &workspace);
    }
    summary(&outcome, args.message_format);
    let unreadable = terminal::unreadable(&outcome.sources);
    let errors = outcome
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    let failed = outcome
        .outputs
        .iter()
        .any(|output| matches!(output.status, Status::Failed(_) | Status::Stale(_)));
    let unwritable = outcome
        .outputs
        .iter()
        .any(|output| matches!(output.status, Status::Failed(RenderError::Output(_))));
    Ok(match (unreadable || unwritable, errors || failed) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Done,
    })
}

fn options(workspace: &Path, args: &BuildArgs) -> anyhow::Result<BuildOptions> {
    let output = match &args.output {
        Some(output) => std::path::absolute(output)?,
        None => workspace.join("output"),
    };
    let formats = args.format.iter().map(|format| match format {
        FormatArg::Pdf => Format::Pdf,
        FormatArg::Docx => Format::Docx,
    });
    Ok(BuildOptions {
        reports: args.reports.clone(),
        formats: formats.collect(),
        writing: if args.dry_run {
            Writing::DryRun
        } else {
            Writing::Write
        },
        fresh: args.fresh,
        fail_fast: args.fail_fast,
        workers: args
            .jobs
            .or_else(|| thread::available_parallelism().ok())
            .unwrap_or(NonZeroUsize::MIN),
        output,
        state: workspace.join(".briefings"),
        reference_doc: args.reference_doc.clone(),
        date: args
            .creation_timestamp
            .clone()
            .and_then(|timestamp| timestamp.0),
    })
}

/// What happened to an output, in one word and why.
fn described(status: &Status) -> (&'static str, Option<String>) {
    match status {
        Status::Written(reason) => ("written", Some((*reason).to_owned())),
        Status::Planned(reason) => ("planned", Some((*reason).to_owned())),
        Status::Fresh => ("fresh", None),
        Status::Edited => (
            "edited",
            Some("a writer edited it and there is nothing new".to_owned()),
        ),
        Status::Beside(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            (
                "beside",
                Some(format!(
                    "a writer edited it: left as it is, the new one is `{name}`"
                )),
            )
        }
        Status::Stale(reason) => ("stale", Some(reason.clone())),
        Status::Orphan => (
            "orphan",
            Some("no report has this name any more; delete the file if nobody needs it".to_owned()),
        ),
        Status::Failed(error) => ("failed", Some(error.to_string())),
    }
}

fn tell(output: &Output, args: &BuildArgs, workspace: &Path) {
    let (word, reason) = described(&output.status);
    let path = output
        .path
        .strip_prefix(workspace)
        .unwrap_or(&output.path)
        .display()
        .to_string();
    if args.message_format == MessageFormat::Json {
        terminal::json(&JsonOutput {
            kind: "output",
            report: &output.report,
            format: output.format.extension(),
            path: &path,
            status: word,
            reason: reason.as_deref(),
        });
        return;
    }
    let reason = reason.map_or(String::new(), |reason| format!(": {reason}"));
    match &output.status {
        Status::Stale(_) | Status::Failed(_) => {
            terminal::note(&format!("error: `{path}` {word}{reason}"));
        }
        Status::Beside(_) | Status::Orphan => terminal::note(&format!("warning: `{path}`{reason}")),
        Status::Planned(_) => terminal::note(&format!("{word} `{path}`{reason}")),
        Status::Written(_) | Status::Fresh | Status::Edited if args.verbose => {
            terminal::note(&format!("{word} `{path}`{reason}"));
        }
        Status::Written(_) | Status::Fresh | Status::Edited => {}
    }
}

fn summary(outcome: &Outcome, format: MessageFormat) {
    let count = |wanted: &str| {
        outcome
            .outputs
            .iter()
            .filter(|output| described(&output.status).0 == wanted)
            .count()
    };
    if format == MessageFormat::Json {
        terminal::json(&JsonSummary {
            kind: "summary",
            written: count("written"),
            planned: count("planned"),
            fresh: count("fresh"),
            edited: count("edited") + count("beside"),
            stale: count("stale"),
            failed: count("failed"),
        });
        return;
    }
    let words = [
        ("written", "written"),
        ("planned", "planned"),
        ("fresh", "up to date"),
        ("edited", "edited by a writer"),
        ("beside", "edited by a writer"),
        ("stale", "not made"),
        ("orphan", "of no report"),
        ("failed", "failed"),
    ];
    let parts: Vec<String> = words
        .iter()
        .map(|(word, told)| (count(word), told))
        .filter(|(number, _)| *number > 0)
        .map(|(number, told)| format!("{number} {told}"))
        .collect();
    let parts = if parts.is_empty() {
        "nothing to build".to_owned()
    } else {
        parts.join(", ")
    };
    terminal::note(&format!(
        "{}: {parts}",
        terminal::counted(outcome.outputs.len(), "output")
    ));
}

#[derive(Serialize)]
struct JsonOutput<'a> {
    kind: &'static str,
    report: &'a str,
    format: &'static str,
    path: &'a str,
    status: &'static str,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonSummary {
    kind: &'static str,
    written: usize,
    planned: usize,
    fresh: usize,
    edited: usize,
    stale: usize,
    failed: usize,
}

/// The workspace that a directory lies in.
pub(crate) fn workspace(directory: &Path) -> anyhow::Result<PathBuf> {
    ensure!(
        directory.is_dir(),
        "there is no directory `{}`",
        directory.display()
    );
    let start = std::path::absolute(directory)?;
    Ok(source::find_workspace(&start)?)
}
