//! A source text as its numerals are found in it: without white space, with the line of each character.

use super::{FoundKind, LineHash, Lines, Quantity, read_numerals};

/// A line of a text as the index would list it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextLine {
    /// Its number, from 1.
    pub line: u32,
    /// That of its text.
    pub hash: LineHash,
    /// The numerals that begin on it: text and the last line that they reach.
    pub numerals: Vec<TextNumeral>,
}

/// A numeral of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextNumeral {
    /// As printed, white space dropped.
    pub text: String,
    /// What it is.
    pub kind: FoundKind,
    /// The last line that it reaches: digits and units may be broken over lines.
    pub end: u32,
    /// Where it begins in [`SolidText::text`].
    pub at: usize,
}

impl TextNumeral {
    /// The amount it states; none for dates and ordinals.
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.kind {
            FoundKind::Amount(quantity) => Some(quantity),
            FoundKind::Date | FoundKind::Ordinal => None,
        }
    }
}

/// A text without its white space, with the line of each character.
///
/// Newspapers break words and numbers over lines and space characters out; what is printed can only be found without
/// white space. A space between two digits stays as U+0020, since it parts two numbers.
#[derive(Debug, Clone)]
pub struct SolidText {
    /// The characters.
    pub text: String,
    /// Byte offset and line of each line's first character.
    starts: Vec<(usize, u32)>,
    lines: Vec<(u32, LineHash)>,
    count: u32,
}

impl SolidText {
    /// Takes a text apart.
    pub fn new(text: &str) -> Self {
        let mut solid = String::with_capacity(text.len());
        let mut starts = Vec::new();
        let mut lines = Vec::new();
        let mut count = 0;
        for (index, raw) in text.lines().enumerate() {
            count = u32::try_from(index + 1).unwrap_or(u32::MAX);
            if raw.trim().is_empty() {
                continue;
            }
            lines.push((count, LineHash::of(raw)));
            starts.push((solid.len(), count));
            let mut space = false;
            let mut first = true;
            for c in raw.chars() {
                if c.is_whitespace() || c == '\u{feff}' {
                    space = !first;
                    continue;
                }
                let parts =
                    space && c.is_ascii_digit() && solid.ends_with(|c: char| c.is_ascii_digit());
                if parts {
                    solid.push(' ');
                }
                solid.push(c);
                (space, first) = (false, false);
            }
        }
        Self {
            text: solid,
            starts,
            lines,
            count,
        }
    }

    /// How many lines the text has, blank ones included.
    pub fn line_count(&self) -> u32 {
        self.count
    }

    /// The line of the character at a byte offset of [`text`](Self::text).
    pub fn line_at(&self, offset: usize) -> u32 {
        let next = self.starts.partition_point(|(start, _)| *start <= offset);
        self.starts[..next].last().map_or(1, |(_, line)| *line)
    }

    /// The characters of these lines, joined.
    pub fn of_lines(&self, lines: &Lines) -> String {
        let mut joined = String::new();
        for (index, (start, line)) in self.starts.iter().enumerate() {
            if lines.contains(*line) {
                let end = self
                    .starts
                    .get(index + 1)
                    .map_or(self.text.len(), |(next, _)| *next);
                joined += &self.text[*start..end];
            }
        }
        joined
    }

    /// Every line that is not blank, with its numerals.
    pub fn index(&self) -> Vec<TextLine> {
        let mut lines: Vec<TextLine> = self
            .lines
            .iter()
            .map(|(line, hash)| TextLine {
                line: *line,
                hash: *hash,
                numerals: Vec::new(),
            })
            .collect();
        for found in read_numerals(&self.text) {
            let line = self.line_at(found.range.start);
            let numeral = TextNumeral {
                text: self.text[found.range.clone()].to_owned(),
                end: self.line_at(found.range.end - 1),
                at: found.range.start,
                kind: found.kind,
            };
            if let Ok(index) = lines.binary_search_by_key(&line, |entry| entry.line) {
                lines[index].numerals.push(numeral);
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numerals(text: &str) -> Vec<(u32, u32, String)> {
        let lines = SolidText::new(text).index();
        let all = lines.into_iter().flat_map(|line| {
            let number = line.line;
            line.numerals
                .into_iter()
                .map(move |n| (number, n.end, n.text))
        });
        all.collect()
    }

    #[test]
    fn numerals_are_found_where_they_begin_however_lines_break() {
        assert_eq!(
            numerals("共 24\n\n4 个村，不 到 两 天\n时间，917 户 2671\n人"),
            [
                (1, 3, "244个".to_owned()),
                (3, 3, "不到两天".to_owned()),
                (4, 4, "917户".to_owned()),
                (4, 5, "2671人".to_owned()),
            ]
        );
        assert_eq!(
            numerals("甲 12 34 个"),
            [(1, 1, "12".to_owned()), (1, 1, "34个".to_owned())],
            "a space parts two numbers"
        );
    }

    #[test]
    fn lines_are_counted_and_blank_ones_have_no_entry() {
        let text = SolidText::new("甲\r\n\r\n乙\n");
        assert_eq!(text.line_count(), 3);
        let lines: Vec<u32> = text.index().iter().map(|line| line.line).collect();
        assert_eq!(lines, [1, 3]);
        assert_eq!(text.index()[0].hash, LineHash::of("甲"));
        assert_eq!(text.of_lines(&"1-2".parse().unwrap()), "甲");
    }
}
