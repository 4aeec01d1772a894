//! Comments stand at the number they are about, once, and nowhere without one.

use super::support::*;
use crate::document::{Comment, sample::sample};
use crate::xml::Element;

#[test]
fn a_comment_stands_around_the_first_mention_of_its_figure() {
    let document = commented();
    let bytes = rendered(&document);
    let parts = parts(&bytes);
    let body = &parts["word/document.xml"].root;
    let comments = all(&parts["word/comments.xml"].root, "w:comment");
    assert_eq!(values(&comments, "w:id"), ["0", "1"]);
    assert_eq!(values(&comments, "w:date"), ["2026-07-01T00:00:00Z"; 2]);
    let said: Vec<String> = all(comments[1], "w:t")
        .iter()
        .map(|text| text.text())
        .collect();
    assert_eq!(said, ["存疑（unclear）：甲。", "下一步：乙。"]);
    for name in [
        "w:commentRangeStart",
        "w:commentRangeEnd",
        "w:commentReference",
    ] {
        assert_eq!(values(&all(body, name), "w:id"), ["0", "1"], "{name}");
    }
    assert_eq!(around(body), ["0 2400件", "1 2400件"]);
}

/// Each comment's id with the text between its two ends.
fn around(body: &Element) -> Vec<String> {
    let mut open: Vec<(String, String)> = Vec::new();
    let mut closed = Vec::new();
    for element in body.descendants() {
        let id = || element.get("w:id").unwrap_or_default().into_owned();
        match element.name.as_str() {
            "w:commentRangeStart" => open.push((id(), String::new())),
            "w:commentRangeEnd" => {
                let at = open.iter().position(|(other, _)| *other == id()).unwrap();
                let (id, text) = open.remove(at);
                closed.push(format!("{id} {text}"));
            }
            "w:t" => open
                .iter_mut()
                .for_each(|(_, text)| text.push_str(&element.text())),
            _ => {}
        }
    }
    closed
}

#[test]
fn the_signs_of_comments_have_their_style_and_no_empty_run_before_them() {
    let body = body(&commented());
    for run in all(&body, "w:r") {
        let parts: Vec<&str> = run.elements().map(|part| part.name.as_str()).collect();
        assert!(!parts.is_empty() && parts != ["w:rPr"], "{run:?}");
        if parts.contains(&"w:commentReference") {
            assert_eq!(
                values(&all(run, "w:rStyle"), "w:val"),
                ["AnnotationReference"]
            );
        }
    }
}

#[test]
fn without_comments_there_is_no_part_for_them() {
    let unmentioned = Comment {
        figure: "jiaxian/nowhere".to_owned(),
        lines: vec!["甲".to_owned()],
    };
    let mut document = sample();
    for comments in [Vec::new(), vec![unmentioned]] {
        document.comments = comments;
        let parts = parts(&rendered(&document));
        assert!(!parts.contains_key("word/comments.xml"));
        let types = String::from_utf8(parts["[Content_Types].xml"].to_bytes()).unwrap();
        assert!(!types.contains("comments"));
    }
}

#[test]
fn comments_are_no_text_of_the_report() {
    let said = |document| crate::render::docx::pieces(&rendered(&document)).unwrap();
    assert_eq!(said(commented()), said(sample()));
}
