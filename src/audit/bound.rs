//! Every number in prose is bound to a figure, a date, an ordinal or part of a declared name.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Model, Names, NumeralKind, Prose, scan},
    span::Span,
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

/// Reports numbers in names that reports print: of places, themes, indicators and comparisons.
pub(super) fn in_names(model: &Model, names: &Names<'_>) -> Vec<Finding> {
    let places = model.counties.iter().flat_map(|county| &county.places);
    let places = places.map(|place| (place.name.as_str(), place.span));
    let themes = model
        .themes
        .iter()
        .map(|theme| (theme.name.as_str(), theme.span));
    let indicators = model.indicators.iter();
    let indicators = indicators.map(|indicator| (indicator.name.as_str(), indicator.span));
    let plans = model.config.comparisons.iter();
    let plans = plans.map(|plan| (plan.title.as_str(), plan.span));
    let all = places.chain(themes).chain(indicators).chain(plans);
    all.filter_map(|(name, span)| report(&amounts(name, names), span))
        .collect()
}

fn check(prose: &Prose, names: &Names<'_>) -> Option<Finding> {
    let typed: Vec<&str> = prose
        .texts()
        .flat_map(|text| amounts(text, names))
        .collect();
    report(&typed, prose.span)
}

fn amounts<'t>(text: &'t str, names: &Names<'_>) -> Vec<&'t str> {
    let numerals = scan(text, names).into_iter();
    let amounts = numerals.filter(|numeral| numeral.kind == NumeralKind::Amount);
    amounts.map(|numeral| around(text, numeral.range)).collect()
}

fn report(typed: &[&str], span: Span) -> Option<Finding> {
    let first = typed.first()?;
    let message = format!("number typed into prose: `{}`", typed.join("`, `"));
    let help = "refer to a figure by `{figure-id}`, or declare the name it belongs to in `seeds/terms.yaml`";
    Some(
        Finding::error(Code::UnboundNumber, span, message)
            .with_focus(*first)
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
