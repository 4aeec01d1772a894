//! Steps of the body.

use super::Known;
use crate::render::docx::{comments::reference, parts::ChartPart, style_id::id};
use crate::xml::{Element, Node};

/// Content controls use w15, which an old Word may pass over; docx-rs does not say so.
pub(super) fn prefixes(root: &mut Element, _: &Known<'_>) {
    root.set("mc:Ignorable", "w14 w15 wp14");
}

/// docx-rs knows no tag, id and appearance of a content control. The tag is the bookmark around it.
pub(super) fn controls(root: &mut Element, _: &Known<'_>) {
    let mut bookmark = String::new();
    let mut count = 0;
    root.visit_mut(&mut |element| match element.name.as_str() {
        "w:bookmarkStart" => bookmark = element.get("w:name").unwrap_or_default().into_owned(),
        "w:sdtPr" => {
            count += 1;
            let parts = [
                Element::new("w:tag").with("w:val", &bookmark),
                Element::new("w:id").with("w:val", &(1000 + count).to_string()),
                Element::new("w15:appearance").with("w15:val", "hidden"),
            ];
            element.children.extend(parts.map(Node::Element));
        }
        _ => {}
    });
}

/// docx-rs gives the columns of a table an attribute that the schema does not have.
pub(super) fn grid_types(root: &mut Element, _: &Known<'_>) {
    root.visit_mut(&mut |element| {
        if element.name == "w:gridCol" {
            element.remove("w:type");
        }
    });
}

/// Whether a table is one of the report, with a head, and no frame for key facts.
fn is_report_table(table: &Element) -> bool {
    let style = table
        .child("w:tblPr")
        .and_then(|property| property.child("w:tblStyle"))
        .and_then(|style| style.get("w:val"));
    style.as_deref() == Some(&id("Brief Table"))
}

/// Calls `change` on each table, whether it is one of the report.
fn tables(root: &mut Element, mut change: impl FnMut(&mut Element, bool)) {
    root.visit_mut(&mut |element| {
        if element.name == "w:tbl" {
            let report = is_report_table(element);
            change(element, report);
        }
    });
}

/// docx-rs does not say which of a table style's formats apply: the first row's.
pub(super) fn table_looks(root: &mut Element, _: &Known<'_>) {
    tables(root, |table, report| {
        let look = Element::new("w:tblLook")
            .with("w:val", if report { "0020" } else { "0000" })
            .with("w:firstRow", if report { "1" } else { "0" })
            .with("w:lastRow", "0")
            .with("w:firstColumn", "0")
            .with("w:lastColumn", "0")
            .with("w:noHBand", "0")
            .with("w:noVBand", "0");
        table.child_or_first("w:tblPr").push(look);
    });
}

/// docx-rs knows no captions for those who cannot see the table.
pub(super) fn table_captions(root: &mut Element, known: &Known<'_>) {
    let mut captions = known.captions.iter();
    tables(root, |table, report| {
        if !report {
            return;
        }
        if let Some(caption) = captions.next() {
            let caption = Element::new("w:tblCaption").with("w:val", caption);
            table.child_or_first("w:tblPr").push(caption);
        }
    });
}

/// docx-rs knows no rows that are repeated on every page.
pub(super) fn table_heads(root: &mut Element, _: &Known<'_>) {
    tables(root, |table, report| {
        if let Some(row) = table.child_mut("w:tr").filter(|_| report) {
            row.child_or_first("w:trPr")
                .push(Element::new("w:tblHeader"));
        }
    });
}

/// docx-rs writes the sign of a comment without its style, and an empty run before it.
pub(super) fn comment_signs(root: &mut Element, _: &Known<'_>) {
    root.visit_mut(&mut |element| {
        let empty = |child: &Element| {
            child.name == "w:r" && child.elements().all(|inner| inner.name == "w:rPr")
        };
        let signs = element.child("w:commentRangeEnd").is_some();
        if signs {
            element.retain_elements(|child| !empty(child));
        }
        if element.name == "w:r"
            && let Some(sign) = element.child("w:commentReference").cloned()
        {
            *element = reference(sign);
        }
    });
}

/// docx-rs knows pictures only: each becomes the chart that stands in its place.
pub(super) fn charts(root: &mut Element, known: &Known<'_>) {
    let mut charts = known.charts.iter().zip(1..);
    root.visit_mut(&mut |element| {
        if element.name != "wp:inline" {
            return;
        }
        let Some((chart, number)) = charts.next() else {
            return;
        };
        for part in element.elements_mut() {
            match part.name.as_str() {
                "wp:docPr" => {
                    part.set("id", &number.to_string());
                    part.set("name", &chart.name);
                    part.set("descr", &chart.alt);
                }
                // A chart may be made wider alone.
                "wp:cNvGraphicFramePr" => part.children.clear(),
                "a:graphic" => *part = graphic(&ChartPart::of(number).id()),
                _ => {}
            }
        }
    });
}

fn graphic(id: &str) -> Element {
    let main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let reference = Element::new("c:chart")
        .with("xmlns:c", chart)
        .with("xmlns:r", relationships)
        .with("r:id", id);
    let data = Element::new("a:graphicData").with("uri", chart);
    Element::new("a:graphic")
        .with("xmlns:a", main)
        .with_child(data.with_child(reference))
}
