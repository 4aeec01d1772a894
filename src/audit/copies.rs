//! Two copies of one text report the same figures.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Finding},
    model::{County, DoubtCode, Figure, Model, SourceId, SourceText},
};

/// The second copies of each text.
type Copies<'m> = BTreeMap<&'m SourceId, Vec<&'m SourceText>>;

/// Reports figures of a text that its second copy does not have, unless a doubt says so.
pub(super) fn agree(model: &Model) -> Vec<Finding> {
    let mut copies = Copies::new();
    for copy in model.sources.values().filter(|copy| copy.index.is_some()) {
        if let Some(original) = copy.copy_of.as_ref().filter(|id| **id != copy.id) {
            copies.entry(original).or_default().push(copy);
        }
    }
    let of_counties = model
        .counties
        .iter()
        .map(|county| of_county(county, &copies));
    of_counties.flatten().collect()
}

fn of_county(county: &County, copies: &Copies<'_>) -> Vec<Finding> {
    let mut copied: BTreeMap<&SourceId, Vec<&Figure>> = BTreeMap::new();
    for figure in &county.figures {
        let original = &figure.source.source;
        if copies.contains_key(original) {
            copied.entry(original).or_default().push(figure);
        }
    }
    let mut findings = Vec::new();
    for (original, figures) in copied {
        for copy in copies.get(original).into_iter().flatten() {
            findings.extend(missing(original, &figures, copy));
        }
    }
    findings
}

/// What the copy is not said to have of a county's figures; of all of them that is told once.
fn missing(original: &SourceId, figures: &[&Figure], copy: &SourceText) -> Vec<Finding> {
    let lacks = |figure: &&&Figure| {
        let doubt = figure.doubt.as_deref();
        let doubted = doubt.is_some_and(|doubt| doubt.code == DoubtCode::CopiesDiffer);
        !doubted && !figure.also.iter().any(|place| place.source == copy.id)
    };
    let missing: Vec<&&Figure> = figures.iter().filter(lacks).collect();
    if let (true, [first, _, ..]) = (missing.len() == figures.len(), missing.as_slice()) {
        let message = format!(
            "no figure that stands in `{original}` is said to stand in its second copy `{}`",
            copy.id
        );
        let finding = Finding::error(Code::CopiesDiffer, copy.keys.of("copy_of"), message)
            .with_related(first.keys.of("source"), "for one here")
            .with_help("correct `copy_of:`, or add the places in the copy to each `source.also`");
        return vec![finding];
    }
    let findings = missing.into_iter().map(|figure| {
        let message = format!(
            "`{}` stands in `{original}`, but its second copy `{}` is not said to have it",
            figure.id, copy.id
        );
        Finding::error(Code::CopiesDiffer, figure.keys.of("source"), message)
            .with_help("add its place in the copy to `source.also`; if the copy lacks it, declare a doubt `copies-differ`")
    });
    findings.collect()
}

/// Of each source, the sources of further places of the figures that are taken from it.
pub(super) type Places<'m> = BTreeMap<&'m SourceId, Vec<Vec<&'m SourceId>>>;

/// Lists them.
pub(super) fn places(model: &Model) -> Places<'_> {
    let mut places = Places::new();
    for figure in model.counties.iter().flat_map(|county| &county.figures) {
        let also = figure.also.iter().map(|place| &place.source);
        places
            .entry(&figure.source.source)
            .or_default()
            .push(also.collect());
    }
    places
}

/// The figures that a copy shares with its original: how many, and of how many.
pub(super) fn shared(places: &Places<'_>, copy: &SourceId, original: &SourceId) -> (usize, usize) {
    let figures = places.get(original).map_or(&[][..], Vec::as_slice);
    let in_copy = figures.iter().filter(|also| also.contains(&copy));
    (in_copy.count(), figures.len())
}
