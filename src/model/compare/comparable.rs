//! Values that the engine lets be set against one another.

use rust_decimal::Decimal;

use super::{Answer, Comparison, Verdict};
use crate::model::{County, CountyId, Figure, Indicator, Qualifier, Severity};

/// Values that may be set against one another: of at least two counties, each of the county as a whole, none refused.
///
/// Whatever draws, orders or subtracts values of several counties asks for this type, and only the engine makes it, see
/// [`Row::comparable`](super::Row::comparable):
///
/// ```compile_fail
/// let values = county_briefings::model::Comparable { values: Vec::new() };
/// ```
#[derive(Debug, Clone)]
pub struct Comparable<'m> {
    values: Vec<Compared<'m>>,
}

/// One of the values.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'m> {
    /// The county.
    pub county: &'m County,
    /// Its figure.
    pub figure: &'m Figure,
    /// The value in the indicator's unit; none where the text words an amount without a number.
    pub value: Option<Decimal>,
}

impl<'m> Comparable<'m> {
    /// What the verdict allows.
    pub(super) fn of(
        indicator: &Indicator,
        answers: &[Answer<'m>],
        comparison: &Comparison,
    ) -> Option<Self> {
        match comparison.verdict {
            Verdict::Comparable | Verdict::WithCaveats => {}
            Verdict::NotComparable | Verdict::OneOnly | Verdict::None => return None,
        }
        let values = answers.iter().filter_map(|answer| {
            let figure = answer.figure?;
            Some(Compared {
                county: answer.county,
                figure,
                value: in_unit(indicator, figure, figure.quantity.value),
            })
        });
        Some(Self {
            values: values.collect(),
        })
    }

    /// The values in the order of the counties.
    pub fn values(&self) -> &[Compared<'m>] {
        &self.values
    }

    /// The counties from the largest value to the smallest, those with equal values together; none unless every value is
    /// one exact number that is in no serious doubt. For programs: reports rank nothing.
    pub fn order(&self) -> Option<Vec<Vec<&'m CountyId>>> {
        let mut numbers: Vec<(Decimal, &CountyId)> = self
            .values
            .iter()
            .map(|one| Some((certain(one)?, &one.county.id)))
            .collect::<Option<_>>()?;
        numbers.sort_by(|a, b| (b.0, a.1).cmp(&(a.0, b.1)));
        let ties = numbers.chunk_by(|a, b| a.0 == b.0);
        Some(
            ties.map(|tie| tie.iter().map(|(_, county)| *county).collect())
                .collect(),
        )
    }
}

/// A value of a figure in the indicator's unit: 3.6万亩 among others in 亩 is 36000.
pub(super) fn in_unit(
    indicator: &Indicator,
    figure: &Figure,
    value: Option<Decimal>,
) -> Option<Decimal> {
    let own = figure.quantity.unit.as_ref()?;
    if !own.counts_like(&indicator.unit) {
        return None;
    }
    let value = indicator.unit.from_base(own.in_base(value?)?)?;
    Some(value.normalize())
}

fn certain(one: &Compared<'_>) -> Option<Decimal> {
    let quantity = &one.figure.quantity;
    let exact = quantity.qualifier == Qualifier::Exact && quantity.max.is_none();
    let doubt = one.figure.doubt.as_deref();
    let doubted = doubt.is_some_and(|doubt| doubt.severity == Severity::Serious);
    one.value.filter(|_| exact && !doubted)
}
