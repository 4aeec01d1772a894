//! Fixed formulations are printed verbatim: a wrong form seen in a source must not get into our prose.

use crate::{
    diagnostic::{Code, Finding},
    model::Model,
};

/// Reports wrong forms of declared terms.
pub(super) fn variants(model: &Model) -> Vec<Finding> {
    let mut findings = Vec::new();
    for county in &model.counties {
        let prose = county.prose();
        for term in &model.terms {
            for variant in &term.variants {
                let used = prose.iter().find(|prose| {
                    prose
                        .texts()
                        .any(|text| holds_variant(text, variant, &term.text))
                });
                if let Some(prose) = used {
                    let message = format!("`{variant}` is a wrong form of `{}`", term.text);
                    let finding = Finding::error(Code::TermVariant, prose.span, message)
                        .with_focus(variant)
                        .with_related(term.span, "declared here")
                        .with_help(format!("write `{}`", term.text));
                    findings.push(finding);
                }
            }
        }
    }
    findings
}

/// A short variant may be part of the right form, which does not count.
fn holds_variant(text: &str, variant: &str, right: &str) -> bool {
    text.replace(right, "").contains(variant)
}
