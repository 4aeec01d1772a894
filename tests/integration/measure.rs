//! The report card of PDF files: ours pass it, and a layout with one measure wrong fails the rule of that measure.

use county_briefings::{
    document::{Block, BlockId, Body, Document, Inline, ParagraphStyle},
    measure::{Card, MeasureError, report_card},
    pipeline::check_sources,
    render::typst::{self, Layout},
};

use crate::{
    generator::{Size, generate},
    support::Project,
};

fn card(document: &Document, layout: &Layout) -> Card {
    let pdf = typst::render(document, layout).unwrap();
    report_card(&pdf.bytes).unwrap()
}

/// Names of the rules that are broken.
fn broken(card: &Card) -> Vec<&str> {
    let entries = card.entries.iter();
    let broken = entries.filter(|entry| !entry.faults.is_empty());
    broken.map(|entry| entry.what).collect()
}

fn measured<'c>(card: &'c Card, what: &str) -> &'c str {
    let mut entries = card.entries.iter();
    let entry = entries.find(|entry| entry.what == what);
    &entry.unwrap_or_else(|| panic!("no rule `{what}`")).measured
}

/// The first county of a real edition, with long paragraphs of nothing but Han.
fn with_han() -> Document {
    let project = Project::real();
    let checked = project.check();
    let mut documents = checked.documents.into_iter();
    let (_, mut document) = documents.find(|(id, _)| id.as_str() == "wenxi").unwrap();
    let at = document
        .blocks
        .iter()
        .position(|block| matches!(block.body, Body::Heading { .. }));
    let at = at.unwrap() + 1;
    for number in 0..4 {
        let text = if number < 3 {
            "县里的工作队走村入户听取意见办实事".repeat(30)
        } else {
            // A dash that would hang out of the text stands at the end of a line here.
            format!("{}——办实事", "县里".repeat(12))
        };
        let body = Body::Paragraph {
            style: ParagraphStyle::Body,
            text: vec![Inline::plain(text)],
        };
        let id = BlockId::new(format!("wenxi.han-{number}"));
        document.blocks.insert(at, Block { id, body });
    }
    document
}

#[test]
fn every_report_of_the_edition_passes() {
    let checked = Project::real().check();
    assert_eq!(checked.findings, []);
    let layout = Layout::embedded();
    for (id, document) in &checked.documents {
        let card = card(document, &layout);
        assert!(card.passes(), "{id}: {card:#?}");
        for what in [
            "paper",
            "margins",
            "text area",
            "baseline grid",
            "indent",
            "red rule",
            "title",
            "page numbers",
        ] {
            let mut entries = card.entries.iter();
            assert!(
                entries.any(|entry| entry.what == what && entry.found),
                "{id}: {what}"
            );
        }
    }
    assert_eq!(checked.documents.len(), 6);
}

/// A fixed sample; `cargo bench --bench measured` measures as many as it is asked to.
#[test]
fn generated_reports_pass() {
    let layout = Layout::embedded();
    let mut reports = 0;
    for (seed, counties) in [(11, 2), (12, 3)] {
        let workspace = generate(seed, &Size::of(counties).initiatives(1..=25));
        let checked = check_sources(workspace.sources());
        for (id, document) in &checked.documents {
            let card = card(document, &layout);
            assert!(card.passes(), "{seed} {id}: {card:#?}");
            reports += 1;
        }
    }
    assert!(reports >= 7, "{reports}");
}

#[test]
fn lines_of_han_hold_28_characters_and_pages_22_lines() {
    let card = card(&with_han(), &Layout::embedded());
    assert!(card.passes(), "{card:#?}");
    // 510 characters with 2 cells of indent make 18 full lines and one of 8.
    assert!(
        measured(&card, "characters of a line")
            .starts_with("58 lines, 54 of them full, off by 0.0"),
        "{card:#?}"
    );
    assert!(
        !measured(&card, "lines of a full page").starts_with('0'),
        "{card:#?}"
    );
}

/// A measure in a layout file, another one, and the rules that then are broken.
struct Wrong {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    broken: &'static [&'static str],
}

const WRONG: [Wrong; 13] = [
    Wrong {
        file: "page.typ",
        from: "paper: \"a4\"",
        to: "width: 210mm, height: 290mm",
        broken: &["paper"],
    },
    Wrong {
        file: "page.typ",
        from: "#let pitch = 29.45pt",
        to: "#let pitch = 29.0pt",
        broken: &["baseline grid"],
    },
    Wrong {
        file: "page.typ",
        from: "top: margin-top,",
        to: "top: margin-top - 0.5mm,",
        broken: &["margins", "baseline grid"],
    },
    Wrong {
        file: "page.typ",
        from: "inside: 28mm, outside: 26mm",
        to: "inside: 27mm, outside: 27mm",
        broken: &["text area", "red rule", "page numbers"],
    },
    Wrong {
        file: "page.typ",
        from: "  set text(
    font: fangsong, size: cell,",
        to: "  set text(
    tracking: 0.3pt, font: fangsong, size: cell,",
        broken: &["characters of a line"],
    },
    Wrong {
        file: "page.typ",
        from: "    overhang: false,
",
        to: "    overhang: true,
",
        broken: &["text area"],
    },
    Wrong {
        file: "page.typ",
        from: "amount: 2 * cell",
        to: "amount: 1.8 * cell",
        broken: &["indent"],
    },
    Wrong {
        file: "page.typ",
        from: "dy: 7mm - 7.3pt",
        to: "dy: 8mm - 7.3pt",
        broken: &["page numbers"],
    },
    Wrong {
        file: "page.typ",
        from: "if side == right { -cell }",
        to: "if side == right { 0pt }",
        broken: &["page numbers"],
    },
    Wrong {
        file: "blocks.typ",
        from: "#let heading-faces = (in-hei, in-kai,",
        to: "#let heading-faces = (in-kai, in-kai,",
        broken: &["faces of headings"],
    },
    Wrong {
        file: "masthead.typ",
        from: "place(dy: 4.36 * pitch + cell + 4mm",
        to: "place(dy: 4.36 * pitch + cell + 6mm",
        broken: &["red rule"],
    },
    Wrong {
        file: "imprint.typ",
        from: "    rule(0.35mm, black)\n  })",
        to: "    rule(0.6mm, black)\n  })",
        broken: &["imprint"],
    },
    Wrong {
        file: "masthead.typ",
        from: "width: 100%, align(center, title(",
        to: "width: 100%, align(left, title(",
        broken: &["title"],
    },
];

#[test]
fn a_wrong_measure_breaks_its_rule() {
    let document = with_han();
    for wrong in &WRONG {
        let mut files = Layout::embedded().files().clone();
        let file = files.get_mut(wrong.file).unwrap();
        assert_eq!(file.matches(wrong.from).count(), 1, "{}", wrong.from);
        *file = file.replace(wrong.from, wrong.to);
        let card = card(&document, &Layout::new(files));
        let broken = broken(&card);
        assert!(!broken.is_empty(), "{}", wrong.to);
        for what in wrong.broken {
            assert!(broken.contains(what), "{}: {broken:?}", wrong.to);
        }
    }
}

#[test]
fn what_is_no_pdf_is_refused() {
    for bytes in [&b""[..], b"no PDF", b"%PDF-1.7\n%%EOF"] {
        let error = report_card(bytes).unwrap_err();
        assert!(
            matches!(
                error,
                MeasureError::Unreadable | MeasureError::NoText { .. }
            ),
            "{error}"
        );
    }
}
