//! 报头 and 标题 of the first page.

use super::{Page, is_full_width, spec};
use crate::measure::{
    Entry, Rule, Sheet,
    spec::{MM, NEAR, PITCH},
};

/// The red rule of the first page, the highest of the width of the text; in a paper without colours it is black.
pub(super) fn rule(sheet: &Sheet) -> Option<&Rule> {
    let highest = |is_one: fn([u8; 3]) -> bool| {
        let rules = sheet.rules.iter();
        let rules = rules.filter(|rule| is_one(rule.rgb) && is_full_width(sheet, rule.area));
        rules.min_by(|a, b| a.area.y0.total_cmp(&b.area.y0))
    };
    let red = |[red, green, blue]: [u8; 3]| red > 150 && green < 80 && blue < 80;
    let black = |rgb: [u8; 3]| rgb.into_iter().all(|part| part < 20);
    let found = || highest(red).or_else(|| highest(black));
    (sheet.number == 1).then(found).flatten()
}

/// As wide as the text and 4 mm below the line above it.
pub(super) fn red_rule(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new("red rule", "156 mm wide, 4 mm below the line above it");
    let Some(page) = pages.first() else {
        return entry;
    };
    let Some(rule) = rule(page.sheet) else {
        entry.fault(1, "there is none");
        return entry.measured(0, "none");
    };
    let above = page.lines.iter().rfind(|line| line.baseline < rule.area.y0);
    let Some(above) = above else {
        entry.fault(1, "nothing stands above it");
        return entry.measured(1, "alone");
    };
    // The foot of a line is 0.12 of its size below the baseline.
    let size = above
        .glyphs
        .iter()
        .fold(0.0_f64, |most, glyph| most.max(glyph.size));
    let middle = (rule.area.y0 + rule.area.y1) / 2.0;
    let gap = middle - (above.baseline + 0.12 * size);
    if (gap - 4.0 * MM).abs() > 2.0 * NEAR {
        entry.fault(1, format!("{} below the line above it", spec::mm(gap)));
    }
    entry.measured(
        1,
        format!(
            "{} wide, {} thick, {} below",
            spec::mm(rule.area.width()),
            spec::mm(rule.area.height()),
            spec::mm(gap)
        ),
    )
}

/// 2号小标宋, centred, its lines on the grid, about two lines below the rule.
pub(super) fn title(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new("title", "22 pt, centred, about 2 lines below the red rule");
    let Some((page, rule)) = pages
        .first()
        .and_then(|page| Some((page, rule(page.sheet)?)))
    else {
        return entry;
    };
    let middle = f64::midpoint(spec::left(page.sheet), spec::right(page.sheet));
    let below = page
        .lines
        .iter()
        .filter(|line| line.baseline > rule.area.y1);
    let lines = below
        .take_while(|line| {
            line.glyphs
                .iter()
                .all(|glyph| (glyph.size - 22.0).abs() < 0.02)
        })
        .collect::<Vec<_>>();
    for line in &lines {
        let off = f64::midpoint(line.start(), line.end()) - middle;
        if off.abs() > NEAR {
            entry.fault(
                1,
                format!(
                    "`{}` is {} beside the middle",
                    line.beginning(),
                    spec::mm(off)
                ),
            );
        }
    }
    let Some(first) = lines.first() else {
        entry.fault(1, "no line of 22 pt stands below the red rule");
        return entry.measured(0, "none");
    };
    let gap = (first.baseline - 0.88 * 22.0 - rule.area.y1) / PITCH;
    if !(1.0..=2.5).contains(&gap) {
        entry.fault(1, format!("{gap:.2} lines below the red rule"));
    }
    entry.measured(
        lines.len(),
        format!(
            "{} lines, the first {gap:.2} lines below the rule",
            lines.len()
        ),
    )
}
