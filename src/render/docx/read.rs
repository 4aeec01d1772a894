//! The text of a Word file, piece by piece.

use std::collections::{BTreeMap, BTreeSet};

use super::DocxError;
use super::numbering::Counter;
use super::package::Package;
use super::parts::ANCHORS_PART;
use crate::xml::Element;

/// Reads the pieces of a file: the anchor of each and its text, in the order of the file.
///
/// Numbers of headings are counted as Word counts them, a picture counts as its alternative text, what only furnishes
/// the page (footers, the label 提要) is left out, tracked deletions too.
///
/// # Errors
/// [`DocxError`] for what is no package or not of our making.
pub fn pieces(bytes: &[u8]) -> Result<Vec<(String, String)>, DocxError> {
    let mut package = Package::open(bytes)?;
    let document = package.tree("word/document.xml")?;
    let styles = package.tree("word/styles.xml")?;
    let numbering = package.tree("word/numbering.xml")?;
    let anchors = package.tree(ANCHORS_PART)?;
    let mut reader = Reader {
        anchors: anchor_map(&anchors.root, &document.root),
        styles: style_map(&styles.root),
        lists: lists(&numbering.root),
        number: None,
        drawn: false,
        pieces: Vec::new(),
    };
    reader.read(&document.root);
    Ok(reader.pieces)
}

struct Reader {
    /// Bookmark to anchor.
    anchors: BTreeMap<String, String>,
    styles: BTreeMap<String, Style>,
    /// By the id of the list.
    lists: BTreeMap<String, Counter>,
    /// The number of the paragraph, until a piece takes it.
    number: Option<String>,
    /// Whether the paragraph's first drawing was read, which speaks for all of them.
    drawn: bool,
    pieces: Vec<(String, String)>,
}

/// What must be known of a style.
struct Style {
    name: String,
    /// List and level.
    list: Option<(String, usize)>,
}

impl Reader {
    fn read(&mut self, element: &Element) {
        match element.name.as_str() {
            // Word makes the list of contents of what stands in the headings.
            "w:p" if self.is_contents(element) => return,
            "w:p" => {
                self.number = self.count(element);
                self.drawn = false;
            }
            "w:bookmarkStart" => self.start(element),
            "w:r" if self.is_label(element) => return,
            "w:del" | "w:moveFrom" => return,
            "w:t" => self.text(&element.text()),
            "w:tab" => self.text("\t"),
            "wp:docPr" if !std::mem::replace(&mut self.drawn, true) => {
                self.text(&value(element, "descr").unwrap_or_default());
            }
            // Tab stops are no text.
            "w:pPr" => return,
            _ => {}
        }
        for child in element.elements() {
            self.read(child);
        }
    }

    fn start(&mut self, bookmark: &Element) {
        let handle = value(bookmark, "w:name").unwrap_or_default();
        if let Some(anchor) = self.anchors.get(&handle) {
            let number = self.number.take().unwrap_or_default();
            self.pieces.push((anchor.clone(), number));
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, piece)) = self.pieces.last_mut() {
            piece.push_str(text);
        }
    }

    fn is_contents(&self, paragraph: &Element) -> bool {
        let style = paragraph
            .child("w:pPr")
            .and_then(|property| val(property, "w:pStyle"));
        let style = style.and_then(|style| self.styles.get(&style));
        style.is_some_and(|style| style.name.to_lowercase().starts_with("toc "))
    }

    fn is_label(&self, run: &Element) -> bool {
        let style = run
            .child("w:rPr")
            .and_then(|property| val(property, "w:rStyle"));
        let style = style.and_then(|style| self.styles.get(&style));
        style.is_some_and(|style| style.name == "Brief Label")
    }

    /// The number of a paragraph: by its own list, else by its style's.
    fn count(&mut self, paragraph: &Element) -> Option<String> {
        let property = paragraph.child("w:pPr")?;
        let style = val(property, "w:pStyle").and_then(|style| self.styles.get(&style));
        let of_style = style.and_then(|style| style.list.clone());
        let (list, level) = property.child("w:numPr").and_then(list_of).or(of_style)?;
        let counter = self.lists.get_mut(&list)?;
        Some(counter.next(level))
    }
}

fn value(element: &Element, name: &str) -> Option<String> {
    element.get(name).map(std::borrow::Cow::into_owned)
}

/// `w:val` of a child.
fn val(element: &Element, child: &str) -> Option<String> {
    value(element.child(child)?, "w:val")
}

fn list_of(property: &Element) -> Option<(String, usize)> {
    let level = val(property, "w:ilvl").and_then(|level| level.parse().ok());
    Some((val(property, "w:numId")?, level.unwrap_or(0)))
}

/// Bookmarks of the file and the anchors they stand for.
///
/// `LibreOffice` copies what stands in a frame and calls the bookmark `…_Copy_1`; that is ours as long as the original is
/// not there too.
fn anchor_map(map: &Element, document: &Element) -> BTreeMap<String, String> {
    let pieces = map.elements().filter(|element| element.name == "piece");
    let pieces =
        pieces.filter_map(|piece| Some((value(piece, "handle")?, value(piece, "anchor")?)));
    let mut anchors: BTreeMap<String, String> = pieces.collect();
    let bookmarks = document.descendants().into_iter();
    let bookmarks = bookmarks.filter(|element| element.name == "w:bookmarkStart");
    let names: BTreeSet<String> = bookmarks.filter_map(|mark| value(mark, "w:name")).collect();
    for name in &names {
        if let Some((original, _)) = name.split_once("_Copy_")
            && !names.contains(original)
            && let Some(anchor) = anchors.remove(original)
        {
            anchors.insert(name.clone(), anchor);
        }
    }
    anchors
}

fn style_map(root: &Element) -> BTreeMap<String, Style> {
    let styles = root.elements().filter(|element| element.name == "w:style");
    styles
        .filter_map(|style| {
            let property = style.child("w:pPr");
            let list = property.and_then(|property| property.child("w:numPr"));
            let read = Style {
                name: val(style, "w:name")?,
                list: list.and_then(list_of),
            };
            Some((value(style, "w:styleId")?, read))
        })
        .collect()
}

fn lists(root: &Element) -> BTreeMap<String, Counter> {
    let named = |name: &'static str| root.elements().filter(move |element| element.name == name);
    let abstracts: BTreeMap<String, Counter> = named("w:abstractNum")
        .filter_map(|list| {
            let levels = list.elements().filter(|level| level.name == "w:lvl");
            let levels = levels
                .filter_map(|level| Some((val(level, "w:numFmt")?, val(level, "w:lvlText")?)));
            Some((
                value(list, "w:abstractNumId")?,
                Counter::new(levels.collect()),
            ))
        })
        .collect();
    named("w:num")
        .filter_map(|list| {
            let counter = abstracts.get(&val(list, "w:abstractNumId")?)?;
            Some((value(list, "w:numId")?, counter.clone()))
        })
        .collect()
}
