//! Size of the page, its margins and its grid of lines.

use super::HouseError;
use crate::render::docx::finish::order;
use crate::xml::{Element, Tree};

/// The elements of a section that are taken.
const TAKEN: [&str; 3] = ["w:pgSz", "w:pgMar", "w:docGrid"];

/// Narrower than 7 cm or wider than 60 cm no table can be set.
const WIDTHS: std::ops::RangeInclusive<i64> = 3969..=34_016;

/// The page of the last section.
#[derive(Debug, Clone)]
pub(super) struct Page {
    elements: Vec<Element>,
    text_width: usize,
}

/// The page of a document; none where it says nothing of it.
pub(super) fn page(document: &Tree) -> Result<Option<Page>, HouseError> {
    let body = document.root.child("w:body");
    let sections = body.into_iter().flat_map(Element::elements);
    let Some(section) = sections.filter(|part| part.name == "w:sectPr").last() else {
        return Ok(None);
    };
    let (Some(size), Some(margins)) = (section.child("w:pgSz"), section.child("w:pgMar")) else {
        return Ok(None);
    };
    let width = twips(size, "w:w")?;
    let beside = ["w:left", "w:right", "w:gutter"];
    let beside = beside.map(|name| match margins.get(name) {
        Some(_) => twips(margins, name),
        None => Ok(0),
    });
    let [left, right, gutter] = beside;
    let text = width - left? - right? - gutter?;
    if !WIDTHS.contains(&text) {
        return Err(HouseError::Page {
            name: "text width".to_owned(),
            found: text.to_string(),
            expected: "3969 to 34016 twips between the margins",
        });
    }
    let taken = section
        .elements()
        .filter(|part| TAKEN.contains(&part.name.as_str()));
    Ok(Some(Page {
        elements: taken.cloned().collect(),
        text_width: usize::try_from(text).expect("invariant: more than nothing"),
    }))
}

/// A measure in whole twips; strict Open XML has units, which no program here reads.
fn twips(element: &Element, name: &str) -> Result<i64, HouseError> {
    let found = element.get(name).unwrap_or_default().into_owned();
    let whole = found.parse::<i64>().ok();
    whole
        .filter(|twips| (0..=31_680 * 2).contains(twips))
        .ok_or_else(|| HouseError::Page {
            name: name.to_owned(),
            found,
            expected: "a whole number of twips, as Word writes it",
        })
}

impl Page {
    /// Width of the text in twips.
    pub(super) fn text_width(&self) -> usize {
        self.text_width
    }

    /// Puts it in place of the page of a body's section.
    pub(super) fn set(&self, root: &mut Element) {
        let body = root.child_mut("w:body");
        let section = body.and_then(|body| body.child_mut("w:sectPr"));
        let section = section.expect("invariant: a body of ours has its section");
        section.retain_elements(|part| !TAKEN.contains(&part.name.as_str()));
        for element in &self.elements {
            section.push(element.clone());
        }
        order::sort(section);
    }
}
