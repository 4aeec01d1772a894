//! A part is not larger than its whole.

use super::{bounds::exceeds, circles, printed::Unsettled};
use crate::{
    diagnostic::{Code, Finding},
    model::{County, DoubtCode, Figure},
};

/// Reports parts larger than their wholes without a doubt, and doubts about parts that are not.
pub(super) fn contain(county: &County, unsettled: &Unsettled<'_>) -> Vec<Finding> {
    let circular = circles::circular(county);
    let settled = |figure: &Figure| unsettled.spare(figure);
    let sound = |figure: &&Figure| {
        let whole = figure.part_of.as_ref().and_then(|id| county.figure(id));
        settled(figure) && whole.is_none_or(settled) && !circular.contains(figure.id.as_str())
    };
    let figures = county.figures.iter().filter(sound);
    figures.filter_map(|figure| check(county, figure)).collect()
}

fn check(county: &County, part: &Figure) -> Option<Finding> {
    let doubt = part.doubt.as_deref();
    let doubt = doubt.filter(|doubt| doubt.code == DoubtCode::PartExceedsWhole);
    let whole = part.part_of.as_ref().and_then(|id| county.figure(id));
    let exceeding = whole.filter(|whole| exceeds(&part.quantity, &whole.quantity));
    match (exceeding, doubt) {
        (Some(whole), None) => {
            let message = format!(
                "`{}` is {}, more than the {} of `{}` that it is part of",
                part.id,
                part.quantity.printed().full(),
                whole.quantity.printed().full(),
                whole.id
            );
            Some(
                Finding::error(Code::PartExceedsWhole, part.keys.of("part_of"), message)
                    .with_related(whole.keys.of("value"), "the whole")
                    .with_help("check both against the source; if it prints so, declare `doubt: {code: part-exceeds-whole, …}`"),
            )
        }
        (None, Some(doubt)) => {
            let message = format!(
                "`{}` is doubted as larger than its whole, but is not",
                part.id
            );
            Some(
                Finding::warning(Code::StaleDoubt, doubt.keys.entry(), message)
                    .with_help("delete the doubt, or add `part_of:`")
                    .of_figure(&county.id, &part.id),
            )
        }
        (Some(_), Some(_)) | (None, None) => None,
    }
}
