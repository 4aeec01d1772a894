//! Every number in prose is bound to a figure, a date, an ordinal or part of a declared name.

use crate::{
    diagnostic::{Code, Finding, Focus},
    model::{County, Model, Names, NumeralKind, Prose, Segment, scan},
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
    let typed = prose.into_iter().flat_map(|prose| check(prose, names));
    typed.collect()
}

/// Reports numbers in the names of a county: its city, places and actors.
pub(super) fn in_names_of(county: &County, names: &Names<'_>) -> Vec<Finding> {
    let mut all: Vec<(&String, Span)> = vec![(&county.city, county.keys.of("city"))];
    // The county's own name is among them.
    let places = county.places.iter();
    all.extend(places.map(|place| (&place.name, place.keys.of("name"))));
    for initiative in &county.initiatives {
        let place = initiative.keys.of("actors");
        all.extend(initiative.actors.iter().map(|actor| (actor, place)));
    }
    all.into_iter()
        .flat_map(|(name, span)| report(name, 0, name, names, span))
        .collect()
}

/// Reports numbers in shared names: of themes, indicators, comparisons and the serial.
pub(super) fn in_shared_names(model: &Model, names: &Names<'_>) -> Vec<Finding> {
    let mut all: Vec<(&String, Span)> = Vec::new();
    let themes = model.themes.iter();
    all.extend(themes.map(|theme| (&theme.name, theme.keys.of("name"))));
    let indicators = model.indicators.iter();
    all.extend(indicators.map(|indicator| (&indicator.name, indicator.keys.of("name"))));
    let config = &model.config;
    let plans = config.comparisons.iter();
    all.extend(plans.map(|plan| (&plan.title, plan.keys.of("title"))));
    let digest = config.digest.iter();
    all.extend(digest.map(|plan| (&plan.title, plan.keys.of("title"))));
    let serial = &config.serial;
    all.extend([
        (&serial.title, serial.keys.of("title")),
        (&serial.note, serial.keys.of("note")),
        (&config.county_title, config.keys.of("county_title")),
    ]);
    all.extend(
        serial
            .mark
            .iter()
            .map(|mark| (mark, serial.keys.of("mark"))),
    );
    all.extend(
        serial
            .issuer
            .iter()
            .map(|issuer| (issuer, serial.keys.of("issuer"))),
    );
    all.into_iter()
        .flat_map(|(name, span)| report(name, 0, name, names, span))
        .collect()
}

fn check(prose: &Prose, names: &Names<'_>) -> Vec<Finding> {
    let written = prose.written();
    let mut findings = Vec::new();
    for (at, segment) in prose.places() {
        if let Segment::Text(text) = segment {
            findings.extend(report(written, at, text, names, prose.span));
        }
    }
    findings
}

/// Reports the numbers of a part of a written text that begins at an offset of it.
fn report(written: &str, offset: usize, part: &str, names: &Names<'_>, span: Span) -> Vec<Finding> {
    let numerals = scan(part, names).into_iter();
    let amounts = numerals.filter(|numeral| numeral.kind == NumeralKind::Amount);
    let findings = amounts.map(|numeral| {
        let at = offset + numeral.range.start;
        let typed = around(part, numeral.range);
        let message = format!("number typed into prose: `{typed}`");
        let help = "refer to a figure by `{figure-id}`, or declare the name it belongs to in `seeds/terms.yaml`";
        Finding::error(Code::UnboundNumber, span, message)
            .with_focus(Focus::at(written, at, typed))
            .with_help(help)
    });
    findings.collect()
}

/// The numeral with the two characters after it, so that it is found in a long text.
fn around(text: &str, range: std::ops::Range<usize>) -> &str {
    let after = text[range.end..]
        .char_indices()
        .nth(2)
        .map_or(text.len(), |(at, _)| range.end + at);
    &text[range.start..after]
}
