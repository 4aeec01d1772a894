//! The workspace's configuration, `briefings.yaml`.

use super::{CountyId, Point};
use crate::span::Span;

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
    /// The formats made by default.
    pub formats: Vec<Format>,
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
}

/// The edition.
#[derive(Debug, Clone, Copy)]
pub struct Edition {
    /// 第N期
    pub number: u32,
    /// A day.
    pub date: Point,
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
    pub span: Span,
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
