//! A county put together: plans, figures and sentences over its sources.

mod finish;
mod general;
mod initiatives;
mod numbers;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Size,
    entry::County,
    names::{Names, names},
    places::places,
    plan::plans,
    random::Random,
    schemes::{Scheme, schemes},
    source::Source,
    summary::Point,
    text::Text,
};

/// A county with its sources and what it adds to the terms.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) county: County,
    pub(crate) sources: Vec<Source>,
    /// Each with the source and line that it stands on.
    pub(crate) schemes: Vec<(Scheme, String, usize)>,
    /// Ids of formulations, each with source and line.
    pub(crate) formulations: BTreeMap<&'static str, (String, usize)>,
}

/// Makes the county at a place in the list.
pub(crate) fn make(seed: u64, index: usize, size: &Size) -> Made {
    let mut random = Random::new(seed, index + 1);
    let long = random.chance(3);
    let names = names(index, long);
    let year = random.within(2019..=2025);
    let initiatives = random.rather_few(size.initiatives.clone());
    let figures = random.rather_few(size.figures.clone());
    let places = places(&mut random, initiatives);
    let schemes = schemes(&mut random, index, &names.short, &names.id);
    let plans = plans(&mut random, initiatives, &names, &places, &schemes);
    let sources = sources(&mut random, &names, year);
    let mut maker = Maker {
        random,
        county: County {
            names,
            places,
            summary: Vec::new(),
            background: Vec::new(),
            initiatives: Vec::new(),
            figures: Vec::new(),
            derived: Vec::new(),
            charts: Vec::new(),
            doubts: Vec::new(),
        },
        year,
        sources,
        at: 0,
        points: Vec::new(),
        numbered: 0,
        taken: BTreeSet::new(),
        answered: BTreeSet::new(),
        answered_at: BTreeSet::new(),
        formulations: BTreeMap::new(),
        scheme_places: BTreeMap::new(),
    };
    maker.head();
    let left = maker.general(figures);
    maker.initiatives(plans, left);
    maker.finish(schemes)
}

/// A county while it is made.
struct Maker {
    random: Random,
    county: County,
    year: usize,
    sources: Vec<Source>,
    /// The source that is being written.
    at: usize,
    points: Vec<Point>,
    /// How many figures told together there were.
    numbered: usize,
    /// What makes a figure the same as another: name or indicator, subject, period and value.
    taken: BTreeSet<String>,
    /// Indicators that the county has a value for.
    answered: BTreeSet<&'static str>,
    /// Indicators with the place and time that a value is of.
    answered_at: BTreeSet<String>,
    formulations: BTreeMap<&'static str, (String, usize)>,
    /// Source and line of each scheme.
    scheme_places: BTreeMap<String, (String, usize)>,
}

const TITLES: [&str; 4] = [
    "党建引领聚合力 基层治理开新篇",
    "把服务送到群众家门口",
    "一线见闻：小村庄里的大治理",
    "织密治理网 办好身边事——基层治理工作综述之县域篇暨乡村振兴示范创建巡礼",
];

/// One source, or a second one: a copy of the first, or a later text.
fn sources(random: &mut Random, names: &Names, year: usize) -> Vec<Source> {
    let before = year - random.within(1..=2);
    let covers = if random.chance(50) {
        format!("{before}/{year}")
    } else {
        format!("{before}/{year}-12")
    };
    let first = Source {
        id: names.id.clone(),
        title: format!("{}：{}", names.name, random.pick(&TITLES)),
        publisher: random.chance(60).then(|| format!("{}报", names.short)),
        date: random
            .chance(60)
            .then(|| format!("{year}-12-{:02}", random.within(1..=28))),
        covers,
        form: "报纸版面文字稿",
        copy_of: None,
        text: Text::default(),
        columns: random.chance(25),
    };
    let more = |id: &str, title: &str, form, copy_of| Source {
        id: format!("{}-{id}", names.id),
        title: format!("{}{title}", first.title),
        publisher: None,
        date: None,
        covers: first.covers.clone(),
        form,
        copy_of,
        text: Text::default(),
        columns: false,
    };
    let second = match random.below(10) {
        0..=1 => Some(more("web", "", "网络版文字稿", Some(first.id.clone()))),
        2..=3 => Some(more("later", "（续篇）", "报纸版面文字稿", None)),
        _ => None,
    };
    std::iter::once(first).chain(second).collect()
}
