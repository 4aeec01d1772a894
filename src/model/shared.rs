//! The vocabulary that counties share.

use super::{CountyId, IndexLine, IndicatorId, Location, Period, SourceId, TermId, ThemeId, Unit};
use crate::span::Keys;

/// A theme that reports are ordered by.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Id.
    pub id: ThemeId,
    /// 党群服务阵地
    pub name: String,
    /// Where it is declared.
    pub keys: Keys,
}

/// A definition that figures of several counties may answer to.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Id.
    pub id: IndicatorId,
    /// As printed.
    pub name: String,
    /// What exactly is counted.
    pub definition: String,
    /// The unit that values are compared in.
    pub unit: Unit,
    /// What kind of number.
    pub kind: IndicatorKind,
    /// The denominator that makes counties of different size comparable.
    pub per: Option<IndicatorId>,
    /// Where it is declared.
    pub keys: Keys,
}

/// What kind of number an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndicatorKind {
    /// At a point of time.
    Stock,
    /// Over a period.
    Flow,
    /// A share or average.
    Ratio,
    /// Parts of a scheme, comparable with nothing.
    SchemeParts,
}

impl IndicatorKind {
    /// All of them with the word used in data.
    pub const WORDS: [(&str, Self); 4] = [
        ("stock", Self::Stock),
        ("flow", Self::Flow),
        ("ratio", Self::Ratio),
        ("scheme-parts", Self::SchemeParts),
    ];
}

/// A fixed formulation or scheme name, printed verbatim.
#[derive(Debug, Clone)]
pub struct Term {
    /// Id.
    pub id: TermId,
    /// The verbatim form.
    pub text: String,
    /// What it is.
    pub kind: TermKind,
    /// Where it was seen.
    pub counties: Vec<CountyId>,
    /// Its parts, where a text lists them.
    pub parts: Vec<String>,
    /// Wrong or damaged forms seen in the sources.
    pub variants: Vec<String>,
    /// Where it stands.
    pub place: Option<Location>,
    /// Where it is declared.
    pub keys: Keys,
}

/// What a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermKind {
    /// A county's own name for a way of working.
    Scheme,
    /// 提法 of wider use.
    Formulation,
    /// The title of a document.
    Title,
}

impl TermKind {
    /// All of them with the word used in data.
    pub const WORDS: [(&str, Self); 3] = [
        ("scheme", Self::Scheme),
        ("formulation", Self::Formulation),
        ("title", Self::Title),
    ];
}

/// A source text; only its description is in the project, never its sentences.
#[derive(Debug, Clone)]
pub struct SourceText {
    /// Id.
    pub id: SourceId,
    /// As printed.
    pub title: String,
    /// Who published it; none where the text does not say.
    pub publisher: Option<String>,
    /// When it was published; none where the text does not say.
    pub date: Option<Period>,
    /// What time its content speaks of.
    pub covers: Period,
    /// What it is, as printed in the list of sources: 报纸版面文字稿.
    pub form: String,
    /// The text that this one is a second copy of.
    pub copy_of: Option<SourceId>,
    /// How many lines it has.
    pub lines: u32,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// What became of each of its numerals; none where nobody has listed them.
    pub index: Option<Vec<IndexLine>>,
    /// Where it is declared.
    pub keys: Keys,
}
