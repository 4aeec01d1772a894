//! A long report lists its headings.

use super::support::*;
use crate::document::{Document, sample::sample};
use crate::render::docx::{Made, Pages, pieces, render};
use crate::xml::{Element, Tree};

fn long() -> Document {
    let mut document = sample();
    document.meta.contents = true;
    document
}

/// Heading by heading, three pages on.
fn pages() -> Pages {
    let document = long();
    let ids = document.contents().map(|entry| entry.block.id.to_string());
    ids.zip((1..).step_by(3)).collect()
}

fn body_with(pages: Pages) -> Element {
    let made = Made {
        pages,
        ..Made::default()
    };
    parts(&render(&long(), &made).unwrap())
        .remove("word/document.xml")
        .map(|tree: Tree| tree.root)
        .unwrap()
}

/// The lines of the list as they are shown, each with the bookmark it leads to.
fn lines(body: &Element) -> Vec<(String, String)> {
    let styled = all(body, "w:p").into_iter().filter(|line| {
        values(&all(line, "w:pStyle"), "w:val")
            .iter()
            .any(|style| style.starts_with("Toc"))
    });
    let shown = styled.map(|line| {
        let parts = line.descendants().into_iter();
        let text = parts.map(|part| match part.name.as_str() {
            "w:t" => part.text(),
            // Tab stops have places.
            "w:tab" if part.get("w:pos").is_none() => "→".to_owned(),
            _ => String::new(),
        });
        let link = values(&all(line, "w:hyperlink"), "w:anchor").concat();
        (text.collect(), link)
    });
    shown.collect()
}

#[test]
fn headings_are_listed_with_their_pages_and_lead_to_them() {
    let body = body_with(pages());
    let lines = lines(&body);
    let shown: Vec<&str> = lines.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(
        shown[..4],
        [
            "一、基本情况→1",
            "二、主要做法→4",
            "（一）建好党群服务中心→7",
            "（二）划小网格→10"
        ]
    );
    let bookmarks = values(&all(&body, "w:bookmarkStart"), "w:name");
    assert!(lines.iter().all(|(_, link)| bookmarks.contains(link)));
    let codes: Vec<String> = all(&body, "w:instrText")
        .iter()
        .map(|code| code.text())
        .collect();
    assert_eq!(
        codes
            .iter()
            .filter(|code| **code == " TOC \\o \"1-2\" \\h \\z \\u ")
            .count(),
        1
    );
    assert_eq!(
        codes
            .iter()
            .filter(|code| code.starts_with(" PAGEREF "))
            .count(),
        lines.len()
    );
}

/// A field that begins and does not end makes Word take the rest of the report for its result.
#[test]
fn every_field_ends() {
    for pages in [pages(), Pages::default()] {
        let mut open = 0_i32;
        for part in all(&body_with(pages), "w:fldChar") {
            match part.get("w:fldCharType").as_deref() {
                Some("begin") => open += 1,
                Some("end") => open -= 1,
                _ => {}
            }
            assert!((0..=2).contains(&open));
        }
        assert_eq!(open, 0);
    }
}

#[test]
fn without_pages_the_lines_stay_open() {
    let shown = lines(&body_with(Pages::default()));
    assert_eq!(shown[0].0, "一、基本情况→");
}

#[test]
fn the_list_is_no_text_of_the_report() {
    let made = Made {
        pages: pages(),
        ..Made::default()
    };
    let said = |bytes: &[u8]| pieces(bytes).unwrap();
    assert_eq!(
        said(&render(&long(), &made).unwrap()),
        said(&rendered(&sample()))
    );
}
