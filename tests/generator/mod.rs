//! Workspaces of invented counties, for tests and benchmarks.
//!
//! ```ignore
//! let workspace = generate(7, &Size::of(12));                       // twelve counties and their comparison
//! let workspace = generate(7, &Size::of(1).figures(1000..=1000));   // one county with a thousand figures
//! let workspace = generate(7, &Size::of(2).figures(0..=0));         // no figure at all
//! let checked = check_sources(workspace.sources());
//! ```
//!
//! The same seed gives the same bytes on every machine. A county depends on the seed and its place in the list only, so
//! the first counties of a small workspace are those of a large one. `check` finds nothing in a workspace, unless
//! [`Size::faults`] plants [`Fault`]s: then it finds those and nothing else.
//!
//! The numbers come from texts as papers would print them, which a workspace holds too ([`Workspace::texts`]): a
//! sentence is put once as the paper has it and once as we retell it, and the lines, printed forms and indexes are
//! read off the paper's. Most relations hold; where one does not, the data declare the doubt. Counties have names of
//! the sixty-year cycle (甲子河县) and codes that begin with 9, which no real county has.
//!
//! How it goes: [`plan`](self::plan) decides what a county does, [`told`](self::told) makes figures and what binds
//! them, [`tell`](self::tell) puts them into sentences, [`writer`](self::writer) and [`index`](self::index) write the
//! files. Phrases stand in [`themes`](self::themes) and [`vocabulary`](self::vocabulary).

mod county;
pub(crate) mod digest;
mod doubts;
mod entry;
mod faults;
mod how;
mod index;
mod names;
mod period;
mod places;
mod plan;
mod quantity;
mod random;
mod schemes;
mod shared;
mod source;
mod summary;
mod tell;
mod text;
mod themes;
mod told;
mod vocabulary;
mod writer;

use std::ops::RangeInclusive;

use county_briefings::source::SourceSet;

pub(crate) use faults::Fault;

/// What a workspace is to be like.
#[derive(Debug, Clone)]
pub(crate) struct Size {
    counties: usize,
    initiatives: RangeInclusive<usize>,
    figures: RangeInclusive<usize>,
    faults: Vec<Fault>,
}

impl Size {
    /// So many counties of 5 to 40 initiatives and 0 to 200 figures, small ones more often than large ones.
    pub(crate) fn of(counties: usize) -> Self {
        Self {
            counties,
            initiatives: 5..=40,
            figures: 0..=200,
            faults: Vec::new(),
        }
    }

    /// How many initiatives a county has.
    pub(crate) fn initiatives(self, initiatives: RangeInclusive<usize>) -> Self {
        Self {
            initiatives,
            ..self
        }
    }

    /// How many figures a county has.
    pub(crate) fn figures(self, figures: RangeInclusive<usize>) -> Self {
        Self { figures, ..self }
    }

    /// Plants mistakes, one in each county as far as there are enough, otherwise several.
    pub(crate) fn faults(self, faults: &[Fault]) -> Self {
        Self {
            faults: faults.to_vec(),
            ..self
        }
    }
}

/// A generated workspace.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Workspace {
    /// Path and text of each file.
    pub(crate) files: Vec<(String, String)>,
    /// Id and text of each source, which is no file of a workspace.
    pub(crate) texts: Vec<(String, String)>,
    /// The files in which a mistake was planted, each with the code of the finding.
    pub(crate) planted: Vec<(String, &'static str)>,
}

impl Workspace {
    /// The files as if they had been read.
    pub(crate) fn sources(&self) -> SourceSet {
        SourceSet::from_texts(self.files.clone())
    }
}

/// As many columns as a comparison has room for.
const MOST_COMPARED: usize = 12;

/// Makes a workspace.
pub(crate) fn generate(seed: u64, size: &Size) -> Workspace {
    let mut made: Vec<county::Made> = (0..size.counties)
        .map(|index| county::make(seed, index, size))
        .collect();
    let planted = faults::plant(&mut made, &size.faults);
    let mut files = vec![
        ("briefings.yaml".to_owned(), shared::config(&made)),
        ("seeds/themes.yaml".to_owned(), shared::themes()),
        ("seeds/indicators.yaml".to_owned(), shared::indicators()),
        ("seeds/terms.yaml".to_owned(), shared::terms(&made)),
    ];
    let mut texts = Vec::new();
    for one in &made {
        let path = format!("seeds/counties/{}.yaml", one.county.names.id);
        files.push((path, writer::county(&one.county)));
        for source in &one.sources {
            let path = format!("seeds/sources/{}.yaml", source.id);
            files.push((path, index::source(source)));
            texts.push((source.id.clone(), source.text.whole()));
        }
    }
    files.sort();
    Workspace {
        files,
        texts,
        planted,
    }
}
