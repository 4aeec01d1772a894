//! Tables.

use serde::Serialize;

use super::Inline;

/// A table with caption above and notes below, its head repeated on every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// `表1`
    pub number: String,
    /// The caption without its number.
    pub caption: Vec<Inline>,
    /// At least one.
    pub columns: Vec<Column>,
    /// Each row has one cell per column, a group row exactly one.
    pub rows: Vec<Row>,
    /// Printed under the table, each as a line of its own.
    pub notes: Vec<Vec<Inline>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Unique within the table.
    pub id: String,
    /// The head.
    pub head: Vec<Inline>,
    /// How cells stand in it.
    pub align: Align,
    /// Width in thousandths of the text width; the columns of a table add up to 1000.
    pub width: u16,
}

/// How the cells of a column are aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Flush left.
    Start,
    /// Centred.
    Center,
    /// On the decimal point, see [`Cell::Value`].
    Decimal,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Unique within the table, from the data's ids.
    pub id: String,
    /// What the row is.
    pub kind: RowKind,
    /// One per column; one in all for a group row.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// A heading over the rows that follow, spanning all columns.
    Group,
    /// A row of data.
    Data,
    /// A row that is part of the row above (其中), its stub indented; never first on a page.
    Part,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "cell", rename_all = "kebab-case")]
pub enum Cell {
    /// Lines of text, the first in table type, the others smaller and lighter (a year under its value).
    Lines {
        /// At least one line; an empty cell has one line without runs.
        lines: Vec<Vec<Inline>>,
    },
    /// A number aligned on its decimal point.
    Value {
        /// The whole number as printed, `近3.2万余`, with its role.
        value: Inline,
        /// Qualifier and integer part, standing right of nothing: `近3`.
        before: String,
        /// Fraction, multiplier and qualifier behind: `.2万余`.
        after: String,
    },
    /// A cell of the theme × county matrix.
    Items {
        /// One of three states.
        presence: Presence,
        /// Names of what is reported; with [`Presence::Absent`] one item, 材料未载.
        items: Vec<MatrixItem>,
    },
    /// A verdict on comparability.
    Verdict {
        /// The verdict, drawn as a shape.
        verdict: Verdict,
        /// Its name in words.
        word: String,
    },
}

/// What the sources of a county report on a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// 县级有载
    County,
    /// 乡村有载: townships, villages, communities or enterprises only.
    Local,
    /// 材料未载
    Absent,
}

/// An entry of a matrix cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixItem {
    /// `乡`, `村`, `社` or `企` for what is not of the county itself, printed in a small frame.
    pub tag: Option<String>,
    /// The name.
    pub text: Vec<Inline>,
}

/// May values be compared?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// 可比
    Comparable,
    /// 附条件可比
    WithCaveats,
    /// 不可比
    NotComparable,
    /// 仅一县有数
    OneOnly,
}

impl Verdict {
    /// The verdict as printed.
    pub fn word(self) -> &'static str {
        match self {
            Self::Comparable => "可比",
            Self::WithCaveats => "附条件可比",
            Self::NotComparable => "不可比",
            Self::OneOnly => "仅一县有数",
        }
    }
}

impl Row {
    /// Pairs each cell with the id of its column; a group row has the first column only.
    pub fn cells_by_column<'a>(
        &'a self,
        columns: &'a [Column],
    ) -> impl Iterator<Item = (&'a str, &'a Cell)> {
        columns
            .iter()
            .map(|column| column.id.as_str())
            .zip(&self.cells)
    }
}
