//! Before and after: a line for each row, its values and its name beside the ends.

use super::{
    axes::{self, CATEGORIES, Names, VALUES},
    elements::{BLACK, flag, line, only_line, val},
    marks::{head, label, labels, moved, named, numbers},
    sheet::{Series, Sheet},
};
use crate::{
    document::{MarkEnd, Panel},
    render::docx::look::{BLUE, WHITE},
    xml::Element,
};

/// The plot inside the chart, in thousandths of the chart: room for numbers at the left, for names at the right.
const PLOT: [(&str, i32); 4] = [
    ("c:x", 180),
    ("c:y", 50),
    ("c:w", 420),
    ("c:h", PLOT_HEIGHT),
];
const PLOT_HEIGHT: i32 = 840;
/// The height of a label, likewise.
const LABEL: i32 = 60;

/// 1.3 pt in English Metric Units.
const LINE: &str = "16510";

/// The plot and its axes.
pub(super) fn slope(panel: &Panel, sheet: &Sheet) -> Vec<Element> {
    let sides = [0, 1].map(|side| shifts(panel, side));
    let chart = Element::new("c:lineChart")
        .with_child(val("c:grouping", "standard"))
        .with_child(flag("c:varyColors", false));
    let lines = sheet.series.iter().enumerate().map(|(index, series)| {
        let of_side = |side: usize| sides.get(side).map_or(0, |shifts| shifts[index]);
        of_row(sheet, index, series, of_side)
    });
    let chart = lines
        .fold(chart, Element::with_child)
        .with_child(flag("c:marker", true))
        .with_child(val("c:axId", CATEGORIES))
        .with_child(val("c:axId", VALUES));
    let points = sheet.series.iter().flat_map(|series| &series.points);
    let highest = points.flatten().map(|point| point.value).max();
    vec![
        chart,
        axes::names(Names::Across),
        axes::scale_to(highest.unwrap_or_default()),
    ]
}

/// Where the plot stands, so that it is known where its labels are.
pub(super) fn layout() -> Element {
    let manual = Element::new("c:manualLayout")
        .with_child(val("c:layoutTarget", "inner"))
        .with_child(val("c:xMode", "edge"))
        .with_child(val("c:yMode", "edge"));
    let manual = PLOT.iter().fold(manual, |manual, (name, thousandths)| {
        manual.with_child(val(name, &fraction(*thousandths)))
    });
    Element::new("c:layout").with_child(manual)
}

fn of_row(sheet: &Sheet, index: usize, series: &Series, shift: impl Fn(usize) -> i32) -> Element {
    let mut element = head(index, series)
        .with_child(only_line(line(LINE, BLUE)))
        .with_child(marker(BLUE, "7"));
    for (at, point) in series.points.iter().enumerate() {
        let hollow = |end| end == MarkEnd::Hatched;
        if point.as_ref().is_some_and(|point| hollow(point.end)) {
            // LibreOffice takes the marker of a single point only if it has another size.
            element.push(
                Element::new("c:dPt")
                    .with_child(val("c:idx", &at.to_string()))
                    .with_child(marker(WHITE, "8"))
                    .with_child(flag("c:bubble3D", false)),
            );
        }
    }
    let last = series.points.len().saturating_sub(1);
    element.push(labels(series, |at, point| {
        let label = if at == last {
            named(point, &series.name, "r")
        } else {
            label(point, "l", BLACK)
        };
        match shift(at) {
            0 => label,
            by => moved(label, &fraction(by)),
        }
    }));
    numbers(element, sheet, index).with_child(flag("c:smooth", false))
}

fn marker(fill: &str, size: &str) -> Element {
    Element::literal(&format!(
        r#"<c:marker><c:symbol val="circle"/><c:size val="{size}"/><c:spPr><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill><a:ln w="15240"><a:solidFill><a:srgbClr val="{BLUE}"/></a:solidFill></a:ln></c:spPr></c:marker>"#
    ))
}

/// How far down each row's label of a side moves, in thousandths of the chart, so that none lies on another.
fn shifts(panel: &Panel, side: usize) -> Vec<i32> {
    let place = |row: &crate::document::PlotRow| {
        let mark = row.marks.get(side).and_then(Option::as_ref);
        let height = mark.map_or(0, |mark| i32::from(mark.to));
        PLOT_HEIGHT - height * PLOT_HEIGHT / 1000
    };
    let places: Vec<i32> = panel.rows.iter().map(place).collect();
    let apart = apart(&places, LABEL);
    apart.iter().zip(places).map(|(at, was)| at - was).collect()
}

/// Places of at least this distance, near the given ones: those too near move apart by half each until all fit.
fn apart(places: &[i32], distance: i32) -> Vec<i32> {
    const ROUNDS: usize = 60;
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|index| places[*index]);
    let mut moved = places.to_vec();
    for _ in 0..ROUNDS {
        for pair in order.windows(2) {
            let lack = distance - (moved[pair[1]] - moved[pair[0]]);
            if lack > 0 {
                moved[pair[0]] -= lack / 2;
                moved[pair[1]] += lack - lack / 2;
            }
        }
    }
    moved
}

fn fraction(thousandths: i32) -> String {
    rust_decimal::Decimal::new(thousandths.into(), 3).to_string()
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn places_too_near_move_apart_and_others_stay() {
        assert_eq!(apart(&[0, 100, 300], 60), [0, 100, 300]);
        assert_eq!(apart(&[120, 100], 60), [140, 80]);
        let crowded = apart(&[500, 500, 501, 502], 60);
        let mut order = crowded.clone();
        order.sort_unstable();
        assert_eq!(order, crowded, "in their order");
        assert!(
            order.windows(2).all(|pair| pair[1] - pair[0] >= 59),
            "{order:?}"
        );
        assert_eq!(apart(&[], 60), Vec::<i32>::new());
    }
}
