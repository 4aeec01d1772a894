//! Comments at numbers, for writers.

use docx_rs::{Paragraph, Run};

use super::style_id::id;
use super::styled_paragraph;
use crate::document::Comment;
use crate::xml::Element;

/// Who comments: no person.
pub(super) const AUTHOR: &str = "系统";

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

/// A run that holds the sign of a comment.
pub(super) fn reference(sign: Element) -> Element {
    let style = Element::new("w:rStyle").with("w:val", &id(MARK_STYLE));
    Element::new("w:r")
        .with_child(Element::new("w:rPr").with_child(style))
        .with_child(sign)
}
