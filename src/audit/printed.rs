//! A figure says what its source prints: `printed:` and value, unit and qualifier are the same numeral.

use std::collections::BTreeSet;

use super::listed::{Listings, Place, is_printed};
use crate::{
    diagnostic::{Code, Finding},
    model::{County, Figure, FigureId, Qualifier, Quantity, Unit},
};

/// Reports figures whose value, unit or qualifier is not what their `printed:` says.
pub(super) fn agree<'m>(county: &'m County, listings: &Listings<'m>) -> Vec<Finding> {
    let figures = county.figures.iter();
    figures
        .filter_map(|figure| check(county, figure, listings))
        .collect()
}

fn check<'m>(county: &'m County, figure: &'m Figure, listings: &Listings<'m>) -> Option<Finding> {
    let printed = match figure.printed.quantity() {
        Ok(printed) => printed,
        Err(expected) => {
            let message = format!(
                "`{}` is printed as `{}`, which is no numeral",
                figure.id,
                figure.printed.as_str()
            );
            let place = figure.keys.of("printed");
            return Some(Finding::error(Code::PrintedMismatch, place, message).with_help(expected));
        }
    };
    let Difference { what, keys } =
        difference(&figure.quantity, printed).or_else(|| other_form(&figure.quantity, printed))?;
    // Of three witnesses the one that stands alone is wrong.
    let place = match listed_as_valued(county, figure, printed, listings) {
        true => figure.keys.of("printed"),
        false => figure.keys.first_of(keys),
    };
    let message = format!(
        "`{}` {what}, but its source is said to print `{}`",
        figure.id,
        figure.printed.as_str()
    );
    Some(
        Finding::error(Code::PrintedMismatch, place, message)
            .with_help("look at the source and correct the one that is wrong"),
    )
}

/// Figures whose value cannot be reckoned with, since the figure itself and the index say otherwise; told as such, it is no
/// reason to doubt relations too.
pub(super) struct Unsettled<'m>(BTreeSet<&'m FigureId>);

impl<'m> Unsettled<'m> {
    /// Those of a county.
    pub(super) fn of(county: &'m County, listings: &Listings<'m>) -> Self {
        let all = county.figures.iter();
        let unsettled = all.filter(|figure| unsettled(county, figure, listings));
        Self(unsettled.map(|figure| &figure.id).collect())
    }

    /// Whether a figure can be reckoned with.
    pub(super) fn spare(&self, figure: &Figure) -> bool {
        !self.0.contains(&figure.id)
    }
}

fn unsettled<'m>(county: &'m County, figure: &'m Figure, listings: &Listings<'m>) -> bool {
    let Ok(printed) = figure.printed.quantity() else {
        return false;
    };
    let place = Place {
        county,
        figure,
        location: &figure.source,
    };
    let numerals = listings.of(&figure.source.source);
    let mut numerals = numerals
        .map_or(&[][..], |listed| listed.here(&place))
        .iter();
    let as_valued = listed_as_valued(county, figure, printed, listings);
    let otherwise = numerals.any(|(_, numeral)| is_printed(figure, numeral) == Some(false));
    !as_valued && (otherwise || difference(&figure.quantity, printed).is_some())
}

/// Whether the index lists the figure's own value and not what it is said to be printed as.
fn listed_as_valued<'m>(
    county: &'m County,
    figure: &'m Figure,
    printed: &Quantity,
    listings: &Listings<'m>,
) -> bool {
    let place = Place {
        county,
        figure,
        location: &figure.source,
    };
    let numerals = listings.of(&place.location.source);
    let numerals = numerals.map_or(&[][..], |listed| listed.here(&place));
    let mut quantities = numerals
        .iter()
        .filter_map(|(_, numeral)| numeral.quantity());
    quantities.any(|listed| {
        difference(&figure.quantity, listed).is_none() && !printed.same_number(listed)
    })
}

/// The same number in another form: 36000平方米 for 3.6万平方米 would be printed so.
fn other_form(own: &Quantity, printed: &Quantity) -> Option<Difference> {
    let multiplier = |quantity: &Quantity| {
        let unit = quantity.unit.as_ref();
        unit.map_or(String::new(), |unit| unit.multiplier().to_owned())
    };
    let other =
        own.wording.is_none() && own.value.is_some() && multiplier(own) != multiplier(printed);
    other.then(|| Difference {
        what: format!("is told as `{}`", own.printed().full()),
        keys: &["unit", "value"],
    })
}

/// How a figure departs from a numeral, and the keys of the figure that say so.
pub(super) struct Difference {
    pub(super) what: String,
    pub(super) keys: &'static [&'static str],
}

/// How a figure departs from a numeral of its source.
pub(super) fn difference(own: &Quantity, printed: &Quantity) -> Option<Difference> {
    let found = |what: String, keys| Some(Difference { what, keys });
    let number = |value: Option<rust_decimal::Decimal>| {
        value.map_or("no number".to_owned(), |value| {
            format!("`{}`", value.normalize())
        })
    };
    if own.in_base() != printed.in_base() {
        // 3.6平方米 for 3.6万平方米: the number is right.
        let same_digits = own.value.is_some() && own.value == printed.value;
        let what = format!("has the value {} in base units", number(own.in_base()));
        let keys = match (same_digits, own.value) {
            (true, _) => &["unit", "value"][..],
            (false, Some(_)) => &["value"],
            (false, None) => &["wording"],
        };
        return found(what, keys);
    }
    if own.max_in_base() != printed.max_in_base() {
        let what = format!(
            "has the upper end {} in base units",
            number(own.max_in_base())
        );
        return found(what, &["value_max", "qualifier", "value"]);
    }
    // A numeral without its unit (349余) leaves the unit to the figure.
    let unit = |quantity: &Quantity| quantity.unit.as_ref().map(|unit| unit.base().to_owned());
    if printed.unit.is_some() && unit(own) != unit(printed) {
        let own = own.unit.as_ref().map_or("none", Unit::as_str);
        return found(format!("has the unit `{own}`"), &["unit", "value"]);
    }
    // A word of approximation may also stand away from its number (不低于…的2.5倍); one beside it counts.
    let unlike = printed.qualifier != Qualifier::Exact && printed.qualifier != own.qualifier;
    let what = format!("has the qualifier `{}`", own.qualifier.word());
    let keys = &["qualifier", "value", "wording"];
    unlike.then_some(Difference { what, keys })
}
