//! Checks that every reference leads somewhere and puts the model together.

use std::collections::{BTreeMap, BTreeSet};

use super::{CountyFile, Dataset, reader::Reference, reader::Target};
use crate::{
    diagnostic::{Checked, Code, Finding, Severity, suggest},
    model::{County, Lines, Model, SourceText},
    span::{Span, Spanned},
};

/// Ids that references may lead to.
struct Known {
    themes: BTreeSet<String>,
    indicators: BTreeSet<String>,
    sources: BTreeSet<String>,
    terms: BTreeSet<String>,
    counties: BTreeSet<String>,
    /// What is declared in files that could not be read, so that nothing can be said about references to it.
    unread: Vec<Option<Target>>,
}

/// Turns what the files say into a model; without a configuration there is none.
///
/// `findings` are those made so far: a shared file with errors leaves no model either, since every report stands on it.
pub fn resolve(data: Dataset, findings: Vec<Finding>) -> Checked<Option<Model>> {
    let mut findings = findings;
    let local = data.local.clone();
    let declared = |kind: &str| {
        let prefix = format!("{kind}/");
        let ids = data
            .declared
            .iter()
            .filter_map(|id| id.strip_prefix(&prefix));
        ids.map(str::to_owned).collect()
    };
    let known = Known {
        themes: declared("theme"),
        indicators: declared("indicator"),
        terms: declared("term"),
        sources: data
            .sources
            .iter()
            .map(|source| source.id.to_string())
            .collect(),
        counties: data
            .counties
            .iter()
            .map(|county| county.id.to_string())
            .collect(),
        unread: data.unread.clone(),
    };
    let (of_plans, of_shared): (Vec<&Reference>, Vec<&Reference>) = data
        .references
        .iter()
        .partition(|reference| reference.target == Target::County);
    let dangles = |reference: &&Reference| dangling(reference, &known, None);
    findings.extend(of_shared.iter().filter_map(dangles));
    // A comparison of a county that does not exist is not made; everything else is.
    let of_plans: Vec<Finding> = of_plans.iter().filter_map(dangles).collect();
    findings.extend(repeated(&shared_ids(&data)));
    let shared_unread = data
        .unread
        .iter()
        .any(|declares| *declares != Some(Target::Source));
    let sources: BTreeMap<_, _> = data
        .sources
        .into_iter()
        .map(|source| (source.id.clone(), source))
        .collect();
    let mut counties = Vec::new();
    let mut broken = BTreeSet::new();
    let mut broken_prose = Vec::new();
    let mut codes = BTreeMap::new();
    for mut file in data.counties {
        let before = findings.len();
        let usable = check_county(&file, &known, &sources, &mut findings);
        if let Some(county) = file.county.as_ref().filter(|_| usable)
            && let Some(earlier) = codes.insert(county.code.clone(), county.span)
        {
            findings.push(twice("code", &county.code, county.span, earlier));
        }
        let failed = findings[before..]
            .iter()
            .any(|finding| finding.severity == Severity::Error);
        match file.county.take_if(|_| usable && !failed) {
            Some(county) => counties.push(county),
            None => {
                broken.insert(file.id.clone());
                broken_prose.extend(file.into_prose());
            }
        }
    }
    counties.sort_by(|a, b| (&a.code, &a.id).cmp(&(&b.code, &b.id)));
    let shared_failed = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error && !local.contains(&finding.span.file));
    findings.extend(of_plans);
    let usable = !shared_failed && !shared_unread;
    let model = data.config.filter(|_| usable).map(|config| Model {
        config,
        themes: data.themes,
        indicators: data.indicators,
        terms: data.terms,
        sources,
        counties: counties.into_iter().collect(),
        broken,
        broken_prose,
    });
    Checked {
        value: model,
        findings,
    }
}

/// Whether a county can be used as far as its own file and sources go; other mistakes are found all the same.
fn check_county(
    file: &CountyFile,
    known: &Known,
    sources: &BTreeMap<crate::model::SourceId, SourceText>,
    findings: &mut Vec<Finding>,
) -> bool {
    findings.extend(repeated(&file.ids));
    let own: BTreeMap<&str, BTreeSet<String>> = ["place", "number"]
        .into_iter()
        .map(|kind| {
            let prefix = format!("{kind}/");
            let ids = file
                .ids
                .iter()
                .filter_map(|id| id.value.strip_prefix(&prefix));
            (kind, ids.map(str::to_owned).collect())
        })
        .collect();
    let dangling = file
        .references
        .iter()
        .filter_map(|reference| dangling(reference, known, Some(&own)));
    findings.extend(dangling);
    let unread_source = known.unread.contains(&Some(Target::Source));
    let lacks_source = file.references.iter().any(|reference| {
        reference.target == Target::Source && !known.sources.contains(&reference.id)
    });
    // A source that could not be read is told where it is; what stands on it is not made.
    let county = file.county.as_ref();
    let Some(county) = county.filter(|_| !(unread_source && lacks_source)) else {
        return false;
    };
    findings.extend(lines_outside(county, sources));
    !file.failed
}

fn dangling(
    reference: &Reference,
    known: &Known,
    own: Option<&BTreeMap<&str, BTreeSet<String>>>,
) -> Option<Finding> {
    if known.unread.contains(&Some(reference.target)) {
        return None;
    }
    let none = BTreeSet::new();
    let of_county = |kind: &str| own.and_then(|own| own.get(kind)).unwrap_or(&none);
    let (ids, what, code) = match reference.target {
        Target::Theme => (&known.themes, "theme", Code::UnknownTheme),
        Target::Indicator => (&known.indicators, "indicator", Code::UnknownReference),
        Target::Source => (&known.sources, "source", Code::UnknownReference),
        Target::Term => (&known.terms, "term", Code::UnknownReference),
        Target::County | Target::SeenIn => (&known.counties, "county", Code::UnknownReference),
        Target::Place => (of_county("place"), "place", Code::UnknownReference),
        Target::Number => (of_county("number"), "figure", Code::UnknownFigure),
    };
    let itself = reference.target == Target::Place && reference.id == crate::model::PlaceId::COUNTY;
    if itself || ids.contains(&reference.id) {
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
    Some(if reference.in_prose {
        finding.with_focus(&reference.id)
    } else {
        finding
    })
}

/// The ids of source texts and of reports; a report's is the name of its files.
fn shared_ids(data: &Dataset) -> Vec<Spanned<String>> {
    let id = |kind: &str, id: &dyn ToString, span| {
        Spanned::new(format!("{kind}/{}", id.to_string()), span)
    };
    let sources = data.sources.iter();
    let sources = sources.map(|source| id("source", &source.id, source.span));
    let counties = data.counties.iter();
    let counties = counties.map(|county| id("report", &county.id, Span::start_of(county.file)));
    let plans = data.config.iter().flat_map(|config| &config.comparisons);
    let plans = plans.map(|plan| id("report", &plan.id, plan.span));
    sources.chain(counties).chain(plans).collect()
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

fn lines_outside(
    county: &County,
    sources: &BTreeMap<crate::model::SourceId, SourceText>,
) -> Vec<Finding> {
    let mut places: Vec<(&crate::model::SourceId, &Lines, Span)> = Vec::new();
    for figure in &county.figures {
        let all = std::iter::once(&figure.source).chain(&figure.also);
        places.extend(all.map(|place| (&place.source, &place.lines, figure.span)));
    }
    places.extend(
        county
            .statements()
            .map(|statement| (&statement.source, &statement.lines, statement.span)),
    );
    places.extend(
        county
            .initiatives
            .iter()
            .map(|initiative| (&initiative.source, &initiative.lines, initiative.span)),
    );
    places.extend(
        county
            .doubts
            .iter()
            .map(|doubt| (&doubt.place.source, &doubt.place.lines, doubt.doubt.span)),
    );
    let outside = places.into_iter().filter_map(|(source, lines, span)| {
        let source = sources.get(source)?;
        (lines.last() > source.lines).then(|| {
            let message = format!(
                "lines `{lines}` reach beyond the {} lines of source `{}`",
                source.lines, source.id
            );
            Finding::error(Code::LinesOutside, span, message)
                .with_help("correct the line numbers, or `lines` in the source's header")
        })
    });
    outside.collect()
}
