//! Word: a [`Document`] with styles, numbered headings, tables, charts and bookmarks that writers can work in.
//!
//! docx-rs builds paragraphs, styles, lists, tables, comments and footers; `finish` then puts right in the tree of each part
//! what docx-rs cannot say or says wrong, `charts` and `parts` add the parts it does not write, and a [`House`] gives its page
//! and styles.
//!
//! **Invariant:** every piece of the document starts with a bookmark, every bound number stands in one, and the part
//! `customXml/item1.xml` says what each of them is. A bookmark is the only anchor that Word, WPS and `LibreOffice` keep.
//! **Invariant:** the same document gives the same bytes: whatever docx-rs counts per process is replaced.
//! **Invariant:** no text is in the body that is not in the document, but for 提要, 目录 and the page numbers.

mod anchors;
mod blocks;
mod captions;
mod cells;
mod charts;
mod comments;
mod contents;
mod decimal;
mod error;
mod facts;
mod fields;
mod finish;
mod fit;
mod footer;
mod house;
mod look;
mod masthead;
mod numbering;
mod office;
mod package;
mod parts;
mod read;
mod runs;
mod style_id;
mod styles;
mod tables;

#[cfg(test)]
mod tests;

pub use error::DocxError;
pub use house::{House, HouseError, starter};
pub use read::pieces;
pub use styles::names as style_names;

use std::collections::BTreeMap;

use docx_rs::{AlignmentType, DocumentChild, Docx, Paragraph, XMLDocx};
use jiff::civil::Date;

use self::anchors::Anchors;
use self::numbering::Counter;
use crate::document::{Document, plain_text};

/// The page that each heading stands on, by the id of its block.
pub type Pages = BTreeMap<String, usize>;

/// What a DOCX is made with beside its document.
#[derive(Debug, Clone, Default)]
pub struct Made<'m> {
    /// An office's page and styles.
    pub house: Option<&'m House>,
    /// For the list of contents, if there is one; what is not known stays blank until Word counts it.
    pub pages: Pages,
}

/// Renders a document.
///
/// # Errors
/// See [`DocxError`].
pub fn render(document: &Document, made: &Made<'_>) -> Result<Vec<u8>, DocxError> {
    check_characters(document)?;
    let date = parts::date(&document.meta)?;
    let content = Content::of(document, date, &made.pages)?;
    let built = build(content.children);
    let finished = Finished {
        charts: content.charts,
        captions: content.captions,
        commented: content.anchors.commented(),
        marks: content.anchors.finish()?,
    };
    package::pack(&finished.parts(document, date, &built, made.house)?)
}

/// What the body is made of.
#[derive(Default)]
struct Content {
    children: Vec<DocumentChild>,
    anchors: Anchors,
    charts: Vec<Drawn>,
    /// The captions of the tables.
    captions: Vec<String>,
}

/// A chart of the body, in the order of the drawings.
struct Drawn {
    name: String,
    alt: String,
    native: charts::Native,
}

impl Content {
    fn of(document: &Document, date: Date, pages: &Pages) -> Result<Self, DocxError> {
        let mut content = Self {
            anchors: Anchors::with(&document.comments),
            ..Self::default()
        };
        for paragraph in masthead::masthead(&document.meta, &mut content.anchors) {
            content.push(paragraph);
        }
        let first = document.contents().next().map(|entry| &entry.block.id);
        let first = document
            .blocks
            .iter()
            .position(|block| Some(&block.id) == first);
        let (before, after) = document.blocks.split_at(first.unwrap_or(0));
        let mut counter = Counter::headings();
        blocks::blocks(before, date, &mut counter, &mut content)?;
        for paragraph in contents::contents(document, pages, &mut content.anchors) {
            content.push(paragraph);
        }
        blocks::blocks(after, date, &mut counter, &mut content)?;
        for paragraph in masthead::imprint(&document.meta.imprint, &mut content.anchors) {
            content.push(paragraph);
        }
        // A frame hangs on the paragraph behind it, and no file may end with a table.
        content.gap();
        Ok(content)
    }

    fn push(&mut self, paragraph: Paragraph) {
        let paragraph = DocumentChild::Paragraph(Box::new(paragraph));
        self.children.push(paragraph);
    }

    /// An empty paragraph, which keeps two tables from becoming one.
    fn gap(&mut self) {
        self.push(styled_paragraph("Brief Gap"));
    }
}

/// An empty paragraph in a style.
fn styled_paragraph(name: &str) -> Paragraph {
    Paragraph::new().style(&style_id::id(name))
}

fn build(children: Vec<DocumentChild>) -> XMLDocx {
    let mut docx = Docx::new()
        .page_size(footer::PAGE.0, footer::PAGE.1)
        .page_margin(footer::margins())
        .footer(footer::footer(AlignmentType::Right))
        .even_footer(footer::footer(AlignmentType::Left))
        .styles(styles::styles())
        .numberings(numbering::numberings());
    docx.document.section_property.doc_grid = Some(footer::grid());
    docx.document.children = children;
    docx.build()
}

/// What the finishing pass adds to what docx-rs built.
struct Finished {
    charts: Vec<Drawn>,
    captions: Vec<String>,
    commented: bool,
    marks: Vec<anchors::Mark>,
}

impl Finished {
    /// All parts in the order of the package.
    fn parts(
        self,
        document: &Document,
        date: Date,
        built: &XMLDocx,
        house: Option<&House>,
    ) -> Result<Vec<(String, Vec<u8>)>, DocxError> {
        let known = finish::Known {
            charts: &self.charts,
            captions: &self.captions,
            day: date.to_string(),
        };
        let finished =
            |part: &str, bytes: &[u8], steps| finish::finished(part, bytes, steps, &known);
        let mut body = finished("word/document.xml", &built.document, finish::BODY)?;
        let mut styles = finished("word/styles.xml", &built.styles, finish::STYLES)?;
        office::red_rule(&mut styles, &document.meta);
        if let Some(house) = house {
            let width = house.text_width().unwrap_or(look::TEXT_WIDTH);
            house.set_page(&mut body.root);
            fit::fit(&mut body.root, width);
            fit::fit(&mut styles.root, width);
            styles = house.styles(&styles);
        }
        let numbering = finished("word/numbering.xml", &built.numberings, finish::NUMBERING)?;
        let id = &document.meta.id;
        let revision = revision(document);
        let commented = self.commented;
        let mut trees = vec![
            (
                "[Content_Types].xml".to_owned(),
                parts::content_types(self.charts.len(), commented),
            ),
            ("_rels/.rels".to_owned(), parts::package_relationships()),
            ("docProps/core.xml".to_owned(), parts::core(document, date)),
            (
                "docProps/custom.xml".to_owned(),
                parts::custom(id, &revision),
            ),
            ("word/document.xml".to_owned(), body),
            (
                "word/_rels/document.xml.rels".to_owned(),
                parts::document_relationships(self.charts.len(), commented),
            ),
            ("word/styles.xml".to_owned(), styles),
            ("word/numbering.xml".to_owned(), numbering),
        ];
        for (footer, number) in built.footers.iter().zip(1..) {
            let part = format!("word/footer{number}.xml");
            let tree = finished(&part, footer, finish::FOOTER)?;
            trees.push((part, tree));
        }
        if commented {
            let part = "word/comments.xml";
            let tree = finished(part, &built.comments, finish::COMMENTS)?;
            trees.push((part.to_owned(), tree));
        }
        let anchors = parts::anchors(id, &revision, &self.marks);
        trees.push((parts::ANCHORS_PART.to_owned(), anchors));
        let relationships = "customXml/_rels/item1.xml.rels".to_owned();
        trees.push((relationships, parts::item_relationships()));
        let mut workbooks = Vec::new();
        for (chart, number) in self.charts.into_iter().zip(1..) {
            let part = parts::ChartPart::of(number);
            trees.push((part.relationships(), part.workbook_relationship()));
            trees.push((part.space(), chart.native.space));
            workbooks.push((part.workbook(), chart.native.workbook));
        }
        let theme = house.and_then(House::theme).cloned();
        let theme = match theme {
            Some(theme) => theme,
            None => finish::parse("word/theme/theme1.xml", parts::THEME.as_bytes())?,
        };
        trees.push(("word/theme/theme1.xml".to_owned(), theme));
        if document.meta.mono {
            for (_, tree) in &mut trees {
                office::grey(&mut tree.root);
            }
        }
        let fixed = [
            ("docProps/app.xml", parts::APP),
            ("word/settings.xml", parts::SETTINGS),
            ("word/fontTable.xml", parts::FONTS),
            ("customXml/itemProps1.xml", parts::ITEM_PROPERTIES),
        ];
        let trees = trees
            .into_iter()
            .map(|(part, tree)| (part, tree.to_bytes()));
        let fixed = fixed.map(|(part, text)| (part.to_owned(), text.as_bytes().to_vec()));
        Ok(trees.chain(fixed).chain(workbooks).collect())
    }
}

/// The hash of all texts of the document with their anchors: two files of one revision say the same.
fn revision(document: &Document) -> String {
    let mut hasher = blake3::Hasher::new();
    for piece in document.pieces() {
        for text in [piece.anchor.as_str(), &plain_text(&piece.text)] {
            hasher.update(text.as_bytes());
            hasher.update(&[0]);
        }
    }
    hasher.finalize().to_hex().to_string()
}

/// XML 1.0 cannot hold most control characters, not even escaped.
fn check_characters(document: &Document) -> Result<(), DocxError> {
    let forbidden = |character: &char| matches!(character, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    let meta = &document.meta;
    let properties = [&meta.id, &meta.subject, &meta.author]
        .into_iter()
        .chain(&meta.keywords);
    let properties = properties.map(|text| ("properties".to_owned(), text.clone()));
    let pieces = document.pieces().into_iter();
    let pieces = pieces.map(|piece| (piece.anchor.to_string(), plain_text(&piece.text)));
    for (anchor, text) in properties.chain(pieces) {
        if let Some(character) = text.chars().find(|character| forbidden(character)) {
            return Err(DocxError::Character { anchor, character });
        }
    }
    Ok(())
}
