//! Ways of working laid side by side: what a comparison says of them changes with the data.

use std::collections::BTreeSet;

use county_briefings::{
    document::{Body, Document},
    pipeline::{Checked, ComparisonRow, comparisons},
};

use crate::{
    small::{JIA, YI},
    support::Project,
};

/// The paragraphs of a report.
fn paragraphs(checked: &Checked, report: &str) -> Vec<String> {
    assert_eq!(checked.findings, []);
    let mut documents = checked.documents.iter();
    let (_, document) = documents.find(|(id, _)| id.as_str() == report).unwrap();
    of_document(document)
}

fn of_document(document: &Document) -> Vec<String> {
    let blocks = document.blocks.iter();
    let texts = blocks.filter_map(|block| match &block.body {
        Body::Paragraph { text, .. } => Some(text.iter().map(|run| run.text.as_str()).collect()),
        Body::Heading { .. }
        | Body::List { .. }
        | Body::Table(_)
        | Body::Chart(_)
        | Body::KeyFact(_) => None,
    });
    texts.collect()
}

fn both(project: &Project) -> Vec<String> {
    paragraphs(&project.check(), "both")
}

fn has(paragraphs: &[String], words: &str) -> bool {
    paragraphs.iter().any(|text| text.contains(words))
}

fn conclusions(project: &Project) -> Vec<ComparisonRow> {
    let mut rows = comparisons(&project.check()).unwrap();
    rows.retain(|row| row.kind != "indicator");
    rows
}

const TOGETHER: &str = "建设阵地（甲县、乙县）。甲县县委组织部统筹资金，";
const CENTRES: &str = "{carrier: site, lines: 3}, {form: centre, lines: 5}";
const UPGRADE: &str = "[{carrier: site, lines: 6}]";
const TWICE: &str = "[{carrier: site, lines: 6}, {form: centre, lines: 6}]";

#[test]
fn counties_with_the_same_carrier_stand_together() {
    let project = Project::new();
    let texts = both(&project);
    assert!(has(&texts, TOGETHER), "{texts:#?}");
    assert!(has(&texts, "乙县在98个行政村建成"), "{texts:#?}");
    // Only one of them is told to have set something up: that is for the export and no common practice.
    let rows = conclusions(&project);
    let partly = rows.iter().find(|row| row.kind == "partly").unwrap();
    assert_eq!(partly.facet, Some("form"));
    assert_eq!(partly.missing, ["yixian"]);
    assert!(rows.iter().all(|row| row.kind != "shared"), "{rows:#?}");
    assert!(!has(&texts, "党群服务阵地方面，甲县"), "{texts:#?}");
}

#[test]
fn common_practice_is_what_is_alike_twice() {
    let project = Project::new();
    project.replace(YI, UPGRADE, TWICE);
    let texts = both(&project);
    let told = "党群服务阵地方面，甲县（党群服务中心建设）、乙县（党群服务中心提升）都建设阵地，\
                组织形式同为常设中心或站点。";
    assert!(has(&texts, told), "{texts:#?}");
    let rows = conclusions(&project);
    let shared = rows.iter().find(|row| row.kind == "shared").unwrap();
    assert_eq!((shared.carrier, shared.facet), (Some("site"), Some("form")));
    assert_eq!(
        shared.initiatives,
        ["jiaxian/centre-building", "yixian/centre-upgrade"]
    );
    // Another carrier in common is as good.
    let (jia, yi) = (
        "{carrier: site, lines: 3}, {carrier: list, lines: 5}",
        "[{carrier: site, lines: 6}, {carrier: list, lines: 6}]",
    );
    project.replace(JIA, CENTRES, jia).replace(YI, TWICE, yi);
    let texts = both(&project);
    assert!(
        has(&texts, "都推行清单管理，并建设阵地。") || has(&texts, "都建设阵地，并推行清单管理。"),
        "{texts:#?}"
    );
}

#[test]
fn with_another_carrier_they_part() {
    let project = Project::new();
    project.replace(YI, UPGRADE, "[{carrier: project, lines: 6}]");
    let texts = both(&project);
    assert!(!has(&texts, TOGETHER), "{texts:#?}");
    assert!(has(&texts, "甲县（建设阵地）。"), "{texts:#?}");
    assert!(
        has(&texts, "党群服务阵地方面，甲县建设阵地，乙县实施工程项目。"),
        "{texts:#?}"
    );
    let kinds: BTreeSet<&str> = conclusions(&project).iter().map(|row| row.kind).collect();
    assert!(
        kinds.contains("different") && !kinds.contains("shared"),
        "{kinds:?}"
    );
}

#[test]
fn what_both_tell_of_a_facet_is_compared() {
    let project = Project::new();
    project.replace(
        YI,
        UPGRADE,
        "[{carrier: site, lines: 6}, {form: team, lines: 6}]",
    );
    let unlike = "组织形式上，甲县（党群服务中心建设）为常设中心或站点，乙县（党群服务中心提升）为工作或服务队伍。";
    assert!(has(&both(&project), unlike));
    let rows = conclusions(&project);
    let contrast = rows.iter().find(|row| row.kind == "contrast").unwrap();
    assert_eq!(contrast.means.len(), 2);
    project.replace(YI, "{form: team, lines: 6}", "{form: centre, lines: 6}");
    let texts = both(&project);
    assert!(!has(&texts, unlike) && has(&texts, "组织形式都为常设中心或站点。"));
    project.replace(JIA, CENTRES, "{carrier: site, lines: 3}");
    assert!(!has(&both(&project), "组织形式都为"));
}

#[test]
fn an_initiative_that_is_gone_is_not_spoken_of() {
    let project = Project::new();
    let text = project.read(YI);
    let (before, rest) = text.split_once("  - id: centre-upgrade\n").unwrap();
    let (gone, after) = rest.split_once("figures:\n").unwrap();
    project.write(YI, &format!("{before}figures:\n{after}"));
    assert!(gone.contains("党群服务中心提升"));
    let checked = project.check();
    let texts: Vec<String> = checked
        .documents
        .iter()
        .filter(|(id, _)| id.as_str() == "both")
        .flat_map(|(_, document)| of_document(document))
        .collect();
    assert!(!texts.is_empty());
    assert!(
        !has(&texts, "党群服务中心提升") && !has(&texts, TOGETHER),
        "{texts:#?}"
    );
    assert!(has(&texts, "乙县材料未载"), "{texts:#?}");
}

#[test]
fn a_village_that_becomes_a_county_s_own_case_moves_up() {
    let project = Project::new();
    let local = "组织设置与集体议事";
    assert!(!has(&both(&project), local));
    let before = both(&project);
    assert!(
        has(&before, "只有甲县写到的县级做法有“134”工作法。"),
        "{before:#?}"
    );
    project
        .replace(
            JIA,
            "    level: village\n    place: liuwan\n    actors: [柳湾村党支部]",
            "    level: county\n    actors: [柳湾村党支部]",
        )
        .replace(JIA, "柳湾村党支部把闲置院落", "该县在柳湾村把闲置院落");
    let after = both(&project);
    assert!(
        has(
            &after,
            "只有甲县写到的县级做法有“134”工作法、柳湾村议事场所。"
        ),
        "{after:#?}"
    );
}

/// Any two, three or four of the real counties.
#[test]
fn any_counties_give_a_paper_without_long_paragraphs_or_gaps() {
    let ids = ["yuxian", "wanrong", "wenxi", "xingxian"];
    let mut plans = String::new();
    let mut reports = Vec::new();
    for chosen in 0_u32..16 {
        let counties: Vec<&str> = (0..4)
            .filter(|at| chosen >> at & 1 == 1)
            .map(|at| ids[at])
            .collect();
        if counties.len() < 2 {
            continue;
        }
        let id = format!("plan-{}", counties.join("-"));
        plans += &format!(
            "  - id: {id}\n    title: 县域比较\n    counties: [{}]\n",
            counties.join(", ")
        );
        reports.push((id, counties.len()));
    }
    let project = Project::real();
    let config = project.read("briefings.yaml");
    let (before, rest) = config.split_once("comparisons:\n").unwrap();
    let (_, after) = rest.split_once("formats:").unwrap();
    project.write(
        "briefings.yaml",
        &format!("{before}comparisons:\n{plans}formats:{after}"),
    );
    let checked = project.check();
    for (report, counties) in &reports {
        let texts = paragraphs(&checked, report);
        assert!(texts.len() > 20, "{report}: {}", texts.len());
        for text in &texts {
            sound(report, text);
        }
        let rows = comparisons(&checked).unwrap();
        let own = rows.iter().filter(|row| row.comparison == *report);
        for row in own.filter(|row| row.kind != "indicator") {
            let counties_of: BTreeSet<&str> = row
                .initiatives
                .iter()
                .map(|id| id.split_once('/').unwrap().0)
                .collect();
            let enough = if row.kind == "only" { 1 } else { 2 };
            assert!(
                counties_of.len() >= enough && counties_of.len() <= *counties,
                "{row:?}"
            );
        }
    }
}

/// Long enough to be read, without holes where something was left out.
fn sound(report: &str, text: &str) {
    assert!(
        text.chars().count() <= LONGEST,
        "{report}: {} {text}",
        text.chars().count()
    );
    for hole in [
        "、、", "，，", "。。", "（）", "：。", "，。", "；。", "、。", "“”", "  ", "null",
    ] {
        assert!(!text.contains(hole), "{report}: {text}");
    }
    assert!(
        text.ends_with('。') || text.ends_with('”'),
        "{report}: {text}"
    );
}

/// As long as a paragraph of a briefing may be.
const LONGEST: usize = 300;
