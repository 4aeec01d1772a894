//! Every kind of chart: what is drawn, what is said of it, and what is refused.

use county_briefings::{
    diagnostic::Code,
    document::{Body, Chart, Document, MarkEnd, plain_text},
    measure::report_card,
    model::CountyId,
    pipeline,
    render::typst::{self, Layout},
};

use crate::{
    generator::{Size, generate},
    parity::says_all_in_pdf,
    small::JIA,
    support::{Project, repository},
};

/// The chart of 甲县 as it is, without id, title and note.
const PLOT: &str =
    "    kind: bar\n    figures: [centres, renovated]\n    labels:\n      renovated: 当年改造\n";

/// The small workspace with another plot in its chart, and another change.
fn with(plot: &str, (from, to): (&str, &str)) -> Project {
    let project = Project::new();
    let indented: String = plot.lines().map(|line| format!("    {line}\n")).collect();
    project.replace(JIA, PLOT, &indented);
    project.replace(JIA, from, to);
    project
}

const NOTHING: (&str, &str) = ("county:", "county:");
/// The renovation a year earlier.
const EARLIER: (&str, &str) = (
    "value: 32\n    unit: 个\n    period: 2024",
    "value: 32\n    unit: 个\n    period: 2023",
);
/// A number that its parts come to.
const SUM: (&str, &str) = (
    "derived:\n",
    "derived:\n  - {id: all, name: 参训人员合计, unit: 名, period: 2024, formula: {sum: [cadres, activists]}}\n",
);

/// The chart that a plot gives, which is nowhere refused and stands on a page that meets every rule.
fn drawn(plot: &str, change: (&str, &str)) -> Chart {
    let checked = with(plot, change).check();
    assert_eq!(checked.findings, [], "{plot}");
    let document = &checked.documents[0].1;
    let pdf = typst::render(document, &Layout::embedded()).unwrap();
    let card = report_card(&pdf.bytes).unwrap();
    assert!(card.passes(), "{plot}: {card:#?}");
    says_all_in_pdf(document);
    first(&checked.documents)
}

/// The first chart of all reports.
fn first(documents: &[(CountyId, Document)]) -> Chart {
    let mut blocks = documents.iter().flat_map(|(_, document)| &document.blocks);
    let chart = blocks.find_map(|block| match &block.body {
        Body::Chart(chart) => Some(chart.clone()),
        Body::Heading { .. }
        | Body::Paragraph { .. }
        | Body::List { .. }
        | Body::Table(_)
        | Body::KeyFact(_) => None,
    });
    chart.unwrap()
}

fn marks(chart: &Chart) -> Vec<(&str, u16, u16, MarkEnd)> {
    let rows = chart.panels.iter().flat_map(|panel| &panel.rows);
    let marks = rows.flat_map(|row| &row.marks).flatten();
    marks
        .map(|mark| (mark.value.text.as_str(), mark.from, mark.to, mark.end))
        .collect()
}

#[test]
fn single_figures_are_bars_or_dots() {
    for (kind, word) in [("bar", "条形图"), ("dot", "点图")] {
        let plot =
            format!("kind: {kind}\nfigures: [centres, renovated]\nlabels: {{renovated: 当年改造}}");
        let chart = drawn(&plot, NOTHING);
        assert_eq!(
            plain_text(&chart.alt),
            format!("{word}：甲县党群服务中心建设情况。党群服务中心96个，当年改造32个。")
        );
        assert_eq!(plain_text(&chart.caption), "甲县党群服务中心建设情况（个）");
        let expected = [
            ("96", 0, 1000, MarkEnd::Flat),
            ("32", 0, 333, MarkEnd::Flat),
        ];
        assert_eq!(marks(&chart), expected);
    }
}

#[test]
fn an_inexact_number_ends_otherwise() {
    let near = (
        "value: 32\n    unit: 个",
        "value: 32\n    unit: 个\n    qualifier: near",
    );
    let project = with("kind: bar\nfigures: [centres, renovated]", near);
    project.replace(JIA, "printed: 32个", "printed: 近32个");
    project.replace(crate::small::JIA_SOURCE, "text: \"32个", "text: \"近32个");
    let checked = project.check();
    let chart = first(&checked.documents);
    let ends: Vec<MarkEnd> = marks(&chart).into_iter().map(|(.., end)| end).collect();
    assert_eq!(ends, [MarkEnd::Flat, MarkEnd::Hatched]);
}

#[test]
fn several_figures_of_a_row_stand_above_each_other() {
    let plot = "kind: grouped-bar\nrows: [党群服务中心]\nseries:\n  - {name: 建成, figures: [centres]}\n  - {name: 当年改造, figures: [renovated]}";
    let chart = drawn(plot, NOTHING);
    assert_eq!(
        plain_text(&chart.alt),
        "分组条形图：甲县党群服务中心建设情况。党群服务中心：建成96个、当年改造32个。"
    );
    let expected = [
        ("96", 0, 1000, MarkEnd::Flat),
        ("32", 0, 333, MarkEnd::Flat),
    ];
    assert_eq!(marks(&chart), expected);
}

#[test]
fn a_slope_leads_from_before_to_after() {
    let plot = "kind: slope\nrows: [党群服务中心]\nseries:\n  - {name: 2023年, figures: [renovated]}\n  - {name: 2024年, figures: [centres]}";
    let chart = drawn(plot, EARLIER);
    assert_eq!(
        plain_text(&chart.alt),
        "前后对比图：甲县党群服务中心建设情况。党群服务中心：2023年32个、2024年96个。"
    );
    let expected = [
        ("32", 0, 333, MarkEnd::Flat),
        ("96", 0, 1000, MarkEnd::Flat),
    ];
    assert_eq!(marks(&chart), expected);
}

#[test]
fn parts_stand_behind_one_another() {
    let plot = "kind: share\nof: all\nfigures: [cadres, activists]";
    let chart = drawn(plot, SUM);
    assert_eq!(
        plain_text(&chart.alt),
        "构成图：甲县党群服务中心建设情况。参训村干部150名、参训党员骨干250名。"
    );
    let expected = [
        ("150", 0, 375, MarkEnd::Flat),
        ("250", 375, 1000, MarkEnd::Flat),
    ];
    assert_eq!(marks(&chart), expected);
}

#[test]
fn a_timeline_has_a_scale_of_years() {
    let since = (
        "themes: [organisation, service]\n    level: county\n    actors: [甲县县委组织部]\n    how: [{carrier: training, lines: 8}]\n    period: 2024",
        "themes: [organisation, service]\n    level: county\n    actors: [甲县县委组织部]\n    how: [{carrier: training, lines: 8}]\n    period: 2022-07/",
    );
    let plot = "kind: timeline\ninitiatives: [work-method, centre-building]";
    let project = with(plot, since);
    project.replace(
        crate::small::JIA_SOURCE,
        "covers: 2023/2024",
        "covers: 2022/2024",
    );
    let checked = project.check();
    let chart = first(&checked.documents);
    assert_eq!(
        plain_text(&chart.alt),
        "时间轴：甲县党群服务中心建设情况。“134”工作法2022年7月以来，党群服务中心建设2024年。"
    );
    let expected = [
        ("2022年7月以来", 166, 1000, MarkEnd::Open),
        ("2024年", 666, 1000, MarkEnd::Flat),
    ];
    assert_eq!(marks(&chart), expected);
    let ticks = chart.panels[0].ticks.iter();
    let ticks: Vec<(u16, &str)> = ticks
        .map(|tick| (tick.at, tick.label.text.as_str()))
        .collect();
    assert_eq!(ticks, [(0, "2022年"), (333, "2023年"), (666, "2024年")]);
}

#[test]
fn what_may_not_stand_side_by_side_is_refused() {
    let two = |first: &str, second: &str| {
        format!(
            "series:\n  - {{name: 一, figures: [{first}]}}\n  - {{name: 二, figures: [{second}]}}"
        )
    };
    let grouped = |series: &str| format!("kind: grouped-bar\nrows: [中心]\n{series}");
    let slope = |series: &str| format!("kind: slope\nrows: [中心]\n{series}");
    let of_village = (
        "unit: 个\n    period: 2024\n    part_of: centres",
        "unit: 个\n    period: 2024\n    subject: liuwan\n    part_of: centres",
    );
    for (plot, change, words) in [
        (
            "kind: share\nof: villages\nfigures: [centres, renovated]".to_owned(),
            NOTHING,
            "shows parts that no relation `sum` of `villages` adds up",
        ),
        (
            "kind: share\nof: trained\nfigures: [cadres, activists]".to_owned(),
            NOTHING,
            "shows parts that do not come to `trained`",
        ),
        (
            "kind: share\nof: all\nfigures: [cadres]".to_owned(),
            SUM,
            "shows fewer than two figures",
        ),
        (
            grouped("series:\n  - {name: 建成, figures: [centres]}"),
            NOTHING,
            "needs two or three series",
        ),
        (
            grouped(&two("centres", "renovated, villages")),
            NOTHING,
            "has not one figure in each series for each row",
        ),
        (grouped(&two("centres", "cadres")), NOTHING, "mixes units"),
        (
            grouped(&two("centres", "renovated")),
            of_village,
            "mixes subjects in a row",
        ),
        (
            format!(
                "kind: grouped-bar\nrows: [中心, 村]\n{}",
                two("renovated, centres", "centres, villages")
            ),
            EARLIER,
            "mixes periods in a series",
        ),
        (
            slope(&two("renovated", "centres")),
            NOTHING,
            "has no earlier and later period",
        ),
        (
            slope(&two("centres", "renovated")),
            EARLIER,
            "has no earlier and later period",
        ),
        (
            "kind: timeline\ninitiatives: [centre-building]".to_owned(),
            NOTHING,
            "shows fewer than two initiatives",
        ),
        (
            "kind: timeline\ninitiatives: [centre-building, nobody]".to_owned(),
            NOTHING,
            "shows an initiative that is not there",
        ),
        (
            "kind: timeline\ninitiatives: [centre-building, meeting-hall]".to_owned(),
            NOTHING,
            "shows an initiative of which no time is known",
        ),
    ] {
        let findings = with(&plot, change).check().findings.into_iter();
        // What else the change does is not in question here.
        let told: Vec<String> = findings
            .filter(|finding| finding.code == Code::UnequalChart)
            .map(|finding| finding.message)
            .collect();
        assert!(
            told.len() == 1 && told[0].contains(words),
            "{plot}: {told:#?}"
        );
    }
}

#[test]
fn each_kind_has_keys_of_its_own() {
    for (plot, code, words) in [
        (
            "kind: bar\nfigures: [centres, renovated]\nseries: []",
            Code::UnknownKey,
            "`series`",
        ),
        (
            "kind: timeline\ninitiatives: [centre-building, work-method]\nfigures: [centres]",
            Code::UnknownKey,
            "`figures`",
        ),
        (
            "kind: share\nfigures: [cadres, activists]",
            Code::MissingKey,
            "`of`",
        ),
        ("kind: slope\nrows: [中心]", Code::MissingKey, "`series`"),
        ("kind: dot", Code::MissingKey, "`figures`"),
    ] {
        let findings = with(plot, NOTHING).check().findings;
        let told: Vec<_> = findings
            .iter()
            .map(|finding| (finding.code, &finding.message))
            .collect();
        assert!(
            told.len() == 1 && told[0].0 == code && told[0].1.contains(words),
            "{plot}: {told:#?}"
        );
    }
}

/// The charts of comparisons: nothing but what the engine allows, every county in the given order.
#[test]
fn a_comparison_draws_what_may_be_compared_and_nothing_else() {
    let (mut drawn, mut silent, mut cut) = (0, 0, 0);
    for seed in 0..8 {
        let workspace = generate(seed, &Size::of(4));
        let checked = pipeline::check_sources(workspace.sources());
        let model = checked.model.as_ref().unwrap();
        let plans = &model.config.comparisons;
        for plan in plans {
            let counties = model.in_order(&plan.counties);
            let rows = county_briefings::model::compare(&model.indicators, &counties);
            let (_, document) = checked
                .documents
                .iter()
                .find(|(id, _)| *id == plan.id)
                .unwrap();
            for block in &document.blocks {
                let Body::Chart(chart) = &block.body else {
                    continue;
                };
                let note = plain_text(&chart.notes[0]);
                if note.ends_with("其余可以对照的指标见上表。") {
                    let comparable = rows.iter().filter(|row| row.comparable().is_some());
                    assert!(comparable.count() > chart.panels.len());
                    cut += 1;
                }
                for panel in &chart.panels {
                    let row = rows
                        .iter()
                        .find(|row| row.indicator.id.as_str() == panel.id)
                        .unwrap();
                    assert!(row.comparable().is_some(), "{}", panel.id);
                    let names = panel.rows.iter().map(|row| plain_text(&row.label));
                    assert!(names.eq(counties.iter().map(|county| county.name.clone())));
                    let marks = || panel.rows.iter().flat_map(|row| &row.marks);
                    assert!(marks().flatten().any(|mark| mark.to == 1000));
                    drawn += 1;
                    silent += usize::from(marks().any(Option::is_none));
                }
            }
        }
    }
    assert!(
        drawn >= 8 && silent >= 1 && cut >= 1,
        "{drawn} {silent} {cut}"
    );
}

/// The notes under the charts of `tests/workspaces/charts`, which has an exact, a vague and an open end of each kind.
#[test]
fn notes_tell_which_ends_are_not_exact_and_nothing_of_exact_ones() {
    let workspace = repository().join("tests/workspaces/charts");
    let checked = pipeline::check(&workspace).unwrap();
    let documents = checked.documents.iter().map(|(_, document)| document);
    let blocks = documents.flat_map(|document| &document.blocks);
    let notes = blocks.filter_map(|block| match &block.body {
        Body::Chart(chart) => Some(chart.notes.iter().map(|note| plain_text(note)).collect()),
        Body::Heading { .. }
        | Body::Paragraph { .. }
        | Body::List { .. }
        | Body::Table(_)
        | Body::KeyFact(_) => None,
    });
    let notes: Vec<String> = notes.collect();
    let inexact = "注：带“余”的，实际数不小于所画；带“近”的，末端不确定。";
    assert_eq!(
        notes,
        [
            inexact,
            inexact,
            "注：带“余”的，实际数不小于所画；带“约”的，末端不确定。",
            "注：各乡镇均为年末数。带“约”的，末端不确定。",
            "",
            "注：带“以来”的未载止期，画到图的末端。",
            "注：各图标尺从零起，长短只在同一图内对照；所附条件见上表，不作排名。带“余”的，实际数不小于所画。",
        ]
    );
}
