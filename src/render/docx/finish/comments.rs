//! Steps of the comments.

use std::collections::BTreeSet;

use super::Known;
use crate::render::docx::comments::{AUTHOR, reference};
use crate::xml::{Element, Node};

/// docx-rs writes a comment once for each of its paragraphs.
pub(super) fn once(root: &mut Element, _: &Known<'_>) {
    let mut seen = BTreeSet::new();
    root.retain_elements(|comment| {
        seen.insert(comment.get("w:id").unwrap_or_default().into_owned())
    });
}

/// docx-rs knows no initials, and the day is the edition's.
pub(super) fn facts(root: &mut Element, known: &Known<'_>) {
    for comment in root.elements_mut() {
        comment.set("w:initials", AUTHOR);
        comment.set("w:date", &format!("{}T00:00:00Z", known.day));
    }
}

/// docx-rs does not write the sign by which Word finds its way back.
pub(super) fn returns(root: &mut Element, _: &Known<'_>) {
    for comment in root.elements_mut() {
        if let Some(first) = comment.child_mut("w:p") {
            let mark = reference(Element::new("w:annotationRef"));
            let behind = usize::from(first.child("w:pPr").is_some());
            first.children.insert(behind, Node::Element(mark));
        }
    }
}
