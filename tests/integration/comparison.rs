//! Whether values may be compared is computed: every reason appears with what causes it and vanishes with it.

use county_briefings::{
    compose::{self, Report},
    diagnostic::Code,
    document::{Body, Document, Role},
    model::{DoubtCode, Model, Verdict, compare},
    parse, pipeline,
    render::text,
    source,
    template::{self, CONTENT, Templates},
};

use crate::{
    small::{JIA, YI, YI_SOURCE},
    support::Project,
};

const INDICATORS: &str = "seeds/indicators.yaml";
const REASON: &str = "templates/content/partials/reason.md.hbs";
/// The figure of 乙县 that stands beside one of 甲县, both exact, of 2024 and of the whole county.
const FIGURE: &str = "value: 98\n    unit: 个\n    period: 2024\n";
/// The figure of 甲县.
const OTHER: &str = "value: 120\n    unit: 个\n    period: 2024\n";

/// The small workspace, in which nothing speaks against comparing the number of villages.
fn comparable() -> Project {
    let project = Project::new();
    project
        .replace(YI, &FIGURE.replace("2024", "2023"), FIGURE)
        .replace(YI_SOURCE, "covers: 2023/2024", "covers: 2020/2025");
    project
}

/// What the comparison makes of the number of villages.
#[derive(Debug, PartialEq)]
struct Judged {
    verdict: Verdict,
    codes: Vec<&'static str>,
    /// The row of the table, or all of the report where there is none.
    text: String,
}

/// Of a workspace without mistakes.
fn villages(project: &Project) -> Judged {
    // Whom and when a changed figure is of, the sentence around it does not say.
    let told = [Code::LocalAsCounty, Code::TargetAsResult];
    let mut findings = project.check().findings;
    findings.retain(|finding| !told.contains(&finding.code));
    assert_eq!(findings, []);
    unaudited(project)
}

/// Of a workspace in which the audit may have set counties aside: the engine judges on its own.
fn unaudited(project: &Project) -> Judged {
    let (model, templates) = resolved(project);
    let document = comparison(&model, &templates);
    let outline = text::render(&document);
    let lines: String = outline
        .lines()
        .filter(|line| line.contains("both.indicators/villages/"))
        .collect();
    let counties: Vec<_> = model.counties.iter().collect();
    let rows = compare(&model.indicators, &counties);
    let row = rows
        .iter()
        .find(|row| row.indicator.id.as_str() == "villages")
        .unwrap();
    let reasons = row.comparison.reasons.iter();
    Judged {
        verdict: row.comparison.verdict,
        codes: reasons.map(|reason| reason.cause.code()).collect(),
        text: if lines.is_empty() { outline } else { lines },
    }
}

fn resolved(project: &Project) -> (Model, Templates) {
    let sources = source::load(project.root()).unwrap();
    let sources = sources.or_built_in(CONTENT, &template::built_in());
    let data = parse::dataset(&sources);
    let resolved = parse::resolve(data.value, data.findings);
    assert_eq!(resolved.findings, []);
    (resolved.value.unwrap(), Templates::parse(&sources).value)
}

fn comparison(model: &Model, templates: &Templates) -> Document {
    let mut reports = compose::reports(model).into_iter();
    let report = reports.find(|report| matches!(report, Report::Comparison(_)));
    compose::compose(model, templates, &compose::names(model), report.unwrap()).unwrap()
}

fn outline(project: &Project) -> String {
    let (model, templates) = resolved(project);
    text::render(&comparison(&model, &templates))
}

#[test]
fn without_a_reason_values_are_comparable() {
    let judged = villages(&comparable());
    assert_eq!(judged.verdict, Verdict::Comparable);
    assert_eq!(judged.codes, Vec::<&str>::new());
    assert!(judged.text.contains("口径、范围和时间一致"), "{judged:?}");
}

/// The figure of 乙县 with a line more.
fn with(line: &str) -> String {
    FIGURE.replace("    period", &format!("    {line}\n    period"))
}

#[test]
fn each_reason_that_forbids_comes_with_its_cause() {
    let cases = [
        (
            YI,
            FIGURE,
            with("differs: 含农村社区。"),
            "definition",
            "乙县口径不同",
        ),
        (
            YI,
            FIGURE,
            with("target: true"),
            "target",
            "乙县为目标，不是实绩",
        ),
        (
            YI,
            FIGURE,
            with("change: true"),
            "change",
            "乙县为增减数，不是总量",
        ),
        (
            INDICATORS,
            "kind: stock",
            "kind: scheme-parts".to_owned(),
            "scheme-parts",
            "为各县自定做法的组成部分",
        ),
    ];
    for (file, from, to, code, words) in cases {
        comes_and_goes(file, from, &to, Verdict::NotComparable, code, words);
    }
}

#[test]
fn each_caveat_comes_with_its_cause() {
    let worded = FIGURE.replace("value: 98", "value: null\n    wording: 近百个");
    let cases = [
        (with("qualifier: near"), "inexact", "乙县为约数"),
        (with("qualifier: about"), "inexact", "乙县为约数"),
        (
            with("qualifier: range\n    value_max: 99"),
            "range",
            "乙县为区间",
        ),
        (with("qualifier: at-least"), "lower-bound", "乙县为下限"),
        (with("qualifier: up-to"), "upper-bound", "乙县为上限"),
        (worded, "no-number", "乙县只有概数"),
        (
            with("doubt: {code: unclear, severity: minor}"),
            "minor-doubt",
            "乙县原文表述不尽清楚",
        ),
        (
            FIGURE.replace("    period: 2024\n", ""),
            "no-period",
            "乙县未注明时间",
        ),
        (FIGURE.replace("2024", "2021"), "years-apart", "时点相隔3年"),
    ];
    for (to, code, words) in cases {
        comes_and_goes(YI, FIGURE, &to, Verdict::WithCaveats, code, words);
    }
}

fn comes_and_goes(file: &str, from: &str, to: &str, verdict: Verdict, code: &str, words: &str) {
    let project = comparable();
    let before = villages(&project);
    assert!(!before.text.contains(words));
    // What the source prints stays as it is: the audit has its own word on that.
    let judged = unaudited(project.replace(file, from, to));
    assert_eq!(judged.verdict, verdict, "{to}");
    assert_eq!(judged.codes, [code], "{to}");
    assert!(judged.text.contains(words), "{words}: {judged:?}");
    assert_eq!(villages(project.replace(file, to, from)), before);
}

#[test]
fn what_all_counties_have_in_common_is_told_once_and_forbids_nothing() {
    for (line, code, words) in [
        ("target: true", "targets", "均为目标，不是实绩"),
        ("change: true", "changes", "均为增减数，不是总量"),
    ] {
        let project = comparable();
        let other = OTHER.replace("    period", &format!("    {line}\n    period"));
        project
            .replace(YI, FIGURE, &with(line))
            .replace(JIA, OTHER, &other);
        let judged = villages(&project);
        assert_eq!(judged.verdict, Verdict::WithCaveats);
        assert_eq!(judged.codes, [code]);
        assert!(judged.text.contains(words), "{judged:?}");
        project.replace(JIA, &other, OTHER);
        assert_eq!(villages(&project).verdict, Verdict::NotComparable);
    }
}

#[test]
fn a_serious_doubt_is_a_caveat_that_says_what_is_doubtful() {
    let mut told = Vec::new();
    for (word, _) in DoubtCode::WORDS {
        let project = comparable();
        let doubt = format!("doubt: {{code: {word}, severity: serious, note: 原文如此}}");
        let judged = unaudited(project.replace(YI, FIGURE, &with(&doubt)));
        assert_eq!(judged.verdict, Verdict::WithCaveats, "{word}");
        assert_eq!(judged.codes, ["doubtful"], "{word}");
        let (_, kind) = judged.text.split_once("乙县存疑：").unwrap();
        told.push(kind.split_once('。').unwrap().0.to_owned());
    }
    assert!(told.contains(&"所指范围原文不明".to_owned()), "{told:?}");
    told.sort();
    told.dedup();
    assert_eq!(told.len(), DoubtCode::WORDS.len(), "each in its own words");
}

#[test]
fn a_value_left_out_for_a_doubt_is_not_used_at_all() {
    let project = comparable();
    let left_out =
        with("doubt: {code: unclear, severity: serious, treatment: left-out, note: 原文如此}");
    let judged = unaudited(project.replace(YI, FIGURE, &left_out));
    assert_eq!(judged.verdict, Verdict::OneOnly);
    assert_eq!(judged.codes, ["only", "left-out"]);
    assert!(!judged.text.contains("行政村数98"), "{judged:?}");
    // Among three counties the other two are compared, and the table says why the third has none.
    let third = project
        .read(JIA)
        .replace("id: jiaxian", "id: bingxian")
        .replace("990101", "990303")
        .replace("甲县", "丙县");
    project
        .write("seeds/counties/bingxian.yaml", &third)
        .replace(
            "briefings.yaml",
            "[jiaxian, yixian]",
            "[jiaxian, yixian, bingxian]",
        );
    let judged = unaudited(&project);
    assert_eq!(judged.verdict, Verdict::Comparable);
    assert_eq!(judged.codes, ["left-out"]);
    for words in ["存疑未用", "口径、范围和时间一致；乙县有数存疑，未予引用"]
    {
        assert!(judged.text.contains(words), "{words}: {judged:?}");
    }
    let judged = villages(project.replace(YI, &left_out, FIGURE));
    assert_eq!(judged.codes, Vec::<&str>::new());
}

#[test]
fn a_unit_that_counts_something_else_forbids_and_another_multiplier_does_not() {
    let project = comparable();
    project.replace(YI, FIGURE, &FIGURE.replace("个", "户"));
    let judged = unaudited(&project);
    assert_eq!(judged.verdict, Verdict::NotComparable);
    assert_eq!(judged.codes, ["unit"]);
    assert!(judged.text.contains("乙县以户计，单位不同"), "{judged:?}");
    project.replace(
        YI,
        &FIGURE.replace("个", "户"),
        &FIGURE.replace("98\n    unit: 个", "98"),
    );
    assert!(unaudited(&project).text.contains("乙县未注明单位"));
    project.replace(
        YI,
        &FIGURE.replace("98\n    unit: 个", "98"),
        &FIGURE.replace("98\n    unit: 个", "0.0098\n    unit: 万个"),
    );
    let judged = unaudited(&project);
    assert_eq!(judged.verdict, Verdict::Comparable);
    assert!(judged.text.contains("0.0098万个"), "{judged:?}");
}

#[test]
fn flows_must_be_of_the_same_period() {
    let project = comparable();
    project.replace(INDICATORS, "kind: stock", "kind: flow");
    assert_eq!(villages(&project).verdict, Verdict::Comparable);
    for (period, verdict, code, words) in [
        (
            "period: 2023",
            Verdict::NotComparable,
            "periods",
            "所指时期不同",
        ),
        (
            "period: 2022/2024",
            Verdict::NotComparable,
            "period-lengths",
            "所指时期长短不同",
        ),
        (
            "basis: 材料未载",
            Verdict::NotComparable,
            "flow-without-period",
            "乙县未注明所指时期",
        ),
    ] {
        let judged = villages(project.replace(YI, FIGURE, &FIGURE.replace("period: 2024", period)));
        assert_eq!(judged.verdict, verdict);
        assert_eq!(judged.codes, [code]);
        assert!(judged.text.contains(words), "{words}: {judged:?}");
        project.replace(YI, &FIGURE.replace("period: 2024", period), FIGURE);
    }
    for (file, figure) in [(YI, FIGURE), (JIA, OTHER)] {
        project.replace(file, figure, &figure.replace("2024", "2024/"));
    }
    let judged = villages(&project);
    assert_eq!(judged.verdict, Verdict::WithCaveats);
    assert_eq!(judged.codes, ["open-period"]);
    assert!(judged.text.contains("所指时期起止不全"), "{judged:?}");
}

#[test]
fn states_within_a_year_are_of_the_same_time() {
    let project = comparable();
    project.replace(YI, FIGURE, &FIGURE.replace("2024", "2024-06"));
    assert_eq!(villages(&project).verdict, Verdict::Comparable);
}

#[test]
fn several_reasons_are_told_the_forbidding_first_and_each_county_named_once() {
    let project = comparable();
    let figure = FIGURE.replace(
        "period: 2024",
        "qualifier: near\n    period: 2021\n    target: true",
    );
    project.replace(YI, FIGURE, &figure);
    let judged = villages(&project);
    assert_eq!(judged.codes, ["target", "inexact", "years-apart"]);
    let words = "乙县为目标，不是实绩，为约数；时点相隔3年。";
    assert!(judged.text.contains(words), "{judged:?}");
}

#[test]
fn counties_with_the_same_reason_share_it() {
    let project = comparable();
    project
        .replace(YI, FIGURE, &with("qualifier: near"))
        .replace(
            JIA,
            OTHER,
            &OTHER.replace("    period", "    qualifier: over\n    period"),
        );
    // Other numbers of 甲县 are computed from this one.
    assert!(unaudited_words(&project).contains("甲县、乙县为约数。"));
}

/// The words for the number of villages where derived numbers stand in the way of a whole report.
fn unaudited_words(project: &Project) -> String {
    project
        .replace(JIA, "derived:\n  - id: without-centre\n    name: 尚未建成党群服务中心的行政村\n    unit: 个\n    period: 2024\n    formula: {difference: [villages, centres]}\n", "")
        .replace(JIA, "    figures: [without-centre]\n", "");
    unaudited(project).text
}

#[test]
fn of_several_values_the_latest_is_used_and_told() {
    let project = comparable();
    let earlier = "  - id: villages-before\n    name: 原有行政村\n    indicator: villages\n    value: 101\n    unit: 个\n    period: 2020\n    source: {id: yi, lines: 2, printed: 101个}\n";
    project
        .replace(YI, "figures:\n", &format!("figures:\n{earlier}"))
        .replace(
            YI,
            "    lines: 2-5\n",
            "    lines: 2-5\n    figures: [villages-before]\n",
        )
        .replace(
            YI_SOURCE,
            "        figures: [villages]\n",
            "        figures: [villages]\n      - text: \"101个\"\n        figures: [villages-before]\n",
        );
    let judged = villages(&project);
    assert_eq!(judged.verdict, Verdict::Comparable);
    assert_eq!(judged.codes, ["latest"]);
    assert!(
        judged.text.contains("乙县所载时点不止一个，取最近。") && !judged.text.contains("101"),
        "{judged:?}"
    );
    project.replace(YI, "period: 2020", "period: 2025");
    assert!(villages(&project).text.contains("101"));
}

/// The small workspace in which 乙县 has its number of villages from a township only.
fn of_a_place() -> Project {
    let project = comparable();
    project
        .replace(
            YI,
            "summary:\n",
            "places:\n  - {id: shiqiao, name: 石桥镇, level: township}\nsummary:\n",
        )
        .replace(YI, FIGURE, &format!("{FIGURE}    subject: shiqiao\n"));
    project
}

#[test]
fn what_one_place_has_never_stands_beside_counties() {
    let project = of_a_place();
    let judged = villages(&project);
    assert_eq!(judged.verdict, Verdict::NotComparable);
    assert_eq!(judged.codes, ["scope"]);
    assert!(judged.text.contains("只有乡镇数据"), "{judged:?}");
    assert!(judged.text.contains("乙县只有石桥镇的数据。"), "{judged:?}");
    assert!(
        !judged.text.contains("98"),
        "no value in its column: {judged:?}"
    );
    let outline = outline(&project);
    assert!(
        outline.contains("甲县120个（2024年）、乙县石桥镇98个（2024年）"),
        "{outline}"
    );
    project.replace(JIA, "    indicator: villages\n", "");
    let judged = villages(&project);
    assert_eq!(judged.verdict, Verdict::OneOnly);
    assert_eq!(judged.codes, ["only", "scope"]);
    assert!(!judged.text.contains("石桥镇行政村"), "{}", judged.text);
}

#[test]
fn what_no_county_reports_is_judged_and_not_printed() {
    let project = comparable();
    for file in [JIA, YI] {
        project.replace(file, "    indicator: villages\n", "");
    }
    let judged = villages(&project);
    assert_eq!(judged.verdict, Verdict::None);
    assert!(!judged.text.contains("行政村数"), "{judged:?}");
}

#[test]
fn key_facts_show_only_what_may_be_compared() {
    let project = comparable();
    let facts = |project: &Project| {
        let (model, templates) = resolved(project);
        let blocks = comparison(&model, &templates).blocks.into_iter();
        let facts = blocks.filter(|block| matches!(block.body, Body::KeyFact(_)));
        facts.map(|fact| fact.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(facts(&project), ["both.fact.villages"]);
    project.replace(YI, FIGURE, &with("target: true"));
    assert_eq!(facts(&project), Vec::<String>::new());
}

/// The small workspace in which both counties report centres and villages alike, and centres are counted per village.
fn relative() -> Project {
    let project = comparable();
    project
        .replace(
            INDICATORS,
            "    definition: 县域内党群服务中心的个数\n    unit: 个\n    kind: stock\n",
            "    definition: 县域内党群服务中心的个数\n    unit: 个\n    kind: stock\n    per: villages\n",
        )
        .replace(YI, "    differs: 含城市社区的党群服务中心。\n", "")
        .replace(
            YI,
            "value: 60\n    unit: 个\n    qualifier: over\n",
            "value: 60\n    unit: 个\n",
        )
        .replace(YI, "printed: 60余个", "printed: 60个")
        .replace(YI_SOURCE, "60余个", "60个");
    project
}

#[test]
fn values_per_denominator_are_shown_with_their_formulas_where_two_counties_have_them() {
    let project = relative();
    assert_eq!(project.check().findings, []);
    let (model, templates) = resolved(&project);
    let document = comparison(&model, &templates);
    let words =
        "党群服务中心数与行政村数之比。甲县0.80（96/120，2024年）、乙县0.61（60/98，2024年）。";
    let outline = text::render(&document);
    assert!(outline.contains(words), "{outline}");
    let pieces = document.pieces();
    let mut runs = pieces.iter().flat_map(|piece| &piece.text);
    let derived = runs.find(|run| run.text == "0.80").unwrap();
    assert_eq!(
        derived.role,
        Role::Derived {
            id: "jiaxian/centres.per.villages".to_owned(),
            formula: "96/120".to_owned()
        }
    );
    project.replace(YI, FIGURE, &FIGURE.replace("2024", "2023"));
    let text = self::outline(&project);
    assert!(!text.contains("之比"), "one county alone: {text}");
    let rows = pipeline::comparisons(&project.check()).unwrap();
    let row = rows
        .iter()
        .find(|row| row.indicator.as_deref() == Some("centres"))
        .unwrap();
    let offered: Vec<_> = row
        .per
        .iter()
        .map(|quotient| (&*quotient.county, &*quotient.value, quotient.comparable))
        .collect();
    assert_eq!(offered, [("jiaxian", "0.80", false)]);
}

#[test]
fn a_denominator_is_another_indicator_that_counts() {
    let told = |per: &str, kind: &str| {
        let project = relative();
        project.replace(INDICATORS, "per: villages", &format!("per: {per}"));
        project.replace(INDICATORS, "kind: stock", &format!("kind: {kind}"));
        let findings = project.check().findings.into_iter();
        findings.map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(told("villages", "stock"), []);
    assert_eq!(told("grids", "flow"), []);
    assert_eq!(told("vilages", "stock"), [Code::UnknownReference]);
    assert_eq!(told("centres", "stock"), [Code::Circular]);
    assert_eq!(told("villages", "ratio"), [Code::IndicatorMismatch]);
}

#[test]
fn a_reason_that_the_template_has_no_words_for_is_a_finding() {
    let project = comparable().with_templates();
    project.replace(YI, FIGURE, &with("qualifier: near"));
    assert_eq!(project.check().findings, []);
    project.replace(
        REASON,
        "{{else if (eq code \"inexact\")}}{{counties}}为约数\n",
        "",
    );
    let findings = project.check().findings;
    let [finding] = findings.as_slice() else {
        panic!("{findings:#?}");
    };
    assert_eq!(finding.code, Code::TemplateOutput);
    assert!(finding.message.contains("`inexact`"), "{finding:?}");
}

#[test]
fn nothing_is_ranked_and_nothing_missing_is_a_zero() {
    for project in [comparable(), relative()] {
        project.replace(YI, "    indicator: grids\n", "");
        let text = outline(&project);
        assert!(text.contains("先后不表示名次"), "{text}");
        for word in ["未开展", "未报告", "第一名", "领先", "落后", "最多", "最少"]
        {
            assert!(!text.contains(word), "{word}");
        }
    }
}
