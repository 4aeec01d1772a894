//! The index of a source: drafted from its text, proved with it and without it.

use std::fs;

use county_briefings::{diagnostic::Code, pipeline};

use crate::{
    small::{JIA, JIA_SOURCE, TEXTS, YI_SOURCE},
    support::{Project, place, repository},
};

#[test]
fn a_draft_of_what_is_known_is_what_is_written_down() {
    let project = Project::new().with_texts();
    for (text, described) in TEXTS.iter().zip([JIA_SOURCE, YI_SOURCE]) {
        let draft = pipeline::draft_index(project.root(), &project.path(text.0)).unwrap();
        assert_eq!(draft, project.read(described));
    }
}

#[test]
fn the_index_of_each_real_source_is_what_its_text_gives() {
    let texts = repository().join("../shared/seeds");
    if !texts.exists() {
        println!("NOT CHECKED: sources (the texts are no part of the repository)");
        return;
    }
    let sources = fs::read_dir(repository().join("seeds/sources")).unwrap();
    let mut compared = 0;
    for source in sources {
        let path = source.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let text = texts.join(format!("{name}.txt"));
        let draft = pipeline::draft_index(repository(), &text).unwrap();
        assert_eq!(draft, fs::read_to_string(&path).unwrap(), "{name}");
        compared += 1;
    }
    assert_eq!(compared, 5);
}

#[test]
fn a_new_text_is_described_with_its_numerals_open() {
    let project = Project::new().with_texts();
    project.write(
        "texts/bing.txt",
        "丙县有村50个，\n\n其中山区村近30个，2024年5月都通了\n水。\n",
    );
    let ran = project.run(&["index", "texts/bing.txt"]).code(0);
    for line in [
        "id: bing",
        "lines: 4",
        "      - text: \"50个\"",
        "      - text: \"近30个\"",
        "      - text: \"2024年5月\"\n        reason: date",
    ] {
        assert!(ran.stdout.contains(line), "{line}\n{}", ran.stdout);
    }
    assert!(!ran.stdout.contains("山区"), "no sentence of the text");
    let described = ran
        .stdout
        .replace("title: null", "title: 丙县的水")
        .replace("form: null", "form: 网页文字稿")
        .replace("covers: null", "covers: 2024");
    project.write("seeds/sources/bing.yaml", &described);
    let checked = project.check_against_texts();
    let codes: Vec<Code> = checked
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, [Code::UnaccountedNumeral; 2]);
}

#[test]
fn a_draft_after_a_change_keeps_what_is_known() {
    let project = Project::new().with_texts();
    project
        .replace("texts/jia.txt", "第一次议事", "第一回议事，来了40人，")
        .replace(JIA_SOURCE, "term: one-three-four", "reason: ordinal");
    let draft = pipeline::draft_index(project.root(), &project.path("texts/jia.txt")).unwrap();
    assert!(draft.contains("reason: ordinal"), "given by hand");
    assert!(draft.contains("      - text: \"40人\"\n  - "), "{draft}");
    assert!(draft.contains("publisher: 甲县日报"), "the header is kept");
}

#[test]
fn a_county_whose_source_has_errors_is_not_built() {
    let project = Project::new();
    project.replace(JIA_SOURCE, "        term: one-three-four\n", "");
    let ran = project.run(&["build", "--message-format", "json"]).code(1);
    assert_eq!(ran.with_status("written"), ["yixian.docx", "yixian.pdf"]);
    assert_eq!(ran.with_status("stale").len(), 4);
}

#[test]
fn a_text_that_is_not_there_or_cannot_be_read_is_told() {
    let project = Project::new().with_texts();
    let ran = project.run(&["check", "--sources", "nowhere"]).code(3);
    assert!(
        ran.stderr.contains("cannot list directory `nowhere`"),
        "{}",
        ran.stderr
    );
    project.write_bytes("texts/yi.txt", &[0xFF, 0xFE, 0x00]);
    let ran = project.run(&["check", "--sources", "texts"]).code(1);
    assert!(
        ran.stderr.contains("the text of source `yi` is not UTF-8"),
        "{}",
        ran.stderr
    );
    let ran = project.run(&["index", "texts/gone.txt"]).code(3);
    assert!(
        ran.stderr
            .contains("cannot read source text `texts/gone.txt`"),
        "{}",
        ran.stderr
    );
    project.write("texts/甲.txt", "甲");
    let ran = project.run(&["index", "texts/甲.txt"]).code(3);
    assert!(
        ran.stderr
            .contains("the text is named `甲`, expected an id"),
        "{}",
        ran.stderr
    );
}

/// The text of 甲县 has a second copy, with all its figures and one clause that differs.
fn copied() -> Project {
    let project = Project::new().with_texts();
    let (_, text) = TEXTS[0];
    project.write(
        "texts/copy.txt",
        &text.replace("村民办事少跑路", "村民办事不跑路"),
    );
    let county = project.read(JIA);
    let (before, figures) = county.split_once("figures:\n").unwrap();
    let (figures, after) = figures.split_once("derived:\n").unwrap();
    let figures: String = figures
        .lines()
        .map(|line| match line.strip_prefix("    source: {id: jia, lines: ") {
            Some(place) => {
                let (lines, printed) = place.split_once(", ").unwrap();
                format!("    source: {{id: jia, lines: {lines}, also: [{{id: copy, lines: {lines}}}], {printed}\n")
            }
            None => format!("{line}\n"),
        })
        .collect();
    project.write(
        JIA,
        &format!("{before}figures:\n{figures}derived:\n{after}"),
    );
    let draft = pipeline::draft_index(project.root(), &project.path("texts/copy.txt")).unwrap();
    let described = draft
        .replace("title: null", "copy_of: jia\ntitle: 甲县：服务送到家门口")
        .replace("form: null", "form: 网页文字稿")
        .replace("covers: null", "covers: 2023/2024");
    project.write("seeds/sources/copy.yaml", &described);
    project
}

#[test]
fn a_clause_that_the_second_copy_prints_otherwise_is_told_until_a_doubt_declares_it() {
    let project = copied();
    assert_eq!(project.check().findings, []);
    let checked = project.check_against_texts();
    let [finding] = checked.findings.as_slice() else {
        panic!("{:#?}", checked.findings);
    };
    assert_eq!(finding.code, Code::CopiesDiffer);
    assert!(
        finding.message.contains("on line `6`"),
        "{}",
        finding.message
    );
    assert_eq!(place(&checked, finding), "seeds/sources/copy.yaml:3:10");
    let agreement = &checked.agreements[0];
    assert_eq!(agreement.different, 1);
    assert_eq!(agreement.characters - agreement.alike, 7);
    for (source, lines) in [("copy", 6), ("jia", 6)] {
        let project = copied();
        let doubt = format!(
            "doubts:\n  - id: other-words\n    code: copies-differ\n    severity: minor\n    source: {source}\n    lines: {lines}\n    note: 两稿文字不一。\n"
        );
        project.replace(JIA, "doubts:\n", &doubt);
        assert_eq!(project.check_against_texts().findings, []);
    }
}

#[test]
fn the_same_number_in_a_copy_must_be_the_same() {
    let project = copied();
    project.replace("texts/copy.txt", "58户", "85户").replace(
        "seeds/sources/copy.yaml",
        "58户",
        "85户",
    );
    let checked = project.check();
    let codes: Vec<Code> = checked
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, [Code::IndexMismatch]);
}
