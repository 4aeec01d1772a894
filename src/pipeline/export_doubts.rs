//! Lists of what is doubtful in the sources and of what is wrong with the data. Field names and their order are a public
//! interface.

use serde::Serialize;

use super::check::Checked;
use crate::{
    diagnostic::Severity as Level,
    export,
    model::{County, Doubt, Location, Model, Severity, Treatment},
    span::LineColumn,
};

/// A doubt about a figure or about a text.
#[derive(Debug, Serialize)]
pub struct DoubtRow {
    /// County id.
    pub county: String,
    /// Figure id, or the doubt's own.
    pub id: String,
    /// Whether it is about a `figure` or the `text`.
    pub about: &'static str,
    /// `ratio-mismatch` …
    pub code: &'static str,
    /// `serious` (printed in 数据说明) or `minor`
    pub severity: &'static str,
    /// `as-printed left-out first-copy usual-name`
    pub treatment: &'static str,
    /// Source id.
    pub source: String,
    /// Lines.
    pub lines: String,
    /// What the source prints.
    pub printed: Option<String>,
    /// What would be right, where it can be known.
    pub right: Option<String>,
    /// In words; none where the program words a failed relation itself.
    pub note: Option<String>,
}

/// Something wrong with the data or the templates.
#[derive(Debug, Serialize)]
pub struct FindingRow {
    /// `error` or `warning`
    pub severity: Level,
    /// `unknown-key` …
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// The file, relative to the workspace.
    pub file: String,
    /// Line and column from 1.
    #[serde(flatten)]
    pub place: LineColumn,
    /// What to do.
    pub help: Option<String>,
}

/// Lists every doubt, county by county: those about figures first.
pub fn doubts(model: &Model) -> Vec<DoubtRow> {
    let mut rows = Vec::new();
    for county in &model.counties {
        for figure in &county.figures {
            rows.extend(figure.doubt.iter().map(|doubt| DoubtRow {
                id: figure.id.to_string(),
                about: "figure",
                printed: Some(figure.printed.as_str().to_owned()),
                ..row(county, doubt, &figure.source)
            }));
        }
        rows.extend(county.doubts.iter().map(|text| DoubtRow {
            id: text.id.clone(),
            about: "text",
            printed: text.printed.clone(),
            ..row(county, &text.doubt, &text.place)
        }));
    }
    rows
}

fn row(county: &County, doubt: &Doubt, place: &Location) -> DoubtRow {
    DoubtRow {
        county: county.id.to_string(),
        id: String::new(),
        about: "text",
        code: doubt.code.word(),
        severity: Severity::word(doubt.severity),
        treatment: Treatment::word(doubt.treatment),
        source: place.source.to_string(),
        lines: place.lines.to_string(),
        printed: None,
        right: doubt.right.clone(),
        note: doubt.note.as_ref().map(|note| export::plain(county, note)),
    }
}

/// Lists every finding in order of place.
pub fn findings(checked: &Checked) -> Vec<FindingRow> {
    let rows = checked.findings.iter().map(|finding| {
        let file = checked.sources.file(finding.span.file);
        FindingRow {
            severity: finding.severity,
            code: finding.code.name(),
            message: finding.message.clone(),
            file: file.path.clone(),
            place: LineColumn::of(&file.text, finding.span.start()),
            help: finding.help.clone(),
        }
    });
    rows.collect()
}
