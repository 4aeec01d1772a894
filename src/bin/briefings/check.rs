//! `briefings check`

use std::path::Path;

use county_briefings::{diagnostic::Severity, pipeline};

use crate::{
    Exit,
    args::{CheckArgs, Deny},
    terminal,
};

pub(crate) fn run(directory: &Path, args: &CheckArgs) -> anyhow::Result<Exit> {
    let workspace = crate::build::workspace(directory)?;
    let checked = pipeline::check(&workspace)?;
    terminal::findings(&checked.findings, &checked.sources, args.message_format);
    let unreadable = crate::build::unreadable(&checked.sources);
    let worst = checked
        .findings
        .iter()
        .map(|finding| finding.severity)
        .max();
    Ok(match worst {
        _ if unreadable => Exit::Failed,
        Some(Severity::Error) => Exit::Findings,
        Some(Severity::Warning) if args.deny == Some(Deny::Warnings) => Exit::Findings,
        Some(Severity::Warning) | None => Exit::Done,
    })
}
