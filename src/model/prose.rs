//! Prose of data files: text with references to figures.

use std::borrow::Cow;

use super::FigureId;
use crate::span::Span;

/// Text in which `{figure-id}` stands for a bound number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// Text and references in order.
    pub segments: Vec<Segment>,
    /// Where the text stands.
    pub span: Span,
}

/// A part of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Characters.
    Text(String),
    /// A bound number.
    Figure(Reference),
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

impl Segment {
    /// Its characters in the data file, in three parts that follow each other.
    fn written(&self) -> [&str; 3] {
        match self {
            Self::Text(text) => ["", text, ""],
            Self::Figure(Reference { figure, shape }) => match shape {
                Shape::Full => ["{", figure.as_str(), "}"],
                Shape::Value => ["{", figure.as_str(), ".value}"],
            },
        }
    }
}

impl Prose {
    /// Splits text into characters and references.
    ///
    /// # Errors
    ///
    /// What was expected, when a brace is not closed or holds no id.
    pub fn parse(text: &str, span: Span) -> Result<Self, String> {
        let mut segments = Vec::new();
        let mut rest = text;
        if text.contains(['｛', '｝']) {
            return Err(
                "expected half-width braces around a reference, like `{figure-id}`".to_owned(),
            );
        }
        while let Some(open) = rest.find(['{', '}']) {
            let (before, from) = rest.split_at(open);
            let inner = from
                .strip_prefix('{')
                .and_then(|inner| inner.split_once('}'));
            let Some((inner, after)) = inner else {
                return Err("expected `{figure-id}` with both braces".to_owned());
            };
            if !before.is_empty() {
                segments.push(Segment::Text(before.to_owned()));
            }
            let (id, shape) = match inner.strip_suffix(".value") {
                Some(id) => (id, Shape::Value),
                None => (inner, Shape::Full),
            };
            segments.push(Segment::Figure(Reference {
                figure: id.parse()?,
                shape,
            }));
            rest = after;
        }
        if !rest.is_empty() {
            segments.push(Segment::Text(rest.to_owned()));
        }
        // Most prose is one text, and a list that grew has room for four.
        segments.shrink_to_fit();
        Ok(Self { segments, span })
    }

    /// The text as it is written in the data file, folds left out.
    pub fn written(&self) -> Cow<'_, str> {
        match self.segments.as_slice() {
            [Segment::Text(text)] => Cow::Borrowed(text),
            segments => segments.iter().flat_map(Segment::written).collect(),
        }
    }

    /// Its segments with their offsets in the text as it is written.
    pub fn places(&self) -> impl Iterator<Item = (usize, &Segment)> {
        self.segments.iter().scan(0, |next, segment| {
            let at = *next;
            *next += segment.written().map(str::len).iter().sum::<usize>();
            Some((at, segment))
        })
    }

    /// The figures mentioned, in order.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Figure(reference) => Some(reference),
            Segment::Text(_) => None,
        })
    }

    /// The texts between the references.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Text(text) => Some(text.as_str()),
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
    }

    #[test]
    fn loose_braces_are_refused() {
        for bad in ["a{b", "a}b", "{}", "{行政村}", "{a{b}}"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
