//! Every number on every page: what it is bound to, or why it needs no figure.

use serde::Serialize;

use super::check::Checked;
use crate::{
    document::{Body, Document, Inline, Role},
    render::typst::{self, TextRun, TypstError},
};

/// A number printed in a report.
#[derive(Debug, Serialize)]
pub struct NumeralRow {
    /// Report id.
    pub report: String,
    /// `pdf` or `docx`.
    pub format: &'static str,
    /// Page from 1; none in a DOCX.
    pub page: Option<usize>,
    /// The block, and the way inside it, joined by `/`.
    pub block: String,
    /// As printed.
    pub text: String,
    /// `figure derived date name numbering`
    pub kind: &'static str,
    /// What it is bound to.
    pub id: Option<String>,
    /// Why it needs no figure, or the formula of a derived number.
    pub reason: Option<String>,
}

/// Lists every number that the reports print, in PDF (with pages) and DOCX.
///
/// # Errors
///
/// When a report cannot be typeset.
pub fn numerals(checked: &Checked) -> Result<Vec<NumeralRow>, TypstError> {
    numerals_of(checked, |_| true)
}

/// The same for some of the reports.
pub(super) fn numerals_of(
    checked: &Checked,
    wanted: impl Fn(&Document) -> bool,
) -> Result<Vec<NumeralRow>, TypstError> {
    let layout = super::build::layout(&checked.sources);
    let mut rows = Vec::new();
    let documents = checked.documents.iter().map(|(_, document)| document);
    for document in documents.filter(|document| wanted(document)) {
        let pdf = typst::render(document, &layout)?;
        let pages = Pages { runs: &pdf.text };
        rows.extend(in_document(document, "pdf", Some(&pages)));
        rows.extend(repeated(document, &pages));
        rows.extend(drawn(document, &pages));
        rows.extend(listed(document, &pages));
        let folios = 1..=pdf.pages;
        rows.extend(folios.map(|page| folio(document, page, "folio", &page.to_string())));
        rows.extend(in_document(document, "docx", None));
    }
    Ok(rows)
}

/// Where the characters of each anchor stand.
pub(super) struct Pages<'t> {
    pub(super) runs: &'t [TextRun],
}

impl Pages<'_> {
    /// The page of the character at an offset, white space not counted.
    pub(super) fn of(&self, anchor: &str, offset: usize) -> Option<usize> {
        let mut seen = 0;
        let mut last = None;
        for run in self.runs.iter().filter(|run| run.anchor == anchor) {
            seen += solid(&run.text);
            last = Some(run.page);
            if seen > offset {
                return last;
            }
        }
        last
    }
}

/// How many characters a text has, white space not counted.
pub(super) fn solid(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn in_document(
    document: &Document,
    format: &'static str,
    pages: Option<&Pages<'_>>,
) -> Vec<NumeralRow> {
    let mut rows = Vec::new();
    for piece in document.pieces() {
        // In a PDF the alternative text of a chart is heard, not printed; its numbers are listed where they are drawn.
        if pages.is_some() && piece.anchor.as_str().ends_with("/alt") {
            continue;
        }
        let mut offset = 0;
        for inline in &piece.text {
            if let Some(mut row) = row(document, format, piece.anchor.as_str(), inline) {
                let at = offset + before_digits(&inline.text);
                row.page = pages.and_then(|pages| pages.of(piece.anchor.as_str(), at));
                rows.push(row);
            }
            offset += solid(&inline.text);
        }
    }
    rows
}

/// How many characters stand before the first digit: a name may begin on one page and hold its number on the next.
fn before_digits(text: &str) -> usize {
    let first = text.find(|c: char| c.is_ascii_digit());
    first.map_or(0, |at| solid(&text[..at]))
}

/// Numbers of headings in the list of contents, and the pages it names.
fn listed(document: &Document, pages: &Pages<'_>) -> Vec<NumeralRow> {
    let mut rows = Vec::new();
    for entry in document.contents() {
        let id = &entry.block.id;
        let anchor = format!("contents/{id}");
        let page = pages.of(&anchor, 0);
        let number = Inline::new(entry.number, Role::Numbering);
        for inline in std::iter::once(&number).chain(entry.text) {
            let row = row(document, "pdf", &anchor, inline);
            rows.extend(row.map(|row| NumeralRow { page, ..row }));
        }
        let page_anchor = format!("contents-page/{id}");
        let named = pages.runs.iter().filter(|run| run.anchor == page_anchor);
        rows.extend(named.map(|run| folio(document, run.page, &anchor, &run.text)));
    }
    rows
}

/// The number of a page.
fn folio(document: &Document, page: usize, block: &str, text: &str) -> NumeralRow {
    NumeralRow {
        report: document.meta.id.clone(),
        format: "pdf",
        page: Some(page),
        block: block.to_owned(),
        text: text.to_owned(),
        kind: "numbering",
        id: None,
        reason: Some("页码".to_owned()),
    }
}

/// Numbers in the heads of tables that go on, once for each further page.
fn repeated(document: &Document, pages: &Pages<'_>) -> Vec<NumeralRow> {
    let mut rows = Vec::new();
    for piece in document.pieces() {
        let again = |run: &&TextRun| run.repeats.as_deref() == Some(piece.anchor.as_str());
        for run in pages.runs.iter().filter(again) {
            for inline in &piece.text {
                let row = row(document, "pdf", piece.anchor.as_str(), inline);
                rows.extend(row.map(|row| NumeralRow {
                    page: Some(run.page),
                    ..row
                }));
            }
        }
    }
    rows
}

/// Numbers at the bars of charts on pages; of a DOCX its charts' alternative texts are listed, which say the same.
fn drawn(document: &Document, pages: &Pages<'_>) -> Vec<NumeralRow> {
    let mut rows = Vec::new();
    for block in &document.blocks {
        if let Body::Chart(chart) = &block.body {
            for (anchor, text) in chart.drawn() {
                let anchor = format!("{}/{anchor}", block.id);
                for inline in text {
                    if let Some(mut row) = row(document, "pdf", &anchor, inline) {
                        row.page = pages.of(&anchor, 0);
                        rows.push(row);
                    }
                }
            }
        }
    }
    rows
}

fn row(
    document: &Document,
    format: &'static str,
    block: &str,
    inline: &Inline,
) -> Option<NumeralRow> {
    let (kind, id, reason) = match &inline.role {
        Role::Plain => return None,
        Role::Figure { id } => ("figure", Some(id.clone()), None),
        Role::Derived { id, formula } => ("derived", Some(id.clone()), Some(formula.clone())),
        Role::Date => ("date", None, Some("日期或时期".to_owned())),
        Role::Name { id } => ("name", Some(id.clone()), Some("专名".to_owned())),
        Role::Numbering => ("numbering", None, Some("编号".to_owned())),
        Role::Source { target } => (
            "numbering",
            Some(target.clone()),
            Some("来源编号".to_owned()),
        ),
        Role::Doubt { target } => (
            "numbering",
            Some(target.clone()),
            Some("存疑编号".to_owned()),
        ),
    };
    Some(NumeralRow {
        report: document.meta.id.clone(),
        format,
        page: None,
        block: block.to_owned(),
        text: inline.text.clone(),
        kind,
        id,
        reason,
    })
}
