//! Tables, frames and charts on a page of another width.

use super::look::TEXT_WIDTH;
use crate::xml::Element;

/// Scales what was measured for a text of 156 mm to one of `width` twips. Charts become narrower but not wider.
pub(super) fn fit(root: &mut Element, width: usize) {
    if width == TEXT_WIDTH {
        return;
    }
    let scaled = |found: &str| -> Option<String> {
        let found: usize = found.parse().ok()?;
        Some((found * width / TEXT_WIDTH).to_string())
    };
    root.visit_mut(&mut |element| {
        let attribute = match element.name.as_str() {
            "w:gridCol" | "w:tcW" | "w:tblW" | "w:framePr" => "w:w",
            "w:tab" => "w:pos",
            "wp:extent" if width < TEXT_WIDTH => "cx",
            _ => return,
        };
        let found = element.get(attribute).unwrap_or_default().into_owned();
        if let Some(scaled) = scaled(&found) {
            element.set(attribute, &scaled);
        }
    });
}
