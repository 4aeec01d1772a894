//! Values divided by a denominator.

use super::{counties, county, doubt, figure, indicator, prose, with};
use crate::model::{County, Figure, IndicatorKind, Qualifier, Severity, Treatment, compare};

/// A figure for `centres` with the same period and source.
fn centres(value: &str) -> Figure {
    with(value, |figure| {
        figure.id = format!("centres{value}").parse().unwrap();
        figure.indicator = Some("centres".parse().unwrap());
    })
}

/// County, value with its decimals and unit of every quotient of centres per village, and whether they are comparable.
fn quotients(counties: &[County], unit: &str, kind: IndicatorKind) -> (Vec<String>, bool) {
    let indicators = [
        indicator("villages", "个", IndicatorKind::Stock, None),
        indicator("centres", unit, kind, Some("villages")),
    ];
    let counties: Vec<&County> = counties.iter().collect();
    let rows = compare(&indicators, &counties);
    let offered = rows[1].quotients().map_or_else(Vec::new, |quotients| {
        let each = quotients.each.iter().map(|quotient| {
            let value = quotient.rounded(quotients.decimals);
            let unit = quotients.unit.as_deref().unwrap_or_default();
            format!("{} {value}{unit}", quotient.county.id)
        });
        each.collect()
    });
    (offered, rows[1].comparable_quotients().is_some())
}

fn stocks(counties: &[County]) -> (Vec<String>, bool) {
    quotients(counties, "个", IndicatorKind::Stock)
}

#[test]
fn are_divided_by_where_both_parts_are_sound() {
    let both = counties(vec![
        vec![figure("120"), centres("96")],
        vec![figure("98"), centres("60")],
    ]);
    let offered = vec!["c00 0.80".to_owned(), "c01 0.61".to_owned()];
    assert_eq!(stocks(&both), (offered, true));
    let spoilt: [fn(&mut Figure); 9] = [
        |figure| figure.period = None,
        |figure| figure.period = Some("2023".parse().unwrap()),
        |figure| figure.subject = "town".parse().unwrap(),
        |figure| figure.quantity.qualifier = Qualifier::Over,
        |figure| figure.doubt = doubt(Severity::Serious, Treatment::AsPrinted),
        |figure| figure.doubt = doubt(Severity::Minor, Treatment::LeftOut),
        |figure| figure.differs = Some(prose("含社区")),
        |figure| figure.target = true,
        |figure| figure.source.source = "other".parse().unwrap(),
    ];
    for (case, change) in spoilt.into_iter().enumerate() {
        let counties = counties(vec![
            vec![with("120", change), centres("96")],
            vec![figure("98"), centres("60")],
        ]);
        let offered = vec!["c01 0.61".to_owned()];
        assert_eq!(stocks(&counties), (offered, false), "{case}");
    }
}

#[test]
fn are_counts_and_not_zero() {
    let zero = counties(vec![vec![figure("0"), centres("96")]]);
    assert_eq!(stocks(&zero), (vec![], false));
    let both = counties(vec![vec![figure("120"), centres("96")]]);
    let share = quotients(&both, "个", IndicatorKind::Ratio);
    assert_eq!(share, (vec![], false));
}

#[test]
fn show_two_digits_that_count_in_units_of_both() {
    let money = |value| {
        with(value, |figure| {
            figure.id = format!("centres{value}").parse().unwrap();
            figure.indicator = Some("centres".parse().unwrap());
            figure.quantity.unit = Some("元".parse().unwrap());
        })
    };
    let both = counties(vec![
        vec![figure("100"), money("30000")],
        vec![figure("100"), money("2500000")],
    ]);
    let offered = vec!["c00 0.030万元/个".to_owned(), "c01 2.500万元/个".to_owned()];
    assert_eq!(
        quotients(&both, "万元", IndicatorKind::Flow),
        (offered, true)
    );
}

#[test]
fn do_not_help_flows_of_different_periods_or_refused_values() {
    let at = |figure: Figure| {
        let mut figure = figure;
        figure.period = Some("2023".parse().unwrap());
        figure
    };
    let apart = || {
        counties(vec![
            vec![figure("120"), centres("96")],
            vec![at(figure("98")), at(centres("60"))],
        ])
    };
    assert!(stocks(&apart()).1, "of states the period is told");
    assert!(!quotients(&apart(), "个", IndicatorKind::Flow).1);
    let mut refused = apart();
    refused.push(county(
        2,
        vec![with("7", |figure| {
            figure.indicator = Some("centres".parse().unwrap());
            figure.differs = Some(prose("含社区"));
        })],
    ));
    assert!(!stocks(&refused).1);
}
