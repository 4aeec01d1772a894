//! When initiatives began and ended.

use rust_decimal::Decimal;

use crate::{
    compose::prose,
    document::{Inline, Mark, MarkEnd, Panel, PlotRow, Role, Tick},
    model::{County, Initiative, InitiativeId, Period},
};

/// Most years named on the scale.
const MOST_TICKS: i32 = 8;

/// A row for each initiative, on a scale of whole years from the first to the last.
pub(super) fn panel(county: &County, ids: &[InitiativeId]) -> Panel {
    let found = ids.iter().filter_map(|id| {
        let initiative = county.initiatives.iter().find(|one| one.id == *id)?;
        Some((initiative, initiative.period?))
    });
    let found: Vec<(&Initiative, Period)> = found.collect();
    let years = || found.iter().map(|(_, period)| period.years());
    let first = years().map(|(first, _)| first).min().unwrap_or_default();
    let last = years().map(|(_, last)| last).max().unwrap_or_default();
    let scale = Scale {
        first: i32::from(first),
        years: i32::from(last) - i32::from(first) + 1,
    };
    let rows = found.into_iter().map(|(initiative, period)| {
        let Place { from, to } = scale.place(period);
        let years = |months: i32| (Decimal::from(months) / Decimal::from(12)).round_dp(2);
        let value = Inline::new(period.printed(), Role::Date);
        let mark = Mark {
            id: format!("{}.period", initiative.id),
            value,
            amount: years(to - from),
            start: Decimal::from(scale.first) + years(from),
            from: scale.at(from),
            to: scale.at(to),
            end: match period {
                Period::Since(_) => MarkEnd::Open,
                Period::At(_) | Period::Between(..) | Period::Until(_) => MarkEnd::Flat,
            },
        };
        PlotRow {
            id: initiative.id.to_string(),
            label: prose::runs(county, &initiative.name),
            marks: vec![Some(mark)],
        }
    });
    Panel {
        id: String::new(),
        title: Vec::new(),
        series: Vec::new(),
        ticks: scale.ticks(),
        rows: rows.collect(),
    }
}

/// Months after the beginning of a scale.
struct Place {
    from: i32,
    to: i32,
}

/// Months on a scale of whole years.
struct Scale {
    first: i32,
    years: i32,
}

impl Scale {
    /// Where a period begins and ends; what goes on reaches to the end of the scale.
    fn place(&self, period: Period) -> Place {
        let (start, end) = period.months();
        let month =
            |(year, month): (i16, i8)| (i32::from(year) - self.first) * 12 + i32::from(month);
        let to = match period {
            Period::Since(_) => self.years * 12,
            Period::At(_) | Period::Between(..) | Period::Until(_) => month(end),
        };
        Place {
            from: month(start) - 1,
            to,
        }
    }

    /// Thousandths of the scale after so many months.
    fn at(&self, months: i32) -> u16 {
        let at = i64::from(months) * 1000 / (i64::from(self.years) * 12);
        u16::try_from(at.clamp(0, 1000)).expect("invariant: a thousand fits")
    }

    /// The years that are named, at their beginnings.
    fn ticks(&self) -> Vec<Tick> {
        let step = (self.years + MOST_TICKS - 1) / MOST_TICKS;
        let years = (0..self.years).step_by(usize::try_from(step).unwrap_or(1).max(1));
        let ticks = years.map(|year| Tick {
            at: self.at(year * 12),
            label: Inline::new(format!("{}年", self.first + year), Role::Date),
        });
        ticks.collect()
    }
}
