//! The chart, its workbook and the data say the same numbers.

use std::{collections::BTreeMap, io::Cursor};

use rust_decimal::Decimal;

use super::{native, sheet::Sheet};
use crate::{
    document::{
        Body, Chart, PlotKind,
        sample::{charts, sample},
    },
    render::docx::package::Package,
    xml::{Element, Tree},
};

fn all_charts() -> Vec<Chart> {
    let blocks = [sample(), charts()]
        .into_iter()
        .flat_map(|document| document.blocks);
    let charts: Vec<Chart> = blocks
        .filter_map(|block| match block.body {
            Body::Chart(chart) => Some(chart),
            Body::Heading { .. }
            | Body::Paragraph { .. }
            | Body::List { .. }
            | Body::Table(_)
            | Body::KeyFact(_) => None,
        })
        .collect();
    assert_eq!(charts.len(), 7, "one of each kind, and bars twice");
    charts
}

fn natives(chart: &Chart) -> Vec<super::Native> {
    native("block", chart, "2026-07-01".parse().unwrap()).unwrap()
}

fn named<'a>(root: &'a Element, name: &str) -> Vec<&'a Element> {
    let all = root.descendants().into_iter();
    all.filter(|element| element.name == name).collect()
}

/// The texts of a cache by their places.
fn kept(cache: &Element) -> BTreeMap<usize, String> {
    let points = cache.elements().filter(|point| point.name == "c:pt");
    points
        .map(|point| {
            let place = point.get("idx").unwrap().parse().unwrap();
            (place, point.child("c:v").unwrap().text())
        })
        .collect()
}

/// Cell to text or number.
fn cells(workbook: &[u8]) -> BTreeMap<String, String> {
    let mut package = Package::open(workbook).unwrap();
    let strings = package.tree("xl/sharedStrings.xml").unwrap();
    let strings: Vec<String> = named(&strings.root, "t")
        .iter()
        .map(|text| text.text())
        .collect();
    let page = package.tree("xl/worksheets/sheet1.xml").unwrap();
    named(&page.root, "c")
        .into_iter()
        .map(|cell| {
            let text = cell.child("v").unwrap().text();
            let shared = cell.get("t").as_deref() == Some("s");
            let text = if shared {
                strings[text.parse::<usize>().unwrap()].clone()
            } else {
                text
            };
            (cell.get("r").unwrap().into_owned(), text)
        })
        .collect()
}

/// What the cells of a formula such as `Sheet1!$B$2:$B$5` hold, by their places.
fn of_formula(formula: &str, cells: &BTreeMap<String, String>) -> BTreeMap<usize, String> {
    let range = formula.strip_prefix("Sheet1!").unwrap().replace('$', "");
    let (first, last) = range.split_once(':').unwrap_or((&range, &range));
    let (column, first) = first.split_at(1);
    let (same, last) = last.split_at(1);
    assert_eq!(column, same);
    let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
    let rows = (first..=last).enumerate();
    rows.filter_map(|(place, row)| Some((place, cells.get(&format!("{column}{row}"))?.clone())))
        .collect()
}

fn decimals(texts: &BTreeMap<usize, String>) -> BTreeMap<usize, Decimal> {
    let decimals = texts
        .iter()
        .map(|(place, text)| (*place, text.parse().unwrap()));
    decimals.collect()
}

#[test]
fn what_a_chart_keeps_is_what_its_cells_hold() {
    for chart in all_charts() {
        for native in natives(&chart) {
            let cells = cells(&native.workbook);
            let mut read = 0;
            for (reference, cache) in [("c:strRef", "c:strCache"), ("c:numRef", "c:numCache")] {
                for found in named(&native.space.root, reference) {
                    let formula = found.child("c:f").unwrap().text();
                    let kept = kept(found.child(cache).unwrap());
                    let held = of_formula(&formula, &cells);
                    match reference {
                        "c:numRef" => assert_eq!(decimals(&kept), decimals(&held), "{formula}"),
                        _ => assert_eq!(kept, held, "{formula}"),
                    }
                    read += kept.len();
                }
            }
            assert!(read >= cells.len(), "every cell is drawn: {cells:?}");
        }
    }
}

/// The amounts of the data, panel by panel, are those of the value caches; a timeline has its beginnings too.
#[test]
fn what_a_chart_keeps_is_the_data() {
    for chart in all_charts() {
        for (panel, native) in chart.panels.iter().zip(natives(&chart)) {
            let marks = panel.rows.iter().flat_map(|row| &row.marks).flatten();
            let mut expected: Vec<Decimal> = marks
                .flat_map(|mark| match chart.plot {
                    PlotKind::Timeline => vec![mark.amount, mark.start],
                    PlotKind::Bars | PlotKind::Dots | PlotKind::Slope | PlotKind::Shares => {
                        vec![mark.amount]
                    }
                })
                .collect();
            let caches = named(&native.space.root, "c:numCache").into_iter();
            let mut drawn: Vec<Decimal> = caches
                .flat_map(|cache| decimals(&kept(cache)).into_values())
                .collect();
            expected.sort();
            drawn.sort();
            assert_eq!(drawn, expected, "{:?} {}", chart.plot, panel.id);
        }
    }
}

/// What a label prints: its fixed words, or its format over the number kept for it.
fn printed(label: &Element, value: &str) -> String {
    let words: String = named(label, "a:t").iter().map(|text| text.text()).collect();
    match label.child("c:numFmt") {
        None => words,
        Some(format) => {
            let code = format.get("formatCode").unwrap().into_owned();
            let digits = code.find('0').unwrap();
            let (before, rest) = code.split_at(digits);
            let after = rest.trim_start_matches(['0', '.']);
            let places = rest[..rest.len() - after.len()]
                .split_once('.')
                .map_or(0, |(_, places)| places.len());
            let value: Decimal = value.parse().unwrap();
            format!("{before}{value:.places$}{after}").replace('"', "")
        }
    }
}

#[test]
fn labels_print_what_the_report_prints() {
    for chart in all_charts() {
        if chart.plot == PlotKind::Timeline {
            continue;
        }
        for (panel, native) in chart.panels.iter().zip(natives(&chart)) {
            let mut said = Vec::new();
            for series in named(&native.space.root, "c:ser") {
                let values = kept(named(series, "c:numCache")[0]);
                for label in named(series, "c:dLbl") {
                    let place = label
                        .child("c:idx")
                        .unwrap()
                        .get("val")
                        .unwrap()
                        .parse()
                        .unwrap();
                    said.push(printed(label, &values[&place]));
                }
            }
            let names: String = named(&native.space.root, "c:tx")
                .iter()
                .flat_map(|name| named(name, "c:v"))
                .map(Element::text)
                .collect();
            for mark in panel.rows.iter().flat_map(|row| &row.marks).flatten() {
                let text = &mark.value.text;
                let beside =
                    |label: &String| label == text || label.ends_with(&format!("　{text}"));
                assert!(
                    said.iter().any(beside) || names.contains(text),
                    "{text}: {said:?}"
                );
            }
        }
    }
}

#[test]
fn labels_follow_the_workbook_where_they_say_no_other_digits() {
    let chart = all_charts().remove(0);
    let sheet = Sheet::of(chart.plot, &chart.panels[0]);
    let formats = sheet.series[0]
        .points
        .iter()
        .flatten()
        .map(|point| point.format());
    let formats: Vec<Option<String>> = formats.collect();
    let plain = Some("0".to_owned());
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        formats,
        [plain.clone(), some("0\"余\""), some("\"近\"0"), plain]
    );
    let mut point = sheet.series[0].points[0].clone().unwrap();
    for (value, label, format) in [
        ("24000", "2.4万亩", None),
        ("1.50", "1.50万元", some("0.00\"万元\"")),
        ("3", "3—5个", None),
        ("12", "-12", None),
    ] {
        point.value = value.parse().unwrap();
        label.clone_into(&mut point.label);
        assert_eq!(point.format(), format, "{label}");
    }
}

#[test]
fn a_row_without_a_number_says_so_and_draws_nothing() {
    let dots = all_charts()
        .into_iter()
        .find(|chart| chart.plot == PlotKind::Dots)
        .unwrap();
    let sheet = Sheet::of(dots.plot, &dots.panels[0]);
    assert_eq!(sheet.categories[3], "丁县　—");
    assert_eq!(sheet.series[0].points[3], None);
}

/// 近 and 余 do not end as if they were exact.
#[test]
fn inexact_ends_are_drawn_otherwise() {
    let natives = natives(&all_charts()[0]);
    let shapes = |name: &str| {
        let points = named(&natives[0].space.root, "c:dPt").into_iter();
        let points = points.filter(|point| !named(point, name).is_empty());
        let places = points.map(|point| {
            point
                .child("c:idx")
                .unwrap()
                .get("val")
                .unwrap()
                .into_owned()
        });
        places.collect::<Vec<_>>()
    };
    assert_eq!(shapes("a:gradFill"), ["1"]);
    assert_eq!(shapes("a:pattFill"), ["2"]);
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    for chart in all_charts() {
        let bytes = |natives: Vec<super::Native>| -> Vec<Vec<u8>> {
            let parts = natives
                .into_iter()
                .map(|native| [native.space.to_bytes(), native.workbook].concat());
            parts.collect()
        };
        assert!(bytes(natives(&chart)) == bytes(natives(&chart)));
    }
}

/// A workbook that is no archive or no XML would only be noticed by who edits the data.
#[test]
fn every_part_of_a_workbook_can_be_read() {
    for chart in all_charts() {
        for native in natives(&chart) {
            let mut archive = zip::ZipArchive::new(Cursor::new(&native.workbook)).unwrap();
            assert!(archive.len() >= 8);
            for index in 0..archive.len() {
                let mut bytes = Vec::new();
                std::io::copy(&mut archive.by_index(index).unwrap(), &mut bytes).unwrap();
                Tree::parse(&bytes).unwrap();
            }
        }
    }
}
