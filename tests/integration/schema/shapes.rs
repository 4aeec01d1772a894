//! Whoever types finds each key explained.

use std::collections::BTreeSet;

use county_briefings::schema::{FileKind, schema};
use serde_json::Value;

use super::corpus;

/// A key of a schema: where it stands (`figures[].unit`) and what is said of it.
struct Property {
    place: String,
    schema: Value,
}

fn properties(kind: FileKind) -> Vec<Property> {
    let mut found = Vec::new();
    walk(&schema(kind), String::new(), &mut found);
    found
}

fn walk(schema: &Value, place: String, found: &mut Vec<Property>) {
    let entries = schema["properties"].as_object().into_iter().flatten();
    for (key, inner) in entries {
        walk(inner, format!("{place}.{key}"), found);
    }
    for (keyword, name) in [("items", "[]"), ("additionalProperties", ".*")] {
        if schema[keyword].is_object() {
            walk(&schema[keyword], format!("{place}{name}"), found);
        }
    }
    let schema = schema.clone();
    found.push(Property { place, schema });
}

#[test]
fn every_key_and_entry_has_a_title_and_a_description_in_chinese() {
    let mut count = 0;
    for (word, kind) in FileKind::WORDS {
        for Property { place, schema } in properties(kind) {
            let chinese = |keyword: &str| {
                let text = schema[keyword].as_str().unwrap_or_default();
                text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
            };
            assert!(chinese("description"), "{word}{place}: {schema}");
            let description = schema["description"].as_str().unwrap();
            assert!(!description.contains(['\n', '`', '#']), "{description}");
            // Entries of a list that are no maps are named by the list.
            let key = !place.ends_with("[]") && !place.ends_with('*');
            assert!(
                chinese("title") || !(key || schema["properties"].is_object()),
                "{word}{place}"
            );
            count += usize::from(key);
        }
    }
    assert!(count > 130, "{count}");
}

#[test]
fn every_map_is_closed_and_every_word_has_a_meaning() {
    let mut words = 0;
    for (_, kind) in FileKind::WORDS {
        for Property { place, schema } in properties(kind) {
            if schema["properties"].is_object() {
                assert_eq!(schema["additionalProperties"], false, "{place}");
            }
            if let Some(listed) = schema["enum"].as_array() {
                let listed = listed.iter().filter(|word| word.is_string()).count();
                let meanings = schema["enumDescriptions"].as_array().unwrap();
                assert_eq!(listed, meanings.len(), "{place}");
                let distinct: BTreeSet<&str> = meanings.iter().filter_map(Value::as_str).collect();
                assert_eq!(distinct.len(), meanings.len(), "{meanings:?}");
                words += listed;
            }
        }
    }
    assert!(words > 60, "{words}");
}

#[test]
fn every_schema_says_what_it_is() {
    for (word, kind) in FileKind::WORDS {
        let schema = schema(kind);
        let first: Vec<&String> = schema.as_object().unwrap().keys().take(3).collect();
        assert_eq!(first, ["$schema", "title", "description"], "{word}");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
}

/// Keys that no file has would agree with the program by chance.
#[test]
fn every_key_occurs_in_the_files_that_are_compared() {
    let files = corpus::files();
    for (_, kind) in FileKind::WORDS {
        let mut used = BTreeSet::new();
        for file in files.iter().filter(|file| file.kind == kind) {
            let value: Value = serde_yaml::from_str(&file.text).unwrap();
            note(&value, &schema(kind), String::new(), &mut used);
        }
        let unused: Vec<String> = properties(kind)
            .into_iter()
            .map(|property| property.place)
            .filter(|place| !used.contains(place))
            .collect();
        assert_eq!(unused, Vec::<String>::new());
    }
}

/// Notes the places of a schema that a file has something at.
fn note(value: &Value, schema: &Value, place: String, used: &mut BTreeSet<String>) {
    for (key, inner) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(key) {
            Some(known) => note(inner, known, format!("{place}.{key}"), used),
            None => note(
                inner,
                &schema["additionalProperties"],
                format!("{place}.*"),
                used,
            ),
        }
    }
    for item in value.as_array().into_iter().flatten() {
        note(item, &schema["items"], format!("{place}[]"), used);
    }
    used.insert(place);
}
