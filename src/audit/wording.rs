//! What is printed agrees with what is reckoned with.

use rust_decimal::Decimal;

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Figure, parse_decimal},
};

/// Reports wordings that print another number than the value, and ranges that run backwards.
pub(super) fn agree(county: &County) -> Vec<Finding> {
    let all = county.figures.iter();
    all.flat_map(|figure| wording(figure).into_iter().chain(range(figure)))
        .collect()
}

fn wording(figure: &Figure) -> Option<Finding> {
    let wording = figure.quantity.wording.as_ref()?;
    let values = [figure.quantity.value, figure.quantity.max];
    let other = numbers(wording)
        .into_iter()
        .find(|number| !values.contains(&Some(*number)))?;
    let message = format!(
        "`{}` has the wording `{wording}`, but {other} is not its value",
        figure.id
    );
    Some(
        Finding::error(Code::WordingMismatch, figure.keys.of("wording"), message)
            .with_help("make `wording:` and `value:` say the same"),
    )
}

fn range(figure: &Figure) -> Option<Finding> {
    let (value, max) = (figure.quantity.value?, figure.quantity.max?);
    if value < max {
        return None;
    }
    let message = format!("`{}` runs from {value} to {max}", figure.id);
    Some(
        Finding::error(Code::WordingMismatch, figure.keys.of("value_max"), message)
            .with_help("give the lower end as `value:` and the upper as `value_max:`"),
    )
}

/// The numbers written with digits.
fn numbers(text: &str) -> Vec<Decimal> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    parts.filter_map(|part| parse_decimal(part).ok()).collect()
}
