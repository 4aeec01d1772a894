//! How counties go about a theme: ways that several share, then what each does by itself.

use std::collections::BTreeSet;

use super::prose;
use crate::{
    document::Inline,
    model::{County, Facet, Initiative, Means, Theme, User, Way, on_main_theme, ways},
    template::{
        Markdown,
        view::{MemberView, OwnView, SideView, ThemeComparisonView, ToldView, WayView},
    },
};

/// Counties of a shared way that are told in a sentence; the others are named.
const TOLD_MEMBERS: usize = 3;
/// Initiatives that a county goes by itself and that are told in a sentence each.
const TOLD: usize = 2;
/// Further initiatives named.
const NAMED: usize = 3;
/// Facets named that all users of a way have alike.
const SIDES: usize = 2;
/// Means of a facet that are named.
const MEANS: usize = 3;

/// The view of a theme that at least one county reports on.
pub(super) fn of_theme(
    report: &str,
    theme: &Theme,
    counties: &[&County],
) -> Option<ThemeComparisonView> {
    let mut all = ways(theme, counties);
    all.retain(Way::is_shared);
    let shared: Vec<&Initiative> = all
        .iter()
        .flat_map(|way| way.users.iter().flat_map(|user| &user.initiatives))
        .copied()
        .collect();
    let own: Vec<OwnView> = counties
        .iter()
        .filter_map(|county| own(theme, county, &shared))
        .collect();
    (!all.is_empty() || !own.is_empty()).then(|| ThemeComparisonView {
        id: theme.id.to_string(),
        name: theme.name.clone(),
        ways: all.iter().map(|one| way(report, theme, one)).collect(),
        own,
    })
}

fn way(report: &str, theme: &Theme, way: &Way<'_>) -> WayView {
    let (told, named) = way.users.split_at(way.users.len().min(TOLD_MEMBERS));
    let further = named.iter().map(|user| ToldView {
        county: user.county.name.clone(),
        means: prose::markdown(&names(user.county, &user.initiatives)),
    });
    WayView {
        report: report.to_owned(),
        theme: theme.id.to_string(),
        id: way.carrier.word.to_owned(),
        carrier: way.carrier.name.to_owned(),
        counties: county_names(way.users.iter().map(|user| user.county)),
        members: told.iter().map(member).collect(),
        further: further.collect(),
        sides: sides(way),
    }
}

fn member(user: &User<'_>) -> MemberView {
    let (first, others) = user
        .initiatives
        .split_first()
        .expect("invariant: a user of a way has an initiative");
    MemberView {
        county: user.county.name.clone(),
        text: prose::of_county(user.county, &first.gist),
        further: (!others.is_empty()).then(|| prose::markdown(&names(user.county, others))),
    }
}

/// What all users of a way are told to have alike. Who takes part stands in the sentences.
fn sides(way: &Way<'_>) -> Vec<SideView> {
    let sides = way.sides().into_iter();
    let alike = sides.filter(|side| side.facet != Facet::Actors && side.silent.is_empty());
    let views = alike.filter_map(|side| {
        Some(SideView {
            facet: side.facet.name().to_owned(),
            same: means_names(side.same()?),
        })
    });
    views.take(SIDES).collect()
}

/// What a county does on a theme beside the ways that it shares; nothing where all of it has another main theme, where it
/// is told.
fn own(theme: &Theme, county: &County, shared: &[&Initiative]) -> Option<OwnView> {
    let is_shared =
        |initiative: &&Initiative| shared.iter().any(|other| std::ptr::eq(*other, *initiative));
    let mut own = on_main_theme(county, theme);
    own.retain(|initiative| !is_shared(initiative));
    if own.is_empty() {
        return None;
    }
    let (told, further) = own.split_at(own.len().min(TOLD));
    let carriers: BTreeSet<Means> = told
        .iter()
        .filter_map(|initiative| initiative.means(Facet::Carrier).next())
        .collect();
    let gists = told
        .iter()
        .map(|initiative| prose::without_subject(county, &initiative.gist));
    Some(OwnView {
        id: county.id.to_string(),
        county: county.name.clone(),
        carriers: (!carriers.is_empty()).then(|| means_names(&carriers)),
        text: Markdown(gists.map(|gist| gist.0).collect()),
        further: (!further.is_empty()).then(|| prose::markdown(&names(county, further))),
    })
}

/// 甲、乙、丙等
pub(super) fn names(county: &County, initiatives: &[&Initiative]) -> Vec<Inline> {
    let mut runs = Vec::new();
    for initiative in initiatives.iter().take(NAMED) {
        if !runs.is_empty() {
            runs.push(Inline::plain("、"));
        }
        runs.extend(prose::runs(county, &initiative.name));
    }
    if initiatives.len() > NAMED {
        runs.push(Inline::plain("等"));
    }
    runs
}

/// Names of counties, joined.
pub(super) fn county_names<'m>(counties: impl IntoIterator<Item = &'m County>) -> String {
    let names: Vec<&str> = counties
        .into_iter()
        .map(|county| county.name.as_str())
        .collect();
    names.join("、")
}

/// Names of means, joined, in the order of their words.
pub(super) fn means_names(means: &BTreeSet<Means>) -> String {
    let names: Vec<&str> = means.iter().take(MEANS).map(|means| means.name).collect();
    let more = if means.len() > MEANS { "等" } else { "" };
    names.join("、") + more
}
