//! What the files are written from.

use super::{places::Place, quantity::Quantity};

/// A county file.
#[derive(Debug)]
pub(crate) struct County {
    pub(crate) names: super::names::Names,
    pub(crate) places: Vec<Place>,
    pub(crate) summary: Vec<Statement>,
    pub(crate) background: Vec<Statement>,
    pub(crate) initiatives: Vec<Initiative>,
    pub(crate) figures: Vec<Figure>,
    pub(crate) derived: Vec<Derived>,
    pub(crate) charts: Vec<Chart>,
    pub(crate) doubts: Vec<TextDoubt>,
}

/// A sentence or two.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    pub(crate) kind: &'static str,
    pub(crate) modality: &'static str,
    pub(crate) lines: String,
    pub(crate) place: Option<String>,
    /// Only where it is not the initiative's.
    pub(crate) source: Option<String>,
    pub(crate) text: String,
}

/// Something that is done.
#[derive(Debug)]
pub(crate) struct Initiative {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) gist: String,
    pub(crate) themes: Vec<&'static str>,
    pub(crate) level: &'static str,
    pub(crate) place: Option<String>,
    pub(crate) actors: Vec<String>,
    pub(crate) period: Option<String>,
    pub(crate) source: String,
    pub(crate) lines: String,
    /// Facet, word and line.
    pub(crate) how: Vec<(&'static str, &'static str, usize)>,
    pub(crate) figures: Vec<String>,
    pub(crate) statements: Vec<Statement>,
}

/// A number that the text reports.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) indicator: Option<&'static str>,
    pub(crate) differs: Option<&'static str>,
    pub(crate) quantity: Quantity,
    pub(crate) period: Option<String>,
    pub(crate) basis: Option<&'static str>,
    pub(crate) subject: Option<String>,
    pub(crate) target: bool,
    /// A change against an earlier value.
    pub(crate) change: bool,
    pub(crate) part_of: Option<String>,
    /// Source and line of the first place, then of the others.
    pub(crate) places: Vec<(String, usize)>,
    pub(crate) check: Option<Relation>,
    pub(crate) doubt: Option<Doubt>,
}

/// A relation between figures.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    /// `ratio sum difference product growth parts`
    pub(crate) word: &'static str,
    pub(crate) operands: Vec<String>,
}

/// A number computed from figures.
#[derive(Debug)]
pub(crate) struct Derived {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) unit: &'static str,
    pub(crate) decimals: usize,
    pub(crate) period: Option<String>,
    pub(crate) subject: Option<String>,
    pub(crate) formula: Relation,
    /// Whether prose mentions it.
    pub(crate) mentioned: bool,
}

/// Figures that may stand side by side.
#[derive(Debug)]
pub(crate) struct Chart {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) plot: Plot,
    pub(crate) note: Option<&'static str>,
}

/// What a chart draws.
#[derive(Debug)]
pub(crate) enum Plot {
    /// Bars or dots.
    Single(&'static str, Vec<Labelled>),
    /// Parts, and what they make up.
    Share(Vec<Labelled>, String),
    /// One thing before and after.
    Slope(String, [String; 2]),
}

/// Figure and label.
pub(crate) type Labelled = (String, Option<String>);

/// A doubt about a figure.
#[derive(Debug, Clone)]
pub(crate) struct Doubt {
    pub(crate) code: &'static str,
    pub(crate) severity: &'static str,
    pub(crate) treatment: &'static str,
    pub(crate) note: Option<String>,
    /// What would be right, as far as it can be known.
    pub(crate) right: Option<String>,
}

/// A doubt about the text.
#[derive(Debug)]
pub(crate) struct TextDoubt {
    pub(crate) id: String,
    pub(crate) source: String,
    pub(crate) lines: String,
    pub(crate) printed: Option<String>,
    pub(crate) doubt: Doubt,
}
