//! Initiatives and the statements that tell of them.

use super::{
    Attribute, Facet, FigureId, InitiativeId, Lines, Means, Period, PlaceId, PlaceLevel, Prose,
    SourceId, ThemeId,
};
use crate::span::Keys;

/// Something that a county, township, village or enterprise does.
#[derive(Debug, Clone)]
pub struct Initiative {
    /// Unique within the county.
    pub id: InitiativeId,
    /// Its plain name, or the scheme's own.
    pub name: Prose,
    /// One sentence: who does what by which means.
    pub gist: Prose,
    /// The main theme first.
    pub themes: Vec<ThemeId>,
    /// Who carries it.
    pub level: PlaceLevel,
    /// The place that carries it; the county itself at county level.
    pub place: PlaceId,
    /// Offices and organisations.
    pub actors: Vec<String>,
    /// When.
    pub period: Option<Period>,
    /// The source text.
    pub source: SourceId,
    /// All lines that tell of it.
    pub lines: Lines,
    /// How it works.
    pub how: Vec<Attribute>,
    /// Figures that belong to it without standing in its statements.
    pub figures: Vec<FigureId>,
    /// At least one.
    pub statements: Vec<Statement>,
    /// Where it is declared.
    pub keys: Keys,
}

/// A sentence or two with their provenance.
#[derive(Debug, Clone)]
pub struct Statement {
    /// What it tells.
    pub kind: Kind,
    /// How sure.
    pub modality: Modality,
    /// The source text.
    pub source: SourceId,
    /// Its lines.
    pub lines: Lines,
    /// A place smaller than the initiative's.
    pub place: Option<PlaceId>,
    /// The text.
    pub text: Prose,
    /// Where it is declared.
    pub keys: Keys,
}

/// What a statement tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What is done and how.
    Practice,
    /// What came of it.
    Result,
    /// What was there before.
    Condition,
}

impl Kind {
    /// All of them with the word used in data.
    pub const WORDS: [(&str, Self); 3] = [
        ("practice", Self::Practice),
        ("result", Self::Result),
        ("condition", Self::Condition),
    ];
}

/// How sure a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modality {
    /// Has happened.
    Done,
    /// Is happening.
    UnderWay,
    /// Is intended, targets included.
    Planned,
    /// An assessment that the text asserts.
    Claimed,
}

impl Modality {
    /// All of them with the word used in data.
    pub const WORDS: [(&str, Self); 4] = [
        ("done", Self::Done),
        ("under-way", Self::UnderWay),
        ("planned", Self::Planned),
        ("claimed", Self::Claimed),
    ];
}

impl Initiative {
    /// What a facet is in it, in the order of the data.
    pub fn means(&self, facet: Facet) -> impl Iterator<Item = Means> {
        let of_facet = self
            .how
            .iter()
            .filter(move |attribute| attribute.facet == facet);
        of_facet.map(|attribute| attribute.means)
    }

    /// The figures it speaks of, in order of mention, each once.
    pub fn mentioned(&self) -> Vec<FigureId> {
        let prose = std::iter::once(&self.gist)
            .chain(self.statements.iter().map(|statement| &statement.text));
        let in_prose = prose
            .flat_map(Prose::references)
            .map(|reference| reference.figure.clone());
        let mut all: Vec<FigureId> = Vec::new();
        for id in in_prose.chain(self.figures.iter().cloned()) {
            if !all.contains(&id) {
                all.push(id);
            }
        }
        all
    }
}
