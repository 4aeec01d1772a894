//! A series: its name, its marks with their labels, and the numbers kept in the chart with the cells they come from.

use super::{
    elements::{BLACK, fixed_text, flag, type_of_text, unseen, val},
    sheet::{Point, Series, Sheet},
    workbook::SHEET,
};
use crate::xml::{Element, Node};

/// The head of a series.
pub(super) fn head(index: usize, series: &Series) -> Element {
    let column = column_name(index + 1);
    let name = Element::new("c:strRef")
        .with_child(Element::new("c:f").with_text(&format!("{SHEET}!${column}$1")))
        .with_child(strings(std::slice::from_ref(&series.name)));
    Element::new("c:ser")
        .with_child(val("c:idx", &index.to_string()))
        .with_child(val("c:order", &index.to_string()))
        .with_child(Element::new("c:tx").with_child(name))
}

/// Categories and values, each with the cells they come from.
pub(super) fn numbers(series: Element, sheet: &Sheet, index: usize) -> Element {
    let last = sheet.categories.len() + 1;
    let column = column_name(index + 1);
    let categories = Element::new("c:strRef")
        .with_child(Element::new("c:f").with_text(&format!("{SHEET}!$A$2:$A${last}")))
        .with_child(strings(&sheet.categories));
    let points = &sheet.series[index].points;
    let mut cache = Element::new("c:numCache")
        .with_child(Element::new("c:formatCode").with_text("General"))
        .with_child(val("c:ptCount", &points.len().to_string()));
    for (at, point) in points.iter().enumerate() {
        if let Some(point) = point {
            cache.push(kept(at, &point.value.normalize().to_string()));
        }
    }
    let values = Element::new("c:numRef")
        .with_child(Element::new("c:f").with_text(&format!("{SHEET}!${column}$2:${column}${last}")))
        .with_child(cache);
    series
        .with_child(Element::new("c:cat").with_child(categories))
        .with_child(Element::new("c:val").with_child(values))
}

fn strings(all: &[String]) -> Element {
    let mut cache = Element::new("c:strCache").with_child(val("c:ptCount", &all.len().to_string()));
    for (at, text) in all.iter().enumerate() {
        cache.push(kept(at, text));
    }
    cache
}

fn kept(at: usize, text: &str) -> Element {
    Element::new("c:pt")
        .with("idx", &at.to_string())
        .with_child(Element::new("c:v").with_text(text))
}

/// The labels of a series in the order of the schema: one for each number, then that there are no others.
pub(super) fn labels(series: &Series, of: impl Fn(usize, &Point) -> Element) -> Element {
    let mut all = Element::new("c:dLbls");
    for (at, point) in series.points.iter().enumerate() {
        if let Some(point) = point {
            let mut label = of(at, point);
            let index = val("c:idx", &at.to_string());
            label.children.insert(0, Node::Element(index));
            all.push(label);
        }
    }
    shown(all, false)
}

/// The number as it is printed: from the workbook where its digits stand there, else in words of its own.
pub(super) fn label(point: &Point, place: &str, ink: &str) -> Element {
    let mut label = Element::new("c:dLbl");
    match point.format() {
        Some(format) => {
            let format = Element::new("c:numFmt")
                .with("formatCode", &format)
                .with("sourceLinked", "0");
            label.push(format);
            label.push(unseen());
            label.push(type_of_text(ink));
        }
        None => label.push(fixed_text(&point.label, false, ink)),
    }
    label.push(val("c:dLblPos", place));
    shown(label, true)
}

/// The name of a line and its last number.
pub(super) fn named(point: &Point, name: &str, place: &str) -> Element {
    let words = format!("{name}　{}", point.label);
    let label = Element::new("c:dLbl")
        .with_child(fixed_text(&words, false, BLACK))
        .with_child(val("c:dLblPos", place));
    shown(label, true)
}

/// A label moved down by a part of the chart's height.
pub(super) fn moved(mut label: Element, down: &str) -> Element {
    let manual = Element::new("c:manualLayout")
        .with_child(val("c:x", "0"))
        .with_child(val("c:y", down));
    let layout = Element::new("c:layout").with_child(manual);
    label.children.insert(0, Node::Element(layout));
    label
}

fn shown(element: Element, value: bool) -> Element {
    element
        .with_child(flag("c:showLegendKey", false))
        .with_child(flag("c:showVal", value))
        .with_child(flag("c:showCatName", false))
        .with_child(flag("c:showSerName", false))
        .with_child(flag("c:showPercent", false))
        .with_child(flag("c:showBubbleSize", false))
}

/// A, B, …, Z, AA: the name of a column, from 0.
fn column_name(index: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    match index / 26 {
        0 => letter(index).to_string(),
        more => column_name(more - 1) + &letter(index).to_string(),
    }
}
