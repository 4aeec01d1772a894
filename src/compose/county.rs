//! The view of a county briefing and its typed blocks.

use super::{
    ComposeError,
    assemble::Inserts,
    chart, figures,
    groups::Sections,
    lists::{self, Sources},
    prose,
};
use crate::{
    document::{Block, BlockId, Body},
    model::{County, Initiative, Kind, Model, PlaceLevel, Statement, Theme},
    template::{
        Markdown, Templates,
        view::{CountyView, InitiativeView, ThemeView},
    },
};

/// With more initiatives of townships and villages than this, each is told in one sentence.
const TOLD_IN_FULL: usize = 20;

/// Renders the template and makes the typed blocks.
pub(super) fn county(
    model: &Model,
    templates: &Templates,
    county: &County,
) -> Result<(String, Inserts), ComposeError> {
    let report = county.id.to_string();
    let sources = Sources::of(model, &report, [county]);
    let sections = Sections::of(model, county);
    let doubts = lists::doubts(county, &sections, &report, templates)?;
    let tables = figures::tables(county, &sections, &sources, &doubts.marks);
    let mut inserts = Inserts::new();
    let mut insert = |name: &str, body: Body| {
        let id = format!("{report}.{name}");
        inserts.insert(
            id.clone(),
            vec![Block {
                id: BlockId::new(id),
                body,
            }],
        );
    };
    let (county_figures, local_figures) = (tables.county.is_some(), tables.local.is_some());
    if let Some(table) = tables.county {
        insert("county-figures", Body::Table(table));
    }
    if let Some(table) = tables.local {
        insert("local-figures", Body::Table(table));
    }
    for declared in &county.charts {
        insert(
            &format!("chart.{}", declared.id),
            Body::Chart(chart::chart(county, declared)),
        );
    }
    let has_doubts = !doubts.items.is_empty();
    if has_doubts {
        insert("doubts", lists::remarks(doubts.items));
    }
    insert("sources", sources.list());
    let view = CountyView {
        county: county.name.clone(),
        city: county.city.clone(),
        summary: prose::joined(
            county,
            county.summary.iter().map(|statement| &statement.text),
        ),
        background: (!county.background.is_empty()).then(|| {
            prose::joined(
                county,
                county.background.iter().map(|statement| &statement.text),
            )
        }),
        themes: model
            .themes
            .iter()
            .filter_map(|theme| practice(county, &report, theme))
            .collect(),
        results: model
            .themes
            .iter()
            .flat_map(|theme| results(county, &report, theme))
            .collect(),
        brief: county
            .initiatives
            .iter()
            .any(|initiative| in_brief(county, initiative)),
        charts: county.charts.iter().map(|chart| chart.id.clone()).collect(),
        county_figures,
        local_figures,
        doubts: has_doubts,
        absent: absent(model, county),
        report,
    };
    Ok((templates.render("county", &view)?, inserts))
}

/// Initiatives whose main theme this is, those of the county first.
fn of_theme<'c>(county: &'c County, theme: &Theme) -> Vec<&'c Initiative> {
    let mut initiatives: Vec<&Initiative> = county
        .initiatives
        .iter()
        .filter(|initiative| initiative.themes[0] == theme.id)
        .collect();
    initiatives.sort_by_key(|initiative| !is_county_level(initiative));
    initiatives
}

fn is_county_level(initiative: &Initiative) -> bool {
    matches!(initiative.level, PlaceLevel::County | PlaceLevel::Organ)
}

fn practice(county: &County, report: &str, theme: &Theme) -> Option<ThemeView> {
    let of_theme = of_theme(county, theme);
    // A single item is not numbered: its name is run in.
    let numbered = of_theme
        .iter()
        .filter(|initiative| is_county_level(initiative))
        .count()
        > 1;
    let initiatives: Vec<InitiativeView> = of_theme
        .into_iter()
        .map(|initiative| {
            let text = if in_brief(county, initiative) {
                prose::joined(county, [&initiative.gist])
            } else {
                prose::joined(
                    county,
                    told_as_practice(initiative).map(|statement| &statement.text),
                )
            };
            let heading = numbered && is_county_level(initiative);
            view(county, report, initiative, text, heading)
        })
        .collect();
    (!initiatives.is_empty()).then(|| ThemeView {
        id: theme.id.to_string(),
        name: theme.name.clone(),
        initiatives,
    })
}

fn view(
    county: &County,
    report: &str,
    initiative: &Initiative,
    text: Markdown,
    heading: bool,
) -> InitiativeView {
    InitiativeView {
        report: report.to_owned(),
        id: initiative.id.to_string(),
        name: prose::joined(county, [&initiative.name]),
        heading,
        place: place(county, initiative),
        text,
    }
}

/// The place that carries an initiative, unless its name says so already: 蔡家崖乡微信工作群.
fn place(county: &County, initiative: &Initiative) -> Option<String> {
    let place = county
        .place(&initiative.place)
        .filter(|place| place.level != PlaceLevel::County)?;
    let short = place
        .name
        .strip_suffix(['镇', '乡', '村'])
        .unwrap_or(&place.name);
    let named = initiative.name.texts().any(|text| text.contains(short));
    (!named).then(|| county.place_name(&place.id))
}

/// Where a text tells of more townships and villages than a briefing has room for, each is told in one sentence; their
/// figures stand in the table.
fn in_brief(county: &County, initiative: &Initiative) -> bool {
    let local = county
        .initiatives
        .iter()
        .filter(|initiative| !is_county_level(initiative))
        .count();
    !is_county_level(initiative) && local > TOLD_IN_FULL
}

/// Conditions and practice; an initiative of which only a result is told says it here.
fn told_as_practice(initiative: &Initiative) -> impl Iterator<Item = &Statement> {
    let only_results = only_results(initiative);
    initiative
        .statements
        .iter()
        .filter(move |statement| only_results || statement.kind != Kind::Result)
}

fn only_results(initiative: &Initiative) -> bool {
    initiative
        .statements
        .iter()
        .all(|statement| statement.kind == Kind::Result)
}

fn results(county: &County, report: &str, theme: &Theme) -> Vec<InitiativeView> {
    let told = of_theme(county, theme)
        .into_iter()
        .filter(|initiative| !only_results(initiative) && !in_brief(county, initiative));
    let views = told.filter_map(|initiative| {
        let results = initiative
            .statements
            .iter()
            .filter(|statement| statement.kind == Kind::Result);
        let text = prose::joined(county, results.map(|statement| &statement.text));
        (text != Markdown::default()).then(|| view(county, report, initiative, text, false))
    });
    views.collect()
}

/// Themes without any initiative, also as a side theme.
fn absent(model: &Model, county: &County) -> Option<String> {
    let names = model.themes.iter().filter(|theme| {
        !county
            .initiatives
            .iter()
            .any(|initiative| initiative.themes.contains(&theme.id))
    });
    let names: Vec<&str> = names.map(|theme| theme.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join("、"))
}
