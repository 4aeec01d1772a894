//! What a number may be at least and at most, by its qualifier.

use rust_decimal::Decimal;

use crate::model::{Qualifier, Quantity, Unit};

/// Whether even the least that the part may be is more than the most that the whole may be.
pub(super) fn exceeds(part: &Quantity, whole: &Quantity) -> bool {
    let comparable = Unit::both_count_like(part.unit.as_ref(), whole.unit.as_ref());
    let ends = least(part).zip(most(whole));
    comparable && ends.is_some_and(|(least, most)| least > most)
}

fn least(quantity: &Quantity) -> Option<Decimal> {
    match quantity.qualifier {
        Qualifier::Exact | Qualifier::Over | Qualifier::AtLeast | Qualifier::Range => {
            quantity.in_base()
        }
        Qualifier::About | Qualifier::Near | Qualifier::AtMost | Qualifier::UpTo => None,
    }
}

fn most(quantity: &Quantity) -> Option<Decimal> {
    match quantity.qualifier {
        Qualifier::Exact | Qualifier::Near | Qualifier::AtMost | Qualifier::UpTo => {
            quantity.in_base()
        }
        Qualifier::Range => quantity.max_in_base(),
        Qualifier::About | Qualifier::Over | Qualifier::AtLeast => None,
    }
}
