//! A share lies between 0 and 100 %.

use rust_decimal::Decimal;

use super::printed::Unsettled;
use crate::{
    diagnostic::{Code, Finding},
    model::{Check, County, DoubtCode, Figure, Operation},
};

/// Reports shares that cannot be. A change in percent may be any number, and is declared `change: true`.
pub(super) fn possible(county: &County, unsettled: &Unsettled<'_>) -> Vec<Finding> {
    let findings = county.figures.iter().filter_map(|figure| {
        let share = figure.quantity.unit.as_ref().is_some_and(|unit| unit.base() == "%");
        let values = [figure.quantity.in_base(), figure.quantity.max_in_base()];
        let beyond = values.into_iter().flatten().any(|value| value > Decimal::ONE_HUNDRED);
        let settled = unsettled.spare(figure);
        if !share || !beyond || !settled || is_change(figure) || is_doubted(figure) {
            return None;
        }
        let message = format!("`{}` is a share of {}", figure.id, figure.quantity.printed().full());
        Some(
            Finding::error(Code::ImpossibleShare, figure.keys.first_of(&["value_max", "value"]), message).with_help(
                "check it against the source; a change against an earlier value is `change: true`, a share that the source prints so is a doubt `implausible`",
            ),
        )
    });
    findings.collect()
}

fn is_change(figure: &Figure) -> bool {
    let growth = |check: &Check| matches!(check, Check::Relation(formula) if formula.operation == Operation::Growth);
    figure.change || figure.check.as_ref().is_some_and(growth)
}

fn is_doubted(figure: &Figure) -> bool {
    let doubt = figure.doubt.as_deref();
    doubt.is_some_and(|doubt| doubt.code == DoubtCode::Implausible)
}
