//! What is concluded across counties, each conclusion of at least two initiatives or of what one county alone does.

use super::{
    approaches::{county_names, means_names, names},
    prose,
};
use crate::{
    document::Inline,
    model::{Conclusion, ConclusionKind, County, Model, User, conclusions},
    template::view::{ConclusionView, ConclusionsView, OnlyWaysView, UntoldView, UserView},
};

/// Conclusions of a kind that are printed; the export lists all.
const PRINTED: usize = 6;
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
        .filter_map(|one| Some(format!("{}的{}", one.theme.name, one.carrier?.name)))
        .collect();
    let studies = of(ConclusionKind::Contrast).chain(of(ConclusionKind::Partly));
    let mut studied = Vec::new();
    let studies = studies.filter(|conclusion| {
        let new = !studied.contains(&&conclusion.theme.id);
        studied.push(&conclusion.theme.id);
        new
    });
    ConclusionsView {
        in_summary: (!in_summary.is_empty()).then(|| in_summary.join("、")),
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
        untold: untold(of(ConclusionKind::Untold)),
    }
}

fn view(conclusion: &Conclusion<'_>) -> ConclusionView {
    let facet = conclusion.facet;
    let tells = |user: &&User<'_>| facet.is_none_or(|facet| !user.means(facet).is_empty());
    let (told, silent): (Vec<&User<'_>>, Vec<&User<'_>>) = conclusion.users.iter().partition(tells);
    let users = told.iter().map(|user| {
        let side = facet.unwrap_or(crate::model::Facet::Carrier);
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
    let id = [Some(conclusion.theme.id.as_str()), carrier];
    ConclusionView {
        id: id.into_iter().flatten().collect::<Vec<_>>().join("."),
        theme: conclusion.theme.name.clone(),
        carrier: conclusion.carrier.map(|carrier| carrier.name.to_owned()),
        facet: facet.map(|facet| facet.name().to_owned()),
        counties: county_names(conclusion.users.iter().map(|user| user.county)),
        users: users.collect(),
        silent: (!silent.is_empty()).then(|| county_names(silent.iter().map(|user| user.county))),
    }
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

/// By themes, the facets that nobody's text tells there.
fn untold<'c, 'm: 'c>(conclusions: impl Iterator<Item = &'c Conclusion<'m>>) -> Vec<UntoldView> {
    let mut views: Vec<UntoldView> = Vec::new();
    for conclusion in conclusions {
        let Some(facet) = conclusion.facet else {
            continue;
        };
        let theme = conclusion.theme.name.as_str();
        match views.iter_mut().find(|view| view.id == facet.key()) {
            Some(view) => {
                view.themes += "、";
                view.themes += theme;
            }
            None => views.push(UntoldView {
                id: facet.key().to_owned(),
                facet: facet.name().to_owned(),
                themes: theme.to_owned(),
            }),
        }
    }
    let mut joined: Vec<UntoldView> = Vec::new();
    for view in views {
        match joined.iter_mut().find(|known| known.themes == view.themes) {
            Some(known) => {
                known.facet += "、";
                known.facet += &view.facet;
            }
            None => joined.push(view),
        }
    }
    joined
}
