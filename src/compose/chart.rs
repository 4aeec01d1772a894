//! Declared charts, drawn from figures.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::prose;
use crate::{
    document::{self, Bar, BarEnd, Inline},
    model::{Chart, County, Number, Qualifier, Shape, Unit},
};

/// Makes a chart of its figures; the audit has seen that they may stand side by side.
pub(super) fn chart(county: &County, chart: &Chart) -> document::Chart {
    let numbers: Vec<_> = chart
        .bars
        .iter()
        .filter_map(|(id, label)| Some((id, label, county.number(id)?)))
        .collect();
    let values = || {
        numbers
            .iter()
            .filter_map(|(_, _, number)| number.quantity().in_base())
    };
    let longest = values().max().unwrap_or(Decimal::ONE);
    let unit = common_unit(numbers.iter().map(|(_, _, number)| *number));
    let bars: Vec<Bar> = numbers
        .iter()
        .map(|(id, label, number)| Bar {
            id: id.to_string(),
            label: match (label, number) {
                (Some(label), _) => prose::runs(county, label),
                (None, Number::Figure(figure)) => prose::runs(county, &figure.name),
                (None, Number::Derived(derived)) => prose::runs(county, &derived.name),
            },
            value: prose::number(
                county,
                *number,
                if unit.is_some() {
                    Shape::Value
                } else {
                    Shape::Full
                },
            ),
            length: length(number.quantity().in_base().unwrap_or_default(), longest),
            end: end(number.quantity().qualifier),
        })
        .collect();
    let title = prose::runs(county, &chart.title);
    let mut caption = title.clone();
    caption.extend(unit.map(|unit| Inline::plain(format!("（{unit}）"))));
    document::Chart {
        number: String::new(),
        alt: alt(title, &bars, unit.unwrap_or_default()),
        caption,
        notes: chart
            .note
            .iter()
            .map(|note| prose::runs(county, note))
            .collect(),
        bars,
    }
}

/// The unit that the caption can name for all bars: the one they share, or 人 where persons are counted in several words;
/// with several multipliers (万亩 and 亩) there is none, and each bar carries its own.
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

/// Thousandths of the longest bar.
fn length(value: Decimal, longest: Decimal) -> u16 {
    let share = value.checked_div(longest).unwrap_or_default() * Decimal::ONE_THOUSAND;
    share.round().to_u16().unwrap_or(0)
}

fn end(qualifier: Qualifier) -> BarEnd {
    match qualifier {
        Qualifier::Exact => BarEnd::Flat,
        Qualifier::Over | Qualifier::AtLeast => BarEnd::Open,
        Qualifier::About
        | Qualifier::Near
        | Qualifier::AtMost
        | Qualifier::UpTo
        | Qualifier::Range => BarEnd::Hatched,
    }
}

/// 条形图：title。label value unit、…
fn alt(title: Vec<Inline>, bars: &[Bar], unit: &str) -> Vec<Inline> {
    let mut alt = vec![Inline::plain("条形图：")];
    alt.extend(title);
    for (index, bar) in bars.iter().enumerate() {
        alt.push(Inline::plain(if index == 0 { "。" } else { "，" }));
        alt.extend(bar.label.iter().cloned());
        alt.push(bar.value.clone());
        alt.push(Inline::plain(unit));
    }
    alt.push(Inline::plain("。"));
    alt
}
