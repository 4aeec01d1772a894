//! The plots, each with its axes.

use rust_decimal::Decimal;

use super::{
    axes::{self, CATEGORIES, Names, VALUES, Years},
    elements::{BLACK, flag, unseen, val},
    looks::Look,
    marks::{head, label, labels, numbers},
    sheet::{self, Series, Sheet},
    slope,
};
use crate::{
    document::{MarkEnd, Panel, PlotKind},
    xml::Element,
};

/// Plot and axes of a panel.
pub(super) fn plot(kind: PlotKind, panel: &Panel, sheet: &Sheet) -> Vec<Element> {
    match kind {
        PlotKind::Bars if sheet.series.len() > 1 => bars(sheet, "40"),
        PlotKind::Bars => bars(sheet, "80"),
        // Word has no dots beside names; a thin bar ends where the dot would be.
        PlotKind::Dots => bars(sheet, "400"),
        PlotKind::Shares => shares(panel, sheet),
        PlotKind::Slope => slope::slope(panel, sheet),
        PlotKind::Timeline => timeline(panel, sheet),
    }
}

/// Percent of a bar's height between rows, and of how much bars of one row lie on each other.
struct Pitch<'p> {
    gap: &'p str,
    overlap: &'p str,
}

fn bar_chart(grouping: &str, series: impl Iterator<Item = Element>, pitch: &Pitch<'_>) -> Element {
    let chart = Element::new("c:barChart")
        .with_child(val("c:barDir", "bar"))
        .with_child(val("c:grouping", grouping))
        .with_child(flag("c:varyColors", false));
    series
        .fold(chart, Element::with_child)
        .with_child(val("c:gapWidth", pitch.gap))
        .with_child(val("c:overlap", pitch.overlap))
        .with_child(val("c:axId", CATEGORIES))
        .with_child(val("c:axId", VALUES))
}

fn columns(sheet: &Sheet) -> impl Iterator<Item = (usize, &Series)> {
    sheet.series.iter().enumerate()
}

/// A series of bars, those with an end of their own set apart.
fn bar(index: usize, series: &Series, look: Look) -> Element {
    let mut element = head(index, series)
        .with_child(look.shape(MarkEnd::Flat))
        .with_child(flag("c:invertIfNegative", false));
    for (at, point) in series.points.iter().enumerate() {
        let end = point.as_ref().map(|point| point.end);
        if let Some(end @ (MarkEnd::Hatched | MarkEnd::Open)) = end {
            element.push(
                Element::new("c:dPt")
                    .with_child(val("c:idx", &at.to_string()))
                    .with_child(flag("c:invertIfNegative", false))
                    .with_child(flag("c:bubble3D", false))
                    .with_child(look.shape(end)),
            );
        }
    }
    element
}

fn bars(sheet: &Sheet, gap: &str) -> Vec<Element> {
    let series = columns(sheet).map(|(index, series)| {
        let labels = labels(series, |_, point| label(point, "outEnd", BLACK));
        let bar = bar(index, series, Look::of(index)).with_child(labels);
        numbers(bar, sheet, index)
    });
    let pitch = Pitch { gap, overlap: "0" };
    vec![
        bar_chart("clustered", series, &pitch),
        axes::names(Names::Down),
        axes::scale(),
    ]
}

fn shares(panel: &Panel, sheet: &Sheet) -> Vec<Element> {
    let marks = panel.rows.iter().flat_map(|row| &row.marks).flatten();
    let wide: Vec<bool> = marks.map(|mark| !sheet::is_narrow(mark)).collect();
    let series = columns(sheet).map(|(index, series)| {
        let look = Look::of(index);
        let mut bar = bar(index, series, look);
        if wide.get(index) == Some(&true) {
            bar.push(labels(series, |_, point| label(point, "ctr", look.ink())));
        }
        numbers(bar, sheet, index)
    });
    let pitch = Pitch {
        gap: "30",
        overlap: "100",
    };
    vec![
        bar_chart("percentStacked", series, &pitch),
        axes::names(Names::Hidden),
        axes::scale(),
    ]
}

fn timeline(panel: &Panel, sheet: &Sheet) -> Vec<Element> {
    let series = columns(sheet).map(|(index, series)| {
        let bar = match index {
            0 => head(index, series)
                .with_child(unseen())
                .with_child(flag("c:invertIfNegative", false)),
            _ => bar(index, series, Look::of(0)),
        };
        numbers(bar, sheet, index)
    });
    let pitch = Pitch {
        gap: "90",
        overlap: "100",
    };
    vec![
        bar_chart("stacked", series, &pitch),
        axes::names(Names::Down),
        axes::years(years(panel)),
    ]
}

/// Whole years around all marks.
fn years(panel: &Panel) -> Years {
    let marks = || panel.rows.iter().flat_map(|row| &row.marks).flatten();
    let first = marks().map(|mark| mark.start).min().unwrap_or_default();
    let last = marks().map(|mark| mark.start + mark.amount).max();
    let (first, last) = (first.floor(), last.unwrap_or_default().ceil());
    let named = Decimal::from(panel.ticks.len().max(1));
    Years {
        first,
        last,
        step: ((last - first) / named).ceil().max(Decimal::ONE),
    }
}
