//! What became of every numeral of a source text.
//!
//! The index holds numerals, line numbers and line hashes, never a sentence: with it `check` proves that nothing was left
//! out without having the text, and with the text that the index is complete.

use super::{CountyId, FigureId, Found, FoundKind, LineHash, Quantity, TermId, read_numerals};
use crate::span::{Keys, Span};

/// A line of a source text that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexLine {
    /// Its number, from 1.
    pub line: u32,
    /// That of its text; none where it could not be read.
    pub hash: Option<LineHash>,
    /// The numerals that begin on it, in reading order.
    pub numerals: Vec<IndexedNumeral>,
    /// Where its number is declared.
    pub line_at: Span,
    /// Where its hash is declared.
    pub hash_at: Span,
}

/// A numeral and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexedNumeral {
    /// As printed with its unit and words of approximation, white space dropped.
    pub text: String,
    /// What it is, read from its own text; none when it is no numeral.
    pub kind: Option<FoundKind>,
    /// What uses it, or why nothing does.
    pub account: Account,
    /// Where it is declared.
    pub keys: Keys,
}

/// What became of a numeral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Account {
    /// These figures use it.
    Figures(Vec<FigureOf>),
    /// It is part of a declared term.
    Term(TermId),
    /// Nothing uses it, for this reason.
    LeftOut(LeftOut),
    /// Nobody has said yet.
    Open,
}

/// A figure, and its county where the text is used by several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureOf {
    /// The county; none where only one uses the text.
    pub county: Option<CountyId>,
    /// The figure.
    pub figure: FigureId,
}

/// Why no figure uses a numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// A date or a time without a number (几年以前).
    Date,
    /// 第三届
    Ordinal,
    /// The same passage stands elsewhere in the text, and is used there.
    Repeated,
    /// A figure of speech that counts nothing.
    Speech,
    /// Page numbers and the like.
    Furniture,
}

impl LeftOut {
    /// All of them with the word used in data.
    pub const WORDS: [(&str, Self); 5] = [
        ("date", Self::Date),
        ("ordinal", Self::Ordinal),
        ("repeated", Self::Repeated),
        ("speech", Self::Speech),
        ("furniture", Self::Furniture),
    ];

    /// The word used in data.
    pub fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, reason)| *reason == self);
        found.expect("invariant: every reason has a word").0
    }
}

impl IndexedNumeral {
    /// What a numeral of an index is; none when the text is no numeral.
    pub fn read(text: &str) -> Option<FoundKind> {
        let bare = text.strip_prefix('“').unwrap_or(text);
        match read_numerals(bare).as_slice() {
            [Found { range, kind }] if range.len() == bare.len() => Some(kind.clone()),
            _ => None,
        }
    }

    /// The amount it states; none for dates and ordinals.
    pub fn quantity(&self) -> Option<&Quantity> {
        match self.kind.as_ref()? {
            FoundKind::Amount(quantity) => Some(quantity),
            FoundKind::Date | FoundKind::Ordinal => None,
        }
    }
}

impl Quantity {
    /// Whether two numerals of a source say the same number of the same unit, whatever words of approximation stand around
    /// them.
    pub fn same_number(&self, other: &Self) -> bool {
        let unit = |quantity: &Self| quantity.unit.as_ref().map(|unit| unit.base().to_owned());
        self.in_base() == other.in_base()
            && self.max_in_base() == other.max_in_base()
            && unit(self) == unit(other)
    }
}
