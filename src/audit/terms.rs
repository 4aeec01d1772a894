//! Fixed formulations are printed verbatim: a wrong form seen in a source must not get into our prose.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Model, Prose, Term, Words},
};

/// The wrong forms of all terms, each with its place in their order and the terms it is a wrong form of.
pub(super) struct Variants<'m>(Words<Vec<(usize, &'m Term)>>);

impl<'m> Variants<'m> {
    /// Collects them.
    pub(super) fn of(model: &'m Model) -> Self {
        let mut variants: Words<Vec<(usize, &Term)>> = Words::default();
        let all = model.terms.iter().flat_map(|term| {
            let variants = term.variants.iter();
            variants.map(move |variant| (term, variant.as_str()))
        });
        for (place, (term, variant)) in all.enumerate() {
            let terms = variants.entry(variant).get_or_insert_default();
            terms.push((place, term));
        }
        Self(variants)
    }
}

/// Reports wrong forms of declared terms: the first use of each, in the order of the terms.
pub(super) fn variants(county: &County, variants: &Variants<'_>) -> Vec<Finding> {
    let mut first: BTreeMap<usize, (&Term, String, &Prose)> = BTreeMap::new();
    for prose in county.prose() {
        for text in prose.texts() {
            for (range, terms) in variants.0.within(text) {
                let variant = &text[range.clone()];
                for (place, term) in terms {
                    if !is_within(&range, text, &term.text) {
                        let found = || (*term, variant.to_owned(), prose);
                        first.entry(*place).or_insert_with(found);
                    }
                }
            }
        }
    }
    let findings = first.into_values().map(|(term, variant, prose)| {
        let message = format!("`{variant}` is a wrong form of `{}`", term.text);
        Finding::error(Code::TermVariant, prose.span, message)
            .with_focus(variant)
            .with_related(term.span, "declared here")
            .with_help(format!("write `{}`", term.text))
    });
    findings.collect()
}

/// Whether a stretch of a text lies within the right form: a short variant may be part of it, which does not count.
fn is_within(range: &Range<usize>, text: &str, right: &str) -> bool {
    let mut forms = text.match_indices(right);
    forms.any(|(at, form)| at <= range.start && range.end <= at + form.len())
}
