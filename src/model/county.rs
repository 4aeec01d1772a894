//! A county.

use std::collections::BTreeSet;

use super::{
    ById, Chart, CountyId, Derived, Figure, FigureId, Initiative, Number, PlaceId, Prose, SourceId,
    Statement, TextDoubt,
};
use crate::span::Keys;

/// A county and all that is told of it.
#[derive(Debug, Clone)]
pub struct County {
    /// File name and key in exports.
    pub id: CountyId,
    /// Six digits of GB/T 2260; the identity and the order.
    pub code: String,
    /// 兴县
    pub name: String,
    /// The prefecture-level city.
    pub city: String,
    /// Places and organisations, the county itself first.
    pub places: Vec<Place>,
    /// 提要
    pub summary: Vec<Statement>,
    /// 基本情况
    pub background: Vec<Statement>,
    /// What is done.
    pub initiatives: Vec<Initiative>,
    /// Every number reported.
    pub figures: ById<Figure>,
    /// Numbers computed from figures.
    pub derived: Vec<Derived>,
    /// What may be drawn.
    pub charts: Vec<Chart>,
    /// Doubts about the text.
    pub doubts: Vec<TextDoubt>,
    /// Where it is declared.
    pub keys: Keys,
}

/// A place or organisation that figures and statements speak of.
#[derive(Debug, Clone)]
pub struct Place {
    /// Unique within the county.
    pub id: PlaceId,
    /// 魏家滩镇
    pub name: String,
    /// What it is.
    pub level: PlaceLevel,
    /// The place it lies in.
    pub parent: Option<PlaceId>,
    /// Where it is declared.
    pub keys: Keys,
}

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceLevel {
    /// The county.
    County,
    /// 乡, 镇
    Township,
    /// 村
    Village,
    /// 社区
    Community,
    /// A business.
    Enterprise,
    /// An office, institution or other organisation.
    Organ,
}

impl PlaceLevel {
    /// All of them with the word used in data and exports.
    pub const WORDS: [(&str, Self); 6] = [
        ("county", Self::County),
        ("township", Self::Township),
        ("village", Self::Village),
        ("community", Self::Community),
        ("enterprise", Self::Enterprise),
        ("organ", Self::Organ),
    ];

    /// The word used in data and exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Township => "township",
            Self::Village => "village",
            Self::Community => "community",
            Self::Enterprise => "enterprise",
            Self::Organ => "organ",
        }
    }

    /// The tag printed beside names that are not of the county itself. County organs act for the county.
    pub fn tag(self) -> Option<&'static str> {
        match self {
            Self::County | Self::Organ => None,
            Self::Township => Some("乡"),
            Self::Village => Some("村"),
            Self::Community => Some("社"),
            Self::Enterprise => Some("企"),
        }
    }
}

impl County {
    /// The figure of an id.
    pub fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.figures.get(id)
    }

    /// The figure or derived number of an id.
    pub fn number(&self, id: &FigureId) -> Option<Number<'_>> {
        let figure = self.figure(id).map(Number::Figure);
        figure.or_else(|| {
            let derived = self
                .derived
                .iter()
                .find(|derived| derived.id.as_str() == id.as_str());
            derived.map(Number::Derived)
        })
    }

    /// The place of an id.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.iter().find(|place| place.id == *id)
    }

    /// The sources it stands on, second copies included.
    pub fn sources(&self) -> BTreeSet<&SourceId> {
        let figures = self.figures.iter();
        let of_figures =
            figures.flat_map(|figure| std::iter::once(&figure.source).chain(&figure.also));
        let of_figures = of_figures.map(|place| &place.source);
        of_figures
            .chain(self.statements().map(|statement| &statement.source))
            .collect()
    }

    /// All statements: summary, background, initiatives.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        let of_initiatives = self
            .initiatives
            .iter()
            .flat_map(|initiative| &initiative.statements);
        self.summary
            .iter()
            .chain(&self.background)
            .chain(of_initiatives)
    }

    /// All prose that tells of the county: statements, names, labels.
    pub fn prose(&self) -> Vec<&Prose> {
        let mut all: Vec<&Prose> = self.statements().map(|statement| &statement.text).collect();
        for initiative in &self.initiatives {
            all.extend([&initiative.name, &initiative.gist]);
        }
        for figure in &self.figures {
            all.extend(std::iter::once(&figure.name).chain(&figure.differs));
        }
        all.extend(self.derived.iter().map(|derived| &derived.name));
        for chart in &self.charts {
            all.extend(std::iter::once(&chart.title).chain(&chart.note));
            all.extend(chart.plot.labels());
        }
        all
    }

    /// The notes of all doubts, which speak of the text and may quote what is wrong in it.
    pub fn notes(&self) -> impl Iterator<Item = &Prose> {
        let of_figures = self
            .figures
            .iter()
            .filter_map(|figure| figure.doubt.as_deref());
        let of_text = self.doubts.iter().map(|doubt| &doubt.doubt);
        of_figures
            .chain(of_text)
            .filter_map(|doubt| doubt.note.as_ref())
    }

    /// A place with those it lies in, as printed: 魏家滩镇九原坪村; the county itself is 全县.
    pub fn place_name(&self, id: &PlaceId) -> String {
        let Some(place) = self.place(id) else {
            return id.to_string();
        };
        if place.level == PlaceLevel::County {
            return "全县".to_owned();
        }
        match &place.parent {
            Some(parent) if parent.as_str() != PlaceId::COUNTY => {
                self.place_name(parent) + &place.name
            }
            Some(_) | None => place.name.clone(),
        }
    }
}
