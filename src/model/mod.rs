//! The checked data: counties, initiatives, figures and the vocabulary they share.
//!
//! Values that parse and print themselves stand in a file each ([`Quantity`], [`Period`], [`Lines`], [`Prose`]). A
//! [`Model`] is only made by [`resolve`](crate::parse::resolve), so every reference in it leads somewhere.
//!
//! **Invariant:** knows nothing of templates and formats, reads no YAML.

mod by_id;
mod chart;
mod chinese;
mod compare;
mod conclusions;
mod config;
mod county;
mod doubt;
mod figure;
mod how;
mod id;
mod initiative;
mod line_hash;
mod lines;
mod number;
mod numerals;
mod period;
mod printed_numeral;
mod prose;
mod quantity;
mod reading;
mod reckon;
mod shared;
mod solid_text;
mod source_index;
mod unit;
mod ways;
mod words;

pub use by_id::{ById, HasId};
pub use chart::{Chart, ChartKind, Labelled, Mark, Pairing, Plot, Series};
pub use compare::{
    Answer, Cause, Comparable, Compared, Comparison, Quotient, Quotients, Reason, Row, Verdict,
    Weight, compare,
};
pub use conclusions::{Conclusion, ConclusionKind, conclusions};
pub use config::{
    Comments, ComparisonPlan, Config, DigestPlan, Edition, Format, NumberStyle, RedRule, Serial,
};
pub use county::{County, Place, PlaceLevel};
pub use doubt::{Doubt, DoubtCode, Severity, TextDoubt, Treatment};
pub use figure::{Check, Derived, Figure, Formula, Location, Number, Operation};
pub use how::{Attribute, Facet, Means};
pub use id::{
    CountyId, DerivedId, FigureId, IndicatorId, InitiativeId, PlaceId, SourceId, TermId, ThemeId,
};
pub use initiative::{Initiative, Kind, Modality, Statement};
pub use line_hash::LineHash;
pub use lines::Lines;
pub use number::parse_decimal;
pub use numerals::{Names, Numeral, NumeralKind, scan};
pub use period::{Period, Point};
pub use printed_numeral::PrintedNumeral;
pub use prose::{Prose, Reference, Segment, Shape};
pub use quantity::{Printed, Qualifier, Quantity};
pub use reading::{Found, FoundKind, read_numerals};
pub use reckon::{Recomputed, one_source, reckon, recompute};
pub use shared::{Indicator, IndicatorKind, SourceText, Term, TermKind, Theme};
pub use solid_text::{SolidText, TextLine, TextNumeral};
pub use source_index::{Account, FigureOf, IndexLine, IndexedNumeral, LeftOut};
pub use unit::Unit;
pub use ways::{Side, User, Way, on_main_theme, ways};
pub use words::Words;

use std::collections::{BTreeMap, BTreeSet};

/// Everything a report can say.
#[derive(Debug, Clone)]
pub struct Model {
    /// `briefings.yaml`.
    pub config: Config,
    /// The themes in printing order.
    pub themes: Vec<Theme>,
    /// The shared vocabulary in the order of its file.
    pub indicators: Vec<Indicator>,
    /// Fixed formulations and scheme names.
    pub terms: Vec<Term>,
    /// The source texts.
    pub sources: BTreeMap<SourceId, SourceText>,
    /// The counties without errors, in the order of their codes.
    pub counties: ById<County>,
    /// Counties whose file has errors: reports that need them are not made.
    pub broken: BTreeSet<CountyId>,
    /// What could be read of them, to find all mistakes in one run; never printed.
    pub half_read: Vec<County>,
    /// What could be read of the prose in their files.
    pub broken_prose: Vec<Prose>,
    /// Sources that they name where figures could not be read.
    pub hidden: BTreeSet<SourceId>,
    /// Whether all terms could be read.
    pub terms_complete: bool,
}

impl Model {
    /// The county of an id.
    pub fn county(&self, id: &CountyId) -> Option<&County> {
        self.counties.get(id)
    }

    /// The counties of these ids in the order of reports, which is that of their codes.
    pub fn in_order(&self, ids: &[CountyId]) -> Vec<&County> {
        let found = ids.iter().filter_map(|id| self.county(id));
        let mut counties: Vec<&County> = found.collect();
        counties.sort_by_key(|county| (&county.code, &county.id));
        counties
    }

    /// The declared names that may hold numbers.
    pub fn names(&self) -> Names<'_> {
        Names::new(
            self.terms
                .iter()
                .map(|term| (term.id.as_str(), term.text.as_str())),
        )
    }
}
