//! How much room a panel has on the page.

use crate::document::{Panel, PlotKind, plain_text};

/// Width of the text, in micrometres, just within its twips.
const TEXT: u32 = 155_990;
/// Between panels beside each other.
const GAP: u32 = 4_000;
/// No picture is higher: the page holds 225 mm, caption and notes included.
const HIGHEST: u32 = 190_000;

/// Heights as in `plots.typ`.
const ROW: u32 = 8_100;
const THIN_ROW: u32 = 4_600;
const BETWEEN: u32 = 3_500;
const LINE: u32 = 4_600;
const TITLE: u32 = 8_000;
const LEGEND: u32 = 8_000;
const EDGES: u32 = 4_000;
const SLOPE: u32 = 75_000;
/// Characters of a name that stand in one line beside a plot of full width.
const NAME: u32 = 14;

/// Width and height in micrometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render::docx) struct Size {
    pub(in crate::render::docx) width: u32,
    pub(in crate::render::docx) height: u32,
}

impl Size {
    /// The size of a panel, `columns` of which stand beside each other.
    pub(super) fn of(kind: PlotKind, panel: &Panel, columns: usize) -> Self {
        let columns = u32::try_from(columns).unwrap_or(1).max(1);
        let width = (TEXT - (columns - 1) * GAP) / columns;
        let height = EDGES + title(panel) + plot(kind, panel, columns);
        Self {
            width,
            height: height.min(HIGHEST),
        }
    }
}

fn title(panel: &Panel) -> u32 {
    if panel.title.is_empty() { 0 } else { TITLE }
}

fn plot(kind: PlotKind, panel: &Panel, columns: u32) -> u32 {
    let series = count(panel.series.len());
    let rows = |height: u32| -> u32 {
        let rows = panel.rows.iter();
        rows.map(|row| {
            let name = count(plain_text(&row.label).chars().count());
            let lines = name.div_ceil((NAME / columns).max(1));
            height.max(lines * LINE + BETWEEN)
        })
        .sum()
    };
    match kind {
        PlotKind::Bars if series > 1 => LEGEND + rows(series * THIN_ROW + BETWEEN),
        PlotKind::Bars | PlotKind::Dots => rows(ROW),
        PlotKind::Timeline => LINE + rows(ROW),
        PlotKind::Shares => 2 * ROW + series.div_ceil(2) * LINE,
        PlotKind::Slope => SLOPE,
    }
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX / HIGHEST)
}
