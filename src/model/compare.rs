//! May the values of several counties be set side by side?
//!
//! Verdict and reasons are computed from definition, kind, subject, period, qualifier and doubt, never written by hand,
//! so they appear and vanish with the data. Reasons are data; templates word them.

use super::{County, CountyId, Figure, Indicator, IndicatorKind, PlaceId, Qualifier};

/// May values be compared?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// 可比
    Comparable,
    /// 附条件可比
    WithCaveats,
    /// 不可比
    NotComparable,
    /// 仅一县有数
    OneOnly,
}

/// An indicator with one value per county, as far as reported.
#[derive(Debug)]
pub struct Row<'m> {
    /// The definition.
    pub indicator: &'m Indicator,
    /// County and figure in the order of the counties; none where nothing is reported.
    pub values: Vec<(&'m County, Option<&'m Figure>)>,
    /// May they be compared?
    pub comparison: Comparison,
}

/// A verdict and its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The verdict.
    pub verdict: Verdict,
    /// Why; empty for values that are simply comparable.
    pub reasons: Vec<Reason>,
}

/// Why values may not be compared, or only with care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The figure's definition departs from the indicator's.
    Definition(CountyId),
    /// The figure is a target.
    Target(CountyId),
    /// The number counts parts of a scheme of the county's own.
    SchemeParts,
    /// Flows over different periods.
    Periods,
    /// States at points of time that lie apart by this many years.
    YearsApart(u16),
    /// A period is not given.
    NoPeriod(CountyId),
    /// The number is not exact.
    Inexact(CountyId),
    /// The figure is in doubt.
    Doubtful(CountyId),
    /// Only this county has a value.
    Only(CountyId),
}

impl Reason {
    /// Whether this reason forbids the comparison; the others are caveats.
    fn forbids(&self) -> bool {
        match self {
            Self::Definition(_) | Self::Target(_) | Self::SchemeParts | Self::Periods => true,
            Self::YearsApart(_)
            | Self::NoPeriod(_)
            | Self::Inexact(_)
            | Self::Doubtful(_)
            | Self::Only(_) => false,
        }
    }
}

/// Makes one row per indicator that at least one county has a value for, in the order of the vocabulary.
pub fn compare<'m>(indicators: &'m [Indicator], counties: &[&'m County]) -> Vec<Row<'m>> {
    let rows = indicators.iter().filter_map(|indicator| {
        let values: Vec<_> = counties
            .iter()
            .map(|county| (*county, value(county, indicator)))
            .collect();
        values
            .iter()
            .any(|(_, figure)| figure.is_some())
            .then(|| Row {
                indicator,
                comparison: judge(indicator, &values),
                values,
            })
    });
    rows.collect()
}

/// A county's value: a figure about the county as a whole, a result before a target, the latest of several. What is told
/// of one township or village never stands for the county.
fn value<'m>(county: &'m County, indicator: &Indicator) -> Option<&'m Figure> {
    let answers = county
        .figures
        .iter()
        .filter(|figure| figure.indicator.as_ref() == Some(&indicator.id));
    answers
        .filter(|figure| figure.subject.as_str() == PlaceId::COUNTY)
        .max_by_key(|figure| (!figure.target, figure.period.map(super::Period::years)))
}

fn judge(indicator: &Indicator, values: &[(&County, Option<&Figure>)]) -> Comparison {
    let present: Vec<(&County, &Figure)> = values
        .iter()
        .filter_map(|(county, figure)| Some((*county, (*figure)?)))
        .collect();
    if let [(county, _)] = present.as_slice() {
        return Comparison {
            verdict: Verdict::OneOnly,
            reasons: vec![Reason::Only(county.id.clone())],
        };
    }
    let mut reasons = Vec::new();
    if indicator.kind == IndicatorKind::SchemeParts {
        reasons.push(Reason::SchemeParts);
    }
    for (county, figure) in &present {
        reasons.extend(own_reasons(county, figure));
    }
    reasons.extend(period_reason(indicator, &present));
    reasons.sort_by_key(|reason| !reason.forbids());
    let verdict = match reasons.first() {
        None => Verdict::Comparable,
        Some(reason) if reason.forbids() => Verdict::NotComparable,
        Some(_) => Verdict::WithCaveats,
    };
    Comparison { verdict, reasons }
}

fn own_reasons(county: &County, figure: &Figure) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let id = || county.id.clone();
    if figure.differs.is_some() {
        reasons.push(Reason::Definition(id()));
    }
    if figure.target {
        reasons.push(Reason::Target(id()));
    }
    if figure.quantity.qualifier != Qualifier::Exact || figure.quantity.value.is_none() {
        reasons.push(Reason::Inexact(id()));
    }
    if figure.doubt.is_some() {
        reasons.push(Reason::Doubtful(id()));
    }
    if figure.period.is_none() {
        reasons.push(Reason::NoPeriod(id()));
    }
    reasons
}

/// Flows must be of the same period; of states it is told how far apart they lie.
fn period_reason(indicator: &Indicator, present: &[(&County, &Figure)]) -> Option<Reason> {
    let periods: Vec<_> = present
        .iter()
        .filter_map(|(_, figure)| figure.period)
        .collect();
    let first = periods.first()?;
    if periods.iter().all(|period| period == first) {
        return None;
    }
    if indicator.kind == IndicatorKind::Flow {
        return Some(Reason::Periods);
    }
    let starts = periods.iter().map(|period| period.years().0).min()?;
    let ends = periods.iter().map(|period| period.years().1).max()?;
    let apart = ends.abs_diff(starts);
    (apart > 0).then_some(Reason::YearsApart(apart))
}
