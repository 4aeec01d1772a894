//! Makes a PDF smaller: what Typst writes as thousands of plain objects, most of them tags for readers aloud, goes into
//! compressed object streams, which PDF/A-3 allows.
//!
//! **Invariant:** no object is changed, added but the streams that hold others, or left out.

use lopdf::{Document, SaveOptions};

/// The same file, smaller.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut file = Document::load_mem(bytes).expect("invariant: a PDF just written can be read");
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .compression_level(9)
        .build();
    let mut out = Vec::with_capacity(bytes.len());
    file.save_with_options(&mut out, options)
        .expect("invariant: writing to memory does not fail");
    out
}
