//! What is wrong with the content of a model whose form is right.
//!
//! A new rule: a file here with one function, a line in [`run`], a variant of [`Code`](crate::diagnostic::Code), a firing
//! and a quiet case in its tests, a sentence in `docs/findings.md`.

mod bound;
mod characters;
mod charts;
mod circles;
mod copies;
mod copy_texts;
mod coverage;
mod duplicates;
mod excuses;
mod indexed;
mod indicators;
mod printed;
mod relations;
mod shares;
mod statements;
mod summary;
mod targets;
mod terms;
mod texts;
mod times;
mod used;
mod wholes;
mod wording;

pub use copy_texts::Agreement;
pub use coverage::{Coverage, coverage};
pub use texts::against;

use std::collections::BTreeMap;

use crate::{
    diagnostic::Finding,
    model::{Model, Term, TermId},
    threads,
};

/// The declared terms by id.
type Terms<'m> = BTreeMap<&'m TermId, &'m Term>;

/// Runs every rule.
pub fn run(model: &Model) -> Vec<Finding> {
    let mut findings = Vec::new();
    let names = model.names();
    let variants = terms::Variants::of(model);
    findings.extend(bound::in_prose(&model.broken_prose, &names));
    findings.extend(bound::in_names(model, &names));
    findings.extend(indexed::agree(model));
    let terms: Terms<'_> = model.terms.iter().map(|term| (&term.id, term)).collect();
    findings.extend(excuses::hold(model, &terms));
    findings.extend(copies::agree(model));
    findings.extend(indicators::denominators(&model.indicators));
    let of_counties = threads::map(&model.counties, |county| {
        let mut findings = Vec::new();
        findings.extend(terms::variants(county, &variants));
        findings.extend(bound::numbers(county, &names));
        findings.extend(charts::equal(county));
        findings.extend(circles::circles(county));
        findings.extend(indicators::fit(county, &model.indicators));
        findings.extend(relations::hold(county, &terms));
        findings.extend(duplicates::figures(county));
        findings.extend(printed::agree(county));
        findings.extend(shares::possible(county));
        findings.extend(times::covered(county, model));
        findings.extend(targets::dated(county));
        findings.extend(wholes::contain(county));
        findings.extend(statements::honest(county));
        findings.extend(summary::length(county));
        findings.extend(used::figures(county));
        findings.extend(wording::agree(county));
        findings
    });
    findings.extend(of_counties.into_iter().flatten());
    findings
}
