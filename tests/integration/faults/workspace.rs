//! The files of a workspace while a fault is put into them: texts in which single bytes can stand that are no UTF-8, and
//! in which places can be marked.

use std::collections::BTreeMap;

use county_briefings::{model::LineHash, span::LineColumn};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::case::{Case, Change, Spot, What};
use crate::{
    small,
    support::{Project, files_below, repository},
};

/// Stands before the place that is meant, and is taken out before anything is written.
pub(super) const MARK: char = '⟦';

/// A byte that is no character stands as a private one from here on.
const BYTES: u32 = 0xF700;

/// How a whole file is saved.
#[derive(Debug, Clone, Copy)]
pub(super) enum Encoding {
    Gbk,
    Utf16Le,
    Utf16Be,
    Crlf,
    Cr,
    Bom,
}

impl Encoding {
    pub(super) fn named(name: &str) -> Self {
        match name {
            "gbk" => Self::Gbk,
            "utf-16le" => Self::Utf16Le,
            "utf-16be" => Self::Utf16Be,
            "crlf" => Self::Crlf,
            "cr" => Self::Cr,
            "bom" => Self::Bom,
            other => panic!("no encoding `{other}`"),
        }
    }

    fn apply(self, text: &str) -> String {
        let units = || text.encode_utf16();
        match self {
            Self::Gbk => private(&encoding_rs::GBK.encode(text).0),
            Self::Utf16Le => private(&units().flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
            Self::Utf16Be => private(&units().flat_map(u16::to_be_bytes).collect::<Vec<_>>()),
            Self::Crlf => text.replace('\n', "\r\n"),
            Self::Cr => text.replace('\n', "\r"),
            Self::Bom => format!("\u{FEFF}{text}"),
        }
    }
}

/// Bytes as they stand in our texts: ASCII as it is, all others as private characters.
fn private(bytes: &[u8]) -> String {
    let of = |byte: &u8| match byte {
        0..=0x7F => char::from(*byte),
        _ => char::from_u32(BYTES + u32::from(*byte)).unwrap(),
    };
    bytes.iter().map(of).collect()
}

/// Text of the corpus: `⟪09⟫` is a byte, `⟪C3 28⟫` are two, `⟪[ × 9⟫` is nine times the same.
pub(super) fn raw(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('⟪') {
        let (inner, after) = from.split_once('⟫').expect("`⟪` is closed");
        out += before;
        out += &match inner.rsplit_once(" × ") {
            Some((part, times)) => part.repeat(times.parse().expect("a number of times")),
            None => private(
                &inner
                    .split(' ')
                    .map(|byte| u8::from_str_radix(byte, 16).expect("a byte in hexadecimal"))
                    .collect::<Vec<_>>(),
            ),
        };
        rest = after;
    }
    out + rest
}

/// The files of the small workspace, its texts and the program's templates among them.
#[derive(Debug, Clone)]
pub(super) struct Workspace {
    files: BTreeMap<String, String>,
    /// Where the mark stood.
    mark: Option<At>,
}

/// Where something is: file, line and column.
pub(super) type At = (String, LineColumn);

impl Workspace {
    pub(super) fn small() -> Self {
        let own = small::FILES.iter().chain(&small::TEXTS);
        let own = own.map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        let templates = repository().join("templates");
        let templates = files_below(&templates).into_iter().map(|path| {
            let text = std::fs::read_to_string(templates.join(&path)).unwrap();
            (format!("templates/{path}"), text)
        });
        Self {
            files: own.chain(templates).collect(),
            mark: None,
        }
    }

    /// The text of a file.
    pub(super) fn text(&self, file: &str) -> Option<&str> {
        self.files.get(file).map(String::as_str)
    }

    /// Adds or replaces a file.
    pub(super) fn put(&mut self, file: &str, text: String) {
        self.files.insert(file.to_owned(), text);
    }

    /// Makes the changes of a case, and says where the fault is.
    pub(super) fn change(&mut self, case: &Case) -> Option<At> {
        self.mark = None;
        for change in &case.changes {
            self.one(case, change);
        }
        self.take_mark();
        let fault = case.fault.as_ref().map(|spot| self.find(spot));
        self.mark.take().or(fault)
    }

    fn one(&mut self, case: &Case, change: &Change) {
        let Change { file, what } = change;
        if let What::Append(text) = what {
            self.files.entry(file.clone()).or_default().push_str(text);
            return;
        }
        if let What::Describe = what {
            self.describe(file);
            return;
        }
        if matches!(what, What::Encode(_)) {
            self.take_mark();
        }
        let text = self
            .files
            .remove(file)
            .unwrap_or_else(|| panic!("{case}: there is no `{file}`"));
        let (name, text) = match what {
            What::Append(_) | What::Remove | What::Describe => return,
            What::Rename(name) => (name, text),
            What::Encode(encoding) => (file, encoding.apply(&text)),
            What::CutAfter(last) => {
                let at = text.find(last.as_str());
                let at = at.unwrap_or_else(|| panic!("{case}: no `{last}` in `{file}`"));
                (file, text[..at + last.len()].to_owned())
            }
            What::Replace(from, to) => {
                assert!(
                    text.contains(from.as_str()),
                    "{case}: no `{from}` in `{file}`"
                );
                (file, text.replacen(from.as_str(), to, 1))
            }
        };
        self.files.insert(name.clone(), text);
    }

    /// Brings lines, checksum and hashes of a source up to date with its text.
    fn describe(&mut self, file: &str) {
        let name = file.rsplit('/').next().unwrap().trim_end_matches(".yaml");
        let text = self.files[&format!("texts/{name}.txt")].replace(MARK, "");
        let lines: Vec<&str> = text.split('\n').collect();
        let mut line = 0;
        let mut described = Vec::new();
        for old in self.files[file].lines() {
            if let Some((_, number)) = old.split_once("line: ") {
                let digits = number.split(|c: char| !c.is_ascii_digit()).next().unwrap();
                line = digits.parse::<usize>().unwrap();
            }
            let hash = lines
                .get(line.saturating_sub(1))
                .map(|line| LineHash::of(line).to_string());
            described.push(match old.split_once("hash: \"") {
                Some((before, rest)) => {
                    let after = rest.split_once('"').unwrap().1;
                    format!("{before}hash: \"{}\"{after}", hash.unwrap_or_default())
                }
                None if old.starts_with("lines: ") => format!("lines: {}", lines.len()),
                None if old.starts_with("sha256: ") => {
                    let digest = Sha256::digest(text.as_bytes());
                    format!("sha256: {}", HEXLOWER.encode(&digest))
                }
                None => old.to_owned(),
            });
        }
        self.files
            .insert(file.to_owned(), described.join("\n") + "\n");
    }

    /// Takes the mark out and notes where it stood.
    fn take_mark(&mut self) {
        for (file, text) in &mut self.files {
            if let Some(at) = text.find(MARK) {
                text.remove(at);
                assert!(!text.contains(MARK), "two marks in `{file}`");
                assert!(self.mark.is_none(), "marks in two files");
                self.mark = Some((file.clone(), line_column(text, at)));
            }
        }
    }

    /// The place of a spot; what is no file any more has only a beginning.
    pub(super) fn find(&self, spot: &Spot) -> At {
        let text = self.files.get(&spot.file).map_or("", String::as_str);
        let Some((before, after)) = spot.text.split_once(MARK) else {
            return (spot.file.clone(), line_column("", 0));
        };
        let at = text.find(&format!("{before}{after}"));
        let at = at.unwrap_or_else(|| panic!("no `{before}{after}` in `{}`", spot.file));
        (spot.file.clone(), line_column(text, at + before.len()))
    }

    /// Writes all files into a folder of their own.
    pub(super) fn write(&self) -> Project {
        let project = Project::empty();
        for (path, text) in &self.files {
            project.write_bytes(path, &bytes(text));
        }
        project
    }
}

/// A byte order mark is no column.
fn line_column(text: &str, at: usize) -> LineColumn {
    let bare = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    LineColumn::of(bare, at.saturating_sub(text.len() - bare.len()))
}

fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c).checked_sub(BYTES) {
            Some(byte @ 0x80..=0xFF) => out.push(u8::try_from(byte).unwrap()),
            Some(_) | None => out.extend(c.encode_utf8(&mut [0; 4]).bytes()),
        }
    }
    out
}
