//! Makes a PDF smaller: what Typst writes as thousands of plain objects, most of them tags for readers aloud, goes into
//! compressed object streams, and so does the table of where each object stands; PDF/A-3 allows both (ISO 32000-1, 7.5.7
//! and 7.5.8).
//!
//! Objects are moved as bytes and never read: a library that reads and writes every one takes several times as long.
//!
//! **Invariant:** no object is changed, added but the streams that hold others, or left out.

use std::io::Write as _;
use std::str::FromStr;

use flate2::{Compression, write::ZlibEncoder};

/// More objects in a stream have more in common.
const OBJECTS_PER_STREAM: usize = 400;

/// The same file, smaller.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let plain =
        Plain::read(bytes).expect("invariant: Typst ends a PDF with a table of its objects");
    let mut file = Packed {
        bytes: plain.head.to_vec(),
        entries: vec![Entry::FREE; plain.count],
    };
    let (streams, others): (Vec<_>, Vec<_>) =
        plain.objects.iter().partition(|object| object.is_stream());
    for stream in streams {
        file.place(stream.id, stream.body);
    }
    for objects in others.chunks(OBJECTS_PER_STREAM) {
        file.place_together(objects);
    }
    file.end(plain.trailer)
}

/// A PDF as Typst writes it, taken apart.
struct Plain<'a> {
    /// What stands before the first object.
    head: &'a [u8],
    /// By rising id.
    objects: Vec<Object<'a>>,
    /// Ids are smaller.
    count: usize,
    /// Where to begin reading: the entries of the trailer's dictionary but its size.
    trailer: &'a [u8],
}

struct Object<'a> {
    id: usize,
    /// What stands between `obj` and `endobj`.
    body: &'a [u8],
}

impl<'a> Plain<'a> {
    /// Follows the table of objects at the end of the file:
    ///
    /// ```text
    /// xref
    /// 0 2797
    /// 0000000000 65535 f
    /// 0000000016 00000 n
    /// …
    /// trailer
    /// <<
    ///   /Size 2797
    ///   /Root 2796 0 R
    ///   …
    /// >>
    /// startxref
    /// 971210
    /// %%EOF
    /// ```
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let last = bytes.len().checked_sub(64)?;
        let start = last + find(&bytes[last..], b"startxref\n")? + b"startxref\n".len();
        let table: usize = number(bytes.get(start..)?)?;
        let mut lines = bytes.get(table..)?.split(|&byte| byte == b'\n').skip(1);
        let count = lines.next()?.strip_prefix(b"0 ").and_then(number)?;

        let mut places = Vec::with_capacity(count);
        for (id, line) in lines.by_ref().take(count).enumerate() {
            if line.trim_ascii_end().ends_with(b"n") {
                places.push((number::<usize>(line)?, id));
            }
        }
        places.sort_unstable();
        let ends = places
            .iter()
            .skip(1)
            .map(|(place, _)| *place)
            .chain([table]);
        let mut objects = Vec::with_capacity(places.len());
        for (&(place, id), end) in places.iter().zip(ends) {
            let object = bytes
                .get(place..end)?
                .trim_ascii_end()
                .strip_suffix(b"endobj")?;
            let body = object.strip_prefix(format!("{id} 0 obj\n").as_bytes())?;
            objects.push(Object {
                id,
                body: body.trim_ascii_end(),
            });
        }
        objects.sort_unstable_by_key(|object| object.id);

        let trailer = table + find(bytes.get(table..)?, b"trailer\n<<")? + b"trailer\n<<".len();
        let trailer = bytes.get(trailer..)?;
        let trailer = trailer.get(..find(trailer, b">>\nstartxref")?)?;
        let size = format!("/Size {count}");
        let trailer = trailer.trim_ascii().strip_prefix(size.as_bytes())?;
        let head = bytes.get(..places.first()?.0)?;
        Some(Self {
            head,
            objects,
            count,
            trailer,
        })
    }
}

impl Object<'_> {
    fn is_stream(&self) -> bool {
        self.body.ends_with(b"endstream")
    }
}

/// A file in the making.
struct Packed {
    bytes: Vec<u8>,
    /// By id.
    entries: Vec<Entry>,
}

/// Where an object stands, as the table of a packed file has it: kind, place, number in its stream.
#[derive(Clone, Copy)]
struct Entry([u8; ENTRY]);

const ENTRY: usize = 1 + 4 + 2;

impl Entry {
    /// No object has this id.
    const FREE: Self = Self([0, 0, 0, 0, 0, 0xFF, 0xFF]);

    /// At this byte of the file.
    fn at(place: usize) -> Self {
        Self::new(1, place, 0)
    }

    /// In the stream of this id, as this one of its objects.
    fn within(stream: usize, index: usize) -> Self {
        Self::new(2, stream, index)
    }

    fn new(kind: u8, place: usize, index: usize) -> Self {
        let place = u32::try_from(place).expect("invariant: a report is smaller than 4 GiB");
        let index = u16::try_from(index).expect("invariant: a stream holds few objects");
        let ([a, b, c, d], [e, f]) = (place.to_be_bytes(), index.to_be_bytes());
        Self([kind, a, b, c, d, e, f])
    }
}

impl Packed {
    fn place(&mut self, id: usize, body: &[u8]) {
        self.entries[id] = Entry::at(self.bytes.len());
        self.bytes
            .extend_from_slice(format!("{id} 0 obj\n").as_bytes());
        self.bytes.extend_from_slice(body);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    /// A new object that holds others.
    fn place_together(&mut self, objects: &[&Object<'_>]) {
        let stream = self.entries.len();
        self.entries.push(Entry::FREE);
        let mut list = String::new();
        let mut bodies = Vec::new();
        for (index, object) in objects.iter().enumerate() {
            list.push_str(&format!("{} {} ", object.id, bodies.len()));
            bodies.extend_from_slice(object.body);
            bodies.push(b'\n');
            self.entries[object.id] = Entry::within(stream, index);
        }
        let kind = format!("/Type/ObjStm/N {}/First {}", objects.len(), list.len());
        let body = compressed(kind.as_bytes(), &[list.as_bytes(), &bodies].concat());
        self.place(stream, &body);
    }

    /// The file with the table of its objects.
    fn end(mut self, trailer: &[u8]) -> Vec<u8> {
        let id = self.entries.len();
        let start = self.bytes.len();
        self.entries.push(Entry::at(start));
        let kind = format!(
            "/Type/XRef/Size {}/W[1 4 2]/DecodeParms<</Predictor 12/Columns {ENTRY}>>",
            self.entries.len()
        );
        let kind = [kind.as_bytes(), trailer].concat();
        let body = compressed(&kind, &from_the_line_above(&self.entries));
        self.place(id, &body);
        self.bytes
            .extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        self.bytes
    }
}

/// A stream with these entries of its dictionary.
fn compressed(entries: &[u8], content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    let content = encoder.write_all(content).and_then(|()| encoder.finish());
    let content = content.expect("invariant: writing to memory does not fail");
    let length = format!("/Filter/FlateDecode/Length {}>>\nstream\n", content.len());
    let parts = [b"<<", entries, length.as_bytes(), &content, b"\nendstream"];
    parts.concat()
}

/// PNG's predictor `Up` (ISO 32000-1, 7.4.4.4): each line says by how much it differs from the one above, which for places
/// in rising order is nearly always the same.
fn from_the_line_above(entries: &[Entry]) -> Vec<u8> {
    let mut above = [0_u8; ENTRY];
    let mut out = Vec::with_capacity(entries.len() * (ENTRY + 1));
    for Entry(entry) in entries {
        out.push(2);
        let lines = entry.iter().zip(above);
        out.extend(lines.map(|(byte, above)| byte.wrapping_sub(above)));
        above = *entry;
    }
    out
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|found| found == wanted)
}

/// The number that the bytes begin with.
fn number<N: FromStr>(bytes: &[u8]) -> Option<N> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit());
    let digits = bytes.get(..digits.count())?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use lopdf::Document;

    use super::super::{Layout, compile, options};
    use super::*;
    use crate::document::sample::sample;

    #[test]
    fn a_packed_file_has_the_same_objects() {
        let document = sample();
        let plain = compile::compile(&document, &Layout::embedded(), |_, pages| {
            Ok(typst_pdf::pdf(pages, &options(&document)).unwrap())
        });
        let plain = plain.unwrap();
        let packed = packed(&plain);
        assert!(packed.len() * 10 < plain.len() * 9);

        let before = Document::load_mem(&plain).unwrap();
        let after = Document::load_mem(&packed).unwrap();
        assert!(before.objects.len() > 500);
        for (id, object) in &before.objects {
            assert_eq!(after.objects.get(id), Some(object), "{id:?}");
        }
        for key in [b"Root".as_slice(), b"Info", b"ID"] {
            assert_eq!(after.trailer.get(key).ok(), before.trailer.get(key).ok());
        }
    }

    #[test]
    fn what_is_no_pdf_of_typst_is_not_taken_apart() {
        let table = "xref\n0 2\n0000000000 65535 f \n0000000000 00000 n \n";
        let end = "trailer\n<<\n  /Size 2\n  /Root 1 0 R\n>>\nstartxref\n20\n%%EOF";
        let whole = format!("1 0 obj\n<<>>\nendobj\n{table}{end}");
        assert!(Plain::read(whole.as_bytes()).is_some());
        for broken in [
            String::new(),
            whole.replace("startxref\n20", "startxref\n19"),
            whole.replace("1 0 obj", "7 0 obj"),
            whole.replace("endobj", "enough"),
            whole.replace("/Size 2", "/Size 3"),
        ] {
            assert!(Plain::read(broken.as_bytes()).is_none(), "{broken}");
        }
    }

    #[test]
    fn a_line_says_how_it_differs_from_the_one_above() {
        let lines = from_the_line_above(&[Entry::at(9), Entry::at(515)]);
        assert_eq!(lines, [2, 1, 0, 0, 0, 9, 0, 0, 2, 0, 0, 0, 2, 250, 0, 0]);
    }
}
