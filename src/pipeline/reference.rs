//! The office's own document, whose page and styles the DOCX takes.

use std::path::Path;

use super::render::RenderError;
use crate::{
    diagnostic::{self, Code, Finding},
    model::Config,
    output,
    render::docx::{self, House, style_names},
    source::{CONFIG, SourceSet},
    span::Span,
};

/// Writes the document that an office begins with, where no file is yet.
///
/// # Errors
///
/// When the file is there or cannot be written.
pub fn reference_doc(path: &Path) -> Result<(), RenderError> {
    Ok(output::write_new(path, &docx::starter()?)?)
}

/// The document that is to be used.
#[derive(Debug, Default)]
pub(super) struct Reference {
    /// None without one, or where it is refused.
    pub(super) house: Option<House>,
    pub(super) findings: Vec<Finding>,
}

/// Opens the document set for this run, else the one that the configuration names.
pub(super) fn of(sources: &SourceSet, config: &Config) -> Reference {
    let span = match (&config.reference_doc, sources.at(CONFIG)) {
        (Some(_), _) => config.keys.of("reference_doc"),
        (None, Some((file, _))) => Span::start_of(file),
        (None, None) => config.keys.entry(),
    };
    match (sources.reference(), &config.reference_doc) {
        (Some((name, bytes)), _) => opened(name, bytes, span),
        (None, Some(path)) => match sources.document(path) {
            Some(bytes) => opened(path, bytes, span),
            None => missing(path, sources, span),
        },
        (None, None) => Reference::default(),
    }
}

fn missing(path: &str, sources: &SourceSet, span: Span) -> Reference {
    let message = format!("there is no reference document `{path}` below `templates/`");
    let help = match sources.documents().next() {
        Some(_) => diagnostic::suggest(path, sources.documents()),
        None => format!("`briefings reference-doc --output {path}` writes one to start from"),
    };
    let finding = Finding::error(Code::ReferenceDoc, span, message).with_help(help);
    Reference {
        house: None,
        findings: vec![finding],
    }
}

fn opened(name: &str, bytes: &[u8], span: Span) -> Reference {
    match House::open(bytes) {
        Ok(house) => Reference {
            findings: unlike(name, &house, span),
            house: Some(house),
        },
        Err(error) => {
            let message = format!("reference document `{name}` is refused: {error}");
            let finding = Finding::error(Code::ReferenceDoc, span, message)
                .with_help("`briefings reference-doc` writes one to start from");
            Reference {
                house: None,
                findings: vec![finding],
            }
        }
    }
}

/// Styles that are not there, and styles that nothing uses.
fn unlike(name: &str, house: &House, span: Span) -> Vec<Finding> {
    let mut findings = Vec::new();
    let missing = house.missing();
    if !missing.is_empty() {
        let message = format!(
            "reference document `{name}` lacks the styles `{}`; the program's own stand in for them",
            missing.join("`, `")
        );
        let help = "copy them from the document that `briefings reference-doc` writes";
        findings.push(Finding::warning(Code::ReferenceDoc, span, message).with_help(help));
    }
    let known = style_names();
    for unknown in house.unknown() {
        let message =
            format!("reference document `{name}` has a style `{unknown}`, which no report uses");
        let help = diagnostic::suggest(&unknown, known.iter().map(String::as_str));
        findings.push(Finding::warning(Code::ReferenceDoc, span, message).with_help(help));
    }
    findings
}
