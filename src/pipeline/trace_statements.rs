//! From a statement back to its lines, and to every place where it is printed.

use serde::Serialize;

use super::{
    check::Checked,
    numerals::{Pages, solid},
    trace::{PrintedPlace, TraceError},
};
use crate::{
    document::{Document, Piece, plain_text},
    export,
    model::{County, Initiative, Kind, Modality, Model, Statement},
    render::typst::{self, TypstError},
};

/// A statement with all that is known of it.
#[derive(Debug, Serialize)]
pub struct StatementTrace {
    /// `county/initiative/2`, `county/summary/1` or `county/background/1`: counted from 1 in the order of the data.
    pub statement: String,
    /// `practice`, `result` or `condition`
    pub kind: &'static str,
    /// `done`, `under-way`, `planned` or `claimed`
    pub modality: &'static str,
    /// As printed.
    pub text: String,
    /// Name of the initiative that it belongs to; none of summary and background.
    pub initiative: Option<String>,
    /// Whom it is about.
    pub place: String,
    /// Source id.
    pub source: String,
    /// Title of the source.
    pub title: String,
    /// Lines.
    pub lines: String,
    /// The figures that it mentions, `county/figure-id`.
    pub figures: Vec<String>,
    /// Each place where a report prints it.
    pub printed_in: Vec<PrintedPlace>,
}

/// Traces the statement of an id, or all statements of an initiative, `county/initiative`; none where nothing has it.
///
/// # Errors
///
/// When a report that prints one of them cannot be typeset.
pub fn trace_statements(
    checked: &Checked,
    model: &Model,
    id: &str,
) -> Result<Vec<StatementTrace>, TraceError> {
    let meant = |known: &str| {
        let rest = known.strip_prefix(id);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let mut found = all(model);
    found.retain(|trace| meant(&trace.statement));
    printed(checked, &mut found)?;
    Ok(found)
}

/// Traces every statement.
///
/// # Errors
///
/// When a report cannot be typeset.
pub fn trace_all_statements(
    checked: &Checked,
    model: &Model,
) -> Result<Vec<StatementTrace>, TraceError> {
    let mut found = all(model);
    printed(checked, &mut found)?;
    Ok(found)
}

/// Everything but where they are printed.
fn all(model: &Model) -> Vec<StatementTrace> {
    let of_counties = model.counties.iter().flat_map(|county| {
        let lists = [
            ("summary", &county.summary),
            ("background", &county.background),
        ];
        let shared = lists.into_iter().flat_map(move |(name, statements)| {
            let numbered = statements.iter().enumerate();
            numbered.map(move |(at, one)| trace(model, county, None, name, at, one))
        });
        let own = county.initiatives.iter().flat_map(move |initiative| {
            let numbered = initiative.statements.iter().enumerate();
            numbered.map(move |(at, one)| {
                trace(
                    model,
                    county,
                    Some(initiative),
                    initiative.id.as_str(),
                    at,
                    one,
                )
            })
        });
        shared.chain(own)
    });
    of_counties.collect()
}

fn trace(
    model: &Model,
    county: &County,
    initiative: Option<&Initiative>,
    list: &str,
    at: usize,
    statement: &Statement,
) -> StatementTrace {
    let place = statement.place.as_ref();
    let place = place.or_else(|| initiative.map(|initiative| &initiative.place));
    let source = model.sources.get(&statement.source);
    let figures = statement.text.references();
    StatementTrace {
        statement: format!("{}/{list}/{}", county.id, at + 1),
        kind: word(&Kind::WORDS, statement.kind),
        modality: word(&Modality::WORDS, statement.modality),
        text: export::plain(county, &statement.text),
        initiative: initiative.map(|initiative| export::plain(county, &initiative.name)),
        place: place.map_or_else(|| county.name.clone(), |place| county.place_name(place)),
        source: statement.source.to_string(),
        title: source.map_or_else(String::new, |source| source.title.clone()),
        lines: statement.lines.to_string(),
        figures: figures
            .map(|reference| format!("{}/{}", county.id, reference.figure))
            .collect(),
        printed_in: Vec::new(),
    }
}

fn word<T: Copy + PartialEq>(words: &'static [(&'static str, T)], value: T) -> &'static str {
    let found = words.iter().find(|(_, known)| *known == value);
    found.expect("invariant: every value has a word").0
}

/// Finds the places where statements are printed; only the reports that print any are typeset.
fn printed(checked: &Checked, traces: &mut [StatementTrace]) -> Result<(), TypstError> {
    let layout = super::build::layout(&checked.sources);
    for (_, document) in &checked.documents {
        let pieces = document.pieces();
        let texts: Vec<(&Piece, String)> = pieces
            .iter()
            .map(|piece| (piece, plain_text(&piece.text)))
            .collect();
        let places: Vec<(usize, &str, usize)> = traces
            .iter()
            .enumerate()
            .flat_map(|(at, trace)| {
                let found = texts.iter().filter_map(move |(piece, text)| {
                    let offset = text.find(&trace.text)?;
                    Some((at, piece.anchor.as_str(), solid(&text[..offset])))
                });
                found.collect::<Vec<_>>()
            })
            .collect();
        if places.is_empty() {
            continue;
        }
        let pdf = typst::render(document, &layout)?;
        let pages = Pages { runs: &pdf.text };
        for (at, anchor, offset) in places {
            let page = pages.of(anchor, offset);
            let trace = &mut traces[at];
            let text = trace.text.clone();
            let printed = [("pdf", page), ("docx", None)]
                .map(|(format, page)| place(document, format, page, anchor, &text));
            trace.printed_in.extend(printed);
        }
    }
    Ok(())
}

fn place(
    document: &Document,
    format: &'static str,
    page: Option<usize>,
    block: &str,
    text: &str,
) -> PrintedPlace {
    PrintedPlace {
        report: document.meta.id.clone(),
        format,
        page,
        block: block.to_owned(),
        text: text.to_owned(),
    }
}
