//! The stages called in order.

use std::path::Path;

use crate::{
    audit,
    diagnostic::{self, Finding},
    model::Model,
    parse,
    source::{self, SourceError, SourceSet},
};

/// A workspace as far as it could be understood.
#[derive(Debug)]
pub struct Checked {
    /// The files.
    pub sources: SourceSet,
    /// The model of all that is without errors; none when a shared file has errors.
    pub model: Option<Model>,
    /// All findings in order of place.
    pub findings: Vec<Finding>,
}

/// Reads and checks a workspace.
///
/// # Errors
///
/// When the workspace cannot be read at all.
pub fn check(workspace: &Path) -> Result<Checked, SourceError> {
    Ok(check_sources(source::load(workspace)?))
}

/// Checks files already read.
pub fn check_sources(sources: SourceSet) -> Checked {
    let dataset = parse::dataset(&sources);
    let resolved = parse::resolve(dataset.value, dataset.findings);
    let mut findings = resolved.findings;
    let model = resolved.value;
    findings.extend(model.iter().flat_map(audit::run));
    diagnostic::focus(&mut findings, &sources);
    diagnostic::sort(&mut findings);
    Checked {
        sources,
        model,
        findings,
    }
}
