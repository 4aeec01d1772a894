//! Ways of working laid side by side: which counties go about a theme by the same means, and what is told of those.
//!
//! All of it is computed from the [attributes](super::Attribute) of initiatives, so that it changes with them. Nothing is
//! ranked: counties stand in their order, and what a text does not tell is no lack of the county.

use std::collections::BTreeSet;

use super::{County, Facet, Initiative, Means, Theme};

/// A way of going about a theme: initiatives with the same main carrier.
#[derive(Debug, Clone)]
pub struct Way<'m> {
    /// What they work through.
    pub carrier: Means,
    /// Who goes this way, in the order of the counties.
    pub users: Vec<User<'m>>,
}

/// A county with those of its initiatives that something is said of.
#[derive(Debug, Clone)]
pub struct User<'m> {
    /// The county.
    pub county: &'m County,
    /// At least one; those of the county itself first.
    pub initiatives: Vec<&'m Initiative>,
}

/// A facet that the users of a way are compared by.
#[derive(Debug, Clone)]
pub struct Side<'m> {
    /// Which.
    pub facet: Facet,
    /// What each of them is told to have, in the order of the counties; those of whom nothing is told are left out.
    pub told: Vec<(&'m County, BTreeSet<Means>)>,
    /// Those of whom nothing is told.
    pub silent: Vec<&'m County>,
}

/// The ways that counties go about a theme: those of most counties first, then by the order of the carriers.
pub fn ways<'m>(theme: &Theme, counties: &[&'m County]) -> Vec<Way<'m>> {
    let mut ways: Vec<Way<'m>> = Vec::new();
    for county in counties {
        for initiative in on_main_theme(county, theme) {
            let Some(carrier) = initiative.means(Facet::Carrier).next() else {
                continue;
            };
            let at = ways.iter().position(|way| way.carrier == carrier);
            let at = at.unwrap_or_else(|| {
                ways.push(Way {
                    carrier,
                    users: Vec::new(),
                });
                ways.len() - 1
            });
            let way = &mut ways[at];
            match way.users.last_mut() {
                Some(user) if user.county.id == county.id => user.initiatives.push(initiative),
                Some(_) | None => way.users.push(User {
                    county,
                    initiatives: vec![initiative],
                }),
            }
        }
    }
    let order = |carrier: Means| {
        let known = Facet::Carrier.values().iter();
        known.clone().position(|(word, _)| *word == carrier.word)
    };
    ways.sort_by_key(|way| (std::cmp::Reverse(way.users.len()), order(way.carrier)));
    ways
}

/// A county's initiatives whose main theme this is, those of the county itself first.
pub fn on_main_theme<'m>(county: &'m County, theme: &Theme) -> Vec<&'m Initiative> {
    let initiatives = county.initiatives.iter();
    let mut on: Vec<&Initiative> = initiatives
        .filter(|initiative| initiative.themes[0] == theme.id)
        .collect();
    on.sort_by_key(|initiative| initiative.level.tag().is_some());
    on
}

impl<'m> Way<'m> {
    /// Whether several counties go it.
    pub fn is_shared(&self) -> bool {
        self.users.len() > 1
    }

    /// The facets besides the carrier that at least one user is told to have.
    pub fn sides(&self) -> Vec<Side<'m>> {
        let facets = Facet::ALL.iter().copied();
        let sides = facets
            .filter(|facet| *facet != Facet::Carrier)
            .map(|facet| self.side(facet));
        sides.filter(|side| !side.told.is_empty()).collect()
    }

    pub(super) fn side(&self, facet: Facet) -> Side<'m> {
        let mut side = Side {
            facet,
            told: Vec::new(),
            silent: Vec::new(),
        };
        for user in &self.users {
            let means = user.means(facet);
            if means.is_empty() {
                side.silent.push(user.county);
            } else {
                side.told.push((user.county, means));
            }
        }
        side
    }
}

impl User<'_> {
    /// What its initiatives are told to have.
    pub fn means(&self, facet: Facet) -> BTreeSet<Means> {
        let initiatives = self.initiatives.iter();
        initiatives
            .flat_map(|initiative| initiative.means(facet))
            .collect()
    }
}

impl Side<'_> {
    /// Whether several are told to have it, and not all the same.
    pub fn is_unlike(&self) -> bool {
        self.told.len() > 1 && self.same().is_none()
    }

    /// What all who are told to have it have, when that is the same and they are several.
    pub fn same(&self) -> Option<&BTreeSet<Means>> {
        let (_, first) = self.told.first()?;
        let alike = self.told.len() > 1 && self.told.iter().all(|(_, means)| means == first);
        alike.then_some(first)
    }
}
