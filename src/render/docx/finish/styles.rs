//! Steps of the styles.

use super::Known;
use crate::xml::Element;

fn each(root: &mut Element, mut change: impl FnMut(&str, &mut Element)) {
    for style in root.elements_mut().filter(|style| style.name == "w:style") {
        let id = style.get("w:styleId").unwrap_or_default().into_owned();
        change(&id, style);
    }
}

/// docx-rs writes an empty Normal of its own before ours.
pub(super) fn two_normals(root: &mut Element, _: &Known<'_>) {
    let mut normals = 0;
    root.retain_elements(|style| {
        let normal = style.get("w:styleId").as_deref() == Some("Normal");
        normals += usize::from(normal);
        !normal || normals > 1
    });
}

/// docx-rs does not say which styles hold where none is named; without it `LibreOffice` counts 19 characters a line.
pub(super) fn defaults(root: &mut Element, _: &Known<'_>) {
    each(root, |id, style| {
        if matches!(id, "Normal" | "TableNormal") {
            style.set("w:default", "1");
        }
    });
}

/// docx-rs does not know how Chinese lines are broken: no sign that may not begin a line, no gap between Han and Latin that
/// breaks the grid, and no lines kept together.
pub(super) fn line_breaking(root: &mut Element, _: &Known<'_>) {
    each(root, |id, style| {
        if id != "Normal" {
            return;
        }
        let paragraph = style.child_or_first("w:pPr");
        for (name, on) in [
            ("w:widowControl", "0"),
            ("w:kinsoku", "1"),
            ("w:overflowPunct", "0"),
            ("w:autoSpaceDE", "0"),
            ("w:autoSpaceDN", "0"),
        ] {
            paragraph.push(Element::new(name).with("w:val", on));
        }
    });
}

/// docx-rs knows no languages: spelling would be checked as English throughout.
pub(super) fn languages(root: &mut Element, _: &Known<'_>) {
    let language = || {
        Element::new("w:lang")
            .with("w:val", "en-US")
            .with("w:eastAsia", "zh-CN")
    };
    each(root, |id, style| {
        if let Some(run) = style.child_mut("w:rPr").filter(|_| id == "Normal") {
            run.push(language());
        }
    });
    root.child_or_first("w:docDefaults")
        .child_or_first("w:rPrDefault")
        .child_or_first("w:rPr")
        .push(language());
}

/// docx-rs knows no formats of a table style for single rows: the rule under the head.
pub(super) fn first_rows(root: &mut Element, _: &Known<'_>) {
    let first = Element::literal(
        r#"<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="5" w:space="0" w:color="000000"/></w:tcBorders></w:tcPr></w:tblStylePr>"#,
    );
    each(root, |id, style| {
        if id == "BriefTable" {
            style.push(first.clone());
        }
    });
}

/// docx-rs gives every style what only cells have.
pub(super) fn cell_properties(root: &mut Element, _: &Known<'_>) {
    each(root, |_, style| {
        style.retain_elements(|child| child.name != "w:tcPr");
    });
}

/// docx-rs gives table styles the width and place that only a table has.
pub(super) fn table_properties(root: &mut Element, _: &Known<'_>) {
    each(root, |_, style| {
        if let Some(property) = style.child_mut("w:tblPr") {
            property.retain_elements(|child| !matches!(child.name.as_str(), "w:tblW" | "w:jc"));
        }
    });
}
