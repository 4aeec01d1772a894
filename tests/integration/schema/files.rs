//! Committed copies are fresh, and every data file leads its editor to the right one.

use std::{fs, path::Path};

use county_briefings::schema::FileKind;
use serde_json::Value;

use super::corpus::real_paths;
use crate::support::{Project, files_below, repository};

const FOLDER: &str = "seeds/schema";

fn word(kind: FileKind) -> &'static str {
    let found = FileKind::WORDS.iter().find(|(_, known)| *known == kind);
    found.unwrap().0
}

#[test]
fn committed_schemas_are_what_the_program_prints() {
    // No workspace is needed.
    let project = Project::empty();
    for (word, _) in FileKind::WORDS {
        let path = format!("{FOLDER}/{word}.schema.json");
        let committed = fs::read_to_string(repository().join(&path)).unwrap();
        let printed = project.run(&["schema", word]).code(0).stdout;
        assert!(
            committed == printed,
            "`{path}` is not up to date; run .ci/schema"
        );
    }
    assert_eq!(
        files_below(&repository().join(FOLDER)).len(),
        FileKind::WORDS.len()
    );
}

#[test]
fn without_a_kind_all_schemas_are_printed() {
    let printed = Project::empty().run(&["schema"]).code(0).stdout;
    let all: Value = serde_json::from_str(&printed).unwrap();
    let kinds: Vec<&String> = all.as_object().unwrap().keys().collect();
    assert_eq!(kinds, FileKind::WORDS.map(|(word, _)| word));
    for (word, kind) in FileKind::WORDS {
        assert_eq!(all[word], county_briefings::schema::schema(kind));
    }
}

#[test]
fn every_data_file_begins_with_the_modeline_of_its_kind() {
    let paths = real_paths();
    assert!(paths.len() >= 13, "{paths:?}");
    for path in paths {
        let kind = FileKind::of(&path).unwrap_or_else(|| panic!("`{path}` is of no kind"));
        let schema = format!("{}.schema.json", word(kind));
        let folder = match path.matches('/').count() {
            0 => FOLDER,
            1 => "schema",
            _ => "../schema",
        };
        let text = fs::read_to_string(repository().join(&path)).unwrap();
        assert_eq!(
            text.lines().next(),
            Some(format!("# yaml-language-server: $schema={folder}/{schema}").as_str()),
            "{path}"
        );
        let beside = repository().join(&path);
        let led_to = beside
            .parent()
            .unwrap()
            .join(Path::new(folder))
            .join(&schema);
        assert!(led_to.is_file(), "{}", led_to.display());
    }
}

#[test]
fn other_files_are_of_no_kind() {
    for path in [
        "README.md",
        "seeds/schema/county.schema.json",
        "seeds/other.yaml",
        "templates/x.yaml",
    ] {
        assert_eq!(FileKind::of(path), None, "{path}");
    }
}
