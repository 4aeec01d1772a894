//! The same workspace gives the same bytes: in any folder, on any number of threads, in any time zone and language.

use std::{collections::BTreeMap, io::Read};

use county_briefings::{pipeline::check_sources, render::docx};

use crate::{
    generator::{Size, generate},
    support::{Project, changed},
};

#[test]
fn folder_threads_time_zone_and_language_do_not_matter() {
    let (one, other) = (Project::real(), Project::real());
    let here = [("TZ", "UTC"), ("LANG", "C")];
    let there = [
        ("TZ", "Asia/Shanghai"),
        ("LANG", "zh_CN.UTF-8"),
        ("LC_ALL", "zh_CN.UTF-8"),
        ("HOME", "/nowhere"),
    ];
    one.run_with(&here, &["build", "-j", "1"]).code(0);
    other.run_with(&there, &["build", "-j", "4"]).code(0);
    let (one, other) = (one.snapshot("output"), other.snapshot("output"));
    assert_eq!(one.len(), 12, "{:?}", one.keys());
    assert_eq!(changed(&one, &other), Vec::<String>::new());
}

/// docx-rs counts some ids for the whole process: none of them may get into a file.
#[test]
fn a_thousand_documents_at_once_are_those_one_by_one() {
    let mut documents = Vec::new();
    for seed in 31..39 {
        let workspace = generate(seed, &Size::of(4).initiatives(1..=8));
        for (_, document) in check_sources(workspace.sources()).documents {
            documents.push(document);
        }
    }
    assert!(documents.len() >= 32, "{}", documents.len());
    let render = |at: usize| docx::render(&documents[at], &docx::Made::default()).unwrap();
    let alone: Vec<Vec<u8>> = (0..documents.len()).map(render).collect();
    // Each of them many times, in an order that has other neighbours each time.
    let order = (0..1000).map(|turn: usize| turn * turn % documents.len());
    let order: Vec<usize> = order
        .zip(0..)
        .map(|(at, turn)| (at + turn / 7) % documents.len())
        .collect();
    let together = county_briefings::threads::map(order.iter().copied(), render);
    for (at, bytes) in order.iter().zip(together) {
        assert!(alone[*at] == bytes, "document {at} differs");
    }
}

/// Noon of 2030-03-04 in UTC.
const EPOCH: &str = "1898856000";

#[test]
fn a_creation_time_changes_nothing_but_the_dates_of_the_properties() {
    let (one, other) = (Project::new(), Project::new());
    one.run(&["build"]).code(0);
    other
        .run_with(&[("SOURCE_DATE_EPOCH", EPOCH)], &["build"])
        .code(0);
    let (one, other) = (one.snapshot("output"), other.snapshot("output"));
    assert_eq!(changed(&one, &other).len(), 6, "every file holds a date");
    for (name, (bytes, _)) in &one {
        let (again, _) = &other[name];
        if name.ends_with(".docx") {
            let (parts, later) = (parts(bytes), parts(again));
            let differing: Vec<_> = parts
                .iter()
                .filter(|(part, bytes)| later.get(*part) != Some(bytes))
                .collect();
            let differing: Vec<_> = differing.iter().map(|(part, _)| part.as_str()).collect();
            // A workbook is a file with a date of its own.
            let dated = |part: &str| part == "docProps/core.xml" || part.ends_with(".xlsx");
            assert!(differing.iter().all(|part| dated(part)), "{differing:?}");
            assert!(String::from_utf8_lossy(&later["docProps/core.xml"]).contains("2030-03-04"));
        } else {
            assert!(of_first_day(again, bytes) == unpacked(bytes), "{name}");
        }
    }
}

/// A PDF of the later day with date and identity of the first one's.
fn of_first_day(later: &[u8], first: &[u8]) -> String {
    let identity = |text: &str| {
        let (_, after) = text.split_once("<xmpMM:InstanceID>").unwrap();
        after.split_once('<').unwrap().0.to_owned()
    };
    let (later, first) = (unpacked(later), unpacked(first));
    later
        .replace("D:20300304", "D:20260115")
        .replace("2030-03-04T", "2026-01-15T")
        .replace(&identity(&later), &identity(&first))
}

/// A PDF with all objects in the open, its bytes as characters, one for one.
fn unpacked(pdf: &[u8]) -> String {
    let mut file = lopdf::Document::load_mem(pdf).unwrap();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes.into_iter().map(char::from).collect()
}

/// The parts of a Word file.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}
