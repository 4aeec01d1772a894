//! What is concluded of several counties' ways of working: what they have in common, where they differ, what only one does
//! and what nobody's text tells.

use super::{
    County, Facet, Initiative, Means, Theme,
    ways::{Side, User, Way, on_main_theme, ways},
};

/// What is concluded of several initiatives.
#[derive(Debug, Clone)]
pub struct Conclusion<'m> {
    /// What kind of conclusion.
    pub kind: ConclusionKind,
    /// The theme that it is about.
    pub theme: &'m Theme,
    /// The carrier that the initiatives share, where they do.
    pub carrier: Option<Means>,
    /// The facet that they are compared by, or have in common besides the carrier.
    pub facet: Option<Facet>,
    /// What it stands on.
    pub users: Vec<User<'m>>,
}

/// The kinds of conclusion, in the order that they are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConclusionKind {
    /// Several counties have initiatives on the theme with the same carrier and one more attribute in common.
    Shared,
    /// No way is shared by all who report on the theme.
    Different,
    /// They go the same way, and a facet of it is told differently.
    Contrast,
    /// They go the same way, and only some texts tell a facet of it.
    Partly,
    /// Only this county has an initiative like this.
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

/// Everything that is concluded of these counties, by kind and theme.
pub fn conclusions<'m>(themes: &'m [Theme], counties: &[&'m County]) -> Vec<Conclusion<'m>> {
    let known = traits(counties);
    let mut all: Vec<Conclusion<'m>> = themes
        .iter()
        .flat_map(|theme| of_theme(theme, counties, &known))
        .collect();
    all.sort_by_key(|conclusion| conclusion.kind);
    all
}

fn of_theme<'m>(
    theme: &'m Theme,
    counties: &[&'m County],
    known: &[Traits<'m>],
) -> Vec<Conclusion<'m>> {
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
    for (carrier, facet, users) in shared(theme, known) {
        conclude(ConclusionKind::Shared, Some(carrier), Some(facet), users);
    }
    for way in &ways {
        let (carrier, users) = (Some(way.carrier), way.users.clone());
        if let Some((kind, facet)) = contrast(way).filter(|_| way.is_shared()) {
            conclude(kind, carrier, Some(facet), users.clone());
        }
        for mut user in users {
            user.initiatives.retain(|one| is_alone(one, known));
            if !user.initiatives.is_empty() {
                conclude(ConclusionKind::Only, carrier, None, vec![user]);
            }
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

/// The attributes by which initiatives are alike, each a bit; many initiatives are laid side by side. Who takes part does
/// not count: nearly all are members or cadres.
#[derive(Debug)]
struct Traits<'m> {
    county: &'m County,
    initiative: &'m Initiative,
    /// The carrier that it mainly works through.
    main: u128,
    carriers: u128,
    all: u128,
}

fn traits<'m>(counties: &[&'m County]) -> Vec<Traits<'m>> {
    let of_county = |county: &'m County| {
        let initiatives = county.initiatives.iter();
        initiatives.map(move |initiative| {
            let bits = |facet: Facet| {
                let means = initiative.means(facet);
                means.map(move |means| bit(facet, means))
            };
            let compared = COMPARED.iter().flat_map(|facet| bits(*facet));
            Traits {
                county,
                initiative,
                main: bits(Facet::Carrier).next().unwrap_or(0),
                carriers: bits(Facet::Carrier).fold(0, |all, bit| all | bit),
                all: compared.fold(0, |all, bit| all | bit),
            }
        })
    };
    counties.iter().copied().flat_map(of_county).collect()
}

/// Facets by which initiatives are alike.
const COMPARED: [Facet; 7] = [
    Facet::Carrier,
    Facet::Form,
    Facet::Funding,
    Facet::Incentive,
    Facet::Checking,
    Facet::Coverage,
    Facet::Digital,
];

/// Every attribute that is compared, in the order of their bits.
fn compared() -> impl Iterator<Item = (Facet, Means)> {
    COMPARED.iter().flat_map(|facet| {
        let values = facet.values().iter();
        values.map(|(_, means)| (*facet, *means))
    })
}

fn bit(facet: Facet, means: Means) -> u128 {
    let at = compared().position(|one| one == (facet, means));
    at.map_or(0, |at| 1 << at)
}

/// A carrier, what goes with it, and who does so.
type Alike<'m> = (Means, Facet, Vec<User<'m>>);

/// Initiatives of several counties on a theme that are alike: a carrier alone makes a kind of work and no common practice,
/// so that they have one more attribute in common. An initiative is told of once.
fn shared<'m>(theme: &Theme, known: &[Traits<'m>]) -> Vec<Alike<'m>> {
    let on_theme: Vec<&Traits<'m>> = known
        .iter()
        .filter(|one| one.initiative.themes.contains(&theme.id))
        .collect();
    let all: Vec<(Facet, Means)> = compared().collect();
    let mut found: Vec<Alike<'m>> = Vec::new();
    for (at, (facet, carrier)) in all.iter().enumerate() {
        if *facet != Facet::Carrier {
            break;
        }
        let with: Vec<&&Traits<'_>> = on_theme
            .iter()
            .filter(|one| one.carriers >> at & 1 == 1)
            .collect();
        if with.len() < 2 {
            continue;
        }
        for (beside, (facet, _)) in all.iter().enumerate().skip(at + 1) {
            let mut users: Vec<User<'m>> = Vec::new();
            for one in with.iter().filter(|one| one.all >> beside & 1 == 1) {
                match users.last_mut() {
                    Some(user) if user.county.id == one.county.id => {
                        user.initiatives.push(one.initiative);
                    }
                    Some(_) | None => users.push(User {
                        county: one.county,
                        initiatives: vec![one.initiative],
                    }),
                }
            }
            if users.len() > 1 {
                found.push((*carrier, *facet, users));
            }
        }
    }
    // Those of most counties first; what is left of the others must still be of several counties.
    found.sort_by_key(|(.., users)| std::cmp::Reverse(users.len()));
    let mut told: Vec<&Initiative> = Vec::new();
    found.retain_mut(|(.., users)| {
        for user in users.iter_mut() {
            let is_told = |one: &&Initiative| told.iter().any(|told| std::ptr::eq(*told, *one));
            user.initiatives.retain(|one| !is_told(one));
        }
        users.retain(|user| !user.initiatives.is_empty());
        let several = users.len() > 1;
        if several {
            told.extend(users.iter().flat_map(|user| &user.initiatives));
        }
        several
    });
    found
}

/// Whether no other county has an initiative on one of its themes with its main carrier, nor one anywhere that has a
/// carrier and one more attribute in common with it.
fn is_alone(initiative: &Initiative, known: &[Traits<'_>]) -> bool {
    let own = known
        .iter()
        .find(|one| std::ptr::eq(one.initiative, initiative));
    let own = own.expect("invariant: every initiative of the counties is known");
    let mut others = known.iter().filter(|one| one.county.id != own.county.id);
    own.main != 0
        && !others.any(|other| {
            let mut themes = other.initiative.themes.iter();
            let like = other.carriers & own.main != 0
                && themes.any(|theme| initiative.themes.contains(theme));
            let common = other.all & own.all;
            like || (common & own.carriers != 0 && common.count_ones() > 1)
        })
}

/// Where its users differ: a facet that several are told to have and not alike, or else one that only some are told
/// to have.
fn contrast(way: &Way<'_>) -> Option<(ConclusionKind, Facet)> {
    let sides: Vec<Side<'_>> = STUDIED.iter().map(|facet| way.side(*facet)).collect();
    let unlike = sides.iter().find(|side| side.is_unlike());
    let partly = || {
        let mut sides = sides.iter();
        sides.find(|side| !side.told.is_empty() && !side.silent.is_empty())
    };
    let found = unlike.map(|side| (ConclusionKind::Contrast, side.facet));
    found.or_else(|| partly().map(|side| (ConclusionKind::Partly, side.facet)))
}

/// The counties that report on a theme, with all their initiatives whose main theme it is.
fn reporting<'m>(theme: &Theme, counties: &[&'m County]) -> Vec<User<'m>> {
    let users = counties.iter().map(|county| User {
        county,
        initiatives: on_main_theme(county, theme),
    });
    users.filter(|user| !user.initiatives.is_empty()).collect()
}
