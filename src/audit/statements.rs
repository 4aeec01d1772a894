//! Statements say no more than the text does.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Figure, Kind, Modality},
};

/// Reports intentions told as results, and numbers left out for a doubt that prose mentions all the same.
pub(super) fn honest(county: &County) -> Vec<Finding> {
    let mut findings = Vec::new();
    for statement in county.statements() {
        if statement.kind == Kind::Result && statement.modality == Modality::Planned {
            let finding = Finding::error(
                Code::PlannedResult,
                statement.span,
                "what is planned is told as a result",
            )
            .with_help("make it `kind: practice`, or `modality: claimed` if the text reports it as achieved");
            findings.push(finding);
        }
        let left_out = statement.text.references().find(|reference| {
            let figure = county.figure(&reference.figure);
            figure.is_some_and(Figure::left_out)
        });
        if let Some(reference) = left_out {
            let message = format!(
                "`{}` is left out for a doubt, but mentioned here",
                reference.figure
            );
            let finding = Finding::error(Code::LeftOut, statement.text.span, message)
                .with_focus(format!("{{{}", reference.figure))
                .with_help("take it out of the sentence, or treat it `as-printed`");
            findings.push(finding);
        }
    }
    findings
}
