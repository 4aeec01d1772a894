//! Charts: those that a county declares, drawn from its figures, and those of what may be compared across counties.

mod declared;
mod ends;
mod side_by_side;
mod timeline;

pub(super) use declared::chart;
pub(super) use side_by_side::side_by_side;

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::prose;
use crate::{
    document::{Inline, Mark, MarkEnd, Panel, PlotKind},
    model::{County, Number, Qualifier, Shape, Unit},
};

/// A mark from zero for a number; `longest` is the largest value of its scale.
fn mark(
    county: &County,
    id: String,
    number: Number<'_>,
    unit: Option<&str>,
    longest: Decimal,
) -> Mark {
    let base = number.quantity().in_base().unwrap_or_default();
    let (shape, amount) = match unit {
        Some(_) => (Shape::Value, number.quantity().value.unwrap_or_default()),
        None => (Shape::Full, base),
    };
    Mark {
        id,
        value: prose::number(county, number, shape),
        amount,
        start: Decimal::ZERO,
        from: 0,
        to: thousandths(base, longest),
        end: end(number.quantity().qualifier),
    }
}

/// The largest of these numbers.
fn longest<'c>(numbers: impl Iterator<Item = Number<'c>>) -> Decimal {
    let values = numbers.filter_map(|number| number.quantity().in_base());
    values.max().unwrap_or(Decimal::ONE)
}

/// The unit that the caption can name for all numbers: the one they share, or 人 where persons are counted in several words;
/// with several multipliers (万亩 and 亩) there is none, and each number carries its own.
fn common_unit<'c>(numbers: impl Iterator<Item = Number<'c>>) -> Option<&'c str> {
    let units: Vec<&Unit> = numbers
        .filter_map(|number| number.quantity().unit.as_ref())
        .collect();
    let first = units.first()?;
    if units.iter().all(|unit| unit == first) {
        return Some(first.as_str());
    }
    let plain = units.iter().all(|unit| unit.multiplier().is_empty());
    plain.then_some("人")
}

fn thousandths(value: Decimal, whole: Decimal) -> u16 {
    let share = value.checked_div(whole).unwrap_or_default() * Decimal::ONE_THOUSAND;
    share.round().to_u16().unwrap_or(0)
}

fn end(qualifier: Qualifier) -> MarkEnd {
    match qualifier {
        Qualifier::Exact => MarkEnd::Flat,
        Qualifier::Over | Qualifier::AtLeast => MarkEnd::Open,
        Qualifier::About
        | Qualifier::Near
        | Qualifier::AtMost
        | Qualifier::UpTo
        | Qualifier::Range => MarkEnd::Hatched,
    }
}

/// The title, with the unit that all numbers share.
fn caption(title: &[Inline], unit: Option<&str>) -> Vec<Inline> {
    let unit = unit.map(|unit| Inline::plain(format!("（{unit}）")));
    title.iter().cloned().chain(unit).collect()
}

/// 条形图：title。label value unit，…。 With several series: label：series value unit、series value unit；…。
fn alt(kind: PlotKind, title: &[Inline], panels: &[Panel], unit: Option<&str>) -> Vec<Inline> {
    let kind = match kind {
        PlotKind::Bars if panels.iter().any(|panel| !panel.series.is_empty()) => "分组条形图",
        PlotKind::Bars => "条形图",
        PlotKind::Dots => "点图",
        PlotKind::Slope => "前后对比图",
        PlotKind::Shares => "构成图",
        PlotKind::Timeline => "时间轴",
    };
    let mut alt = vec![Inline::plain(format!("{kind}："))];
    alt.extend(title.iter().cloned());
    let plain = |alt: &mut Vec<Inline>, text: &str| alt.push(Inline::plain(text));
    for panel in panels {
        let mut sign = "。";
        if !panel.title.is_empty() {
            plain(&mut alt, "。");
            alt.extend(panel.title.iter().cloned());
            sign = "：";
        }
        for row in &panel.rows {
            plain(&mut alt, sign);
            sign = if panel.series.is_empty() {
                "，"
            } else {
                "；"
            };
            alt.extend(row.label.iter().cloned());
            if !panel.series.is_empty() && !row.label.is_empty() {
                plain(&mut alt, "：");
            }
            for (index, mark) in row.marks.iter().enumerate() {
                if index > 0 {
                    plain(&mut alt, "、");
                }
                alt.extend(panel.series.get(index).into_iter().flatten().cloned());
                match mark {
                    Some(mark) => {
                        alt.push(mark.value.clone());
                        plain(&mut alt, unit.unwrap_or_default());
                    }
                    None => plain(&mut alt, UNTOLD),
                }
            }
        }
    }
    plain(&mut alt, "。");
    alt
}

/// What stands in words where a county tells nothing.
const UNTOLD: &str = "材料未载";
