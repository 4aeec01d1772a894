//! The engine on its own, without files and templates.

mod cases;
mod denominators;
mod properties;

use super::{Row, Verdict, compare};
use crate::{
    model::{
        County, CountyId, Doubt, DoubtCode, Figure, Indicator, IndicatorKind, Location, Place,
        PlaceLevel, Prose, Qualifier, Quantity, Severity, Treatment, parse_decimal,
    },
    span::{FileId, Keys, Span},
};

fn here() -> Span {
    Span::start_of(FileId(0))
}

fn prose(text: &str) -> Prose {
    Prose::parse(text, here()).unwrap()
}

fn indicator(id: &str, unit: &str, kind: IndicatorKind, per: Option<&str>) -> Indicator {
    Indicator {
        id: id.parse().unwrap(),
        name: id.to_owned(),
        definition: String::new(),
        unit: unit.parse().unwrap(),
        kind,
        per: per.map(|per| per.parse().unwrap()),
        keys: Keys::new(here()),
    }
}

/// A figure that answers `villages` with so many 个 in 2024.
fn figure(value: &str) -> Figure {
    Figure {
        id: format!("f{}", value.replace('.', "-")).parse().unwrap(),
        name: prose("数"),
        indicator: Some("villages".parse().unwrap()),
        differs: None,
        quantity: Quantity {
            value: Some(parse_decimal(value).unwrap()),
            max: None,
            unit: Some("个".parse().unwrap()),
            qualifier: Qualifier::Exact,
            wording: None,
        },
        period: Some("2024".parse().unwrap()),
        basis: None,
        subject: "county".parse().unwrap(),
        target: false,
        change: false,
        part_of: None,
        source: Location {
            source: "text".parse().unwrap(),
            lines: "1".parse().unwrap(),
            span: here(),
        },
        printed: String::new().into(),
        also: Vec::new(),
        check: None,
        doubt: None,
        keys: Keys::new(here()),
    }
}

fn doubt(severity: Severity, treatment: Treatment) -> Option<Box<Doubt>> {
    Some(Box::new(Doubt {
        code: DoubtCode::Unclear,
        severity,
        treatment,
        note: None,
        right: None,
        keys: Keys::new(here()),
    }))
}

fn with(value: &str, change: impl Fn(&mut Figure)) -> Figure {
    let mut figure = figure(value);
    change(&mut figure);
    figure
}

fn county(index: usize, figures: Vec<Figure>) -> County {
    let place = |id: &str, level| Place {
        id: id.parse().unwrap(),
        name: id.to_owned(),
        level,
        parent: None,
        keys: Keys::new(here()),
    };
    County {
        id: format!("c{index:02}").parse().unwrap(),
        code: String::new(),
        name: format!("c{index:02}"),
        city: String::new(),
        places: vec![
            place("county", PlaceLevel::County),
            place("town", PlaceLevel::Township),
        ],
        summary: Vec::new(),
        background: Vec::new(),
        initiatives: Vec::new(),
        figures: figures.into_iter().collect(),
        derived: Vec::new(),
        charts: Vec::new(),
        doubts: Vec::new(),
        keys: Keys::new(here()),
    }
}

/// One county per list of figures.
fn counties(figures: Vec<Vec<Figure>>) -> Vec<County> {
    let figures = figures.into_iter().enumerate();
    figures.map(|(index, own)| county(index, own)).collect()
}

/// What the engine makes of `villages`, a stock.
fn judged<T>(counties: &[County], look: impl Fn(&Row<'_>) -> T) -> T {
    of_kind(IndicatorKind::Stock, counties, look)
}

fn of_kind<T>(kind: IndicatorKind, counties: &[County], look: impl Fn(&Row<'_>) -> T) -> T {
    let indicators = [indicator("villages", "个", kind, None)];
    let counties: Vec<&County> = counties.iter().collect();
    look(&compare(&indicators, &counties)[0])
}

fn verdict(row: &Row<'_>) -> Verdict {
    row.comparison.verdict
}

fn codes(row: &Row<'_>) -> Vec<&'static str> {
    let reasons = row.comparison.reasons.iter();
    reasons.map(|reason| reason.cause.code()).collect()
}

fn order(row: &Row<'_>) -> Option<Vec<Vec<String>>> {
    let order = row.comparable()?.order()?.into_iter();
    Some(
        order
            .map(|tie| tie.into_iter().map(CountyId::to_string).collect())
            .collect(),
    )
}
