//! Bitmaps: charts, drawn by the layout's own chart code, and whole pages.

use typst::layout::Abs;
use typst_render::RenderOptions;

use super::{Layout, TypstError, compile, text};
use crate::document::{Block, BlockId, Body, Document};
use crate::render::Picture;

const DOTS_PER_INCH: f64 = 200.0;
const MICROMETRES_PER_INCH: f64 = 25_400.0;

/// Draws every chart of a document as PNG at 200 dpi, without caption and notes.
///
/// # Errors
///
/// [`TypstError`] as for [`render`](super::render).
pub fn pictures(document: &Document, layout: &Layout) -> Result<Vec<Picture>, TypstError> {
    let charts: Vec<&BlockId> = document.blocks.iter().filter_map(chart).collect();
    if charts.is_empty() {
        return Ok(Vec::new());
    }
    compile::compile(document, layout, "pictures.typ", |_, pages| {
        text::text_runs(pages)?;
        let options = RenderOptions {
            pixel_per_pt: (DOTS_PER_INCH / 72.0).into(),
            render_bleed: false,
        };
        let pictures = charts
            .iter()
            .zip(pages.pages())
            .map(|(block, page)| Picture {
                block: (*block).clone(),
                png: typst_render::render(page, &options)
                    .encode_png()
                    .expect("invariant: a bitmap in memory can be encoded"),
                width: micrometres(page.frame.width()),
                height: micrometres(page.frame.height()),
            });
        Ok(pictures.collect())
    })
}

/// Draws the pages of a document as PNG of this width in pixels, for people who look before they print.
///
/// # Errors
///
/// [`TypstError`] as for [`render`](super::render).
pub fn page_pictures(
    document: &Document,
    layout: &Layout,
    width: u32,
) -> Result<Vec<Vec<u8>>, TypstError> {
    compile::compile(document, layout, "report.typ", |_, pages| {
        let pictures = pages.pages().iter().map(|page| {
            let options = RenderOptions {
                pixel_per_pt: (f64::from(width) / page.frame.width().to_pt()).into(),
                render_bleed: false,
            };
            typst_render::render(page, &options)
                .encode_png()
                .expect("invariant: a bitmap in memory can be encoded")
        });
        Ok(pictures.collect())
    })
}

fn chart(block: &Block) -> Option<&BlockId> {
    match &block.body {
        Body::Chart(_) => Some(&block.id),
        Body::Heading { .. }
        | Body::Paragraph { .. }
        | Body::List { .. }
        | Body::Table(_)
        | Body::KeyFact(_) => None,
    }
}

fn micrometres(length: Abs) -> u32 {
    (length.to_inches() * MICROMETRES_PER_INCH).round() as u32
}
