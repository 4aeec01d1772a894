//! What a build is asked for and what came of it.

use std::{num::NonZeroUsize, path::PathBuf};

use super::render::RenderError;
use crate::{
    diagnostic::Finding,
    model::Format,
    output::OutputError,
    source::{SourceError, SourceSet},
};

/// What to build and how.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// Reports by id; all of them when empty.
    pub reports: Vec<String>,
    /// Formats; those of the configuration when empty.
    pub formats: Vec<Format>,
    /// Whether to write.
    pub writing: Writing,
    /// Make also what is up to date.
    pub fresh: bool,
    /// Make nothing when there is any error.
    pub fail_fast: bool,
    /// How many outputs to render at once.
    pub workers: NonZeroUsize,
    /// The output folder.
    pub output: PathBuf,
    /// The folder of working state.
    pub state: PathBuf,
    /// A Word document whose page and styles the DOCX takes, instead of the configured one.
    pub reference_doc: Option<PathBuf>,
    /// Date for the files' properties instead of the edition's, `2026-07-01`.
    pub date: Option<String>,
}

/// Whether a build writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// It does.
    Write,
    /// It only says what it would do.
    DryRun,
}

/// What came of a build.
#[derive(Debug)]
pub struct Outcome {
    /// The files.
    pub sources: SourceSet,
    /// All findings in order of place.
    pub findings: Vec<Finding>,
    /// Every output in order: counties by code, comparisons, PDF before DOCX.
    pub outputs: Vec<Output>,
}

/// What came of one output.
#[derive(Debug)]
pub struct Output {
    /// The report.
    pub report: String,
    /// The format.
    pub format: Format,
    /// The file.
    pub path: PathBuf,
    /// What was done.
    pub status: Status,
}

/// What was done about an output.
#[derive(Debug)]
pub enum Status {
    /// Written, for this reason.
    Written(&'static str),
    /// It would have been written, for this reason.
    Planned(&'static str),
    /// It was up to date.
    Fresh,
    /// A writer has edited it; left as it is, and there is nothing new to tell.
    Edited,
    /// A writer has edited it; left as it is, and the new one lies beside it.
    Beside(PathBuf),
    /// It was not made, because of errors in what it needs.
    Stale(String),
    /// It belongs to no report any more; left as it is.
    Orphan,
    /// It could not be made.
    Failed(RenderError),
}

/// Why nothing could be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The workspace cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// Something cannot be written.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// There is no such report.
    #[error("there is no report `{id}`; {help}")]
    UnknownReport {
        /// What was asked for.
        id: String,
        /// The nearest one, or all of them.
        help: String,
    },
}
