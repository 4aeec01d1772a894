//! 字: the cells of a line.

use super::{Page, spec};
use crate::measure::{
    Entry, Line, Sheet,
    line::{is_han, may_not_end},
    spec::{CELL, NEAR},
};

/// Lines of Han alone fill cells of 156/28 mm from the edge. Exempt and counted are lines with anything that may be
/// narrower (letters, digits, and marks, which are squeezed where a line would otherwise end before its edge), and lines
/// that end early because a number or a mark further down in their paragraph cannot be parted.
pub(super) fn full_lines(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new("characters of a line", "28 cells of 156/28 mm");
    let (mut measured, mut full, mut all, mut most) = (0, 0, 0, 0.0_f64);
    let lines: Vec<(&Page<'_>, &Line<'_>)> = pages
        .iter()
        .flat_map(|page| page.body().map(move |line| (page, line)))
        .collect();
    for (at, (page, line)) in lines.iter().enumerate() {
        let Some(indent) = line.indent(page.sheet) else {
            continue;
        };
        all += 1;
        let fills = indent as usize + line.glyphs.len() == spec::CELLS as usize;
        if !line.is_han() || (!fills && had_to_end(&lines[at..])) {
            continue;
        }
        measured += 1;
        full += usize::from(fills);
        let off = beside_cells(page.sheet, line, indent);
        most = most.max(off);
        if off > NEAR {
            let found = format!("`{}` off its cells by {}", line.beginning(), spec::mm(off));
            entry.fault(page.sheet.number, found);
        }
    }
    let share = (all - measured) * 100 / all.max(1);
    entry.measured(
        measured,
        format!(
            "{measured} lines, {full} of them full, off by {} at most; {share} % of {all} lines exempt",
            spec::mm(most)
        ),
    )
}

/// Whether something that cannot be parted stands in the rest of the paragraph that the first of these lines is in.
fn had_to_end(lines: &[(&Page<'_>, &Line<'_>)]) -> bool {
    let rest = lines.iter().skip(1);
    let mut rest = rest.take_while(|(page, line)| line.indent(page.sheet) != Some(2));
    rest.any(|(_, line)| !line.is_han())
}

/// How much further apart than a cell justification may set two characters.
const SPREAD: f64 = CELL / 3.0;

/// Where a line would end before its edge its characters are spread a little: never so much that it shows.
pub(super) fn spread(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new("spread of characters", "at most a third of a cell");
    let (mut measured, mut spread, mut most) = (0, 0, 0.0_f64);
    for page in pages {
        for line in page.body() {
            for pair in line.glyphs.windows(2) {
                let (one, other) = (pair[0], pair[1]);
                if !is_han(&one.text) || !is_han(&other.text) {
                    continue;
                }
                // An empty cell, as behind 提要, is meant.
                let cells = ((other.x - one.x + NEAR) / CELL).floor().max(1.0);
                measured += 1;
                let off = other.x - one.x - cells * CELL;
                spread += usize::from(off.abs() > NEAR);
                most = most.max(off.abs());
                if off.abs() > SPREAD {
                    let found = format!("`{}{}` off by {}", one.text, other.text, spec::mm(off));
                    entry.fault(page.sheet.number, found);
                }
            }
        }
    }
    entry.measured(
        measured,
        format!(
            "{measured} pairs of Han, {spread} of them spread, by {} at most",
            spec::mm(most)
        ),
    )
}

/// How far at most a character of a line stands beside its cell.
fn beside_cells(sheet: &Sheet, line: &Line<'_>, indent: u32) -> f64 {
    let from = spec::left(sheet) + f64::from(indent) * CELL;
    line.glyphs.iter().fold(0.0, |most: f64, glyph| {
        let cells = (glyph.x - from) / CELL;
        most.max((cells - cells.round()).abs() * CELL)
    })
}

/// Body lines begin at the edge, one cell in (frames) or two (paragraphs); a mark that opens may hang half a cell out.
pub(super) fn indents(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new("indent", "2 cells; frames 1 cell; else none");
    let (mut measured, mut apart, mut firsts) = (0, 0, 0);
    for page in pages {
        for line in page.body() {
            let at = line.start() - spec::left(page.sheet);
            if at > 2.0 * CELL + NEAR {
                // Evidence beside its key, or a line that is centred.
                apart += 1;
                continue;
            }
            measured += 1;
            match line.indent(page.sheet) {
                Some(2) => firsts += 1,
                Some(_) => {}
                None if may_not_end(&line.glyphs[0].text) => {}
                None => {
                    let found = format!(
                        "`{}` begins {} from the edge",
                        line.beginning(),
                        spec::mm(at)
                    );
                    entry.fault(page.sheet.number, found);
                }
            }
        }
    }
    entry.measured(
        measured,
        format!("{measured} lines, {firsts} of them first lines; {apart} set apart"),
    )
}
