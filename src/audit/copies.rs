//! Two copies of one text report the same figures.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Finding},
    model::{DoubtCode, Model, SourceId},
};

/// Reports figures of a text that its second copy does not have, unless a doubt says so.
pub(super) fn agree(model: &Model) -> Vec<Finding> {
    let mut findings = Vec::new();
    for copy in model
        .sources
        .values()
        .filter(|source| source.index.is_some())
    {
        let Some(original) = copy.copy_of.as_ref().filter(|id| **id != copy.id) else {
            continue;
        };
        for county in &model.counties {
            let missing = county.figures.iter().filter(|figure| {
                let of_original = figure.source.source == *original;
                let in_copy = figure.also.iter().any(|place| place.source == copy.id);
                let doubted = figure
                    .doubt
                    .as_ref()
                    .is_some_and(|doubt| doubt.code == DoubtCode::CopiesDiffer);
                of_original && !in_copy && !doubted
            });
            findings.extend(missing.map(|figure| {
                let message = format!(
                    "`{}` stands in `{original}`, but its second copy `{}` is not said to have it",
                    figure.id, copy.id
                );
                Finding::error(Code::CopiesDiffer, figure.keys.of("source"), message)
                    .with_help("add its place in the copy to `source.also`; if the copy lacks it, declare a doubt `copies-differ`")
            }));
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
