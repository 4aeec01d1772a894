//! PDF, DOCX and text outline of a report say the same.

use std::collections::BTreeMap;

use county_briefings::{
    document::{Document, plain_text},
    render::{
        docx, text,
        typst::{self, Layout},
    },
};

use crate::support::{Project, solid};

/// Anchor and text, white space removed; pieces without text left out.
type Pieces = BTreeMap<String, String>;

#[test]
fn the_small_workspace_says_the_same_in_every_format() {
    same_in_every_format(&Project::new(), 3);
}

#[test]
fn the_real_workspace_says_the_same_in_every_format() {
    same_in_every_format(&Project::real(), 6);
}

pub(crate) fn same_in_every_format(project: &Project, reports: usize) {
    let checked = project.check();
    assert_eq!(checked.documents.len(), reports, "{:#?}", checked.findings);
    for (_, document) in &checked.documents {
        let said = of_document(document);
        let least = if document.meta.most_pages.is_some() {
            10
        } else {
            50
        };
        assert!(
            said.len() > least,
            "`{}` has {} pieces",
            document.meta.id,
            said.len()
        );
        assert_same(document, "outline", &of_outline(document), &said);
        assert_same(document, "DOCX", &of_docx(document), &said);
        says_all_in_pdf(document);
    }
}

/// No text of a document is lost in its PDF.
pub(crate) fn says_all_in_pdf(document: &Document) {
    // Alternative texts are not printed: they are in the tags, which `typst::render` does not give back.
    let said = of_document(document).into_iter();
    let printed = said.filter(|(anchor, _)| !anchor.ends_with("/alt"));
    let found = of_pdf(document, &Layout::embedded());
    assert_same(document, "PDF", &found, &printed.collect());
}

fn assert_same(document: &Document, format: &str, found: &Pieces, expected: &Pieces) {
    for (anchor, text) in expected {
        assert_eq!(
            found.get(anchor),
            Some(text),
            "{format} of `{}` at `{anchor}`",
            document.meta.id
        );
    }
    let more: Vec<_> = found
        .keys()
        .filter(|anchor| !expected.contains_key(*anchor))
        .collect();
    assert!(
        more.is_empty(),
        "{format} of `{}` says more: {more:?}",
        document.meta.id
    );
}

fn collected(pieces: impl IntoIterator<Item = (String, String)>) -> Pieces {
    let mut collected = Pieces::new();
    for (anchor, text) in pieces {
        let text = solid(&text);
        if !text.is_empty() {
            collected.entry(anchor).or_default().push_str(&text);
        }
    }
    collected
}

fn of_document(document: &Document) -> Pieces {
    let pieces = document.pieces().into_iter();
    collected(pieces.map(|piece| (piece.anchor.to_string(), plain_text(&piece.text))))
}

fn of_outline(document: &Document) -> Pieces {
    let outline = text::render(document);
    let lines = outline.lines().map(|line| line.split_once('\t').unwrap());
    collected(lines.map(|(anchor, text)| (anchor.to_owned(), text.to_owned())))
}

fn of_docx(document: &Document) -> Pieces {
    collected(docx::pieces(&docx::render(document, &docx::Made::default()).unwrap()).unwrap())
}

/// Furniture, the labels inside charts and the list of contents are no pieces.
fn of_pdf(document: &Document, layout: &Layout) -> Pieces {
    let runs = typst::render(document, layout).unwrap().text.into_iter();
    let pieces = runs.filter(|run| {
        run.anchor != "furniture"
            && !run.anchor.contains("/plot/")
            && !run.anchor.starts_with("contents")
    });
    collected(pieces.map(|run| (run.anchor, run.text)))
}
