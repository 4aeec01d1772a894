//! Fixed formulations are printed verbatim: a wrong form seen in a source must not get into our prose.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    diagnostic::{Code, Finding, Focus},
    model::{Model, Prose, Term, Words},
};

/// The wrong forms of all terms, each with the terms it is a wrong form of.
pub(super) struct Variants<'m>(Words<'m, Vec<&'m Term>>);

impl<'m> Variants<'m> {
    /// Collects them.
    pub(super) fn of(model: &'m Model) -> Self {
        let variants = model.terms.iter().flat_map(|term| {
            let variants = term.variants.iter();
            variants.map(move |variant| (variant.as_str(), vec![term]))
        });
        Self(Words::new(variants, |terms, more| terms.extend(more)))
    }
}

/// Reports wrong forms of declared terms, wherever they stand.
pub(super) fn variants<'p>(
    prose: impl IntoIterator<Item = &'p Prose>,
    variants: &Variants<'_>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for prose in prose {
        let written = prose.written();
        for (range, terms) in variants.0.within(written) {
            let wrong = terms
                .iter()
                .filter(|term| !is_within(&range, written, &term.text));
            findings.extend(wrong.map(|term| told(written, range.clone(), term, prose)));
        }
    }
    findings
}

fn told(written: &str, range: Range<usize>, term: &Term, prose: &Prose) -> Finding {
    let variant = &written[range.clone()];
    let message = format!("`{variant}` is a wrong form of `{}`", term.text);
    Finding::error(Code::TermVariant, prose.span, message)
        .with_focus(Focus::at(written, range.start, variant))
        .with_related(term.keys.of("text"), "declared here")
        .with_help(format!("write `{}`", term.text))
}

/// Whether a stretch of a text lies within the right form: a short variant may be part of it, which does not count.
fn is_within(range: &Range<usize>, text: &str, right: &str) -> bool {
    let mut forms = text.match_indices(right);
    forms.any(|(at, form)| at <= range.start && range.end <= at + form.len())
}

/// Reports terms that have the text of an earlier one.
pub(super) fn repeated(terms: &[Term]) -> Vec<Finding> {
    let mut first: BTreeMap<&str, &Term> = BTreeMap::new();
    let mut findings = Vec::new();
    for term in terms {
        let earlier = *first.entry(&term.text).or_insert(term);
        if !std::ptr::eq(earlier, term) {
            let message = format!("term `{}` has the text of `{}`", term.id, earlier.id);
            findings.push(
                Finding::error(Code::DuplicateId, term.keys.of("text"), message)
                    .with_related(earlier.keys.of("text"), "first here")
                    .with_help("keep one; counties that it was seen in go into `counties:`"),
            );
        }
    }
    findings
}
