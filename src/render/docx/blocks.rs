//! The blocks of the body.

use docx_rs::{DocumentChild, Paragraph, Pic, Run};
use jiff::civil::Date;

use super::anchors::Anchors;
use super::captions::{caption, notes};
use super::charts;
use super::facts;
use super::numbering::{Counter, HEADINGS};
use super::runs::{runs, styled};
use super::tables;
use super::{Content, DocxError, Drawn, styled_paragraph};
use crate::document::{
    Block, Body, Chart, Inline, Item, Level, ListStyle, ParagraphStyle, plain_text,
};

/// English Metric Units in a micrometre.
const EMU: u32 = 36;

/// Appends all blocks.
///
/// # Errors
/// [`DocxError::Workbook`] for a chart, [`DocxError::HeadingNumber`] for a heading that Word counts otherwise.
pub(super) fn blocks(
    blocks: &[Block],
    date: Date,
    counter: &mut Counter,
    out: &mut Content,
) -> Result<(), DocxError> {
    let mut rest = blocks;
    while let Some((block, after)) = rest.split_first() {
        rest = after;
        let id = block.id.as_str();
        match &block.body {
            Body::Heading {
                level,
                number,
                text,
            } => {
                let paragraph = heading(id, *level, number, text, counter, &mut out.anchors)?;
                out.push(paragraph);
            }
            Body::Paragraph { style, text } => {
                let text = paragraph(id, *style, text, &mut out.anchors);
                out.push(text);
            }
            Body::List { style, items } => {
                for item in items {
                    let text = list_item(id, *style, item, &mut out.anchors);
                    out.push(text);
                }
            }
            Body::Table(table) => tables::table(id, table, out),
            Body::Chart(chart) => self::chart(id, chart, date, out)?,
            Body::KeyFact(_) => {
                let more = rest.iter().take_while(|next| facts::fact(next).is_some());
                let (run, after) = blocks_from(blocks, rest, more.count());
                rest = after;
                let table = facts::facts(run, &mut out.anchors);
                out.children.push(DocumentChild::Table(Box::new(table)));
                out.gap();
            }
        }
    }
    Ok(())
}

/// The run of `1 + more` blocks that ends before the rest, and what follows it.
fn blocks_from<'a>(all: &'a [Block], rest: &'a [Block], more: usize) -> (&'a [Block], &'a [Block]) {
    let start = all.len() - rest.len() - 1;
    (&all[start..=start + more], &rest[more..])
}

fn heading(
    id: &str,
    level: Level,
    number: &str,
    text: &[Inline],
    counter: &mut Counter,
    anchors: &mut Anchors,
) -> Result<Paragraph, DocxError> {
    let level = usize::from(u8::from(level)) - 1;
    let counted = counter.next(level);
    if counted != number {
        return Err(DocxError::HeadingNumber {
            block: id.to_owned(),
            found: number.to_owned(),
            expected: counted,
        });
    }
    let paragraph = anchors.piece(styled_paragraph(HEADINGS[level].style), id);
    Ok(runs(paragraph, text, id, anchors))
}

fn paragraph(id: &str, style: ParagraphStyle, text: &[Inline], anchors: &mut Anchors) -> Paragraph {
    let (style, label) = match style {
        ParagraphStyle::Body => ("Brief Body", None),
        ParagraphStyle::Lead => ("Brief Lead", None),
        ParagraphStyle::Summary => ("Brief Summary", Some("提要　")),
        ParagraphStyle::Case => ("Brief Case", None),
    };
    let mut paragraph = anchors.piece(styled_paragraph(style), id);
    if let Some(label) = label {
        paragraph = styled(paragraph, label, Some("Brief Label"));
    }
    runs(paragraph, text, id, anchors)
}

fn list_item(id: &str, style: ListStyle, item: &Item, anchors: &mut Anchors) -> Paragraph {
    let anchor = format!("{id}/{}", item.id);
    let mut paragraph = match style {
        ListStyle::Remarks => {
            let paragraph = anchors.piece(styled_paragraph("Brief Body"), &anchor);
            styled(paragraph, &item.marker, None)
        }
        ListStyle::Sources => {
            let paragraph = anchors.piece(styled_paragraph("Brief Source"), &anchor);
            styled(paragraph, &item.marker, None).add_run(Run::new().add_tab())
        }
    };
    paragraph = runs(paragraph, &item.text, id, anchors);
    paragraph
}

/// A drawing for each panel, in one paragraph: the first carries the alternative text of the whole chart, the others say
/// which panel they are.
fn chart(id: &str, chart: &Chart, date: Date, out: &mut Content) -> Result<(), DocxError> {
    let anchor = format!("{id}/alt");
    let mut paragraph = out
        .anchors
        .piece(styled_paragraph("Brief Picture"), &anchor);
    let natives = charts::native(id, chart, date)?;
    for ((panel, size), native) in chart.panels.iter().zip(charts::sizes(chart)).zip(natives) {
        // Only place and size come from docx-rs, which knows no charts.
        let place =
            Pic::new_with_dimensions(Vec::new(), 1, 1).size(size.width * EMU, size.height * EMU);
        paragraph = paragraph.add_run(Run::new().add_image(place));
        let (name, alt) = match panel.title.as_slice() {
            [] => (chart.number.clone(), &chart.alt),
            title => (
                format!("{}　{}", chart.number, plain_text(title)),
                &panel.title,
            ),
        };
        let first = std::ptr::eq(panel, &chart.panels[0]);
        out.charts.push(Drawn {
            name,
            alt: plain_text(if first { &chart.alt } else { alt }),
            native,
        });
    }
    out.push(paragraph);
    let caption = caption(id, &chart.number, &chart.caption, &mut out.anchors);
    out.push(caption.keep_next(!chart.notes.is_empty()));
    notes(id, &chart.notes, out);
    out.gap();
    Ok(())
}
