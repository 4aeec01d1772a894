//! Pages as bitmaps.

use typst_render::RenderOptions;

use super::{Layout, TypstError, compile};
use crate::document::Document;

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
    compile::compile(document, layout, |_, pages| {
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
