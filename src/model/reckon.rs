//! Computes with figures: derived numbers, and figures that should follow from others.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{County, Figure, FigureId, Formula, Number, Operation, Qualifier, Unit};

/// Applies a formula to figures of a county; the result is in `unit`, not rounded.
///
/// # Errors
///
/// Why it cannot be computed: a figure is missing or not exact, units do not fit, a division by zero, too many digits.
pub fn reckon(county: &County, formula: &Formula, unit: Option<&Unit>) -> Result<Decimal, String> {
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
    let values: Vec<Decimal> = operands.iter().map(|operand| operand.value).collect();
    let result = formula.operation.apply(&values);
    let in_unit = result.and_then(|value| match (formula.operation, unit.map(Unit::base)) {
        (Operation::Ratio, Some("%")) => value.checked_mul(Decimal::ONE_HUNDRED),
        (Operation::Ratio, Some("成")) => value.checked_mul(Decimal::TEN),
        _ => match unit {
            Some(unit) => value.checked_div(unit.in_base(Decimal::ONE)?),
            None => Some(value),
        },
    });
    in_unit.ok_or_else(|| "the divisor is 0 or the result has too many digits".to_owned())
}

struct Operand<'c> {
    id: &'c FigureId,
    value: Decimal,
    unit: Option<&'c Unit>,
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
        unit: quantity.unit.as_ref(),
    })
}

/// What a relation gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recomputed {
    /// The value in the figure's unit, rounded to one decimal more than printed.
    pub value: Decimal,
    /// Whether rounding to the printed decimals, to the nearest or cutting, gives the printed value.
    pub holds: bool,
}

/// Recomputes a figure from those it should follow from.
///
/// Papers round and cut; both count as the printed value, since neither is a mistake of the data.
///
/// # Errors
///
/// Why it cannot be recomputed.
pub fn recompute(
    county: &County,
    figure: &Figure,
    formula: &Formula,
) -> Result<Recomputed, String> {
    let value = reckon(county, formula, figure.quantity.unit.as_ref())?;
    let printed = operand(county, &figure.id).map(|_| figure.quantity.value)?;
    let printed = printed.ok_or_else(|| format!("`{}` has no exact value", figure.id))?;
    let decimals = printed.scale();
    let round = |strategy| value.round_dp_with_strategy(decimals, strategy);
    let nearest = round(RoundingStrategy::MidpointAwayFromZero);
    let cut = round(RoundingStrategy::ToZero);
    // Only a share has decimals to cut; a sum of whole things is exact.
    let holds = printed == nearest || (formula.operation == Operation::Ratio && printed == cut);
    Ok(Recomputed {
        value: value.round_dp_with_strategy(decimals + 1, RoundingStrategy::MidpointAwayFromZero),
        holds,
    })
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
