//! Rules that can be broken in several ways: each way is told, each near miss is not.

use county_briefings::{diagnostic::Code, pipeline::Checked};

use crate::{
    small::{JIA, JIA_SOURCE},
    support::Project,
};

/// The small workspace after these changes to 甲县.
fn after(changes: &[(&str, &str)]) -> Checked {
    let project = Project::new();
    for (from, to) in changes {
        project.replace(JIA, from, to);
        // What the source prints goes with the number, so that only the rule in question is broken.
        if let (Some(old), Some(new)) = (number(from), number(to))
            && old != new
        {
            project
                .replace(JIA, &format!("printed: {old}"), &format!("printed: {new}"))
                .replace(
                    JIA_SOURCE,
                    &format!("text: \"{old}"),
                    &format!("text: \"{new}"),
                );
        }
    }
    project.check()
}

/// The number, with its unit where that is told too, of a text that begins with `value:` or `wording:`.
fn number(text: &str) -> Option<String> {
    if let Some(wording) = text.strip_prefix("wording: ") {
        return wording.lines().next().map(str::to_owned);
    }
    let value = text.strip_prefix("value: ")?;
    let mut lines = value.lines();
    let digits = lines.next()?;
    let unit = lines.find_map(|line| line.trim_start().strip_prefix("unit: "));
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.then(|| digits.to_owned() + unit.unwrap_or_default().trim_matches('"'))
}

fn told(changes: &[(&str, &str)]) -> Vec<(Code, String)> {
    let findings = after(changes).findings.into_iter();
    findings
        .map(|finding| (finding.code, finding.message))
        .collect()
}

/// Asserts that there is one finding, of this code and with these words.
fn tells(changes: &[(&str, &str)], code: Code, words: &str) {
    let told = told(changes);
    assert!(
        told.len() == 1 && told[0].0 == code && told[0].1.contains(words),
        "{changes:?}: {told:#?}"
    );
}

#[test]
fn shares_may_be_rounded_or_cut() {
    // 96/119 = 80.67%
    for share in ["80", "81", "80.6", "80.7", "80.67"] {
        let share = format!("value: {share}\n    unit: \"%\"");
        assert_eq!(
            told(&[
                ("value: 120", "value: 119"),
                ("value: 80\n    unit: \"%\"", &share)
            ]),
            []
        );
    }
    for share in ["79", "82", "80.5", "80.8", "80.70"] {
        let share = format!("value: {share}\n    unit: \"%\"");
        tells(
            &[
                ("value: 120", "value: 119"),
                ("value: 80\n    unit: \"%\"", &share),
            ],
            Code::RelationMismatch,
            "`centres/villages` gives 80.",
        );
    }
}

#[test]
fn a_declared_doubt_needs_a_relation_and_a_relation_that_fails() {
    let check = "    check: {sum: [cadres, activists]}\n";
    tells(
        &[(check, "")],
        Code::StaleDoubt,
        "doubts a relation that is not declared",
    );
    tells(
        &[("value: 410", "value: 400")],
        Code::StaleDoubt,
        "the relation holds",
    );
    tells(
        &[(
            "    doubt: {code: sum-mismatch, severity: serious, treatment: as-printed}\n",
            "",
        )],
        Code::RelationMismatch,
        "`trained` is printed as 410名, `cadres+activists` gives 400",
    );
    tells(
        &[("sum-mismatch", "ratio-mismatch")],
        Code::RelationMismatch,
        "`trained`",
    );
}

#[test]
fn only_exact_figures_can_be_reckoned_with() {
    let near = |value: &str| format!("{value}\n    qualifier: near");
    let (villages, cadres) = ("value: 120\n    unit: 个", "value: 150\n    unit: 名");
    let told = told(&[(villages, &near(villages))]);
    let codes: Vec<Code> = told.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, [Code::RelationMismatch, Code::WrongType], "{told:?}");
    tells(
        &[(cadres, &near(cadres))],
        Code::RelationMismatch,
        "`cadres` has no exact value",
    );
    let (formula, turned) = ("[villages, centres]}", "[centres, villages]}");
    tells(
        &[("value: 120", "value: 0"), (formula, turned)],
        Code::RelationMismatch,
        "the divisor is 0",
    );
    tells(
        &[(formula, turned)],
        Code::WrongType,
        "`without-centre` cannot be computed: it is negative",
    );
}

#[test]
fn a_chart_shows_what_may_be_compared_by_eye() {
    let figures = "figures: [centres, renovated]\n    labels:\n      renovated: 当年改造\n";
    let renovated = "value: 32\n    unit: 个\n    period: 2024";
    for (from, to, words) in [
        (
            figures,
            "figures: [centres]\n",
            "shows fewer than two figures",
        ),
        (
            renovated,
            "value: 32\n    unit: 户\n    period: 2024",
            "mixes units",
        ),
        (
            renovated,
            "value: 32\n    unit: 个\n    period: 2023",
            "mixes periods",
        ),
        (
            renovated,
            "value: 32\n    unit: 个\n    period: 2024\n    subject: qingshan",
            "mixes subjects",
        ),
        (
            renovated,
            "wording: 数十个\n    unit: 个\n    period: 2024",
            "shows a figure without one value",
        ),
    ] {
        // The sentences name the place, so that nothing else is to be told.
        let named = [
            ("，当年改造{renovated}", "，青山乡当年改造{renovated}"),
            ("，当年改造党群服务中心", "，青山乡当年改造党群服务中心"),
        ];
        tells(&[(from, to), named[0], named[1]], Code::UnequalChart, words);
    }
    tells(
        &[("      renovated: 当年改造\n", "      cadres: 村干部\n")],
        Code::UnknownFigure,
        "label for `cadres`, which the chart does not show",
    );
}

#[test]
fn decimals_have_one_form() {
    for bad in [
        "0120",
        "1_200",
        "+120",
        "120.",
        ".5",
        "-5",
        "1e2",
        "1,200",
        "１２０",
    ] {
        tells(
            &[("value: 120", &format!("value: \"{bad}\""))],
            Code::WrongType,
            &format!("`{bad}`"),
        );
    }
}

#[test]
fn persons_have_no_key() {
    for key in [
        "leader",
        "secretary",
        "author_name",
        "contact_person",
        "姓名",
        "负责人",
    ] {
        tells(
            &[("    actors:", &format!("    {key}: 某某\n    actors:"))],
            Code::PersonalName,
            key,
        );
    }
}

#[test]
fn text_that_yaml_takes_for_a_map_is_told_how_to_write() {
    let checked = after(&[("text: 甲县下辖{villages}行政村", "text: {villages}行政村")]);
    let [finding] = checked.findings.as_slice() else {
        panic!("{:#?}", checked.findings);
    };
    assert!(
        finding.help.as_ref().unwrap().contains(">-"),
        "{finding:#?}"
    );
    let checked = after(&[(
        "text: 甲县下辖{villages}行政村，山区村居住分散，群众办事多有不便。",
        "text: {villages}",
    )]);
    assert!(
        checked.findings[0].help.as_ref().unwrap().contains(">-"),
        "{:#?}",
        checked.findings
    );
}

#[test]
fn numbers_are_found_in_every_prose() {
    let typed = "12个";
    for (from, to) in [
        (
            "name: 柳湾村议事场所",
            format!("name: 柳湾村{typed}议事场所"),
        ),
        (
            "gist: 县委组织部统筹资金",
            format!("gist: 县委组织部统筹{typed}资金"),
        ),
        (
            "text: 县委组织部统筹资金",
            format!("text: 县委组织部统筹{typed}资金"),
        ),
        ("name: 参训人员", format!("name: 参训{typed}人员")),
        (
            "title: 甲县党群服务中心建设情况",
            format!("title: 甲县{typed}党群服务中心建设情况"),
        ),
        ("renovated: 当年改造", format!("renovated: 当年改造{typed}")),
        ("note: 改造数为", format!("note: {typed}改造数为")),
        (
            "note: 文末一句没有写完",
            format!("note: 文末{typed}没有写完"),
        ),
        (
            "name: 尚未建成党群服务中心的行政村",
            format!("name: 尚未建成{typed}党群服务中心的行政村"),
        ),
        ("name: 柳湾村\n", format!("name: 柳湾村{typed}\n")),
    ] {
        tells(&[(from, &to)], Code::UnboundNumber, "`12个");
    }
}

#[test]
fn dates_ordinals_and_declared_names_are_no_amounts() {
    for words in [
        "2023年以来",
        "2024年1—6月",
        "5月13日",
        "第三届",
        "“134”工作法",
        "一个",
        "一批",
    ] {
        assert_eq!(
            told(&[(
                "text: 县委组织部统筹资金",
                &format!("text: {words}，县委组织部统筹资金")
            )]),
            [],
            "{words}"
        );
    }
    for words in [
        "3年",
        "13月",
        "四级",
        "数十名",
        "百余个",
        "1900平方米",
        "１２名",
        "①",
    ] {
        let told = told(&[(
            "text: 县委组织部统筹资金",
            &format!("text: {words}，县委组织部统筹资金"),
        )]);
        assert!(
            !told.is_empty() && told.iter().all(|(code, _)| *code == Code::UnboundNumber),
            "{words}: {told:?}"
        );
    }
}

#[test]
fn the_summary_is_as_long_as_it_prints() {
    let text = "，邻里事项在村里商量，群众办事不用再跑远路。";
    let long = format!("，{}。", "邻里事项在村里商量".repeat(8));
    tells(&[(text, &long)], Code::SummaryLength, "expected 100 to 150");
    tells(
        &[("；柳湾村设立议事场所", ""), (text, "。")],
        Code::SummaryLength,
        "expected 100 to 150",
    );
}

#[test]
fn a_wrong_form_may_hold_the_right_one_and_be_held_by_it() {
    let terms = |variant: &str| {
        let project = Project::new();
        let (known, variants) = ("variants: [“有事好商量”]", format!("variants: [{variant}]"));
        project.replace("seeds/terms.yaml", known, &variants);
        let findings = project.check().findings.into_iter();
        findings.map(|finding| finding.code).collect::<Vec<_>>()
    };
    // 甲县 writes: 以“有事来商量”的办法.
    assert_eq!(terms("以“有事来商量”"), [Code::TermVariant]);
    assert_eq!(terms("有事来商量"), []);
    assert_eq!(terms("以“有事"), [Code::TermVariant]);
}
