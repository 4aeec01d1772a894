//! Reasons of the comparability engine, worded by a template.

use super::{ComposeError, prose};
use crate::{
    document::{Inline, Role},
    markdown,
    model::{County, CountyId, Indicator, Model, Reason, Row},
    template::{Markdown, TemplateError, Templates, number_link, view::ReasonView},
};

/// Whether reasons tell how definitions differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// They only say that they do, for tables.
    Short,
    /// They say how.
    Full,
}

/// Words a row's reasons in one sentence without its full stop; values that are simply comparable have one too.
pub(super) fn worded(
    model: &Model,
    templates: &Templates,
    row: &Row<'_>,
    detail: Detail,
) -> Result<Markdown, ComposeError> {
    let reasons = &row.comparison.reasons;
    if reasons.is_empty() {
        return Ok(Markdown("口径、范围和时间一致".to_owned()));
    }
    let views = views(model, row, reasons, detail);
    let worded: Result<Vec<String>, TemplateError> = views
        .iter()
        .map(|view| templates.render("reason", view))
        .collect();
    let parts: Vec<String> = worded?.iter().map(|part| part.trim().to_owned()).collect();
    Ok(Markdown(parts.join("；")))
}

/// The same as runs, short.
pub(super) fn runs(
    model: &Model,
    templates: &Templates,
    row: &Row<'_>,
) -> Result<Vec<Inline>, ComposeError> {
    let text = worded(model, templates, row, Detail::Short)?;
    let mut runs = markdown::line(&text.0).map_err(|source| ComposeError::Markdown {
        template: "reason",
        source,
    })?;
    runs.push(Inline::new("。", Role::Plain));
    Ok(runs)
}

/// One view per kind of reason; counties with the same reason share one.
fn views(model: &Model, row: &Row<'_>, reasons: &[Reason], wanted: Detail) -> Vec<ReasonView> {
    let mut views: Vec<(ReasonView, Vec<String>)> = Vec::new();
    for reason in reasons {
        let (code, county, detail, years) = parts(model, row, reason);
        let detail = detail.filter(|_| wanted == Detail::Full);
        let names = county.map(|county| county.name.clone());
        let same = views
            .iter_mut()
            .find(|(view, _)| view.code == code && view.detail.is_none() && detail.is_none());
        match (same, names) {
            (Some((_, counties)), Some(name)) => counties.push(name),
            (_, name) => views.push((
                ReasonView {
                    code: code.to_owned(),
                    counties: None,
                    detail,
                    years,
                },
                name.into_iter().collect(),
            )),
        }
    }
    views
        .into_iter()
        .map(|(view, counties)| ReasonView {
            counties: (!counties.is_empty()).then(|| counties.join("、")),
            ..view
        })
        .collect()
}

type Parts<'m> = (
    &'static str,
    Option<&'m County>,
    Option<Markdown>,
    Option<Markdown>,
);

fn parts<'m>(model: &'m Model, row: &Row<'m>, reason: &Reason) -> Parts<'m> {
    let county = |id: &CountyId| model.county(id);
    match reason {
        Reason::Definition(id) => ("definition", county(id), differs(row, id), None),
        Reason::Target(id) => ("target", county(id), None, None),
        Reason::SchemeParts => ("scheme-parts", None, None, None),
        Reason::Periods => ("periods", None, None, None),
        Reason::YearsApart(years) => (
            "years-apart",
            None,
            None,
            Some(apart(row.indicator, *years)),
        ),
        Reason::NoPeriod(id) => ("no-period", county(id), None, None),
        Reason::Inexact(id) => ("inexact", county(id), None, None),
        Reason::Doubtful(id) => ("doubtful", county(id), None, None),
        Reason::Only(id) => ("only", county(id), None, None),
    }
}

fn differs(row: &Row<'_>, id: &CountyId) -> Option<Markdown> {
    let (county, figure) = row.values.iter().find(|(county, _)| county.id == *id)?;
    let text = prose::joined(county, [figure.as_ref()?.differs.as_ref()?]);
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
