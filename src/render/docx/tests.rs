use super::*;
use crate::document::sample::{compact, sample};
use crate::document::{BlockId, Body};

/// The smallest PNG: one pixel.
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xaf, 0xa4, 0x71, 0, 0, 0, 0, b'I', b'E', b'N',
    b'D', 0xae, 0x42, 0x60, 0x82,
];

fn pictures(document: &Document) -> Vec<Picture> {
    let charts = document
        .blocks
        .iter()
        .filter(|block| matches!(block.body, Body::Chart(_)));
    charts
        .map(|block| Picture {
            block: BlockId::new(block.id.as_str()),
            png: PIXEL.to_vec(),
            width: 156_000,
            height: 60_000,
        })
        .collect()
}

fn rendered(document: &Document) -> Vec<u8> {
    render(document, &pictures(document)).unwrap()
}

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}

#[test]
fn the_file_says_what_the_document_says() {
    for document in [sample(), compact()] {
        let mut expected: Vec<(String, String)> = document
            .pieces()
            .into_iter()
            .map(|piece| (piece.anchor.to_string(), squeezed(&plain_text(&piece.text))))
            .collect();
        let read = pieces(&rendered(&document)).unwrap();
        let mut found: Vec<(String, String)> = read
            .into_iter()
            .map(|(anchor, text)| (anchor, squeezed(&text)))
            .collect();
        // A chart's caption stands below its picture.
        expected.sort();
        found.sort();
        assert_eq!(found, expected);
    }
}

#[test]
fn dump() {
    if let Some(folder) = option_env!("DOCX_DUMP") {
        for document in [sample(), compact()] {
            let path = format!("{folder}/{}.docx", document.meta.id);
            std::fs::write(path, rendered(&document)).unwrap();
        }
    }
}
