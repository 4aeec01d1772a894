//! Documents to render, and the parts of what came out.

use std::collections::BTreeMap;

use crate::document::sample::{charts, compact, sample};
use crate::document::{Block, BlockId, Body, Comment, Document, Inline, ParagraphStyle};
use crate::render::docx::package::Package;
use crate::render::docx::{Made, render};
use crate::xml::{Element, Tree};

pub(super) fn rendered(document: &Document) -> Vec<u8> {
    render(document, &Made::default()).unwrap()
}

/// The trees of all XML parts.
pub(super) fn parts(bytes: &[u8]) -> BTreeMap<String, Tree> {
    let mut package = Package::open(bytes).unwrap();
    let names = package.names().into_iter();
    let names = names.filter(|name| name.ends_with(".xml") || name.ends_with(".rels"));
    names
        .map(|name| (name.clone(), package.tree(&name).unwrap()))
        .collect()
}

/// The body of a rendered document.
pub(super) fn body(document: &Document) -> Element {
    let mut parts = parts(&rendered(document));
    parts.remove("word/document.xml").unwrap().root
}

/// All elements of a name.
pub(super) fn all<'a>(root: &'a Element, name: &str) -> Vec<&'a Element> {
    let all = root.descendants().into_iter();
    all.filter(|element| element.name == name).collect()
}

pub(super) fn values(elements: &[&Element], attribute: &str) -> Vec<String> {
    let values = elements.iter();
    values
        .map(|element| element.get(attribute).unwrap_or_default().into_owned())
        .collect()
}

/// The documents that every rule about files is tested with.
pub(super) fn documents() -> Vec<Document> {
    vec![
        sample(),
        compact(),
        charts(),
        commented(),
        listed(),
        empty(),
        prose(),
        hostile(),
    ]
}

/// The sample with two comments on a number.
pub(super) fn commented() -> Document {
    let comment = |first: &str, next: &str| Comment {
        figure: "jiaxian/disputes".to_owned(),
        lines: vec![first.to_owned(), next.to_owned()],
    };
    let mut document = sample();
    document.meta.id = "commented".to_owned();
    document.comments = vec![
        comment("提示（no-unit）：甲。", "下一步：丙。"),
        comment("存疑（unclear）：甲。", "下一步：乙。"),
    ];
    document
}

/// The sample with a list of contents.
pub(super) fn listed() -> Document {
    let mut document = sample();
    document.meta.id = "listed".to_owned();
    document.meta.contents = true;
    document
}

/// A title and nothing else.
pub(super) fn empty() -> Document {
    let mut document = sample();
    document.meta.id = "empty".to_owned();
    document.meta.imprint.clear();
    document.blocks.clear();
    document
}

/// Nothing but paragraphs of Han characters, for the grid of the page.
pub(super) fn prose() -> Document {
    let text = "县域材料摘编据公开报道整理各县做法和数据逐条注明出处不作排名".repeat(20);
    let mut document = empty();
    document.meta.id = "prose".to_owned();
    document.blocks = (0..4)
        .map(|index| paragraph(&format!("p{index}"), &text))
        .collect();
    document
}

/// Names that XML, bookmarks and fonts may stumble over.
pub(super) fn hostile() -> Document {
    let text = "<w:t>&amp;&#x41;]]> \"'\u{20000}\u{2a6d6}𠮷圐圙 é ‰ \t %1 {x} &unknown; 〇\u{a0}";
    let mut document = sample();
    document.meta.id = "a<b&\"c'".to_owned();
    document.meta.title = vec![Inline::plain(text)];
    document.meta.author = text.to_owned();
    document.meta.keywords = vec![text.to_owned()];
    for block in &mut document.blocks {
        block.id = BlockId::new(match block.id.as_str() {
            // Marks lead to these.
            id @ ("sources" | "remarks") => id.to_owned(),
            id => format!("{id}<&>\"'县"),
        });
        if let Body::Paragraph { text: line, .. } = &mut block.body {
            line.push(Inline::plain(text));
        }
        if let Body::Table(table) = &mut block.body {
            table.caption = vec![Inline::plain(text)];
            table.columns[0].id.push_str("<&\"");
        }
        if let Body::Chart(chart) = &mut block.body {
            chart.alt = vec![Inline::plain(text)];
        }
    }
    document
}

pub(super) fn paragraph(id: &str, text: &str) -> Block {
    Block {
        id: BlockId::new(id),
        body: Body::Paragraph {
            style: ParagraphStyle::Body,
            text: vec![Inline::plain(text)],
        },
    }
}
