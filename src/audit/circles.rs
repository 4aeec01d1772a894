//! Nothing is part of itself, lies in itself, follows from itself or is spread over itself.

use std::collections::BTreeSet;

use crate::{
    diagnostic::{Code, Finding},
    model::{Check, County, Figure, Indicator, Place, PlaceLevel, SourceId, SourceText},
    span::Span,
};

/// Reports circles of parts and wholes, of places, and relations of a figure to itself.
pub(super) fn of_county(county: &County) -> Vec<Finding> {
    let mut findings = Vec::new();
    for circle in parts(county) {
        findings.extend(told("figure", "part_of", &circle, "part of itself"));
    }
    for circle in places(county) {
        findings.extend(told("place", "parent", &circle, "part of itself"));
    }
    findings.extend(county.figures.iter().filter_map(relation));
    findings
}

/// Reports indicators that are spread over themselves by way of others.
pub(super) fn of_indicators(indicators: &[Indicator]) -> Vec<Finding> {
    let next = |indicator: &Indicator| {
        let per = indicator.per.as_ref()?;
        indicators.iter().position(|other| other.id == *per)
    };
    let circles = circles(indicators, next).into_iter();
    // An indicator that is its own denominator is told where it is read.
    let circles = circles.filter(|circle| circle.len() > 1);
    let told = circles.flat_map(|circle| {
        let links: Vec<Link<'_>> = circle
            .iter()
            .map(|index| &indicators[*index])
            .map(|indicator| link(indicator.id.as_str(), indicator.keys.of("per")))
            .collect();
        told("indicator", "per", &links, "its own denominator")
    });
    told.collect()
}

/// Reports second copies of second copies that lead back.
pub(super) fn of_sources<'m>(
    sources: impl IntoIterator<Item = (&'m SourceId, &'m SourceText)>,
) -> Vec<Finding> {
    let sources: Vec<&SourceText> = sources.into_iter().map(|(_, source)| source).collect();
    let next = |source: &&SourceText| {
        let original = source.copy_of.as_ref()?;
        sources.iter().position(|other| other.id == *original)
    };
    let told = circles(&sources, next).into_iter().flat_map(|circle| {
        let links: Vec<Link<'_>> = circle
            .iter()
            .map(|index| sources[*index])
            .map(|source| link(source.id.as_str(), source.keys.of("copy_of")))
            .collect();
        told("source", "copy_of", &links, "a copy of itself")
    });
    told.collect()
}

/// The figures that stand in a circle of parts and wholes.
pub(super) fn circular(county: &County) -> BTreeSet<&str> {
    let links = parts(county).into_iter().flatten();
    links.map(|link| link.id).collect()
}

/// One step of a circle.
#[derive(Clone, Copy)]
struct Link<'m> {
    id: &'m str,
    /// Where it names the next one.
    place: Span,
    /// Nothing speaks for this step being right.
    doubtful: bool,
}

fn link(id: &str, place: Span) -> Link<'_> {
    Link {
        id,
        place,
        doubtful: false,
    }
}

fn parts(county: &County) -> Vec<Vec<Link<'_>>> {
    let figures = &county.figures;
    let whole = |figure: &Figure| {
        let whole = figure.part_of.as_ref()?;
        figures.iter().position(|other| other.id == *whole)
    };
    let link = |index: usize| {
        let figure = &figures[index];
        let larger = whole(figure).is_some_and(|whole| {
            super::bounds::exceeds(&figure.quantity, &figures[whole].quantity)
        });
        Link {
            doubtful: larger,
            ..link(figure.id.as_str(), figure.keys.of("part_of"))
        }
    };
    let circles = circles(figures, whole).into_iter();
    circles
        .map(|circle| circle.into_iter().map(link).collect())
        .collect()
}

fn places(county: &County) -> Vec<Vec<Link<'_>>> {
    let places = &county.places;
    let parent = |place: &Place| {
        let parent = place.parent.as_ref()?;
        places.iter().position(|other| other.id == *parent)
    };
    let link = |index: usize| {
        let place = &places[index];
        let level = |place: &Place| rank(place.level);
        let smaller = parent(place).is_some_and(|parent| level(&places[parent]) >= level(place));
        Link {
            doubtful: smaller,
            ..link(place.id.as_str(), place.keys.of("parent"))
        }
    };
    let circles = circles(places, parent).into_iter();
    circles
        .map(|circle| circle.into_iter().map(link).collect())
        .collect()
}

/// How far down a place stands.
pub(super) fn rank(level: PlaceLevel) -> u8 {
    match level {
        PlaceLevel::County => 0,
        PlaceLevel::Township => 1,
        PlaceLevel::Village | PlaceLevel::Community => 2,
        PlaceLevel::Enterprise | PlaceLevel::Organ => 3,
    }
}

/// The circles among things of which each may lead to another, each circle once, from its first member on.
fn circles<T>(all: &[T], next: impl Fn(&T) -> Option<usize>) -> Vec<Vec<usize>> {
    let mut done = vec![false; all.len()];
    let mut found = Vec::new();
    for start in 0..all.len() {
        let mut way = Vec::new();
        let mut here = Some(start);
        while let Some(index) = here.filter(|index| !done[*index]) {
            done[index] = true;
            way.push(index);
            here = next(&all[index]);
        }
        // Only what leads back to this very way is a new circle.
        let back = here.and_then(|index| way.iter().position(|step| *step == index));
        if let Some(back) = back {
            let mut circle = way.split_off(back);
            let first = (0..circle.len()).min_by_key(|at| circle[*at]);
            circle.rotate_left(first.unwrap_or(0));
            found.push(circle);
        }
    }
    found
}

/// One finding for a circle, at the step that is most likely wrong.
fn told(what: &str, key: &str, circle: &[Link<'_>], problem: &str) -> Option<Finding> {
    let wrong = circle
        .iter()
        .find(|link| link.doubtful)
        .or(circle.first())?;
    let mut way: Vec<&str> = circle.iter().map(|link| link.id).collect();
    way.extend(circle.first().map(|link| link.id));
    let message = format!(
        "{what} `{}` is {problem}: `{}`",
        wrong.id,
        way.join("` → `")
    );
    let finding = Finding::error(Code::Circular, wrong.place, message)
        .with_help(format!("correct the `{key}:` that leads back"));
    let other = circle.iter().find(|link| link.id != wrong.id);
    Some(match other {
        Some(other) => finding.with_related(other.place, "the circle goes on here"),
        None => finding,
    })
}

/// A figure that is recomputed from itself always or never fits.
fn relation(figure: &Figure) -> Option<Finding> {
    let operands = figure.check.as_ref().map(Check::operands)?;
    operands.contains(&figure.id).then(|| {
        let message = format!("figure `{}` is recomputed from itself", figure.id);
        Finding::error(Code::Circular, figure.keys.of("check"), message)
            .with_focus(figure.id.as_str())
            .with_help("name the figures that it should follow from")
    })
}
