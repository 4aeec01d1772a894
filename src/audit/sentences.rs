//! What the sentence around a number says of it: that it is a change, and of which year it is.

use std::collections::BTreeMap;

use super::mentions::{SENTENCE, is_doubted, numerals, printed};
use crate::{
    diagnostic::{Code, Finding},
    model::{Figure, FoundKind, Model, Period, SolidText, TextNumeral},
};

/// Words right before the number of a change.
const CHANGES: [&str; 8] = [
    "增加", "增长", "提高", "提升", "降低", "下降", "减少", "上升",
];

/// Reports changes told as levels, and figures of another year than their sentence names. A doubt `unclear` says that
/// somebody has looked.
pub(super) fn agree(model: &Model, texts: &BTreeMap<&str, SolidText>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let numerals = numerals(texts);
    for county in model.counties.iter().chain(&model.half_read) {
        for figure in county.figures.iter().filter(|figure| !is_doubted(figure)) {
            let source = figure.source.source.as_str();
            let Some((text, numerals)) = texts.get(source).zip(numerals.get(source)) else {
                continue;
            };
            let places = printed(figure, text, numerals);
            let told = change(figure, text, &places).into_iter();
            let told = told.chain(year(figure, text, &places, numerals));
            findings.extend(told.map(|told| told.of_figure(&county.id, &figure.id)));
        }
    }
    findings
}

fn change(figure: &Figure, text: &SolidText, places: &[&TextNumeral]) -> Option<Finding> {
    if figure.change || places.is_empty() {
        return None;
    }
    let word = |numeral: &&TextNumeral| {
        let before = text.text[..numeral.at].trim_end_matches('了');
        CHANGES.into_iter().find(|word| before.ends_with(word))
    };
    let words: Option<Vec<&str>> = places.iter().map(word).collect();
    let message = format!(
        "`{}` is told as a level, but the text says `{}{}`",
        figure.id,
        words?.first()?,
        figure.printed.as_str()
    );
    Some(
        Finding::warning(
            Code::ChangeAsLevel,
            figure.keys.first_of(&["value", "wording"]),
            message,
        )
        .with_help(
            "add `change: true`; if it is a level all the same, say so in a doubt `unclear`",
        ),
    )
}

fn year(
    figure: &Figure,
    text: &SolidText,
    places: &[&TextNumeral],
    numerals: &[TextNumeral],
) -> Option<Finding> {
    let period = figure.period?;
    let named: Option<Vec<i16>> = places
        .iter()
        .map(|place| {
            let year = year_before(text, place, numerals)?;
            (!holds(period, year)).then_some(year)
        })
        .collect();
    let year = *named?.first()?;
    let message = format!(
        "`{}` is of `{period}`, but its sentence names {year}年 before the number",
        figure.id
    );
    Some(
        Finding::warning(Code::PeriodOutside, figure.keys.of("period"), message).with_help(
            "correct the period; if it is right all the same, say so in a doubt `unclear`",
        ),
    )
}

/// The year that the sentence of a number names last before it.
fn year_before(text: &SolidText, place: &TextNumeral, numerals: &[TextNumeral]) -> Option<i16> {
    let before = &text.text[..place.at];
    let start = before.rfind(SENTENCE).unwrap_or(0);
    let dates = numerals.iter().rev();
    let mut years = dates
        .filter(|numeral| (start..place.at).contains(&numeral.at))
        .filter(|numeral| numeral.kind == FoundKind::Date)
        .filter_map(|numeral| {
            let (digits, _) = numeral.text.split_once('年')?;
            digits.rsplit('—').next()?.parse().ok()
        });
    years.find(|year| (1900..2200).contains(year))
}

fn holds(period: Period, year: i16) -> bool {
    let (first, last) = period.years();
    match period {
        Period::At(_) | Period::Between(..) => (first..=last).contains(&year),
        Period::Since(_) => year >= first,
        Period::Until(_) => year <= last,
    }
}
