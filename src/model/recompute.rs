//! Recomputes a figure from the figures it should follow from.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{County, Figure, Formula, Operation};

/// What a relation gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recomputed {
    /// The value in the figure's unit, rounded to one decimal more than printed.
    pub value: Decimal,
    /// Whether rounding to the printed decimals, to the nearest or cutting, gives the printed value.
    pub holds: bool,
}

/// Recomputes a figure; `None` where an operand has no value.
///
/// Papers round and cut; both count as the printed value, since neither is a mistake of the data.
pub fn recompute(county: &County, figure: &Figure, formula: &Formula) -> Option<Recomputed> {
    let operands: Option<Vec<Decimal>> = formula
        .operands
        .iter()
        .map(|id| county.number(id)?.quantity().in_base())
        .collect();
    let base = formula.operation.apply(&operands?)?;
    let printed = figure.quantity.value?;
    let value = match &figure.quantity.unit {
        Some(unit) if unit.base() == "%" && formula.operation == Operation::Ratio => {
            base * Decimal::ONE_HUNDRED
        }
        Some(unit) => base.checked_div(unit.in_base(Decimal::ONE))?,
        None => base,
    };
    let decimals = printed.scale();
    let rounded = [
        RoundingStrategy::MidpointAwayFromZero,
        RoundingStrategy::ToZero,
    ]
    .map(|strategy| value.round_dp_with_strategy(decimals, strategy));
    // Only a share has decimals to cut; a sum of whole things is exact.
    let allowed = if formula.operation == Operation::Ratio {
        &rounded[..]
    } else {
        &rounded[..1]
    };
    Some(Recomputed {
        value: value.round_dp_with_strategy(decimals + 1, RoundingStrategy::MidpointAwayFromZero),
        holds: allowed.contains(&printed),
    })
}
