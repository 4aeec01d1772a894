//! How much of each source is accounted for.

use std::collections::BTreeMap;

use super::copies;
use crate::model::{Account, LeftOut, Model, SourceId, SourceText};

/// What became of the numerals of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The source.
    pub source: SourceId,
    /// How many numerals its index lists; none without an index.
    pub numerals: Option<usize>,
    /// How many of them figures use.
    pub used: usize,
    /// How many are part of declared terms.
    pub terms: usize,
    /// How many are left out, by reason.
    pub left_out: BTreeMap<LeftOut, usize>,
    /// Of a second copy: the first, how many of its figures the copy has, and of how many.
    pub copy: Option<(SourceId, usize, usize)>,
}

impl Coverage {
    /// How many numerals are accounted for.
    pub fn accounted(&self) -> usize {
        self.used + self.terms + self.left_out.values().sum::<usize>()
    }
}

/// Counts, source by source.
pub fn coverage(model: &Model) -> Vec<Coverage> {
    let places = copies::places(model);
    let of_source = |source: &SourceText| {
        let mut coverage = Coverage {
            source: source.id.clone(),
            numerals: source.index.as_ref().map(|_| 0),
            used: 0,
            terms: 0,
            left_out: BTreeMap::new(),
            copy: source.copy_of.as_ref().map(|original| {
                let (shared, all) = copies::shared(&places, &source.id, original);
                (original.clone(), shared, all)
            }),
        };
        for numeral in source
            .index
            .iter()
            .flatten()
            .flat_map(|line| &line.numerals)
        {
            coverage.numerals = coverage.numerals.map(|count| count + 1);
            match &numeral.account {
                Account::Figures(_) => coverage.used += 1,
                Account::Term(_) => coverage.terms += 1,
                Account::LeftOut(reason) => *coverage.left_out.entry(*reason).or_default() += 1,
                Account::Open => {}
            }
        }
        coverage
    };
    model.sources.values().map(of_source).collect()
}
