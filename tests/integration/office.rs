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
