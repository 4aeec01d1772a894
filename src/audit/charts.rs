//! A picture invites comparison, so its figures must be of one unit, and alike in what the eye takes for alike.

use rust_decimal::Decimal;

use crate::{
    diagnostic::{Code, Finding},
    model::{
        Check, County, FigureId, Formula, InitiativeId, Number, Operation, Pairing, Period, Plot,
        Prose, Series, Unit,
    },
};

/// Most respects in which bars of one row are told apart without colour.
const MOST_SERIES: usize = 3;

/// Reports charts of figures that may not stand side by side.
pub(super) fn equal(county: &County) -> Vec<Finding> {
    let unequal = county.charts.iter().filter_map(|chart| {
        let (key, odd) = match &chart.plot {
            Plot::Single { figures, .. } => (
                "figures",
                of_one_kind(county, figures.iter().map(|(id, _)| id)),
            ),
            Plot::Share { parts, whole } => {
                let ids: Vec<&FigureId> = parts.iter().map(|(id, _)| id).collect();
                let unlike = of_one_kind(county, ids.iter().copied());
                (
                    "figures",
                    unlike.or_else(|| not_a_whole(county, &ids, whole)),
                )
            }
            Plot::Series {
                pairing,
                rows,
                series,
            } => ("series", unpaired(county, *pairing, rows, series)),
            Plot::Timeline { initiatives } => ("initiatives", undated(county, initiatives)),
        };
        let Odd { problem, focus } = odd?;
        let message = format!("chart `{}` {problem}", chart.id);
        let finding = Finding::error(Code::UnequalChart, chart.keys.of(key), message)
            .with_help("draw only figures that a reader may compare by eye");
        Some(match focus {
            Some(focus) => finding.with_focus(focus.as_str()),
            None => finding,
        })
    });
    unequal.collect()
}

/// What is wrong with a chart, and the first id of its list that is unlike those before it.
struct Odd {
    problem: String,
    focus: Option<String>,
}

impl Odd {
    fn overall(problem: &str) -> Option<Self> {
        let problem = problem.to_owned();
        Some(Self {
            problem,
            focus: None,
        })
    }

    fn at(problem: &str, id: &impl ToString) -> Option<Self> {
        let (problem, focus) = (problem.to_owned(), Some(id.to_string()));
        Some(Self { problem, focus })
    }
}

/// A figure of the chart with its number.
type Shown<'c> = (&'c FigureId, Number<'c>);

/// The numbers of these figures; none where one is not there, which is told where references are.
fn shown<'c>(
    county: &'c County,
    ids: impl Iterator<Item = &'c FigureId>,
) -> Option<Vec<Shown<'c>>> {
    ids.map(|id| Some((id, county.number(id)?))).collect()
}

/// Figures that are not one value, or not of one unit.
fn of_one_unit(numbers: &[Shown<'_>]) -> Option<Odd> {
    let (first, rest) = match numbers {
        [first, rest @ ..] if !rest.is_empty() => (first, rest),
        _ => return Odd::overall("shows fewer than two figures"),
    };
    let vague = numbers.iter().find(|(_, number)| {
        let quantity = number.quantity();
        quantity.value.is_none() || quantity.max.is_some()
    });
    if let Some((id, _)) = vague {
        return Odd::at("shows a figure without one value", id);
    }
    let unit = |number: &Number<'_>| number.quantity().unit.clone();
    let unlike = |(_, number): &&Shown<'_>| {
        !Unit::both_count_like(unit(number).as_ref(), unit(&first.1).as_ref())
    };
    let (id, _) = rest.iter().find(unlike)?;
    Odd::at("mixes units", id)
}

/// Figures that differ in anything but what is counted.
fn of_one_kind<'c>(county: &'c County, ids: impl Iterator<Item = &'c FigureId>) -> Option<Odd> {
    let numbers = shown(county, ids)?;
    of_one_unit(&numbers)
        .or_else(|| unlike(&numbers, "mixes periods", |number| period(*number)))
        .or_else(|| unlike(&numbers, "mixes subjects", |number| subject(*number)))
}

fn unlike<K: PartialEq>(
    numbers: &[Shown<'_>],
    problem: &str,
    key: impl Fn(&Number<'_>) -> K,
) -> Option<Odd> {
    let (_, first) = numbers.first()?;
    let (id, _) = numbers
        .iter()
        .find(|(_, number)| key(number) != key(first))?;
    Odd::at(problem, id)
}

fn period(number: Number<'_>) -> Option<Period> {
    match number {
        Number::Figure(figure) => figure.period,
        Number::Derived(derived) => derived.period,
    }
}

fn subject(number: Number<'_>) -> String {
    match number {
        Number::Figure(figure) => figure.subject.to_string(),
        Number::Derived(derived) => derived.subject.to_string(),
    }
}

/// Parts that may overlap, or leave something out: only a declared sum says that they make up the whole, and only one that
/// holds can be drawn.
fn not_a_whole(county: &County, ids: &[&FigureId], whole: &FigureId) -> Option<Odd> {
    let number = county.number(whole)?;
    let declared: Option<&Formula> = match number {
        Number::Figure(figure) => match &figure.check {
            Some(Check::Relation(formula)) => Some(formula),
            Some(Check::Parts(_)) | None => None,
        },
        Number::Derived(derived) => Some(&derived.formula),
    };
    let all_of = |formula: &&Formula| {
        let mut operands: Vec<&FigureId> = formula.operands.iter().collect();
        let mut parts = ids.to_vec();
        operands.sort();
        parts.sort();
        formula.operation == Operation::Sum && operands == parts
    };
    if declared.filter(all_of).is_none() {
        let problem = format!("shows parts that no relation `sum` of `{whole}` adds up");
        return Odd::overall(&problem);
    }
    let value = |number: Number<'_>| number.quantity().in_base();
    let sum: Option<Decimal> = ids.iter().map(|id| value(county.number(id)?)).sum();
    (sum != value(number))
        .then(|| Odd::overall(&format!("shows parts that do not come to `{whole}`")))?
}

/// Rows that are not of one thing, respects that are not of one time, or not one before the other.
fn unpaired(county: &County, pairing: Pairing, rows: &[Prose], series: &[Series]) -> Option<Odd> {
    let many = match pairing {
        Pairing::Bars => 2..=MOST_SERIES,
        Pairing::Slope => 2..=2,
    };
    if !many.contains(&series.len()) {
        let problem = match pairing {
            Pairing::Bars => "needs two or three series",
            Pairing::Slope => "needs two series, one before the other",
        };
        return Odd::overall(problem);
    }
    if series.iter().any(|one| one.figures.len() != rows.len()) {
        return Odd::overall("has not one figure in each series for each row");
    }
    let all = shown(county, series.iter().flat_map(|one| &one.figures))?;
    let of_series: Vec<&[Shown<'_>]> = all.chunks(rows.len().max(1)).collect();
    let time = |numbers: &[Shown<'_>]| numbers.first().and_then(|(_, number)| period(*number));
    of_one_unit(&all)
        .or_else(|| {
            let mut each = of_series.iter();
            each.find_map(|one| unlike(one, "mixes periods in a series", |number| period(*number)))
        })
        .or_else(|| {
            (0..rows.len()).find_map(|row| {
                let of_row: Vec<Shown<'_>> = of_series.iter().map(|one| one[row]).collect();
                unlike(&of_row, "mixes subjects in a row", |number| {
                    subject(*number)
                })
            })
        })
        .or_else(|| {
            let ordered = match (time(of_series[0]), time(of_series[1])) {
                (Some(before), Some(after)) => {
                    let ((from, to), (from_after, to_after)) = (before.months(), after.months());
                    from < from_after && to < to_after
                }
                (None, _) | (_, None) => false,
            };
            let wrong = pairing == Pairing::Slope && !ordered;
            wrong.then(|| Odd::overall("has no earlier and later period"))?
        })
}

/// Initiatives that are not there, or whose time is not known; by when something had been reached is no time at which it
/// happened.
fn undated(county: &County, ids: &[InitiativeId]) -> Option<Odd> {
    if ids.len() < 2 {
        return Odd::overall("shows fewer than two initiatives");
    }
    ids.iter().find_map(|id| {
        let initiative = county.initiatives.iter().find(|one| one.id == *id);
        match initiative.map(|one| one.period) {
            None => Odd::at("shows an initiative that is not there", id),
            Some(None | Some(Period::Until(_))) => {
                Odd::at("shows an initiative of which no time is known", id)
            }
            Some(Some(_)) => None,
        }
    })
}
