//! `briefings export`

use std::path::Path;

use anyhow::bail;
use county_briefings::pipeline;
use serde::Serialize;
use serde_json::Value;

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
        Export::Figures => rows(&pipeline::figures(model), args.format)?,
        Export::Initiatives => rows(&pipeline::initiatives(model), args.format)?,
        Export::Comparison => rows(&pipeline::comparisons(&checked)?, args.format)?,
        Export::Doubts => rows(&pipeline::doubts(model), args.format)?,
        Export::Findings => rows(&pipeline::findings(&checked), args.format)?,
        Export::Numerals => rows(&pipeline::numerals(&checked)?, args.format)?,
    };
    terminal::data(&text);
    Ok(exit)
}

fn rows(rows: &[impl Serialize], format: ExportFormat) -> anyhow::Result<String> {
    match format {
        ExportFormat::Json => Ok(serde_json::to_string_pretty(rows)? + "\n"),
        ExportFormat::Csv => csv(rows),
    }
}

/// CSV with the columns of the JSON; lists of words are joined by spaces, lists of more than words stay JSON, null is
/// empty.
fn csv(rows: &[impl Serialize]) -> anyhow::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for (index, row) in rows.iter().enumerate() {
        let Value::Object(fields) = serde_json::to_value(row)? else {
            bail!("invariant: a row is an object");
        };
        if index == 0 {
            writer.write_record(fields.keys())?;
        }
        writer.write_record(fields.values().map(plain))?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().any(|item| item.is_array() || item.is_object()) => {
            value.to_string()
        }
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" "),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
