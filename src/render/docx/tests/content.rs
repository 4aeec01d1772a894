//! What the body says and how it can be found again.

use proptest::prelude::*;

use super::support::*;
use crate::document::sample::{charts, sample};
use crate::document::{Document, RedRule, plain_text};
use crate::render::docx::package::{self, Package};
use crate::render::docx::pieces;
use crate::xml::Tree;

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

/// Anchors and texts, sorted: a chart's caption stands below its picture.
fn expected(document: &Document) -> Vec<(String, String)> {
    let pieces = document.pieces().into_iter();
    let mut pieces: Vec<_> = pieces
        .map(|piece| (piece.anchor.to_string(), squeezed(&plain_text(&piece.text))))
        .collect();
    pieces.sort();
    pieces
}

fn found(document: &Document) -> Vec<(String, String)> {
    let pieces = pieces(&rendered(document)).unwrap().into_iter();
    let mut pieces: Vec<_> = pieces
        .map(|(anchor, text)| (anchor, squeezed(&text)))
        .collect();
    pieces.sort();
    pieces
}

#[test]
fn the_file_says_what_the_document_says() {
    for document in documents() {
        assert_eq!(
            found(&document),
            expected(&document),
            "{}",
            document.meta.id
        );
    }
}

#[test]
fn bookmarks_that_libreoffice_renames_are_known() {
    let file = rendered(&sample());
    let mut package = Package::open(&file).unwrap();
    let names = package.names().into_iter();
    let changed: Vec<_> = names
        .map(|name| {
            let bytes = package.bytes(&name).unwrap();
            if name != "word/document.xml" {
                return (name, bytes);
            }
            let mut tree = Tree::parse(&bytes).unwrap();
            tree.root.visit_mut(&mut |element| {
                if element.name == "w:bookmarkStart" {
                    let copy = format!("{}_Copy_1", element.get("w:name").unwrap());
                    element.set("w:name", &copy);
                }
            });
            (name, tree.to_bytes())
        })
        .collect();
    let renamed = pieces(&package::pack(&changed).unwrap()).unwrap();
    assert_eq!(renamed, pieces(&file).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_comes_back(text in "[^\\x00-\\x1f\\ufffe\\uffff]{0,60}") {
        let mut document = empty();
        document.blocks = vec![paragraph("p", &text)];
        prop_assert_eq!(found(&document), expected(&document));
    }
}

#[test]
fn every_figure_has_a_bookmark_and_a_control_of_its_name() {
    let body = body(&sample());
    let names = values(&all(&body, "w:bookmarkStart"), "w:name");
    let figures: Vec<String> = names
        .into_iter()
        .filter(|name| name.starts_with("fig_"))
        .collect();
    let tags = values(&all(&body, "w:tag"), "w:val");
    assert!(figures.len() > 50);
    assert_eq!(tags, figures);
}

#[test]
fn every_cell_of_data_has_its_bookmark() {
    let body = body(&sample());
    let tables = all(&body, "w:tbl");
    let report = tables
        .iter()
        .filter(|table| !all(table, "w:tblHeader").is_empty());
    for table in report {
        for cell in all(table, "w:tc") {
            let marks = values(&all(cell, "w:bookmarkStart"), "w:name");
            let first = marks.first().unwrap();
            assert!(first.starts_with("cel_") || first.starts_with("blk_"));
        }
    }
}

#[test]
fn every_bookmark_is_explained() {
    for document in documents() {
        let parts = parts(&rendered(&document));
        let names = values(
            &all(&parts["word/document.xml"].root, "w:bookmarkStart"),
            "w:name",
        );
        let explained: Vec<_> = parts["customXml/item1.xml"].root.elements().collect();
        assert_eq!(values(&explained, "handle"), names);
    }
}

#[test]
fn head_rows_are_repeated_and_rows_not_split() {
    let body = body(&sample());
    for table in all(&body, "w:tbl") {
        let rows: Vec<_> = table
            .elements()
            .filter(|child| child.name == "w:tr")
            .collect();
        assert!(rows.iter().all(|row| !all(row, "w:cantSplit").is_empty()));
        let heads = rows
            .iter()
            .filter(|row| !all(row, "w:tblHeader").is_empty());
        let captions = values(&all(table, "w:tblCaption"), "w:val");
        assert_eq!(heads.count(), captions.len());
    }
    let captions = values(&all(&body, "w:tblCaption"), "w:val");
    assert_eq!(
        captions,
        [
            "表1　主题与做法对照",
            "表2　甲县主要数据",
            "表3　三县主要指标对照"
        ]
    );
}

#[test]
fn charts_have_an_alternative_text() {
    let body = body(&sample());
    let texts = values(&all(&body, "wp:docPr"), "descr");
    assert_eq!(texts.len(), 1);
    assert!(texts[0].starts_with("条形图：受理矛盾纠纷2400件"));
}

#[test]
fn numbers_of_captions_are_fields_that_show_what_is_printed() {
    let body = body(&charts());
    let codes: Vec<String> = all(&body, "w:instrText")
        .iter()
        .map(|code| code.text())
        .collect();
    assert_eq!(codes, [" SEQ 图 \\* ARABIC "; 6]);
    let captions = all(&body, "w:p")
        .into_iter()
        .filter(|line| values(&all(line, "w:pStyle"), "w:val") == ["Caption"]);
    let shown = captions.map(|line| {
        all(line, "w:t")
            .iter()
            .map(|text| text.text())
            .collect::<String>()
    });
    for (number, shown) in (1..).zip(shown) {
        assert!(shown.starts_with(&format!("图{number}　")), "{shown}");
    }
}

#[test]
fn numbers_of_headings_are_counted_not_typed() {
    let body = body(&sample());
    let texts: String = all(&body, "w:t").iter().map(|text| text.text()).collect();
    assert!(texts.contains("基本情况"));
    assert!(!texts.contains("一、基本情况") && !texts.contains("（一）建好"));
}

#[test]
fn marks_lead_to_what_they_mean() {
    let body = body(&sample());
    let names = values(&all(&body, "w:bookmarkStart"), "w:name");
    let links = values(&all(&body, "w:hyperlink"), "w:anchor");
    assert!(links.len() > 40);
    assert!(links.iter().all(|link| names.contains(link)));
}

#[test]
fn shared_characters_take_the_chinese_face() {
    let body = body(&sample());
    for run in all(&body, "w:r") {
        let text: String = all(run, "w:t").iter().map(|text| text.text()).collect();
        if text.contains(['“', '”', '—', '·', '※', '×']) {
            let fonts = all(run, "w:rFonts");
            assert_eq!(values(&fonts, "w:hint"), ["eastAsia"], "{text}");
        }
    }
}

#[test]
fn an_office_has_its_own_red_rule_and_may_print_in_black() {
    let colours = ["C8161D", "1B4F72", "D2DEE8"];
    let all = |document: &Document| {
        let parts = parts(&rendered(document));
        [
            "word/document.xml",
            "word/styles.xml",
            "word/charts/chart1.xml",
        ]
        .map(|part| String::from_utf8(parts[part].to_bytes()).unwrap())
        .concat()
    };
    let mut document = sample();
    let usual = all(&document);
    assert!(colours.iter().all(|colour| usual.contains(colour)));
    assert!(!usual.contains("thickThinSmallGap"));
    document.meta.red_rule = RedRule::Double;
    let double = all(&document);
    let rules = double.split("<w:bottom ").skip(1);
    let mut rules = rules.filter_map(|rule| rule.split('>').next());
    let red = rules.find(|rule| rule.contains("C8161D")).unwrap();
    assert!(
        red.contains("\"thickThinSmallGap\"") && red.contains("w:sz=\"24\""),
        "{red}"
    );
    document.meta.mono = true;
    let mono = all(&document);
    assert!(colours.iter().all(|colour| !mono.contains(colour)));
}
