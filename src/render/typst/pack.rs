//! Makes a PDF smaller: what Typst writes as thousands of plain objects, most of them tags for readers aloud, goes into
//! compressed object streams, and so does the list of where each object stands; PDF/A-3 allows both.
//!
//! **Invariant:** no object is changed, added but the streams that hold others, or left out.

use lopdf::{Dictionary, Document, SaveOptions, Stream};

/// More objects in a stream have more in common.
const OBJECTS_PER_STREAM: usize = 400;

/// The same file, smaller.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut file = Document::load_mem(bytes).expect("invariant: a PDF just written can be read");
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(OBJECTS_PER_STREAM)
        .compression_level(6)
        .build();
    let mut out = Vec::with_capacity(bytes.len());
    file.save_with_options(&mut out, options)
        .expect("invariant: writing to memory does not fail");
    with_packed_list(out).expect("invariant: lopdf ends a file with its list of objects")
}

/// Bytes for one object in the list that lopdf writes: its kind, its place, its number in a stream.
const ENTRY: usize = 1 + 4 + 2;

/// Compresses the list of objects, which lopdf writes plain: the last object of the file, so nothing else moves.
///
/// ```text
/// 2826 0 obj
/// <</Type/XRef/W[1 4 2]/Length 19579 …>>stream
/// …
/// endstream
/// endobj
///
/// startxref
/// 581034
/// %%EOF
/// ```
///
/// `None` if the file does not end so.
fn with_packed_list(mut file: Vec<u8>) -> Option<Vec<u8>> {
    let tail = file.len().checked_sub(64)?;
    let end = tail + find(file.get(tail..)?, b"startxref\n")?;
    let place = String::from_utf8(file.get(end..)?.to_vec()).ok()?;
    let start: usize = place.lines().nth(1)?.parse().ok()?;

    let list = file.get(start..end)?;
    let body = find(list, b">>stream\n")?;
    let dictionary = std::str::from_utf8(list.get(..body)?).ok()?;
    let length = dictionary.split("/Length ").nth(1)?;
    let length = length.split(|c: char| !c.is_ascii_digit()).next()?;
    let first = body + b">>stream\n".len();
    let entries = list.get(first..first + length.parse::<usize>().ok()?)?;

    let mut packed = Stream::new(Dictionary::new(), from_the_line_above(entries));
    packed.compress().ok()?;
    if !packed.dict.has(b"Filter") {
        return Some(file); // too short to gain anything
    }
    let packed = packed.content;
    let plain = format!("/Length {length}");
    let parameters = format!(
        "/Length {}/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {ENTRY}>>",
        packed.len()
    );
    let dictionary = dictionary.replacen(&plain, &parameters, 1);
    file.truncate(start);
    file.extend_from_slice(dictionary.as_bytes());
    file.extend_from_slice(b">>stream\n");
    file.extend_from_slice(&packed);
    file.extend_from_slice(b"\nendstream\nendobj\n");
    file.extend_from_slice(place.as_bytes());
    Some(file)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|found| found == wanted)
}

/// PNG's predictor `Up` (ISO 32000-1, 7.4.4.4): each line says by how much it differs from the one above, which for places
/// in rising order is nearly always the same.
fn from_the_line_above(entries: &[u8]) -> Vec<u8> {
    let mut above = [0_u8; ENTRY];
    let mut out = Vec::with_capacity(entries.len() / ENTRY * (ENTRY + 1));
    for entry in entries.chunks_exact(ENTRY) {
        out.push(2);
        out.extend(entry.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above.copy_from_slice(entry);
    }
    out
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn a_packed_file_has_the_same_objects() {
        let mut file = Document::with_version("1.7");
        for number in 0..900 {
            file.add_object(dictionary! { "Type" => "StructElem", "K" => number });
        }
        let catalog = file.add_object(Dictionary::new());
        file.trailer.set("Root", catalog);
        let mut plain = Vec::new();
        file.save_to(&mut plain).unwrap();

        let packed = packed(&plain);
        let read = Document::load_mem(&packed).unwrap();
        for (id, object) in &file.objects {
            assert_eq!(read.objects.get(id), Some(object));
        }
        assert!(packed.len() * 3 < plain.len(), "{} of {}", packed.len(), plain.len());
    }

    #[test]
    fn a_line_says_how_it_differs_from_the_one_above() {
        let entries = [[1, 0, 0, 1, 9, 0, 0], [1, 0, 0, 2, 3, 0, 0]].concat();
        let lines = from_the_line_above(&entries);
        assert_eq!(lines, [2, 1, 0, 0, 1, 9, 0, 0, 2, 0, 0, 0, 1, 250, 0, 0]);
    }
}
