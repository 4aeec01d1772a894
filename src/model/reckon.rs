//! Computes with figures: derived numbers, and figures that should follow from others.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{County, Figure, FigureId, Formula, Number, Operation, Qualifier, Quantity, Unit};

/// Applies a formula to figures of a county; the result is in `unit`, not rounded.
///
/// # Errors
///
/// Why it cannot be computed: a figure is missing or not exact, units do not fit, a division by zero, too many digits.
pub fn reckon(county: &County, formula: &Formula, unit: Option<&Unit>) -> Result<Decimal, String> {
    let operands = operands(county, formula, unit)?;
    let values: Vec<Decimal> = operands.iter().map(|operand| operand.value).collect();
    let result = formula.operation.apply(&values);
    let in_unit = result.and_then(|value| in_unit(value, formula.operation, unit));
    in_unit.ok_or_else(|| "the divisor is 0 or the result has too many digits".to_owned())
}

/// A result in base units, expressed in the unit that it is printed in.
fn in_unit(value: Decimal, operation: Operation, unit: Option<&Unit>) -> Option<Decimal> {
    let share = matches!(operation, Operation::Ratio | Operation::Growth);
    match (share, unit.map(Unit::base)) {
        (true, Some("%")) => value.checked_mul(Decimal::ONE_HUNDRED),
        (true, Some("成")) => value.checked_mul(Decimal::TEN),
        _ => match unit {
            Some(unit) => value.checked_div(unit.in_base(Decimal::ONE)?),
            None => Some(value),
        },
    }
}

struct Operand<'c> {
    id: &'c FigureId,
    value: Decimal,
    /// Half of the last printed place; zero for what is counted one by one.
    margin: Decimal,
    unit: Option<&'c Unit>,
}

fn operands<'c>(
    county: &'c County,
    formula: &'c Formula,
    unit: Option<&Unit>,
) -> Result<Vec<Operand<'c>>, String> {
    let operands: Vec<Operand<'_>> = formula
        .operands
        .iter()
        .map(|id| operand(county, id))
        .collect::<Result<_, _>>()?;
    if matches!(formula.operation, Operation::Sum | Operation::Difference) {
        let other = operands
            .iter()
            .find(|operand| !Unit::both_count_like(operand.unit, unit));
        if let Some(other) = other {
            return Err(format!("`{}` is counted in another unit", other.id));
        }
    }
    Ok(operands)
}

/// A number that may be computed with: it has one exact value.
fn operand<'c>(county: &'c County, id: &'c FigureId) -> Result<Operand<'c>, String> {
    let number = county
        .number(id)
        .ok_or_else(|| format!("there is no figure `{id}`"))?;
    let quantity = number.quantity();
    let exact = quantity.qualifier == Qualifier::Exact && quantity.max.is_none();
    let value = quantity.in_base().filter(|_| exact);
    Ok(Operand {
        id,
        value: value.ok_or_else(|| format!("`{id}` has no exact value"))?,
        margin: margin(quantity),
        unit: quantity.unit.as_ref(),
    })
}

/// Units that papers print rounded even without a decimal point: shares and averages.
const ROUNDED: [&str; 5] = ["%", "岁", "倍", "成", "个百分点"];

/// How far the true value may lie from the printed one, in base units: half of the last printed place where digits were
/// dropped (12.5%, 2307.02万元), nothing where things are counted one by one (244个).
fn margin(quantity: &Quantity) -> Decimal {
    let Some(value) = quantity.value else {
        return Decimal::ZERO;
    };
    let unit = quantity.unit.as_ref();
    let rounded = value.scale() > 0
        || unit.is_some_and(|unit| !unit.multiplier().is_empty() || ROUNDED.contains(&unit.base()));
    if !rounded {
        return Decimal::ZERO;
    }
    let half = half_of_last_place(value);
    unit.and_then(|unit| unit.in_base(half)).unwrap_or(half)
}

fn half_of_last_place(value: Decimal) -> Decimal {
    Decimal::new(5, value.scale() + 1)
}

/// What a relation gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recomputed {
    /// The value in the figure's unit, rounded to one decimal more than printed.
    pub value: Decimal,
    /// Whether the printed value is one that rounding to its decimals, to the nearest or cutting, allows.
    pub holds: bool,
}

/// Recomputes a figure from those it should follow from.
///
/// Each operand may be anything that its printed form is the rounding of, and so may the result. Papers round and cut
/// shares; both count, since neither is a mistake of the data.
///
/// # Errors
///
/// Why it cannot be recomputed.
pub fn recompute(
    county: &County,
    figure: &Figure,
    formula: &Formula,
) -> Result<Recomputed, String> {
    let unit = figure.quantity.unit.as_ref();
    let value = reckon(county, formula, unit)?;
    let printed = operand(county, &figure.id).map(|_| figure.quantity.value)?;
    let printed = printed.ok_or_else(|| format!("`{}` has no exact value", figure.id))?;
    let operands = operands(county, formula, unit)?;
    let (low, high) = bounds(formula.operation, &operands)
        .and_then(|(low, high)| {
            let low = in_unit(low, formula.operation, unit)?;
            Some((low, in_unit(high, formula.operation, unit)?))
        })
        .ok_or_else(|| "the divisor is 0 or the result has too many digits".to_owned())?;
    let cut = matches!(formula.operation, Operation::Ratio | Operation::Growth);
    let half = half_of_last_place(printed);
    let exact = margin(&figure.quantity).is_zero() && !cut;
    let holds = if exact {
        low <= printed && printed <= high
    } else if cut {
        // [p − ½u, p + u): what rounds to p or is cut to it.
        printed - half <= high && low < printed + half + half
    } else {
        printed - half <= high && low <= printed + half
    };
    let decimals = printed.scale() + 1;
    Ok(Recomputed {
        value: value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero),
        holds,
    })
}

/// The least and the largest result that the operands allow; all of them are positive or zero.
fn bounds(operation: Operation, operands: &[Operand<'_>]) -> Option<(Decimal, Decimal)> {
    let low = |operand: &Operand<'_>| operand.value - operand.margin;
    let high = |operand: &Operand<'_>| operand.value + operand.margin;
    let (first, rest) = operands.split_first()?;
    let least: Vec<Decimal> = match operation {
        Operation::Sum | Operation::Product => operands.iter().map(low).collect(),
        Operation::Difference | Operation::Ratio | Operation::Growth => std::iter::once(low(first))
            .chain(rest.iter().map(high))
            .collect(),
    };
    let most: Vec<Decimal> = match operation {
        Operation::Sum | Operation::Product => operands.iter().map(high).collect(),
        Operation::Difference | Operation::Ratio | Operation::Growth => {
            std::iter::once(high(first))
                .chain(rest.iter().map(low))
                .collect()
        }
    };
    Some((operation.apply(&least)?, operation.apply(&most)?))
}

/// Whether all figures of a formula are reported by one source; nothing is computed across texts of different times.
pub fn one_source(county: &County, formula: &Formula) -> bool {
    let mut sources = formula
        .operands
        .iter()
        .filter_map(|id| match county.number(id) {
            Some(Number::Figure(figure)) => Some(&figure.source.source),
            Some(Number::Derived(_)) | None => None,
        });
    let first = sources.next();
    sources.all(|source| Some(source) == first)
}
