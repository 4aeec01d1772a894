//! Charts: data only, drawn by each format in its own way.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::Inline;

/// A chart with direct labels; what has a length begins at zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// `图1`
    pub number: String,
    /// The caption without its number, unit in brackets at its end.
    pub caption: Vec<Inline>,
    /// How it is drawn.
    pub plot: PlotKind,
    /// One, or several small ones of the same kind, each with a scale of its own.
    pub panels: Vec<Panel>,
    /// How many of them stand beside each other.
    pub columns: usize,
    /// Printed under the caption.
    pub notes: Vec<Vec<Inline>>,
    /// Says in words what the picture shows, listing every plotted figure.
    pub alt: Vec<Inline>,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlotKind {
    /// Horizontal bars, those of one row above each other.
    Bars,
    /// A dot in each row.
    Dots,
    /// A line for each row, from its first mark to its second.
    Slope,
    /// One bar cut into the marks of the only row.
    Shares,
    /// A bar in each row from beginning to end.
    Timeline,
}

/// A plot with its own scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Panel {
    /// Unique within the chart; empty for an only one.
    pub id: String,
    /// What it shows; empty for an only one.
    pub title: Vec<Inline>,
    /// What the marks of each row are, in order; empty where each row has one and its label says it.
    pub series: Vec<Vec<Inline>>,
    /// Years of a timeline.
    pub ticks: Vec<Tick>,
    /// In the order of the data.
    pub rows: Vec<PlotRow>,
}

/// A place on a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tick {
    /// In thousandths of the scale.
    pub at: u16,
    /// What stands there.
    pub label: Inline,
}

/// What is told of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlotRow {
    /// Unique within the panel.
    pub id: String,
    /// The thing.
    pub label: Vec<Inline>,
    /// One for each series; none where nothing is told.
    pub marks: Vec<Option<Mark>>,
}

/// One drawn number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Unique within the panel: the figure's id.
    pub id: String,
    /// The number as printed beside it, without a unit that the caption names.
    pub value: Inline,
    /// The number itself: in the unit that the caption names, else in one that all marks of the panel share; of a timeline the
    /// years that it takes.
    #[serde(serialize_with = "in_digits")]
    pub amount: Decimal,
    /// The year that it begins in, with months as parts of a year; zero but for a timeline.
    #[serde(serialize_with = "in_digits")]
    pub start: Decimal,
    /// Where it begins, in thousandths of the scale.
    pub from: u16,
    /// Where it ends.
    pub to: u16,
    /// How it ends.
    pub end: MarkEnd,
}

/// How a mark ends, so that an inexact number does not look exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkEnd {
    /// An exact number.
    Flat,
    /// 余, 以上, 以来: the true value lies beyond.
    Open,
    /// 近, 约: the end is not certain.
    Hatched,
}

/// As text: a number of JSON would be binary.
fn in_digits<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}

impl Chart {
    /// Everything that is printed inside the picture, each with its anchor below the chart's.
    pub fn drawn(&self) -> impl Iterator<Item = (String, &[Inline])> {
        self.panels.iter().flat_map(|panel| {
            let plot = |id: &str| match panel.id.as_str() {
                "" => format!("plot/{id}"),
                panel => format!("plot/{panel}.{id}"),
            };
            let title = (plot("_title"), panel.title.as_slice());
            let series = panel.series.iter().enumerate();
            let series = series
                .map(move |(index, name)| (plot(&format!("_series-{index}")), name.as_slice()));
            let ticks = panel.ticks.iter().enumerate();
            let ticks = ticks.map(move |(index, tick)| {
                (
                    plot(&format!("_tick-{index}")),
                    std::slice::from_ref(&tick.label),
                )
            });
            let rows = panel.rows.iter().flat_map(move |row| {
                let marks = row.marks.iter().flatten();
                let marks =
                    marks.map(move |mark| (plot(&mark.id), std::slice::from_ref(&mark.value)));
                std::iter::once((plot(&row.id), row.label.as_slice())).chain(marks)
            });
            std::iter::once(title)
                .chain(series)
                .chain(ticks)
                .chain(rows)
        })
    }

    /// The same, to be changed: all but the values.
    pub(crate) fn words_mut(&mut self) -> impl Iterator<Item = &mut Vec<Inline>> {
        let around = [&mut self.caption, &mut self.alt]
            .into_iter()
            .chain(&mut self.notes);
        let inside = self.panels.iter_mut().flat_map(|panel| {
            let rows = panel.rows.iter_mut().map(|row| &mut row.label);
            std::iter::once(&mut panel.title)
                .chain(&mut panel.series)
                .chain(rows)
        });
        around.chain(inside)
    }
}
