//! A figure says what its source prints: `printed:` and value, unit and qualifier are the same numeral.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Qualifier, Quantity, Unit},
};

/// Reports figures whose value, unit or qualifier is not what their `printed:` says.
pub(super) fn agree(county: &County) -> Vec<Finding> {
    let findings = county.figures.iter().filter_map(|figure| {
        let finding = match figure.printed.parse::<Quantity>() {
            Err(expected) => {
                let message = format!(
                    "`{}` is printed as `{}`, which is no numeral",
                    figure.id, figure.printed
                );
                Finding::error(Code::PrintedMismatch, figure.span, message).with_help(expected)
            }
            Ok(printed) => {
                let problem = difference(&figure.quantity, &printed)?;
                let message = format!(
                    "`{}` {problem}, but its source prints `{}`",
                    figure.id, figure.printed
                );
                Finding::error(Code::PrintedMismatch, figure.span, message)
                    .with_help("look at the source and correct the one that is wrong")
            }
        };
        Some(finding)
    });
    findings.collect()
}

/// How a figure departs from a numeral of its source.
pub(super) fn difference(own: &Quantity, printed: &Quantity) -> Option<String> {
    let number = |value: Option<rust_decimal::Decimal>| {
        value.map_or("no number".to_owned(), |value| {
            format!("`{}`", value.normalize())
        })
    };
    if own.in_base() != printed.in_base() {
        return Some(format!(
            "has the value {} in base units",
            number(own.in_base())
        ));
    }
    if own.max_in_base() != printed.max_in_base() {
        return Some(format!(
            "has the upper end {} in base units",
            number(own.max_in_base())
        ));
    }
    // A numeral without its unit (349余) leaves the unit to the figure.
    let unit = |quantity: &Quantity| quantity.unit.as_ref().map(|unit| unit.base().to_owned());
    if printed.unit.is_some() && unit(own) != unit(printed) {
        let own = own.unit.as_ref().map_or("none", Unit::as_str);
        return Some(format!("has the unit `{own}`"));
    }
    // A word of approximation may also stand away from its number (不低于…的2.5倍); one beside it counts.
    let unlike = printed.qualifier != Qualifier::Exact && printed.qualifier != own.qualifier;
    unlike.then(|| format!("has the qualifier `{}`", own.qualifier.word()))
}
