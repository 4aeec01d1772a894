//! `export`: field names and shapes are a public interface.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    small::{JIA, JIA_SOURCE},
    support::{Project, Ran},
};

const FIGURES: [&str; 15] = [
    "county",
    "id",
    "name",
    "indicator",
    "value",
    "value_max",
    "unit",
    "qualifier",
    "period",
    "subject",
    "target",
    "source",
    "lines",
    "printed",
    "doubt",
];
const INITIATIVES: [&str; 10] = [
    "county", "id", "name", "themes", "level", "actors", "period", "figures", "source", "lines",
];
const NUMERALS: [&str; 5] = ["report", "format", "page", "text", "kind"];

/// Each list with the fields that it promises, in their order.
const LISTS: [(&str, &[&str]); 3] = [
    ("figures", &FIGURES),
    ("initiatives", &INITIATIVES),
    ("numerals", &NUMERALS),
];

fn export(project: &Project, what: &str, format: &str) -> Ran {
    project.run(&["export", what, "--format", format])
}

fn rows(project: &Project, what: &str) -> Vec<Value> {
    let ran = export(project, what, "json").code(0);
    serde_json::from_str(&ran.stdout).unwrap()
}

fn row(project: &Project, what: &str, county: &str, id: &str) -> Value {
    let found = |row: &Value| row["county"] == county && row["id"] == id;
    rows(project, what).into_iter().find(found).unwrap()
}

fn fields(row: &Value) -> Vec<&str> {
    row.as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn every_row_has_the_promised_fields_in_their_order() {
    let project = Project::new();
    for (what, promised) in LISTS {
        let rows = rows(&project, what);
        assert!(!rows.is_empty());
        for row in &rows {
            assert_eq!(fields(row), fields(&rows[0]), "{what}");
        }
        let mut found = fields(&rows[0]).into_iter();
        for field in promised {
            assert!(
                found.any(|name| name == *field),
                "`{field}` of {what} is missing or out of order"
            );
        }
    }
    assert!(fields(&rows(&project, "figures")[0]).contains(&"derived"));
    let numerals = rows(&project, "numerals");
    assert!(fields(&numerals[0]).ends_with(&["id", "reason"]));
}

#[test]
fn csv_has_the_same_columns_and_values() {
    let project = Project::new();
    for (what, _) in LISTS {
        let rows = rows(&project, what);
        let text = export(&project, what, "csv").code(0).stdout;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap(), fields(&rows[0]));
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), rows.len());
        for (record, row) in records.iter().zip(&rows) {
            let values = row.as_object().unwrap().values().map(plain);
            assert_eq!(record, values.collect::<Vec<_>>());
        }
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" "),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}

#[test]
fn a_figure_is_exported_with_all_that_is_known_of_it() {
    let project = Project::new();
    let area = row(&project, "figures", "jiaxian", "area");
    for (field, value) in [
        ("name", "改造党群服务中心面积"),
        ("value", "3.6"),
        ("unit", "万平方米"),
        ("qualifier", "over"),
        ("period", "2024"),
        ("subject", "甲县"),
        ("source", "jia"),
        ("lines", "4"),
        ("printed", "3.6万余平方米"),
    ] {
        assert_eq!(area[field], value, "{field}");
    }
    for field in ["indicator", "value_max", "doubt", "derived"] {
        assert_eq!(area[field], Value::Null, "{field}");
    }
    assert_eq!(area["target"], false);
    assert_eq!(
        row(&project, "figures", "jiaxian", "households")["subject"],
        "柳湾村"
    );
    assert_eq!(
        row(&project, "figures", "jiaxian", "trained")["doubt"],
        "sum-mismatch"
    );
    let derived = row(&project, "figures", "jiaxian", "without-centre");
    assert_eq!(derived["value"], "24");
    assert_eq!(derived["derived"], "jiaxian/villages − jiaxian/centres");
}

#[test]
fn values_are_decimal_strings_as_they_stand_in_the_data() {
    let project = Project::new();
    project
        .replace(JIA, "value: 3.6", "value: 3.60")
        .replace(
            JIA,
            "value: 58",
            "value: 58\n    value_max: 60\n    qualifier: range",
        )
        .replace(JIA, "printed: 58户", "printed: 58～60户")
        .replace(JIA_SOURCE, "58户", "58～60户")
        .replace(
            JIA,
            "value: 150\n    unit: 名",
            "value: null\n    unit: 名\n    wording: 数十名",
        )
        .replace(JIA, "printed: 150名", "printed: 数十名")
        .replace(JIA_SOURCE, "150名", "数十名");
    project.replace(JIA, "    check: {sum: [cadres, activists]}\n    doubt: {code: sum-mismatch, severity: serious, treatment: as-printed}\n", "");
    let value = |id| row(&project, "figures", "jiaxian", id)["value"].clone();
    assert_eq!(value("area"), "3.60");
    assert_eq!(value("households"), "58");
    assert_eq!(
        row(&project, "figures", "jiaxian", "households")["value_max"],
        "60"
    );
    assert_eq!(value("cadres"), Value::Null);
    let decimal = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '.');
    for row in rows(&Project::real(), "figures") {
        let values = [&row["value"], &row["value_max"]];
        let decimals = values.iter().filter_map(|value| value.as_str());
        assert!(decimals.into_iter().all(decimal), "{row}");
        assert!(
            values
                .iter()
                .all(|value| value.is_null() || value.is_string()),
            "{row}"
        );
    }
}

#[test]
fn an_initiative_is_exported_with_lists() {
    let project = Project::new();
    let row = row(&project, "initiatives", "jiaxian", "work-method");
    assert_eq!(
        row["themes"],
        serde_json::json!(["organisation", "service"])
    );
    assert_eq!(row["actors"], serde_json::json!(["甲县县委组织部"]));
    assert_eq!(
        row["figures"],
        serde_json::json!(["trained", "cadres", "activists"])
    );
    assert_eq!(row["level"], "county");
    assert_eq!(row["lines"], "7-9");
}

#[test]
fn pages_are_of_the_pdf_only() {
    for row in rows(&Project::new(), "numerals") {
        assert_eq!(row["page"].is_u64(), row["format"] == "pdf", "{row}");
    }
}

#[test]
fn counties_come_in_the_order_of_their_codes() {
    let mut counties: Vec<_> = rows(&Project::real(), "figures")
        .iter()
        .map(|row| row["county"].as_str().unwrap().to_owned())
        .collect();
    counties.dedup();
    assert_eq!(counties, ["yuxian", "wanrong", "wenxi", "xingxian"]);
}

#[test]
fn a_broken_county_is_left_out_and_told() {
    let project = Project::new();
    project.replace(JIA, "value: 120", "value: 120个");
    for (what, _) in LISTS {
        let ran = export(&project, what, "json").code(1);
        let rows: Vec<Value> = serde_json::from_str(&ran.stdout).unwrap();
        assert!(
            !rows.is_empty()
                && rows
                    .iter()
                    .all(|row| row["county"] != "jiaxian" && row["report"] != "jiaxian")
        );
        assert!(ran.stderr.contains("error[wrong-type]"), "{}", ran.stderr);
    }
}

#[test]
fn standard_output_holds_data_only() {
    let project = Project::new();
    for (what, _) in LISTS {
        let ran = export(&project, what, "csv").code(0);
        assert_eq!(ran.stderr, "");
    }
    project.replace("seeds/terms.yaml", "kind: scheme", "kind: shceme");
    let ran = export(&project, "figures", "json").code(1);
    assert_eq!(ran.stdout, "");
    assert!(
        ran.stderr.contains("error[unknown-value]"),
        "{}",
        ran.stderr
    );
    assert_eq!(project.run(&["export", "figurse"]).code, 2);
    assert_eq!(
        project.run(&["export", "figures", "--format", "xml"]).code,
        2
    );
}

/// The files that a PDF carries, by name.
fn attached(project: &Project, pdf: &str) -> BTreeMap<String, String> {
    let pdf = lopdf::Document::load(project.path(pdf)).unwrap();
    let specifications = pdf.objects.values().filter_map(|object| {
        let dictionary = object.as_dict().ok()?;
        let file = dictionary.get(b"EF").ok()?.as_dict().ok()?;
        let name = dictionary.get(b"F").ok()?.as_str().ok()?;
        Some((name, file.get(b"F").ok()?.as_reference().ok()?))
    });
    let files = specifications.map(|(name, stream)| {
        let stream = pdf.get_object(stream).unwrap().as_stream().unwrap();
        let text = stream.decompressed_content().unwrap();
        let name = String::from_utf8(name.to_vec()).unwrap();
        (name, String::from_utf8(text).unwrap())
    });
    files.collect()
}

#[test]
fn a_pdf_carries_the_rows_of_all_numbers_that_it_prints_and_of_no_others() {
    let project = Project::new();
    project.run(&["build"]).code(0);
    let all = rows(&project, "figures");
    let printed = rows(&project, "numerals");
    for report in ["jiaxian", "yixian", "both"] {
        let ids: Vec<String> = printed
            .iter()
            .filter(|row| row["report"] == report && row["format"] == "pdf")
            .filter_map(|row| Some(row["id"].as_str()?.to_owned()))
            .collect();
        let expected: Vec<&Value> = all
            .iter()
            .filter(|row| {
                let (county, id) = (row["county"].as_str().unwrap(), row["id"].as_str().unwrap());
                ids.contains(&format!("{county}/{id}"))
            })
            .collect();
        assert!(expected.len() > 2, "{report}: {ids:?}");
        let files = attached(&project, &format!("output/{report}.pdf"));
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(names, ["figures.csv", "figures.json"]);
        let json: Vec<Value> = serde_json::from_str(&files["figures.json"]).unwrap();
        assert_eq!(json.iter().collect::<Vec<_>>(), expected, "{report}");
        let lines = files["figures.csv"].lines().count();
        assert_eq!(
            lines,
            expected.len() + 1,
            "{report}: a line each and a head"
        );
    }
}
