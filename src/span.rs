//! Places in the workspace's files.

use std::fmt;

use serde::Serialize;

/// Which file of a [`SourceSet`](crate::source::SourceSet).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

impl FileId {
    /// The file at this place of the list of files.
    pub(crate) fn of(index: usize) -> Self {
        Self(u32::try_from(index).expect("invariant: a workspace has fewer than 4294967296 files"))
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stretch of bytes in one file. A model of a whole country holds millions of them, so they are small: files of 4 GiB and
/// more are never read ([`source`](crate::source)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    first: u32,
    after: u32,
}

impl Span {
    /// A stretch of a file, from the first byte to the first one behind it.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let small = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            file,
            first: small(start),
            after: small(end),
        }
    }

    /// First byte.
    pub fn start(&self) -> usize {
        self.first as usize
    }

    /// First byte after it.
    pub fn end(&self) -> usize {
        self.after as usize
    }

    /// The very beginning of a file, for findings about the file as a whole.
    pub fn start_of(file: FileId) -> Self {
        Self::new(file, 0, 0)
    }
}

/// Where an entry of a data file stands, and the value of each of its keys. A model of a whole country has millions of
/// values, so their file is kept once and their keys as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    entry: Span,
    values: Box<[Value]>,
}

/// Where the value of a key stands, in the file of its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Value {
    key: u32,
    first: u32,
    after: u32,
}

/// A key of a data file as a number: 32-bit FNV-1a of its bytes, by which no two of our keys are alike.
pub(crate) const fn name(key: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let bytes = key.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

impl Keys {
    /// An entry of which no key is known yet.
    pub fn new(entry: Span) -> Self {
        Self {
            entry,
            values: Box::default(),
        }
    }

    /// The entry with these keys too, and where their values stand.
    #[must_use]
    pub fn with(self, more: impl IntoIterator<Item = (&'static str, Span)>) -> Self {
        let more = more.into_iter().map(|(key, span)| Value {
            key: name(key),
            first: span.first,
            after: span.after,
        });
        let values = self.values.into_iter().chain(more).collect();
        Self { values, ..self }
    }

    /// Where the entry begins.
    pub fn entry(&self) -> Span {
        self.entry
    }

    /// Where the value of a key stands; the entry's beginning without the key.
    pub fn of(&self, key: &str) -> Span {
        let key = name(key);
        let found = self.values.iter().find(|value| value.key == key);
        found.map_or(self.entry, |value| Span {
            file: self.entry.file,
            first: value.first,
            after: value.after,
        })
    }

    /// Where the value of the first of these keys stands that the entry has.
    pub fn first_of(&self, keys: &[&str]) -> Span {
        let mut found = keys.iter().map(|key| self.of(key));
        found.find(|span| *span != self.entry).unwrap_or(self.entry)
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Pairs a value with its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A place for people, both numbers counted from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LineColumn {
    /// Line.
    pub line: usize,
    /// Column in characters.
    pub column: usize,
}

impl LineColumn {
    /// Finds line and column of a byte offset; an offset inside a character counts as its start.
    pub fn of(text: &str, offset: usize) -> Self {
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let before = &text[..offset];
        let ends = line_ends(text).take_while(|end| *end <= offset);
        let (count, line_start) = ends.fold((0, 0), |(count, _), end| (count + 1, end));
        Self {
            line: count + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// Where each line ends, its end included, which may be any of `\n`, `\r\n` and `\r`.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let ends = move |at: &usize| match bytes[*at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    (0..bytes.len()).filter(ends).map(|at| at + 1)
}

impl fmt::Display for LineColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "name: 兴县\nlevel: 村x";
        let at = text.find('x').unwrap();
        assert_eq!(LineColumn::of(text, at), LineColumn { line: 2, column: 9 });
    }

    #[test]
    fn lines_end_as_on_any_system() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("甲{end}{end}乙x");
            let at = text.find('x').unwrap();
            assert_eq!(LineColumn::of(&text, at), LineColumn { line: 3, column: 2 });
        }
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        assert_eq!(LineColumn::of("ab", 99), LineColumn { line: 1, column: 3 });
    }
}
