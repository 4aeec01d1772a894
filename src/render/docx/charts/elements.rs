//! Elements that many parts of a chart are made of.

use crate::xml::Element;

/// Type of all labels, in hundredths of a point.
const TYPE_SIZE: &str = "1050";

pub(super) const BLACK: &str = "000000";

/// `<name val="value"/>`
pub(super) fn val(name: &str, value: &str) -> Element {
    Element::new(name).with("val", value)
}

pub(super) fn flag(name: &str, on: bool) -> Element {
    val(name, if on { "1" } else { "0" })
}

pub(super) fn solid(colour: &str) -> Element {
    Element::new("a:solidFill").with_child(val("a:srgbClr", colour))
}

/// A line of a width in English Metric Units.
pub(super) fn line(width: &str, colour: &str) -> Element {
    Element::new("a:ln")
        .with("w", width)
        .with_child(solid(colour))
}

/// A shape of nothing but a line.
pub(super) fn only_line(line: Element) -> Element {
    Element::new("c:spPr").with_child(line)
}

/// A shape that is not seen.
pub(super) fn unseen() -> Element {
    Element::literal("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")
}

/// Type of text that comes from the workbook.
pub(super) fn type_of_text(colour: &str) -> Element {
    let property = Element::new("a:pPr").with_child(type_of("a:defRPr", false, colour));
    let paragraph = Element::new("a:p")
        .with_child(property)
        .with_child(Element::new("a:endParaRPr").with("lang", "zh-CN"));
    Element::new("c:txPr")
        .with_child(Element::new("a:bodyPr"))
        .with_child(Element::new("a:lstStyle"))
        .with_child(paragraph)
}

/// Text that does not change with the workbook.
pub(super) fn fixed_text(words: &str, bold: bool, colour: &str) -> Element {
    let run = Element::new("a:r")
        .with_child(type_of("a:rPr", bold, colour).with("lang", "zh-CN"))
        .with_child(Element::new("a:t").with_text(words));
    let rich = Element::new("c:rich")
        .with_child(Element::new("a:bodyPr"))
        .with_child(Element::new("a:lstStyle"))
        .with_child(Element::new("a:p").with_child(run));
    Element::new("c:tx").with_child(rich)
}

fn type_of(name: &str, bold: bool, colour: &str) -> Element {
    Element::new(name)
        .with("sz", TYPE_SIZE)
        .with("b", if bold { "1" } else { "0" })
        .with_child(solid(colour))
        .with_child(Element::new("a:latin").with("typeface", "Times New Roman"))
        .with_child(Element::new("a:ea").with("typeface", "仿宋_GB2312"))
}
