//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// County briefings from a checked YAML data model: typeset PDF for officials, editable DOCX for writers
#[derive(Debug, Parser)]
#[command(name = "briefings", version, max_term_width = 100)]
pub(crate) struct Args {
    /// Look for the workspace (the directory with `briefings.yaml`) here or above
    #[arg(
        short = 'C',
        long = "directory",
        value_name = "DIR",
        default_value = ".",
        global = true
    )]
    pub(crate) directory: PathBuf,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Bring everything in the output folder up to date
    Build(BuildArgs),
    /// List everything that is wrong with data and templates; write nothing
    Check(CheckArgs),
    /// Follow a number or a statement from the page to its source, and from the source to every page
    Trace(TraceArgs),
    /// Draft the description of a source text: its lines, its numerals, what uses each
    Index(IndexArgs),
    /// Tell what a finding means and what to do about it
    Explain(ExplainArgs),
    /// Print data on standard output
    Export(ExportArgs),
    /// Print the JSON Schema that editors check and complete data files by
    Schema(SchemaArgs),
    /// Print what content templates may name, with what the partials print of this workspace
    Views,
    /// Write the Word document that an office changes to have page and styles of its own
    ReferenceDoc(ReferenceDocArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct BuildArgs {
    /// Reports to build: ids of counties and comparisons; all of them by default
    #[arg(value_name = "REPORT")]
    pub(crate) reports: Vec<String>,
    /// Formats to build, by default those of `briefings.yaml`
    #[arg(short, long, value_delimiter = ',', value_enum)]
    pub(crate) format: Vec<FormatArg>,
    /// Say what would be built and why; write nothing
    #[arg(short = 'n', long)]
    pub(crate) dry_run: bool,
    /// Build also what is up to date
    #[arg(long)]
    pub(crate) fresh: bool,
    /// Build nothing when there is any error
    #[arg(long)]
    pub(crate) fail_fast: bool,
    /// How many reports to render at once, by default as many as there are processors
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<std::num::NonZeroUsize>,
    /// Say for each output why it was built or left alone
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// Output folder, by default `output` in the workspace
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// Take page and styles of the DOCX from this one, by default from `reference_doc` of `briefings.yaml`
    #[arg(long, value_name = "FILE.docx")]
    pub(crate) reference_doc: Option<PathBuf>,
    /// How to print messages
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    pub(crate) message_format: MessageFormat,
    /// Date in the files' properties as seconds since 1970, by default the edition's date
    #[arg(long, value_name = "SECONDS", env = "SOURCE_DATE_EPOCH", value_parser = timestamp)]
    pub(crate) creation_timestamp: Option<Timestamp>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ReferenceDocArgs {
    /// The file to write; it must not be there yet
    #[arg(short, long, value_name = "FILE", default_value = "reference.docx")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// Treat warnings as errors
    #[arg(long, value_name = "LEVEL", value_enum)]
    pub(crate) deny: Option<Deny>,
    /// Check also against the texts of the sources in this folder, `<id>.txt` each
    #[arg(long, value_name = "DIR")]
    pub(crate) sources: Option<PathBuf>,
    /// Measure PDF files of ours against GB/T 9704, and nothing else
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["deny", "sources", "verbose"])]
    pub(crate) pdf: Vec<PathBuf>,
    /// Say what became of the numerals of each source
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// How to print messages
    #[arg(long, value_enum, default_value_t = MessageFormat::Human)]
    pub(crate) message_format: MessageFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct TraceArgs {
    /// The figure or derived number, `<county>/<id>`; an initiative, for its statements; or one statement,
    /// `<county>/<initiative>/<number>`, `<county>/summary/<number>`
    #[arg(
        value_name = "FIGURE",
        required_unless_present_any = ["all", "statements"],
        conflicts_with_all = ["all", "statements"]
    )]
    pub(crate) figure: Option<String>,
    /// Trace all figures and derived numbers
    #[arg(long, conflicts_with = "statements")]
    pub(crate) all: bool,
    /// Trace all statements
    #[arg(long)]
    pub(crate) statements: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = TraceFormat::Text)]
    pub(crate) format: TraceFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TraceFormat {
    /// For people
    Text,
    /// An object for a figure; an array for statements and for all of them
    Json,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    /// The code in square brackets; all of them by default
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct IndexArgs {
    /// The text, `<id>.txt`; the draft for `seeds/sources/<id>.yaml` goes to standard output
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    /// What to print
    #[arg(value_enum)]
    pub(crate) what: Export,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub(crate) format: ExportFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SchemaArgs {
    /// Of which kind of file; without it, one object with the schemas of all kinds
    #[arg(value_enum)]
    pub(crate) kind: Option<KindArg>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatArg {
    Pdf,
    Docx,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    Warnings,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// With the lines in question, for people
    Human,
    /// One line each.
    #[value(help = "One line each: <file:line:column>: severity[code]: message")]
    Short,
    /// One JSON object a line on standard output, for programs
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Export {
    /// Every figure with its provenance
    Figures,
    /// Every initiative
    Initiatives,
    /// For each comparison and indicator whether values may be compared, and why
    Comparison,
    /// Everything doubtful in the sources, with what is done about it
    Doubts,
    /// Everything wrong with data and templates
    Findings,
    /// Every number printed, with the figure it is bound to or the reason why it needs none
    Numerals,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    Json,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum KindArg {
    /// `briefings.yaml`
    Config,
    /// `seeds/themes.yaml`
    Themes,
    /// `seeds/indicators.yaml`
    Indicators,
    /// `seeds/terms.yaml`
    Terms,
    /// A file of `seeds/sources/`
    Source,
    /// A file of `seeds/counties/`
    County,
}

/// A date in the files' properties; an empty variable counts as none.
#[derive(Debug, Clone)]
pub(crate) struct Timestamp(pub(crate) Option<String>);

fn timestamp(text: &str) -> Result<Timestamp, String> {
    if text.is_empty() {
        return Ok(Timestamp(None));
    }
    let expected = || "expected seconds since 1970 of a year from 1970 to 9999".to_owned();
    let seconds: u32 = text.parse().map_err(|_| expected())?;
    let instant = jiff::Timestamp::from_second(seconds.into()).map_err(|_| expected())?;
    let date = instant.to_zoned(jiff::tz::TimeZone::UTC).date();
    Ok(Timestamp(Some(date.to_string())))
}
