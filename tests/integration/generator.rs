//! Generated workspaces are sound, the same for the same seed, of every shape that tests ask for, and as varied as data are.

use std::collections::{BTreeMap, BTreeSet};

use county_briefings::{
    model::{
        Check, DoubtCode, Figure, Model, Names, Operation, Period, PlaceLevel, Qualifier, scan,
    },
    pipeline::{Checked, check_sources, judge_sources},
    span::LineColumn,
};
use serde_json::Value;

use crate::{
    generator::{Fault, Size, Workspace, digest::sha256, generate},
    parity,
    support::Project,
};

fn checked(seed: u64, size: &Size) -> Checked {
    check_sources(generate(seed, size).sources())
}

/// The model of a workspace in which nothing is wrong.
fn sound(seed: u64, size: &Size) -> Model {
    let checked = checked(seed, size);
    let told: Vec<String> = checked
        .findings
        .iter()
        .map(|finding| told(&checked, finding))
        .collect();
    assert!(told.is_empty(), "seed {seed}: {told:#?}");
    checked.model.unwrap()
}

fn told(checked: &Checked, finding: &county_briefings::diagnostic::Finding) -> String {
    let file = checked.sources.file(finding.span.file);
    let place = LineColumn::of(&file.text, finding.span.start());
    format!("{}:{place}: {}", file.path, finding.message)
}

#[test]
fn nothing_is_wrong_in_a_generated_workspace() {
    for seed in 0..60 {
        let checked = checked(seed, &Size::of(3));
        let told: Vec<String> = checked
            .findings
            .iter()
            .map(|finding| told(&checked, finding))
            .collect();
        assert!(told.is_empty(), "seed {seed}: {told:#?}");
        assert_eq!(
            checked.documents.len(),
            4,
            "three counties and their comparison"
        );
    }
}

#[test]
fn judging_tells_what_checking_tells_and_keeps_no_report() {
    let sound = generate(5, &Size::of(3)).sources();
    let odd = sound.clone().with("seeds/extra.yaml", "a: 1\n");
    for (sources, findings) in [(sound, 0), (odd, 1)] {
        let checked = check_sources(sources.clone());
        let judged = judge_sources(sources);
        assert_eq!(checked.findings.len(), findings);
        assert_eq!(judged.findings, checked.findings);
        assert_eq!((checked.documents.len(), judged.documents.len()), (4, 0));
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let size = Size::of(3);
    assert_eq!(generate(7, &size), generate(7, &size));
    assert_ne!(generate(7, &size).files, generate(8, &size).files);
    let county = |workspace: &Workspace| {
        let files = workspace.files.iter();
        let own = files.filter(|(path, _)| path.ends_with("/jiazi-he.yaml"));
        own.cloned().collect::<Vec<_>>()
    };
    let (few, many) = (generate(7, &size), generate(7, &Size::of(12)));
    assert_eq!(county(&few).len(), 2, "a county and its source");
    assert_eq!(county(&few), county(&many), "whatever the others");
}

#[test]
fn workspaces_come_in_every_shape_that_is_asked_for() {
    let none = sound(1, &Size::of(2).figures(0..=0));
    assert!(
        none.counties
            .iter()
            .all(|county| county.figures.is_empty() && county.derived.is_empty())
    );
    let one = sound(2, &Size::of(1));
    assert_eq!((one.counties.len(), one.config.comparisons.len()), (1, 0));
    let twelve = sound(3, &Size::of(12).initiatives(5..=8));
    assert_eq!(
        (twelve.counties.len(), twelve.config.comparisons.len()),
        (12, 1)
    );
    let thirteen = sound(4, &Size::of(13).initiatives(5..=6).figures(0..=20));
    let compared = thirteen
        .config
        .comparisons
        .iter()
        .map(|plan| plan.counties.len());
    assert_eq!(
        compared.collect::<Vec<_>>(),
        [11, 2],
        "none is compared with nothing"
    );
    let busy = sound(5, &Size::of(1).initiatives(40..=40));
    assert_eq!(busy.counties[0].initiatives.len(), 40);
    let large = sound(6, &Size::of(1).figures(1000..=1000));
    assert_eq!(large.counties[0].figures.len(), 1000);
}

/// What occurs in the counties, in words.
fn variety(model: &Model) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for county in &model.counties {
        seen.extend(county.figures.iter().flat_map(of_figure));
        let levels = county
            .initiatives
            .iter()
            .map(|initiative| initiative.level.word());
        seen.extend(levels.map(|level| format!("level {level}")));
        seen.extend(true_ones(&[
            (!county.derived.is_empty(), "derived"),
            (!county.charts.is_empty(), "chart"),
            (!county.doubts.is_empty(), "doubt about the text"),
            (county.name.chars().count() > 8, "long name"),
            (county.figures.is_empty(), "no figures"),
        ]));
    }
    let copies = model
        .sources
        .values()
        .any(|source| source.copy_of.is_some());
    seen.extend(true_ones(&[(copies, "copy")]));
    seen
}

fn of_figure(figure: &Figure) -> Vec<String> {
    let mut seen = vec![
        format!("qualifier {}", figure.quantity.qualifier.word()),
        format!("period {}", figure.period.map_or("none", form)),
    ];
    seen.extend(figure.check.iter().map(|check| match check {
        Check::Relation(formula) => format!("relation {:?}", formula.operation),
        Check::Parts(_) => "relation Parts".to_owned(),
    }));
    seen.extend(
        figure
            .doubt
            .iter()
            .map(|doubt| format!("doubt {}", doubt.code.word())),
    );
    let value = figure.quantity.value;
    seen.extend(true_ones(&[
        (figure.target, "target"),
        (figure.part_of.is_some(), "part"),
        (figure.differs.is_some(), "differs"),
        (figure.basis.is_some(), "basis"),
        (!figure.also.is_empty(), "printed again"),
        (value.is_none(), "no number"),
        (value.is_some_and(|value| value.scale() > 0), "decimals"),
        (figure.quantity.wording.is_some(), "wording"),
    ]));
    seen
}

fn true_ones(facts: &[(bool, &str)]) -> Vec<String> {
    let facts = facts.iter().filter(|(is, _)| *is);
    facts.map(|(_, what)| (*what).to_owned()).collect()
}

fn form(period: Period) -> &'static str {
    match (period, period.to_string().len()) {
        (Period::At(_), 4) => "year",
        (Period::At(_), 7) => "month",
        (Period::At(_), _) => "day",
        (Period::Between(..), 9) => "years",
        (Period::Between(..), _) => "months",
        (Period::Since(_), _) => "since",
        (Period::Until(_), _) => "until",
    }
}

#[test]
fn whatever_data_can_hold_occurs() {
    let model = sound(11, &Size::of(120).initiatives(5..=20));
    let seen = variety(&model);
    let mut wanted: Vec<String> = Vec::new();
    wanted.extend(Qualifier::WORDS.map(|(word, _)| format!("qualifier {word}")));
    wanted.extend(Operation::WORDS.map(|(_, operation)| format!("relation {operation:?}")));
    wanted.extend(PlaceLevel::WORDS.map(|(word, _)| format!("level {word}")));
    let forms = [
        "none", "year", "month", "day", "years", "months", "since", "until",
    ];
    wanted.extend(forms.map(|form| format!("period {form}")));
    let mismatches = DoubtCode::WORDS
        .iter()
        .filter(|(word, _)| word.ends_with("mismatch"));
    wanted.extend(mismatches.map(|(word, _)| format!("doubt {word}")));
    let others = "target, part, differs, basis, wording, decimals, derived, chart, copy, printed again, no number, \
        long name, no figures, doubt about the text, doubt unclear, doubt part-exceeds-whole";
    wanted.extend(others.split(", ").map(str::to_owned));
    let missing: Vec<&String> = wanted.iter().filter(|what| !seen.contains(*what)).collect();
    assert!(missing.is_empty(), "never seen: {missing:?}");
    for initiative in model.counties.iter().flat_map(|county| &county.initiatives) {
        let gist: usize = initiative
            .gist
            .texts()
            .map(|text| text.chars().count())
            .sum();
        assert!((25..=60).contains(&gist), "{gist}: {:?}", initiative.gist);
    }
}

#[test]
fn planted_mistakes_are_found_and_nothing_else() {
    let workspace = generate(21, &Size::of(Fault::ALL.len()).faults(&Fault::ALL));
    let checked = check_sources(workspace.sources());
    let found = checked.findings.iter().map(|finding| {
        let path = checked.sources.file(finding.span.file).path.clone();
        (path, finding.code.name())
    });
    let mut found: Vec<(String, &str)> = found.collect();
    found.sort();
    assert_eq!(found, workspace.planted);
}

#[test]
fn three_counties_say_the_same_in_every_format() {
    let project = Project::empty();
    for (path, text) in generate(31, &Size::of(3).initiatives(5..=12).figures(10..=60)).files {
        project.write(&path, &text);
    }
    parity::same_in_every_format(&project, 4);
}

/// The lines of an index by number, as YAML has them.
fn index(text: &str) -> BTreeMap<u64, Value> {
    let source: Value = serde_yaml::from_str(text).unwrap();
    let lines = source["index"].as_array().unwrap().iter();
    lines
        .map(|line| (line["line"].as_u64().unwrap(), line.clone()))
        .collect()
}

#[test]
fn texts_hold_what_figures_and_indexes_say() {
    let workspace = generate(41, &Size::of(8));
    let files: BTreeMap<&str, &str> = workspace
        .files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let mut numerals = 0;
    for (id, text) in &workspace.texts {
        let index = index(files[format!("seeds/sources/{id}.yaml").as_str()]);
        for (line, number) in text.lines().zip(1..) {
            let Some(entry) = index.get(&number) else {
                assert!(
                    line.trim().is_empty(),
                    "line {number} of {id} is not listed"
                );
                continue;
            };
            assert_eq!(
                entry["hash"],
                blake3::hash(line.as_bytes()).to_hex()[..8],
                "{line}"
            );
            numerals += listed(line, entry);
        }
    }
    assert!(numerals > 1000, "{numerals}");
    for path in files
        .keys()
        .filter(|path| path.starts_with("seeds/counties/"))
    {
        let county: Value = serde_yaml::from_str(files[path]).unwrap();
        let figures = county["figures"].as_array().map_or(&[][..], Vec::as_slice);
        for figure in figures {
            let source = &figure["source"];
            let also = source["also"].as_array().map_or(&[][..], Vec::as_slice);
            for place in also.iter().chain([source]) {
                let (_, text) = workspace
                    .texts
                    .iter()
                    .find(|(id, _)| place["id"] == *id)
                    .unwrap();
                let line = usize::try_from(place["lines"].as_u64().unwrap()).unwrap();
                let line = text.lines().nth(line - 1).unwrap();
                let printed = source["printed"].as_str().unwrap();
                assert!(
                    line.contains(printed),
                    "{path}: `{printed}` is not in `{line}`"
                );
            }
        }
    }
}

/// Asserts that the entry lists every numeral that a reader of the line finds, in order; how many there are.
fn listed(line: &str, entry: &Value) -> usize {
    let numerals = entry["numerals"].as_array().map_or(&[][..], Vec::as_slice);
    let mut from = 0;
    let places = numerals.iter().map(|numeral| {
        let text = numeral["text"].as_str().unwrap();
        let at = from
            + line[from..]
                .find(text)
                .unwrap_or_else(|| panic!("`{text}` is not in `{line}`"));
        from = at + text.len();
        at..from
    });
    let places: Vec<_> = places.collect();
    let found = scan(line, &Names::default());
    for numeral in &found {
        let inside = |place: &std::ops::Range<usize>| {
            place.start <= numeral.range.start && numeral.range.end <= place.end
        };
        assert!(
            places.iter().any(inside),
            "`{}` of `{line}` is not listed",
            &line[numeral.range.clone()]
        );
    }
    for place in places {
        let held = found
            .iter()
            .any(|numeral| place.start <= numeral.range.start && numeral.range.end <= place.end);
        assert!(
            held,
            "`{}` of `{line}` is listed and no numeral",
            &line[place]
        );
    }
    numerals.len()
}

#[test]
fn the_digest_of_a_source_is_that_of_its_text() {
    // SHA-256 of the empty text and of `abc`, as the standard gives them.
    let known = [
        (
            "",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ),
        (
            "abc",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
    ];
    for (text, digest) in known {
        assert_eq!(sha256(text.as_bytes()), digest);
    }
    let workspace = generate(51, &Size::of(2));
    for (id, text) in &workspace.texts {
        let path = format!("seeds/sources/{id}.yaml");
        let (_, file) = workspace
            .files
            .iter()
            .find(|(other, _)| *other == path)
            .unwrap();
        assert!(file.contains(&sha256(text.as_bytes())), "{id}");
        assert!(
            file.contains(&format!("lines: {}\n", text.split('\n').count())),
            "{id}"
        );
    }
}
