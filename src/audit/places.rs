//! Places lie in larger ones, and what a place carries is of its level.

use std::collections::BTreeMap;

use super::circles::rank;
use crate::{
    diagnostic::{Code, Finding},
    model::{County, Initiative, Place, PlaceId, PlaceLevel},
};

/// Reports places in smaller ones, places declared twice, and initiatives of another level than their place.
pub(super) fn fit(county: &County) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    findings.extend(
        county
            .places
            .iter()
            .filter_map(|place| parent(county, place)),
    );
    findings.extend(twice(county));
    let initiatives = county.initiatives.iter();
    findings.extend(initiatives.filter_map(|initiative| level(county, initiative)));
    findings
}

fn parent(county: &County, place: &Place) -> Option<Finding> {
    let parent = county.place(place.parent.as_ref()?)?;
    // Villages may lie in villages, townships only in the county.
    let township = place.level == PlaceLevel::Township && parent.level == PlaceLevel::Township;
    // A circle is told as such.
    let back = parent.parent.as_ref() == Some(&place.id);
    let smaller = rank(parent.level) > rank(place.level) || township;
    (smaller && !back && parent.id != place.id).then(|| {
        let message = format!(
            "`{}` is a {}, but lies in `{}`, a {}",
            place.id,
            place.level.word(),
            parent.id,
            parent.level.word()
        );
        Finding::error(Code::PlaceLevel, place.keys.of("parent"), message)
            .with_related(parent.keys.of("level"), "its level")
            .with_help("correct `parent:`, or one of the two levels")
    })
}

fn twice(county: &County) -> Vec<Finding> {
    let mut first: BTreeMap<(&str, Option<&PlaceId>), &Place> = BTreeMap::new();
    let mut findings = Vec::new();
    for place in &county.places {
        let earlier = first
            .entry((&place.name, place.parent.as_ref()))
            .or_insert(place);
        if earlier.id != place.id {
            let message = format!(
                "place `{}` has the name of `{}`: {}",
                place.id, earlier.id, place.name
            );
            findings.push(
                Finding::error(Code::DuplicateId, place.keys.of("name"), message)
                    .with_related(earlier.keys.of("name"), "first here")
                    .with_help("keep one, or say in `parent:` where each of them lies"),
            );
        }
    }
    findings
}

fn level(county: &County, initiative: &Initiative) -> Option<Finding> {
    let place = county.place(&initiative.place)?;
    let itself = place.id.as_str() == PlaceId::COUNTY;
    (!itself && place.level != initiative.level).then(|| {
        let message = format!(
            "initiative `{}` is of level `{}`, but `{}` is a {}",
            initiative.id,
            initiative.level.word(),
            place.id,
            place.level.word()
        );
        Finding::error(Code::PlaceLevel, initiative.keys.of("place"), message)
            .with_related(initiative.keys.of("level"), "its level")
            .with_help("name the place that carries it, or correct `level:`")
    })
}
