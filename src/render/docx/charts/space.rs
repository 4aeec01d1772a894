//! The part of a chart (ECMA-376 part 1, 21.2.2.27): title, plot area, legend, and where its workbook is.

use super::{
    elements::{BLACK, fixed_text, flag, type_of_text, unseen, val},
    plots,
    sheet::Sheet,
    slope,
};
use crate::{
    document::{Panel, PlotKind, plain_text},
    xml::{Element, Tree},
};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";

/// The relationship of a chart to its workbook.
pub(in crate::render::docx) const WORKBOOK_ID: &str = "rId1";

/// Draws a panel.
pub(super) fn space(kind: PlotKind, panel: &Panel, sheet: &Sheet) -> Tree {
    let workbook = Element::new("c:externalData")
        .with("r:id", WORKBOOK_ID)
        .with_child(flag("c:autoUpdate", false));
    let root = Element::new("c:chartSpace")
        .with("xmlns:c", &format!("{DRAWING}/chart"))
        .with("xmlns:a", &format!("{DRAWING}/main"))
        .with("xmlns:r", &format!("{OFFICE}/relationships"))
        .with_child(flag("c:date1904", false))
        .with_child(val("c:lang", "zh-CN"))
        .with_child(flag("c:roundedCorners", false))
        .with_child(chart(kind, panel, sheet))
        .with_child(unseen())
        .with_child(type_of_text(BLACK))
        .with_child(workbook);
    Tree::new(root)
}

fn chart(kind: PlotKind, panel: &Panel, sheet: &Sheet) -> Element {
    let mut chart = Element::new("c:chart");
    if !panel.title.is_empty() {
        let title = fixed_text(&plain_text(&panel.title), true, BLACK);
        chart.push(
            Element::new("c:title")
                .with_child(title)
                .with_child(flag("c:overlay", false)),
        );
    }
    // Without this Word calls a chart of one series by the series.
    chart.push(flag("c:autoTitleDeleted", panel.title.is_empty()));
    let layout = match kind {
        PlotKind::Slope => slope::layout(),
        PlotKind::Bars | PlotKind::Dots | PlotKind::Shares | PlotKind::Timeline => {
            Element::new("c:layout")
        }
    };
    let area = Element::new("c:plotArea").with_child(layout);
    let plots = plots::plot(kind, panel, sheet);
    chart.push(plots.into_iter().fold(area, Element::with_child));
    if let Some(place) = legend(kind, sheet) {
        chart.push(
            Element::new("c:legend")
                .with_child(val("c:legendPos", place))
                .with_child(flag("c:overlay", false)),
        );
    }
    chart
        .with_child(flag("c:plotVisOnly", true))
        .with_child(val("c:dispBlanksAs", "gap"))
}

/// Where the legend stands; most charts name each mark beside it.
fn legend(kind: PlotKind, sheet: &Sheet) -> Option<&'static str> {
    match kind {
        PlotKind::Bars if sheet.series.len() > 1 => Some("t"),
        PlotKind::Shares => Some("b"),
        PlotKind::Bars | PlotKind::Dots | PlotKind::Slope | PlotKind::Timeline => None,
    }
}
