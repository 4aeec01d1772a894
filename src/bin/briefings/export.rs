//! `briefings export`

use std::path::Path;

use county_briefings::{export, pipeline};
use serde::Serialize;

use crate::{
    Exit,
    args::{Export, ExportArgs, ExportFormat, MessageFormat},
    terminal,
};

pub(crate) fn run(directory: &Path, args: &ExportArgs) -> anyhow::Result<Exit> {
    let workspace = crate::build::workspace(directory)?;
    let checked = pipeline::check(&workspace)?;
    terminal::findings(&checked.findings, &checked.sources, MessageFormat::Human);
    let exit = terminal::exit(&checked);
    let Some(model) = &checked.model else {
        return Ok(exit);
    };
    let text = match args.what {
        Export::Figures => rows(&export::figures(&model.counties), args.format),
        Export::Initiatives => rows(&export::initiatives(&model.counties), args.format),
        Export::Comparison => rows(&pipeline::comparisons(&checked)?, args.format),
        Export::Doubts => rows(&pipeline::doubts(model), args.format),
        Export::Findings => rows(&pipeline::findings(&checked), args.format),
        Export::Numerals => rows(&pipeline::numerals(&checked)?, args.format),
    };
    terminal::data(&text);
    Ok(exit)
}

fn rows(rows: &[impl Serialize], format: ExportFormat) -> String {
    match format {
        ExportFormat::Json => export::json(rows),
        ExportFormat::Csv => export::csv(rows),
    }
}
