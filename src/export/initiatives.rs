//! Initiatives, a row each.

use serde::Serialize;

use super::text::plain;
use crate::model::County;

/// An initiative.
#[derive(Debug, Serialize)]
pub struct InitiativeRow {
    /// County id.
    pub county: String,
    /// Initiative id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Theme ids, the main one first.
    pub themes: Vec<String>,
    /// Who carries it.
    pub level: &'static str,
    /// The place that carries it.
    pub place: String,
    /// Offices and organisations.
    pub actors: Vec<String>,
    /// When.
    pub period: Option<String>,
    /// Ids of its figures.
    pub figures: Vec<String>,
    /// Source id.
    pub source: String,
    /// Lines.
    pub lines: String,
    /// How it works: `carrier:site`, `checking:publicity`, in the order of the data.
    pub how: Vec<String>,
}

/// Lists every initiative, county by county.
pub fn initiatives<'m>(counties: impl IntoIterator<Item = &'m County>) -> Vec<InitiativeRow> {
    let rows = counties.into_iter().flat_map(|county| {
        county.initiatives.iter().map(|initiative| InitiativeRow {
            county: county.id.to_string(),
            id: initiative.id.to_string(),
            name: plain(county, &initiative.name),
            themes: initiative.themes.iter().map(ToString::to_string).collect(),
            level: initiative.level.word(),
            place: county
                .place(&initiative.place)
                .map_or_else(String::new, |place| place.name.clone()),
            actors: initiative.actors.clone(),
            period: initiative.period.map(|period| period.to_string()),
            figures: initiative
                .mentioned()
                .iter()
                .map(ToString::to_string)
                .collect(),
            source: initiative.source.to_string(),
            lines: initiative.lines.to_string(),
            how: initiative
                .how
                .iter()
                .map(|one| format!("{}:{}", one.facet.key(), one.means.word))
                .collect(),
        })
    });
    rows.collect()
}
