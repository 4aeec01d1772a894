//! The workspace's configuration, `briefings.yaml`.

use super::{CountyId, Point};
use crate::span::{FileId, Keys, Span};

/// What the serial is, which edition this is, which reports are made.
#[derive(Debug, Clone)]
pub struct Config {
    /// The serial.
    pub serial: Serial,
    /// The edition.
    pub edition: Edition,
    /// Title of a county briefing behind the county's name.
    pub county_title: String,
    /// The comparisons.
    pub comparisons: Vec<ComparisonPlan>,
    /// The page for a leader.
    pub digest: Option<DigestPlan>,
    /// The formats made by default.
    pub formats: Vec<Format>,
    /// Where its keys stand.
    pub keys: Keys,
}

/// The serial that reports appear in.
#[derive(Debug, Clone)]
pub struct Serial {
    /// 县域材料摘编
    pub title: String,
    /// （样稿）
    pub mark: Option<String>,
    /// Who issues it; no organ by default.
    pub issuer: Option<String>,
    /// 根据公开报道整理，非正式公文
    pub note: String,
    /// Where its keys stand.
    pub keys: Keys,
}

/// The edition.
#[derive(Debug, Clone, Copy)]
pub struct Edition {
    /// 第N期
    pub number: u32,
    /// A day.
    pub date: Point,
    /// Where the day is named.
    pub span: Span,
}

impl Config {
    /// Stands for a configuration that could not be read: nothing is made with it.
    pub fn unread() -> Self {
        let nowhere = Span::start_of(FileId(0));
        let day = "9999-12-31".parse();
        Self {
            serial: Serial {
                title: String::new(),
                mark: None,
                issuer: None,
                note: String::new(),
                keys: Keys::new(nowhere),
            },
            edition: Edition {
                number: 0,
                date: day.expect("invariant: a day"),
                span: nowhere,
            },
            county_title: String::new(),
            comparisons: Vec::new(),
            digest: None,
            formats: Vec::new(),
            keys: Keys::new(nowhere),
        }
    }
}

/// A comparison to be made.
#[derive(Debug, Clone)]
pub struct ComparisonPlan {
    /// Report id and file name.
    pub id: CountyId,
    /// Title.
    pub title: String,
    /// The counties compared.
    pub counties: Vec<CountyId>,
    /// Where it is declared.
    pub keys: Keys,
}

/// The one-page digest of a comparison.
#[derive(Debug, Clone)]
pub struct DigestPlan {
    /// Report id and file name: `digest`.
    pub id: CountyId,
    /// Title.
    pub title: String,
    /// The comparison that it is of.
    pub comparison: CountyId,
    /// Where it is declared.
    pub keys: Keys,
}

impl DigestPlan {
    /// The id of every digest.
    pub const ID: &str = "digest";
}

/// A format that reports are made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Typeset.
    Pdf,
    /// Editable.
    Docx,
}

impl Format {
    /// Both with the word used in data, on the command line and as file extension.
    pub const WORDS: [(&str, Self); 2] = [("pdf", Self::Pdf), ("docx", Self::Docx)];

    /// The file extension.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }
}
