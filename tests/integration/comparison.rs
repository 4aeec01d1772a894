//! Whether values may be compared is computed: every reason appears with what causes it and vanishes with it.

use county_briefings::{
    model::{Comparison, Reason, Verdict, compare},
    pipeline::Checked,
    render::text,
};

use crate::{
    small::{YI, YI_SOURCE},
    support::Project,
};

const INDICATORS: &str = "seeds/indicators.yaml";
/// The figure of 乙县 that stands beside one of 甲县, both exact, of 2024 and of the whole county.
const FIGURE: &str = "value: 98\n    unit: 个\n    period: 2024\n";

/// The small workspace, in which nothing speaks against comparing the number of villages.
fn comparable() -> Project {
    let project = Project::new();
    project
        .replace(YI, &FIGURE.replace("2024", "2023"), FIGURE)
        .replace(YI_SOURCE, "covers: 2023/2024", "covers: 2021/2024");
    project
}

/// Verdict and reasons for the number of villages, and what the comparison prints about it.
fn villages(project: &Project) -> (Comparison, String) {
    let checked = project.check();
    assert_eq!(checked.findings, []);
    let outline = outline(&checked);
    let lines = outline.lines().filter(|line| line.contains("/villages/"));
    let model = checked.model.unwrap();
    let counties: Vec<_> = model.counties.iter().collect();
    let rows = compare(&model.indicators, &counties);
    let row = rows
        .iter()
        .find(|row| row.indicator.id.as_str() == "villages");
    (row.unwrap().comparison.clone(), lines.collect())
}

/// The outline of the comparison.
fn outline(checked: &Checked) -> String {
    let mut reports = checked.documents.iter();
    let report = reports.find(|(id, _)| id.as_str() == "both");
    text::render(&report.unwrap().1)
}

#[test]
fn without_a_reason_values_are_comparable() {
    let (comparison, text) = villages(&comparable());
    assert_eq!(comparison.verdict, Verdict::Comparable);
    assert_eq!(comparison.reasons, []);
    assert!(text.contains("口径、范围和时间一致"), "{text}");
}

#[test]
fn each_reason_comes_with_its_cause() {
    let yi = || "yixian".parse().unwrap();
    let with = |line: &str| FIGURE.replace("    period", &format!("    {line}\n    period"));
    let forbidden = [
        (
            YI,
            FIGURE,
            with("differs: 含农村社区。"),
            Reason::Definition(yi()),
            "乙县口径不同",
        ),
        (
            YI,
            FIGURE,
            with("target: true"),
            Reason::Target(yi()),
            "乙县为目标，不是实绩",
        ),
        (
            INDICATORS,
            "kind: stock",
            "kind: scheme-parts".to_owned(),
            Reason::SchemeParts,
            "为各县自定做法的组成部分",
        ),
    ];
    for (file, from, to, reason, words) in forbidden {
        comes_and_goes(file, from, &to, Verdict::NotComparable, &reason, words);
    }
    let caveats = [
        (with("qualifier: near"), Reason::Inexact(yi()), "乙县为约数"),
        (
            with("doubt: {code: unclear, severity: minor}"),
            Reason::Doubtful(yi()),
            "乙县原文存疑",
        ),
        (
            FIGURE.replace("    period: 2024\n", ""),
            Reason::NoPeriod(yi()),
            "乙县未载时间",
        ),
        (
            FIGURE.replace("2024", "2021"),
            Reason::YearsApart(3),
            "时点相隔3年",
        ),
    ];
    for (to, reason, words) in caveats {
        comes_and_goes(YI, FIGURE, &to, Verdict::WithCaveats, &reason, words);
    }
}

fn comes_and_goes(
    file: &str,
    from: &str,
    to: &str,
    verdict: Verdict,
    reason: &Reason,
    words: &str,
) {
    let project = comparable();
    assert!(!villages(&project).1.contains(words));
    let (comparison, text) = villages(project.replace(file, from, to));
    assert_eq!(comparison.verdict, verdict, "{to}");
    assert_eq!(comparison.reasons, std::slice::from_ref(reason), "{to}");
    assert!(text.contains(words), "`{words}` is not in {text}");
    assert_eq!(
        villages(project.replace(file, to, from)).0.verdict,
        Verdict::Comparable
    );
}

#[test]
fn flows_must_be_of_the_same_period() {
    let project = comparable();
    project.replace(INDICATORS, "kind: stock", "kind: flow");
    assert_eq!(villages(&project).0.verdict, Verdict::Comparable);
    project.replace(YI, FIGURE, &FIGURE.replace("2024", "2023"));
    let (comparison, text) = villages(&project);
    assert_eq!(comparison.reasons, [Reason::Periods]);
    assert_eq!(comparison.verdict, Verdict::NotComparable);
    assert!(text.contains("所指时期不同"), "{text}");
}

#[test]
fn states_within_a_year_are_of_the_same_time() {
    let project = comparable();
    project.replace(YI, FIGURE, &FIGURE.replace("2024", "2024-06"));
    assert_eq!(villages(&project).0.verdict, Verdict::Comparable);
}

#[test]
fn several_reasons_are_told_the_forbidding_first() {
    let project = comparable();
    let figure = FIGURE.replace(
        "period: 2024",
        "qualifier: near\n    period: 2021\n    target: true",
    );
    project.replace(YI, FIGURE, &figure);
    let yi = || "yixian".parse().unwrap();
    assert_eq!(
        villages(&project).0.reasons,
        [
            Reason::Target(yi()),
            Reason::Inexact(yi()),
            Reason::YearsApart(3)
        ]
    );
}

#[test]
fn what_one_place_has_does_not_stand_for_the_county() {
    let project = comparable();
    project
        .replace(
            YI,
            "summary:\n",
            "places:\n  - {id: shiqiao, name: 石桥镇, level: township}\nsummary:\n",
        )
        .replace(YI, FIGURE, &format!("{FIGURE}    subject: shiqiao\n"));
    let (comparison, _) = villages(&project);
    assert_eq!(comparison.verdict, Verdict::OneOnly);
    assert_eq!(
        comparison.reasons,
        [Reason::Only("jiaxian".parse().unwrap())]
    );
}

#[test]
fn nothing_is_ranked_and_nothing_missing_is_a_zero() {
    let project = comparable();
    project.replace(YI, "    indicator: grids\n", "");
    let checked = project.check();
    let text = outline(&checked);
    assert!(text.contains("不作排名"), "{text}");
    for word in ["未开展", "未报告", "第一名", "领先", "落后", "最多", "最少"] {
        assert!(!text.contains(word), "{word}");
    }
}
