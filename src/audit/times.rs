//! A text tells of its own time: figures and initiatives lie within what their source covers.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Model, Period, SourceId},
    span::Span,
};

/// Reports times that the source does not speak of.
pub(super) fn covered(county: &County, model: &Model) -> Vec<Finding> {
    let figures = county.figures.iter().map(|figure| {
        let what = format!("figure `{}`", figure.id);
        (
            what,
            figure.period,
            figure.target,
            &figure.source.source,
            figure.span,
        )
    });
    let initiatives = county.initiatives.iter().map(|initiative| {
        let what = format!("initiative `{}`", initiative.id);
        (
            what,
            initiative.period,
            false,
            &initiative.source,
            initiative.span,
        )
    });
    let findings = figures
        .chain(initiatives)
        .filter_map(|(what, period, target, source, span)| {
            outside(&what, period?, target, source, span, model)
        });
    findings.collect()
}

fn outside(
    what: &str,
    period: Period,
    target: bool,
    source: &SourceId,
    span: Span,
    model: &Model,
) -> Option<Finding> {
    let text = model.sources.get(source)?;
    let before = period.ends_before(text.covers);
    // What is planned lies in the future.
    let after = !target && text.covers.ends_before(period);
    (before || after).then(|| {
        let message = format!(
            "{what} is of `{period}`, its source `{source}` speaks of `{}`",
            text.covers
        );
        Finding::error(Code::PeriodOutside, span, message)
            .with_help("correct the period, or `covers:` in the source's header")
    })
}
