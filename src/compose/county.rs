//! The view of a county briefing and its typed blocks.

use std::collections::BTreeSet;

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
    model::{
        County, Initiative, InitiativeId, Kind, Model, PlaceLevel, Prose, Statement, Theme,
        on_main_theme,
    },
    template::{
        Markdown, Templates,
        view::{CountyView, InitiativeView, ThemeView},
    },
};

/// With more initiatives of townships and villages than this, those that are no cases are told in one sentence.
const TOLD_IN_FULL: usize = 20;
/// A statement with this many figures tells more than a gist.
const SEVERAL: usize = 2;
/// Most initiatives of townships, villages, communities and enterprises that are told as examples, in frames.
const CASES: usize = 8;

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
    let themes = by_weight(model, county);
    let cases = cases(county);
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
        themes: themes
            .iter()
            .filter_map(|theme| practice(county, &report, theme, &cases))
            .collect(),
        results: themes
            .iter()
            .flat_map(|theme| results(county, &report, theme, &cases))
            .collect(),
        brief: county
            .initiatives
            .iter()
            .any(|initiative| in_brief(county, initiative, &cases)),
        charts: county.charts.iter().map(|chart| chart.id.clone()).collect(),
        county_figures,
        local_figures,
        doubts: has_doubts,
        absent: absent(model, county),
        report,
    };
    Ok((templates.render("county", &view)?, inserts))
}

/// The themes by how much the text tells of what the county itself does on them, then of what others do; themes of equal
/// weight stand in the order declared. Statements are counted and not lines: a text may print a passage several times.
fn by_weight<'m>(model: &'m Model, county: &County) -> Vec<&'m Theme> {
    let mut themes: Vec<&Theme> = model.themes.iter().collect();
    themes.sort_by_key(|theme| {
        let (own, others): (Vec<&Initiative>, Vec<&Initiative>) = on_main_theme(county, theme)
            .into_iter()
            .partition(|initiative| is_county_level(initiative));
        std::cmp::Reverse((statements(&own), statements(&others)))
    });
    themes
}

/// How many statements tell of initiatives.
fn statements(initiatives: &[&Initiative]) -> usize {
    initiatives.iter().map(|one| one.statements.len()).sum()
}

/// The initiatives told as examples: of those that are not the county's own the ones of which most is told.
fn cases(county: &County) -> BTreeSet<&InitiativeId> {
    let local = county.initiatives.iter();
    let mut local: Vec<&Initiative> = local.filter(|one| !is_county_level(one)).collect();
    local.sort_by_key(|one| std::cmp::Reverse((one.statements.len(), one.mentioned().len())));
    local.iter().take(CASES).map(|one| &one.id).collect()
}

fn is_county_level(initiative: &Initiative) -> bool {
    matches!(initiative.level, PlaceLevel::County | PlaceLevel::Organ)
}

fn practice(
    county: &County,
    report: &str,
    theme: &Theme,
    cases: &BTreeSet<&InitiativeId>,
) -> Option<ThemeView> {
    let of_theme = on_main_theme(county, theme);
    // A single item is not numbered: its name is run in.
    let numbered = of_theme
        .iter()
        .filter(|initiative| is_county_level(initiative))
        .count()
        > 1;
    let initiatives: Vec<InitiativeView> = of_theme
        .into_iter()
        .map(|initiative| {
            let case = cases.contains(&initiative.id);
            let text = if in_brief(county, initiative, cases) {
                prose::joined(county, [in_one_sentence(initiative)])
            } else if case {
                let statements = initiative.statements.iter();
                prose::joined(county, statements.map(|statement| &statement.text))
            } else {
                prose::joined(
                    county,
                    told_as_practice(initiative).map(|statement| &statement.text),
                )
            };
            let heading = numbered && is_county_level(initiative);
            let view = view(county, report, initiative, text, heading);
            InitiativeView { case, ..view }
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
        case: false,
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
fn in_brief(county: &County, initiative: &Initiative, cases: &BTreeSet<&InitiativeId>) -> bool {
    let local = county
        .initiatives
        .iter()
        .filter(|initiative| !is_county_level(initiative))
        .count();
    !is_county_level(initiative) && local > TOLD_IN_FULL && !cases.contains(&initiative.id)
}

/// What an initiative told in brief says: its gist has no numbers, so where figures are the matter, the first statement
/// that gives several of them stands for it.
fn in_one_sentence(initiative: &Initiative) -> &Prose {
    let told = initiative.statements.iter();
    let mut told = told.filter(|statement| statement.kind != Kind::Condition);
    let with_figures = told.find(|statement| statement.text.references().count() >= SEVERAL);
    with_figures.map_or(&initiative.gist, |statement| &statement.text)
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

fn results(
    county: &County,
    report: &str,
    theme: &Theme,
    cases: &BTreeSet<&InitiativeId>,
) -> Vec<InitiativeView> {
    // What came of an example stands in its frame.
    let told = on_main_theme(county, theme).into_iter().filter(|one| {
        !only_results(one) && !cases.contains(&one.id) && !in_brief(county, one, cases)
    });
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
