//! What an office does otherwise: the red rule, and no colours.

use super::charts;
use super::look::{BLUE, GREY, HAIRLINE, RED, TINT};
use super::style_id::id;
use crate::document::{Meta, RedRule};
use crate::xml::{Element, Tree};

/// Each colour with the grey that stands for it, as in `page.typ`.
const GREYS: [(&str, &str); 5] = [
    (RED, "000000"),
    (BLUE, "434343"),
    (TINT, "DCDCDC"),
    (HAIRLINE, "909090"),
    (GREY, "5B5B5B"),
];

/// Gives the styles the red rule of the office.
pub(super) fn red_rule(styles: &mut Tree, meta: &Meta) {
    // Eighths of a point.
    let (kind, size) = match meta.red_rule {
        RedRule::Usual => return,
        RedRule::Thin => ("single", "8"),
        RedRule::Thick => ("single", "24"),
        RedRule::Double => ("thickThinSmallGap", "24"),
    };
    let line = id("Brief Masthead Line");
    let mut all = styles.root.elements_mut();
    let style = all.find(|style| style.get("w:styleId").as_deref() == Some(line.as_str()));
    let rule = style
        .and_then(|style| style.child_mut("w:pPr"))
        .and_then(|property| property.child_mut("w:pBdr"))
        .and_then(|borders| borders.child_mut("w:bottom"));
    let rule = rule.expect("invariant: the line of the masthead has a rule below it");
    rule.set("w:val", kind);
    rule.set("w:sz", size);
}

/// Turns every colour of a part into its grey.
pub(super) fn grey(root: &mut Element) {
    root.visit_mut(&mut |element| {
        for name in ["w:val", "w:color", "w:fill", "val"] {
            let colour = element.get(name).unwrap_or_default().into_owned();
            let mut all = GREYS.iter().chain(&charts::GREYS);
            if let Some((_, grey)) = all.find(|(known, _)| *known == colour) {
                element.set(name, grey);
            }
        }
    });
}
