//! What is taken from an office's document, and what is refused.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{House, HouseError, starter};
use crate::{
    document::sample::{charts, compact, sample},
    render::docx::{Made, look::TEXT_WIDTH, package::Package, render},
    xml::{Element, Tree},
};

fn made(house: &House) -> Made<'_> {
    Made {
        house: Some(house),
        ..Made::default()
    }
}

/// The parts of the program's own document.
fn parts() -> Vec<(String, Vec<u8>)> {
    let bytes = starter().unwrap();
    let mut package = Package::open(&bytes).unwrap();
    let names = package.names();
    let parts = names.into_iter().map(|name| {
        let bytes = package.bytes(&name).unwrap();
        (name, bytes)
    });
    parts.collect()
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The program's own document with another text in one part.
fn changed(part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut parts = parts();
    let (_, bytes) = parts.iter_mut().find(|(name, _)| name == part).unwrap();
    let text = String::from_utf8(std::mem::take(bytes)).unwrap();
    assert!(text.contains(from), "`{from}` in `{part}`");
    *bytes = text.replace(from, to).into_bytes();
    packed(&parts)
}

fn with(part: &str, bytes: &[u8]) -> Vec<u8> {
    let mut parts = parts();
    parts.retain(|(name, _)| name != part);
    parts.push((part.to_owned(), bytes.to_vec()));
    packed(&parts)
}

fn without(part: &str) -> Vec<u8> {
    let mut parts = parts();
    parts.retain(|(name, _)| name != part);
    packed(&parts)
}

fn refused(bytes: &[u8]) -> HouseError {
    House::open(bytes).unwrap_err()
}

fn tree(bytes: &[u8], part: &str) -> Tree {
    Package::open(bytes).unwrap().tree(part).unwrap()
}

fn style(styles: &Tree, id: &str) -> Element {
    let mut all = styles.root.elements();
    let found = all.find(|style| style.get("w:styleId").as_deref() == Some(id));
    found.unwrap_or_else(|| panic!("style `{id}`")).clone()
}

const STYLES: &str = "word/styles.xml";
const BODY: &str = "word/document.xml";

#[test]
fn the_programs_own_document_changes_nothing() {
    let house = House::open(&starter().unwrap()).unwrap();
    assert_eq!(house.missing(), Vec::<String>::new());
    assert_eq!(house.unknown(), Vec::<String>::new());
    for document in [sample(), compact(), charts()] {
        let with = render(&document, &made(&house)).unwrap();
        assert!(with == render(&document, &Made::default()).unwrap());
    }
}

#[test]
fn a_style_is_taken_by_its_name_whatever_its_id_is() {
    let bytes = changed(STYLES, "\"BriefBody\"", "\"a7\"");
    let bytes = House::open(&bytes).map(|_| bytes).unwrap();
    let mut styles = tree(&bytes, STYLES);
    for style in styles.root.elements_mut() {
        if style.get("w:styleId").as_deref() == Some("a7") {
            let run = style.child_or_first("w:rPr");
            run.push(Element::new("w:i"));
        }
    }
    let house = House::open(&with(STYLES, &styles.to_bytes())).unwrap();
    let rendered = render(&sample(), &made(&house)).unwrap();
    let styles = tree(&rendered, STYLES);
    assert!(
        style(&styles, "BriefBody")
            .child("w:rPr")
            .unwrap()
            .child("w:i")
            .is_some()
    );
    let based = style(&styles, "Heading1");
    assert_eq!(
        based.child("w:basedOn").unwrap().get("w:val").unwrap(),
        "BriefBody"
    );
    let ids: Vec<String> = styles
        .root
        .elements()
        .filter_map(|style| Some(style.get("w:styleId")?.into_owned()))
        .collect();
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len());
}

#[test]
fn headings_count_as_reports_count_whatever_lists_a_house_has() {
    let bytes = changed(STYLES, "<w:numPr>", "<w:numPr><w:x/>");
    let rendered = render(&sample(), &made(&House::open(&bytes).unwrap())).unwrap();
    let own = render(&sample(), &Made::default()).unwrap();
    for id in ["Heading1", "Heading2", "Heading3"] {
        let list = |bytes: &[u8]| {
            let property = style(&tree(bytes, STYLES), id)
                .child("w:pPr")
                .unwrap()
                .clone();
            property.child("w:numPr").unwrap().clone()
        };
        assert_eq!(list(&rendered), list(&own), "{id}");
    }
}

#[test]
fn what_a_house_lacks_and_what_it_misspells_is_known() {
    let house = House::open(&changed(STYLES, "\"Brief Case\"", "\"Brief Cases\"")).unwrap();
    assert_eq!(house.missing(), ["Brief Case"]);
    assert_eq!(house.unknown(), ["Brief Cases"]);
    let rendered = render(&sample(), &made(&house)).unwrap();
    assert!(tree(&rendered, STYLES).root.elements().any(|style| {
        style
            .child("w:name")
            .is_some_and(|name| name.get("w:val").as_deref() == Some("Brief Case"))
    }));
}

#[test]
fn a_page_of_another_width_is_filled_by_tables_and_not_overrun_by_charts() {
    // A5: 420 mm wide text becomes 92 mm.
    let bytes = changed(BODY, "w:w=\"11906\"", "w:w=\"8278\"");
    let house = House::open(&bytes).unwrap();
    let width = TEXT_WIDTH - (11906 - 8278);
    assert_eq!(house.text_width(), Some(width));
    let body = tree(&render(&sample(), &made(&house)).unwrap(), BODY).root;
    let size = body
        .child("w:body")
        .unwrap()
        .child("w:sectPr")
        .unwrap()
        .child("w:pgSz")
        .unwrap()
        .clone();
    assert_eq!(size.get("w:w").unwrap(), "8278");
    let all = body.descendants();
    let named = |name: &'static str| all.iter().filter(move |element| element.name == name);
    let measure =
        |element: &Element, name: &str| element.get(name).unwrap().parse::<usize>().unwrap();
    for grid in named("w:tblGrid") {
        let columns: usize = grid.elements().map(|column| measure(column, "w:w")).sum();
        assert!(
            columns <= width && columns + 12 > width,
            "{columns} of {width}"
        );
    }
    assert_eq!(named("wp:extent").count(), 1);
    // 635 English Metric Units in a twip.
    assert!(named("wp:extent").all(|extent| measure(extent, "cx") <= width * 635));
}

#[test]
fn a_page_without_room_is_refused() {
    for (from, to) in [
        ("w:w=\"11906\"", "w:w=\"4000\""),
        ("w:w=\"11906\"", "w:w=\"210mm\""),
        ("w:w=\"11906\"", "w:w=\"-5\""),
        ("w:w=\"11906\"", "w:w=\"99999999999999999999\""),
    ] {
        assert!(
            matches!(refused(&changed(BODY, from, to)), HouseError::Page { .. }),
            "{to}"
        );
    }
}

#[test]
fn parts_that_are_not_there_are_named() {
    for part in [STYLES, BODY, "_rels/.rels", "[Content_Types].xml"] {
        let error = refused(&without(part));
        assert!(
            matches!(&error, HouseError::Missing { part: found } if found == part),
            "{error}"
        );
    }
    // A theme need not be there.
    assert!(
        House::open(&without("word/theme/theme1.xml"))
            .unwrap()
            .theme()
            .is_none()
    );
}

#[test]
fn macros_are_refused_by_name_and_by_type() {
    let error = refused(&with("word/vbaProject.bin", b"x"));
    assert!(matches!(error, HouseError::Macros { part } if part == "word/vbaProject.bin"));
    let from = "wordprocessingml.document.main+xml";
    let error = refused(&changed(
        "[Content_Types].xml",
        from,
        "document.macroEnabled.main+xml",
    ));
    assert!(matches!(error, HouseError::Macros { part } if part == BODY));
}

#[test]
fn names_that_lead_out_of_the_package_or_stand_twice_are_refused() {
    for part in [
        "../evil",
        "word/../../evil",
        "/etc/evil",
        "C:evil",
        "word\\..\\evil",
    ] {
        let error = refused(&with(part, b"x"));
        assert!(matches!(&error, HouseError::Path { .. }), "{part}: {error}");
    }
    let error = refused(&with("WORD/STYLES.XML", b"x"));
    assert!(matches!(error, HouseError::Twice { .. }), "{error}");
}

#[test]
fn a_part_that_unpacks_to_a_gigabyte_is_refused_unread() {
    let mut parts = parts();
    parts.retain(|(name, _)| name != STYLES);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, bytes) in &parts {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.start_file(STYLES, options).unwrap();
    let blank = vec![b' '; 1 << 20];
    for _ in 0..1024 {
        zip.write_all(&blank).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 8 << 20, "{}", bomb.len());
    assert!(matches!(refused(&bomb), HouseError::PartSize { part, .. } if part == STYLES));
}

#[test]
fn entities_and_depth_are_refused() {
    let bomb = br#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:styles>"#;
    assert!(matches!(
        refused(&with(STYLES, bomb)),
        HouseError::Xml { .. }
    ));
    let deep = [b"<a>".repeat(100_000), b"</a>".repeat(100_000)].concat();
    assert!(matches!(
        refused(&with(STYLES, &deep)),
        HouseError::Xml { .. }
    ));
}

#[test]
fn what_is_no_docx_is_refused() {
    for bytes in [
        &b""[..],
        b"PK",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        &[0; 4096],
    ] {
        assert!(matches!(refused(bytes), HouseError::Package(_)));
    }
    let strict = changed(
        STYLES,
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    assert!(matches!(refused(&strict), HouseError::Kind { .. }));
    let large = vec![0; (16 << 20) + 1];
    assert!(matches!(refused(&large), HouseError::Size { .. }));
}

#[test]
fn a_package_of_very_many_parts_is_refused() {
    let mut parts = parts();
    parts.extend((0..2100).map(|number| (format!("word/media/{number}.png"), Vec::new())));
    assert!(matches!(refused(&packed(&parts)), HouseError::Parts { .. }));
}
