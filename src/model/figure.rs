//! Figures: every number that a source reports, and numbers computed from them.

use rust_decimal::Decimal;

use super::{
    DerivedId, Doubt, DoubtCode, FigureId, IndicatorId, Lines, Period, PlaceId, PrintedNumeral,
    Prose, Quantity, SourceId, TermId, Treatment,
};
use crate::span::{Keys, Span};

/// A number that a source reports.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Unique within the county.
    pub id: FigureId,
    /// What is counted, understandable on its own.
    pub name: Prose,
    /// The shared definition it answers to.
    pub indicator: Option<IndicatorId>,
    /// How its definition departs from the indicator's.
    pub differs: Option<Prose>,
    /// The number.
    pub quantity: Quantity,
    /// When.
    pub period: Option<Period>,
    /// Why this period, where it is inferred.
    pub basis: Option<String>,
    /// Whom it is about.
    pub subject: PlaceId,
    /// A plan or target.
    pub target: bool,
    /// A change against an earlier value, not a level.
    pub change: bool,
    /// The figure that this one is a part of.
    pub part_of: Option<FigureId>,
    /// Where it stands in the primary source.
    pub source: Location,
    /// The numeral with its unit as printed there.
    pub printed: PrintedNumeral,
    /// Where else it stands.
    pub also: Vec<Location>,
    /// What it should be equal to.
    pub check: Option<Check>,
    /// What is doubtful.
    pub doubt: Option<Box<Doubt>>,
    /// Where it is declared.
    pub keys: Keys,
}

impl Figure {
    /// Whether its value is that of the numeral it is said to be printed as.
    pub fn is_as_printed(&self) -> bool {
        let printed = self.printed.quantity();
        printed.is_ok_and(|printed| printed.in_base() == self.quantity.in_base())
    }

    /// Whether it is left out of all reports for a doubt.
    pub fn left_out(&self) -> bool {
        let doubt = self.doubt.as_deref();
        doubt.is_some_and(|doubt| doubt.treatment == Treatment::LeftOut)
    }
}

/// Lines of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The text.
    pub source: SourceId,
    /// The lines.
    pub lines: Lines,
    /// Where the lines are named.
    pub span: Span,
}

/// A number computed from figures of the same county.
#[derive(Debug, Clone)]
pub struct Derived {
    /// Unique among the county's figures and derived numbers.
    pub id: DerivedId,
    /// What it is.
    pub name: Prose,
    /// The computed number.
    pub quantity: Quantity,
    /// How it is computed.
    pub formula: Formula,
    /// When.
    pub period: Option<Period>,
    /// Whom it is about.
    pub subject: PlaceId,
    /// Where it is declared.
    pub keys: Keys,
}

/// What a figure should be equal to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// A computation over other figures.
    Relation(Formula),
    /// The number of parts that a declared term lists.
    Parts(TermId),
}

impl Check {
    /// The figures it stands on.
    pub fn operands(&self) -> &[FigureId] {
        match self {
            Self::Relation(formula) => &formula.operands,
            Self::Parts(_) => &[],
        }
    }
}

/// A computation over figures of the county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// What is done with them.
    pub operation: Operation,
    /// The figures in order.
    pub operands: Vec<FigureId>,
}

/// The relations between figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// a + b + …
    Sum,
    /// a − b
    Difference,
    /// a / b; times 100 when the result is in %
    Ratio,
    /// a × b; an average times a count among them
    Product,
    /// (a − b) / b, times 100 when the result is in %: the change from b to a
    Growth,
}

impl Operation {
    /// All of them with the word used in data.
    pub const WORDS: [(&str, Self); 5] = [
        ("sum", Self::Sum),
        ("difference", Self::Difference),
        ("ratio", Self::Ratio),
        ("product", Self::Product),
        ("growth", Self::Growth),
    ];

    /// The doubt that declares its failure.
    pub fn mismatch(self) -> DoubtCode {
        match self {
            Self::Sum => DoubtCode::SumMismatch,
            Self::Difference => DoubtCode::DifferenceMismatch,
            Self::Ratio => DoubtCode::RatioMismatch,
            Self::Product => DoubtCode::ProductMismatch,
            Self::Growth => DoubtCode::GrowthMismatch,
        }
    }

    /// The sign between operands, as printed.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Sum => "+",
            Self::Difference => "−",
            Self::Ratio => "/",
            Self::Product => "×",
            Self::Growth => "比",
        }
    }

    /// The word used in data.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, known)| *known == self);
        found.expect("invariant: every operation has a word").0
    }

    /// Applies it to values in base units; `None` for a division by zero or a result out of range.
    pub fn apply(self, values: &[Decimal]) -> Option<Decimal> {
        let (first, rest) = values.split_first()?;
        rest.iter().try_fold(*first, |acc, value| match self {
            Self::Sum => acc.checked_add(*value),
            Self::Difference => acc.checked_sub(*value),
            Self::Ratio => acc.checked_div(*value),
            Self::Product => acc.checked_mul(*value),
            Self::Growth => acc.checked_sub(*value)?.checked_div(*value),
        })
    }
}

/// A number of a county, reported or computed.
#[derive(Debug, Clone, Copy)]
pub enum Number<'a> {
    /// Reported by a source.
    Figure(&'a Figure),
    /// Computed from figures.
    Derived(&'a Derived),
}

impl<'a> Number<'a> {
    /// The quantity.
    pub fn quantity(self) -> &'a Quantity {
        match self {
            Self::Figure(figure) => &figure.quantity,
            Self::Derived(derived) => &derived.quantity,
        }
    }
}
