//! Every number leads to its source, and every figure to the places where it is printed.

use std::collections::BTreeSet;

use county_briefings::{
    document::{Body, Document, Role},
    export, pipeline,
};
use serde_json::Value;

use crate::support::Project;

fn all(project: &Project) -> Vec<Value> {
    let ran = project.run(&["trace", "--all", "--format", "json"]).code(0);
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn every_figure_is_traced_to_a_numeral_on_a_line_and_to_every_page() {
    for project in [Project::new(), Project::real()] {
        let traces = all(&project);
        let checked = project.check();
        let rows = export::figures(&checked.model.as_ref().unwrap().counties);
        assert_eq!(traces.len(), rows.len());
        let printed: BTreeSet<(String, String, Option<u64>)> = pipeline::numerals(&checked)
            .unwrap()
            .into_iter()
            .filter(|row| ["figure", "derived"].contains(&row.kind))
            .map(|row| {
                let page = row.page.map(|page| page as u64);
                (
                    row.id.unwrap(),
                    format!("{}.{}", row.report, row.format),
                    page,
                )
            })
            .collect();
        let mut traced = BTreeSet::new();
        for trace in &traces {
            let id = trace["figure"].as_str().unwrap();
            let places = trace["places"].as_array().unwrap();
            if trace["derived"].is_null() {
                assert!(!places.is_empty(), "{id}");
            } else {
                assert!(
                    !trace["computed_from"].as_array().unwrap().is_empty(),
                    "{id}"
                );
            }
            for place in places {
                assert!(!place["numerals"].as_array().unwrap().is_empty(), "{trace}");
            }
            for place in trace["printed_in"].as_array().unwrap() {
                let report = format!(
                    "{}.{}",
                    place["report"].as_str().unwrap(),
                    place["format"].as_str().unwrap()
                );
                traced.insert((id.to_owned(), report, place["page"].as_u64()));
            }
        }
        let known: BTreeSet<&str> = traces
            .iter()
            .map(|trace| trace["figure"].as_str().unwrap())
            .collect();
        // Numbers that only a report computes (时点相隔3年) are no figures of the data.
        let of_data: BTreeSet<_> = printed
            .into_iter()
            .filter(|(id, ..)| known.contains(id.as_str()))
            .collect();
        assert_eq!(traced, of_data);
    }
}

#[test]
fn one_figure_is_traced_as_all_of_them_are() {
    let project = Project::new();
    let traces = all(&project);
    for id in ["jiaxian/trained", "yixian/grids", "jiaxian/without-centre"] {
        let ran = project.run(&["trace", id, "--format", "json"]).code(0);
        let one: Value = serde_json::from_str(&ran.stdout).unwrap();
        assert!(traces.contains(&one), "{id}");
    }
}

/// The ids of the rows that name their source.
fn rows_with_sources(document: &Document) -> BTreeSet<String> {
    let mut rows = BTreeSet::new();
    for block in &document.blocks {
        if let Body::Table(table) = &block.body {
            for row in &table.rows {
                let mut cells = row.cells_by_column(&table.columns);
                if cells.any(|(column, _)| column == "source") {
                    rows.insert(row.id.clone());
                }
            }
        }
    }
    rows
}

#[test]
fn every_bound_number_has_a_row_that_leads_to_the_sources() {
    for project in [Project::new(), Project::real()] {
        let checked = project.check();
        for (report, document) in &checked.documents {
            // A page for a leader has no room for rows: those of its comparison lead on.
            let of = if report.as_str() == "digest" {
                let mut all = checked.documents.iter();
                &all.find(|(id, _)| id.as_str() == "comparison").unwrap().1
            } else {
                document
            };
            let rows = rows_with_sources(of);
            assert!(!rows.is_empty(), "{report}");
            for piece in document.pieces() {
                for run in &piece.text {
                    if let Role::Figure { id } = &run.role {
                        let (_, local) = id.split_once('/').unwrap();
                        assert!(
                            rows.contains(id) || rows.contains(local),
                            "{report}: {id} has no row"
                        );
                    }
                }
            }
        }
    }
}

/// Each statement leads to lines of a source, and all but those left out in favour of others to a page.
#[test]
fn every_statement_is_traced_to_lines_and_to_its_pages() {
    for project in [Project::new(), Project::real()] {
        let ran = project.run(&["trace", "--statements", "--format", "json"]);
        let traces: Vec<Value> = serde_json::from_str(&ran.code(0).stdout).unwrap();
        let checked = project.check();
        let model = checked.model.as_ref().unwrap();
        let statements = model.counties.iter().flat_map(|county| county.statements());
        assert_eq!(traces.len(), statements.count());
        let mut unprinted = BTreeSet::new();
        for trace in &traces {
            assert!(!trace["lines"].as_str().unwrap().is_empty(), "{trace}");
            assert!(!trace["title"].as_str().unwrap().is_empty(), "{trace}");
            let printed = trace["printed_in"].as_array().unwrap();
            if printed.is_empty() {
                unprinted.insert(trace["statement"].as_str().unwrap().to_owned());
            }
            for place in printed {
                assert_eq!(place["page"].is_u64(), place["format"] == "pdf", "{place}");
            }
        }
        // A county with many villages tells most of them in one sentence each.
        let brief = unprinted.iter().all(|id| id.starts_with("yuxian/"));
        assert!(brief && unprinted.len() < traces.len() / 4, "{unprinted:?}");
    }
}

#[test]
fn a_statement_is_named_by_its_initiative_and_number() {
    let project = Project::new();
    let one = project.run(&["trace", "jiaxian/centre-building/2"]).code(0);
    assert!(
        one.stdout
            .starts_with("jiaxian/centre-building/2  result, "),
        "{}",
        one.stdout
    );
    assert!(
        one.stdout.contains("source     jia line 5-6:"),
        "{}",
        one.stdout
    );
    let both = project.run(&["trace", "jiaxian/centre-building"]).code(0);
    assert!(
        both.stdout.contains("jiaxian/centre-building/1"),
        "{}",
        both.stdout
    );
    assert!(both.stdout.ends_with(&one.stdout), "{}", both.stdout);
    project.run(&["trace", "jiaxian/centre-building/9"]).code(2);
}
