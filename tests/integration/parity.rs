//! PDF, DOCX and text outline of a report say the same.

use std::collections::BTreeMap;

use county_briefings::{
    document::{Document, plain_text},
    pipeline::check_sources,
    render::{
        docx, text,
        typst::{self, Layout},
    },
};

use crate::{
    generator::{Size, generate},
    support::{Project, solid},
};

/// Anchors in order, each with its text without white space; pieces without text left out.
#[derive(Default)]
struct Pieces {
    order: Vec<String>,
    texts: BTreeMap<String, String>,
}

#[test]
fn the_small_workspace_says_the_same_in_every_format() {
    same_in_every_format(&Project::new(), 3);
}

#[test]
fn the_real_workspace_says_the_same_in_every_format() {
    same_in_every_format(&Project::real(), 6);
}

/// Reports of all sizes, with charts, doubts and lists of contents.
#[test]
fn generated_workspaces_say_the_same_in_every_format() {
    let mut long = 0;
    for (seed, counties, initiatives) in [(3, 2, 12), (4, 1, 40), (5, 5, 6), (6, 12, 3), (7, 3, 20)]
    {
        let size = Size::of(counties).initiatives(1..=initiatives);
        for (_, document) in check_sources(generate(seed, &size).sources()).documents {
            long += usize::from(document.meta.contents);
            says_the_same(&document);
        }
    }
    assert!(long > 0, "one of them has a list of contents");
}

pub(crate) fn same_in_every_format(project: &Project, reports: usize) {
    let checked = project.check();
    assert_eq!(checked.documents.len(), reports, "{:#?}", checked.findings);
    for (_, document) in &checked.documents {
        says_the_same(document);
    }
}

/// The same pieces with the same text, and in the same order.
fn says_the_same(document: &Document) {
    let said = of_document(document);
    let least = if document.meta.most_pages.is_some() {
        10
    } else {
        30
    };
    assert!(
        said.order.len() > least,
        "`{}` has {} pieces",
        document.meta.id,
        said.order.len()
    );
    assert_same(document, "outline", &of_outline(document), &said);
    assert_same(document, "DOCX", &of_docx(document), &said);
    says_all_in_pdf(document);
}

/// No text of a document is lost in its PDF.
pub(crate) fn says_all_in_pdf(document: &Document) {
    // Alternative texts are not printed: they are in the tags, which `typst::render` does not give back.
    let mut printed = of_document(document);
    printed.order.retain(|anchor| !anchor.ends_with("/alt"));
    printed.texts.retain(|anchor, _| !anchor.ends_with("/alt"));
    let found = of_pdf(document, &Layout::embedded());
    assert_same(document, "PDF", &found, &printed);
}

fn assert_same(document: &Document, format: &str, found: &Pieces, expected: &Pieces) {
    let id = &document.meta.id;
    for (anchor, text) in &expected.texts {
        let found = found.texts.get(anchor);
        assert_eq!(found, Some(text), "{format} of `{id}` at `{anchor}`");
    }
    let more: Vec<_> = found
        .texts
        .keys()
        .filter(|anchor| !expected.texts.contains_key(*anchor))
        .collect();
    assert!(more.is_empty(), "{format} of `{id}` says more: {more:?}");
    let mut orders = found.order.iter().zip(&expected.order);
    let otherwise = orders.find(|(found, expected)| found != expected);
    assert_eq!(otherwise, None, "{format} of `{id}` has another order");
}

fn collected(pieces: impl IntoIterator<Item = (String, String)>) -> Pieces {
    let mut collected = Pieces::default();
    for (anchor, text) in pieces {
        let text = solid(&text);
        if text.is_empty() {
            continue;
        }
        if !collected.texts.contains_key(&anchor) {
            collected.order.push(anchor.clone());
        }
        collected.texts.entry(anchor).or_default().push_str(&text);
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
