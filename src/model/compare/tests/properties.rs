//! What holds for any counties.

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::select};

use super::{counties, county, doubt, of_kind, order, prose, verdict, with};
use crate::model::{
    Cause, County, Figure, IndicatorKind, Qualifier, Row, Severity, Treatment, Verdict, Weight,
    parse_decimal,
};

fn any_figure() -> impl Strategy<Value = Figure> {
    let value = select(&["0", "1", "3", "3.0", "12", "250"][..]);
    let period = select(&["", "2023", "2024", "2024-05", "2023/2024", "2024/", "/2024"][..]);
    let unit = select(&["个", "个", "万个", "户"][..]);
    let qualifier = select(Qualifier::WORDS.map(|(_, qualifier)| qualifier).to_vec());
    let doubts = select(&[0, 0, 0, 1, 2, 3][..]);
    let rare = || prop::bool::weighted(0.15);
    (
        value,
        period,
        unit,
        prop::option::weighted(0.2, qualifier),
        doubts,
        (rare(), rare(), rare(), rare(), rare()),
    )
        .prop_map(|(value, period, unit, qualifier, doubts, flags)| {
            let (differs, target, change, local, wordy) = flags;
            with(value, |figure| {
                figure.period = (!period.is_empty()).then(|| period.parse().unwrap());
                figure.quantity.unit = Some(unit.parse().unwrap());
                figure.quantity.qualifier = qualifier.unwrap_or(Qualifier::Exact);
                if figure.quantity.qualifier == Qualifier::Range {
                    figure.quantity.max = Some(parse_decimal("300").unwrap());
                }
                figure.doubt = match doubts {
                    1 => doubt(Severity::Minor, Treatment::AsPrinted),
                    2 => doubt(Severity::Serious, Treatment::AsPrinted),
                    3 => doubt(Severity::Serious, Treatment::LeftOut),
                    _ => None,
                };
                figure.differs = differs.then(|| prose("含社区"));
                (figure.target, figure.change) = (target, change);
                if local {
                    figure.subject = "town".parse().unwrap();
                }
                if wordy {
                    figure.quantity.value = None;
                }
            })
        })
}

fn any_counties() -> impl Strategy<Value = Vec<County>> {
    let figures = prop::collection::vec(any_figure(), 0..3);
    prop::collection::vec(figures, 2..=12).prop_map(counties)
}

fn any_kind() -> impl Strategy<Value = IndicatorKind> {
    select(IndicatorKind::WORDS.map(|(_, kind)| kind).to_vec())
}

/// Reasons without their order.
fn reasons(row: &Row<'_>) -> BTreeSet<String> {
    let reasons = row.comparison.reasons.iter();
    reasons.map(|reason| format!("{reason:?}")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_counties_does_not_matter((counties, shuffled) in any_counties().prop_flat_map(|counties| (Just(counties.clone()), Just(counties).prop_shuffle())), kind in any_kind()) {
        let look = |row: &Row<'_>| (verdict(row), reasons(row), order(row));
        prop_assert_eq!(of_kind(kind, &counties, look), of_kind(kind, &shuffled, look));
    }

    #[test]
    fn a_county_more_never_lifts_a_refusal_by_definition(mut counties in any_counties(), more in prop::collection::vec(any_figure(), 0..3), kind in any_kind()) {
        let refused = |row: &Row<'_>| {
            let by_definition = |cause: &Cause| matches!(cause, Cause::Definition(_) | Cause::SchemeParts | Cause::Unit(..));
            let refused = row.comparison.verdict == Verdict::NotComparable;
            refused && row.comparison.reasons.iter().any(|reason| by_definition(&reason.cause))
        };
        let before = of_kind(kind, &counties, refused);
        counties.push(county(counties.len(), more));
        prop_assert!(!before || of_kind(kind, &counties, refused));
    }

    #[test]
    fn nothing_refused_can_be_drawn_or_ordered(counties in any_counties(), kind in any_kind()) {
        of_kind(kind, &counties, |row| {
            let forbidden = row.comparison.reasons.iter().any(|reason| reason.weight == Weight::Forbids);
            let allowed = matches!(verdict(row), Verdict::Comparable | Verdict::WithCaveats);
            prop_assert_eq!(row.comparable().is_some(), allowed);
            prop_assert!(!allowed || !forbidden, "{:?}", row.comparison);
            for value in row.comparable().iter().flat_map(|values| values.values()) {
                prop_assert!(value.figure.subject.as_str() == "county" && !value.figure.left_out());
                prop_assert!(value.figure.differs.is_none());
                prop_assert_eq!(value.value.is_some(), value.figure.quantity.value.is_some());
            }
            if let Some(order) = order(row) {
                prop_assert_eq!(order.concat().len(), row.comparable().unwrap().values().len());
            }
            Ok(())
        })?;
    }

    #[test]
    fn verdict_and_reasons_agree(counties in any_counties(), kind in any_kind()) {
        of_kind(kind, &counties, |row| {
            let weights: Vec<Weight> = row.comparison.reasons.iter().map(|reason| reason.weight).collect();
            let reporting = row.answers.iter().filter(|answer| answer.reports()).count();
            let expected = match (reporting, weights.first()) {
                (0, _) => Verdict::None,
                (1, _) => Verdict::OneOnly,
                (_, Some(Weight::Forbids)) => Verdict::NotComparable,
                (_, Some(Weight::Caveat)) => Verdict::WithCaveats,
                (_, Some(Weight::Note) | None) => Verdict::Comparable,
            };
            prop_assert_eq!(verdict(row), expected);
            prop_assert!(reporting == 1 || weights.is_sorted());
            Ok(())
        })?;
    }
}
