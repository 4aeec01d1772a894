//! From the files of a workspace to a [`Model`](crate::model::Model).
//!
//! [`dataset`] reads each file on its own and notes every reference it makes; [`resolve()`] checks the references and
//! puts the model together. A county file with errors is set aside; the others are not touched by it.

mod config;
mod county;
mod derived;
mod figure;
mod index;
mod initiative;
mod reader;
mod resolve;
mod shared;

use std::collections::BTreeSet;

pub use resolve::resolve;

use crate::{
    diagnostic::{Checked, Code, Finding},
    model::{Config, County, CountyId, Indicator, Prose, SourceText, Term, Theme},
    source::{CONFIG, Problem, SourceFile, SourceSet},
    span::{FileId, Span, Spanned},
    threads,
    yaml::{self, Node},
};
use reader::{Reference, Target};

/// What the files say, references not yet checked.
#[derive(Debug, Default)]
pub struct Dataset {
    config: Option<Config>,
    themes: Vec<Theme>,
    indicators: Vec<Indicator>,
    terms: Vec<Term>,
    sources: Vec<SourceText>,
    counties: Vec<CountyFile>,
    /// Ids that shared files declare, `term/two-committees`, also of entries that could not be read.
    declared: BTreeSet<String>,
    /// References made by shared files.
    references: Vec<Reference>,
    /// Files whose mistakes concern single counties only: counties and sources.
    local: BTreeSet<FileId>,
    /// Shared files that are there and could not be read: what they declare, if references lead to it.
    unread: Vec<Option<Target>>,
}

/// One county file.
#[derive(Debug)]
struct CountyFile {
    /// From the file's name, which is known even when the file cannot be parsed.
    id: CountyId,
    file: FileId,
    /// What could be read of it.
    county: Option<County>,
    /// Whether anything could not.
    failed: bool,
    references: Vec<Reference>,
    /// All prose that could be read of a file with mistakes; of the others the county has it.
    prose: Option<Vec<Prose>>,
    ids: Vec<Spanned<String>>,
}

impl CountyFile {
    /// All prose that could be read.
    fn into_prose(self) -> Vec<Prose> {
        let of_county = |county: County| {
            let prose = county.prose().into_iter().chain(county.notes());
            prose.cloned().collect()
        };
        self.prose
            .or_else(|| self.county.map(of_county))
            .unwrap_or_default()
    }
}

/// Reads every data file of the workspace.
pub fn dataset(sources: &SourceSet) -> Checked<Dataset> {
    let mut findings = Vec::new();
    let mut data = Dataset::default();
    if let Some(node) = sources
        .at(CONFIG)
        .and_then(|file| tree(file, &mut findings))
    {
        let (config, references) = config::read(&node, &mut findings);
        data.config = config;
        data.references.extend(references);
    }
    for (path, declares, read) in shared_files() {
        let Some(file) = sources.at(path) else {
            continue;
        };
        match tree(file, &mut findings) {
            Some(node) => read(&node, &mut data, &mut findings),
            None => data.unread.push(declares),
        }
    }
    let texts = sources.below("seeds/sources", ".yaml");
    for (file, read, found) in threads::map(texts, source_file) {
        data.local.insert(file);
        findings.extend(found);
        match read {
            Some((source, references)) => {
                data.sources.extend(source);
                data.references.extend(references);
            }
            None => data.unread.push(Some(Target::Source)),
        }
    }
    let counties = sources.below("seeds/counties", ".yaml");
    for (file, county, found) in threads::map(counties, county_file) {
        data.local.insert(file);
        findings.extend(found);
        data.counties.extend(county);
    }
    Checked {
        value: data,
        findings,
    }
}

/// A described source, as far as it could be read, and the references that the description makes.
type ReadSource = (Option<SourceText>, Vec<Reference>);

/// What a file of `seeds/sources/` describes; none when it cannot be read.
fn source_file((id, file): (FileId, &SourceFile)) -> (FileId, Option<ReadSource>, Vec<Finding>) {
    let mut findings = Vec::new();
    let node = tree((id, file), &mut findings);
    let source = node.map(|node| shared::source(&node, &mut findings));
    (id, source, findings)
}

/// What a file of `seeds/counties/` tells; none when its name is no id.
fn county_file((id, file): (FileId, &SourceFile)) -> (FileId, Option<CountyFile>, Vec<Finding>) {
    let mut findings = Vec::new();
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let county = match name.trim_end_matches(".yaml").parse::<CountyId>() {
        Ok(county) => {
            let node = tree((id, file), &mut findings);
            Some(county::read(county, id, node.as_ref(), &mut findings))
        }
        Err(expected) => {
            let message = format!("county file is named `{name}`");
            let finding = Finding::error(Code::WrongType, Span::start_of(id), message);
            findings.push(finding.with_help(expected));
            None
        }
    };
    (id, county, findings)
}

type ReadShared = fn(&Node, &mut Dataset, &mut Vec<Finding>);

fn shared_files() -> [(&'static str, Option<Target>, ReadShared); 3] {
    [
        ("seeds/themes.yaml", Some(Target::Theme), shared::themes),
        (
            "seeds/indicators.yaml",
            Some(Target::Indicator),
            shared::indicators,
        ),
        ("seeds/terms.yaml", Some(Target::Term), shared::terms),
    ]
}

fn tree<'t>((id, file): (FileId, &'t SourceFile), findings: &mut Vec<Finding>) -> Option<Node<'t>> {
    findings.extend(not_utf8(id, file));
    match &file.problem {
        Some(Problem::NotUtf8 { .. } | Problem::Unreadable { .. }) => None,
        None => match yaml::parse(id, &file.text) {
            Ok(node) => Some(node),
            Err(finding) => {
                findings.push(*finding);
                None
            }
        },
    }
}

/// Reports a file that is not UTF-8; one that cannot be read at all is no mistake in the data, and told by the caller.
pub fn not_utf8(id: FileId, file: &SourceFile) -> Option<Finding> {
    match &file.problem {
        Some(Problem::NotUtf8 { offset }) => {
            let message = format!("`{}` is not UTF-8 from byte {offset} on", file.path);
            Some(
                Finding::error(Code::NotUtf8, Span::start_of(id), message)
                    .with_help("save the file as UTF-8"),
            )
        }
        Some(Problem::Unreadable { .. }) | None => None,
    }
}
