//! What is refused, and what is said about it.

use super::support::*;
use crate::document::sample::sample;
use crate::document::{Body, Document, Inline, Role};
use crate::render::docx::{DocxError, Made, pieces, render};

fn refused(document: &Document) -> String {
    render(document, &Made::default()).unwrap_err().to_string()
}

fn first_heading(document: &mut Document) -> &mut String {
    let mut blocks = document.blocks.iter_mut();
    blocks
        .find_map(|block| match &mut block.body {
            Body::Heading { number, .. } => Some(number),
            Body::Paragraph { .. }
            | Body::List { .. }
            | Body::Table(_)
            | Body::Chart(_)
            | Body::KeyFact(_) => None,
        })
        .unwrap()
}

#[test]
fn a_heading_that_word_would_number_otherwise() {
    let mut document = sample();
    *first_heading(&mut document) = "二、".to_owned();
    let said =
        "heading `basics` is numbered `二、`, but Word counts `一、`: number headings in order";
    assert_eq!(refused(&document), said);
}

#[test]
fn two_blocks_of_one_id() {
    let mut document = empty();
    document.blocks = vec![paragraph("a", "甲"), paragraph("a", "乙")];
    assert!(refused(&document).starts_with("`a` and `a` have the same bookmark `blk_"));
}

#[test]
fn a_mark_that_leads_nowhere() {
    let mut document = empty();
    let target = "sources/none".to_owned();
    let mut block = paragraph("a", "甲");
    if let Body::Paragraph { text, .. } = &mut block.body {
        text.push(Inline::new("[1]", Role::Source { target }));
    }
    document.blocks = vec![block];
    assert!(refused(&document).contains("`sources/none`, which is not in the document"));
}

#[test]
fn a_control_character() {
    let mut document = empty();
    document.blocks = vec![paragraph("a", "甲\u{b}乙")];
    let said = "`a` holds the control character U+000B: remove it from the text";
    assert_eq!(refused(&document), said);
}

#[test]
fn a_date_that_is_none() {
    let mut document = empty();
    document.meta.date = "2026-02-30".to_owned();
    let said = "date of the edition is `2026-02-30`, expected a day such as `2026-07-01`";
    assert_eq!(refused(&document), said);
}

#[test]
fn files_that_are_not_ours() {
    assert!(matches!(pieces(b"PK"), Err(DocxError::Package(_))));
    let foreign =
        crate::render::docx::package::pack(&[("word/document.xml".to_owned(), b"<a/>".to_vec())]);
    let error = pieces(&foreign.unwrap()).unwrap_err();
    assert!(matches!(error, DocxError::Missing { part } if part == "word/styles.xml"));
}
