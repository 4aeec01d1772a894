//! The finishing pass: what docx-rs cannot say or says wrong is put right in the tree of each part.

use jiff::civil::Date;

use super::comments;
use super::order;
use super::parts::ChartPart;
use super::styles::id;
use super::{DocxError, Drawn};
use crate::xml::{Element, Node, Tree};

/// Characters that stand in Chinese and Latin faces alike: Word takes the Chinese one only when told.
fn shared_by_faces(character: char) -> bool {
    matches!(
        character,
        '·' | '×' | '÷' | '±' | '°' | '\u{2000}'..='\u{2bff}'
    )
}

/// Parses a part that docx-rs built.
pub(super) fn parse(part: &str, bytes: &[u8]) -> Result<Tree, DocxError> {
    Tree::parse(bytes).map_err(|source| DocxError::Xml {
        part: part.to_owned(),
        source,
    })
}

/// Finishes the body.
pub(super) fn document(tree: &mut Tree, charts: &[Drawn], captions: &[String]) {
    // The content controls use w15, which an old Word may pass over.
    tree.root.set("mc:Ignorable", "w14 w15 wp14");
    common(&mut tree.root);
    controls(&mut tree.root);
    tables(&mut tree.root, captions);
    comments::signs(&mut tree.root);
    self::charts(&mut tree.root, charts);
    tidy(&mut tree.root);
}

/// Finishes the comments.
pub(super) fn comments(tree: &mut Tree, date: Date) {
    comments::finish(tree, &date.to_string());
    common(&mut tree.root);
    tidy(&mut tree.root);
}

/// Finishes a footer.
pub(super) fn footer(tree: &mut Tree) {
    common(&mut tree.root);
    tidy(&mut tree.root);
}

/// Finishes the list of the headings.
pub(super) fn numbering(tree: &mut Tree) {
    let root = &mut tree.root;
    // The first list is one that docx-rs always writes and nothing uses.
    root.retain_elements(|list| {
        let id = list.get("w:abstractNumId").or_else(|| list.get("w:numId"));
        id.as_deref() != Some("1")
    });
    if let Some(list) = root.child_mut("w:abstractNum") {
        list.child_or_first("w:multiLevelType")
            .set("w:val", "multilevel");
    }
    indents(root);
    tidy(root);
}

/// Finishes the styles.
pub(super) fn styles(tree: &mut Tree) {
    let root = &mut tree.root;
    // docx-rs writes an empty Normal of its own before ours.
    let mut normals = 0;
    root.retain_elements(|style| {
        let normal = style.get("w:styleId").as_deref() == Some("Normal");
        normals += usize::from(normal);
        !normal || normals > 1
    });
    for style in root.elements_mut().filter(|style| style.name == "w:style") {
        let id = style.get("w:styleId").unwrap_or_default().into_owned();
        match id.as_str() {
            "Normal" => normal(style),
            "TableNormal" => style.set("w:default", "1"),
            "BriefTable" => style.push(first_row()),
            _ => {}
        }
        // What docx-rs says of every table and cell is for tables, not for styles.
        style.retain_elements(|child| child.name != "w:tcPr");
        if let Some(property) = style.child_mut("w:tblPr") {
            property.retain_elements(|child| !matches!(child.name.as_str(), "w:tblW" | "w:jc"));
        }
    }
    let defaults = root.child_or_first("w:docDefaults");
    let run = defaults
        .child_or_first("w:rPrDefault")
        .child_or_first("w:rPr");
    run.push(language());
    indents(root);
    tidy(root);
}

/// Word takes the characters of a first line's indent, other programs the twips. All such indents are two characters.
fn indents(root: &mut Element) {
    root.visit_mut(&mut |element| {
        if element.name == "w:ind" && element.get("w:firstLine").is_some() {
            element.set("w:firstLineChars", "200");
        }
    });
}

fn normal(style: &mut Element) {
    style.set("w:default", "1");
    let paragraph = style.child_or_first("w:pPr");
    for (name, on) in [
        ("w:widowControl", "0"),
        ("w:kinsoku", "1"),
        ("w:overflowPunct", "0"),
        ("w:autoSpaceDE", "0"),
        ("w:autoSpaceDN", "0"),
    ] {
        let element = Element::new(name).with("w:val", on);
        paragraph.push(element);
    }
    let run = style.elements_mut().find(|child| child.name == "w:rPr");
    if let Some(run) = run {
        run.push(language());
    }
}

fn language() -> Element {
    Element::new("w:lang")
        .with("w:val", "en-US")
        .with("w:eastAsia", "zh-CN")
}

/// The rule under the head of a table.
fn first_row() -> Element {
    Element::literal(
        r#"<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="5" w:space="0" w:color="000000"/></w:tcBorders></w:tcPr></w:tblStylePr>"#,
    )
}

/// Ids of paragraphs, and the face of characters that two faces share.
fn common(root: &mut Element) {
    let mut paragraphs = 0;
    root.visit_mut(&mut |element| match element.name.as_str() {
        "w:p" => {
            paragraphs += 1;
            element.set("w14:paraId", &format!("{paragraphs:08X}"));
        }
        "w:r" => {
            let texts = element.elements().filter(|child| child.name == "w:t");
            let text: String = texts.map(Element::text).collect();
            if text.chars().any(shared_by_faces) {
                let property = element.child_or_first("w:rPr");
                property
                    .child_or_first("w:rFonts")
                    .set("w:hint", "eastAsia");
            }
        }
        _ => {}
    });
}

/// Content controls get the name of the bookmark around them as their tag.
fn controls(root: &mut Element) {
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

/// Repeated head rows, captions for those who cannot see the table.
fn tables(root: &mut Element, captions: &[String]) {
    let mut captions = captions.iter();
    root.visit_mut(&mut |element| {
        if element.name == "w:gridCol" {
            element.remove("w:type");
        }
        if element.name != "w:tbl" {
            return;
        }
        let property = element.child_or_first("w:tblPr");
        let style = property
            .child("w:tblStyle")
            .and_then(|style| style.get("w:val"));
        let report = style.as_deref() == Some(&id("Brief Table"));
        let first = if report { "1" } else { "0" };
        let look = Element::new("w:tblLook")
            .with("w:val", if report { "0020" } else { "0000" })
            .with("w:firstRow", first)
            .with("w:lastRow", "0")
            .with("w:firstColumn", "0")
            .with("w:lastColumn", "0")
            .with("w:noHBand", "0")
            .with("w:noVBand", "0");
        property.push(look);
        if !report {
            return;
        }
        if let Some(caption) = captions.next() {
            let caption = Element::new("w:tblCaption").with("w:val", caption);
            property.push(caption);
        }
        if let Some(row) = element.child_mut("w:tr") {
            let header = Element::new("w:tblHeader");
            let property = row.child_or_first("w:trPr");
            property.push(header);
        }
    });
}

/// docx-rs knows pictures only: each becomes the chart that stands in its place.
fn charts(root: &mut Element, charts: &[Drawn]) {
    let mut charts = charts.iter().zip(1..);
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

/// Order of children, and no properties without content.
fn tidy(element: &mut Element) {
    for child in element.elements_mut() {
        tidy(child);
    }
    element.retain_elements(|child| {
        let properties = matches!(
            child.name.as_str(),
            "w:rPr" | "w:pPr" | "w:tcPr" | "w:tblBorders"
        );
        !properties || !child.children.is_empty()
    });
    order::sort(element);
}
