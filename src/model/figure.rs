//! Figures: every number that a source reports, and numbers computed from them.

use rust_decimal::Decimal;

use super::{
    DerivedId, FigureId, IndicatorId, Lines, Period, PlaceId, Prose, Quantity, SourceId, TermId,
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
    pub printed: String,
    /// Where else it stands.
    pub also: Vec<Location>,
    /// What it should be equal to.
    pub check: Option<Check>,
    /// What is doubtful.
    pub doubt: Option<Doubt>,
    /// Where it is declared.
    pub keys: Keys,
}

impl Figure {
    /// Whether its value is that of the numeral it is said to be printed as.
    pub fn is_as_printed(&self) -> bool {
        let printed = self.printed.parse::<Quantity>();
        printed.is_ok_and(|printed| printed.in_base() == self.quantity.in_base())
    }

    /// Whether it is left out of all reports for a doubt.
    pub fn left_out(&self) -> bool {
        let doubt = self.doubt.as_ref();
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

/// Something doubtful about a figure.
#[derive(Debug, Clone)]
pub struct Doubt {
    /// What kind.
    pub code: DoubtCode,
    /// Whether readers of the briefing must know.
    pub severity: Severity,
    /// What is done about it.
    pub treatment: Treatment,
    /// In neutral words; the program words failed relations itself.
    pub note: Option<Prose>,
    /// What would be right, where it can be known.
    pub right: Option<String>,
    /// Where it is declared.
    pub keys: Keys,
}

/// Something doubtful about a text, belonging to no single figure.
#[derive(Debug, Clone)]
pub struct TextDoubt {
    /// Unique within the county.
    pub id: String,
    /// What, how grave, what is done.
    pub doubt: Doubt,
    /// Where.
    pub place: Location,
    /// The few characters in question.
    pub printed: Option<String>,
    /// Where its keys stand.
    pub keys: Keys,
}

/// What kind of doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtCode {
    /// A share does not match its parts.
    RatioMismatch,
    /// Parts do not add up.
    SumMismatch,
    /// Before, after and change do not fit.
    DifferenceMismatch,
    /// A product does not fit its factors.
    ProductMismatch,
    /// A change in percent does not fit the values before and after.
    GrowthMismatch,
    /// A number of parts is not the number of parts listed.
    PartsMismatch,
    /// A part is larger than its whole.
    PartExceedsWhole,
    /// Hardly possible.
    Implausible,
    /// Subject, scope or reading is not certain.
    Unclear,
    /// A misread or wrong character.
    Misprint,
    /// A name in several forms.
    NameVariant,
    /// Sentences run into each other.
    Spliced,
    /// A passage stands several times.
    Repeated,
    /// A passage breaks off.
    Truncated,
    /// Two copies of the text differ.
    CopiesDiffer,
    /// A target told as a result.
    TargetAsResult,
    /// 全覆盖 and the like beside numbers that say otherwise.
    CoverageClaim,
}

impl DoubtCode {
    /// All of them with the word used in data and exports.
    pub const WORDS: [(&str, Self); 17] = [
        ("ratio-mismatch", Self::RatioMismatch),
        ("sum-mismatch", Self::SumMismatch),
        ("difference-mismatch", Self::DifferenceMismatch),
        ("product-mismatch", Self::ProductMismatch),
        ("growth-mismatch", Self::GrowthMismatch),
        ("parts-mismatch", Self::PartsMismatch),
        ("part-exceeds-whole", Self::PartExceedsWhole),
        ("implausible", Self::Implausible),
        ("unclear", Self::Unclear),
        ("misprint", Self::Misprint),
        ("name-variant", Self::NameVariant),
        ("spliced", Self::Spliced),
        ("repeated", Self::Repeated),
        ("truncated", Self::Truncated),
        ("copies-differ", Self::CopiesDiffer),
        ("target-as-result", Self::TargetAsResult),
        ("coverage-claim", Self::CoverageClaim),
    ];

    /// The word used in data and exports.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, code)| *code == self);
        found.expect("invariant: every code has a word").0
    }

    /// Whether this code declares that a check fails.
    pub fn is_mismatch(self) -> bool {
        self == Self::PartsMismatch
            || Operation::WORDS
                .iter()
                .any(|(_, known)| self == known.mismatch())
    }

    /// Whether this code declares that this check fails.
    pub fn declares(self, check: &Check) -> bool {
        self == match check {
            Check::Relation(formula) => formula.operation.mismatch(),
            Check::Parts(_) => Self::PartsMismatch,
        }
    }
}

/// How grave a doubt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Printed in 数据说明.
    Serious,
    /// Kept in the data.
    Minor,
}

impl Severity {
    /// Both with the word used in data.
    pub const WORDS: [(&str, Self); 2] = [("serious", Self::Serious), ("minor", Self::Minor)];
}

/// What is done about a doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// The printed form is used.
    AsPrinted,
    /// It is not used.
    LeftOut,
    /// The first of several copies is used.
    FirstCopy,
    /// The usual form of a name is used.
    UsualName,
}

impl Treatment {
    /// All of them with the word used in data.
    pub const WORDS: [(&str, Self); 4] = [
        ("as-printed", Self::AsPrinted),
        ("left-out", Self::LeftOut),
        ("first-copy", Self::FirstCopy),
        ("usual-name", Self::UsualName),
    ];
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
