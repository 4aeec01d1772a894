//! The finishing pass: what docx-rs cannot say or says wrong is put right in the tree of each part.
//!
//! A list of steps for each part. Each has its reason and a test of its own, and a test tells when a step changes nothing any
//! more: then docx-rs has learnt it, and the step can be deleted.

mod any;
mod body;
mod comments;
mod numbering;
pub(super) mod order;
mod styles;

#[cfg(test)]
mod tests;

use super::{DocxError, Drawn};
use crate::xml::{Element, Tree};

/// What steps must know of a document.
pub(super) struct Known<'k> {
    pub(super) charts: &'k [Drawn],
    /// The captions of the tables.
    pub(super) captions: &'k [String],
    /// The day of the edition, `2026-07-01`.
    pub(super) day: String,
}

/// One thing put right in a part.
pub(super) struct Step {
    /// What tests call it.
    #[cfg(test)]
    name: &'static str,
    apply: fn(&mut Element, &Known<'_>),
}

const fn step(_name: &'static str, apply: fn(&mut Element, &Known<'_>)) -> Step {
    Step {
        #[cfg(test)]
        name: _name,
        apply,
    }
}

/// The steps of the body, in order.
pub(super) const BODY: &[Step] = &[
    step("prefixes", body::prefixes),
    step("paragraph-ids", any::paragraph_ids),
    step("shared-characters", any::shared_characters),
    step("controls", body::controls),
    step("grid-types", body::grid_types),
    step("table-looks", body::table_looks),
    step("table-captions", body::table_captions),
    step("table-heads", body::table_heads),
    step("comment-signs", body::comment_signs),
    step("charts", body::charts),
    step("empty-properties", any::empty_properties),
    step("order", any::order),
];

/// The steps of a footer.
pub(super) const FOOTER: &[Step] = &[
    step("paragraph-ids", any::paragraph_ids),
    step("shared-characters", any::shared_characters),
    step("empty-properties", any::empty_properties),
    step("order", any::order),
];

/// The steps of the list of the headings.
pub(super) const NUMBERING: &[Step] = &[
    step("unused-list", numbering::unused_list),
    step("levels", numbering::levels),
    step("indent-characters", any::indent_characters),
    step("empty-properties", any::empty_properties),
    step("order", any::order),
];

/// The steps of the styles.
pub(super) const STYLES: &[Step] = &[
    step("two-normals", styles::two_normals),
    step("defaults", styles::defaults),
    step("line-breaking", styles::line_breaking),
    step("languages", styles::languages),
    step("first-rows", styles::first_rows),
    step("cell-properties", styles::cell_properties),
    step("table-properties", styles::table_properties),
    step("indent-characters", any::indent_characters),
    step("empty-properties", any::empty_properties),
    step("order", any::order),
];

/// The steps of the comments.
pub(super) const COMMENTS: &[Step] = &[
    step("comments-once", comments::once),
    step("comment-facts", comments::facts),
    step("comment-returns", comments::returns),
    step("paragraph-ids", any::paragraph_ids),
    step("shared-characters", any::shared_characters),
    step("empty-properties", any::empty_properties),
];

/// Takes the steps over a part that docx-rs built.
pub(super) fn finished(
    part: &str,
    bytes: &[u8],
    steps: &[Step],
    known: &Known<'_>,
) -> Result<Tree, DocxError> {
    let mut tree = parse(part, bytes)?;
    for step in steps {
        (step.apply)(&mut tree.root, known);
    }
    Ok(tree)
}

/// Parses a part.
pub(super) fn parse(part: &str, bytes: &[u8]) -> Result<Tree, DocxError> {
    Tree::parse(bytes).map_err(|source| DocxError::Xml {
        part: part.to_owned(),
        source,
    })
}
