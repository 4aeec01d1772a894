//! Which figures of a county may stand side by side in a picture.

use super::{FigureId, InitiativeId, Prose};
use crate::span::Keys;

/// A declared chart.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Unique within the county.
    pub id: String,
    /// The caption.
    pub title: Prose,
    /// What is drawn.
    pub plot: Plot,
    /// Printed under the caption.
    pub note: Option<Prose>,
    /// Where it is declared.
    pub keys: Keys,
}

/// What a chart draws.
#[derive(Debug, Clone)]
pub enum Plot {
    /// Figures of one kind, each for itself.
    Single {
        /// As bars or as dots.
        mark: Mark,
        /// At least two, with the label of each.
        figures: Vec<Labelled>,
    },
    /// The parts of a whole, one behind the other.
    Share {
        /// At least two, with the label of each.
        parts: Vec<Labelled>,
        /// What they make up.
        whole: FigureId,
    },
    /// Figures of several things, each told several times.
    Series {
        /// How they are set against one another.
        pairing: Pairing,
        /// What is told of, in order.
        rows: Vec<Prose>,
        /// When or in what respect it is told, with a figure for each row.
        series: Vec<Series>,
    },
    /// When initiatives began and ended.
    Timeline {
        /// At least two.
        initiatives: Vec<InitiativeId>,
    },
}

/// A figure and its label in the picture; without one, its name.
pub type Labelled = (FigureId, Option<Prose>);

/// How a single figure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A bar from zero.
    Bar,
    /// A dot as far from zero.
    Dot,
}

/// How figures of one row are set against one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pairing {
    /// Bars above each other.
    Bars,
    /// A line from before to after.
    Slope,
}

/// Figures told in one respect.
#[derive(Debug, Clone)]
pub struct Series {
    /// The time or the respect.
    pub name: Prose,
    /// One for each row.
    pub figures: Vec<FigureId>,
}

/// The kinds of chart as data files name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// 条形图
    Bar,
    /// 点图
    Dot,
    /// 分组条形图
    GroupedBar,
    /// 前后对比图
    Slope,
    /// 构成图
    Share,
    /// 时间轴
    Timeline,
}

impl ChartKind {
    /// All of them with the word used in data.
    pub const WORDS: [(&str, Self); 6] = [
        ("bar", Self::Bar),
        ("dot", Self::Dot),
        ("grouped-bar", Self::GroupedBar),
        ("slope", Self::Slope),
        ("share", Self::Share),
        ("timeline", Self::Timeline),
    ];
}

impl Plot {
    /// Every figure drawn, in order.
    pub fn figures(&self) -> Vec<&FigureId> {
        match self {
            Self::Single { figures, .. } => figures.iter().map(|(id, _)| id).collect(),
            Self::Share { parts, .. } => parts.iter().map(|(id, _)| id).collect(),
            Self::Series { series, .. } => series.iter().flat_map(|one| &one.figures).collect(),
            Self::Timeline { .. } => Vec::new(),
        }
    }

    /// The labels that are written for it.
    pub fn labels(&self) -> Vec<&Prose> {
        match self {
            Self::Single { figures, .. } => labels(figures),
            Self::Share { parts, .. } => labels(parts),
            Self::Series { rows, series, .. } => rows
                .iter()
                .chain(series.iter().map(|one| &one.name))
                .collect(),
            Self::Timeline { .. } => Vec::new(),
        }
    }
}

fn labels(figures: &[Labelled]) -> Vec<&Prose> {
    figures
        .iter()
        .filter_map(|(_, label)| label.as_ref())
        .collect()
}
