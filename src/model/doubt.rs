//! Doubts: what is wrong or suspicious in a source, and what is done about it.

use super::{Check, Location, Operation, Prose};
use crate::span::Keys;

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

    /// The word used in data and exports.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, known)| *known == self);
        found.expect("invariant: every severity has a word").0
    }
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

    /// The word used in data and exports.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, known)| *known == self);
        found.expect("invariant: every treatment has a word").0
    }
}
