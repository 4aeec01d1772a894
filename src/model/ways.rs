//! Ways of working laid side by side: which counties go about a theme by the same means, what they share, where they
//! differ, what only one does and what nobody's text tells.
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

/// What is concluded of several initiatives.
#[derive(Debug, Clone)]
pub struct Conclusion<'m> {
    /// What kind of conclusion.
    pub kind: ConclusionKind,
    /// The theme that it is about.
    pub theme: &'m Theme,
    /// The main carrier that the initiatives share, where they do.
    pub carrier: Option<Means>,
    /// The facet that they are compared by, where one is.
    pub facet: Option<Facet>,
    /// What it stands on.
    pub users: Vec<User<'m>>,
}

/// The kinds of conclusion, in the order that they are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConclusionKind {
    /// Several counties go the same way.
    Shared,
    /// No way is shared by all who report on the theme.
    Different,
    /// They go the same way, and a facet of it is told differently.
    Contrast,
    /// They go the same way, and only some texts tell a facet of it.
    Partly,
    /// Only this county goes this way.
    Only,
    /// Several counties report on the theme, and nobody's text tells this facet.
    Untold,
}

impl ConclusionKind {
    /// All of them with the word used in exports.
    pub const WORDS: [(&str, Self); 6] = [
        ("shared", Self::Shared),
        ("different", Self::Different),
        ("contrast", Self::Contrast),
        ("partly", Self::Partly),
        ("only", Self::Only),
        ("untold", Self::Untold),
    ];

    /// The word used in exports.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, kind)| *kind == self);
        found.expect("invariant: every kind has a word").0
    }
}

/// Facets that may be worth a study, the most telling first.
const STUDIED: [Facet; 6] = [
    Facet::Checking,
    Facet::Incentive,
    Facet::Funding,
    Facet::Digital,
    Facet::Form,
    Facet::Coverage,
];

/// Facets that a reader misses where nobody's text tells them.
const MISSED: [Facet; 3] = [Facet::Funding, Facet::Incentive, Facet::Checking];

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

    fn side(&self, facet: Facet) -> Side<'m> {
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

    /// Where its users differ: a facet that several are told to have and not alike, or else one that only some are told
    /// to have.
    fn contrast(&self) -> Option<(ConclusionKind, Facet)> {
        let sides: Vec<Side<'_>> = STUDIED.iter().map(|facet| self.side(*facet)).collect();
        let unlike = sides.iter().find(|side| side.is_unlike());
        let partly = || {
            let mut sides = sides.iter();
            sides.find(|side| !side.told.is_empty() && !side.silent.is_empty())
        };
        let found = unlike.map(|side| (ConclusionKind::Contrast, side.facet));
        found.or_else(|| partly().map(|side| (ConclusionKind::Partly, side.facet)))
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

/// Everything that is concluded of these counties, by kind and theme.
pub fn conclusions<'m>(themes: &'m [Theme], counties: &[&'m County]) -> Vec<Conclusion<'m>> {
    let mut all: Vec<Conclusion<'m>> = themes
        .iter()
        .flat_map(|theme| of_theme(theme, counties))
        .collect();
    all.sort_by_key(|conclusion| conclusion.kind);
    all
}

fn of_theme<'m>(theme: &'m Theme, counties: &[&'m County]) -> Vec<Conclusion<'m>> {
    let ways = ways(theme, counties);
    let users = reporting(theme, counties);
    let mut all = Vec::new();
    let mut conclude = |kind, carrier, facet, users| {
        all.push(Conclusion {
            kind,
            theme,
            carrier,
            facet,
            users,
        });
    };
    for way in &ways {
        let (carrier, users) = (Some(way.carrier), way.users.clone());
        if !way.is_shared() {
            conclude(ConclusionKind::Only, carrier, None, users);
            continue;
        }
        conclude(ConclusionKind::Shared, carrier, None, users.clone());
        if let Some((kind, facet)) = way.contrast() {
            conclude(kind, carrier, Some(facet), users);
        }
    }
    if users.len() > 1 {
        if ways.iter().all(|way| way.users.len() < users.len()) {
            conclude(ConclusionKind::Different, None, None, users.clone());
        }
        for facet in MISSED {
            if users.iter().all(|user| user.means(facet).is_empty()) {
                conclude(ConclusionKind::Untold, None, Some(facet), users.clone());
            }
        }
    }
    all
}

/// The counties that report on a theme, with all their initiatives whose main theme it is.
fn reporting<'m>(theme: &Theme, counties: &[&'m County]) -> Vec<User<'m>> {
    let users = counties.iter().map(|county| User {
        county,
        initiatives: on_main_theme(county, theme),
    });
    users.filter(|user| !user.initiatives.is_empty()).collect()
}
