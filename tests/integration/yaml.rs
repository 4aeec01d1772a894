//! The data files mean the same to another YAML parser: `serde_yaml`, known everywhere, which ours replaces.

use std::fs;

use county_briefings::{
    span::FileId,
    yaml::{self, Node, NodeKind},
};
use serde_yaml::Value;

use crate::support::{files_below, repository};

#[test]
fn every_data_file_reads_the_same_with_serde_yaml() {
    let seeds = files_below(&repository().join("seeds"));
    let mut paths: Vec<String> = seeds.iter().map(|path| format!("seeds/{path}")).collect();
    paths.push("briefings.yaml".to_owned());
    assert!(paths.len() >= 13, "{paths:?}");
    for path in paths {
        let text = fs::read_to_string(repository().join(&path)).unwrap();
        assert_eq!(compared(&path, &text, &text), None);
    }
}

#[test]
fn a_difference_is_seen() {
    for (one, other) in [
        ("a: 1", "a: 2"),
        ("a: 0.5", "a: 0.6"),
        ("a: x", "a: y"),
        ("a: true", "a: false"),
        ("a: \"1\"", "a: 1"),
        ("a: 1", "b: 1"),
        ("{a: 1, b: 2}", "{b: 2, a: 1}"),
        ("[1]", "[1, 2]"),
        ("a:", "a: 1"),
    ] {
        assert!(compared("", one, other).is_some(), "{one} and {other}");
    }
    assert_eq!(compared("", "a: >-\n  甲\n  乙\n", "a: 甲乙"), None);
}

/// The first place where our reading of one text is not `serde_yaml`'s reading of the other.
fn compared(path: &str, one: &str, other: &str) -> Option<String> {
    let ours = yaml::parse(FileId(0), one).unwrap();
    let theirs: Value = serde_yaml::from_str(other).unwrap();
    difference(path, &ours, &theirs)
}

fn difference(place: &str, ours: &Node, theirs: &Value) -> Option<String> {
    let same = match (&ours.kind, theirs) {
        (NodeKind::Null, Value::Null) => true,
        (NodeKind::Scalar { text, .. }, Value::String(other)) => solid(text) == solid(other),
        // Ours keeps the characters (`0.50`), theirs the value.
        (
            NodeKind::Scalar {
                text,
                quoted: false,
            },
            Value::Number(number),
        ) => text.parse().ok() == number.as_f64(),
        (
            NodeKind::Scalar {
                text,
                quoted: false,
            },
            Value::Bool(flag),
        ) => *text == flag.to_string(),
        (NodeKind::List(items), Value::Sequence(others)) if items.len() == others.len() => {
            let pairs = items.iter().zip(others).enumerate();
            return pairs
                .map(|(index, (item, other))| difference(&format!("{place}[{index}]"), item, other))
                .find_map(|found| found);
        }
        (NodeKind::Map(entries), Value::Mapping(others)) => {
            let keys = entries.iter().map(|(key, _)| Some(&*key.value));
            if keys.eq(others.keys().map(Value::as_str)) {
                let pairs = entries.iter().zip(others.values());
                return pairs
                    .map(|((key, value), other)| {
                        difference(&format!("{place}.{}", key.value), value, other)
                    })
                    .find_map(|found| found);
            }
            false
        }
        _ => false,
    };
    (!same).then(|| format!("{place}: {:?} is not {theirs:?}", ours.kind))
}

/// Text without line ends at its end and without spaces beside Chinese or a reference: ours drops those that stand for
/// the end of a folded line, theirs keeps them.
fn solid(text: &str) -> String {
    let chars: Vec<char> = text.trim_end_matches('\n').chars().collect();
    let joins = |at: usize| !chars[at].is_ascii() || "{}".contains(chars[at]);
    let kept = (0..chars.len()).filter(|&at| {
        let inside = at > 0 && at + 1 < chars.len();
        !(chars[at] == ' ' && inside && (joins(at - 1) || joins(at + 1)))
    });
    kept.map(|at| chars[at]).collect()
}
