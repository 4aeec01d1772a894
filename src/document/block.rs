//! The building blocks of a report's body.

use std::fmt;

use serde::Serialize;

use super::{Chart, Inline, Table, Verdict};

/// A stable name of a block, made from the data's ids and never from its position:
/// `xingxian.initiative.one-stop-centres`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct BlockId(String);

impl BlockId {
    /// Wraps an id.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A block: what it says and the name it keeps between editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Unique within the document.
    pub id: BlockId,
    /// What it is.
    #[serde(flatten)]
    pub body: Body,
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Body {
    /// A heading; its number is computed, and each format numbers it in its own way.
    Heading {
        /// 1 to 3.
        level: Level,
        /// `一、`, `（一）` or `1.`
        number: String,
        /// The heading without its number.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Which of the paper's paragraph styles.
        style: ParagraphStyle,
        /// Its text.
        text: Vec<Inline>,
    },
    /// A list of items with printed markers.
    List {
        /// What is listed.
        style: ListStyle,
        /// The items in order.
        items: Vec<Item>,
    },
    /// A table with caption and notes.
    Table(Table),
    /// A chart with caption, notes and alternative text.
    Chart(Chart),
    /// One finding of a comparison's first page.
    KeyFact(KeyFact),
}

/// Depth of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "u8")]
pub enum Level {
    /// `一、`
    One,
    /// `（一）`
    Two,
    /// `1.`
    Three,
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        match level {
            Level::One => 1,
            Level::Two => 2,
            Level::Three => 3,
        }
    }
}

/// The paragraph styles of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParagraphStyle {
    /// 正文, first line indented by two cells.
    Body,
    /// The line below a comparison's title: time span, no ranking.
    Lead,
    /// 提要, between hairlines below the title; the label 提要 is printed by the renderer and not part of the text.
    Summary,
    /// An example from a township, village, community or enterprise, in a frame.
    Case,
}

/// What a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListStyle {
    /// Remarks as body paragraphs with the marker run in: `1.…`, `※1…`.
    Remarks,
    /// The list of sources in smaller type with hanging markers: `[1]`.
    Sources,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Unique within its list.
    pub id: String,
    /// The printed marker, `1.` or `[1]`.
    pub marker: String,
    /// The item without its marker.
    pub text: Vec<Inline>,
}

/// A finding on a comparison's first page: key, sentence, evidence, caveat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeyFact {
    /// The key in large type, `41～49`.
    pub key: Vec<Inline>,
    /// Unit and name under the key.
    pub unit: Vec<Inline>,
    /// The finding as a heading-like sentence.
    pub title: Vec<Inline>,
    /// The evidence, one or two lines.
    pub text: Vec<Inline>,
    /// May the values be compared?
    pub verdict: Verdict,
    /// Why (not).
    pub caveat: Vec<Inline>,
}
