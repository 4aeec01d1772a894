//! `briefings views`

use std::path::Path;

use county_briefings::pipeline;

use crate::{Exit, args::MessageFormat, terminal};

pub(crate) fn run(directory: &Path) -> anyhow::Result<Exit> {
    let workspace = crate::build::workspace(directory)?;
    let checked = pipeline::check(&workspace)?;
    terminal::findings(&checked.findings, &checked.sources, MessageFormat::Human);
    terminal::data(&pipeline::views_guide(&checked)?);
    Ok(terminal::exit(&checked))
}
