//! `briefings export`

use std::path::Path;

use crate::{Exit, args::ExportArgs};

pub(crate) fn run(_directory: &Path, _args: &ExportArgs) -> anyhow::Result<Exit> {
    Ok(Exit::Done)
}
