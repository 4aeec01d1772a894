//! The list of contents: a field that Word makes anew when asked, filled with what the PDF says.

use docx_rs::{FieldCharType, Hyperlink, HyperlinkType, InstrText, Paragraph, Run};

use super::anchors::Anchors;
use super::{Pages, styled_paragraph};
use crate::document::{Document, Entry, Level, plain_text};

/// The styles that Word gives it.
pub(super) const HEADING_STYLE: &str = "TOC Heading";
pub(super) const ENTRY_STYLES: [&str; 2] = ["toc 1", "toc 2"];

/// So many lines, half a page, stay together.
const HALF: usize = 11;

/// The paragraphs of the list; none where the report has none.
pub(super) fn contents(
    document: &Document,
    pages: &Pages,
    anchors: &mut Anchors,
) -> Vec<Paragraph> {
    let entries: Vec<Entry<'_>> = document.contents().collect();
    let Some(last) = entries.len().checked_sub(1) else {
        return Vec::new();
    };
    // Headings down to this level, linked to them.
    let deepest = entries.iter().map(|entry| u8::from(entry.level)).max();
    let code = format!(r#" TOC \o "1-{}" \h \z \u "#, deepest.unwrap_or(1));
    let heading = styled_paragraph(HEADING_STYLE).add_run(Run::new().add_text("目　录"));
    let lines = entries.iter().enumerate().map(|(index, entry)| {
        let level = match entry.level {
            Level::One => 0,
            Level::Two | Level::Three => 1,
        };
        let mut line = styled_paragraph(ENTRY_STYLES[level]);
        if index == 0 {
            line = line
                .add_run(part(FieldCharType::Begin))
                .add_run(Run::new().add_instr_text(InstrText::Unsupported(code.clone())))
                .add_run(part(FieldCharType::Separate));
        }
        line = line.add_hyperlink(link(entry, pages, anchors));
        if index == last {
            line = line.add_run(part(FieldCharType::End));
        }
        line.keep_next(index < last && last < HALF)
    });
    std::iter::once(heading).chain(lines).collect()
}

fn part(kind: FieldCharType) -> Run {
    Run::new().add_field_char(kind, false)
}

fn link(entry: &Entry<'_>, pages: &Pages, anchors: &mut Anchors) -> Hyperlink {
    let id = entry.block.id.as_str();
    let handle = anchors.link(id);
    let text = format!("{}{}", entry.number, plain_text(entry.text));
    let link = Hyperlink::new(handle.as_str(), HyperlinkType::Anchor)
        .add_run(Run::new().add_text(text))
        .add_run(Run::new().add_tab());
    let Some(page) = pages.get(id) else {
        return link;
    };
    let code = format!(" PAGEREF {} \\h ", handle.as_str());
    link.add_run(part(FieldCharType::Begin))
        .add_run(Run::new().add_instr_text(InstrText::Unsupported(code)))
        .add_run(part(FieldCharType::Separate))
        .add_run(Run::new().add_text(page.to_string()))
        .add_run(part(FieldCharType::End))
}
