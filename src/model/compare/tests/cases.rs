//! What each circumstance does to verdict, reasons and order.

use super::{codes, counties, doubt, figure, judged, of_kind, order, prose, verdict, with};
use crate::model::{
    Figure, IndicatorKind, Qualifier, Row, Severity, Treatment, Verdict, parse_decimal,
};

#[test]
fn missing_values_leave_one_or_none() {
    let none = counties(vec![vec![], vec![]]);
    assert_eq!(judged(&none, verdict), Verdict::None);
    assert_eq!(judged(&none, codes), Vec::<&str>::new());
    let one = counties(vec![vec![], vec![figure("3")], vec![]]);
    assert_eq!(judged(&one, verdict), Verdict::OneOnly);
    assert_eq!(judged(&one, codes), ["only"]);
    assert!(judged(&one, |row| row.comparable().is_none()));
    let two = counties(vec![vec![figure("4")], vec![], vec![figure("3")]]);
    assert_eq!(judged(&two, verdict), Verdict::Comparable);
    assert_eq!(
        judged(&two, order).unwrap(),
        [["c00"], ["c02"]],
        "what is missing is no zero"
    );
}

#[test]
fn ties_stand_together_whatever_their_unit() {
    let in_ten_thousands = with("0.3", |figure| {
        figure.quantity.unit = Some("万个".parse().unwrap());
    });
    let tied = counties(vec![
        vec![figure("5")],
        vec![in_ten_thousands],
        vec![figure("3000")],
        vec![figure("5.0")],
    ]);
    assert_eq!(judged(&tied, codes), Vec::<&str>::new(), "units convert");
    assert_eq!(
        judged(&tied, order).unwrap(),
        [["c01", "c02"], ["c00", "c03"]]
    );
}

#[test]
fn what_is_not_one_certain_number_has_no_order() {
    let uncertain: [fn(&mut Figure); 7] = [
        |figure| figure.quantity.qualifier = Qualifier::Over,
        |figure| figure.quantity.qualifier = Qualifier::AtLeast,
        |figure| figure.quantity.qualifier = Qualifier::UpTo,
        |figure| {
            figure.quantity.qualifier = Qualifier::Range;
            figure.quantity.max = Some(parse_decimal("9").unwrap());
        },
        |figure| {
            figure.quantity.value = None;
            figure.quantity.wording = Some("数十个".to_owned());
        },
        |figure| figure.doubt = doubt(Severity::Serious, Treatment::AsPrinted),
        |figure| figure.differs = Some(prose("含社区")),
    ];
    for change in uncertain {
        let pair = counties(vec![vec![figure("7")], vec![with("3", change)]]);
        assert_eq!(judged(&pair, order), None, "{:?}", judged(&pair, codes));
    }
    let minor = with("3", |figure| {
        figure.doubt = doubt(Severity::Minor, Treatment::AsPrinted);
    });
    let pair = counties(vec![vec![figure("7")], vec![minor]]);
    assert_eq!(judged(&pair, order).unwrap(), [["c00"], ["c01"]]);
}

#[test]
fn each_kind_of_inexact_number_is_told() {
    for (qualifier, code) in [
        (Qualifier::About, "inexact"),
        (Qualifier::Over, "inexact"),
        (Qualifier::Near, "inexact"),
        (Qualifier::Range, "range"),
        (Qualifier::AtLeast, "lower-bound"),
        (Qualifier::AtMost, "upper-bound"),
        (Qualifier::UpTo, "upper-bound"),
    ] {
        let inexact = with("3", |figure| figure.quantity.qualifier = qualifier);
        let pair = counties(vec![vec![figure("7")], vec![inexact]]);
        assert_eq!(judged(&pair, codes), [code]);
        assert_eq!(judged(&pair, verdict), Verdict::WithCaveats);
    }
}

#[test]
fn targets_and_changes_stand_beside_their_like_only() {
    let target = |value| with(value, |figure| figure.target = true);
    let change = |value| with(value, |figure| figure.change = true);
    for (special, one, all) in [
        (
            &target as &dyn Fn(&'static str) -> Figure,
            "target",
            "targets",
        ),
        (&change, "change", "changes"),
    ] {
        let mixed = counties(vec![vec![figure("7")], vec![special("3")]]);
        assert_eq!(judged(&mixed, codes), [one]);
        assert_eq!(judged(&mixed, verdict), Verdict::NotComparable);
        let alike = counties(vec![vec![special("7")], vec![special("3")]]);
        assert_eq!(judged(&alike, codes), [all]);
        assert_eq!(judged(&alike, verdict), Verdict::WithCaveats);
    }
    // A change grows with its period, even of a stock.
    let later = with("3", |figure| {
        figure.change = true;
        figure.period = Some("2023".parse().unwrap());
    });
    let pair = counties(vec![vec![change("7")], vec![later]]);
    assert_eq!(judged(&pair, verdict), Verdict::NotComparable);
    assert_eq!(judged(&pair, codes), ["periods", "changes"]);
}

#[test]
fn periods_of_flows_must_be_equal_and_states_may_lie_apart() {
    let at = |period: &str| {
        with("3", |figure| {
            figure.period = (!period.is_empty()).then(|| period.parse().unwrap());
        })
    };
    let judge = |kind, one, other| {
        let pair = counties(vec![vec![at(one)], vec![at(other)]]);
        of_kind(kind, &pair, codes)
    };
    for (one, other, flow, stock) in [
        ("2024", "2024", None, None),
        ("2020", "2020-01/2020-12", None, None),
        ("2023", "2024", Some("periods"), Some("years-apart")),
        ("2024-05", "2024-06", Some("periods"), None),
        (
            "2022-02/2022-03",
            "2024-06/2024-07",
            Some("periods"),
            Some("years-apart"),
        ),
        ("2024-06", "2024", Some("period-lengths"), None),
        (
            "2020/2024",
            "2024",
            Some("period-lengths"),
            Some("years-apart"),
        ),
        ("2024/", "2024", Some("period-lengths"), None),
        ("2024/", "2024/", Some("open-period"), None),
        ("2024", "", Some("flow-without-period"), Some("no-period")),
    ] {
        let listed = |code: Option<&'static str>| code.into_iter().collect::<Vec<_>>();
        assert_eq!(
            judge(IndicatorKind::Flow, one, other),
            listed(flow),
            "{one} {other}"
        );
        assert_eq!(
            judge(IndicatorKind::Stock, one, other),
            listed(stock),
            "{one} {other}"
        );
    }
}

#[test]
fn a_unit_that_counts_something_else_is_refused() {
    let other = |unit: Option<&str>| {
        with("3", |figure| {
            figure.quantity.unit = unit.map(|unit| unit.parse().unwrap());
        })
    };
    for unit in [Some("户"), None] {
        let pair = counties(vec![vec![figure("7")], vec![other(unit)]]);
        assert_eq!(judged(&pair, codes), ["unit"]);
        assert_eq!(judged(&pair, verdict), Verdict::NotComparable);
    }
}

#[test]
fn places_never_stand_beside_counties() {
    let local = || with("3", |figure| figure.subject = "town".parse().unwrap());
    let beside = counties(vec![vec![figure("7")], vec![local()]]);
    assert_eq!(judged(&beside, verdict), Verdict::NotComparable);
    assert_eq!(judged(&beside, codes), ["scope"]);
    let both = counties(vec![vec![local()], vec![local()]]);
    assert_eq!(judged(&both, verdict), Verdict::NotComparable);
    let alone = counties(vec![vec![local()], vec![]]);
    assert_eq!(judged(&alone, verdict), Verdict::OneOnly);
    assert_eq!(judged(&alone, codes), ["only", "scope"]);
    let third = counties(vec![vec![figure("7")], vec![local()], vec![figure("5")]]);
    assert_eq!(judged(&third, verdict), Verdict::Comparable);
    assert_eq!(judged(&third, codes), ["scope"]);
    let values = |row: &Row<'_>| row.comparable().unwrap().values().len();
    assert_eq!(judged(&third, values), 2);
    let own = counties(vec![vec![local(), figure("7")], vec![figure("5")]]);
    assert_eq!(judged(&own, codes), Vec::<&str>::new());
}

#[test]
fn of_several_values_the_latest_result_is_used_and_nothing_left_out() {
    let at = |value, period: &str| {
        with(value, |figure| {
            figure.period = Some(period.parse().unwrap());
        })
    };
    let used = |figures: Vec<Figure>| {
        let pair = counties(vec![figures, vec![figure("5")]]);
        let id = |row: &Row<'_>| row.answers[0].figure.map(|figure| figure.id.to_string());
        (judged(&pair, id), judged(&pair, codes))
    };
    assert_eq!(
        used(vec![at("9", "2024"), at("8", "2023")]),
        (Some("f9".to_owned()), vec!["latest"])
    );
    assert_eq!(
        used(vec![at("8", "2024-01"), at("9", "2024-11")]),
        (Some("f9".to_owned()), vec!["latest"])
    );
    let planned = with("30", |figure| {
        figure.target = true;
        figure.period = Some("2030".parse().unwrap());
    });
    assert_eq!(
        used(vec![planned, figure("9")]),
        (Some("f9".to_owned()), vec![])
    );
    let left_out = || {
        with("90", |figure| {
            figure.doubt = doubt(Severity::Minor, Treatment::LeftOut);
        })
    };
    assert_eq!(
        used(vec![left_out(), at("9", "2024")]),
        (Some("f9".to_owned()), vec![])
    );
    assert_eq!(used(vec![left_out()]), (None, vec!["only", "left-out"]));
}
