//! Values divided by a denominator, so that counties of different size can be compared.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Comparable;
use crate::model::{
    County, Figure, Formula, Indicator, IndicatorKind, Operation, Period, PlaceId, Severity,
    one_source, reckon,
};

/// Decimals that are shown at most.
const MOST: u32 = 8;

/// What the counties' values come to, divided by a denominator.
#[derive(Debug)]
pub struct Quotients<'m> {
    /// The denominator.
    pub per: &'m Indicator,
    /// One per county that has both parts, in the order of the counties.
    pub each: Vec<Quotient<'m>>,
    /// The unit, `名/个`; none where both parts are counted alike.
    pub unit: Option<String>,
    /// How many decimals all of them are shown with: each shows two digits that count.
    pub decimals: u32,
    side_by_side: bool,
}

impl<'m> Quotients<'m> {
    /// Divides what each county reports; none where no county has both parts.
    pub(super) fn of(
        indicator: &Indicator,
        per: &'m Indicator,
        counties: &[&'m County],
        comparable: Option<&Comparable<'m>>,
    ) -> Option<Self> {
        let quotients = counties
            .iter()
            .filter_map(|county| Quotient::of(county, indicator, per));
        let each: Vec<Quotient<'m>> = quotients.collect();
        let first = each.first()?;
        let of_one_time = each.iter().all(|other| other.period.same(first.period));
        let times_fit = of_one_time || indicator.kind == IndicatorKind::Stock;
        Some(Self {
            per,
            unit: unit(indicator, per),
            decimals: decimals(&each),
            side_by_side: comparable.is_some() && each.len() >= 2 && times_fit,
            each,
        })
    }

    /// Whether the engine lets them stand side by side: several, of values that may be compared, and flows of one period.
    pub fn side_by_side(&self) -> bool {
        self.side_by_side
    }
}

/// A county's value divided by its value of the indicator's denominator.
#[derive(Debug, Clone)]
pub struct Quotient<'m> {
    /// The county.
    pub county: &'m County,
    /// What is divided.
    pub numerator: &'m Figure,
    /// By what.
    pub denominator: &'m Figure,
    /// The period of both.
    pub period: Period,
    /// The same as a relation over figures of the county.
    pub formula: Formula,
    /// The result in the indicator's unit per unit of the denominator, not rounded.
    pub value: Decimal,
}

impl<'m> Quotient<'m> {
    /// The latest quotient that a county's figures allow: both parts of the whole county, of one source and the same
    /// period, exact, as the indicators define them, results, levels and in no serious doubt.
    pub(super) fn of(county: &'m County, indicator: &Indicator, per: &Indicator) -> Option<Self> {
        if !can_be_divided(indicator, per) {
            return None;
        }
        let numerators = county.figures.iter().filter(|f| is_sound(f, indicator));
        let pairs = numerators.flat_map(|numerator| {
            let denominators = county.figures.iter().filter(|f| is_sound(f, per));
            denominators.map(move |denominator| (numerator, denominator))
        });
        let quotients = pairs.filter_map(|(numerator, denominator)| {
            let period = numerator.period?;
            let formula = Formula {
                operation: Operation::Ratio,
                operands: vec![numerator.id.clone(), denominator.id.clone()],
            };
            let fits = period.same(denominator.period?) && one_source(county, &formula);
            let value = reckon(county, &formula, None).ok().filter(|_| fits)?;
            Some(Self {
                county,
                numerator,
                denominator,
                period,
                value: in_units(value, indicator, per)?,
                formula,
            })
        });
        // What is too small to be shown is not offered as 0.
        let shown = quotients
            .filter(|quotient| quotient.value.is_zero() || !quotient.rounded(MOST).is_zero());
        shown.max_by_key(|quotient| quotient.period.recency())
    }

    /// The value with so many decimals.
    pub fn rounded(&self, decimals: u32) -> Decimal {
        let strategy = RoundingStrategy::MidpointAwayFromZero;
        let mut value = self.value.round_dp_with_strategy(decimals, strategy);
        value.rescale(decimals);
        value
    }
}

fn decimals(quotients: &[Quotient<'_>]) -> u32 {
    let values = quotients.iter().map(|quotient| quotient.value);
    let smallest = values.filter(|value| !value.is_zero()).min();
    let mut value = smallest.unwrap_or(Decimal::ONE);
    let mut decimals = 1;
    while value < Decimal::ONE && decimals < MOST {
        value *= Decimal::TEN;
        decimals += 1;
    }
    decimals
}

fn unit(indicator: &Indicator, per: &Indicator) -> Option<String> {
    let alike = indicator.unit.counts_like(&per.unit);
    (!alike).then(|| format!("{}/{}", indicator.unit, per.unit))
}

/// Shares and averages are divided already, parts of schemes count nothing in common.
fn can_be_divided(indicator: &Indicator, per: &Indicator) -> bool {
    let counts = |kind| matches!(kind, IndicatorKind::Stock | IndicatorKind::Flow);
    indicator.id != per.id && counts(indicator.kind) && counts(per.kind)
}

/// Whether a figure is what an indicator defines, and sure enough to reckon with; that it is exact is seen in reckoning.
fn is_sound(figure: &Figure, indicator: &Indicator) -> bool {
    let unit = figure.quantity.unit.as_ref();
    let fits = figure.indicator.as_ref() == Some(&indicator.id)
        && unit.is_some_and(|unit| unit.counts_like(&indicator.unit));
    let whole = figure.subject.as_str() == PlaceId::COUNTY;
    let departs = figure.differs.is_some() || figure.target || figure.change;
    let doubt = figure.doubt.as_deref();
    let doubted = doubt.is_some_and(|doubt| doubt.severity == Severity::Serious);
    fits && whole && !departs && !doubted && !figure.left_out()
}

/// From base units to those of the indicators; as it is where both count alike.
fn in_units(value: Decimal, indicator: &Indicator, per: &Indicator) -> Option<Decimal> {
    if indicator.unit.counts_like(&per.unit) {
        return Some(value);
    }
    per.unit.in_base(indicator.unit.from_base(value)?)
}
