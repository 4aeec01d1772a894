//! Statements say no more than the text does.

use crate::{
    diagnostic::{Code, Finding, Focus},
    model::{County, Figure, FigureId, Kind, Modality, Segment},
};

/// Reports intentions told as results, and numbers left out for a doubt that prose mentions all the same.
pub(super) fn honest(county: &County) -> Vec<Finding> {
    let mut findings = Vec::new();
    for statement in county.statements() {
        if statement.kind == Kind::Result && statement.modality == Modality::Planned {
            let finding = Finding::error(
                Code::PlannedResult,
                statement.keys.of("modality"),
                "what is planned is told as a result",
            )
            .with_help("make it `kind: practice`, or `modality: claimed` if the text reports it as achieved");
            findings.push(finding);
        }
        let written = statement.text.written();
        for (at, segment) in statement.text.places() {
            let Segment::Figure(reference) = segment else {
                continue;
            };
            let figure = county.figure(&reference.figure);
            if !figure.is_some_and(Figure::left_out) {
                continue;
            }
            let message = format!(
                "`{}` is left out for a doubt, but mentioned here",
                reference.figure
            );
            let mention = format!("{{{}", reference.figure);
            let finding = Finding::error(Code::LeftOut, statement.text.span, message)
                .with_focus(Focus::at(written, at, &mention))
                .with_help("take it out of the sentence, or treat it `as-printed`");
            findings.push(finding);
        }
    }
    findings.extend(used(county));
    findings
}

/// Numbers left out for a doubt that charts draw and other numbers are computed from.
fn used(county: &County) -> Vec<Finding> {
    let left_out = |id: &FigureId| county.figure(id).is_some_and(Figure::left_out);
    let charts = county.charts.iter().flat_map(|chart| {
        let place = chart.keys.of("figures");
        chart
            .plot
            .figures()
            .into_iter()
            .map(move |id| (id, place, "drawn"))
    });
    let derived = county.derived.iter().flat_map(|derived| {
        let place = derived.keys.of("formula");
        let operands = derived.formula.operands.iter();
        operands.map(move |id| (id, place, "computed with"))
    });
    let used = charts.chain(derived).filter(|(id, ..)| left_out(id));
    let findings = used.map(|(id, place, how)| {
        let message = format!("`{id}` is left out for a doubt, but {how} here");
        Finding::error(Code::LeftOut, place, message)
            .with_focus(id.as_str())
            .with_help("take it out here, or treat it `as-printed`")
    });
    findings.collect()
}
