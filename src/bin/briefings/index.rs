//! `briefings index`

use std::path::Path;

use county_briefings::pipeline;

use crate::{Exit, args::IndexArgs, terminal};

pub(crate) fn run(directory: &Path, args: &IndexArgs) -> anyhow::Result<Exit> {
    let workspace = crate::build::workspace(directory)?;
    terminal::data(&pipeline::draft_index(&workspace, &args.file)?);
    Ok(Exit::Done)
}
