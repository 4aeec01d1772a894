//! Files with one mistake each, or with one value that may be one.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::{Mapping, Value};

/// What any value is replaced by: every shape, and strings that are almost of one grammar or the other.
const VALUES: &str = r#"[null, [], [x], [x, y], {}, {x: y}, true, false, 0, 7, -7, 7.5, 2024, 990101,
    nonsense, Two Words, a--b, "", " ", "true", "7", "012", "1_000", "99.44", ".5", "1e3", "０",
    "2024", "2024-05", "2024-13", "2023-02-29", "2024-02-29", "2024/", "/", "2021/2022", "2022/2021", "1899",
    "33-35, 40", "5-3", "3,,4", "0-3", 万元, 万圆, 元/斤, "%", jiaxian/x, a/b/c,
    'a{b', "{x}", "{x.value}", "{}", county, range, bar, pdf, done, unclear,
    0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef]"#;

/// A file and what was done to it.
pub(super) struct Mutant {
    /// `replace figures[].unit`
    pub(super) name: String,
    pub(super) text: String,
    /// The value that was put in the place of another.
    pub(super) put: Option<Value>,
}

#[derive(Debug, Clone)]
enum Step {
    Key(String),
    Index(usize),
}

/// How often each kind of place has had its turn.
pub(super) type Turns = BTreeMap<String, usize>;

/// Every mistake in one place of each kind, unless the kind has had two turns already.
pub(super) fn of(text: &str, turns: &mut Turns) -> Vec<Mutant> {
    let file: Value = serde_yaml::from_str(text).unwrap();
    let file = short(&file, "", &mut BTreeSet::new()).unwrap_or(file);
    let values: Vec<Value> = serde_yaml::from_str(VALUES).unwrap();
    let mut mutants = Vec::new();
    for (place, steps) in places(&file, turns) {
        let mut add = |what: &str, put: Option<&Value>, change: &dyn Fn(&mut Value)| {
            let mut changed = file.clone();
            change(&mut changed);
            mutants.push(Mutant {
                name: format!("{what} {place}"),
                text: serde_yaml::to_string(&changed).unwrap().replace(AGAIN, ""),
                put: put.cloned(),
            });
        };
        for value in &values {
            add("replace", Some(value), &|file| {
                *at(file, &steps) = value.clone();
            });
        }
        if let Some((last, parents)) = steps.split_last() {
            match last {
                Step::Index(index) => add("remove", None, &|file| {
                    at(file, parents).as_sequence_mut().unwrap().remove(*index);
                }),
                Step::Key(key) => {
                    add("remove", None, &|file| {
                        map(file, parents).remove(key.as_str());
                    });
                    for name in [format!("{key}x"), "leader".to_owned()] {
                        add("rename", None, &|file| {
                            let value = map(file, parents).remove(key.as_str()).unwrap();
                            map(file, parents).insert(name.clone().into(), value);
                        });
                    }
                    add("repeat", None, &|file| {
                        let value = map(file, parents)[key.as_str()].clone();
                        map(file, parents).insert(format!("{AGAIN}{key}").into(), value);
                    });
                }
            }
        }
        if get(&file, &steps).is_mapping() {
            for (key, value) in [("nonsense", "x"), ("leader", "某某")] {
                add("add to", None, &|file| {
                    map(file, &steps).insert(key.into(), value.into());
                });
            }
        }
    }
    mutants
}

/// Marks a repeated key until the file is text.
const AGAIN: &str = "again-again-";

/// One place of each kind whose turn it is; `.figures[].unit` names a kind.
fn places(file: &Value, turns: &mut Turns) -> Vec<(String, Vec<Step>)> {
    let mut found = Vec::new();
    collect(file, &mut Vec::new(), "", &mut found);
    let mut seen = BTreeSet::new();
    found.retain(|(kind, _): &(String, Vec<Step>)| {
        let turn = turns.entry(kind.clone()).or_default();
        let wanted = *turn < 2 && seen.insert(kind.clone());
        *turn += usize::from(wanted);
        wanted
    });
    found
}

fn collect(value: &Value, steps: &mut Vec<Step>, kind: &str, found: &mut Vec<(String, Vec<Step>)>) {
    found.push((kind.to_owned(), steps.clone()));
    let mut children: Vec<(Step, String, &Value)> = Vec::new();
    for (key, inner) in value.as_mapping().into_iter().flatten() {
        let key = key.as_str().unwrap();
        children.push((Step::Key(key.to_owned()), format!("{kind}.{key}"), inner));
    }
    for (index, item) in value.as_sequence().into_iter().flatten().enumerate() {
        children.push((Step::Index(index), format!("{kind}[]"), item));
    }
    for (step, kind, child) in children {
        steps.push(step);
        collect(child, steps, &kind, found);
        steps.pop();
    }
}

/// The value without the list entries that have no key of their own; none when nothing in it has.
fn short(value: &Value, kind: &str, seen: &mut BTreeSet<String>) -> Option<Value> {
    if let Some(map) = value.as_mapping() {
        let mut new = false;
        let mut kept = Mapping::new();
        for (key, value) in map {
            let kind = format!("{kind}.{}", key.as_str().unwrap());
            new |= seen.insert(kind.clone());
            let shortened = short(value, &kind, seen);
            new |= shortened.is_some();
            kept.insert(key.clone(), shortened.unwrap_or_else(|| rest(value)));
        }
        return new.then_some(Value::Mapping(kept));
    }
    let kind = format!("{kind}[]");
    let items = maps(value)?.iter();
    let kept: Vec<Value> = items.filter_map(|item| short(item, &kind, seen)).collect();
    (!kept.is_empty()).then_some(Value::Sequence(kept))
}

/// What is kept of a value without new keys: of a list of maps the first, anything else as it is.
fn rest(value: &Value) -> Value {
    match maps(value) {
        Some(items) => Value::Sequence(items[..1].to_vec()),
        None => value.clone(),
    }
}

/// The entries of a list of maps that has any.
fn maps(value: &Value) -> Option<&Vec<Value>> {
    let items = value.as_sequence();
    items.filter(|items| items.iter().any(Value::is_mapping))
}

fn get<'v>(value: &'v Value, steps: &[Step]) -> &'v Value {
    steps.iter().fold(value, |value, step| match step {
        Step::Key(key) => &value[key.as_str()],
        Step::Index(index) => &value[*index],
    })
}

fn at<'v>(value: &'v mut Value, steps: &[Step]) -> &'v mut Value {
    steps.iter().fold(value, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::Index(index) => &mut value[*index],
    })
}

fn map<'v>(value: &'v mut Value, steps: &[Step]) -> &'v mut Mapping {
    at(value, steps).as_mapping_mut().unwrap()
}
