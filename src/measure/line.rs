//! Characters with the same baseline.

use super::{
    Glyph, Sheet,
    spec::{self, CELL, NEAR},
};

/// Characters of a page that stand on one baseline, from left to right; furniture of the page is not among them.
#[derive(Debug)]
pub struct Line<'s> {
    /// Where they stand.
    pub baseline: f64,
    /// At least one.
    pub glyphs: Vec<&'s Glyph>,
}

/// Baselines nearer than this are one.
const SAME: f64 = 0.3;

/// The lines of a page from top to bottom.
pub(super) fn lines(sheet: &Sheet) -> Vec<Line<'_>> {
    let text = sheet.glyphs.iter();
    let mut text: Vec<&Glyph> = text
        .filter(|glyph| !glyph.artifact && !glyph.text.trim().is_empty())
        .collect();
    text.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Line<'_>> = Vec::new();
    for glyph in text {
        match lines.last_mut() {
            Some(line) if glyph.y - line.baseline < SAME => line.glyphs.push(glyph),
            Some(_) | None => lines.push(Line {
                baseline: glyph.y,
                glyphs: vec![glyph],
            }),
        }
    }
    for line in &mut lines {
        line.glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    lines
}

impl Line<'_> {
    /// Its characters.
    pub fn text(&self) -> String {
        self.glyphs
            .iter()
            .map(|glyph| glyph.text.as_str())
            .collect()
    }

    /// The beginning of its characters, for messages.
    pub fn beginning(&self) -> String {
        let text = self.text();
        let short: String = text.chars().take(12).collect();
        if short.len() < text.len() {
            short + "…"
        } else {
            short
        }
    }

    /// Whether it is of Han alone.
    pub fn is_han(&self) -> bool {
        self.glyphs.iter().all(|glyph| is_han(&glyph.text))
    }

    /// Whether all its characters are of the body's size.
    pub fn is_body(&self) -> bool {
        self.glyphs.iter().all(|glyph| spec::is_body_size(glyph))
    }

    /// Where it begins.
    pub fn start(&self) -> f64 {
        self.glyphs[0].x
    }

    /// Where the room of its last character ends.
    pub fn end(&self) -> f64 {
        let last = self.glyphs[self.glyphs.len() - 1];
        last.x + last.advance
    }

    /// Whether the next line belongs to the same paragraph.
    pub fn goes_on(&self, sheet: &Sheet, next: &Line<'_>) -> bool {
        let below = next.baseline - self.baseline < 1.5 * spec::PITCH;
        below && next.start() < spec::left(sheet) + 1.5 * CELL
    }

    /// The cells that it is indented by; none where it begins between cells, or further in than a paragraph may.
    pub fn indent(&self, sheet: &Sheet) -> Option<u32> {
        let at = self.start() - spec::left(sheet);
        (0..=2).find(|cells| (at - f64::from(*cells) * CELL).abs() <= NEAR)
    }
}

/// Whether a text is one Han character, which fills a cell.
pub(super) fn is_han(text: &str) -> bool {
    let mut chars = text.chars();
    let han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}');
    chars.next().is_some_and(han) && chars.next().is_none()
}

/// Marks that no line begins with (GB/T 15834); the right half of most is empty.
pub(super) fn may_not_begin(text: &str) -> bool {
    matches!(
        text,
        "，" | "。"
            | "、"
            | "；"
            | "："
            | "？"
            | "！"
            | "”"
            | "’"
            | "）"
            | "》"
            | "〉"
            | "〕"
            | "】"
            | "」"
    )
}

/// Marks that no line ends with; their left half is empty.
pub(super) fn may_not_end(text: &str) -> bool {
    matches!(text, "“" | "‘" | "（" | "《" | "〈" | "〔" | "【" | "「")
}
