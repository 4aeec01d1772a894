//! Read and check.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::{glyphs, reference};
use crate::{
    audit::{self, Agreement, Coverage},
    compose::{self, ComposeError},
    diagnostic::{self, Code, Finding, Severity},
    document::Document,
    model::{County, CountyId, Model, SourceId},
    parse::{self, Resolved},
    render::docx::House,
    source::{self, SourceError, SourceFile, SourceSet},
    span::FileId,
    template::{self, CONTENT, Templates},
    threads,
};

/// A workspace as far as it could be understood.
#[derive(Debug)]
pub struct Checked {
    /// The files.
    pub sources: SourceSet,
    /// The model of all that is without errors; none when a shared file has errors.
    pub model: Option<Model>,
    /// The reports that could be composed, in order; none where they were not to be kept.
    pub documents: Vec<(CountyId, Document)>,
    /// All findings in order of place.
    pub findings: Vec<Finding>,
    /// How much of each source is accounted for.
    pub coverage: Vec<Coverage>,
    /// How far second copies agree with first ones; none without the texts.
    pub agreements: Vec<Agreement>,
    /// The office's own page and styles.
    pub house: Option<House>,
}

/// Reads and checks a workspace.
///
/// # Errors
///
/// When the workspace cannot be read at all.
pub fn check(workspace: &Path) -> Result<Checked, SourceError> {
    Ok(check_sources(source::load(workspace)?))
}

/// The same for who wants to know what is wrong only: the reports are composed and not kept.
///
/// # Errors
///
/// As [`check`].
pub fn judge(workspace: &Path) -> Result<Checked, SourceError> {
    Ok(judge_sources(source::load(workspace)?))
}

/// Reads and checks a workspace, also against the texts of its sources in a directory, `<id>.txt` each.
///
/// # Errors
///
/// When workspace or texts cannot be read.
pub fn check_against(workspace: &Path, texts: &Path) -> Result<Checked, SourceError> {
    let sources = source::load(workspace)?;
    let ids: Vec<String> = sources_of(&sources);
    let read = source::texts(texts, ids.iter().map(String::as_str))?;
    let mut texts = Texts::default();
    for (id, text) in read {
        let Ok(id) = id.parse() else { continue };
        match text {
            Some(text) => {
                texts.read.insert(id, text);
            }
            None => {
                texts.unreadable.insert(id);
            }
        }
    }
    Ok(check_with(sources, Some(&texts), Reports::Kept))
}

/// The texts of sources, and those that are not UTF-8.
#[derive(Debug, Default)]
struct Texts {
    read: BTreeMap<SourceId, String>,
    unreadable: BTreeSet<SourceId>,
}

/// The ids that the source files are named by.
fn sources_of(sources: &SourceSet) -> Vec<String> {
    let files = sources.below("seeds/sources", ".yaml");
    let names = files.filter_map(|(_, file)| file.path.rsplit('/').next());
    names
        .map(|name| name.trim_end_matches(".yaml").to_owned())
        .collect()
}

/// Checks files already read.
pub fn check_sources(sources: SourceSet) -> Checked {
    check_with(sources, None, Reports::Kept)
}

/// [Judges](judge) files already read.
pub fn judge_sources(sources: SourceSet) -> Checked {
    check_with(sources, None, Reports::Judged)
}

/// What becomes of the reports once they are known to be sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reports {
    Kept,
    /// Those of a country would take more memory than its data.
    Judged,
}

fn check_with(sources: SourceSet, texts: Option<&Texts>, reports: Reports) -> Checked {
    let sources = sources.or_built_in(CONTENT, &template::built_in());
    let dataset = parse::dataset(&sources);
    let resolved = parse::resolve_all(dataset.value, dataset.findings);
    let mut findings = resolved.findings;
    let Resolved { model, usable } = resolved.value;
    // Also of what nothing can be made of, so that all mistakes are told in one run.
    findings.extend(audit::run(&model));
    findings.extend(glyphs::written(&model));
    let mut agreements = Vec::new();
    if let Some(texts) = texts {
        let (compared, against) = audit::against_readable(&model, &texts.read, &texts.unreadable);
        findings.extend(against);
        agreements = compared;
    }
    let coverage = audit::coverage(&model);
    let reference = reference::of(&sources, &model.config);
    let refused = error(&reference.findings);
    findings.extend(reference.findings);
    let usable = usable && !refused && !shared_failed(&model, &findings, &sources);
    let mut model = Some(model).filter(|_| usable);
    if let Some(model) = &mut model {
        set_aside(model, &findings);
    }
    let templates = Templates::parse(&sources);
    findings.extend(templates.findings);
    let unread = sources.below("templates", "");
    findings.extend(unread.filter_map(|(id, file)| parse::not_utf8(id, file)));
    findings.extend(template::lint(&templates.value, &sources));
    let made = model
        .as_ref()
        .map(|model| documents(model, &templates.value, &sources, &findings, reports));
    let made = made.unwrap_or_default();
    for finding in made.unmade {
        // What one tag does wrong in every report is told once.
        let told = |other: &Finding| other.span == finding.span && other.code == finding.code;
        if !findings.iter().any(told) {
            findings.push(finding);
        }
    }
    for document in &made.unprintable {
        findings.extend(glyphs::printed(document, &findings, &sources));
    }
    diagnostic::focus(&mut findings, |file| sources.file(file).text.as_str());
    diagnostic::sort(&mut findings);
    let mut documents = made.sound;
    if let Some(model) = &model {
        comment(
            &mut documents,
            model,
            &templates.value,
            &mut findings,
            &sources,
        );
    }
    Checked {
        sources,
        model,
        documents,
        findings,
        coverage,
        agreements,
        house: reference.house,
    }
}

fn error(findings: &[Finding]) -> bool {
    let mut severities = findings.iter().map(|finding| finding.severity);
    severities.any(|severity| severity == Severity::Error)
}

/// Whether something is wrong with what every report stands on; the title of a comparison concerns only that.
fn shared_failed(model: &Model, findings: &[Finding], sources: &SourceSet) -> bool {
    let shared = |finding: &&Finding| {
        let path = &sources.file(finding.span.file).path;
        let list = path
            .strip_prefix("seeds/")
            .is_some_and(|name| !name.contains('/'));
        let of_plan = model.config.comparisons.iter().any(|plan| {
            plan.keys.of("title") == finding.span || plan.keys.of("counties") == finding.span
        });
        let mut digest = model.config.digest.iter();
        let of_plan = of_plan || digest.any(|plan| plan.keys.of("title") == finding.span);
        list || (path == source::CONFIG && finding.code == Code::UnboundNumber && !of_plan)
    };
    let mut errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    errors.any(|finding| shared(&finding))
}

/// Sets aside the counties that an error was found in, or in a source they stand on.
fn set_aside(model: &mut Model, findings: &[Finding]) {
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let files: BTreeSet<FileId> = errors.map(|finding| finding.span.file).collect();
    if files.is_empty() {
        return;
    }
    let of_source = |id: &SourceId| model.sources.get(id).map(|source| source.keys.entry().file);
    let faulty = |county: &County| {
        let sources = county.sources().into_iter().filter_map(of_source);
        let mut all = sources.chain([county.keys.entry().file]);
        all.any(|file| files.contains(&file))
    };
    let (faulty, sound): (Vec<_>, Vec<_>) = std::mem::take(&mut model.counties)
        .into_iter()
        .partition(faulty);
    model.counties = sound.into_iter().collect();
    model
        .broken
        .extend(faulty.into_iter().map(|county| county.id));
}

/// The reports of a workspace.
#[derive(Debug, Default)]
struct Made {
    /// Those to be kept.
    sound: Vec<(CountyId, Document)>,
    /// With characters that no font has.
    unprintable: Vec<Document>,
    /// Why others could not be composed.
    unmade: Vec<Finding>,
}

/// Composes every report whose template has no error; what cannot be composed or printed is told.
fn documents(
    model: &Model,
    templates: &Templates,
    sources: &SourceSet,
    so_far: &[Finding],
    keep: Reports,
) -> Made {
    let names = compose::names(model);
    let mut sound_templates: BTreeMap<&str, bool> = BTreeMap::new();
    let mut reports = compose::reports(model);
    reports.retain(|report| {
        let titled = match report {
            compose::Report::Comparison(plan) => {
                let title = plan.keys.of("title");
                so_far.iter().all(|finding| finding.span != title)
            }
            compose::Report::Digest(plan, _) => {
                let title = plan.keys.of("title");
                so_far.iter().all(|finding| finding.span != title)
            }
            compose::Report::County(_) => true,
        };
        let template = report.template();
        let known = sound_templates.entry(template);
        titled && *known.or_insert_with(|| sound(template, so_far, sources))
    });
    let composed = threads::map(reports, |report| {
        let mut made = Made::default();
        match compose::compose(model, templates, &names, report) {
            Ok(document) if glyphs::spoil(&document) => made.unprintable.push(document),
            Ok(document) if keep == Reports::Kept => {
                let data = compose::data(model, &document);
                made.sound
                    .push((report.id().clone(), Document { data, ..document }));
            }
            Ok(_) => {}
            Err(error) => made
                .unmade
                .push(at_template(&error, report.template(), sources)),
        }
        made
    });
    let mut all = Made::default();
    for made in composed {
        all.sound.extend(made.sound);
        all.unprintable.extend(made.unprintable);
        all.unmade.extend(made.unmade);
    }
    all
}

/// Gives each report what its writers are told; one whose doubts cannot be worded is not made.
fn comment(
    documents: &mut Vec<(CountyId, Document)>,
    model: &Model,
    templates: &Templates,
    findings: &mut Vec<Finding>,
    sources: &SourceSet,
) {
    let warnings = compose::warnings(findings);
    let mut failed = Vec::new();
    documents.retain_mut(|(_, document)| {
        match compose::comments(model, templates, document, &warnings) {
            Ok(comments) => document.comments = comments,
            Err(error) => {
                failed.push(at_template(&error, "partials/doubt", sources));
                return false;
            }
        }
        true
    });
    findings.extend(failed);
}

/// Whether a template and all partials could be read and have no error.
fn sound(template: &str, findings: &[Finding], sources: &SourceSet) -> bool {
    let own = format!("{CONTENT}/{template}.md.hbs");
    let partials = format!("{CONTENT}/partials/");
    let concerns = |file: &SourceFile| file.path == own || file.path.starts_with(&partials);
    let readable = sources
        .files()
        .all(|(_, file)| file.problem.is_none() || !concerns(file));
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    readable
        && !errors
            .into_iter()
            .any(|finding| concerns(sources.file(finding.span.file)))
}

fn at_template(error: &ComposeError, template: &str, sources: &SourceSet) -> Finding {
    let (code, help) = match error {
        ComposeError::Template(_) => (
            Code::TemplateSyntax,
            "every path and helper must exist in the view",
        ),
        ComposeError::Markdown { .. } => (
            Code::TemplateOutput,
            "write one heading or one paragraph in each `{{#block}}`, with text, `**…**` and `{{prose …}}` only",
        ),
        ComposeError::Block { .. } => (
            Code::TemplateOutput,
            "give each block an id of its own and bind every number to a figure",
        ),
    };
    let place = super::written::place(error, template, sources);
    Finding::error(code, place, error.to_string()).with_help(help)
}
