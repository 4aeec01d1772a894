//! Figures and derived numbers, a row each.

use serde::Serialize;

use super::text::{formula_text, plain};
use crate::model::{County, Doubt, Figure, Number, Period, Prose, Qualifier};

/// A figure or derived number.
#[derive(Debug, Serialize)]
pub struct FigureRow {
    /// County id.
    pub county: String,
    /// Figure id.
    pub id: String,
    /// What is counted.
    pub name: String,
    /// Indicator id.
    pub indicator: Option<String>,
    /// Decimal in `unit`.
    pub value: Option<String>,
    /// Upper end of a range.
    pub value_max: Option<String>,
    /// Unit as printed.
    pub unit: Option<String>,
    /// `exact about over near at-least at-most up-to range`
    pub qualifier: &'static str,
    /// `2021`, `2021/2022`, `2024/`, `/2022-05`
    pub period: Option<String>,
    /// Whom it is about.
    pub subject: String,
    /// `county township village community enterprise organ`
    pub subject_level: &'static str,
    /// A plan or target.
    pub target: bool,
    /// Source id; none for derived numbers.
    pub source: Option<String>,
    /// Lines, `31` or `31-33`.
    pub lines: Option<String>,
    /// The numeral with its unit as printed in the source.
    pub printed: Option<String>,
    /// The number as the reports print it.
    pub text: String,
    /// Code of the doubt.
    pub doubt: Option<&'static str>,
    /// Formula of a derived number.
    pub derived: Option<String>,
}

/// Lists every figure, then every derived number, county by county.
pub fn figures<'m>(counties: impl IntoIterator<Item = &'m County>) -> Vec<FigureRow> {
    let mut rows = Vec::new();
    for county in counties {
        rows.extend(
            county
                .figures
                .iter()
                .map(|figure| figure_row(county, figure)),
        );
        for derived in &county.derived {
            let number = Number::Derived(derived);
            rows.push(FigureRow {
                derived: Some(formula_text(county, &derived.formula)),
                ..number_row(
                    county,
                    derived.id.as_str(),
                    &derived.name,
                    number,
                    derived.period,
                    &derived.subject,
                )
            });
        }
    }
    rows
}

fn figure_row(county: &County, figure: &Figure) -> FigureRow {
    FigureRow {
        indicator: figure.indicator.as_ref().map(ToString::to_string),
        target: figure.target,
        source: Some(figure.source.source.to_string()),
        lines: Some(figure.source.lines.to_string()),
        printed: Some(figure.printed.as_str().to_owned()),
        doubt: figure
            .doubt
            .as_deref()
            .map(|Doubt { code, .. }| code.word()),
        ..number_row(
            county,
            figure.id.as_str(),
            &figure.name,
            Number::Figure(figure),
            figure.period,
            &figure.subject,
        )
    }
}

fn number_row(
    county: &County,
    id: &str,
    name: &Prose,
    number: Number<'_>,
    period: Option<Period>,
    subject: &crate::model::PlaceId,
) -> FigureRow {
    let quantity = number.quantity();
    FigureRow {
        county: county.id.to_string(),
        id: id.to_owned(),
        name: plain(county, name),
        indicator: None,
        value: quantity.value.map(|value| value.to_string()),
        value_max: quantity.max.map(|value| value.to_string()),
        unit: quantity.unit.as_ref().map(ToString::to_string),
        qualifier: Qualifier::word(quantity.qualifier),
        period: period.map(|period| period.to_string()),
        subject: county
            .place(subject)
            .map_or_else(String::new, |place| place.name.clone()),
        subject_level: county
            .place(subject)
            .map_or("county", |place| place.level.word()),
        target: false,
        source: None,
        lines: None,
        printed: None,
        text: quantity.printed().full(),
        doubt: None,
        derived: None,
    }
}
