//! The only place that prints.
#![expect(clippy::print_stderr, reason = "this is the place that prints")]

use std::io::{IsTerminal, Write, stderr, stdout};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use county_briefings::{
    diagnostic::{Finding, Severity},
    pipeline::Checked,
    source::{Problem, SourceSet},
    span::{LineColumn, Span},
};
use serde::Serialize;

use crate::{Exit, args::MessageFormat};

/// Prints findings, then a line that counts them.
pub(crate) fn findings(findings: &[Finding], sources: &SourceSet, format: MessageFormat) {
    for finding in findings {
        match format {
            MessageFormat::Human => eprintln!("{}\n", human(finding, sources)),
            MessageFormat::Short => eprintln!("{}", short(finding, sources)),
            MessageFormat::Json => json(&JsonFinding::new(finding, sources)),
        }
    }
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if format == MessageFormat::Human && !findings.is_empty() {
        eprintln!(
            "{}, {}",
            counted(errors, "error"),
            counted(warnings, "warning")
        );
    }
}

/// How a command that only reads the workspace ends.
pub(crate) fn exit(checked: &Checked) -> Exit {
    let mut findings = checked.findings.iter();
    let errors = findings.any(|finding| finding.severity == Severity::Error);
    match (unreadable(&checked.sources), errors) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Done,
    }
}

/// Tells which files could not be read, and whether there are any.
pub(crate) fn unreadable(sources: &SourceSet) -> bool {
    let mut any = false;
    for (_, file) in sources.files() {
        if let Some(Problem::Unreadable { reason }) = &file.problem {
            note(&format!("error: cannot read `{}`: {reason}", file.path));
            any = true;
        }
    }
    any
}

/// Prints a message that belongs to no file.
pub(crate) fn note(message: &str) {
    eprintln!("{message}");
}

/// Prints one JSON object as a line on standard output.
pub(crate) fn json(value: &impl Serialize) {
    let text = serde_json::to_string(value).expect("invariant: messages serialise");
    data(&(text + "\n"));
}

/// Prints data on standard output.
pub(crate) fn data(text: &str) {
    // A reader that has seen enough (`| head`) is no failure.
    let _ = stdout().write_all(text.as_bytes());
}

/// Prints an error with its causes.
pub(crate) fn failure(error: &anyhow::Error) {
    eprintln!("error: {error:#}");
}

/// `1 error`, `2 errors`.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

fn human(finding: &Finding, sources: &SourceSet) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(finding.message.as_str())
        .id(finding.code.name());
    let mut group = Group::with_title(title).element(snippet(
        finding.span,
        AnnotationKind::Primary,
        None,
        sources,
    ));
    if let Some((span, label)) = &finding.related {
        group = group.element(snippet(
            *span,
            AnnotationKind::Context,
            Some(label),
            sources,
        ));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let coloured =
        stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if coloured {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[group])
}

fn snippet<'a>(
    span: Span,
    kind: AnnotationKind,
    label: Option<&'a str>,
    sources: &'a SourceSet,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = sources.file(span.file);
    let text = file.shown();
    let start = text.floor_char_boundary(span.start());
    let end = text.ceil_char_boundary(span.end().max(start));
    // Of a long stretch the first line is enough to find it.
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let annotation = kind.span(start..end.min(line_end).max(start)).label(label);
    Snippet::source(text)
        .path(file.path.as_str())
        .annotation(annotation)
}

fn short(finding: &Finding, sources: &SourceSet) -> String {
    let file = sources.file(finding.span.file);
    let place = LineColumn::of(file.shown(), finding.span.start());
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let help = finding
        .help
        .as_ref()
        .map_or(String::new(), |help| format!("; {help}"));
    format!(
        "{}:{place}: {severity}[{}]: {}{help}",
        file.path,
        finding.code.name(),
        finding.message
    )
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    kind: &'static str,
    severity: Severity,
    code: &'static str,
    message: &'a str,
    file: &'a str,
    #[serde(flatten)]
    place: LineColumn,
    help: Option<&'a str>,
}

impl<'a> JsonFinding<'a> {
    fn new(finding: &'a Finding, sources: &'a SourceSet) -> Self {
        let file = sources.file(finding.span.file);
        Self {
            kind: "finding",
            severity: finding.severity,
            code: finding.code.name(),
            message: &finding.message,
            file: &file.path,
            place: LineColumn::of(file.shown(), finding.span.start()),
            help: finding.help.as_deref(),
        }
    }
}
