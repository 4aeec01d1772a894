//! The rules of the report card, each in a file of its own.

mod block;
mod cells;
mod faces;
mod folio;
mod grid;
mod head;
mod imprint;
mod marks;
mod page;
mod written;

use super::{
    Card, Line, Sheet,
    line::lines,
    spec::{self, NEAR},
};

/// A page with its lines.
struct Page<'s> {
    sheet: &'s Sheet,
    lines: Vec<Line<'s>>,
    /// Where the masthead ends: on the first page its rule, above all text elsewhere.
    head: f64,
}

impl<'s> Page<'s> {
    /// Lines of the body's size below the masthead.
    fn body(&self) -> impl Iterator<Item = &Line<'s>> {
        let lines = self.lines.iter();
        lines.filter(|line| line.baseline > self.head && line.is_body())
    }
}

/// Measures every rule.
pub(super) fn all(sheets: &[Sheet]) -> Card {
    let pages: Vec<Page<'_>> = sheets
        .iter()
        .map(|sheet| Page {
            sheet,
            lines: lines(sheet),
            head: head::rule(sheet).map_or(0.0, |rule| rule.area.y1),
        })
        .collect();
    Card {
        entries: vec![
            page::paper(&pages),
            block::margins(&pages),
            block::overflow(&pages),
            grid::baselines(&pages),
            grid::full_pages(&pages),
            cells::full_lines(&pages),
            cells::spread(&pages),
            marks::beginnings(&pages),
            marks::short_last_lines(&pages),
            written::numerals(&pages),
            cells::indents(&pages),
            faces::levels(&pages),
            head::red_rule(&pages),
            head::title(&pages),
            folio::numbers(&pages),
            imprint::rules(&pages),
        ],
    }
}

/// Whether a rule is as wide as the text.
fn is_full_width(sheet: &Sheet, area: kurbo::Rect) -> bool {
    (area.x0 - spec::left(sheet)).abs() <= NEAR && (area.x1 - spec::right(sheet)).abs() <= NEAR
}
