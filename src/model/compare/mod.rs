//! May the values of several counties be set side by side?
//!
//! For every indicator the engine takes each county's [`Answer`], judges them by definition, unit, kind, scope, period,
//! qualifier and doubt, and hands out what may be set against one another as [`Comparable`]. Verdict and reasons are
//! computed, never written by hand, so they appear and vanish with the data. Reasons are data; templates word them.
//!
//! **Invariant:** whatever is drawn, ordered, subtracted or divided across counties has been a [`Comparable`].

mod answer;
mod comparable;
mod judge;
mod period;
mod quotient;
mod reason;
#[cfg(test)]
mod tests;

pub use answer::Answer;
pub use comparable::{Comparable, Compared};
pub use quotient::{Quotient, Quotients};
pub use reason::{Cause, Reason, Weight};

use rust_decimal::Decimal;

use super::{County, Figure, Indicator};

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
    /// No county reports a value that may be used.
    None,
}

impl Verdict {
    /// The word used in exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Comparable => "comparable",
            Self::WithCaveats => "with-caveats",
            Self::NotComparable => "not-comparable",
            Self::OneOnly => "one-only",
            Self::None => "none",
        }
    }
}

/// An indicator with what the counties report on it.
#[derive(Debug)]
pub struct Row<'m> {
    /// The definition.
    pub indicator: &'m Indicator,
    /// One per county, in their order.
    pub answers: Vec<Answer<'m>>,
    /// May they be compared?
    pub comparison: Comparison,
    comparable: Option<Comparable<'m>>,
    quotients: Option<Quotients<'m>>,
}

/// A verdict and its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, what forbids first; empty for values that are simply comparable.
    pub reasons: Vec<Reason>,
}

impl<'m> Row<'m> {
    /// The values, if they may be set against one another.
    pub fn comparable(&self) -> Option<&Comparable<'m>> {
        self.comparable.as_ref()
    }

    /// What the values come to per denominator, each county on its own; none without a denominator that any county has.
    pub fn quotients(&self) -> Option<&Quotients<'m>> {
        self.quotients.as_ref()
    }

    /// The same, where at least two counties' may be set side by side.
    pub fn comparable_quotients(&self) -> Option<&Quotients<'m>> {
        self.quotients()
            .filter(|quotients| quotients.side_by_side())
    }

    /// A value of a figure in the indicator's unit; none where the units count different things.
    pub fn in_unit(&self, figure: &Figure, value: Option<Decimal>) -> Option<Decimal> {
        comparable::in_unit(self.indicator, figure, value)
    }
}

/// Makes one row per indicator, in the order of the vocabulary.
pub fn compare<'m>(indicators: &'m [Indicator], counties: &[&'m County]) -> Vec<Row<'m>> {
    let rows = indicators.iter().map(|indicator| {
        let answers: Vec<Answer<'m>> = counties
            .iter()
            .map(|county| Answer::of(county, indicator))
            .collect();
        let comparison = judge::judge(indicator, &answers);
        let comparable = Comparable::of(indicator, &answers, &comparison);
        let per = indicator.per.as_ref();
        let per = per.and_then(|per| indicators.iter().find(|other| other.id == *per));
        Row {
            quotients: per
                .and_then(|per| Quotients::of(indicator, per, counties, comparable.as_ref())),
            indicator,
            answers,
            comparison,
            comparable,
        }
    });
    rows.collect()
}
