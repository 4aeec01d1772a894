//! Reasons of the comparability engine, worded by a template.

use super::{ComposeError, prose};
use crate::{
    document::{Inline, Role},
    markdown,
    model::{Cause, County, CountyId, Indicator, Model, PlaceId, Reason, Row, Verdict},
    template::{Markdown, Templates, number_link, view::ReasonView},
};

/// Places named of a county that reports on places only.
const PLACES: usize = 2;

/// Whether reasons tell how definitions differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// They only say that they do, for tables.
    Short,
    /// They say how.
    Full,
}

/// Reasons that are told together: the same of several counties.
#[derive(Debug)]
pub struct Told<'r> {
    /// At least one.
    pub reasons: Vec<&'r Reason>,
    /// In words.
    pub text: Markdown,
    view: ReasonView,
}

impl Told<'_> {
    /// The words without what binds their numbers.
    ///
    /// # Errors
    ///
    /// When the template writes something outside the dialect.
    pub fn plain(&self) -> Result<String, ComposeError> {
        Ok(line(&self.text)?.into_iter().map(|run| run.text).collect())
    }
}

/// Words the reasons of a row; what several counties have in common is told once.
///
/// # Errors
///
/// When the template fails or has no words for a reason.
pub fn told<'r>(
    model: &Model,
    templates: &Templates,
    row: &'r Row<'_>,
    detail: Detail,
) -> Result<Vec<Told<'r>>, ComposeError> {
    let mut groups: Vec<(ReasonView, Vec<String>, Vec<&Reason>)> = Vec::new();
    for reason in &row.comparison.reasons {
        let view = view(model, row, &reason.cause, detail);
        let county = reason.cause.county().and_then(|id| model.county(id));
        let name = county.map(|county| county.name.clone());
        // How a definition departs is told of each county.
        let same = groups
            .iter_mut()
            .find(|(other, ..)| *other == view && name.is_some() && view.detail.is_none());
        match same {
            Some((_, counties, reasons)) => {
                counties.extend(name);
                reasons.push(reason);
            }
            None => groups.push((view, name.into_iter().collect(), vec![reason])),
        }
    }
    let told = groups.into_iter().map(|(view, counties, reasons)| {
        let view = ReasonView {
            counties: (!counties.is_empty()).then(|| counties.join("、")),
            ..view
        };
        let text = words(templates, &view)?;
        Ok(Told {
            reasons,
            text,
            view,
        })
    });
    told.collect()
}

/// Words a row's reasons in one sentence without its full stop; values that are simply comparable have one too. Counties
/// that have several reasons in common are named once.
pub(super) fn worded(
    model: &Model,
    templates: &Templates,
    row: &Row<'_>,
    detail: Detail,
) -> Result<Markdown, ComposeError> {
    let mut parts: Vec<(Option<String>, String)> = Vec::new();
    if row.comparison.verdict == Verdict::Comparable {
        parts.push((None, words(templates, &coded("agree"))?.0));
    }
    for told in told(model, templates, row, detail)? {
        let counties = told.view.counties.clone();
        let same = parts
            .iter_mut()
            .find(|(others, _)| counties.is_some() && *others == counties);
        match same {
            Some((_, part)) => {
                let view = ReasonView {
                    counties: None,
                    ..told.view
                };
                *part += "，";
                *part += &words(templates, &view)?.0;
            }
            None => parts.push((counties, told.text.0)),
        }
    }
    let parts: Vec<String> = parts.into_iter().map(|(_, part)| part).collect();
    Ok(Markdown(parts.join("；")))
}

/// The same as runs, short.
pub(super) fn runs(
    model: &Model,
    templates: &Templates,
    row: &Row<'_>,
) -> Result<Vec<Inline>, ComposeError> {
    let mut runs = line(&worded(model, templates, row, Detail::Short)?)?;
    runs.push(Inline::new("。", Role::Plain));
    Ok(runs)
}

fn words(templates: &Templates, view: &ReasonView) -> Result<Markdown, ComposeError> {
    let text = templates.render("reason", view)?;
    let text = text.trim();
    if text.is_empty() {
        return Err(ComposeError::Block {
            template: "reason",
            block: view.code.clone(),
            problem: "the template has no words for this reason".to_owned(),
        });
    }
    Ok(Markdown(text.to_owned()))
}

fn line(text: &Markdown) -> Result<Vec<Inline>, ComposeError> {
    markdown::line(&text.0).map_err(|source| ComposeError::Markdown {
        template: "reason",
        source,
    })
}

fn coded(code: &str) -> ReasonView {
    ReasonView {
        code: code.to_owned(),
        counties: None,
        detail: None,
        years: None,
        unit: None,
        places: None,
        doubt: None,
    }
}

/// A reason with its operands, the county left open.
fn view(model: &Model, row: &Row<'_>, cause: &Cause, detail: Detail) -> ReasonView {
    let view = coded(cause.code());
    match cause {
        Cause::Definition(county) => ReasonView {
            detail: differs(row, county).filter(|_| detail == Detail::Full),
            ..view
        },
        Cause::Unit(_, unit) => ReasonView {
            unit: unit.as_ref().map(|unit| unit.base().to_owned()),
            ..view
        },
        Cause::Scope(county, ids) => ReasonView {
            places: model.county(county).map(|county| places(county, ids)),
            ..view
        },
        Cause::YearsApart(years) => ReasonView {
            years: Some(apart(row.indicator, *years)),
            ..view
        },
        Cause::Doubtful(_, doubt) => ReasonView {
            doubt: Some(doubt.word().to_owned()),
            ..view
        },
        Cause::Change(_)
        | Cause::Changes
        | Cause::Target(_)
        | Cause::Targets
        | Cause::SchemeParts
        | Cause::Periods
        | Cause::PeriodLengths
        | Cause::OpenPeriod
        | Cause::FlowWithoutPeriod(_)
        | Cause::NoPeriod(_)
        | Cause::Inexact(_)
        | Cause::Range(_)
        | Cause::LowerBound(_)
        | Cause::UpperBound(_)
        | Cause::NoNumber(_)
        | Cause::MinorDoubt(..)
        | Cause::LeftOut(_)
        | Cause::Latest(..)
        | Cause::Only(_) => view,
    }
}

/// 裴庄镇、南村等
fn places(county: &County, ids: &[PlaceId]) -> String {
    let names: Vec<String> = ids
        .iter()
        .take(PLACES)
        .map(|id| county.place_name(id))
        .collect();
    let more = if ids.len() > PLACES { "等" } else { "" };
    format!("{}{more}", names.join("、"))
}

fn differs(row: &Row<'_>, id: &CountyId) -> Option<Markdown> {
    let answer = row.answers.iter().find(|answer| answer.county.id == *id)?;
    let text = prose::joined(answer.county, [answer.figure?.differs.as_ref()?]);
    Some(Markdown(text.0.trim_end_matches('。').to_owned()))
}

fn apart(indicator: &Indicator, years: u16) -> Markdown {
    number_link(
        &format!("{years}年"),
        "num",
        &format!("{}.years-apart", indicator.id),
        Some("最晚年份−最早年份"),
    )
}
