//! All faults in one run: a county and a source of its own for each case that touches nothing else, all of them in one
//! workspace, and in the shared files one fault each.

use county_briefings::{
    model::LineHash,
    pipeline::{Checked, check, check_against},
};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{
    case::{Case, Expected, What},
    corpus,
    outcome::Line,
    workspace::Workspace,
};
use crate::small::{JIA, JIA_SOURCE, JIA_TEXT};

/// Faults of the shared files that leave the rest to be told.
const SHARED: [&str; 6] = [
    "terms: an unknown kind of indicator",
    "prose: a number typed into the name of a theme",
    "index: a term on a blank line",
    "prose: a number typed into the serial's note",
    "templates: a path in a partial that the view does not have",
    "templates: a helper that there is not",
];

/// A case that touches one county, its source and its text only.
struct Planted<'c> {
    case: &'c Case,
    number: usize,
}

/// Whether a case touches nothing else, and is about something to be told.
fn is_local(case: &Case) -> bool {
    let own = |file: &str| [JIA, JIA_SOURCE, JIA_TEXT].contains(&file);
    let Expected::Told(told) = &case.expected else {
        return false;
    };
    let mut spots = told
        .iter()
        .filter_map(|told| told.at.as_ref())
        .chain(&case.fault);
    let renamed = case
        .changes
        .iter()
        .any(|change| matches!(change.what, What::Rename(_)));
    let changes = case.changes.iter().all(|change| own(&change.file));
    changes && !renamed && spots.all(|spot| own(&spot.file))
}

/// As long as `jiaxian`, so that columns stay.
fn county(number: usize) -> String {
    format!("j{number:03}xia")
}

/// As long as `jia`.
fn source(number: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap());
    format!("x{}{}", letter(number / 26), letter(number))
}

/// A line of the text that no case is about.
const IDLE: &str = "县城也设了议事点。";

/// The same line with a character more, for each number another.
fn idle(number: usize) -> String {
    let c = char::from_u32(0x4E00 + u32::try_from(number).unwrap());
    format!("县城也设了议事点{}。", c.unwrap())
}

fn sha256(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

impl Planted<'_> {
    /// Puts the case's files into a workspace; gives back what it expects there.
    fn put(&self, workspace: &mut Workspace) -> Vec<Line> {
        // The case is made as it is alone; then its files get names, ids and a text of their own.
        let mut alone = Workspace::small();
        let fault = alone.change(self.case);
        let lines = Line::expected(self.case, fault.as_ref(), &alone);
        for file in [JIA, JIA_SOURCE, JIA_TEXT] {
            if let Some(text) = alone.text(file) {
                workspace.put(&self.name(file), self.renamed(text, &alone));
            }
        }
        let moved = lines.into_iter().map(|line| {
            let at = (self.name(&line.at.0), line.at.1);
            Line { at, ..line }
        });
        moved.collect()
    }

    fn name(&self, file: &str) -> String {
        match file {
            JIA => format!("seeds/counties/{}.yaml", county(self.number)),
            JIA_SOURCE => format!("seeds/sources/{}.yaml", source(self.number)),
            JIA_TEXT => format!("texts/{}.txt", source(self.number)),
            other => other.to_owned(),
        }
    }

    /// Ids, code, checksum and hash that are no other's, all as long as before.
    fn renamed(&self, text: &str, alone: &Workspace) -> String {
        let (county, source) = (county(self.number), source(self.number));
        let mut text = text.replace("jiaxian", &county);
        text = text.replace("990101", &format!("98{:04}", self.number));
        for key in ["id", "source", "copy_of"] {
            for behind in ["\n", "\r", ",", "，"] {
                text = text.replace(
                    &format!("{key}: jia{behind}"),
                    &format!("{key}: {source}{behind}"),
                );
            }
        }
        let idle = idle(self.number);
        let small = Workspace::small();
        for described in [alone.text(JIA_TEXT), small.text(JIA_TEXT)]
            .into_iter()
            .flatten()
        {
            let own = described.replace(IDLE, &idle);
            text = text.replace(&sha256(described), &sha256(&own));
        }
        let hash = |line: &str| LineHash::of(line).to_string();
        text = text.replace(&hash(IDLE), &hash(&idle));
        text.replace(IDLE, &idle)
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "how many faults one run tells")]
fn all_faults_of_a_workspace_are_told_in_one_run() {
    let corpus = corpus();
    let local = corpus.iter().filter(|case| is_local(case)).enumerate();
    let planted: Vec<Planted<'_>> = local
        .map(|(number, case)| Planted { case, number })
        .collect();
    let mut workspace = Workspace::small();
    let mut expected: Vec<Line> = Vec::new();
    for case in &planted {
        expected.extend(case.put(&mut workspace));
    }
    for name in SHARED {
        let case = corpus.iter().find(|case| case.to_string() == name);
        let case = case.unwrap_or_else(|| panic!("no case `{name}`"));
        let fault = workspace.change(case);
        expected.extend(Line::expected(case, fault.as_ref(), &workspace));
    }
    println!(
        "{} faults in {} counties, {} in shared files: {} findings",
        planted.len(),
        planted.len(),
        SHARED.len(),
        expected.len()
    );
    assert!(planted.len() >= 60, "{}", planted.len());
    let project = workspace.write();
    told(&expected, &check(project.root()).unwrap(), false);
    let texts = project.path("texts");
    told(
        &expected,
        &check_against(project.root(), &texts).unwrap(),
        true,
    );
}

/// Asserts that a run tells all that is expected, and nothing else.
fn told(expected: &[Line], checked: &Checked, texts: bool) {
    let expected = expected.iter().filter(|line| texts || !line.with_texts);
    let mut expected: Vec<String> = expected.map(Line::to_string).collect();
    let mut found = Line::found(checked);
    expected.sort();
    found.sort();
    let missed: Vec<&String> = expected
        .iter()
        .filter(|line| !found.contains(line))
        .collect();
    let noise: Vec<&String> = found
        .iter()
        .filter(|line| !expected.contains(line))
        .collect();
    assert!(
        missed.is_empty() && noise.is_empty(),
        "with texts: {texts}, missed {missed:#?}, told besides {noise:#?}"
    );
    assert_eq!(found.len(), expected.len());
}
