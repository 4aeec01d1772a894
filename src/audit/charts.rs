//! A picture invites comparison, so its figures must be of one unit, period and subject.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, FigureId, Number, Unit},
};

/// Reports charts of figures that may not stand side by side.
pub(super) fn equal(county: &County) -> Vec<Finding> {
    let unequal = county.charts.iter().filter_map(|chart| {
        let ids: Vec<&FigureId> = chart.bars.iter().map(|(id, _)| id).collect();
        let problem = problem(county, &ids)?;
        let message = format!("chart `{}` {problem}", chart.id);
        Some(
            Finding::error(Code::UnequalChart, chart.span, message)
                .with_help("draw only figures that a reader may compare by eye"),
        )
    });
    unequal.collect()
}

fn problem(county: &County, ids: &[&FigureId]) -> Option<&'static str> {
    let numbers: Vec<Number<'_>> = ids.iter().filter_map(|id| county.number(id)).collect();
    if numbers.len() < 2 {
        return Some("shows fewer than two figures");
    }
    if numbers
        .iter()
        .any(|number| number.quantity().value.is_none() || number.quantity().max.is_some())
    {
        return Some("shows a figure without one value");
    }
    let keys: Vec<_> = numbers
        .iter()
        .map(|number| {
            let unit = number.quantity().unit.as_ref();
            match number {
                Number::Figure(figure) => (unit, figure.period, &figure.subject),
                Number::Derived(derived) => (unit, derived.period, &derived.subject),
            }
        })
        .collect();
    let first = keys[0];
    if keys
        .iter()
        .any(|key| !Unit::both_count_like(key.0, first.0))
    {
        return Some("mixes units");
    }
    if keys.iter().any(|key| key.1 != first.1) {
        return Some("mixes periods");
    }
    keys.iter()
        .any(|key| key.2 != first.2)
        .then_some("mixes subjects")
}
