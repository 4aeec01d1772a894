use std::collections::{BTreeMap, BTreeSet};

use typst::layout::{Abs, Frame, FrameItem, Point};

use super::*;
use crate::document::sample::{charts, compact, sample};
use crate::document::{Block, BlockId, Body, Cell, Inline, ParagraphStyle, RowKind, plain_text};

fn rendered(document: &Document) -> Pdf {
    render(document, &Layout::embedded()).unwrap()
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_piece_stands_on_the_pages_under_its_anchor() {
    for document in [sample(), compact()] {
        let mut printed = BTreeMap::<String, String>::new();
        for run in rendered(&document).text {
            printed.entry(run.anchor).or_default().push_str(&run.text);
        }
        for piece in document.pieces() {
            let anchor = piece.anchor.as_str();
            let expected = without_space(&plain_text(&piece.text));
            if anchor.ends_with("/alt") || expected.is_empty() {
                continue;
            }
            let found = printed.get(anchor).map(|text| without_space(text));
            assert_eq!(found.as_ref(), Some(&expected), "at `{anchor}`");
        }
    }
}

/// A group's row of a table with one column looks like any other to Typst.
#[test]
fn the_only_column_of_a_table_has_groups_too() {
    let mut document = sample();
    document
        .blocks
        .retain(|block| block.id.as_str() == "main-figures");
    let Body::Table(table) = &mut document.blocks[0].body else {
        panic!("a table");
    };
    table.columns.truncate(1);
    for row in &mut table.rows {
        row.cells.truncate(1);
    }
    let groups = table.rows.iter().filter(|row| row.kind == RowKind::Group);
    let groups: Vec<_> = groups
        .map(|row| format!("main-figures/{}", row.id))
        .collect();
    assert!(!groups.is_empty());
    let text = rendered(&document).text;
    for group in groups {
        assert!(text.iter().any(|run| run.anchor == group), "{group}");
    }
}

/// What stands before the point of one row and behind that of another is wider than the column together.
#[test]
fn a_number_never_parts_in_its_cell() {
    let mut document = sample();
    document
        .blocks
        .retain(|block| block.id.as_str() == "main-figures");
    let Body::Table(table) = &mut document.blocks[0].body else {
        panic!("a table");
    };
    let numbers = [
        ("突破1234567", ""),
        ("60", "万余元以上"),
        ("1.3～2", "万亩以上"),
    ];
    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
    let cells = cells.filter(|cell| matches!(cell, Cell::Value { .. }));
    let mut printed = Vec::new();
    for (cell, (before, after)) in cells.zip(numbers.into_iter().cycle()) {
        printed.push(format!("{before}{after}"));
        *cell = Cell::Value {
            value: Inline::plain(format!("{before}{after}")),
            before: before.to_owned(),
            after: after.to_owned(),
        };
    }
    assert!(printed.len() > 5);
    let lines = compile::compile(&document, &Layout::embedded(), |_, pages| {
        let mut lines = Vec::new();
        for page in pages.pages() {
            let mut texts = BTreeMap::new();
            texts_by_line(&page.frame, Point::zero(), &mut texts);
            lines.extend(
                texts
                    .into_values()
                    .map(|texts| texts.into_values().collect::<String>()),
            );
        }
        Ok(lines)
    });
    let lines = lines.unwrap();
    for number in printed {
        let whole = lines.iter().any(|line| line.contains(&number));
        assert!(whole, "`{number}` in {lines:?}");
    }
}

/// Texts from left to right, by the height of their baseline; both in thousandths of a point.
fn texts_by_line(frame: &Frame, offset: Point, lines: &mut BTreeMap<i64, BTreeMap<i64, String>>) {
    let key = |length: Abs| (length.to_pt() * 1000.0).round() as i64;
    for (position, item) in frame.items() {
        let at = offset + *position;
        match item {
            FrameItem::Group(group) => {
                let moved = at + Point::new(group.transform.tx, group.transform.ty);
                texts_by_line(&group.frame, moved, lines);
            }
            FrameItem::Text(text) => {
                let line = lines.entry(key(at.y)).or_default();
                line.insert(key(at.x), text.text.to_string());
            }
            FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
    }
}

#[test]
fn chart_labels_have_an_anchor_of_their_own() {
    let text = rendered(&sample()).text;
    let label = text
        .iter()
        .find(|run| run.anchor == "centres/plot/meetings")
        .unwrap();
    assert_eq!(label.text, "议事协商3100余");
}

#[test]
fn every_word_of_every_kind_of_chart_is_drawn_once() {
    for document in [sample(), charts()] {
        let mut printed = BTreeMap::<String, String>::new();
        for run in rendered(&document).text {
            printed.entry(run.anchor).or_default().push_str(&run.text);
        }
        for block in &document.blocks {
            let Body::Chart(chart) = &block.body else {
                continue;
            };
            let mut expected = BTreeMap::<String, String>::new();
            for (anchor, text) in chart.drawn() {
                let anchor = format!("{}/{anchor}", block.id);
                expected
                    .entry(anchor)
                    .or_default()
                    .push_str(&without_space(&plain_text(text)));
            }
            assert!(expected.len() > 3, "{expected:?}");
            for (anchor, text) in expected.iter().filter(|(_, text)| !text.is_empty()) {
                let found = printed.get(anchor).map(|text| without_space(text));
                assert_eq!(found.as_ref(), Some(text), "at `{anchor}`");
            }
        }
    }
}

#[test]
fn a_repeated_table_head_is_furniture() {
    let text = rendered(&sample()).text;
    let heads: Vec<_> = text
        .iter()
        .filter(|run| run.anchor == "main-figures/head/name")
        .collect();
    assert_eq!(heads.len(), 1);
    let repeated = |run: &&TextRun| run.repeats.as_deref() == Some("main-figures/caption");
    for run in text.iter().filter(repeated) {
        assert_eq!(run.anchor, text::FURNITURE);
        assert!(run.text.starts_with("表2"), "{run:?}");
    }
    assert!(text.iter().filter(repeated).count() >= 1);
}

#[test]
fn furniture_does_not_end_a_paragraph_that_goes_on() {
    let mut document = sample();
    let long = "材料写到的做法有党群服务中心改建、网格划小配强、村级协商议事等。".repeat(40);
    document.blocks.truncate(1);
    document.blocks.push(paragraph("long", &long));
    let text = rendered(&document).text;
    let pages: Vec<_> = text
        .iter()
        .filter(|run| run.anchor == "long")
        .map(|run| run.page)
        .collect();
    assert_eq!(pages, [1, 2, 3]);
}

#[test]
fn a_character_without_a_glyph_is_named_with_its_place() {
    let mut document = sample();
    document
        .blocks
        .push(paragraph("odd", "村名有𪚥字，也有😀。"));
    let error = render(&document, &Layout::embedded()).unwrap_err();
    assert_eq!(
        error,
        TypstError::MissingGlyph {
            characters: "𪚥😀".to_owned(),
            anchor: "odd".to_owned()
        }
    );
}

#[test]
fn an_error_of_the_layout_names_file_line_and_block() {
    let mut files = Layout::embedded().files().clone();
    let blocks = files["blocks.typ"].replace(
        "#let remarks(block) =",
        "#let remarks(block) = block.itemz +",
    );
    files.insert("blocks.typ".to_owned(), blocks);
    let Err(TypstError::Layout(complaint)) = render(&sample(), &Layout::new(files)) else {
        panic!("a layout error");
    };
    assert_eq!(complaint.file.as_deref(), Some("blocks.typ"));
    assert_eq!(complaint.block.as_deref(), Some("remarks"));
    assert!(
        complaint.line.is_some() && complaint.message.contains("itemz"),
        "{complaint}"
    );
}

#[test]
fn a_warning_is_an_error() {
    let mut files = Layout::embedded().files().clone();
    let page = files["page.typ"].replace("\"Gw Hei\"", "\"Gw Hey\"");
    files.insert("page.typ".to_owned(), page);
    let error = render(&sample(), &Layout::new(files)).unwrap_err();
    assert!(matches!(error, TypstError::Warning(_)), "{error}");
}

#[test]
fn a_layout_without_its_main_file_says_which() {
    let error = render(&sample(), &Layout::new(BTreeMap::new())).unwrap_err();
    assert!(error.to_string().contains("report.typ"), "{error}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let first = rendered(&sample());
    rendered(&compact());
    assert_eq!(rendered(&sample()).bytes, first.bytes);
}

#[test]
fn the_list_of_contents_names_the_pages_of_the_headings() {
    let mut document = sample();
    document.meta.contents = true;
    let pdf = rendered(&document);
    let first = |anchor: &str| {
        let mut runs = pdf.text.iter().filter(|run| run.anchor == anchor);
        runs.next()
            .unwrap_or_else(|| panic!("`{anchor}` is printed"))
    };
    let pages = heading_pages(&document, &Layout::embedded()).unwrap();
    let mut named = BTreeSet::new();
    for entry in document.contents() {
        let id = entry.block.id.as_str();
        let heading = first(id);
        assert_eq!(first(&format!("contents/{id}")).text, heading.text);
        let page = &first(&format!("contents-page/{id}")).text;
        assert_eq!(*page, heading.page.to_string());
        assert_eq!(pages[id], heading.page);
        named.insert(heading.page);
    }
    assert!(named.len() > 2, "{named:?}");
    let without = rendered(&sample()).text;
    let listed = |run: &TextRun| run.anchor.starts_with("contents");
    assert!(!without.iter().any(listed));
}

/// Baselines of body type stand on the grid, also behind tables, charts and lists of another pitch.
#[test]
fn body_lines_stand_on_the_grid() {
    for document in [sample(), compact()]
        .into_iter()
        .chain((0..8).map(many_tables))
    {
        for (page, baselines) in body_baselines(&document) {
            // The masthead has a measure of its own.
            let head = if page == 1 { 4.4 * PITCH } else { 0.0 };
            for y in baselines
                .into_iter()
                .filter(|y| *y > FIRST_BASELINE - 0.01 + head)
            {
                let line = (y - FIRST_BASELINE) / PITCH;
                assert!(
                    (line - line.round()).abs() < 0.01,
                    "page {page}, {y} pt is line {line}"
                );
            }
        }
    }
}

#[test]
fn a_full_page_has_22_lines() {
    let mut document = sample();
    document.blocks = vec![paragraph("long", &"村民说事".repeat(500))];
    let lines = &body_baselines(&document)[1].1;
    assert_eq!(lines.len(), 22);
}

#[test]
fn no_heading_stands_at_the_foot_of_a_page() {
    for filler in 0..24 {
        let mut document = sample();
        let lines = (0..filler).map(|n| paragraph(&format!("line-{n}"), "村民说事"));
        document.blocks.splice(0..4, lines);
        let text = rendered(&document).text;
        for (run, next) in text.iter().zip(text.iter().skip(1)) {
            let heading = document.blocks.iter().any(|block| {
                matches!(block.body, Body::Heading { .. }) && block.id.as_str() == run.anchor
            });
            assert!(
                !heading || next.anchor != text::FURNITURE || next.text.contains(['表', '续']),
                "`{}` after {filler} lines",
                run.text
            );
        }
    }
}

/// 其中 stays with its row; the ids of parts are those of the sample.
#[test]
fn a_part_never_stands_first_on_a_page() {
    let parts = [
        "rural-members",
        "graduates",
        "full-time",
        "part-time",
        "renewed",
        "collective-100",
        "online",
    ];
    for document in (0..8).map(many_tables) {
        let mut page = 1;
        for run in rendered(&document)
            .text
            .iter()
            .filter(|run| run.anchor != text::FURNITURE)
        {
            let row = run.anchor.split('/').nth(1).unwrap_or_default();
            assert!(
                run.page == page || !parts.contains(&row),
                "`{}` begins page {}",
                run.anchor,
                run.page
            );
            page = run.page;
        }
    }
}

const PITCH: f64 = 29.45;
/// 37 mm and 0.88 of the body size.
const FIRST_BASELINE: f64 = 37.0 * 72.0 / 25.4 + 0.88 * 15.79;

fn paragraph(id: &str, text: &str) -> Block {
    let text = vec![Inline::plain(text)];
    let style = ParagraphStyle::Body;
    Block {
        id: BlockId::new(id),
        body: Body::Paragraph { style, text },
    }
}

/// A report with tables of many lengths, some broken across pages, and text between them.
fn many_tables(seed: usize) -> Document {
    let mut document = sample();
    let mut blocks = Vec::new();
    for count in 0..6 {
        let dice = (seed + 1) * 7919 + count * 104_729;
        let mut block = document
            .blocks
            .iter()
            .find(|block| block.id.as_str() == "main-figures")
            .unwrap()
            .clone();
        block.id = BlockId::new(format!("table-{count}"));
        if let Body::Table(table) = &mut block.body {
            table.rows.truncate(3 + dice % 41);
        }
        blocks.push(block);
        let text = "以上数字的统计范围不同，不宜相加。".repeat(1 + dice % 13);
        blocks.push(paragraph(&format!("after-{count}"), &text));
    }
    document.blocks = blocks;
    document
}

/// Page by page, the baselines of 15.79 pt text from top to bottom.
fn body_baselines(document: &Document) -> Vec<(usize, Vec<f64>)> {
    compile::compile(document, &Layout::embedded(), |_, pages| {
        let pages = pages.pages().iter().enumerate();
        Ok(pages
            .map(|(index, page)| {
                let mut found = Vec::new();
                collect(&page.frame, Point::zero(), &mut found);
                found.sort_by(f64::total_cmp);
                found.dedup_by(|a, b| (*a - *b).abs() < 0.01);
                (index + 1, found)
            })
            .collect())
    })
    .unwrap()
}

fn collect(frame: &Frame, offset: Point, found: &mut Vec<f64>) {
    for (position, item) in frame.items() {
        let at = offset + *position;
        match item {
            FrameItem::Group(group) => {
                let moved = at + Point::new(group.transform.tx, group.transform.ty);
                collect(&group.frame, moved, found);
            }
            FrameItem::Text(text) if (text.size.to_pt() - 15.79).abs() < 0.001 => {
                found.push(at.y.to_pt());
            }
            FrameItem::Text(_)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
    }
}
