//! From a printed number back to its source, and from a figure to every place where it is printed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{
    check::Checked,
    numerals::{self, NumeralRow},
};
use crate::{
    export::{self, FigureRow},
    model::{
        Account, Check, County, Doubt, Figure, FigureId, Formula, Location, Model, Prose, recompute,
    },
    render::typst::TypstError,
};

/// A figure or derived number with all that is known of it.
#[derive(Debug, Serialize)]
pub struct Trace {
    /// `county/figure-id`, as given on the command line.
    pub figure: String,
    /// The figure as `export figures` lists it.
    #[serde(flatten)]
    pub row: FigureRow,
    /// Why this period, or why none, where it is inferred.
    pub basis: Option<String>,
    /// Where it stands, the primary source first; none for derived numbers.
    pub places: Vec<SourcePlace>,
    /// What is doubtful about it.
    pub doubts: Vec<TracedDoubt>,
    /// What it is recomputed from at every build.
    pub check: Option<TracedCheck>,
    /// Figures that it is computed from, for derived numbers.
    pub computed_from: Vec<String>,
    /// What is computed from it or checked against it.
    pub used_by: Vec<String>,
    /// The figure that it is part of.
    pub part_of: Option<String>,
    /// Initiatives that mention it.
    pub initiatives: Vec<String>,
    /// Each place where a report prints it.
    pub printed_in: Vec<PrintedPlace>,
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourcePlace {
    /// Source id.
    pub source: String,
    /// The title of the text.
    pub title: String,
    /// Lines.
    pub lines: String,
    /// The numerals that the index of the source lists there for it, as printed, with the words of approximation beside
    /// them.
    pub numerals: Vec<String>,
}

/// A doubt about a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TracedDoubt {
    /// `ratio-mismatch` …
    pub code: &'static str,
    /// `serious` or `minor`
    pub severity: &'static str,
    /// `as-printed` …
    pub treatment: &'static str,
    /// In words.
    pub note: Option<String>,
    /// What would be right.
    pub right: Option<String>,
}

/// A relation that a figure is recomputed by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TracedCheck {
    /// `yuxian/a / yuxian/b`, or the term whose parts are counted.
    pub formula: String,
    /// What it gives, one decimal more than printed.
    pub gives: Option<String>,
    /// Whether that is the printed value, as far as rounding allows.
    pub holds: bool,
}

/// A place in a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PrintedPlace {
    /// Report id.
    pub report: String,
    /// `pdf` or `docx`
    pub format: &'static str,
    /// Page from 1; none in a DOCX.
    pub page: Option<usize>,
    /// The block, and the way inside it.
    pub block: String,
    /// As printed there.
    pub text: String,
}

/// Why nothing can be traced.
#[derive(Debug, thiserror::Error)]
pub enum TraceError {
    /// There is no such figure.
    #[error("there is no figure `{id}`; {help}")]
    Unknown {
        /// What was asked for.
        id: String,
        /// The nearest one.
        help: String,
    },
    /// A report cannot be typeset, so the pages are not known.
    #[error(transparent)]
    Typst(#[from] TypstError),
}

/// Traces one figure, `county/figure-id`.
///
/// # Errors
///
/// When there is no such figure, or a report that prints it cannot be typeset.
pub fn trace(checked: &Checked, model: &Model, id: &str) -> Result<Trace, TraceError> {
    let mut found = traces(model);
    let Some(at) = found.iter().position(|trace| trace.figure == id) else {
        let known = found.iter().map(|trace| trace.figure.as_str());
        let help = crate::diagnostic::suggest(id, known);
        let help = if help.starts_with("did you mean") {
            help
        } else {
            "`briefings export figures` lists all of them".to_owned()
        };
        return Err(TraceError::Unknown {
            id: id.to_owned(),
            help,
        });
    };
    let mut trace = found.swap_remove(at);
    let mentions = |document: &crate::document::Document| {
        let pieces = document.pieces();
        let mut runs = pieces.iter().flat_map(|piece| &piece.text);
        runs.any(|run| run.role.bound_to() == Some(id))
    };
    // Only the reports that print it need to be typeset.
    let rows = numerals::numerals_of(checked, |document| mentions(document))?;
    trace.printed_in = places(rows).remove(id).unwrap_or_default();
    Ok(trace)
}

/// Traces every figure and derived number.
///
/// # Errors
///
/// When a report cannot be typeset.
pub fn trace_all(checked: &Checked, model: &Model) -> Result<Vec<Trace>, TraceError> {
    let mut places = places(numerals::numerals(checked)?);
    let traces = traces(model).into_iter().map(|trace| Trace {
        printed_in: places.remove(&trace.figure).unwrap_or_default(),
        ..trace
    });
    Ok(traces.collect())
}

fn places(rows: Vec<NumeralRow>) -> BTreeMap<String, Vec<PrintedPlace>> {
    let mut places: BTreeMap<String, BTreeSet<PrintedPlace>> = BTreeMap::new();
    for row in rows {
        if let (Some(id), "figure" | "derived") = (row.id, row.kind) {
            places.entry(id).or_default().insert(PrintedPlace {
                report: row.report,
                format: row.format,
                page: row.page,
                block: row.block,
                text: row.text,
            });
        }
    }
    let sorted = places
        .into_iter()
        .map(|(id, places)| (id, places.into_iter().collect()));
    sorted.collect()
}

/// Everything but where it is printed.
fn traces(model: &Model) -> Vec<Trace> {
    let numerals = indexed(model);
    let mut rows: BTreeMap<(String, String), FigureRow> = export::figures(&model.counties)
        .into_iter()
        .map(|row| ((row.county.clone(), row.id.clone()), row))
        .collect();
    let mut traces = Vec::new();
    for county in &model.counties {
        let mut add = |id: &str, fill: &dyn Fn(&mut Trace)| {
            if let Some(row) = rows.remove(&(county.id.to_string(), id.to_owned())) {
                let mut trace = bare(county, id, row);
                fill(&mut trace);
                traces.push(trace);
            }
        };
        for figure in &county.figures {
            add(figure.id.as_str(), &|trace| {
                trace.basis.clone_from(&figure.basis);
                trace.places = source_places(model, figure, &numerals);
                trace.doubts = figure
                    .doubt
                    .iter()
                    .map(|doubt| traced(county, doubt))
                    .collect();
                trace.check = figure
                    .check
                    .as_ref()
                    .map(|check| checked_by(model, county, figure, check));
                trace.part_of = figure.part_of.as_ref().map(|whole| full(county, whole));
            });
        }
        for derived in &county.derived {
            add(derived.id.as_str(), &|trace| {
                let operands = derived.formula.operands.iter();
                trace.computed_from = operands.map(|id| full(county, id)).collect();
            });
        }
    }
    traces
}

fn bare(county: &County, id: &str, row: FigureRow) -> Trace {
    let is_meant = |other: &FigureId| other.as_str() == id;
    let figures = county
        .figures
        .iter()
        .filter(|figure| figure.check.iter().flat_map(Check::operands).any(is_meant));
    let derived = county
        .derived
        .iter()
        .filter(|derived| derived.formula.operands.iter().any(is_meant));
    let used_by = figures
        .map(|figure| figure.id.as_str())
        .chain(derived.map(|derived| derived.id.as_str()));
    let initiatives = county
        .initiatives
        .iter()
        .filter(|initiative| initiative.mentioned().iter().any(is_meant));
    Trace {
        figure: format!("{}/{id}", county.id),
        row,
        basis: None,
        places: Vec::new(),
        doubts: Vec::new(),
        check: None,
        computed_from: Vec::new(),
        used_by: used_by
            .map(|user| format!("{}/{user}", county.id))
            .collect(),
        part_of: None,
        initiatives: initiatives
            .map(|initiative| initiative.id.to_string())
            .collect(),
        printed_in: Vec::new(),
    }
}

fn full(county: &County, id: &FigureId) -> String {
    format!("{}/{id}", county.id)
}

/// By source and figure id: line and numeral.
type Indexed<'m> = BTreeMap<(&'m str, &'m str), Vec<(u32, &'m str)>>;

fn indexed(model: &Model) -> Indexed<'_> {
    let mut found = Indexed::new();
    for source in model.sources.values() {
        for line in source.index.iter().flatten() {
            for numeral in &line.numerals {
                if let Account::Figures(figures) = &numeral.account {
                    for of in figures {
                        found
                            .entry((source.id.as_str(), of.figure.as_str()))
                            .or_default()
                            .push((line.line, numeral.text.as_str()));
                    }
                }
            }
        }
    }
    found
}

fn source_places(model: &Model, figure: &Figure, numerals: &Indexed<'_>) -> Vec<SourcePlace> {
    let place = |place: &Location| {
        let key = (place.source.as_str(), figure.id.as_str());
        let listed = numerals.get(&key).into_iter().flatten();
        let here = listed.filter(|(line, _)| place.lines.contains(*line));
        SourcePlace {
            source: place.source.to_string(),
            title: model
                .sources
                .get(&place.source)
                .map_or_else(String::new, |source| source.title.clone()),
            lines: place.lines.to_string(),
            numerals: here.map(|(_, text)| (*text).to_owned()).collect(),
        }
    };
    std::iter::once(&figure.source)
        .chain(&figure.also)
        .map(place)
        .collect()
}

fn traced(county: &County, doubt: &Doubt) -> TracedDoubt {
    TracedDoubt {
        code: doubt.code.word(),
        severity: doubt.severity.word(),
        treatment: doubt.treatment.word(),
        note: doubt
            .note
            .as_ref()
            .map(|note: &Prose| export::plain(county, note)),
        right: doubt.right.clone(),
    }
}

fn checked_by(model: &Model, county: &County, figure: &Figure, check: &Check) -> TracedCheck {
    match check {
        Check::Relation(formula) => relation(county, figure, formula),
        Check::Parts(id) => {
            let term = model.terms.iter().find(|term| term.id == *id);
            let parts = term.map(|term| rust_decimal::Decimal::from(term.parts.len()));
            TracedCheck {
                formula: format!("parts of {id}"),
                gives: parts.map(|parts| parts.to_string()),
                holds: parts == figure.quantity.in_base(),
            }
        }
    }
}

fn relation(county: &County, figure: &Figure, formula: &Formula) -> TracedCheck {
    let recomputed = recompute(county, figure, formula).ok();
    TracedCheck {
        formula: export::formula_text(county, formula),
        gives: recomputed.map(|recomputed| recomputed.value.normalize().to_string()),
        holds: recomputed.is_some_and(|recomputed| recomputed.holds),
    }
}
