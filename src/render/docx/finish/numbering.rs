//! Steps of the list of the headings.

use super::Known;
use crate::xml::Element;

/// docx-rs always writes a first list that nothing uses.
pub(super) fn unused_list(root: &mut Element, _: &Known<'_>) {
    root.retain_elements(|list| {
        let id = list.get("w:abstractNumId").or_else(|| list.get("w:numId"));
        id.as_deref() != Some("1")
    });
}

/// docx-rs calls every list one of a single level.
pub(super) fn levels(root: &mut Element, _: &Known<'_>) {
    if let Some(list) = root.child_mut("w:abstractNum") {
        list.child_or_first("w:multiLevelType")
            .set("w:val", "multilevel");
    }
}
