//! Why values may not be compared, or only with care: data that templates word.

use crate::model::{CountyId, DoubtCode, FigureId, PlaceId, Unit};

/// What a reason does to the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It forbids it.
    Forbids,
    /// The comparison holds with this caveat.
    Caveat,
    /// It only tells which value is used, or why a county has none.
    Note,
}

impl Weight {
    /// The word used in exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Forbids => "forbids",
            Self::Caveat => "caveat",
            Self::Note => "note",
        }
    }
}

/// A reason: what is the case, and what that does to the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What it does.
    pub weight: Weight,
    /// What is the case.
    pub cause: Cause,
}

/// What is the case with the values of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The figure's definition departs from the indicator's.
    Definition(CountyId),
    /// The figure is counted in a unit that counts something else; none without a unit.
    Unit(CountyId, Option<Unit>),
    /// Only places within the county have values, which never stand beside those of counties.
    Scope(CountyId, Vec<PlaceId>),
    /// The figure is a change beside levels.
    Change(CountyId),
    /// All figures are changes.
    Changes,
    /// The figure is a target beside results.
    Target(CountyId),
    /// All figures are targets.
    Targets,
    /// The number counts parts of a scheme of the county's own.
    SchemeParts,
    /// Flows over periods of the same length at different times.
    Periods,
    /// Flows over periods of different lengths.
    PeriodLengths,
    /// Flows over the same period, of which the text gives only the beginning or only the end.
    OpenPeriod,
    /// A flow over a period that is not given.
    FlowWithoutPeriod(CountyId),
    /// States at points of time that lie apart by this many years.
    YearsApart(u16),
    /// The time of a state is not given.
    NoPeriod(CountyId),
    /// 约, 余, 近: the number is not exact.
    Inexact(CountyId),
    /// The number is a range.
    Range(CountyId),
    /// 以上, 不低于: the number is a lower limit.
    LowerBound(CountyId),
    /// 以下, 最高: the number is an upper limit.
    UpperBound(CountyId),
    /// The text words an amount without a number (数十名).
    NoNumber(CountyId),
    /// The figure is in serious doubt of this kind.
    Doubtful(CountyId, DoubtCode),
    /// The figure is in minor doubt of this kind.
    MinorDoubt(CountyId, DoubtCode),
    /// The county's value is left out for a doubt.
    LeftOut(CountyId),
    /// The latest of several values is used; these are of other times.
    Latest(CountyId, Vec<FigureId>),
    /// Only this county has a value.
    Only(CountyId),
}

impl Cause {
    /// The word used in templates and exports.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Definition(_) => "definition",
            Self::Unit(..) => "unit",
            Self::Scope(..) => "scope",
            Self::Change(_) => "change",
            Self::Changes => "changes",
            Self::Target(_) => "target",
            Self::Targets => "targets",
            Self::SchemeParts => "scheme-parts",
            Self::Periods => "periods",
            Self::PeriodLengths => "period-lengths",
            Self::OpenPeriod => "open-period",
            Self::FlowWithoutPeriod(_) => "flow-without-period",
            Self::YearsApart(_) => "years-apart",
            Self::NoPeriod(_) => "no-period",
            Self::Inexact(_) => "inexact",
            Self::Range(_) => "range",
            Self::LowerBound(_) => "lower-bound",
            Self::UpperBound(_) => "upper-bound",
            Self::NoNumber(_) => "no-number",
            Self::Doubtful(..) => "doubtful",
            Self::MinorDoubt(..) => "minor-doubt",
            Self::LeftOut(_) => "left-out",
            Self::Latest(..) => "latest",
            Self::Only(_) => "only",
        }
    }

    /// The county it concerns; none where it concerns all.
    pub fn county(&self) -> Option<&CountyId> {
        match self {
            Self::Definition(county)
            | Self::Unit(county, _)
            | Self::Scope(county, _)
            | Self::Change(county)
            | Self::Target(county)
            | Self::FlowWithoutPeriod(county)
            | Self::NoPeriod(county)
            | Self::Inexact(county)
            | Self::Range(county)
            | Self::LowerBound(county)
            | Self::UpperBound(county)
            | Self::NoNumber(county)
            | Self::Doubtful(county, _)
            | Self::MinorDoubt(county, _)
            | Self::LeftOut(county)
            | Self::Latest(county, _)
            | Self::Only(county) => Some(county),
            Self::Changes
            | Self::Targets
            | Self::SchemeParts
            | Self::Periods
            | Self::PeriodLengths
            | Self::OpenPeriod
            | Self::YearsApart(_) => None,
        }
    }

    /// The reason that it usually is. [`Self::Scope`] forbids only where it leaves too few values to compare.
    pub(super) fn reason(self) -> Reason {
        let weight = match &self {
            Self::Definition(_)
            | Self::Unit(..)
            | Self::Change(_)
            | Self::Target(_)
            | Self::SchemeParts
            | Self::Periods
            | Self::PeriodLengths
            | Self::FlowWithoutPeriod(_) => Weight::Forbids,
            Self::Changes
            | Self::Targets
            | Self::OpenPeriod
            | Self::YearsApart(_)
            | Self::NoPeriod(_)
            | Self::Inexact(_)
            | Self::Range(_)
            | Self::LowerBound(_)
            | Self::UpperBound(_)
            | Self::NoNumber(_)
            | Self::Doubtful(..)
            | Self::MinorDoubt(..) => Weight::Caveat,
            Self::Scope(..) | Self::LeftOut(_) | Self::Latest(..) | Self::Only(_) => Weight::Note,
        };
        Reason {
            weight,
            cause: self,
        }
    }
}
