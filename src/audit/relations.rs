//! Declared relations are recomputed exactly, within what the printed rounding allows.

use super::{Terms, printed::Unsettled};
use crate::{
    diagnostic::{Code, Finding},
    model::{Check, County, DoubtCode, Figure, FigureId, Formula, Severity, TermId, recompute},
};

/// Reports relations that do not hold without a doubt, and doubts about relations that do. Of figures whose value is not
/// settled between data and index that is told, and nothing is recomputed from them.
pub(super) fn hold(county: &County, terms: &Terms<'_>, unsettled: &Unsettled<'_>) -> Vec<Finding> {
    let settled = |figure: &&Figure| {
        let operands = figure.check.iter().flat_map(Check::operands);
        let mut all = operands.filter_map(|id| county.figure(id)).chain([*figure]);
        all.all(|figure| unsettled.spare(figure))
    };
    let figures = county.figures.iter().filter(settled);
    figures
        .filter_map(|figure| check(county, figure, terms))
        .collect()
}

/// What a check gives: whether it holds, and otherwise what was expected.
type Outcome = Result<(), String>;

fn check(county: &County, figure: &Figure, terms: &Terms<'_>) -> Option<Finding> {
    let doubt = figure
        .doubt
        .as_ref()
        .filter(|doubt| doubt.code.is_mismatch());
    let Some(check) = &figure.check else {
        let doubt = doubt?;
        let message = format!("`{}` doubts a relation that is not declared", figure.id);
        return Some(
            Finding::error(Code::StaleDoubt, doubt.keys.of("code"), message)
                .with_help("add `check:` with the relation"),
        );
    };
    let outcome = match check {
        // Operands that are not there, or the figure itself, are told elsewhere.
        Check::Relation(formula) if !sound(county, figure, formula) => return None,
        Check::Relation(formula) => relation(county, figure, formula),
        Check::Parts(term) if !terms.contains_key(term) => return None,
        Check::Parts(term) => parts(figure, term, terms),
    };
    let expected = match outcome {
        Err(reason) => {
            let message = format!("`{}` cannot be recomputed: {reason}", figure.id);
            return Some(
                Finding::error(Code::RelationMismatch, figure.keys.of("check"), message)
                    .with_help("declare relations between exact figures with fitting units only"),
            );
        }
        Ok(Ok(())) => {
            let doubt = doubt.filter(|doubt| doubt.code.declares(check))?;
            let message = format!("`{}` is doubted, but the relation holds", figure.id);
            return Some(
                Finding::warning(Code::StaleDoubt, doubt.keys.entry(), message)
                    .with_help("delete the doubt")
                    .of_figure(&county.id, &figure.id),
            );
        }
        Ok(Err(expected)) => expected,
    };
    let Some(doubt) = doubt.filter(|doubt| doubt.code.declares(check)) else {
        let message = format!(
            "`{}` is printed as {}, {expected}",
            figure.id,
            figure.quantity.printed().full(),
        );
        let code = match check {
            Check::Relation(formula) => formula.operation.mismatch(),
            Check::Parts(_) => DoubtCode::PartsMismatch,
        };
        let help = format!(
            "check both against the source; if it prints so, declare `doubt: {{code: {}, …}}`",
            code.word()
        );
        return Some(
            Finding::error(Code::RelationMismatch, figure.keys.of("check"), message)
                .with_related(figure.keys.of("value"), "what it is printed as")
                .with_help(help),
        );
    };
    if doubt.severity == Severity::Minor {
        let message = format!(
            "the doubt about `{}` is minor, so nobody would be told",
            figure.id
        );
        return Some(
            Finding::error(Code::RelationMismatch, doubt.keys.of("severity"), message)
                .with_help("a relation that does not hold is a `serious` doubt"),
        );
    }
    // A computation is worded by the program; of parts only the editor knows what the text lists.
    (matches!(check, Check::Parts(_)) && doubt.note.is_none()).then(|| {
        Finding::error(
            Code::MissingKey,
            doubt.keys.entry(),
            "this doubt has no `note`",
        )
        .with_help("say in neutral words which parts the text lists")
    })
}

fn sound(county: &County, figure: &Figure, formula: &Formula) -> bool {
    let known = |id: &FigureId| *id != figure.id && county.number(id).is_some();
    formula.operands.iter().all(known)
}

fn relation(county: &County, figure: &Figure, formula: &Formula) -> Result<Outcome, String> {
    let recomputed = recompute(county, figure, formula)?;
    Ok(if recomputed.holds {
        Ok(())
    } else {
        let gives = recomputed.value.normalize();
        Err(format!("{} gives {gives}", worded(formula)))
    })
}

fn parts(figure: &Figure, term: &TermId, terms: &Terms<'_>) -> Result<Outcome, String> {
    let term = terms.get(term).filter(|term| !term.parts.is_empty());
    let term = term.ok_or("the term lists no parts")?;
    let listed = rust_decimal::Decimal::from(term.parts.len());
    let value = figure.quantity.in_base();
    let value = value.ok_or_else(|| format!("`{}` has no exact value", figure.id))?;
    Ok(if value == listed {
        Ok(())
    } else {
        Err(format!("`{}` lists {listed} parts", term.id))
    })
}

fn worded(formula: &Formula) -> String {
    let ids: Vec<&str> = formula.operands.iter().map(|id| id.as_str()).collect();
    format!("`{}`", ids.join(formula.operation.sign()))
}
