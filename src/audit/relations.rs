//! Declared relations are recomputed exactly, within what the printed rounding allows.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Figure, Formula, Operation, Severity, recompute},
};

/// Reports relations that do not hold without a doubt, and doubts about relations that do.
pub(super) fn hold(county: &County) -> Vec<Finding> {
    county
        .figures
        .iter()
        .filter_map(|figure| check(county, figure))
        .collect()
}

fn check(county: &County, figure: &Figure) -> Option<Finding> {
    let declared = figure
        .doubt
        .as_ref()
        .and_then(|doubt| doubt.code.relation());
    let Some(formula) = &figure.check else {
        let doubt = figure.doubt.as_ref().filter(|_| declared.is_some())?;
        let message = format!("`{}` doubts a relation that is not declared", figure.id);
        return Some(
            Finding::error(Code::StaleDoubt, doubt.span, message)
                .with_help("add `check:` with the relation"),
        );
    };
    let recomputed = match recompute(county, figure, formula) {
        Ok(recomputed) => recomputed,
        Err(reason) => {
            let message = format!("`{}` cannot be recomputed: {reason}", figure.id);
            return Some(
                Finding::error(Code::RelationMismatch, figure.span, message)
                    .with_help("declare relations between exact figures with fitting units only"),
            );
        }
    };
    if recomputed.holds {
        let doubt = figure
            .doubt
            .as_ref()
            .filter(|_| declared == Some(formula.operation))?;
        let message = format!("`{}` is doubted, but the relation holds", figure.id);
        return Some(
            Finding::warning(Code::StaleDoubt, doubt.span, message).with_help("delete the doubt"),
        );
    }
    if declared == Some(formula.operation) {
        let doubt = figure.doubt.as_ref();
        let minor = doubt.filter(|doubt| doubt.severity == Severity::Minor)?;
        let message = format!(
            "the doubt about `{}` is minor, so nobody would be told",
            figure.id
        );
        return Some(
            Finding::error(Code::RelationMismatch, minor.span, message)
                .with_help("a relation that does not hold is a `serious` doubt"),
        );
    }
    let message = format!(
        "`{}` is printed as {}, {} gives {}",
        figure.id,
        figure.quantity.printed().full(),
        worded(formula),
        recomputed.value.normalize(),
    );
    let help = format!(
        "check both against the source; if it prints so, declare `doubt: {{code: {}-mismatch, …}}`",
        word(formula.operation)
    );
    Some(Finding::error(Code::RelationMismatch, figure.span, message).with_help(help))
}

fn word(operation: Operation) -> &'static str {
    let found = Operation::WORDS
        .iter()
        .find(|(_, known)| *known == operation);
    found.expect("invariant: every operation has a word").0
}

fn worded(formula: &Formula) -> String {
    let ids: Vec<&str> = formula.operands.iter().map(|id| id.as_str()).collect();
    format!("`{}`", ids.join(formula.operation.sign()))
}
