//! A picture invites comparison, so its figures must be of one unit, period and subject.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, FigureId, Number, Unit},
};

/// Reports charts of figures that may not stand side by side.
pub(super) fn equal(county: &County) -> Vec<Finding> {
    let unequal = county.charts.iter().filter_map(|chart| {
        let ids: Vec<&FigureId> = chart.bars.iter().map(|(id, _)| id).collect();
        let (problem, odd) = problem(county, &ids)?;
        let message = format!("chart `{}` {problem}", chart.id);
        let finding = Finding::error(Code::UnequalChart, chart.keys.of("figures"), message)
            .with_help("draw only figures that a reader may compare by eye");
        Some(match odd {
            Some(id) => finding.with_focus(id.as_str()),
            None => finding,
        })
    });
    unequal.collect()
}

/// What is wrong with the figures of a chart, and the first that is unlike those before it.
fn problem<'i>(
    county: &County,
    ids: &[&'i FigureId],
) -> Option<(&'static str, Option<&'i FigureId>)> {
    let numbers: Vec<(&FigureId, Number<'_>)> = ids
        .iter()
        .filter_map(|id| Some((*id, county.number(id)?)))
        .collect();
    if numbers.len() < ids.len() {
        return None; // Figures that are not there are told where references are.
    }
    if numbers.len() < 2 {
        return Some(("shows fewer than two figures", None));
    }
    let vague = numbers.iter().find(|(_, number)| {
        let quantity = number.quantity();
        quantity.value.is_none() || quantity.max.is_some()
    });
    if let Some((id, _)) = vague {
        return Some(("shows a figure without one value", Some(id)));
    }
    let keys = |number: &Number<'_>| match number {
        Number::Figure(figure) => (figure.period, figure.subject.clone()),
        Number::Derived(derived) => (derived.period, derived.subject.clone()),
    };
    let unit = |number: &Number<'_>| number.quantity().unit.clone();
    let (first, rest) = numbers.split_first()?;
    let (first_unit, first_keys) = (unit(&first.1), keys(&first.1));
    let odd = |problem, unlike: &dyn Fn(&Number<'_>) -> bool| {
        let odd = rest.iter().find(|(_, number)| unlike(number));
        odd.map(|(id, _)| (problem, Some(*id)))
    };
    odd("mixes units", &|number| {
        !Unit::both_count_like(unit(number).as_ref(), first_unit.as_ref())
    })
    .or_else(|| odd("mixes periods", &|number| keys(number).0 != first_keys.0))
    .or_else(|| odd("mixes subjects", &|number| keys(number).1 != first_keys.1))
}
