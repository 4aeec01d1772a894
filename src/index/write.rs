//! The YAML of a source file.

use std::fmt::Write as _;

use super::account::Line;
use crate::model::{Account, SourceId};

/// What a source file says of the text as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// How many lines the text has.
    pub lines: u32,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// Writes the file: the header as it was, with lines and checksum brought up to date, and the index.
pub(super) fn file(
    id: &SourceId,
    header: &Header,
    lines: &[Line],
    earlier: Option<&str>,
) -> String {
    let mut out = match earlier {
        Some(earlier) => kept(earlier, header),
        None => new(id, header),
    };
    out.push_str("index:\n");
    for line in lines {
        index_line(line, &mut out);
    }
    out
}

fn new(id: &SourceId, header: &Header) -> String {
    let Header { lines, sha256 } = header;
    format!(
        "# yaml-language-server: $schema=../schema/source.schema.json\n\
         id: {id}\n\
         title: null                  # as printed\n\
         form: null                   # 报纸版面文字稿, 网页文字稿 …\n\
         publisher: null              # null where the text does not say\n\
         date: null                   # null where the text does not say\n\
         covers: null                 # the time that it speaks of: 2021, 2021/2022-05\n\
         lines: {lines}\n\
         sha256: {sha256}\n"
    )
}

/// The lines of an earlier file up to its index, comments included.
fn kept(earlier: &str, header: &Header) -> String {
    let mut out = String::new();
    for line in earlier
        .lines()
        .take_while(|line| !line.starts_with("index:"))
    {
        if line.starts_with("lines:") {
            let _ = writeln!(out, "lines: {}", header.lines);
        } else if line.starts_with("sha256:") {
            let _ = writeln!(out, "sha256: {}", header.sha256);
        } else {
            let _ = writeln!(out, "{line}");
        }
    }
    out
}

fn index_line(line: &Line, out: &mut String) {
    let Line {
        line,
        hash,
        numerals,
    } = line;
    if numerals.is_empty() {
        let _ = writeln!(out, "  - {{line: {line}, hash: \"{hash}\"}}");
        return;
    }
    let _ = writeln!(out, "  - line: {line}\n    hash: \"{hash}\"\n    numerals:");
    for (text, account) in numerals {
        let _ = writeln!(
            out,
            "      - text: \"{}\"",
            text.replace('\\', "\\\\").replace('"', "\\\"")
        );
        let _ = match account {
            Account::Figures(figures) => {
                let names = figures.iter().map(|of| match &of.county {
                    Some(county) => format!("{county}/{}", of.figure),
                    None => of.figure.to_string(),
                });
                writeln!(
                    out,
                    "        figures: [{}]",
                    names.collect::<Vec<_>>().join(", ")
                )
            }
            Account::Term(id) => writeln!(out, "        term: {id}"),
            Account::LeftOut(reason) => writeln!(out, "        reason: {}", reason.word()),
            Account::Open => Ok(()),
        };
    }
}
