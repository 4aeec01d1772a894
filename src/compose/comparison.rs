//! The view of a comparison and its typed blocks.

use std::collections::BTreeSet;

use super::{
    ComposeError, approaches, assemble::Inserts, chart, cited, conclusions, evidence, facts,
    indicators, lists::Sources, matrix, prose, reasons, relative, timeline,
};
use crate::{
    document::{Block, BlockId, Body, Inline, Presence},
    model::{self, ComparisonPlan, County, Model, Period, SourceId, Theme, Verdict, compare},
    template::{
        Templates,
        view::{ComparisonView, LookalikeView, SingleView, SpanView},
    },
};

/// Renders the template and makes the typed blocks.
pub(super) fn comparison(
    model: &Model,
    templates: &Templates,
    plan: &ComparisonPlan,
) -> Result<(String, Inserts), ComposeError> {
    let report = plan.id.to_string();
    let counties = model.in_order(&plan.counties);
    // What a single county reports stands in its own paper.
    let mut rows = indicators::sorted(compare(&model.indicators, &counties));
    rows.retain(|row| !matches!(row.comparison.verdict, Verdict::None | Verdict::OneOnly));
    let timeline = timeline::table(&counties);
    let chart = chart::side_by_side(&counties, &rows);
    let facts = facts::facts(model, templates, &report, &rows)?;
    let view = ComparisonView {
        span: span_of(model, &counties),
        counties: counties
            .iter()
            .map(|county| SpanView {
                county: county.name.clone(),
                span: span(covers(model, county)),
            })
            .collect(),
        comparable: indicator_names(&rows, Verdict::Comparable),
        caveats: indicator_names(&rows, Verdict::WithCaveats),
        refused: indicator_names(&rows, Verdict::NotComparable),
        facts: !facts.is_empty(),
        indicators: !rows.is_empty(),
        chart: chart.is_some(),
        relative: relative::views(&rows),
        themes: model
            .themes
            .iter()
            .filter_map(|theme| approaches::of_theme(&report, theme, &counties))
            .collect(),
        lookalikes: lookalikes(model, templates, &rows)?,
        common: common(model, &counties),
        single: single(model, &counties),
        conclusions: conclusions::told(model, &counties),
        timeline: timeline.is_some(),
        absent: absent(model, &counties),
        report: report.clone(),
    };
    let mut inserts = Inserts::new();
    let tables = matrix::tables(model, &counties).into_iter().enumerate();
    let tables = tables.map(|(index, table)| Block {
        id: BlockId::new(match index {
            0 => format!("{report}.matrix"),
            later => format!("{report}.matrix-{}", later + 1),
        }),
        body: Body::Table(table),
    });
    inserts.insert(format!("{report}.matrix"), tables.collect());
    let mut insert = |name: &str, body: Body| {
        let id = format!("{report}.{name}");
        let block = Block {
            id: BlockId::new(id.clone()),
            body,
        };
        inserts.insert(id, vec![block]);
    };
    if !rows.is_empty() {
        insert(
            "indicators",
            Body::Table(indicators::table(model, templates, &counties, &rows)?),
        );
    }
    if let Some(chart) = chart {
        insert("comparable", Body::Chart(chart));
    }
    if let Some(table) = timeline {
        insert("timeline", Body::Table(table));
    }
    insert("cited", cited::placeholder());
    insert(
        "sources",
        Sources::of(model, &report, counties.iter().copied()).list(),
    );
    if !facts.is_empty() {
        inserts.insert(format!("{report}.facts"), facts);
    }
    Ok((templates.render("comparison", &view)?, inserts))
}

/// The times that a county's material speaks of, second copies left out.
fn covers<'m>(model: &'m Model, county: &'m County) -> impl Iterator<Item = Period> + 'm {
    let of_figures = county.figures.iter().map(|figure| &figure.source.source);
    let of_statements = county.statements().map(|statement| &statement.source);
    let ids: BTreeSet<&SourceId> = of_figures.chain(of_statements).collect();
    let sources = ids.into_iter().filter_map(|id| model.sources.get(id));
    sources
        .filter(|source| source.copy_of.is_none())
        .map(|source| source.covers)
}

/// The time that the material of several counties speaks of.
pub(super) fn span_of(model: &Model, counties: &[&County]) -> String {
    span(counties.iter().flat_map(|county| covers(model, county)))
}

fn span(periods: impl IntoIterator<Item = Period>) -> String {
    match Period::span(periods) {
        Some((first, last)) if first == last => first.printed(),
        Some((first, last)) => format!("{}至{}", first.printed(), last.printed()),
        None => "未载时间".to_owned(),
    }
}

fn lookalikes(
    model: &Model,
    templates: &Templates,
    rows: &[model::Row<'_>],
) -> Result<Vec<LookalikeView>, ComposeError> {
    let refused = rows
        .iter()
        .filter(|row| row.comparison.verdict == Verdict::NotComparable);
    let views = refused.map(|row| {
        Ok(LookalikeView {
            id: row.indicator.id.to_string(),
            name: prose::markdown(&[Inline::plain(&row.indicator.name)]),
            values: prose::markdown(&evidence::of_row(row)),
            reasons: reasons::worded(model, templates, row, reasons::Detail::Full)?,
        })
    });
    views.collect()
}

fn indicator_names(rows: &[model::Row<'_>], verdict: Verdict) -> Option<String> {
    let rows = rows.iter().filter(|row| row.comparison.verdict == verdict);
    let names: Vec<&str> = rows.map(|row| row.indicator.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join("、"))
}

fn common(model: &Model, counties: &[&County]) -> Option<String> {
    let themes = model.themes.iter().filter(|theme| {
        counties
            .iter()
            .all(|county| matrix::presence(county, theme) == Presence::County)
    });
    let names: Vec<&str> = themes.map(|theme| theme.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join("、"))
}

fn single(model: &Model, counties: &[&County]) -> Vec<SingleView> {
    by_county(model, counties, |theme, county| {
        let here = matrix::presence(county, theme) != Presence::Absent;
        let elsewhere = counties.iter().any(|other| {
            other.id != county.id && matrix::presence(other, theme) != Presence::Absent
        });
        here && !elsewhere
    })
}

fn absent(model: &Model, counties: &[&County]) -> Vec<SingleView> {
    by_county(model, counties, |theme, county| {
        matrix::presence(county, theme) == Presence::Absent
    })
}

fn by_county(
    model: &Model,
    counties: &[&County],
    wanted: impl Fn(&Theme, &County) -> bool,
) -> Vec<SingleView> {
    let views = counties.iter().filter_map(|county| {
        let themes = model.themes.iter().filter(|theme| wanted(theme, county));
        let names: Vec<&str> = themes.map(|theme| theme.name.as_str()).collect();
        (!names.is_empty()).then(|| SingleView {
            id: county.id.to_string(),
            county: county.name.clone(),
            themes: names.join("、"),
        })
    });
    views.collect()
}
