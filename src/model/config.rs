//! The workspace's configuration, `briefings.yaml`.

use std::str::FromStr;

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
    /// Lines of the imprint above the date, as printed: 报：…, 送：…, 发：….
    pub imprint: Vec<String>,
    /// Whether the imprint stands on an even page, the back of the last sheet, as GB/T 33476.2 has it.
    pub imprint_even: bool,
    /// The red rule below the masthead.
    pub red_rule: RedRule,
    /// Whether everything is black and grey, for offices that print the red heads beforehand or not at all.
    pub mono: bool,
    /// What writers are told in the DOCX beside a number.
    pub docx_comments: Comments,
    /// A Word document of the workspace, whose page and styles the DOCX takes.
    pub reference_doc: Option<String>,
    /// The formats made by default.
    pub formats: Vec<Format>,
    /// Where its keys stand.
    pub keys: Keys,
}

/// How the red rule is drawn; GB/T 9704 tells its width and place, not its thickness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedRule {
    /// 1 pt
    Thin,
    /// 2 pt, 1.5 pt below a compact masthead
    Usual,
    /// 3 pt
    Thick,
    /// 武文线: a thick rule and a thin one below it
    Double,
}

impl RedRule {
    /// All of them with the word used in data.
    pub const WORDS: [(&str, Self); 4] = [
        ("thin", Self::Thin),
        ("usual", Self::Usual),
        ("thick", Self::Thick),
        ("double", Self::Double),
    ];
}

/// Which comments a DOCX carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comments {
    /// None at all.
    None,
    /// Warnings about a figure.
    Warnings,
    /// Warnings, and every doubt about a figure.
    All,
}

impl Comments {
    /// All of them with the word used in data.
    pub const WORDS: [(&str, Self); 3] = [
        ("none", Self::None),
        ("warnings", Self::Warnings),
        ("all", Self::All),
    ];
}

/// The serial that reports appear in.
#[derive(Debug, Clone)]
pub struct Serial {
    /// 县域材料摘编
    pub title: String,
    /// （样稿）
    pub mark: Option<String>,
    /// How its editions are numbered.
    pub number: NumberStyle,
    /// Who issues it; no organ by default.
    pub issuer: Option<String>,
    /// 根据公开报道整理，非正式公文
    pub note: String,
    /// Where its keys stand.
    pub keys: Keys,
}

/// How an edition is numbered, offices differ: 第1期, （第1期）, 〔2026〕1号.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberStyle(String);

impl NumberStyle {
    /// The number of an edition as printed.
    pub fn printed(&self, edition: &Edition) -> String {
        let number = self.0.replace("{number}", &edition.number.to_string());
        number.replace("{year}", &edition.date.year().to_string())
    }
}

impl Default for NumberStyle {
    fn default() -> Self {
        Self("第{number}期".to_owned())
    }
}

impl FromStr for NumberStyle {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let rest = text.replacen("{number}", "", 1).replace("{year}", "");
        let strange = |c: char| c == '{' || c == '}' || c.is_ascii_digit();
        if !text.contains("{number}") || rest.contains(strange) {
            return Err(
                "expected the words around `{number}` and, if wanted, `{year}`, like `第{number}期`"
                    .to_owned(),
            );
        }
        if rest.contains(['[', ']', '［', '］']) {
            return Err("expected 〔〕 around the year, as GB/T 9704 has it".to_owned());
        }
        Ok(Self(text.to_owned()))
    }
}

/// The edition.
#[derive(Debug, Clone, Copy)]
pub struct Edition {
    /// 第N期
    pub number: u32,
    /// A day.
    pub date: Point,
    /// Whether it is issued; until then its first page is marked 送审稿.
    pub published: bool,
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
                number: NumberStyle::default(),
                issuer: None,
                note: String::new(),
                keys: Keys::new(nowhere),
            },
            edition: Edition {
                number: 0,
                date: day.expect("invariant: a day"),
                published: false,
                span: nowhere,
            },
            county_title: String::new(),
            comparisons: Vec::new(),
            digest: None,
            imprint: Vec::new(),
            imprint_even: false,
            red_rule: RedRule::Usual,
            mono: false,
            docx_comments: Comments::Warnings,
            reference_doc: None,
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
