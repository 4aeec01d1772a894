//! A figure that nothing mentions would be printed without context.

use std::collections::BTreeSet;

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Prose},
};

/// Reports figures that no prose, initiative, relation or chart mentions.
pub(super) fn figures(county: &County) -> Vec<Finding> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut mention = |prose: &'_ Prose| {
        prose
            .references()
            .map(|reference| reference.figure.to_string())
            .collect::<Vec<_>>()
    };
    let mut mentioned: Vec<String> = county
        .statements()
        .flat_map(|statement| mention(&statement.text))
        .collect();
    for figure in &county.figures {
        mentioned.extend(mention(&figure.name));
        mentioned.extend(
            figure
                .doubt
                .iter()
                .filter_map(|doubt| doubt.note.as_ref())
                .flat_map(&mut mention),
        );
        mentioned.extend(
            figure
                .check
                .iter()
                .flat_map(|check| &check.operands)
                .map(ToString::to_string),
        );
    }
    mentioned.extend(
        county
            .doubts
            .iter()
            .filter_map(|doubt| doubt.doubt.note.as_ref())
            .flat_map(&mut mention),
    );
    mentioned.extend(
        county
            .derived
            .iter()
            .flat_map(|derived| &derived.formula.operands)
            .map(ToString::to_string),
    );
    mentioned.extend(
        county
            .charts
            .iter()
            .flat_map(|chart| &chart.bars)
            .map(|(id, _)| id.to_string()),
    );
    mentioned.extend(
        county
            .initiatives
            .iter()
            .flat_map(crate::model::Initiative::mentioned)
            .map(|id| id.to_string()),
    );
    used.extend(mentioned.iter().map(String::as_str));
    let unused = county
        .figures
        .iter()
        .filter(|figure| !used.contains(figure.id.as_str()))
        .map(|figure| {
            let message = format!("nothing mentions figure `{}`", figure.id);
            Finding::warning(Code::UnusedFigure, figure.span, message)
                .with_help("refer to it in a statement, or list it in its initiative's `figures:`")
        });
    unused.collect()
}
