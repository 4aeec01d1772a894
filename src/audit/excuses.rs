//! A numeral is left out only for a reason that its own form, a declared term or another place of the text bears out.

use rust_decimal::Decimal;

use super::Terms;
use crate::{
    diagnostic::{Code, Finding},
    model::{Account, FoundKind, IndexedNumeral, LeftOut, Model, Quantity, SourceText, Term, Unit},
    threads,
};

/// Reports reasons that do not hold.
pub(super) fn hold(model: &Model, terms: &Terms<'_>) -> Vec<Finding> {
    let of_sources = threads::map(model.sources.values(), |source| of_source(source, terms));
    of_sources.into_iter().flatten().collect()
}

fn of_source(source: &SourceText, terms: &Terms<'_>) -> Vec<Finding> {
    let findings = numerals(source).filter_map(|numeral| {
        if numeral.kind.is_none() {
            let message = format!("`{}` is no numeral as a text prints one", numeral.text);
            return Some(
                Finding::error(Code::FalseExcuse, numeral.keys.of("text"), message)
                    .with_help("write the numeral with its unit as `briefings index` does"),
            );
        }
        let problem = match &numeral.account {
            Account::Figures(_) | Account::Open => None,
            Account::Term(id) => terms.get(id).and_then(|term| not_in(numeral, term)),
            Account::LeftOut(reason) => unfounded(numeral, *reason, source),
        };
        let message = format!("`{}` is left out, but {}", numeral.text, problem?);
        let place = numeral.keys.first_of(&["term", "reason"]);
        Some(
            Finding::error(Code::FalseExcuse, place, message)
                .with_help("make a figure of it, or give the reason that holds"),
        )
    });
    findings.collect()
}

fn numerals(source: &SourceText) -> impl Iterator<Item = &IndexedNumeral> {
    let lines = source.index.iter().flatten();
    lines.flat_map(|line| &line.numerals)
}

/// Whether a figure uses the same amount elsewhere in the text.
fn has_twin(quantity: &Quantity, source: &SourceText) -> bool {
    let mut used = numerals(source)
        .filter(|numeral| matches!(numeral.account, Account::Figures(_)))
        .filter_map(IndexedNumeral::quantity);
    used.any(|other| other.same_number(quantity))
}

fn not_in(numeral: &IndexedNumeral, term: &Term) -> Option<String> {
    let solid = |text: &str| text.replace(['“', '”', '‘', '’'], "");
    let text = solid(&numeral.text);
    let mut forms = std::iter::once(&term.text)
        .chain(&term.variants)
        .chain(&term.parts);
    (!forms.any(|form| solid(form).contains(&text)))
        .then(|| format!("term `{}` does not hold it", term.text))
}

fn unfounded(numeral: &IndexedNumeral, reason: LeftOut, source: &SourceText) -> Option<String> {
    let kind = numeral.kind.clone()?;
    match (reason, kind) {
        (LeftOut::Date, FoundKind::Date) | (LeftOut::Ordinal, FoundKind::Ordinal) => None,
        (LeftOut::Date, FoundKind::Amount(quantity)) if may_be_time(&quantity) => None,
        (LeftOut::Date, _) => Some("it is no date".to_owned()),
        (LeftOut::Ordinal, _) => Some("it is no ordinal".to_owned()),
        (LeftOut::Repeated, FoundKind::Amount(quantity)) => (!has_twin(&quantity, source))
            .then(|| "no figure uses the same numeral elsewhere in the text".to_owned()),
        (LeftOut::Repeated, FoundKind::Date | FoundKind::Ordinal) => None,
        (LeftOut::Speech | LeftOut::Furniture, FoundKind::Amount(quantity)) => quantity
            .unit
            .map(|unit| format!("it states an amount in `{unit}`")),
        (LeftOut::Speech | LeftOut::Furniture, FoundKind::Date | FoundKind::Ordinal) => None,
    }
}

/// 几年以前 is a time, not an amount, and 15日 a day where the text says of which month.
fn may_be_time(quantity: &Quantity) -> bool {
    let unit = quantity.unit.as_ref().map_or("", Unit::as_str);
    match quantity.value {
        None => ["年", "月", "个月", "日", "天"].contains(&unit),
        Some(day) => unit == "日" && day.is_integer() && day <= Decimal::from(31),
    }
}
