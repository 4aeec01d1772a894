//! What an office does otherwise: number, mark, imprint.

use county_briefings::{
    diagnostic::Code,
    document::{Block, BlockId, Body, Document, Inline, ParagraphStyle, plain_text},
    measure::report_card,
    render::typst::{self, Layout},
};

use crate::support::Project;

const CONFIG: &str = "briefings.yaml";

fn first(project: &Project) -> Document {
    let checked = project.check();
    assert_eq!(checked.findings, []);
    checked.documents.into_iter().next().unwrap().1
}

#[test]
fn an_issued_paper_is_numbered_in_its_offices_way_and_bears_no_mark() {
    let project = Project::new();
    let masthead = first(&project).meta.masthead;
    assert_eq!(plain_text(&masthead.number), "第1期");
    assert_eq!(masthead.status.as_deref(), Some("送审稿"));
    project.replace(CONFIG, "  note:", "  number: 〔{year}〕{number}号\n  note:");
    project.replace(
        CONFIG,
        "  date: 2026-01-15",
        "  date: 2026-01-15\n  published: true",
    );
    let masthead = first(&project).meta.masthead;
    assert_eq!(plain_text(&masthead.number), "〔2026〕1号");
    assert_eq!(masthead.status, None);
}

#[test]
fn a_number_without_its_place_or_with_other_brackets_is_told() {
    for wrong in [
        "第期",
        "第7期",
        "［{year}］{number}号",
        "第{number}{month}期",
    ] {
        let project = Project::new();
        project.replace(CONFIG, "  note:", &format!("  number: {wrong}\n  note:"));
        let findings = project.check().findings;
        let codes: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [Code::WrongType], "{wrong}");
    }
}

#[test]
fn an_imprint_on_an_even_page_stands_alone_where_the_text_ends_on_an_odd_one() {
    let lines = "imprint:\n  - 报：上级单位\n  - 送：有关单位（共印50份）\n";
    let mut seen = [false; 2];
    for more in 0..2 {
        let project = Project::new();
        project.replace(CONFIG, "formats:", &format!("{lines}formats:"));
        let mut document = first(&project);
        let printed: Vec<String> = document
            .meta
            .imprint
            .iter()
            .map(|line| plain_text(line))
            .collect();
        assert_eq!(
            printed,
            [
                "报：上级单位",
                "送：有关单位（共印50份）",
                "2026年1月15日编印"
            ]
        );
        if more == 1 {
            // A page of text more.
            let text = "县里的工作队走村入户听取意见".repeat(44);
            let long = Block {
                id: BlockId::new("more"),
                body: Body::Paragraph {
                    style: ParagraphStyle::Body,
                    text: vec![Inline::plain(text)],
                },
            };
            let mut blocks = document.blocks.iter();
            let at = blocks.position(|block| matches!(block.body, Body::Paragraph { .. }));
            document.blocks.insert(at.unwrap() + 1, long);
        }
        let usual = typst::render(&document, &Layout::embedded()).unwrap();
        document.meta.imprint_even = true;
        let even = typst::render(&document, &Layout::embedded()).unwrap();
        let odd = usual.pages % 2;
        seen[odd] = true;
        assert_eq!(even.pages, usual.pages + odd);
        let card = report_card(&even.bytes).unwrap();
        assert!(card.passes(), "{card:#?}");
    }
    assert_eq!(seen, [true, true], "an even and an odd number of pages");
}

#[test]
fn the_red_rule_may_be_thin_thick_or_double() {
    let mut seen = Vec::new();
    for word in ["thin", "usual", "thick", "double"] {
        let project = Project::new();
        project.replace(CONFIG, "formats:", &format!("red_rule: {word}\nformats:"));
        let checked = project.check();
        assert_eq!(checked.findings, []);
        // Full mastheads and a compact one.
        for (_, document) in &checked.documents {
            let pdf = typst::render(document, &Layout::embedded()).unwrap();
            let card = report_card(&pdf.bytes).unwrap();
            assert!(card.passes(), "{word}: {card:#?}");
            let mut entries = card.entries.iter();
            let rule = entries.find(|entry| entry.what == "red rule").unwrap();
            seen.push(format!("{word}: {}", rule.measured));
        }
    }
    seen.dedup();
    let thick = |word: &str, thickness: &str| {
        let told = format!("{word}: 156.00 mm wide, {thickness} mm thick, 4.00 mm below");
        assert!(seen.contains(&told), "{told}: {seen:#?}");
    };
    thick("thin", "0.35");
    thick("usual", "0.71");
    thick("usual", "0.53");
    thick("thick", "1.06");
    thick("double", "0.88");
}

/// Whether a page of a PDF sets a colour that is no grey.
fn has_colour(bytes: &[u8]) -> bool {
    let file = lopdf::Document::load_mem(bytes).unwrap();
    let pages = file.get_pages();
    pages.into_values().any(|page| {
        let content = file.get_and_decode_page_content(page).unwrap();
        content.operations.iter().any(|operation| {
            let sets = matches!(
                operation.operator.as_str(),
                "rg" | "RG" | "sc" | "SC" | "scn" | "SCN"
            );
            let parts: Vec<f32> = operation
                .operands
                .iter()
                .filter_map(|part| part.as_float().ok())
                .collect();
            sets && parts.windows(2).any(|two| (two[0] - two[1]).abs() > 0.001)
        })
    })
}

#[test]
fn a_paper_in_black_alone_has_no_colour_and_meets_every_rule() {
    let project = Project::new();
    let colourful = typst::render(&first(&project), &Layout::embedded()).unwrap();
    assert!(has_colour(&colourful.bytes));
    project.replace(CONFIG, "formats:", "mono: true\nformats:");
    let checked = project.check();
    for (_, document) in &checked.documents {
        let pdf = typst::render(document, &Layout::embedded()).unwrap();
        assert!(!has_colour(&pdf.bytes), "{}", document.meta.id);
        let card = report_card(&pdf.bytes).unwrap();
        assert!(card.passes(), "{card:#?}");
    }
}
