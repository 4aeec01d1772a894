//! The digest of a comparison is one page, whatever is compared.

use county_briefings::{
    document::Document,
    pipeline::{Checked, check_sources},
    render::typst::{self, Layout},
    source::SourceSet,
};

use crate::{
    generator::{Size, generate},
    support::Project,
};

fn digest(checked: &Checked) -> &Document {
    assert_eq!(checked.findings, []);
    let mut documents = checked.documents.iter();
    &documents.find(|(id, _)| id.as_str() == "digest").unwrap().1
}

fn pages(document: &Document) -> usize {
    typst::render(document, &Layout::embedded()).unwrap().pages
}

const DIGEST: &str = "digest:\n  title: 基层治理一页通\n  comparison: comparison-1\nformats:";

#[test]
fn generated_counties_have_a_page_with_room_for_no_more() {
    let mut full = 0;
    for (seed, counties) in [(1, 2), (2, 3), (3, 5), (4, 8), (5, 12), (6, 12)] {
        let workspace = generate(seed, &Size::of(counties).initiatives(5..=20));
        let files = workspace
            .files
            .into_iter()
            .map(|(path, text)| match path.as_str() {
                "briefings.yaml" => (path, text.replace("formats:", DIGEST)),
                _ => (path, text),
            });
        let checked = check_sources(SourceSet::from_texts(files.collect::<Vec<_>>()));
        let document = digest(&checked);
        assert_eq!(pages(document), 1, "seed {seed}");
        full += usize::from(lines(document) >= 12);
    }
    assert!(full >= 4, "{full} of 6 pages are used");
}

/// Lines of text, roughly.
fn lines(document: &Document) -> usize {
    let pieces = document.pieces();
    let widths = pieces.iter().map(|piece| {
        let chars = piece.text.iter().map(|run| run.text.chars().count());
        chars.sum::<usize>().div_ceil(28)
    });
    widths.sum()
}

#[test]
fn any_of_the_real_counties_have_a_page() {
    for counties in [
        "yuxian, wenxi",
        "wanrong, xingxian",
        "yuxian, wanrong, wenxi, xingxian",
    ] {
        let project = Project::real();
        project.replace(
            "briefings.yaml",
            "counties: [yuxian, wanrong, wenxi, xingxian]",
            &format!("counties: [{counties}]"),
        );
        assert_eq!(pages(digest(&project.check())), 1, "{counties}");
    }
}

#[test]
fn a_digest_is_of_a_comparison_that_there_is() {
    let project = Project::new();
    project.replace(
        "briefings.yaml",
        "formats:",
        "digest:\n  title: 两县一页通\n  comparison: both\nformats:",
    );
    assert_eq!(pages(digest(&project.check())), 1);
    project.replace("briefings.yaml", "comparison: both", "comparison: bth");
    let findings = project.check().findings;
    let [finding] = findings.as_slice() else {
        panic!("{findings:#?}");
    };
    assert_eq!(finding.message, "there is no comparison `bth`");
    assert_eq!(finding.help.as_deref(), Some("did you mean `both`?"));
}

#[test]
fn a_page_that_is_too_full_is_refused() {
    let project = Project::real();
    let checked = project.check();
    let mut document = digest(&checked).clone();
    let again = document.blocks.clone();
    document
        .blocks
        .extend(again.into_iter().skip(1).map(|mut block| {
            block.id = county_briefings::document::BlockId::new(format!("{}.again", block.id));
            block
        }));
    let error = typst::render(&document, &Layout::embedded()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "2 pages, expected 1 at most; shorten titles or template"
    );
}
