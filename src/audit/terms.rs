//! Fixed formulations are printed verbatim: a wrong form seen in a source must not get into our prose.

use crate::{
    diagnostic::{Code, Finding, Focus},
    model::{Prose, Term},
};

/// Reports wrong forms of declared terms, wherever they stand.
pub(super) fn variants<'p>(
    terms: &[Term],
    prose: impl IntoIterator<Item = &'p Prose>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for prose in prose {
        let written = prose.written();
        for term in terms {
            for variant in &term.variants {
                findings.extend(wrong(&written, variant, term, prose));
            }
        }
    }
    findings
}

fn wrong(written: &str, variant: &str, term: &Term, prose: &Prose) -> Vec<Finding> {
    // A short variant may be part of the right form, which does not count.
    let right: Vec<usize> = written
        .match_indices(&term.text)
        .map(|(at, _)| at)
        .collect();
    let part = |at: usize| {
        let mut right = right.iter();
        right.any(|start| (*start..start + term.text.len()).contains(&at))
    };
    let found = written.match_indices(variant).filter(|(at, _)| !part(*at));
    let findings = found.map(|(at, _)| {
        let message = format!("`{variant}` is a wrong form of `{}`", term.text);
        Finding::error(Code::TermVariant, prose.span, message)
            .with_focus(Focus::at(written, at, variant))
            .with_related(term.keys.of("text"), "declared here")
            .with_help(format!("write `{}`", term.text))
    });
    findings.collect()
}
