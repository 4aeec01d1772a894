//! Schema and program agree on files as they are and on files with a mistake.

use std::collections::BTreeMap;

use county_briefings::schema::FileKind;

use super::{
    Editor, corpus,
    mutations::{self, Mutant, Turns},
    program,
};

#[test]
fn both_accept_every_file() {
    let files = corpus::files();
    assert!(files.len() >= 25, "{}", files.len());
    for file in files {
        assert_eq!(program(file.kind, &file.text), Ok(()), "{}", file.name);
        let editor = Editor::new(file.kind);
        assert_eq!(editor.text(&file.text), Ok(()), "{}", file.name);
    }
}

/// What a schema cannot say, or must not for the sake of whoever types.
const EXCEPTIONS: [&str; 3] = [
    "a bare `true` is a text or an id to the program; in the schema it is not, or editors would propose it for every text",
    "that the later date stands first is beyond a pattern",
    "that the greater line number stands first is beyond a pattern",
];

fn exception(mutant: &Mutant, program_accepts: bool) -> Option<&'static str> {
    let [bare, dates, lines] = EXCEPTIONS;
    let put = mutant.put.as_ref()?;
    if program_accepts {
        return put.is_bool().then_some(bare);
    }
    match put.as_str()? {
        "2022/2021" => Some(dates),
        // Lines 2024 to 5 among them.
        "5-3" | "2024-05" | "2024-13" => Some(lines),
        _ => None,
    }
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "how much was compared is part of the result"
)]
fn both_give_the_same_verdict_on_every_mutant() {
    let (mut same, mut accepted) = (0, 0);
    let mut excused: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (_, kind) in FileKind::WORDS {
        let editor = Editor::new(kind);
        let mut turns = Turns::default();
        let files = corpus::files().into_iter().filter(|file| file.kind == kind);
        let mutants = files.flat_map(|file| mutations::of(&file.text, &mut turns));
        for mutant in mutants {
            let ours = program(kind, &mutant.text);
            let theirs = editor.text(&mutant.text);
            if ours.is_ok() == theirs.is_ok() {
                same += 1;
                accepted += usize::from(ours.is_ok());
            } else if let Some(reason) = exception(&mutant, ours.is_ok()) {
                *excused.entry(reason).or_default() += 1;
            } else {
                let Mutant { name, put, .. } = mutant;
                wrong.push(format!(
                    "{kind:?}: {name} {put:?}\n  program: {ours:?}\n  schema: {theirs:?}"
                ));
            }
        }
    }
    println!(
        "{same} mutants: {accepted} accepted by both, {} by neither",
        same - accepted
    );
    for (reason, count) in &excused {
        println!("{count} excused: {reason}");
    }
    let count = wrong.len();
    wrong.truncate(20);
    assert!(wrong.is_empty(), "{count} differ:\n{}", wrong.join("\n"));
    assert!(same > 20_000 && accepted > 1_000, "{same}, {accepted}");
    assert_eq!(excused.len(), EXCEPTIONS.len(), "{excused:?}");
}

#[test]
fn a_county_without_sources_names_them_in_its_statements() {
    let head = "county: {id: jiaxian, code: 990101, name: 甲县, city: 东州市}\n";
    let statement = |source: &str| {
        format!("  - {{kind: result, modality: done, lines: 3, {source}text: 建成}}\n")
    };
    let figures =
        "figures: [{id: a, name: 户, value: 2, source: {id: jia, lines: 3, printed: 2}}]\n";
    for (rest, accepted) in [
        (format!("summary:\n{}", statement("")), false),
        (format!("summary:\n{}", statement("source: jia, ")), true),
        (format!("{figures}summary:\n{}", statement("")), true),
        (
            format!(
                "summary:\n{}background:\n{}",
                statement("source: jia, "),
                statement("")
            ),
            false,
        ),
    ] {
        let text = format!("{head}{rest}");
        let ours = program(FileKind::County, &text);
        let theirs = Editor::new(FileKind::County).text(&text);
        assert_eq!(
            (ours.is_ok(), theirs.is_ok()),
            (accepted, accepted),
            "{text}{ours:?}{theirs:?}"
        );
    }
}

/// An editor sees the value of a number without quotes, the program its characters.
#[test]
fn of_numbers_without_quotes_the_schema_sees_the_value_only() {
    let text = |value: &str| {
        format!(
            "county: {{id: jiaxian, code: 990101, name: 甲县, city: 东州市}}\nsummary:\n  - {{kind: result, modality: done, \
             lines: 3, text: 建成}}\nfigures: [{{id: a, name: 户, value: {value}, source: {{id: jia, lines: 3, printed: 2}}}}]\n"
        )
    };
    for value in ["1e3", "+5", ".5", "5.", "0x1F"] {
        let text = text(value);
        assert!(program(FileKind::County, &text).is_err(), "{text}");
        assert_eq!(Editor::new(FileKind::County).text(&text), Ok(()), "{text}");
    }
    assert_eq!(program(FileKind::County, &text("1000")), Ok(()));
}
