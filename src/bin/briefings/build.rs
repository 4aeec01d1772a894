//! `briefings build`

use std::path::{Path, PathBuf};

use county_briefings::source::{self, Problem, SourceSet};

use crate::{Exit, args::BuildArgs, terminal};

pub(crate) fn run(_directory: &Path, _args: &BuildArgs) -> anyhow::Result<Exit> {
    Ok(Exit::Done)
}

/// The workspace that a directory lies in.
pub(crate) fn workspace(directory: &Path) -> anyhow::Result<PathBuf> {
    let start = std::path::absolute(directory)?;
    Ok(source::find_workspace(&start)?)
}

/// Tells which files could not be read.
pub(crate) fn unreadable(sources: &SourceSet) -> bool {
    let mut any = false;
    for (_, file) in sources.files() {
        if let Some(Problem::Unreadable { reason }) = &file.problem {
            terminal::note(&format!("error: cannot read `{}`: {reason}", file.path));
            any = true;
        }
    }
    any
}
