//! Which figures stand together in a table, and in which order.

use std::collections::BTreeMap;

use crate::model::{County, Derived, Figure, FigureId, Model, PlaceId};

/// The figures that a county's tables show: those of the county by theme, the others by place.
pub(super) struct Sections<'c> {
    pub(super) county: Vec<Group<'c>>,
    pub(super) local: Vec<Group<'c>>,
}

impl<'c> Sections<'c> {
    /// Groups the figures of a county, those left out because of a doubt excepted.
    pub(super) fn of(model: &Model, county: &'c County) -> Self {
        let is_county = |subject: &PlaceId| subject.as_str() == PlaceId::COUNTY;
        let (own, local): (Vec<&Figure>, Vec<&Figure>) = county
            .figures
            .iter()
            .filter(|figure| !figure.left_out())
            .partition(|figure| is_county(&figure.subject));
        let (own_derived, local_derived): (Vec<&Derived>, Vec<&Derived>) = county
            .derived
            .iter()
            .partition(|derived| is_county(&derived.subject));
        Self {
            county: grouped(theme_groups(model, county, &own), own, own_derived),
            local: grouped(place_groups(county, &local), local, local_derived),
        }
    }

    /// The figures in the order of the tables.
    pub(super) fn figures(&self) -> impl Iterator<Item = &'c Figure> {
        let groups = self.county.iter().chain(&self.local);
        groups.flat_map(|group| group.figures.iter().copied())
    }
}

/// A group of rows with its heading.
pub(super) struct Group<'c> {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) figures: Vec<&'c Figure>,
    pub(super) derived: Vec<&'c Derived>,
}

/// Name and id of each figure's group, in the order of the groups.
struct Groups {
    order: Vec<(String, String)>,
    of: BTreeMap<String, String>,
}

fn grouped<'c>(
    groups: Groups,
    figures: Vec<&'c Figure>,
    derived: Vec<&'c Derived>,
) -> Vec<Group<'c>> {
    let mut all: Vec<Group<'c>> = groups
        .order
        .into_iter()
        .map(|(id, name)| Group {
            id,
            name,
            figures: Vec::new(),
            derived: Vec::new(),
        })
        .collect();
    let place = |id: &str| -> usize {
        let group = groups.of.get(id);
        let found = group.and_then(|group| all.iter().position(|known| known.id == *group));
        found.unwrap_or(0)
    };
    let figure_places: Vec<usize> = figures
        .iter()
        .map(|figure| place(figure.id.as_str()))
        .collect();
    let derived_places: Vec<usize> = derived
        .iter()
        .map(|derived| {
            derived
                .formula
                .operands
                .first()
                .map_or(0, |first| place(first.as_str()))
        })
        .collect();
    for (figure, at) in figures.into_iter().zip(figure_places) {
        all[at].figures.push(figure);
    }
    for (derived, at) in derived.into_iter().zip(derived_places) {
        all[at].derived.push(derived);
    }
    all.retain(|group| !group.figures.is_empty() || !group.derived.is_empty());
    for group in &mut all {
        group.figures = parts_behind_wholes(&group.figures);
    }
    all
}

/// A part stands right behind its whole, whatever the order of the file.
fn parts_behind_wholes<'c>(figures: &[&'c Figure]) -> Vec<&'c Figure> {
    let inside = |id: &FigureId| figures.iter().any(|figure| figure.id == *id);
    let mut out = Vec::new();
    for figure in figures {
        if figure
            .part_of
            .as_ref()
            .is_none_or(|whole| !inside(whole) || *whole == figure.id)
        {
            push_with_parts(figure, figures, &mut out);
        }
    }
    out
}

fn push_with_parts<'c>(figure: &'c Figure, all: &[&'c Figure], out: &mut Vec<&'c Figure>) {
    out.push(figure);
    for part in all {
        let of_figure = part.part_of.as_ref() == Some(&figure.id);
        if of_figure && !out.iter().any(|placed| placed.id == part.id) {
            push_with_parts(part, all, out);
        }
    }
}

/// By the main theme of the initiative that speaks of the figure; what stands only in summary or background goes first.
fn theme_groups(model: &Model, county: &County, figures: &[&Figure]) -> Groups {
    let mut of: BTreeMap<String, String> = BTreeMap::new();
    for initiative in &county.initiatives {
        for id in initiative.mentioned() {
            of.entry(id.to_string())
                .or_insert_with(|| initiative.themes[0].to_string());
        }
    }
    // A figure that only a relation mentions belongs with its whole.
    for figure in figures {
        let whole = figure
            .part_of
            .as_ref()
            .and_then(|whole| of.get(whole.as_str()).cloned());
        if let Some(theme) = whole {
            of.entry(figure.id.to_string()).or_insert(theme);
        }
    }
    let first = ("general".to_owned(), "县情及其他".to_owned());
    let themes = model
        .themes
        .iter()
        .map(|theme| (theme.id.to_string(), theme.name.clone()));
    Groups {
        order: std::iter::once(first).chain(themes).collect(),
        of,
    }
}

/// By the outermost place below the county.
fn place_groups(county: &County, figures: &[&Figure]) -> Groups {
    let mut order: Vec<(String, String)> = Vec::new();
    let mut of = BTreeMap::new();
    for figure in figures {
        let root = outermost(county, &figure.subject);
        if !order.iter().any(|(id, _)| id == root.as_str()) {
            order.push((root.to_string(), county.place_name(&root)));
        }
        of.insert(figure.id.to_string(), root.to_string());
    }
    let position = |id: &str| {
        county
            .places
            .iter()
            .position(|place| place.id.as_str() == id)
    };
    order.sort_by_key(|(id, _)| position(id));
    Groups { order, of }
}

fn outermost(county: &County, id: &PlaceId) -> PlaceId {
    let parent = county.place(id).and_then(|place| place.parent.clone());
    match parent {
        Some(parent) if parent.as_str() != PlaceId::COUNTY && parent != *id => {
            outermost(county, &parent)
        }
        Some(_) | None => id.clone(),
    }
}
