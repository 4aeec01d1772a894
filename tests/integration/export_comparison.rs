//! `export comparison`: what the comparability engine says, for programs.

use serde_json::{Value, json};

use crate::{
    small::{JIA, YI, YI_SOURCE},
    support::Project,
};

const FIELDS: [&str; 16] = [
    "comparison",
    "indicator",
    "name",
    "unit",
    "verdict",
    "values",
    "missing",
    "reasons",
    "order",
    "per",
    "kind",
    "theme",
    "carrier",
    "facet",
    "means",
    "initiatives",
];

/// The rows of indicators.
fn rows(project: &Project) -> Vec<Value> {
    let mut rows = all_rows(project);
    rows.retain(|row| row["kind"] == "indicator");
    rows
}

fn all_rows(project: &Project) -> Vec<Value> {
    let ran = project.run(&["export", "comparison"]).code(0);
    assert_eq!(ran.stderr, "");
    serde_json::from_str(&ran.stdout).unwrap()
}

fn row(project: &Project, indicator: &str) -> Value {
    let mut rows = rows(project).into_iter();
    rows.find(|row| row["indicator"] == indicator).unwrap()
}

#[test]
fn there_is_one_row_per_comparison_and_indicator() {
    let project = Project::new();
    project.replace(
        "briefings.yaml",
        "formats:",
        "  - id: again\n    title: 两县再比\n    counties: [yixian, jiaxian]\nformats:",
    );
    let rows = rows(&project);
    let keys: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {}", row["comparison"], row["indicator"]).replace('"', ""))
        .collect();
    assert_eq!(
        keys,
        [
            "both villages",
            "both centres",
            "both grids",
            "again villages",
            "again centres",
            "again grids"
        ]
    );
    for row in &rows {
        let fields: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(fields, FIELDS);
    }
    assert_eq!(
        rows[0]["values"], rows[3]["values"],
        "in the order of codes"
    );
}

#[test]
fn a_row_holds_all_that_the_verdict_stands_on() {
    let project = Project::new();
    project.replace(
        YI,
        "value: 60\n    unit: 个\n    qualifier: over\n",
        "value: 0.3\n    value_max: 0.5\n    unit: 万个\n    qualifier: range\n",
    );
    project
        .replace(YI, "printed: 60余个", "printed: 0.3万个～0.5万个")
        .replace(YI_SOURCE, "60余个", "0.3万个～0.5万个");
    let centres = row(&project, "centres");
    assert_eq!(centres["verdict"], "not-comparable");
    assert_eq!(
        centres["values"][1],
        json!({
            "county": "yixian",
            "figure": "centres",
            "value": "0.3",
            "value_max": "0.5",
            "unit": "万个",
            "qualifier": "range",
            "period": "2024",
            "subject": "乙县",
            "value_in_unit": "3000",
            "value_max_in_unit": "5000",
            "text": "0.3万个～0.5万个",
        })
    );
    assert_eq!(
        centres["reasons"],
        json!([
            {
                "code": "definition",
                "weight": "forbids",
                "counties": ["yixian"],
                "operands": [{"figure": "centres", "differs": "含城市社区的党群服务中心。"}],
                "text": "乙县口径不同（含城市社区的党群服务中心）",
            },
            {
                "code": "range",
                "weight": "caveat",
                "counties": ["yixian"],
                "operands": [{"figure": "centres"}],
                "text": "乙县为区间",
            },
        ])
    );
    assert_eq!(centres["order"], json!([]), "nothing refused is ordered");
    let villages = row(&project, "villages");
    assert_eq!(villages["verdict"], "with-caveats");
    assert_eq!(villages["order"], json!([["jiaxian"], ["yixian"]]));
    let years = &villages["reasons"][0];
    assert_eq!(years["text"], "时点相隔1年");
    assert_eq!(
        years["operands"],
        json!([{"years": 1, "periods": [{"county": "jiaxian", "period": "2024"}, {"county": "yixian", "period": "2023"}]}])
    );
    let grids = row(&project, "grids");
    assert_eq!(grids["verdict"], "one-only");
    assert_eq!(grids["missing"], json!(["jiaxian"]));
    assert_eq!(grids["reasons"][0]["text"], "仅乙县有数");
    project.replace(YI, "    indicator: grids\n", "");
    let grids = row(&project, "grids");
    assert_eq!(grids["verdict"], "none");
    assert_eq!(grids["missing"], json!(["jiaxian", "yixian"]));
}

#[test]
fn ties_stand_in_one_group() {
    let project = Project::new();
    project.renumber(YI, "98", "120");
    assert_eq!(
        row(&project, "villages")["order"],
        json!([["jiaxian", "yixian"]])
    );
}

#[test]
fn places_are_named_in_the_reasons_and_not_among_the_values() {
    let project = Project::new();
    project
        .replace(
            YI,
            "summary:\n",
            "places:\n  - {id: shiqiao, name: 石桥镇, level: township}\n  - {id: xiling, name: 西岭村, level: village, parent: shiqiao}\nsummary:\n",
        )
        .replace(YI, "value: 98\n", "value: 98\n    subject: xiling\n")
        .replace(YI, "底座，在{villages}", "底座，在西岭村{villages}")
        .replace(YI, "乙县在{villages}", "乙县在西岭村{villages}");
    let villages = row(&project, "villages");
    assert_eq!(villages["verdict"], "not-comparable");
    assert_eq!(villages["values"].as_array().unwrap().len(), 1);
    assert_eq!(villages["missing"], json!(["yixian"]));
    let scope = &villages["reasons"][0];
    assert_eq!(scope["code"], "scope");
    assert_eq!(
        scope["operands"],
        json!([{"places": [{"place": "石桥镇西岭村", "figure": "villages"}]}])
    );
    assert_eq!(scope["text"], "乙县只有石桥镇西岭村的数据");
}

#[test]
fn quotients_are_offered_with_their_formula() {
    let project = Project::new();
    project.replace(
        "seeds/indicators.yaml",
        "    definition: 县域内党群服务中心的个数\n    unit: 个\n",
        "    definition: 县域内党群服务中心的个数\n    unit: 个\n    per: villages\n",
    );
    assert_eq!(
        row(&project, "centres")["per"],
        json!([{
            "county": "jiaxian",
            "per": "villages",
            "value": "0.80",
            "unit": null,
            "formula": "jiaxian/centres / jiaxian/villages",
            "period": "2024",
            "comparable": false,
        }])
    );
    assert_eq!(row(&project, "villages")["per"], json!([]));
}

#[test]
fn csv_has_the_same_columns_and_what_is_more_than_words_as_json() {
    let project = Project::real();
    let rows = all_rows(&project);
    let ran = project.run(&["export", "comparison", "--format", "csv"]);
    let text = ran.code(0).stdout;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), FIELDS.as_slice());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), rows.len());
    for (record, row) in records.iter().zip(&rows) {
        for (index, field) in FIELDS.iter().enumerate() {
            let cell = record[index].to_owned();
            let found = match &row[field] {
                Value::Array(items) if items.is_empty() => {
                    assert_eq!(cell, "");
                    continue;
                }
                Value::Array(items) if items[0].is_string() => {
                    let words = cell.split(' ').map(|word| json!(word));
                    Value::Array(words.collect())
                }
                Value::Array(_) => serde_json::from_str(&cell).unwrap(),
                Value::String(_) => Value::String(cell),
                Value::Null => {
                    assert_eq!(cell, "");
                    Value::Null
                }
                Value::Bool(_) | Value::Number(_) | Value::Object(_) => {
                    panic!("`{field}` is neither text nor a list")
                }
            };
            assert_eq!(found, row[field], "{field}");
        }
    }
}

#[test]
fn a_comparison_that_lacks_a_broken_county_is_not_listed() {
    let project = Project::new();
    project.replace(JIA, "value: 120", "value: 120个");
    let ran = project.run(&["export", "comparison"]).code(1);
    assert_eq!(ran.stdout, "[]\n");
    assert!(ran.stderr.contains("error[wrong-type]"), "{}", ran.stderr);
}
