//! Every number in prose is bound to a figure, a date, an ordinal or part of a declared name.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Names, NumeralKind, Prose, scan},
};

/// Reports numbers typed into prose.
pub(super) fn numbers(county: &County, names: &Names<'_>) -> Vec<Finding> {
    in_prose(county.prose().into_iter().chain(county.notes()), names)
}

/// Reports numbers typed into these texts.
pub(super) fn in_prose<'p>(
    prose: impl IntoIterator<Item = &'p Prose>,
    names: &Names<'_>,
) -> Vec<Finding> {
    let typed = prose.into_iter().filter_map(|prose| check(prose, names));
    typed.collect()
}

fn check(prose: &Prose, names: &Names<'_>) -> Option<Finding> {
    let typed: Vec<&str> = prose
        .texts()
        .flat_map(|text| {
            let amounts = scan(text, names)
                .into_iter()
                .filter(|numeral| numeral.kind == NumeralKind::Amount);
            amounts
                .map(|numeral| around(text, numeral.range))
                .collect::<Vec<_>>()
        })
        .collect();
    if typed.is_empty() {
        return None;
    }
    let message = format!("number typed into prose: `{}`", typed.join("`, `"));
    let help = "refer to a figure by `{figure-id}`, or declare the name it belongs to in `seeds/terms.yaml`";
    Some(
        Finding::error(Code::UnboundNumber, prose.span, message)
            .with_focus(typed[0])
            .with_help(help),
    )
}

/// The numeral with the two characters after it, so that it is found in a long text.
fn around(text: &str, range: std::ops::Range<usize>) -> &str {
    let after = text[range.end..]
        .char_indices()
        .nth(2)
        .map_or(text.len(), |(at, _)| range.end + at);
    &text[range.start..after]
}
