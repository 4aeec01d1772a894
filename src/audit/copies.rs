//! Two copies of one text report the same figures.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Finding},
    model::{DoubtCode, Model, SourceId},
};

/// Reports figures of a text that its second copy does not have, unless a doubt says so.
pub(super) fn agree(model: &Model) -> Vec<Finding> {
    let mut copies: BTreeMap<&SourceId, Vec<&SourceId>> = BTreeMap::new();
    for copy in model.sources.values().filter(|copy| copy.index.is_some()) {
        if let Some(original) = copy.copy_of.as_ref().filter(|id| **id != copy.id) {
            copies.entry(original).or_default().push(&copy.id);
        }
    }
    let mut findings = Vec::new();
    for figure in model.counties.iter().flat_map(|county| &county.figures) {
        let original = &figure.source.source;
        let doubt = figure.doubt.as_ref();
        if doubt.is_some_and(|doubt| doubt.code == DoubtCode::CopiesDiffer) {
            continue;
        }
        for copy in copies.get(original).into_iter().flatten() {
            if figure.also.iter().any(|place| place.source == **copy) {
                continue;
            }
            let message = format!(
                "`{}` stands in `{original}`, but its second copy `{copy}` is not said to have it",
                figure.id
            );
            findings.push(
                Finding::error(Code::CopiesDiffer, figure.keys.of("source"), message)
                    .with_help("add its place in the copy to `source.also`; if the copy lacks it, declare a doubt `copies-differ`"),
            );
        }
    }
    findings
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
