//! Prose of data files: text with references to figures.

use super::FigureId;
use crate::span::Span;

/// Text in which `{figure-id}` stands for a bound number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// The text as it is written in the data file, folds left out.
    written: Box<str>,
    /// The figures that it mentions, in order, each with the byte that its brace stands at.
    mentions: Box<[(usize, Reference)]>,
    /// Where the text stands.
    pub span: Span,
}

/// A part of prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment<'p> {
    /// Characters.
    Text(&'p str),
    /// A bound number.
    Figure(&'p Reference),
}

/// A mention of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Which.
    pub figure: FigureId,
    /// With or without its unit.
    pub shape: Shape,
}

/// How a mentioned number is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Value, qualifier and unit.
    Full,
    /// Without unit.
    Value,
}

impl Reference {
    /// How many bytes it has with its braces.
    fn written_len(&self) -> usize {
        let shape = match self.shape {
            Shape::Full => "",
            Shape::Value => VALUE,
        };
        "{".len() + self.figure.as_str().len() + shape.len() + "}".len()
    }
}

/// What a reference ends in that is printed without its unit.
const VALUE: &str = ".value";

impl Prose {
    /// Splits text into characters and references.
    ///
    /// # Errors
    ///
    /// What was expected, when a brace is not closed or holds no id.
    pub fn parse(text: &str, span: Span) -> Result<Self, String> {
        if text.contains(['｛', '｝']) {
            return Err(
                "expected half-width braces around a reference, like `{figure-id}`".to_owned(),
            );
        }
        let mut mentions = Vec::new();
        let mut at = 0;
        while let Some(before) = text[at..].find(['{', '}']) {
            let open = at + before;
            let inner = text[open..]
                .strip_prefix('{')
                .and_then(|inner| inner.split_once('}'));
            let Some((inner, _)) = inner else {
                return Err("expected `{figure-id}` with both braces".to_owned());
            };
            let (id, shape) = match inner.strip_suffix(VALUE) {
                Some(id) => (id, Shape::Value),
                None => (inner, Shape::Full),
            };
            let figure = id.parse()?;
            mentions.push((open, Reference { figure, shape }));
            at = open + "{}".len() + inner.len();
        }
        Ok(Self {
            written: text.into(),
            mentions: mentions.into(),
            span,
        })
    }

    /// The text as it is written in the data file, folds left out.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Its parts in order.
    pub fn segments(&self) -> impl Iterator<Item = Segment<'_>> {
        self.places().map(|(_, segment)| segment)
    }

    /// Its parts in order, each with its offset in the text as it is written.
    pub fn places(&self) -> impl Iterator<Item = (usize, Segment<'_>)> {
        let mut at = 0;
        let mut mentions = self.mentions.iter().peekable();
        std::iter::from_fn(move || {
            let start = at;
            match mentions.next_if(|(open, _)| *open == start) {
                Some((_, reference)) => {
                    at += reference.written_len();
                    Some((start, Segment::Figure(reference)))
                }
                None => {
                    at = mentions
                        .peek()
                        .map_or(self.written.len(), |(open, _)| *open);
                    (start < at).then(|| (start, Segment::Text(&self.written[start..at])))
                }
            }
        })
    }

    /// The figures mentioned, in order.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.mentions.iter().map(|(_, reference)| reference)
    }

    /// The texts between the references.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.segments().filter_map(|segment| match segment {
            Segment::Text(text) => Some(text),
            Segment::Figure(_) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::FileId;

    fn parse(text: &str) -> Result<Prose, String> {
        Prose::parse(text, Span::start_of(FileId(0)))
    }

    #[test]
    fn references_split_the_text() {
        let prose = parse("共{villages}、{area.value}平方米").unwrap();
        let ids: Vec<_> = prose
            .references()
            .map(|r| (r.figure.to_string(), r.shape))
            .collect();
        assert_eq!(
            ids,
            [
                ("villages".to_owned(), Shape::Full),
                ("area".to_owned(), Shape::Value)
            ]
        );
        assert_eq!(prose.texts().collect::<Vec<_>>(), ["共", "、", "平方米"]);
        let places: Vec<usize> = prose.places().map(|(at, _)| at).collect();
        assert_eq!(places, [0, 3, 13, 16, 28]);
    }

    #[test]
    fn loose_braces_are_refused() {
        for bad in ["a{b", "a}b", "{}", "{行政村}", "{a{b}}"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
