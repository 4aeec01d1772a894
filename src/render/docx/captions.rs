//! What stands above and below tables and charts.

use docx_rs::Paragraph;

use super::anchors::Anchors;
use super::runs::{runs, styled};
use super::{Content, fields, styled_paragraph};
use crate::document::Inline;

/// `表1　甲县主要数据`
pub(super) fn caption(id: &str, number: &str, text: &[Inline], anchors: &mut Anchors) -> Paragraph {
    let paragraph = anchors.piece(styled_paragraph("caption"), &format!("{id}/caption"));
    let paragraph = styled(fields::sequence(paragraph, number), "　", None);
    runs(paragraph, text, id, anchors)
}

/// The notes under a table or chart.
pub(super) fn notes(id: &str, notes: &[Vec<Inline>], out: &mut Content) {
    for (index, note) in notes.iter().enumerate() {
        let anchor = format!("{id}/note/{index}");
        let paragraph = out.anchors.piece(styled_paragraph("Brief Note"), &anchor);
        let paragraph = runs(paragraph, note, id, &mut out.anchors);
        out.push(paragraph.keep_next(index + 1 < notes.len()));
    }
}
