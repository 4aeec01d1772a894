//! Two copies of one text report the same figures.

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

/// The figures that a copy shares with its original: how many, and of how many.
pub(super) fn shared(model: &Model, copy: &SourceId, original: &SourceId) -> (usize, usize) {
    let figures = model.counties.iter().flat_map(|county| &county.figures);
    let of_original: Vec<_> = figures
        .filter(|figure| figure.source.source == *original)
        .collect();
    let in_copy = of_original
        .iter()
        .filter(|figure| figure.also.iter().any(|place| place.source == *copy));
    (in_copy.count(), of_original.len())
}
