//! Comments at numbers, for writers.

use std::collections::BTreeSet;

use docx_rs::{Paragraph, Run};

use super::styled_paragraph;
use super::styles::id;
use crate::document::Comment;
use crate::xml::{Element, Node, Tree};

/// Who comments: no person.
const AUTHOR: &str = "系统";

/// The styles that Word gives comments.
pub(super) const TEXT_STYLE: &str = "annotation text";
pub(super) const MARK_STYLE: &str = "annotation reference";

/// A comment with its id; the finishing pass adds what is the same for all.
pub(super) fn comment(number: usize, comment: &Comment) -> docx_rs::Comment {
    let paragraph = |line: &String| -> Paragraph {
        styled_paragraph(TEXT_STYLE).add_run(Run::new().add_text(line))
    };
    let lines = comment.lines.iter().map(paragraph);
    lines.fold(
        docx_rs::Comment::new(number).author(AUTHOR),
        docx_rs::Comment::add_paragraph,
    )
}

/// Finishes the part of the comments: initials, the day of the edition, and the sign by which Word finds its way back.
pub(super) fn finish(tree: &mut Tree, day: &str) {
    // docx-rs collects those of table cells twice.
    let mut seen = BTreeSet::new();
    let id = |comment: &Element| comment.get("w:id").unwrap_or_default().into_owned();
    tree.root
        .retain_elements(|comment| seen.insert(id(comment)));
    for comment in tree.root.elements_mut() {
        comment.set("w:initials", AUTHOR);
        comment.set("w:date", &format!("{day}T00:00:00Z"));
        if let Some(first) = comment.child_mut("w:p") {
            let mark = reference(Element::new("w:annotationRef"));
            let behind = usize::from(first.child("w:pPr").is_some());
            first.children.insert(behind, Node::Element(mark));
        }
    }
}

/// Finishes the body: docx-rs writes the sign of a comment without its style, and an empty run before it.
pub(super) fn signs(root: &mut Element) {
    root.visit_mut(&mut |element| {
        let mut behind_number = false;
        element.retain_elements(|child| {
            let empty = child.name == "w:r" && child.elements().all(|inner| inner.name == "w:rPr");
            let keep = !(empty && std::mem::take(&mut behind_number));
            behind_number = matches!(child.name.as_str(), "w:bookmarkEnd" | "w:r");
            keep
        });
        if element.name == "w:r"
            && let Some(sign) = element.child("w:commentReference").cloned()
        {
            *element = reference(sign);
        }
    });
}

fn reference(sign: Element) -> Element {
    let style = Element::new("w:rStyle").with("w:val", &id(MARK_STYLE));
    Element::new("w:r")
        .with_child(Element::new("w:rPr").with_child(style))
        .with_child(sign)
}
