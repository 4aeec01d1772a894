//! A figure that nothing mentions would be printed without context.

use std::collections::BTreeSet;

use crate::{
    diagnostic::{Code, Finding},
    model::{Check, County, FigureId, Prose},
};

/// Reports figures that no prose, initiative, relation or chart mentions.
pub(super) fn figures(county: &County) -> Vec<Finding> {
    let mut used: BTreeSet<&FigureId> = BTreeSet::new();
    let in_prose = county
        .prose()
        .into_iter()
        .chain(county.notes())
        .flat_map(Prose::references);
    used.extend(in_prose.map(|reference| &reference.figure));
    used.extend(
        county
            .initiatives
            .iter()
            .flat_map(|initiative| &initiative.figures),
    );
    let checks = county
        .figures
        .iter()
        .filter_map(|figure| figure.check.as_ref())
        .map(Check::operands);
    let formulas = county
        .derived
        .iter()
        .map(|derived| derived.formula.operands.as_slice());
    used.extend(checks.chain(formulas).flatten());
    let drawn = county.charts.iter().flat_map(|chart| chart.plot.figures());
    used.extend(drawn);
    let unused = county
        .figures
        .iter()
        .filter(|figure| !used.contains(&figure.id));
    let findings = unused.map(|figure| {
        let message = format!("nothing mentions figure `{}`", figure.id);
        Finding::warning(Code::UnusedFigure, figure.keys.entry(), message)
            .with_help("refer to it in a statement, or list it in its initiative's `figures:`")
            .of_figure(&county.id, &figure.id)
    });
    findings.collect()
}
