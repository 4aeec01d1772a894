//! Two sets of styles become one: theirs by name, ours where they have none.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::docx::finish::order;
use crate::xml::{Element, Tree};

/// What a style is looked up by: Word does not tell `Heading 1` from `heading 1`.
pub(super) fn key(name: &str) -> String {
    name.to_lowercase()
}

/// The names of all styles as written.
pub(super) fn listed(styles: &Element) -> Vec<String> {
    let all = styles.elements().filter(|style| style.name == "w:style");
    all.filter_map(name_of).collect()
}

/// The same to look up.
pub(super) fn named(styles: &Element) -> BTreeSet<String> {
    listed(styles).iter().map(|name| key(name)).collect()
}

fn name_of(style: &Element) -> Option<String> {
    let name = style.child("w:name")?.get("w:val")?;
    Some(name.into_owned())
}

fn id_of(style: &Element) -> String {
    style.get("w:styleId").unwrap_or_default().into_owned()
}

/// Their styles under our ids, then ours that they lack.
pub(super) fn merged(theirs: &Tree, ours: &Tree) -> Tree {
    let own: BTreeMap<(String, String), &Element> = ours
        .root
        .elements()
        .filter_map(|style| Some((identity(style)?, style)))
        .collect();
    let taken: BTreeSet<String> = own.values().map(|style| id_of(style)).collect();
    let mut ids = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut merged = theirs.clone();
    // Of two styles of one name Word takes the first.
    merged
        .root
        .retain_elements(|style| identity(style).is_none_or(|identity| seen.insert(identity)));
    for style in merged.root.elements() {
        if let Some(identity) = identity(style) {
            let id = id_of(style);
            let new = match own.get(&identity) {
                Some(own) => id_of(own),
                None if taken.contains(&id) => format!("House{id}"),
                None => id.clone(),
            };
            ids.insert(id, new);
        }
    }
    for style in merged.root.elements_mut() {
        if let Some(identity) = identity(style) {
            renamed(style, &ids);
            numbered(style, own.get(&identity).copied());
        }
    }
    for (identity, style) in own {
        if !seen.contains(&identity) {
            merged.root.push(lone(style));
        }
    }
    merged
}

/// What kind of style it is, and its name.
fn identity(style: &Element) -> Option<(String, String)> {
    if style.name != "w:style" {
        return None;
    }
    let kind = style.get("w:type").unwrap_or_default().into_owned();
    Some((kind, key(&name_of(style)?)))
}

fn renamed(style: &mut Element, ids: &BTreeMap<String, String>) {
    if let Some(new) = ids.get(&id_of(style)) {
        style.set("w:styleId", new);
    }
    for part in style.elements_mut() {
        if matches!(part.name.as_str(), "w:basedOn" | "w:next" | "w:link") {
            let id = part.get("w:val").unwrap_or_default().into_owned();
            if let Some(new) = ids.get(&id) {
                part.set("w:val", new);
            }
        }
    }
}

/// Lists are ours: headings count as reports count them, and nothing else counts.
fn numbered(style: &mut Element, own: Option<&Element>) {
    let list = |style: &Element| style.child("w:pPr")?.child("w:numPr").cloned();
    let wanted = own.and_then(list);
    if list(style) == wanted {
        return;
    }
    if style.child("w:pPr").is_none() {
        style.push(Element::new("w:pPr"));
    }
    if let Some(property) = style.child_mut("w:pPr") {
        property.retain_elements(|part| part.name != "w:numPr");
        if let Some(list) = wanted {
            property.push(list);
        }
    }
    order::sort(style);
    if let Some(property) = style.child_mut("w:pPr") {
        order::sort(property);
    }
}

/// A style of ours among theirs: only one may be the default of its kind.
fn lone(style: &Element) -> Element {
    let mut style = style.clone();
    style.remove("w:default");
    style
}
