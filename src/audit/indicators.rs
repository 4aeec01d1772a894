//! What answers to an indicator can be set beside others: its unit fits, and a county has one such value at a time; what
//! is divided, and by what, is counted.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Figure, Indicator, IndicatorId, IndicatorKind, Unit},
};

/// Reports figures whose unit does not fit their indicator, and counties with two values for one.
pub(super) fn fit(county: &County, indicators: &[Indicator]) -> Vec<Finding> {
    let mut answers: BTreeMap<&IndicatorId, Vec<&Figure>> = BTreeMap::new();
    for figure in &county.figures {
        if let Some(indicator) = &figure.indicator {
            answers.entry(indicator).or_default().push(figure);
        }
    }
    let mut findings = Vec::new();
    for indicator in indicators {
        if let Some(answers) = answers.get(&indicator.id) {
            findings.extend(answers.iter().filter_map(|figure| unit(figure, indicator)));
            findings.extend(twice(answers, indicator));
        }
    }
    findings
}

/// Reports denominators that nothing can be divided by, or that say nothing of what is divided.
pub(super) fn denominators(indicators: &[Indicator]) -> Vec<Finding> {
    let counted = |kind| matches!(kind, IndicatorKind::Stock | IndicatorKind::Flow);
    let findings = indicators.iter().filter_map(|indicator| {
        let per = indicator.per.as_ref()?;
        let per = indicators.iter().find(|other| other.id == *per)?;
        let other = [indicator, per]
            .into_iter()
            .find(|part| !counted(part.kind))?;
        let message = format!(
            "`{}` cannot be divided by `{}`: `{}` counts nothing",
            indicator.id, per.id, other.id
        );
        Some(
            Finding::error(Code::IndicatorMismatch, indicator.keys.of("per"), message).with_help(
                "delete `per:`, or name a `stock` or `flow` that counts what it is spread over",
            ),
        )
    });
    findings.collect()
}

fn unit(figure: &Figure, indicator: &Indicator) -> Option<Finding> {
    let own = figure.quantity.unit.as_ref();
    if Unit::both_count_like(own, Some(&indicator.unit)) {
        return None;
    }
    let found = own.map_or("no unit", Unit::as_str);
    let message = format!(
        "`{}` is counted in `{found}`, its indicator `{}` in `{}`",
        figure.id, indicator.id, indicator.unit
    );
    Some(
        Finding::error(Code::IndicatorMismatch, figure.keys.of("unit"), message)
            .with_help("correct the unit, or drop `indicator:` where the definition does not fit"),
    )
}

fn twice(answers: &[&Figure], indicator: &Indicator) -> Option<Finding> {
    let results: Vec<&&Figure> = answers.iter().filter(|figure| !figure.target).collect();
    let same = |one: &Figure, other: &Figure| {
        let told = |figure: &Figure| (figure.period, figure.change);
        told(one) == told(other) && one.subject == other.subject
    };
    let (second, first) = results.iter().enumerate().find_map(|(index, figure)| {
        let mut earlier = results[..index].iter();
        Some((figure, earlier.find(|other| same(other, figure))?))
    })?;
    let message = format!(
        "`{}` and `{}` both answer to indicator `{}` for the same place and time",
        first.id, second.id, indicator.id
    );
    Some(
        Finding::error(
            Code::IndicatorMismatch,
            second.keys.of("indicator"),
            message,
        )
        .with_related(first.keys.of("indicator"), "the other one")
        .with_help("leave `indicator:` at the one that fits the definition"),
    )
}
