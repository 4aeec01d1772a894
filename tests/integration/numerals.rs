//! `export numerals` and the pages agree: no number is printed that it does not list, none is listed that is not printed.

use std::collections::{BTreeMap, BTreeSet};

use county_briefings::{
    export,
    pipeline::{self, NumeralRow},
    render::{
        docx,
        typst::{self, Layout, TextRun},
    },
};

use crate::support::{Project, solid};

/// Report, format and page.
type Sheet = (String, &'static str, Option<usize>);

#[test]
fn the_list_of_numerals_is_what_the_small_workspace_prints() {
    listed_is_printed(&Project::new());
}

#[test]
fn the_list_of_numerals_is_what_the_real_workspace_prints() {
    listed_is_printed(&Project::real());
}

fn listed_is_printed(project: &Project) {
    let checked = project.check();
    let rows = pipeline::numerals(&checked).unwrap();
    kinds_and_ids(&rows, checked.model.as_ref().unwrap());
    let mut listed: BTreeMap<Sheet, Vec<String>> = BTreeMap::new();
    for row in &rows {
        let sheet = (row.report.clone(), row.format, row.page);
        listed.entry(sheet).or_default().push(solid(&row.text));
    }
    let layout = Layout::embedded();
    for (_, document) in &checked.documents {
        let report = document.meta.id.clone();
        let pdf = typst::render(document, &layout).unwrap();
        for page in 1..=pdf.pages {
            part_at_page_end(&mut listed, &report, page, &pdf.text);
            let rows = listed.remove(&(report.clone(), "pdf", Some(page)));
            let printed = of_page(&pdf.text, page);
            assert_covered(
                &format!("{report}.pdf, page {page}"),
                &printed,
                &rows.unwrap_or_default(),
            );
        }
        let pieces =
            docx::pieces(&docx::render(document, &docx::Made::default()).unwrap()).unwrap();
        let printed: Vec<String> = pieces.iter().map(|(_, text)| solid(text)).collect();
        let rows = listed.remove(&(report.clone(), "docx", None));
        assert_covered(
            &format!("{report}.docx"),
            &printed,
            &rows.unwrap_or_default(),
        );
    }
    assert!(listed.is_empty(), "listed for no page: {listed:#?}");
}

fn kinds_and_ids(rows: &[NumeralRow], model: &county_briefings::model::Model) {
    let kinds: BTreeSet<&str> = rows.iter().map(|row| row.kind).collect();
    let known = BTreeSet::from(["figure", "derived", "date", "name", "numbering"]);
    assert!(kinds.is_subset(&known), "{kinds:?}");
    let figures: BTreeSet<String> = export::figures(&model.counties)
        .iter()
        .map(|figure| format!("{}/{}", figure.county, figure.id))
        .collect();
    for row in rows {
        match row.kind {
            "figure" => assert!(
                row.id.as_ref().is_some_and(|id| figures.contains(id)),
                "{row:?}"
            ),
            "derived" => assert!(row.id.is_some() && row.reason.is_some(), "{row:?}"),
            _ => assert!(row.reason.is_some(), "{row:?}"),
        }
    }
}

/// A row is listed for the page on which its first digit, or else its first character, stands. What begins at the end of
/// that page and goes on upon the next is parted here as it is there.
fn part_at_page_end(
    listed: &mut BTreeMap<Sheet, Vec<String>>,
    report: &str,
    page: usize,
    runs: &[TextRun],
) {
    let sheet = |page| (report.to_owned(), "pdf", Some(page));
    let (here, next) = (of_page(runs, page), of_page(runs, page + 1));
    let rows = listed.remove(&sheet(page)).unwrap_or_default();
    for row in rows {
        let whole = here.iter().any(|text| text.contains(&row));
        let ends = row.char_indices().skip(1).map(|(at, _)| row.split_at(at));
        let parted = ends.into_iter().find(|(head, tail)| {
            here.iter().any(|text| text.ends_with(head))
                && next.iter().any(|text| text.starts_with(tail))
        });
        match parted {
            Some((head, tail)) if !whole => {
                listed.entry(sheet(page)).or_default().push(head.to_owned());
                listed
                    .entry(sheet(page + 1))
                    .or_default()
                    .push(tail.to_owned());
            }
            Some(_) | None => listed.entry(sheet(page)).or_default().push(row),
        }
    }
}

/// The texts of a page, one for each run.
fn of_page(runs: &[TextRun], page: usize) -> Vec<String> {
    let runs = runs.iter().filter(|run| run.page == page);
    runs.map(|run| solid(&run.text)).collect()
}

/// Every digit string of the rows is printed, every printed one is in the rows, as often.
fn assert_covered(place: &str, printed: &[String], rows: &[String]) {
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    for digits in rows.iter().flat_map(|row| digit_strings(row)) {
        *open.entry(digits).or_default() += 1;
    }
    let mut uncovered = Vec::new();
    for text in printed {
        for digits in digit_strings(text) {
            if !take(&digits, &mut open) {
                uncovered.push(format!("`{digits}` in `{text}`"));
            }
        }
    }
    open.retain(|_, count| *count > 0);
    assert!(
        uncovered.is_empty() && open.is_empty(),
        "{place}: printed, not listed: {uncovered:#?}; listed, not printed: {open:?}"
    );
    for row in rows {
        let found = printed.iter().any(|text| text.contains(row));
        assert!(found, "{place}: no text holds `{row}`");
    }
}

/// Takes a digit string off the list; numbers of neighbouring lines of a cell touch (96, below it 2024年), so that it may
/// be several of the list in a row.
fn take(digits: &str, open: &mut BTreeMap<String, usize>) -> bool {
    for length in (1..=digits.len()).rev() {
        let (head, rest) = digits.split_at(length);
        let Some(count) = open.get_mut(head).filter(|count| **count > 0) else {
            continue;
        };
        *count -= 1;
        if rest.is_empty() || take(rest, open) {
            return true;
        }
        *open.entry(head.to_owned()).or_default() += 1;
    }
    false
}

/// Runs of digits, of whatever script but Chinese.
fn digit_strings(text: &str) -> Vec<String> {
    let digit = |c: char| c.is_numeric() && c != '〇';
    let parts = text.split(|c| !digit(c)).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}
