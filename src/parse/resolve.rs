//! Checks that every reference leads somewhere and puts the model together.

use std::collections::{BTreeMap, BTreeSet};

use super::{CountyFile, Dataset, own::Own, reader::Reference, reader::Target};
use crate::{
    diagnostic::{Checked, Code, Finding, Severity, suggest},
    model::{Config, County, Model, Prose, SourceId, SourceText},
    span::{Span, Spanned},
    threads,
};

/// Ids that references may lead to.
struct Known {
    themes: BTreeSet<String>,
    indicators: BTreeSet<String>,
    /// Also of files that could not be read, which are named by their ids.
    sources: BTreeSet<String>,
    terms: BTreeSet<String>,
    counties: BTreeSet<String>,
    /// What is declared in files that could not be read, so that nothing can be said about references to it.
    unread: Vec<Target>,
    /// What would be declared in files that are not there, with the file's name.
    absent: Vec<(Target, &'static str)>,
}

/// A model, and whether reports may be made of it.
#[derive(Debug)]
pub struct Resolved {
    /// What could be read; with errors in shared files it is only good for finding more mistakes.
    pub model: Model,
    /// Whether configuration and shared files, which every report stands on, are without errors.
    pub usable: bool,
}

/// Turns what the files say into a model; without a configuration there is none.
///
/// `findings` are those made so far: a shared file with errors leaves no model either, since every report stands on it.
pub fn resolve(data: Dataset, findings: Vec<Finding>) -> Checked<Option<Model>> {
    let Checked { value, findings } = resolve_all(data, findings);
    Checked {
        value: Some(value.model).filter(|_| value.usable),
        findings,
    }
}

/// The same, with a model of what could be read whatever else is wrong.
pub fn resolve_all(data: Dataset, findings: Vec<Finding>) -> Checked<Resolved> {
    let mut findings = findings;
    let local = data.local.clone();
    let known = known(&data);
    let mut told = Told::default();
    let (of_plans, of_shared): (Vec<&Reference>, Vec<&Reference>) = data
        .references
        .iter()
        .partition(|reference| reference.target == Target::County);
    findings.extend(told.dangling(of_shared, &known, None));
    // A comparison of a county that does not exist is not made; everything else is.
    let of_plans = told.dangling(of_plans, &known, None);
    findings.extend(repeated(&shared_ids(&data)));
    findings.extend(same_checksum(&data.sources));
    let sources: BTreeMap<_, _> = data
        .sources
        .into_iter()
        .map(|source| (source.id.clone(), source))
        .collect();
    let mut counties = Vec::new();
    let mut half_read = Vec::new();
    let mut broken = BTreeSet::new();
    let mut broken_prose = Vec::new();
    let mut hidden = BTreeSet::new();
    let mut codes = Vec::new();
    let mut lost = data.lost_file;
    let looked = threads::map(&data.counties, |file| Looked::at(file, &known, &sources));
    for (mut file, looked) in data.counties.into_iter().zip(looked) {
        let id = file.id.clone();
        let prose = file.prose.take();
        let before = findings.len();
        if file.figures_lost || file.unread_text.is_some() {
            hidden.extend(hides(&file, &sources));
        }
        let (county, sound) = check_county(file, &looked, &known, &mut told, &mut findings);
        let failed = findings[before..]
            .iter()
            .any(|finding| finding.severity == Severity::Error);
        let none = |county: &County| county.figures.is_empty() && !sound;
        lost |= county.as_ref().is_none_or(none);
        if let Some(county) = county.as_ref().filter(|county| !county.code.is_empty()) {
            codes.push((
                !sound || failed,
                county.code.clone(),
                county.keys.of("code"),
            ));
        }
        match county {
            Some(county) if sound && !failed => counties.push(county),
            unsound => {
                let of_county = || unsound.as_ref().map(all_prose);
                broken_prose.extend(prose.or_else(of_county).unwrap_or_default());
                half_read.extend(unsound);
                broken.insert(id);
            }
        }
    }
    let repeated_codes = repeated_codes(codes);
    for finding in &repeated_codes {
        let here = |county: &County| county.keys.of("code") == finding.span;
        let at = counties.iter().position(here);
        let county = at.map(|at| counties.remove(at));
        broken.extend(county.iter().map(|county| county.id.clone()));
        half_read.extend(county);
    }
    findings.extend(repeated_codes);
    counties.sort_by(|a, b| (&a.code, &a.id).cmp(&(&b.code, &b.id)));
    if lost {
        // A file of which nothing is left may be of any source that no other county uses.
        let used: BTreeSet<&SourceId> = counties
            .iter()
            .chain(&half_read)
            .flat_map(County::sources)
            .collect();
        hidden.extend(sources.keys().filter(|id| !used.contains(id)).cloned());
    }
    let shared_failed = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error && !local.contains(&finding.span.file));
    findings.extend(of_plans);
    // Without a file of terms there are none, unless something refers to one.
    let no_terms = data
        .absent
        .iter()
        .any(|(target, _)| *target == Target::Term);
    let terms_complete = data.terms_complete || (no_terms && !told.absent.contains(&Target::Term));
    let usable = !shared_failed && data.unread.is_empty() && data.config.is_some();
    let model = Model {
        config: data.config.unwrap_or_else(Config::unread),
        themes: data.themes,
        indicators: data.indicators,
        terms: data.terms,
        sources,
        counties: counties.into_iter().collect(),
        broken,
        half_read,
        broken_prose,
        hidden,
        terms_complete,
    };
    Checked {
        value: Resolved { model, usable },
        findings,
    }
}

fn all_prose(county: &County) -> Vec<Prose> {
    let prose = county.prose().into_iter().chain(county.notes());
    prose.cloned().collect()
}

fn known(data: &Dataset) -> Known {
    let declared = |kind: &str| {
        let prefix = format!("{kind}/");
        let ids = data
            .declared
            .iter()
            .filter_map(|id| id.strip_prefix(&prefix));
        ids.map(str::to_owned).collect()
    };
    let sources = data.sources.iter().map(|source| source.id.to_string());
    let counties = data.counties.iter().map(|county| county.id.to_string());
    Known {
        themes: declared("theme"),
        indicators: declared("indicator"),
        terms: declared("term"),
        sources: sources.chain(data.source_files.iter().cloned()).collect(),
        counties: counties.collect(),
        unread: data.unread.clone(),
        absent: data.absent.clone(),
    }
}

/// The sources that a county file names of which figures could not be read.
fn hides<'f>(
    file: &'f CountyFile,
    sources: &'f BTreeMap<SourceId, SourceText>,
) -> impl Iterator<Item = SourceId> + use<'f> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let in_text = move |id: &str| {
        let text = file.unread_text.as_deref().unwrap_or_default();
        text.split(|c| !word(c)).any(|found| found == id)
    };
    let referred = move |id: &str| {
        let mut references = file.references.iter();
        file.figures_lost
            && references.any(|reference| reference.target == Target::Source && reference.id == id)
    };
    let named = move |id: &&SourceId| in_text(id.as_str()) || referred(id.as_str());
    sources.keys().filter(named).cloned()
}

/// Codes that two counties have; told at the county that has other mistakes too, as a copy would.
fn repeated_codes(mut codes: Vec<(bool, String, Span)>) -> Vec<Finding> {
    codes.sort_by_key(|(failed, ..)| *failed);
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    let mut findings = Vec::new();
    for (_, code, here) in codes {
        match first.get(&code) {
            Some(earlier) => findings.push(twice("code", &code, here, *earlier)),
            None => {
                first.insert(code, here);
            }
        }
    }
    findings
}

/// Two descriptions with one checksum: a header was copied and not brought up to date.
fn same_checksum(sources: &[SourceText]) -> Vec<Finding> {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    let mut findings = Vec::new();
    for source in sources {
        let here = source.keys.of("sha256");
        match first.get(source.sha256.as_str()) {
            Some(earlier) => {
                let message = format!("checksum of source `{}` is used twice", source.id);
                findings.push(
                    Finding::error(Code::DuplicateId, here, message)
                        .with_related(*earlier, "first here")
                        .with_help("`briefings index FILE` computes the checksum of a text"),
                );
            }
            None => {
                first.insert(&source.sha256, here);
            }
        }
    }
    findings
}

/// What a county file shows by itself, whatever is told of the others.
struct Looked {
    dangles: bool,
    lacks_source: bool,
}

impl Looked {
    fn at(file: &CountyFile, known: &Known, sources: &BTreeMap<SourceId, SourceText>) -> Self {
        let own = file.own.as_ref();
        // A source that could not be read is told where it is; what stands on it is not made.
        let named = file.references.iter();
        let mut named = named.filter(|reference| reference.target == Target::Source);
        let read = |id: &str| {
            id.parse()
                .is_ok_and(|id: SourceId| sources.contains_key(&id))
        };
        Self {
            dangles: judged(file).any(|one| dangling(one, known, own).is_some()),
            lacks_source: named.any(|reference| !read(&reference.id)),
        }
    }
}

/// The references of a county file that something can be said about.
fn judged(file: &CountyFile) -> impl Iterator<Item = &Reference> {
    let references = file.references.iter();
    references.filter(|reference| !file.unread.contains(&reference.target))
}

/// What could be read of a county, and whether that is all of it.
fn check_county(
    mut file: CountyFile,
    looked: &Looked,
    known: &Known,
    told: &mut Told,
    findings: &mut Vec<Finding>,
) -> (Option<County>, bool) {
    findings.append(&mut file.repeated);
    if looked.dangles {
        findings.extend(told.dangling(judged(&file), known, file.own.as_ref()));
    }
    let sound = !file.failed && !looked.lacks_source;
    (file.county, sound)
}

/// Finds references that lead nowhere.
#[derive(Debug, Default)]
struct Told {
    /// Of files that are not there the first reference is enough.
    absent: Vec<Target>,
}

impl Told {
    /// Those among the references of a file.
    fn dangling<'r>(
        &mut self,
        references: impl IntoIterator<Item = &'r Reference>,
        known: &Known,
        own: Option<&Own>,
    ) -> Vec<Finding> {
        let references: Vec<&Reference> = references.into_iter().collect();
        let mut findings = Vec::new();
        // A source stands with every figure: a missing one is told once in a file.
        let mut sources = BTreeSet::new();
        for reference in &references {
            let Some(finding) = dangling(reference, known, own) else {
                continue;
            };
            let absent = known.absent.iter();
            let absent = absent
                .clone()
                .find(|(target, _)| *target == reference.target);
            if let Some((target, path)) = absent {
                if !self.absent.contains(target) {
                    self.absent.push(*target);
                    findings.push(finding.with_help(format!("there is no `{path}`: add it")));
                }
                continue;
            }
            if reference.target == Target::Source && !sources.insert(reference.id.as_str()) {
                continue;
            }
            let same =
                |other: &&&Reference| other.target == reference.target && other.id == reference.id;
            let times = references.iter().filter(same).count();
            let often = reference.target == Target::Source && times > 1;
            findings.push(match often {
                true => Finding {
                    message: format!("{}, which this file names {times} times", finding.message),
                    ..finding
                },
                false => finding,
            });
        }
        findings
    }
}

fn dangling(reference: &Reference, known: &Known, own: Option<&Own>) -> Option<Finding> {
    if known.unread.contains(&reference.target) {
        return None;
    }
    let none = BTreeSet::new();
    let places = own.map_or(&none, |own| &own.places);
    let numbers = own.map_or(&none, |own| &own.numbers);
    let (ids, what, code) = match reference.target {
        Target::Theme => (&known.themes, "theme", Code::UnknownTheme),
        Target::Indicator => (&known.indicators, "indicator", Code::UnknownReference),
        Target::Source => (&known.sources, "source", Code::UnknownReference),
        Target::Term => (&known.terms, "term", Code::UnknownReference),
        Target::County | Target::SeenIn => (&known.counties, "county", Code::UnknownReference),
        Target::Place => (places, "place", Code::UnknownReference),
        Target::Number => (numbers, "figure", Code::UnknownFigure),
    };
    let itself = reference.target == Target::Place && reference.id == crate::model::PlaceId::COUNTY;
    if itself || ids.contains(reference.id.as_str()) {
        return None;
    }
    let message = format!("there is no {what} `{}`", reference.id);
    let finding = match reference.target {
        Target::SeenIn => Finding::warning(code, reference.span, message),
        Target::Theme
        | Target::Indicator
        | Target::Place
        | Target::Source
        | Target::Term
        | Target::Number
        | Target::County => Finding::error(code, reference.span, message),
    };
    let finding = finding.with_help(suggest(&reference.id, ids.iter().map(String::as_str)));
    Some(match &reference.focus {
        Some(focus) => finding.with_focus(focus.clone()),
        None => finding,
    })
}

/// The ids of reports, which are the names of their files.
fn shared_ids(data: &Dataset) -> Vec<Spanned<String>> {
    let id = |kind: &str, id: &dyn ToString, span| {
        Spanned::new(format!("{kind}/{}", id.to_string()), span)
    };
    let counties = data.counties.iter();
    let counties = counties.map(|county| id("report", &county.id, Span::start_of(county.file)));
    let plans = data.config.iter().flat_map(|config| &config.comparisons);
    let plans = plans.map(|plan| id("report", &plan.id, plan.keys.of("id")));
    let digest = data
        .config
        .iter()
        .filter_map(|config| config.digest.as_ref());
    let digest = digest.map(|plan| id("report", &plan.id, plan.keys.entry()));
    counties.chain(plans).chain(digest).collect()
}

/// Reports ids that stand twice.
pub(super) fn repeated(ids: &[Spanned<String>]) -> Vec<Finding> {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    let mut findings = Vec::new();
    for id in ids {
        if let Some(earlier) = first.get(id.value.as_str()) {
            let name = id.value.rsplit('/').next().unwrap_or_default();
            findings.push(twice("id", name, id.span, *earlier));
        } else {
            first.insert(&id.value, id.span);
        }
    }
    findings
}

fn twice(what: &str, name: &str, span: Span, earlier: Span) -> Finding {
    Finding::error(
        Code::DuplicateId,
        span,
        format!("{what} `{name}` is used twice"),
    )
    .with_related(earlier, "first here")
    .with_help(format!("give one of them another {what}"))
}
