//! From the files of a workspace to a [`Model`](crate::model::Model).
//!
//! [`dataset`] reads each file on its own and notes every reference it makes; [`resolve()`] checks the references and
//! puts the model together. A county file with errors is set aside; the others are not touched by it.

mod chart;
mod config;
mod county;
mod derived;
mod figure;
mod how;
mod index;
mod initiative;
mod own;
mod reader;
mod resolve;
mod shared;

use std::collections::BTreeSet;

pub use resolve::{Resolved, resolve, resolve_all};

use crate::{
    diagnostic::{Checked, Code, Finding},
    model::{Config, County, CountyId, Indicator, Prose, SourceText, Term, Theme},
    source::{CONFIG, Problem, SourceFile, SourceSet},
    span::{FileId, Span},
    threads,
    yaml::{self, Node},
};
use own::Own;
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
    /// What shared files declare that are there and could not be read.
    unread: Vec<Target>,
    /// What shared files would declare that are not there.
    absent: Vec<(Target, &'static str)>,
    /// The ids that the files of sources are named by.
    source_files: BTreeSet<String>,
    /// Whether there is a county file that could not be looked into.
    lost_file: bool,
    /// Whether every term could be read.
    terms_complete: bool,
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
    /// Those that its own ids do not answer.
    references: Vec<Reference>,
    /// Its own ids, where references to such are left unanswered.
    own: Option<Own>,
    /// Own ids that stand twice.
    repeated: Vec<Finding>,
    /// All prose that could be read of a file with mistakes; of the others the county has it.
    prose: Option<Vec<Prose>>,
    /// Whether some figures could not be read.
    figures_lost: bool,
    /// What is declared in lists that could not be read.
    unread: Vec<Target>,
    /// The text of a file of which nothing could be read.
    unread_text: Option<String>,
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
            data.absent.push((declares, path));
            continue;
        };
        let node = tree(file, &mut findings);
        if !node.is_some_and(|node| read(&node, &mut data, &mut findings)) {
            data.unread.push(declares);
        }
    }
    let texts = sources.below("seeds/sources", ".yaml");
    for (file, name, read, found) in threads::map(texts, source_file) {
        data.local.insert(file);
        data.source_files.insert(name.to_owned());
        findings.extend(found);
        if let Some((source, references)) = read {
            data.sources.extend(source);
            data.references.extend(references);
        }
    }
    let counties = sources.below("seeds/counties", ".yaml");
    for (file, county, found) in threads::map(counties, county_file) {
        data.local.insert(file);
        findings.extend(found);
        data.lost_file |= county.is_none();
        data.counties.extend(county);
    }
    let stray = stray(sources);
    data.lost_file |= !stray.is_empty();
    findings.extend(stray);
    Checked {
        value: data,
        findings,
    }
}

/// The name of a file without folder and extension.
fn stem(file: &SourceFile) -> &str {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    name.trim_end_matches(".yaml")
}

/// A described source, as far as it could be read, and the references that the description makes.
type ReadSource = (Option<SourceText>, Vec<Reference>);

/// What a file of `seeds/sources/`, with this name, describes; none when it cannot be read.
fn source_file(
    (id, file): (FileId, &SourceFile),
) -> (FileId, &str, Option<ReadSource>, Vec<Finding>) {
    let mut findings = Vec::new();
    let name = stem(file);
    let node = tree((id, file), &mut findings);
    let source = node.map(|node| shared::source(&node, name, &mut findings));
    (id, name, source, findings)
}

/// What a file of `seeds/counties/` tells; none when its name is no id.
fn county_file((id, file): (FileId, &SourceFile)) -> (FileId, Option<CountyFile>, Vec<Finding>) {
    let mut findings = Vec::new();
    let county = match stem(file).parse::<CountyId>() {
        Ok(county) => {
            let node = tree((id, file), &mut findings);
            let mut read = county::read(county, id, node.as_ref(), &mut findings);
            if read.county.is_none() {
                read.unread_text = Some(file.shown().to_owned());
            }
            Some(read)
        }
        Err(expected) => {
            let message = format!("county file is named `{}.yaml`", stem(file));
            let finding = Finding::error(Code::WrongType, Span::start_of(id), message);
            findings.push(finding.with_help(expected));
            None
        }
    };
    (id, county, findings)
}

/// Data files that nobody reads: in another folder, or with another name or extension, than is looked for.
fn stray(sources: &SourceSet) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, file) in sources.below("seeds", "") {
        let lists = ["seeds/sources/", "seeds/counties/"];
        let listed = lists.iter().any(|folder| file.path.starts_with(folder));
        let shared = shared_files().iter().any(|(path, ..)| *path == file.path);
        if shared || (listed && file.path.ends_with(".yaml")) {
            continue;
        }
        let message = format!("nothing reads `{}`", file.path);
        findings.push(
            Finding::warning(Code::StrayFile, Span::start_of(id), message).with_help(
                "data stand in `seeds/themes.yaml`, `indicators.yaml` and `terms.yaml`, `seeds/sources/ID.yaml` and `seeds/counties/ID.yaml`",
            ),
        );
    }
    findings
}

type ReadShared = fn(&Node, &mut Dataset, &mut Vec<Finding>) -> bool;

/// The shared files, what they declare, and what reads them and says whether it could.
fn shared_files() -> [(&'static str, Target, ReadShared); 3] {
    [
        ("seeds/themes.yaml", Target::Theme, shared::themes),
        (
            "seeds/indicators.yaml",
            Target::Indicator,
            shared::indicators,
        ),
        ("seeds/terms.yaml", Target::Term, shared::terms),
    ]
}

fn tree<'t>((id, file): (FileId, &'t SourceFile), findings: &mut Vec<Finding>) -> Option<Node<'t>> {
    findings.extend(not_utf8(id, file));
    match &file.problem {
        Some(Problem::NotUtf8 { .. } | Problem::Unreadable { .. }) => None,
        None => {
            let (node, slips) = yaml::read(id, &file.text);
            findings.extend(slips);
            node
        }
    }
}

/// Reports a file that is not UTF-8; one that cannot be read at all is no mistake in the data, and told by the caller.
pub fn not_utf8(id: FileId, file: &SourceFile) -> Option<Finding> {
    match &file.problem {
        Some(Problem::NotUtf8 {
            offset, looks_like, ..
        }) => {
            let message = format!("`{}` is not UTF-8 from byte {offset} on", file.path);
            let help = match looks_like {
                Some(encoding) => format!("it looks like {encoding}: save the file as UTF-8"),
                None => "save the file as UTF-8, or type the character here again".to_owned(),
            };
            let span = Span::new(id, *offset, offset + 1);
            Some(Finding::error(Code::NotUtf8, span, message).with_help(help))
        }
        Some(Problem::Unreadable { .. }) | None => None,
    }
}
