//! Steps of several parts.

use super::{Known, order};
use crate::xml::Element;

/// docx-rs counts paragraphs per thread: the same document would have other bytes the second time.
pub(super) fn paragraph_ids(root: &mut Element, _: &Known<'_>) {
    let mut paragraphs = 0;
    root.visit_mut(&mut |element| {
        if element.name == "w:p" {
            paragraphs += 1;
            element.set("w14:paraId", &format!("{paragraphs:08X}"));
        }
    });
}

/// Characters that stand in Chinese and Latin faces alike: Word takes the Chinese one only when told by `w:hint`.
pub(super) fn shared_characters(root: &mut Element, _: &Known<'_>) {
    let shared = |character: char| {
        matches!(
            character,
            '·' | '×' | '÷' | '±' | '°' | '\u{2000}'..='\u{2bff}'
        )
    };
    root.visit_mut(&mut |element| {
        if element.name != "w:r" {
            return;
        }
        let texts = element.elements().filter(|child| child.name == "w:t");
        let text: String = texts.map(Element::text).collect();
        if text.chars().any(shared) {
            let property = element.child_or_first("w:rPr");
            property
                .child_or_first("w:rFonts")
                .set("w:hint", "eastAsia");
        }
    });
}

/// Word takes the characters of a first line's indent, other programs the twips; docx-rs does not write the characters. All
/// such indents are two.
pub(super) fn indent_characters(root: &mut Element, _: &Known<'_>) {
    root.visit_mut(&mut |element| {
        if element.name == "w:ind" && element.get("w:firstLine").is_some() {
            element.set("w:firstLineChars", "200");
        }
    });
}

/// docx-rs writes properties without content everywhere.
pub(super) fn empty_properties(root: &mut Element, _: &Known<'_>) {
    emptied(root);
}

fn emptied(element: &mut Element) {
    for child in element.elements_mut() {
        emptied(child);
    }
    element.retain_elements(|child| {
        let properties = matches!(
            child.name.as_str(),
            "w:rPr" | "w:pPr" | "w:tcPr" | "w:tblBorders"
        );
        !properties || !child.children.is_empty()
    });
}

/// docx-rs writes many children in another order than the schema's, which Word may take for damage.
pub(super) fn order(root: &mut Element, _: &Known<'_>) {
    root.visit_mut(&mut order::sort);
}
