//! Bring outputs up to date.

use std::{collections::BTreeSet, num::NonZeroUsize, path::Path};

use super::{
    check::{self, Checked},
    outcome::{BuildError, BuildOptions, Outcome, Output, Status, Writing},
    plan::{self, Decision, Job},
    render,
    style::Style,
};
use crate::{
    diagnostic::Severity,
    model::{CountyId, Format, Model},
    output::{Entry, Manifest, OutputError, Store},
    render::typst::Layout,
    source::{self, SourceSet},
};

/// Folder of the layout files in a workspace.
const LAYOUT: &str = "templates/layout";

/// Brings the outputs of a workspace up to date.
///
/// # Errors
///
/// When the workspace cannot be read, nothing can be written, or a report asked for does not exist. Findings and reports
/// that fail are part of the outcome.
pub fn build(workspace: &Path, options: &BuildOptions) -> Result<Outcome, BuildError> {
    let mut sources = source::load(workspace)?;
    if let Some(path) = &options.reference_doc {
        let name = path.display().to_string();
        sources = sources.with_reference(name, source::document(path)?);
    }
    let store = match options.writing {
        Writing::Write => Store::open(&options.output, &options.state)?,
        Writing::DryRun => Store::view(&options.output, &options.state),
    };
    let manifest = store.manifest();
    let inputs = plan::inputs(&sources, &key(options));
    if !options.fresh
        && manifest.inputs.as_ref() == Some(&inputs)
        && let Some(outputs) = untouched(&store, &manifest)?
    {
        return Ok(Outcome {
            sources,
            findings: Vec::new(),
            outputs,
        });
    }
    let checked = check::check_sources(sources);
    let outputs = outputs(&checked, &store, manifest, options, inputs)?;
    Ok(Outcome {
        sources: checked.sources,
        findings: checked.findings,
        outputs,
    })
}

/// The options that decide what is made.
fn key(options: &BuildOptions) -> String {
    format!(
        "{:?} {:?} {:?}",
        options.reports, options.formats, options.date
    )
}

/// The outputs of the last run as fresh, if every one is on the disk as it was written.
fn untouched(store: &Store, manifest: &Manifest) -> Result<Option<Vec<Output>>, OutputError> {
    let mut outputs = Vec::new();
    for name in &manifest.last {
        let present = store.present(name)?;
        let recorded = manifest.outputs.get(name).map(|entry| &entry.digest);
        if present.is_none() || present.as_ref() != recorded {
            return Ok(None);
        }
        let Some((report, extension)) = name.rsplit_once('.') else {
            return Ok(None);
        };
        let Some((_, format)) = Format::WORDS.iter().find(|(word, _)| *word == extension) else {
            return Ok(None);
        };
        outputs.push(Output {
            report: report.to_owned(),
            format: *format,
            path: store.path(name),
            status: Status::Fresh,
        });
    }
    Ok(Some(outputs))
}

fn outputs(
    checked: &Checked,
    store: &Store,
    mut manifest: Manifest,
    options: &BuildOptions,
    inputs: String,
) -> Result<Vec<Output>, BuildError> {
    let layout = layout(&checked.sources);
    let style = Style {
        layout: &layout,
        house: checked.house.as_ref(),
    };
    let failed = checked
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    let wanted = wanted(checked, options, &manifest)?;
    let formats = match (&checked.model, options.formats.as_slice()) {
        (Some(model), []) => model.config.formats.clone(),
        (_, formats) => formats.to_vec(),
    };
    let mut documents = checked.documents.clone();
    for (_, document) in &mut documents {
        document.meta.date = options
            .date
            .clone()
            .unwrap_or_else(|| document.meta.date.clone());
    }
    let mut outputs: Vec<Output> = Vec::new();
    let mut jobs: Vec<(usize, Job<'_>, Decision)> = Vec::new();
    for report in &wanted {
        let document = documents.iter().find(|(id, _)| id == report);
        for format in &formats {
            let job = document.map(|(id, document)| Job::new(id, document, *format, &style));
            let name = format!("{report}.{}", format.extension());
            let status = match &job {
                Some(_) if failed && options.fail_fast => {
                    Status::Stale("there are errors, and `--fail-fast` was given".to_owned())
                }
                Some(_) => Status::Fresh,
                None => Status::Stale(why_missing(checked.model.as_ref(), report)),
            };
            let runs = matches!(status, Status::Fresh);
            outputs.push(Output {
                report: report.to_string(),
                format: *format,
                path: store.path(&name),
                status,
            });
            if let Some(job) = job.filter(|_| runs) {
                let at = outputs.len() - 1;
                match job.decide(store, &manifest, options.fresh) {
                    Ok(decision) => jobs.push((at, job, decision)),
                    Err(error) => outputs[at].status = Status::Failed(error.into()),
                }
            }
        }
    }
    outputs.extend(orphans(checked, store, &manifest, options)?);
    if options.writing == Writing::DryRun {
        for (at, _, decision) in jobs {
            outputs[at].status = match decision {
                Decision::Make(reason) => Status::Planned(reason),
                Decision::Fresh => Status::Fresh,
                Decision::Edited => Status::Edited,
                Decision::Beside(name) => Status::Beside(store.path(&name)),
            };
        }
        return Ok(outputs);
    }
    // Should this run fail half-way, the next one must not take the last one's word.
    manifest.inputs = None;
    run(
        &jobs,
        &style,
        store,
        &mut manifest,
        options.workers,
        &mut outputs,
    );
    let quiet = checked.findings.is_empty()
        && outputs
            .iter()
            .all(|output| matches!(output.status, Status::Fresh | Status::Written(_)));
    manifest.inputs = quiet.then_some(inputs);
    let name = |output: &Output| format!("{}.{}", output.report, output.format.extension());
    manifest.last = outputs.iter().map(name).collect();
    store.save(&manifest)?;
    Ok(outputs)
}

fn run(
    jobs: &[(usize, Job<'_>, Decision)],
    style: &Style<'_>,
    store: &Store,
    manifest: &mut Manifest,
    workers: NonZeroUsize,
    outputs: &mut [Output],
) {
    for (at, _, decision) in jobs {
        if *decision == Decision::Edited {
            outputs[*at].status = Status::Edited;
        }
    }
    let open: Vec<&(usize, Job<'_>, Decision)> = jobs
        .iter()
        .filter(|(_, _, decision)| matches!(decision, Decision::Make(_) | Decision::Beside(_)))
        .collect();
    let to_render: Vec<&Job<'_>> = open.iter().map(|(_, job, _)| job).collect();
    render::all(&to_render, style, workers, |index, result| {
        let (at, job, decision) = open[index];
        let made = result.and_then(|bytes| Ok(put(job, decision, &bytes, store, manifest)?));
        outputs[*at].status = made.unwrap_or_else(Status::Failed);
    });
}

fn put(
    job: &Job<'_>,
    decision: &Decision,
    bytes: &[u8],
    store: &Store,
    manifest: &mut Manifest,
) -> Result<Status, OutputError> {
    let entry = Entry::new(&job.fingerprint, bytes);
    let name = job.name();
    // The same bytes as ours are ours, whoever put them there.
    if store.present(&name)?.as_ref() == Some(&entry.digest) {
        manifest.outputs.insert(name, entry);
        return Ok(Status::Fresh);
    }
    // A writer may have saved while this run was under way.
    let decision = &match (job.format, decision) {
        (Format::Docx, Decision::Make(reason)) => match job.decide(store, manifest, true)? {
            Decision::Make(_) => Decision::Make(reason),
            other @ (Decision::Fresh | Decision::Edited | Decision::Beside(_)) => other,
        },
        (_, decided) => decided.clone(),
    };
    Ok(match decision {
        Decision::Beside(beside) => {
            let files = job.files_beside(store)?;
            if let Some((same, _)) = files.iter().find(|(_, digest)| *digest == entry.digest) {
                manifest.outputs.insert(same.clone(), entry);
                return Ok(Status::Edited);
            }
            store.write(beside, &entry, bytes)?;
            manifest.outputs.insert(beside.clone(), entry);
            Status::Beside(store.path(beside))
        }
        Decision::Make(reason) => {
            store.write(&name, &entry, bytes)?;
            manifest.outputs.insert(name, entry);
            Status::Written(reason)
        }
        Decision::Fresh => Status::Fresh,
        Decision::Edited => Status::Edited,
    })
}

/// The layout of the workspace, or the built-in one.
pub(super) fn layout(sources: &SourceSet) -> Layout {
    let files: Vec<_> = sources.below(LAYOUT, ".typ").collect();
    if files.is_empty() {
        return Layout::embedded();
    }
    let named = files.into_iter().map(|(_, file)| {
        let name = file.path[LAYOUT.len() + 1..].to_owned();
        (name, file.text.clone())
    });
    Layout::new(named.collect())
}

/// The reports asked for, in order, those that cannot be made included.
fn wanted(
    checked: &Checked,
    options: &BuildOptions,
    manifest: &Manifest,
) -> Result<Vec<CountyId>, BuildError> {
    let Some(model) = &checked.model else {
        // Nothing is known of the reports but what was made of them before.
        let before: BTreeSet<CountyId> = manifest
            .outputs
            .keys()
            .filter_map(|name| report_of(name))
            .collect();
        return Ok(before.into_iter().collect());
    };
    let counties = model
        .counties
        .iter()
        .map(|county| &county.id)
        .chain(&model.broken);
    let all: Vec<&CountyId> = counties
        .chain(model.config.comparisons.iter().map(|plan| &plan.id))
        .chain(model.config.digest.iter().map(|plan| &plan.id))
        .collect();
    if let Some(unknown) = options
        .reports
        .iter()
        .find(|id| !all.iter().any(|known| known.as_str() == id.as_str()))
    {
        return Err(BuildError::UnknownReport {
            id: unknown.clone(),
            help: crate::diagnostic::suggest(unknown, all.iter().map(|id| id.as_str())),
        });
    }
    let chosen = |id: &&CountyId| {
        options.reports.is_empty() || options.reports.iter().any(|wanted| wanted == id.as_str())
    };
    Ok(all.into_iter().filter(chosen).cloned().collect())
}

/// The report that a file name belongs to; none for files beside edited ones.
fn report_of(name: &str) -> Option<CountyId> {
    let (report, _) = name.rsplit_once('.')?;
    report.parse().ok()
}

/// Outputs of earlier runs whose report is no longer declared.
fn orphans(
    checked: &Checked,
    store: &Store,
    manifest: &Manifest,
    options: &BuildOptions,
) -> Result<Vec<Output>, OutputError> {
    let Some(model) = checked
        .model
        .as_ref()
        .filter(|_| options.reports.is_empty())
    else {
        return Ok(Vec::new());
    };
    let declared = |id: &CountyId| {
        let plan = model.config.comparisons.iter().any(|plan| plan.id == *id);
        let digest = model.config.digest.iter().any(|plan| plan.id == *id);
        plan || digest || model.county(id).is_some() || model.broken.contains(id)
    };
    let mut orphans = Vec::new();
    for name in manifest.outputs.keys() {
        let Some(report) = report_of(name).filter(|id| !declared(id)) else {
            continue;
        };
        let extension = name.rsplit('.').next().unwrap_or_default();
        let known = Format::WORDS.iter().find(|(word, _)| *word == extension);
        if let Some((_, format)) =
            known.filter(|_| store.present(name).is_ok_and(|it| it.is_some()))
        {
            orphans.push(Output {
                report: report.to_string(),
                format: *format,
                path: store.path(name),
                status: Status::Orphan,
            });
        }
    }
    Ok(orphans)
}

fn why_missing(model: Option<&Model>, report: &CountyId) -> String {
    let Some(model) = model else {
        return "shared files have errors".to_owned();
    };
    let plan = model
        .config
        .comparisons
        .iter()
        .find(|plan| plan.id == *report);
    let broken: Vec<String> = plan
        .into_iter()
        .flat_map(|plan| &plan.counties)
        .filter(|id| model.broken.contains(id))
        .map(|id| format!("`{id}`"))
        .collect();
    match broken.as_slice() {
        [] if model.broken.contains(report) => "its data have errors".to_owned(),
        [] if plan
            .is_some_and(|plan| plan.counties.iter().any(|id| model.county(id).is_none())) =>
        {
            "it names a county that does not exist".to_owned()
        }
        [] => "its template or its text has errors".to_owned(),
        some => format!("it needs {}, whose data have errors", some.join(", ")),
    }
}
