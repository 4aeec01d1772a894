//! The source text: what the paper prints, line by line, with what every numeral of it is.

/// A stretch of a line.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    Words(String),
    /// A numeral with its unit and words of approximation, and the figures that are it.
    Figure(String, Vec<String>),
    /// A numeral that needs no figure, and why.
    Other(String, &'static str),
    /// A declared term, the numerals in it, its id.
    Term(String, Vec<String>, String),
}

/// A text that grows line by line.
#[derive(Debug, Default)]
pub(crate) struct Text {
    /// The lines; empty ones are blank.
    pub(crate) lines: Vec<Vec<Piece>>,
}

impl Text {
    /// Adds a line and says which it is, counted from 1.
    pub(crate) fn line(&mut self, pieces: Vec<Piece>) -> usize {
        self.lines.push(pieces);
        self.lines.len()
    }

    /// Adds a blank line.
    pub(crate) fn blank(&mut self) {
        self.lines.push(Vec::new());
    }

    /// The whole text as it would lie on a disk.
    pub(crate) fn whole(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(|line| joined(line)).collect();
        lines.join("\n")
    }
}

/// The characters of a line.
pub(crate) fn joined(line: &[Piece]) -> String {
    let pieces = line.iter().map(|piece| match piece {
        Piece::Words(text)
        | Piece::Figure(text, _)
        | Piece::Other(text, _)
        | Piece::Term(text, ..) => text.as_str(),
    });
    pieces.collect()
}

/// Words.
pub(crate) fn words(text: impl Into<String>) -> Piece {
    Piece::Words(text.into())
}

/// Words in which dates are numerals that need no figure: 2024年1月至6月.
pub(crate) fn dated(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let date = |c: char| c.is_ascii_digit() || ['年', '月', '日'].contains(&c);
        let end = rest[start..]
            .find(|c| !date(c))
            .map_or(rest.len(), |end| start + end);
        if start > 0 {
            pieces.push(words(&rest[..start]));
        }
        pieces.push(Piece::Other(rest[start..end].to_owned(), "date"));
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        pieces.push(words(rest));
    }
    pieces
}
