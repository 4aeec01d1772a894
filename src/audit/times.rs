//! A text tells of its own time: figures and initiatives lie within what their source covers.

use super::by_source::by_source;
use crate::{
    diagnostic::{Code, Finding},
    model::{County, Model, Period, SourceId, SourceText},
    span::Span,
};

/// Reports times that the source does not speak of.
pub(super) fn covered(model: &Model, counties: &[&County]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut told = by_source(counties.iter().copied(), times);
    for source in model.sources.values() {
        let times = told.remove(&source.id).unwrap_or_default();
        let outside: Vec<Finding> = times
            .iter()
            .filter_map(|time| outside(time, source))
            .collect();
        if outside.len() < MANY || outside.len() < times.len() {
            findings.extend(outside);
            continue;
        }
        let message = format!(
            "source `{}` is said to speak of `{}`, but all that is taken from it is of other times",
            source.id, source.covers
        );
        findings.push(
            Finding::error(Code::PeriodOutside, source.keys.of("covers"), message)
                .with_related(outside[0].span, "for one here")
                .with_help("correct `covers:`"),
        );
    }
    findings
}

/// So many times that are all outside speak against what the source is said to speak of.
const MANY: usize = 3;

/// When something is, that is taken from a source.
struct Time<'m> {
    /// `figure` or `initiative`
    what: &'static str,
    id: &'m str,
    period: Period,
    target: bool,
    span: Span,
}

fn times(county: &County) -> Vec<(&SourceId, Time<'_>)> {
    let figures = county.figures.iter().filter_map(|figure| {
        let time = Time {
            what: "figure",
            id: figure.id.as_str(),
            period: figure.period?,
            target: figure.target,
            span: figure.keys.of("period"),
        };
        Some((&figure.source.source, time))
    });
    let initiatives = county.initiatives.iter().filter_map(|initiative| {
        let time = Time {
            what: "initiative",
            id: initiative.id.as_str(),
            period: initiative.period?,
            target: false,
            span: initiative.keys.of("period"),
        };
        Some((&initiative.source, time))
    });
    figures.chain(initiatives).collect()
}

fn outside(time: &Time<'_>, text: &SourceText) -> Option<Finding> {
    let Time {
        what,
        id,
        period,
        target,
        span,
    } = time;
    let (period, target, source) = (*period, *target, &text.id);
    let before = period.ends_before(text.covers);
    // What is planned lies in the future.
    let after = !target && text.covers.ends_before(period);
    // Nobody tells of what has happened before it has begun.
    let printed = text
        .date
        .filter(|date| !target && date.ends_before(period) && !date.ends_before(text.covers));
    let message = if before || after {
        let covers = text.covers;
        format!("{what} `{id}` is of `{period}`, its source `{source}` speaks of `{covers}`")
    } else {
        let printed = printed?;
        format!("{what} `{id}` is of `{period}`, its source `{source}` was printed on `{printed}`")
    };
    Some(
        Finding::error(Code::PeriodOutside, *span, message)
            .with_help("correct the period, or `covers:` and `date:` in the source's header"),
    )
}

/// Reports sources printed before the time that they speak of, and an edition older than its sources.
pub(super) fn printed(model: &Model) -> Vec<Finding> {
    let mut findings = Vec::new();
    let edition = Period::At(model.config.edition.date);
    let mut latest = None;
    for source in model.sources.values() {
        let Some(date) = source.date else { continue };
        if date.ends_before(source.covers) {
            let message = format!(
                "source `{}` was printed on `{date}`, before `{}` that it speaks of",
                source.id, source.covers
            );
            findings.push(
                Finding::error(Code::PeriodOutside, source.keys.of("date"), message)
                    .with_related(source.keys.of("covers"), "what it speaks of")
                    .with_help("correct `date:` or `covers:`"),
            );
        } else if edition.ends_before(date) {
            latest = Some((source, date));
        }
    }
    findings.extend(latest.map(|(source, date)| {
        let message = format!(
            "the edition is of `{edition}`, but source `{}` was printed on `{date}`",
            source.id
        );
        Finding::warning(Code::PeriodOutside, model.config.edition.span, message)
            .with_related(source.keys.of("date"), "printed here")
            .with_help("correct the edition's `date:`, or the source's")
    }));
    findings
}
