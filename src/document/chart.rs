//! Charts: data only, drawn by each format in its own way.

use serde::Serialize;

use super::Inline;

/// A horizontal bar chart with direct labels and a zero baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// `图1`
    pub number: String,
    /// The caption without its number, unit in brackets at its end.
    pub caption: Vec<Inline>,
    /// At least two, in the order of the data.
    pub bars: Vec<Bar>,
    /// Printed under the caption.
    pub notes: Vec<Vec<Inline>>,
    /// Says in words what the picture shows, listing every plotted figure.
    pub alt: Vec<Inline>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// Unique within the chart: the figure's id.
    pub id: String,
    /// What is counted.
    pub label: Vec<Inline>,
    /// The number as printed at the bar's end, without its unit.
    pub value: Inline,
    /// Length in thousandths of the longest bar.
    pub length: u16,
    /// How the bar ends.
    pub end: BarEnd,
}

/// How a bar ends, so that an inexact number does not look exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BarEnd {
    /// An exact number.
    Flat,
    /// 余, 以上: the true value lies beyond.
    Open,
    /// 近, 约: the end is not certain.
    Hatched,
}
