//! Verdict and reasons.

use super::{Answer, Cause, Comparison, Reason, Verdict, Weight, period};
use crate::model::{County, Figure, Indicator, IndicatorKind, Qualifier, Severity};

/// Judges what the counties report on an indicator.
pub(super) fn judge(indicator: &Indicator, answers: &[Answer<'_>]) -> Comparison {
    let whole: Vec<(&County, &Figure)> = answers
        .iter()
        .filter_map(|answer| Some((answer.county, answer.figure?)))
        .collect();
    let reporting: Vec<&Answer<'_>> = answers.iter().filter(|answer| answer.reports()).collect();
    let mut reasons: Vec<Reason> = Vec::new();
    let several = reporting.len() >= 2;
    if several && indicator.kind == IndicatorKind::SchemeParts {
        reasons.push(Cause::SchemeParts.reason());
    }
    reasons.extend(alike(&whole));
    for (county, figure) in &whole {
        let causes = own(indicator, county, figure, &whole);
        reasons.extend(causes.into_iter().map(Cause::reason));
    }
    let figures: Vec<&Figure> = whole.iter().map(|(_, figure)| *figure).collect();
    reasons.extend(period::cause(indicator, &figures).map(Cause::reason));
    let too_few = several && whole.len() < 2;
    for answer in answers {
        reasons.extend(used(answer).into_iter().map(Cause::reason));
        reasons.extend(scope(answer, too_few));
    }
    // What is counted comes before when and how exactly.
    let is_definition = |reason: &Reason| matches!(reason.cause, Cause::Definition(_));
    reasons.sort_by_key(|reason| (reason.weight, !is_definition(reason)));
    let heaviest = reasons.first().map(|reason| reason.weight);
    if let [only] = reporting.as_slice() {
        reasons.insert(0, Cause::Only(only.county.id.clone()).reason());
    }
    let verdict = match (reporting.len(), heaviest) {
        (0, _) => Verdict::None,
        (1, _) => Verdict::OneOnly,
        (_, Some(Weight::Forbids)) => Verdict::NotComparable,
        (_, Some(Weight::Caveat)) => Verdict::WithCaveats,
        (_, Some(Weight::Note) | None) => Verdict::Comparable,
    };
    Comparison { verdict, reasons }
}

/// What all values have in common that readers must know, where it is no reason against any of them.
fn alike(whole: &[(&County, &Figure)]) -> Vec<Reason> {
    let mut causes = Vec::new();
    if whole.len() >= 2 && whole.iter().all(|(_, figure)| figure.target) {
        causes.push(Cause::Targets.reason());
    }
    if whole.len() >= 2 && whole.iter().all(|(_, figure)| figure.change) {
        causes.push(Cause::Changes.reason());
    }
    causes
}

/// What speaks against a single value beside the others.
fn own(
    indicator: &Indicator,
    county: &County,
    figure: &Figure,
    whole: &[(&County, &Figure)],
) -> Vec<Cause> {
    let id = || county.id.clone();
    let mut causes = Vec::new();
    if figure.differs.is_some() {
        causes.push(Cause::Definition(id()));
    }
    let unit = figure.quantity.unit.as_ref();
    if !unit.is_some_and(|unit| unit.counts_like(&indicator.unit)) {
        causes.push(Cause::Unit(id(), unit.cloned()));
    }
    let alone = whole.len() < 2;
    if figure.target && (alone || whole.iter().any(|(_, other)| !other.target)) {
        causes.push(Cause::Target(id()));
    }
    if figure.change && (alone || whole.iter().any(|(_, other)| !other.change)) {
        causes.push(Cause::Change(id()));
    }
    if figure.period.is_none() {
        causes.push(if period::is_flow(indicator, figure) {
            Cause::FlowWithoutPeriod(id())
        } else {
            Cause::NoPeriod(id())
        });
    }
    causes.extend(inexact(county, figure));
    if let Some(doubt) = &figure.doubt {
        causes.push(match doubt.severity {
            Severity::Serious => Cause::Doubtful(id(), doubt.code),
            Severity::Minor => Cause::MinorDoubt(id(), doubt.code),
        });
    }
    causes
}

fn inexact(county: &County, figure: &Figure) -> Option<Cause> {
    let id = county.id.clone();
    if figure.quantity.value.is_none() {
        return Some(Cause::NoNumber(id));
    }
    match figure.quantity.qualifier {
        Qualifier::Exact => None,
        Qualifier::About | Qualifier::Over | Qualifier::Near => Some(Cause::Inexact(id)),
        Qualifier::Range => Some(Cause::Range(id)),
        Qualifier::AtLeast => Some(Cause::LowerBound(id)),
        Qualifier::AtMost | Qualifier::UpTo => Some(Cause::UpperBound(id)),
    }
}

/// Which value is used, or why none is.
fn used(answer: &Answer<'_>) -> Option<Cause> {
    let county = &answer.county.id;
    if !answer.others.is_empty() {
        let others = answer.others.iter().map(|figure| figure.id.clone());
        return Some(Cause::Latest(county.clone(), others.collect()));
    }
    answer.left_out?;
    Some(Cause::LeftOut(county.clone()))
}

/// Of a county that reports on places only; without it there may be too few to compare.
fn scope(answer: &Answer<'_>, too_few: bool) -> Option<Reason> {
    let places: Vec<_> = answer
        .local
        .iter()
        .map(|figure| figure.subject.clone())
        .collect();
    let cause = (!places.is_empty()).then(|| Cause::Scope(answer.county.id.clone(), places))?;
    let usual = cause.reason();
    Some(if too_few {
        Reason {
            weight: Weight::Forbids,
            ..usual
        }
    } else {
        usual
    })
}
