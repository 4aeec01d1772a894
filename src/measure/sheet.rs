//! A page read back: its characters, where they stand and in which face, and its rules.

use std::collections::BTreeMap;

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, TransformExt,
    font::Glyph as PdfGlyph,
    hayro_cmap::BfString,
    hayro_syntax::{Pdf, page::Page},
    interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect, Shape};
use thiserror::Error;

/// A page.
#[derive(Debug)]
pub struct Sheet {
    /// From 1.
    pub number: usize,
    /// Width and height in points.
    pub size: (f64, f64),
    /// What is printed, in the order of the file.
    pub glyphs: Vec<Glyph>,
    /// Straight strokes and filled bars.
    pub rules: Vec<Rule>,
}

/// A character on a page.
#[derive(Debug)]
pub struct Glyph {
    /// What it stands for; several characters for a ligature, none where the file does not say.
    pub text: String,
    /// Left end of its baseline.
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// Size of its face.
    pub size: f64,
    /// How far the next character is away.
    pub advance: f64,
    /// What is inked, as left, top, right, bottom; none of a space.
    pub ink: Option<Rect>,
    /// PostScript name of its face, without the mark of a subset.
    pub face: String,
    /// Whether it is furniture of the page and not of the text.
    pub artifact: bool,
}

/// A straight stroke or a filled bar.
#[derive(Debug)]
pub struct Rule {
    /// What it covers.
    pub area: Rect,
    /// Its colour.
    pub rgb: [u8; 3],
    /// Whether it is furniture of the page.
    pub artifact: bool,
}

/// Why a file cannot be measured.
#[derive(Debug, Error)]
pub enum MeasureError {
    /// It is no PDF, or is encrypted or damaged.
    #[error("not a PDF that can be read; expected one that `briefings build` wrote")]
    Unreadable,
    /// There is nothing to measure.
    #[error("none of its {pages} pages has text; expected a PDF that `briefings build` wrote")]
    NoText {
        /// How many pages it has.
        pages: usize,
    },
}

/// Reads all pages.
///
/// # Errors
///
/// [`MeasureError`] if the bytes are no PDF that can be read, or no page has text.
pub fn sheets(pdf: &[u8]) -> Result<Vec<Sheet>, MeasureError> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|_| MeasureError::Unreadable)?;
    let cache = InterpreterCache::new();
    let pages = pdf.pages().iter().enumerate();
    let sheets: Vec<Sheet> = pages
        .map(|(index, page)| sheet(index + 1, page, &pdf, &cache))
        .collect();
    if sheets.iter().all(|sheet| sheet.glyphs.is_empty()) {
        return Err(MeasureError::NoText {
            pages: sheets.len(),
        });
    }
    Ok(sheets)
}

fn sheet<'p>(
    number: usize,
    page: &'p Page<'p>,
    pdf: &'p Pdf,
    cache: &InterpreterCache<'p>,
) -> Sheet {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let upright = page.initial_transform(true).to_kurbo();
    let area = Rect::new(0.0, 0.0, width, height);
    let settings = InterpreterSettings::default();
    let mut context = Context::new(upright, area, cache, pdf.xref(), settings);
    let mut reader = Reader {
        faces: BTreeMap::new(),
        marked: Vec::new(),
        sheet: Sheet {
            number,
            size: (width, height),
            glyphs: Vec::new(),
            rules: Vec::new(),
        },
    };
    interpret_page(page, &mut context, &mut reader);
    reader.sheet
}

/// Notes what is drawn.
struct Reader {
    /// Names of faces by the key of their font.
    faces: BTreeMap<u128, String>,
    /// Of each marked content that is open, whether it is an artifact.
    marked: Vec<bool>,
    sheet: Sheet,
}

impl Reader {
    fn is_artifact(&self) -> bool {
        self.marked.contains(&true)
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph(
        &mut self,
        glyph: &PdfGlyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        // Our faces are outlines; a glyph that is a drawing has no face to measure.
        let PdfGlyph::Outline(outline) = glyph else {
            return;
        };
        let placed = transform * glyph_transform;
        let origin = placed * Point::ORIGIN;
        // A thousandth of the size, by the length of an upright unit.
        let [_, _, across, up, ..] = placed.as_coeffs();
        let unit = across.hypot(up);
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => String::new(),
        };
        let inked = outline.outline().bounding_box();
        let ink = (inked.area() > 0.0).then(|| placed.transform_rect_bbox(inked));
        let face = self.faces.entry(outline.font_cache_key());
        let face = face.or_insert_with(|| {
            let data = outline.font_data();
            let name = data.and_then(|data| data.postscript_name);
            let name = name.unwrap_or_default();
            match name.split_once('+') {
                Some((_, name)) => name.to_owned(),
                None => name,
            }
        });
        let face = face.clone();
        let artifact = self.is_artifact();
        self.sheet.glyphs.push(Glyph {
            text,
            x: origin.x,
            y: origin.y,
            size: unit * 1000.0,
            advance: f64::from(outline.advance_width().unwrap_or(0.0)) * unit,
            ink,
            face,
            artifact,
        });
    }

    fn draw_path(
        &mut self,
        path: &BezPath,
        transform: Affine,
        paint: &Paint<'a>,
        mode: &PathDrawMode,
    ) {
        let Paint::Color(colour) = paint else {
            return;
        };
        let area = (transform * path.clone()).bounding_box();
        let area = match mode {
            PathDrawMode::Fill(_) => area,
            PathDrawMode::Stroke(stroke) => {
                let half = f64::from(stroke.line_width) / 2.0;
                match area.width() < area.height() {
                    true => area.inflate(half, 0.0),
                    false => area.inflate(0.0, half),
                }
            }
        };
        let [red, green, blue, _] = colour.to_rgba().to_rgba8();
        let artifact = self.is_artifact();
        self.sheet.rules.push(Rule {
            area,
            rgb: [red, green, blue],
            artifact,
        });
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<i32>) {
        self.marked.push(tag == b"Artifact");
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
