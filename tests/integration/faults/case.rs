//! A case of the fault corpus: what is changed in the small workspace and what must be told of it.
//!
//! `tests/faults/README.md` describes the files; here they are read.

use std::fmt;

use county_briefings::diagnostic::Severity;

use super::workspace::{Encoding, MARK, raw};

/// One case.
#[derive(Debug, Clone)]
pub(super) struct Case {
    /// File of the corpus without its extension.
    pub(super) group: String,
    /// Says the reason.
    pub(super) name: String,
    pub(super) changes: Vec<Change>,
    /// Where the fault is, when the mark is not in a new text.
    pub(super) fault: Option<Spot>,
    pub(super) expected: Expected,
    /// Why the finding cannot be at the very place.
    pub(super) near: Option<String>,
}

/// What must come of it.
#[derive(Debug, Clone)]
pub(super) enum Expected {
    /// These findings, all of them, in order of place; the first is the one that the case is about.
    Told(Vec<Told>),
    /// The workspace is as good as before, down to the documents.
    Nothing,
    /// Nothing is told, though reports may be others.
    Silence,
    /// The workspace cannot be read; the error says this.
    Refused(String),
}

/// A change to one file.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) file: String,
    pub(super) what: What,
}

/// The kinds of change.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// The first occurrence of a text becomes another.
    Replace(String, String),
    /// Text is put at the end; of a file that is not there it is all.
    Append(String),
    /// The file ends behind this text.
    CutAfter(String),
    Remove,
    Rename(String),
    Encode(Encoding),
    /// The description of the source is brought up to date with its text: lines, checksum and hashes.
    Describe,
}

/// A finding.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) severity: Severity,
    pub(super) code: String,
    /// Only the texts tell.
    pub(super) with_texts: bool,
    /// Where, when not at the mark.
    pub(super) at: Option<Spot>,
}

/// A place in a file: a text in which the mark stands before it.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) file: String,
    pub(super) text: String,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.group, self.name)
    }
}

/// Reads a file of the corpus.
pub(super) fn read(group: &str, text: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let name = line
            .strip_prefix("=== ")
            .unwrap_or_else(|| panic!("{group}: expected `=== name`, found `{line}`"));
        let mut body = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with("=== ")) {
            if !line.is_empty() && !line.starts_with('#') {
                body.push(line);
            }
        }
        cases.push(case(group, name, &body));
    }
    cases
}

fn case(group: &str, name: &str, body: &[&str]) -> Case {
    let mut case = Case {
        group: group.to_owned(),
        name: name.to_owned(),
        changes: Vec::new(),
        fault: None,
        expected: Expected::Told(Vec::new()),
        near: None,
    };
    let mut file = String::new();
    let mut rest = body;
    while let Some(line) = rest.first() {
        let (word, argument) = line.split_once(' ').unwrap_or((line, ""));
        if matches!(word, "<" | ">") {
            let from = block(&mut rest, '<');
            let to = block(&mut rest, '>').unwrap_or_default();
            case.changes.push(Change {
                file: file.clone(),
                what: match from {
                    Some(from) => What::Replace(from, to),
                    None => What::Append(to + "\n"),
                },
            });
            continue;
        }
        rest = &rest[1..];
        let mut change = |what| {
            case.changes.push(Change {
                file: file.clone(),
                what,
            });
        };
        match word {
            "in" => file = path(argument),
            "remove" => change(What::Remove),
            "rename" => change(What::Rename(argument.to_owned())),
            "cut" => change(What::CutAfter(raw(argument
                .strip_prefix("after ")
                .expect("cut after TEXT")))),
            "describe" => change(What::Describe),
            "as" => change(What::Encode(Encoding::named(argument))),
            "fault" => case.fault = Some(spot(argument)),
            "near" => case.near = Some(argument.to_owned()),
            "nothing" => case.expected = Expected::Nothing,
            "silence" => case.expected = Expected::Silence,
            "refused" => case.expected = Expected::Refused(argument.to_owned()),
            "error" | "warning" | "texts" => match &mut case.expected {
                Expected::Told(told) => told.push(finding(line)),
                Expected::Nothing | Expected::Silence | Expected::Refused(_) => {
                    panic!("{group}: {name}: `{line}`")
                }
            },
            _ => panic!("{group}: {name}: cannot read `{line}`"),
        }
    }
    case
}

/// Lines that begin with the same sign, joined; none when there is no such line.
fn block(rest: &mut &[&str], sign: char) -> Option<String> {
    let of_block = |line: &&&str| line.starts_with(sign);
    let count = rest.iter().take_while(of_block).count();
    let (lines, after) = rest.split_at(count);
    *rest = after;
    let lines: Vec<&str> = lines
        .iter()
        .map(|line| line[1..].strip_prefix(' ').unwrap_or(&line[1..]))
        .collect();
    (count > 0).then(|| raw(&lines.join("\n")))
}

fn finding(line: &str) -> Told {
    let (with_texts, line) = match line.strip_prefix("texts ") {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    let (what, at) = match line.split_once(" @ ") {
        Some((what, at)) => (what, Some(spot(at))),
        None => (line, None),
    };
    let (severity, code) = what.split_once(' ').expect("severity and code");
    Told {
        severity: match severity {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            other => panic!("no severity `{other}`"),
        },
        code: code.to_owned(),
        with_texts,
        at,
    }
}

fn spot(argument: &str) -> Spot {
    let (file, text) = argument.split_once(" | ").unwrap_or((argument, ""));
    // Without a text the file's beginning is meant.
    assert!(
        text.is_empty() || text.contains(MARK),
        "no mark in `{argument}`"
    );
    Spot {
        file: path(file),
        text: raw(&text.replace("\\n", "\n")),
    }
}

/// The files that most cases are about have short names.
fn path(name: &str) -> String {
    let short = [
        ("county", "seeds/counties/jiaxian.yaml"),
        ("source", "seeds/sources/jia.yaml"),
        ("text", "texts/jia.txt"),
        ("themes", "seeds/themes.yaml"),
        ("indicators", "seeds/indicators.yaml"),
        ("terms", "seeds/terms.yaml"),
        ("config", "briefings.yaml"),
    ];
    let found = short.iter().find(|(word, _)| *word == name);
    found.map_or(name, |(_, path)| path).to_owned()
}
