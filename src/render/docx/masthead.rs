//! Masthead, title and imprint.

use docx_rs::{AlignmentType, Paragraph, Run};

use super::anchors::Anchors;
use super::look::{bottom_frame, top_frame};
use super::runs::{runs, styled};
use super::styled_paragraph;
use crate::document::{Inline, Masthead, MastheadStyle, Meta, Role};

/// The mark beside the title of a compact masthead.
const SMALL_MARK: usize = 28;

/// The paragraphs above the body.
pub(super) fn masthead(meta: &Meta, anchors: &mut Anchors) -> Vec<Paragraph> {
    let head = &meta.masthead;
    let mut out = Vec::new();
    if let Some(status) = &head.status {
        let mut paragraph = plain("Brief Status", "masthead/status", status, anchors);
        paragraph.property = top_frame(paragraph.property);
        out.push(paragraph);
    }
    match head.style {
        MastheadStyle::Full => full(head, anchors, &mut out),
        MastheadStyle::Compact => compact(head, anchors, &mut out),
    }
    let title = anchors.piece(styled_paragraph("Title"), "title");
    out.push(runs(title, &meta.title, "title", anchors));
    out
}

fn full(head: &Masthead, anchors: &mut Anchors, out: &mut Vec<Paragraph>) {
    let title = "Brief Masthead Title";
    out.push(plain(title, "masthead/title", &head.title, anchors));
    if let Some(mark) = &head.mark {
        out.push(plain("Brief Masthead Mark", "masthead/mark", mark, anchors));
    }
    let number = styled_paragraph("Brief Masthead Number");
    out.push(part(number, "masthead/number", &head.number, anchors));
    let line = plain("Brief Masthead Line", "masthead/note", &head.note, anchors).add_run(tab());
    out.push(part(line, "masthead/date", &head.date, anchors));
}

fn compact(head: &Masthead, anchors: &mut Anchors, out: &mut Vec<Paragraph>) {
    let style = "Brief Masthead Compact";
    let mut title = plain(style, "masthead/title", &head.title, anchors);
    if let Some(mark) = &head.mark {
        title = anchors.piece(title, "masthead/mark");
        let mark = Run::new().add_text(mark).size(SMALL_MARK);
        title = title.add_run(mark.character_spacing(0));
    }
    out.push(title);
    let style = "Brief Masthead Line Compact";
    let line = plain(style, "masthead/note", &head.note, anchors).add_run(tab());
    let line = part(line, "masthead/number", &head.number, anchors);
    let line = styled(line, "　", None);
    out.push(part(line, "masthead/date", &head.date, anchors));
}

/// The lines at the foot of the last page, in a frame between rules.
pub(super) fn imprint(lines: &[Vec<Inline>], anchors: &mut Anchors) -> Vec<Paragraph> {
    let paragraphs = lines.iter().enumerate().map(|(index, line)| {
        let anchor = format!("imprint/{index}");
        let mut paragraph = part(styled_paragraph("Brief Imprint"), &anchor, line, anchors);
        paragraph.property = bottom_frame(paragraph.property);
        let dated = line.first().is_some_and(|run| run.role == Role::Date);
        if dated {
            paragraph.align(AlignmentType::Right)
        } else {
            paragraph
        }
    });
    paragraphs.collect()
}

fn plain(style: &str, anchor: &str, text: &str, anchors: &mut Anchors) -> Paragraph {
    styled(anchors.piece(styled_paragraph(style), anchor), text, None)
}

fn part(paragraph: Paragraph, anchor: &str, line: &[Inline], anchors: &mut Anchors) -> Paragraph {
    let paragraph = anchors.piece(paragraph, anchor);
    let block = anchor.split('/').next().unwrap_or(anchor);
    runs(paragraph, line, block, anchors)
}

fn tab() -> Run {
    Run::new().add_tab()
}
