//! How far the periods of values lie apart.

use super::Cause;
use crate::model::{Figure, Indicator, IndicatorKind, Period};

/// Flows must be of the same period; of states it is told how far apart they lie.
pub(super) fn cause(indicator: &Indicator, figures: &[&Figure]) -> Option<Cause> {
    let periods: Vec<Period> = figures.iter().filter_map(|figure| figure.period).collect();
    let first = periods.first()?;
    if figures.iter().any(|figure| is_flow(indicator, figure)) {
        return flows(*first, &periods);
    }
    if periods.iter().all(|period| period.same(*first)) {
        return None;
    }
    let starts = periods.iter().map(|period| period.years().0).min()?;
    let ends = periods.iter().map(|period| period.years().1).max()?;
    let apart = ends.abs_diff(starts);
    (apart > 0).then_some(Cause::YearsApart(apart))
}

fn flows(first: Period, periods: &[Period]) -> Option<Cause> {
    if periods.len() < 2 {
        return None;
    }
    if periods.iter().all(|period| period.same(first)) {
        // 2024年以来 ends when each text was written.
        return first.days().is_none().then_some(Cause::OpenPeriod);
    }
    let lengths = periods.iter().map(|period| period.length());
    let same_length = lengths.clone().all(|length| length == first.length());
    Some(if same_length && first.length().is_some() {
        Cause::Periods
    } else {
        Cause::PeriodLengths
    })
}

/// Whether a number grows with the length of its period; a change does, whatever changes.
pub(super) fn is_flow(indicator: &Indicator, figure: &Figure) -> bool {
    indicator.kind == IndicatorKind::Flow || figure.change
}
