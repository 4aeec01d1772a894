//! What counties take from sources, by source.

use std::collections::BTreeMap;

use crate::{
    model::{County, SourceId},
    threads,
};

/// Things by the source that they are taken from, in the order of the counties.
pub(super) type BySource<'m, T> = BTreeMap<&'m SourceId, Vec<T>>;

/// Sorts what `of` finds in each county.
pub(super) fn by_source<'m, T: Send>(
    counties: impl IntoIterator<Item = &'m County>,
    of: impl Fn(&'m County) -> Vec<(&'m SourceId, T)> + Sync,
) -> BySource<'m, T> {
    let of_counties = threads::map(counties, |county| {
        // A county has one source or two.
        let mut sorted: Vec<(&SourceId, Vec<T>)> = Vec::new();
        for (source, thing) in of(county) {
            match sorted.iter_mut().find(|(known, _)| *known == source) {
                Some((_, things)) => things.push(thing),
                None => sorted.push((source, vec![thing])),
            }
        }
        sorted
    });
    let mut all = BTreeMap::new();
    for (source, things) in of_counties.into_iter().flatten() {
        all.entry(source).or_insert_with(Vec::new).extend(things);
    }
    all
}
