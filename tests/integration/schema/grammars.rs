//! Each pattern is the grammar of the parser: compared over all short strings of the characters that matter.

use county_briefings::{
    model::{FigureId, Lines, Period, Prose, Unit, parse_decimal},
    schema::{FileKind, schema},
    span::{FileId, Span},
};
use serde_json::Value;

use super::Editor;

/// The strings of a list on which the schema at a place is not of the parser's opinion.
fn differences(
    kind: FileKind,
    pointer: &str,
    strings: impl IntoIterator<Item = String>,
    parses: impl Fn(&str) -> bool,
) -> Vec<String> {
    let whole = schema(kind);
    let editor = Editor::with(whole.pointer(pointer).unwrap().clone());
    let (mut good, mut bad, mut differing) = (0, 0, Vec::new());
    for string in strings {
        let accepted = editor.value(&Value::String(string.clone())).is_ok();
        let parsed = parses(&string);
        *(if parsed { &mut good } else { &mut bad }) += 1;
        if accepted != parsed {
            differing.push(string);
        }
    }
    assert!(good > 10 && bad > 10, "{pointer}: {good} and {bad}");
    differing
}

/// All sequences of these parts, up to a length.
fn sequences(parts: &[&str], most: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut last = all.clone();
    for _ in 0..most {
        last = last
            .iter()
            .flat_map(|start| parts.iter().map(move |part| format!("{start}{part}")))
            .collect();
        all.extend(last.iter().cloned());
    }
    all
}

const NONE: [&str; 0] = [];

#[test]
fn ids() {
    let strings = sequences(&["a", "z", "0", "-", "A", "_", " ", "甲", "\n"], 4);
    let parses = |text: &str| text.parse::<FigureId>().is_ok();
    let pointer = "/properties/figures/items/properties/id";
    assert_eq!(
        differences(FileKind::County, pointer, strings, parses),
        NONE
    );
}

#[test]
fn lines() {
    let strings = sequences(&["0", "3", "12", "-", ",", " ", "+", "x"], 5);
    let parses = |text: &str| text.parse::<Lines>().is_ok();
    let pointer = "/properties/summary/items/properties/lines";
    let differing = differences(FileKind::County, pointer, strings, parses);
    assert!(!differing.is_empty());
    for text in differing {
        let backwards = text.split(',').any(|range| {
            let ends = range.split_once('-').unwrap_or((range, range));
            let number = |end: &str| end.trim().parse::<u32>().unwrap();
            number(ends.0) > number(ends.1)
        });
        assert!(backwards, "{text:?}");
    }
}

#[test]
fn decimals() {
    let strings = sequences(&["0", "1", "23", ".", "-", "+", "e", ",", " ", "１"], 4);
    let parses = |text: &str| parse_decimal(text).is_ok();
    let pointer = "/properties/figures/items/properties/value";
    assert_eq!(
        differences(FileKind::County, pointer, strings, parses),
        NONE
    );
}

#[test]
fn units() {
    let multipliers: Vec<&str> = Unit::multipliers().chain(["", "十", "万亿"]).collect();
    let bases = Unit::bases().iter().chain(&["", "圆", "个 "]);
    let strings = bases.flat_map(|base| {
        let one = multipliers.iter().map(move |word| format!("{word}{base}"));
        let per = ["斤", "/", "", "亩/天", "万亩"];
        one.chain(per.map(|other| format!("{base}/{other}")))
    });
    let parses = |text: &str| text.parse::<Unit>().is_ok();
    let pointer = "/properties/figures/items/properties/unit";
    assert_eq!(
        differences(FileKind::County, pointer, strings, parses),
        NONE
    );
}

#[test]
fn prose() {
    let strings = sequences(&["{", "}", "a", "-", ".value", " ", "甲", "\n"], 5);
    let parses = |text: &str| {
        let prose = Prose::parse(text, Span::start_of(FileId(0)));
        prose.is_ok() && !text.trim().is_empty()
    };
    let pointer = "/properties/summary/items/properties/text";
    assert_eq!(
        differences(FileKind::County, pointer, strings, parses),
        NONE
    );
}

/// Every day of these years, and days that no year has.
fn days() -> Vec<String> {
    let years = [
        "1899", "1900", "1904", "1999", "2000", "2023", "2024", "2100", "2400", "9999", "999",
        "20240",
    ];
    let days = (0..=13).flat_map(|month| (0..=32).map(move |day| format!("{month:02}-{day:02}")));
    let days: Vec<String> = days.collect();
    let of_year = |year| days.iter().map(move |day| format!("{year}-{day}"));
    years.into_iter().flat_map(of_year).collect()
}

#[test]
fn periods() {
    let parses = |text: &str| text.parse::<Period>().is_ok();
    let pointer = "/properties/figures/items/properties/period";
    assert_eq!(differences(FileKind::County, pointer, days(), parses), NONE);
    let points = [
        "2021",
        "2022",
        "2022-05",
        "2022-5",
        "2022-02-29",
        "2024-02-29",
        "1899",
        "21",
        "",
    ];
    let strings = points.iter().flat_map(|start| {
        let more = ["", "-", "/x", "/2021/"].map(|end| format!("{start}{end}"));
        let ranges = points.map(|end| format!("{start}/{end}"));
        more.into_iter().chain(ranges)
    });
    let differing = differences(FileKind::County, pointer, strings, parses);
    assert_eq!(
        differing,
        [
            "2022/2021",
            "2022-05/2021",
            "2024-02-29/2021",
            "2024-02-29/2022",
            "2024-02-29/2022-05"
        ],
        "the later date first"
    );
}

#[test]
fn a_day() {
    let parses = |text: &str| {
        let day = matches!(text.parse::<Period>(), Ok(Period::At(point)) if point.date().is_some());
        day
    };
    let pointer = "/properties/edition/properties/date";
    let more = ["2024", "2024-05", "2024-05-01/", ""].map(str::to_owned);
    let strings = days().into_iter().chain(more);
    assert_eq!(
        differences(FileKind::Config, pointer, strings, parses),
        NONE
    );
}
