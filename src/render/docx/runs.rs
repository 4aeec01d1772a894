//! Runs of text.

use docx_rs::{Hyperlink, HyperlinkType, Paragraph, Run, StructuredDataTag};

use super::anchors::Anchors;
use super::comments;
use super::style_id::id;
use crate::document::{Inline, Role, plain_text};

/// The name that Word shows on the content control around a figure.
const CONTROL: &str = "数据";

/// Appends a line of text: figures in a bookmark and a content control, marks as links to what they refer to.
pub(super) fn runs(
    mut paragraph: Paragraph,
    line: &[Inline],
    block: &str,
    anchors: &mut Anchors,
) -> Paragraph {
    let one_run = |a: &Inline, b: &Inline| is_wording(a) && is_wording(b) && a.strong == b.strong;
    for inlines in line.chunk_by(one_run) {
        let first = &inlines[0];
        paragraph = match &first.role {
            Role::Figure { .. } | Role::Derived { .. } => figure(paragraph, first, block, anchors),
            Role::Source { target } | Role::Doubt { target } => {
                let mark = Run::new().add_text(&first.text).style(&id("Brief Mark"));
                let handle = anchors.link(target);
                let link = Hyperlink::new(handle.as_str(), HyperlinkType::Anchor).add_run(mark);
                paragraph.add_hyperlink(link)
            }
            Role::Plain | Role::Date | Role::Name { .. } | Role::Numbering => {
                paragraph.add_run(run(&plain_text(inlines), first.strong))
            }
        };
    }
    paragraph
}

/// Whether a run is only text for Word; such runs become one, so that writers find what they search for.
fn is_wording(inline: &Inline) -> bool {
    match inline.role {
        Role::Plain | Role::Date | Role::Name { .. } | Role::Numbering => true,
        Role::Figure { .. } | Role::Derived { .. } | Role::Source { .. } | Role::Doubt { .. } => {
            false
        }
    }
}

/// Appends text in a character style, or without one in the paragraph's own.
pub(super) fn styled(paragraph: Paragraph, text: &str, style: Option<&str>) -> Paragraph {
    let run = Run::new().add_text(text);
    paragraph.add_run(match style {
        Some(name) => run.style(&id(name)),
        None => run,
    })
}

fn figure(paragraph: Paragraph, inline: &Inline, block: &str, anchors: &mut Anchors) -> Paragraph {
    let Some((bookmark, handle)) = anchors.mention(block, inline) else {
        return paragraph;
    };
    let run = run(&inline.text, inline.strong);
    let control = StructuredDataTag::new().alias(CONTROL).add_run(run);
    let comments = anchors.comments(inline);
    let begun = comments.iter().fold(paragraph, |paragraph, (id, comment)| {
        paragraph.add_comment_start(comments::comment(*id, comment))
    });
    let written = begun
        .add_bookmark_start(bookmark, handle.as_str())
        .add_structured_data_tag(control)
        .add_bookmark_end(bookmark);
    comments
        .iter()
        .fold(written, |paragraph, (id, _)| paragraph.add_comment_end(*id))
}

fn run(text: &str, strong: bool) -> Run {
    let run = Run::new().add_text(text);
    if strong {
        run.style(&id("Brief Strong"))
    } else {
        run
    }
}
