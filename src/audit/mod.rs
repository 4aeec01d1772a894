//! What is wrong with the content of a model whose form is right.
//!
//! A new rule: a file here with one function, a line in [`run`], a variant of [`Code`](crate::diagnostic::Code), a firing
//! and a quiet case in its tests, a sentence in `docs/findings.md`.

mod bound;
mod bounds;
mod by_source;
mod characters;
mod charts;
mod circles;
mod copies;
mod copy_texts;
mod coverage;
mod duplicates;
mod editorial;
mod excuses;
mod hows;
mod indexed;
mod indicators;
mod lines;
mod listed;
mod mentions;
mod places;
mod printed;
mod relations;
mod sentences;
mod shares;
mod statements;
mod subjects;
mod summary;
mod targets;
mod terms;
mod texts;
mod times;
mod used;
mod wholes;
mod wording;
mod years;

pub use copy_texts::Agreement;
pub use coverage::{Coverage, coverage};
pub use texts::{against, against_readable};

use std::collections::BTreeMap;

use crate::{
    diagnostic::Finding,
    model::{County, Model, Term, TermId},
    threads,
};
use listed::Listings;
use printed::Unsettled;

/// The declared terms by id.
type Terms<'m> = BTreeMap<&'m TermId, &'m Term>;

/// Runs every rule.
pub fn run(model: &Model) -> Vec<Finding> {
    let mut findings = Vec::new();
    let listings = Listings::new(model);
    let terms: Terms<'_> = model.terms.iter().map(|term| (&term.id, term)).collect();
    let variants = terms::Variants::of(model);
    let readable: Vec<&County> = model.counties.iter().chain(&model.half_read).collect();
    let names = model.names();
    // Numbers of names that could not be read would look as if they were typed.
    if model.terms_complete {
        findings.extend(bound::in_prose(&model.broken_prose, &names));
        findings.extend(bound::in_shared_names(model, &names));
    }
    findings.extend(terms::repeated(&model.terms));
    findings.extend(terms::variants(&model.broken_prose, &variants));
    findings.extend(indexed::agree(model, &listings));
    findings.extend(excuses::hold(model, &terms));
    findings.extend(copies::agree(model));
    findings.extend(indicators::denominators(&model.indicators));
    findings.extend(circles::of_indicators(&model.indicators));
    findings.extend(circles::of_sources(&model.sources));
    findings.extend(lines::exist(model, &readable));
    findings.extend(times::printed(model));
    findings.extend(times::covered(model, &readable));
    let of_counties = threads::map(&model.counties, |county| {
        let mut findings = Vec::new();
        if model.terms_complete {
            findings.extend(bound::numbers(county, &names));
        }
        findings.extend(terms::variants(county.prose(), &variants));
        findings.extend(editorial::read(county));
        findings.extend(summary::length(county));
        findings.extend(used::figures(county));
        findings
    });
    findings.extend(of_counties.into_iter().flatten());
    // What could be read of a county is judged as far as it stands for itself.
    let of_readable = threads::map(readable, |county| {
        let unsettled = Unsettled::of(county, &listings);
        let mut findings = Vec::new();
        if model.terms_complete {
            findings.extend(bound::in_names_of(county, &names));
        }
        findings.extend(charts::equal(county));
        findings.extend(circles::of_county(county));
        findings.extend(duplicates::figures(county));
        findings.extend(hows::told(county));
        findings.extend(indicators::fit(county, &model.indicators));
        findings.extend(lines::fit(county, model));
        findings.extend(places::fit(county));
        findings.extend(printed::agree(county, &listings));
        findings.extend(relations::hold(county, &terms, &unsettled));
        findings.extend(shares::possible(county, &unsettled));
        findings.extend(statements::honest(county));
        findings.extend(targets::dated(county));
        findings.extend(wholes::contain(county, &unsettled));
        findings.extend(wording::agree(county));
        findings.extend(years::printed(county, model));
        findings
    });
    findings.extend(of_readable.into_iter().flatten());
    findings
}
