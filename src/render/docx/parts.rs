//! The parts that docx-rs does not write, or writes wrong.

use jiff::civil::Date;

use super::DocxError;
use super::anchors::Mark;
use super::charts::WORKBOOK_ID;
use crate::document::{Document, Meta, plain_text};
use crate::xml::{Element, Tree};

/// Namespace of the list of bookmarks.
pub(super) const ANCHORS: &str = "urn:county-briefings:anchors";
/// The part that holds it.
pub(super) const ANCHORS_PART: &str = "customXml/item1.xml";

pub(super) const SETTINGS: &str = include_str!("parts/settings.xml");
pub(super) const FONTS: &str = include_str!("parts/fontTable.xml");
pub(super) const THEME: &str = include_str!("parts/theme1.xml");
pub(super) const APP: &str = include_str!("parts/app.xml");
pub(super) const ITEM_PROPERTIES: &str = include_str!("parts/itemProps1.xml");

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The parts of the chart of a number, from 1.
pub(super) struct ChartPart(usize);

impl ChartPart {
    pub(super) fn of(number: usize) -> Self {
        Self(number)
    }

    /// The relationship of the body to it.
    pub(super) fn id(&self) -> String {
        format!("rIdChart{}", self.0)
    }

    pub(super) fn space(&self) -> String {
        format!("word/{}", self.target())
    }

    /// Seen from `word/`.
    fn target(&self) -> String {
        format!("charts/chart{}.xml", self.0)
    }

    pub(super) fn workbook(&self) -> String {
        format!("word/embeddings/chart{}.xlsx", self.0)
    }

    pub(super) fn relationships(&self) -> String {
        format!("word/charts/_rels/chart{}.xml.rels", self.0)
    }

    /// The relationship of the chart to its workbook.
    pub(super) fn workbook_relationship(&self) -> Tree {
        let target = format!("../embeddings/chart{}.xlsx", self.0);
        relationships(&[(WORKBOOK_ID, &format!("{OFFICE}/package"), &target)])
    }
}

/// Relationships of the package.
pub(super) fn package_relationships() -> Tree {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    relationships(&[
        (
            "rId1",
            &format!("{OFFICE}/officeDocument"),
            "word/document.xml",
        ),
        ("rId2", &core, "docProps/core.xml"),
        (
            "rId3",
            &format!("{OFFICE}/extended-properties"),
            "docProps/app.xml",
        ),
        (
            "rId4",
            &format!("{OFFICE}/custom-properties"),
            "docProps/custom.xml",
        ),
    ])
}

/// Relationships of the body; the footers' ids are those of docx-rs.
pub(super) fn document_relationships(charts: usize, comments: bool) -> Tree {
    let kinds = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId3", "settings", "settings.xml"),
        ("rId4", "fontTable", "fontTable.xml"),
        ("rId5", "theme", "theme/theme1.xml"),
        ("rIdFooter1", "footer", "footer1.xml"),
        ("rIdFooter2", "footer", "footer2.xml"),
        ("rId8", "customXml", "../customXml/item1.xml"),
    ];
    let mut tree = relationships(&[]);
    let charts = (1..=charts).map(ChartPart::of);
    let charts = charts.map(|part| (part.id(), "chart", part.target()));
    let comments = comments.then(|| {
        (
            "rIdComments".to_owned(),
            "comments",
            "comments.xml".to_owned(),
        )
    });
    let kinds = kinds.map(|(id, kind, target)| (id.to_owned(), kind, target.to_owned()));
    for (id, kind, target) in kinds.into_iter().chain(comments).chain(charts) {
        tree.root = tree
            .root
            .with_child(relationship(&id, &format!("{OFFICE}/{kind}"), &target));
    }
    tree
}

/// Relationships of the list of bookmarks.
pub(super) fn item_relationships() -> Tree {
    relationships(&[(
        "rId1",
        &format!("{OFFICE}/customXmlProps"),
        "itemProps1.xml",
    )])
}

fn relationships(all: &[(&str, &str, &str)]) -> Tree {
    let root = Element::new("Relationships").with("xmlns", &format!("{PACKAGE}/relationships"));
    let root = all.iter().fold(root, |root, (id, kind, target)| {
        root.with_child(relationship(id, kind, target))
    });
    Tree::new(root)
}

fn relationship(id: &str, kind: &str, target: &str) -> Element {
    Element::new("Relationship")
        .with("Id", id)
        .with("Type", kind)
        .with("Target", target)
}

/// The types of all parts.
pub(super) fn content_types(charts: usize, comments: bool) -> Tree {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let office = "application/vnd.openxmlformats-officedocument";
    let core = "application/vnd.openxmlformats-package";
    let root = Element::new("Types").with("xmlns", &format!("{PACKAGE}/content-types"));
    let defaults = [
        ("rels", format!("{core}.relationships+xml")),
        ("xml", "application/xml".to_owned()),
        ("xlsx", format!("{office}.spreadsheetml.sheet")),
    ];
    let root = defaults.iter().fold(root, |root, (extension, kind)| {
        let element = Element::new("Default").with("Extension", extension);
        root.with_child(element.with("ContentType", kind))
    });
    let parts = [
        ("/word/document.xml", format!("{word}.document.main+xml")),
        ("/word/styles.xml", format!("{word}.styles+xml")),
        ("/word/numbering.xml", format!("{word}.numbering+xml")),
        ("/word/settings.xml", format!("{word}.settings+xml")),
        ("/word/fontTable.xml", format!("{word}.fontTable+xml")),
        ("/word/footer1.xml", format!("{word}.footer+xml")),
        ("/word/footer2.xml", format!("{word}.footer+xml")),
        ("/word/theme/theme1.xml", format!("{office}.theme+xml")),
        ("/docProps/core.xml", format!("{core}.core-properties+xml")),
        (
            "/docProps/app.xml",
            format!("{office}.extended-properties+xml"),
        ),
        (
            "/docProps/custom.xml",
            format!("{office}.custom-properties+xml"),
        ),
        (
            "/customXml/itemProps1.xml",
            format!("{office}.customXmlProperties+xml"),
        ),
    ];
    let parts = parts.map(|(part, kind)| (part.to_owned(), kind));
    let charts = (1..=charts).map(|number| {
        let part = format!("/{}", ChartPart(number).space());
        (part, format!("{office}.drawingml.chart+xml"))
    });
    let comments = comments.then(|| {
        (
            "/word/comments.xml".to_owned(),
            format!("{word}.comments+xml"),
        )
    });
    let root = parts
        .into_iter()
        .chain(comments)
        .chain(charts)
        .fold(root, |root, (part, kind)| {
            let element = Element::new("Override").with("PartName", &part);
            root.with_child(element.with("ContentType", &kind))
        });
    Tree::new(root)
}

/// The day of the edition.
///
/// # Errors
/// [`DocxError::Date`] for a date that is none.
pub(super) fn date(meta: &Meta) -> Result<Date, DocxError> {
    meta.date.parse().map_err(|_| DocxError::Date {
        found: meta.date.clone(),
    })
}

/// Title, subject, author, keywords and dates.
pub(super) fn core(document: &Document, date: Date) -> Tree {
    let meta = &document.meta;
    let day = format!("{date}T00:00:00Z");
    let mut root = Element::new("cp:coreProperties")
        .with("xmlns:cp", &format!("{PACKAGE}/metadata/core-properties"))
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    let texts = [
        ("dc:title", plain_text(&meta.title)),
        ("dc:subject", meta.subject.clone()),
        ("dc:creator", meta.author.clone()),
        ("cp:keywords", meta.keywords.join("；")),
        ("cp:lastModifiedBy", meta.author.clone()),
        ("dc:language", "zh-CN".to_owned()),
    ];
    for (name, text) in texts {
        root = root.with_child(Element::new(name).with_text(&text));
    }
    for name in ["dcterms:created", "dcterms:modified"] {
        let element = Element::new(name).with("xsi:type", "dcterms:W3CDTF");
        root = root.with_child(element.with_text(&day));
    }
    Tree::new(root)
}

/// `brief_id` and `brief_rev`.
pub(super) fn custom(id: &str, revision: &str) -> Tree {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006";
    let root = Element::new("Properties")
        .with("xmlns", &format!("{types}/custom-properties"))
        .with("xmlns:vt", &format!("{types}/docPropsVTypes"));
    let properties = [("2", "brief_id", id), ("3", "brief_rev", revision)];
    let root = properties.iter().fold(root, |root, (pid, name, value)| {
        let property = Element::new("property")
            .with("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
            .with("pid", pid)
            .with("name", name);
        root.with_child(property.with_child(Element::new("vt:lpwstr").with_text(value)))
    });
    Tree::new(root)
}

/// What each bookmark stands for. Bound to nothing, since `LibreOffice` damages bound parts.
pub(super) fn anchors(id: &str, revision: &str, marks: &[Mark]) -> Tree {
    let root = Element::new("anchors")
        .with("xmlns", ANCHORS)
        .with("report", id)
        .with("revision", revision);
    let root = marks.iter().fold(root, |root, mark| {
        let (name, figure) = match &mark.figure {
            Some(figure) => ("figure", Some(figure)),
            None => ("piece", None),
        };
        let mut element = Element::new(name)
            .with("handle", mark.handle.as_str())
            .with("anchor", &mark.piece);
        if let Some(figure) = figure {
            element.set("figure", figure);
        }
        root.with_child(element)
    });
    Tree::new(root)
}
