//! No figure stands in the data twice.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Figure},
};

/// Reports figures that repeat an earlier one: the same number of the same thing and time, from the same lines.
pub(super) fn figures(county: &County) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Only figures of one value can be the same.
    let mut earlier: BTreeMap<Option<Decimal>, Vec<&Figure>> = BTreeMap::new();
    for figure in &county.figures {
        let alike = earlier.entry(figure.quantity.value).or_default();
        if let Some(first) = alike.iter().find(|other| same(figure, other)) {
            let message = format!("`{}` is the same figure as `{}`", figure.id, first.id);
            findings.push(
                Finding::error(Code::DuplicateFigure, figure.keys.entry(), message)
                    .with_related(first.keys.entry(), "the other one")
                    .with_help("keep one; further places of a figure go into its `source.also`"),
            );
        }
        alike.push(figure);
    }
    findings
}

fn same(one: &Figure, other: &Figure) -> bool {
    let described = |figure: &Figure| (figure.period, figure.target, figure.change);
    one.quantity == other.quantity
        && described(one) == described(other)
        && one.subject == other.subject
        && (one.name.texts().eq(other.name.texts())
            || (one.indicator.is_some() && one.indicator == other.indicator))
}
