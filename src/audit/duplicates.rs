//! No figure stands in the data twice.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Figure},
};

/// Reports figures that repeat an earlier one: the same number of the same thing and time, from the same lines.
pub(super) fn figures(county: &County) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, figure) in county.figures.iter().enumerate() {
        let earlier = county.figures[..index]
            .iter()
            .find(|other| same(figure, other));
        if let Some(earlier) = earlier {
            let message = format!("`{}` is the same figure as `{}`", figure.id, earlier.id);
            findings.push(
                Finding::error(Code::DuplicateFigure, figure.keys.entry(), message)
                    .with_related(earlier.keys.entry(), "the other one")
                    .with_help("keep one; further places of a figure go into its `source.also`"),
            );
        }
    }
    findings
}

fn same(one: &Figure, other: &Figure) -> bool {
    let names = |figure: &Figure| figure.name.texts().map(str::to_owned).collect::<Vec<_>>();
    let described = |figure: &Figure| (figure.subject.clone(), figure.period, figure.target);
    one.quantity == other.quantity
        && described(one) == described(other)
        && (names(one) == names(other)
            || (one.indicator.is_some() && one.indicator == other.indicator))
}
