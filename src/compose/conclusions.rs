//! What is concluded across counties, each conclusion of at least two initiatives or of what one county alone does.

use std::collections::BTreeSet;

use super::{
    approaches::{county_names, means_names, names},
    prose,
};
use crate::{
    document::Inline,
    model::{
        Conclusion, ConclusionKind, County, Facet, Means, Model, User, conclusions, on_main_theme,
    },
    template::view::{ConclusionView, ConclusionsView, OnlyWaysView, UntoldView, UserView},
};

/// Conclusions of a kind that are printed; the export lists all.
const PRINTED: usize = 8;
/// Ways named of a county that goes them alone.
const NAMED: usize = 5;
/// Shared ways named in 提要.
const IN_SUMMARY: usize = 3;

/// The view of all conclusions.
pub(super) fn told(model: &Model, counties: &[&County]) -> ConclusionsView {
    let all = conclusions(&model.themes, counties);
    let of = |kind: ConclusionKind| {
        let conclusions = all.iter();
        conclusions.filter(move |conclusion| conclusion.kind == kind)
    };
    let mut shared: Vec<&Conclusion<'_>> = of(ConclusionKind::Shared).collect();
    shared.sort_by_key(|conclusion| std::cmp::Reverse(conclusion.users.len()));
    let in_summary = shared.iter().take(IN_SUMMARY);
    let in_summary: Vec<String> = in_summary
        .filter_map(|one| {
            let counties = county_names(one.users.iter().map(|user| user.county));
            let (theme, carrier) = (&one.theme.name, one.carrier?.name);
            Some(format!("{theme}方面，{counties}都{carrier}"))
        })
        .collect();
    // What only some texts tell is in the export: that others do not tell it is no finding of a study.
    let studies = of(ConclusionKind::Contrast);
    let mut studied = Vec::new();
    let studies = studies.filter(|conclusion| {
        let new = !studied.contains(&&conclusion.theme.id);
        studied.push(&conclusion.theme.id);
        new
    });
    // Themes that several counties report on.
    let reported = model.themes.iter().filter(|theme| {
        let report = |county: &&&County| !on_main_theme(county, theme).is_empty();
        counties.iter().filter(report).count() > 1
    });
    let reported: Vec<&str> = reported.map(|theme| theme.name.as_str()).collect();
    ConclusionsView {
        in_summary: (!in_summary.is_empty()).then(|| in_summary.join("；")),
        shared: shared.iter().take(PRINTED).map(|one| view(one)).collect(),
        different: of(ConclusionKind::Different)
            .take(PRINTED)
            .map(view)
            .collect(),
        studies: studies.take(PRINTED).map(view).collect(),
        only: counties
            .iter()
            .filter_map(|county| only(county, of(ConclusionKind::Only)))
            .collect(),
        untold: untold(&reported, of(ConclusionKind::Untold)),
    }
}

fn view(conclusion: &Conclusion<'_>) -> ConclusionView {
    let facet = conclusion.facet;
    let shared = conclusion.kind == ConclusionKind::Shared;
    let tells = |user: &&User<'_>| facet.is_none_or(|facet| !user.means(facet).is_empty());
    let (told, silent): (Vec<&User<'_>>, Vec<&User<'_>>) = conclusion.users.iter().partition(tells);
    let users = told.iter().map(|user| {
        let side = facet.unwrap_or(Facet::Carrier);
        let means = match facet {
            Some(_) => user.means(side),
            // What is compared is then what each mainly works through.
            None => user
                .initiatives
                .iter()
                .filter_map(|initiative| initiative.means(side).next())
                .collect(),
        };
        UserView {
            county: user.county.name.clone(),
            names: prose::markdown(&names(user.county, &user.initiatives)),
            means: means_names(&means),
        }
    });
    let carrier = conclusion.carrier.map(|carrier| carrier.word);
    let common = if shared {
        common(conclusion)
    } else {
        BTreeSet::new()
    };
    let first = common.first().map(|means| means.word);
    let id = [Some(conclusion.theme.id.as_str()), carrier, first];
    ConclusionView {
        id: id.into_iter().flatten().collect::<Vec<_>>().join("."),
        theme: conclusion.theme.name.clone(),
        carrier: conclusion.carrier.map(|carrier| carrier.name.to_owned()),
        // A second carrier needs no name of its facet: they do that too.
        facet: facet
            .filter(|facet| *facet != Facet::Carrier)
            .map(|facet| facet.name().to_owned()),
        common: shared.then(|| means_names(&common)),
        counties: county_names(conclusion.users.iter().map(|user| user.county)),
        users: users.collect(),
        silent: (!silent.is_empty()).then(|| county_names(silent.iter().map(|user| user.county))),
    }
}

/// What all its initiatives have of the facet that they have in common besides the carrier.
fn common(conclusion: &Conclusion<'_>) -> BTreeSet<Means> {
    let Some(facet) = conclusion.facet else {
        return BTreeSet::new();
    };
    let initiatives = conclusion.users.iter().flat_map(|user| &user.initiatives);
    let means = initiatives.map(|initiative| initiative.means(facet).collect());
    let common = means.reduce(|common: BTreeSet<Means>, of_one| &common & &of_one);
    let mut common = common.unwrap_or_default();
    common.retain(|means| conclusion.carrier != Some(*means));
    common
}

/// What a county alone does at county level.
fn only<'c, 'm: 'c>(
    county: &County,
    conclusions: impl Iterator<Item = &'c Conclusion<'m>>,
) -> Option<OnlyWaysView> {
    let users = conclusions.flat_map(|conclusion| &conclusion.users);
    let own = users.filter(|user| user.county.id == county.id);
    let first = own.filter_map(|user| user.initiatives.first());
    let mut of_county = first.filter(|initiative| initiative.level.tag().is_none());
    let mut runs = Vec::new();
    for initiative in of_county.by_ref().take(NAMED) {
        if !runs.is_empty() {
            runs.push(Inline::plain("、"));
        }
        runs.extend(prose::runs(county, &initiative.name));
    }
    if of_county.next().is_some() {
        runs.push(Inline::plain("等"));
    }
    (!runs.is_empty()).then(|| OnlyWaysView {
        id: county.id.to_string(),
        county: county.name.clone(),
        names: prose::markdown(&runs),
    })
}

/// By themes, the facets that nobody's text tells there. Where most themes are concerned the others are named.
fn untold<'c, 'm: 'c>(
    reported: &[&str],
    conclusions: impl Iterator<Item = &'c Conclusion<'m>>,
) -> Vec<UntoldView> {
    let mut of_facets: Vec<(Facet, Vec<&str>)> = Vec::new();
    for conclusion in conclusions {
        let Some(facet) = conclusion.facet else {
            continue;
        };
        let theme = conclusion.theme.name.as_str();
        match of_facets.iter_mut().find(|(known, _)| *known == facet) {
            Some((_, themes)) => themes.push(theme),
            None => of_facets.push((facet, vec![theme])),
        }
    }
    let mut views: Vec<UntoldView> = Vec::new();
    for (facet, themes) in of_facets {
        let others: Vec<&str> = reported
            .iter()
            .filter(|theme| !themes.contains(theme))
            .copied()
            .collect();
        let many = others.len() < themes.len();
        let view = UntoldView {
            id: facet.key().to_owned(),
            facet: facet.name().to_owned(),
            themes: (!many).then(|| themes.join("、")),
            except: (many && !others.is_empty()).then(|| others.join("、")),
        };
        let same = views
            .iter_mut()
            .find(|known| known.themes == view.themes && known.except == view.except);
        match same {
            Some(known) => {
                known.facet += "、";
                known.facet += &view.facet;
            }
            None => views.push(view),
        }
    }
    views
}
