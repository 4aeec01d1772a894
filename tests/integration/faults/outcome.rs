//! What came of a case beside what was expected of it.

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
};

use county_briefings::{diagnostic::Severity, pipeline::Checked, span::LineColumn};

use super::{
    case::{Case, Expected},
    workspace::{At, Workspace},
};

/// How exactly a fault was told, or why the case fails.
pub(super) type Outcome = Result<Precision, String>;

/// How exactly a fault was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Precision {
    /// There was nothing to tell.
    Legal,
    /// The workspace as a whole was refused.
    Refused,
    /// In the right file, but on another line.
    File,
    /// On the right line.
    Line,
    /// At the very place.
    Column,
}

/// A finding as it is compared: grave or not, code, place.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) severity: Severity,
    pub(super) code: String,
    pub(super) at: At,
    /// Only the texts tell it.
    pub(super) with_texts: bool,
    /// It is expected at the fault itself.
    pub(super) at_fault: bool,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, place) = &self.at;
        write!(f, "{:?} {} {file}:{place}", self.severity, self.code)
    }
}

impl Line {
    /// What a case expects; `fault` is where its fault is.
    pub(super) fn expected(case: &Case, fault: Option<&At>, workspace: &Workspace) -> Vec<Self> {
        let Expected::Told(told) = &case.expected else {
            return Vec::new();
        };
        let lines = told.iter().map(|told| {
            let at = told.at.as_ref().map(|spot| workspace.find(spot));
            Self {
                severity: told.severity,
                code: told.code.clone(),
                at: at
                    .or(fault.cloned())
                    .unwrap_or_else(|| panic!("{case}: a mark, or `@ FILE | TEXT`")),
                with_texts: told.with_texts,
                at_fault: told.at.is_none(),
            }
        });
        lines.collect()
    }

    pub(super) fn found(checked: &Checked) -> Vec<String> {
        let lines = checked.findings.iter().map(|finding| {
            let file = checked.sources.file(finding.span.file);
            let place = LineColumn::of(file.shown(), finding.span.start());
            let line = Self {
                severity: finding.severity,
                code: finding.code.name().to_owned(),
                at: (file.path.clone(), place),
                with_texts: false,
                at_fault: false,
            };
            line.to_string()
        });
        lines.collect()
    }
}

/// Whether exactly the expected findings were made, in order of place, and each with a help.
pub(super) fn compare(expected: &[Line], checked: &Checked, texts: bool) -> Result<(), String> {
    let expected: Vec<String> = expected.iter().map(Line::to_string).collect();
    let found = Line::found(checked);
    if expected != found {
        let messages = checked.findings.iter().zip(&found);
        let messages: Vec<String> = messages
            .map(|(finding, line)| format!("{line}: {}", finding.message))
            .collect();
        return Err(format!(
            "with texts: {texts}\nexpected {}\nfound    {}",
            expected.join("\n         "),
            messages.join("\n         ")
        ));
    }
    match checked
        .findings
        .iter()
        .find(|finding| finding.help.is_none())
    {
        Some(finding) => Err(format!("no help: {finding:?}")),
        None => Ok(()),
    }
}

/// How exactly the finding that the case is about, the first at the fault or else the first of all, is where the fault is.
pub(super) fn precision(case: &Case, lines: &[Line], fault: Option<&At>) -> Outcome {
    let about = lines.iter().find(|line| line.at_fault).or(lines.first());
    let (Some(about), Some((file, place))) = (about, fault) else {
        let legal = matches!(case.expected, Expected::Nothing | Expected::Silence);
        return match legal {
            true => Ok(Precision::Legal),
            false => Err("says neither what is told nor where the fault is".to_owned()),
        };
    };
    let precision = if about.at == (file.clone(), *place) {
        Precision::Column
    } else if about.at.0 != *file {
        return Err("told in another file than the fault's".to_owned());
    } else if about.at.1.line == place.line {
        Precision::Line
    } else {
        Precision::File
    };
    match (&case.near, precision) {
        (None, Precision::Column) => Ok(precision),
        (Some(_), Precision::File | Precision::Line) => Ok(precision),
        (None, _) => Err("not at the fault; say `near` and why".to_owned()),
        (Some(near), _) => Err(format!("at the fault all the same, not `near {near}`")),
    }
}

/// Runs something; a panic is a failure like others, so that all cases are seen.
pub(super) fn of_panic(run: impl FnOnce() -> Outcome) -> Outcome {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().cloned();
        let words = words.or_else(|| panic.downcast_ref::<&str>().map(|word| (*word).to_owned()));
        Err(format!("PANIC {}", words.unwrap_or_default()))
    })
}
