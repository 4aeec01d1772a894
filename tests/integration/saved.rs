//! What other programs have saved can be read back: every text is found under its handle.

use std::{collections::BTreeMap, fs, path::Path};

use county_briefings::render::docx::pieces;

use crate::support::{files_below, repository};

fn texts(file: &Path) -> BTreeMap<String, String> {
    let bytes = fs::read(file).unwrap();
    let pieces = pieces(&bytes).unwrap().into_iter();
    pieces
        .map(|(anchor, text)| {
            let text = text.chars().filter(|c| !c.is_whitespace());
            (anchor, text.collect())
        })
        .collect()
}

/// How many handles a saved file has lost of those that its base has, and which texts have changed.
fn compared(base: &Path, saved: &Path) -> (Vec<String>, Vec<String>) {
    let (base, saved) = (texts(base), texts(saved));
    assert!(base.len() > 50, "{} pieces", base.len());
    let lost = base.keys().filter(|anchor| !saved.contains_key(*anchor));
    let changed = base.iter().filter(|(anchor, text)| {
        let now = saved.get(*anchor);
        now.is_some_and(|now| now != *text)
    });
    (
        lost.cloned().collect(),
        changed.map(|(anchor, _)| anchor.clone()).collect(),
    )
}

#[test]
fn whatever_was_saved_keeps_its_handles() {
    let sample = repository().join("docs/sample");
    // What nobody has touched is the least that must come back.
    let own = sample.join("xingxian.docx");
    assert_eq!(compared(&own, &own), (Vec::new(), Vec::new()));
    let folder = repository().join("tests/saved");
    for path in files_below(&folder)
        .iter()
        .filter(|path| path.ends_with(".docx"))
    {
        if path.contains("base/") {
            continue;
        }
        let saved = folder.join(path);
        let name = path.rsplit('/').next().unwrap();
        let report = name.split('.').next().unwrap();
        let base = match path.rsplit_once('/') {
            Some((of, _)) => folder.join(of).join("base").join(format!("{report}.docx")),
            None => sample.join(format!("{report}.docx")),
        };
        let (lost, changed) = compared(&base, &saved);
        if name.ends_with(".saved.docx") {
            assert!(
                lost.is_empty() && changed.is_empty(),
                "{path}: lost {lost:?}, changed {changed:?}"
            );
        } else {
            // One paragraph was deleted, a word and a number were changed.
            assert!(
                lost.len() <= 1 && changed.len() <= 3,
                "{path}: lost {lost:?}, changed {changed:?}"
            );
        }
    }
}
