//! How prose reads: what an editor would strike out or send back. All are warnings, one rule per file.
//!
//! Quoted words and titles are another's, and declared names are verbatim: rules of wording look at the rest.

mod headings;
mod length;
mod numbers;
mod openings;
mod praise;
mod punctuation;
mod scope;
mod verbs;

use std::{borrow::Cow, ops::Range};

use crate::{
    diagnostic::{Code, Finding, Focus},
    model::{County, Prose, Segment, Shape},
    span::Span,
};

/// Runs every rule on what is told of a county.
pub(super) fn read(county: &County) -> Vec<Finding> {
    let mut findings = Vec::new();
    for prose in texts(county) {
        let text = Text {
            written: prose.written(),
            span: prose.span,
        };
        findings.extend(praise::words(&text));
        findings.extend(punctuation::half_width(&text));
        findings.extend(length::sentences(county, prose));
        findings.extend(numbers::with_unit(county, prose));
        findings.extend(verbs::in_lists(&text));
    }
    findings.extend(length::paragraphs(county));
    findings.extend(openings::repeated(county));
    findings.extend(headings::telling(county));
    findings.extend(scope::kept(county));
    findings
}

/// What is printed as running text: statements and the sentences of initiatives.
fn texts(county: &County) -> impl Iterator<Item = &Prose> {
    let statements = county.statements().map(|statement| &statement.text);
    let gists = county.initiatives.iter().map(|initiative| &initiative.gist);
    statements.chain(gists)
}

/// A text as it is written in the data.
struct Text<'t> {
    written: &'t str,
    span: Span,
}

impl<'t> Text<'t> {
    /// Whether a place of the text is another's words. Few places are asked.
    fn is_quoted(&self, at: usize) -> bool {
        quoted(self.written).iter().any(|range| range.contains(&at))
    }

    /// The sentence around a place of the text.
    fn sentence(&self, at: usize) -> &'t str {
        let start = self.written[..at].rfind(ENDS).map_or(0, |end| {
            end + self.written[end..].chars().next().map_or(0, char::len_utf8)
        });
        let end = self.written[at..].find(ENDS);
        &self.written[start..end.map_or(self.written.len(), |end| at + end)]
    }

    /// A warning about some words of the text.
    fn told(&self, code: Code, at: usize, words: &str, message: String, help: &str) -> Finding {
        Finding::warning(code, self.span, message)
            .with_focus(Focus::at(self.written, at, words))
            .with_help(help)
    }
}

/// What ends a sentence.
const ENDS: [char; 3] = ['。', '！', '？'];

/// What stands between quotation marks or in a title, the marks included.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let pairs = [('“', '”'), ('《', '》'), ('‘', '’')];
    let mut found = Vec::new();
    for (open, close) in pairs {
        let starts = text.match_indices(open);
        found.extend(starts.map(|(start, _)| {
            let end = text[start..].find(close);
            let end = end.map_or(text.len(), |end| start + end + close.len_utf8());
            start..end
        }));
    }
    found
}

/// How many characters a text has as printed, its numbers included.
pub(super) fn printed_length(county: &County, prose: &Prose) -> usize {
    printed(county, prose).chars().count()
}

/// A text as printed.
fn printed(county: &County, prose: &Prose) -> String {
    let parts = prose.segments().map(|segment| match segment {
        Segment::Text(text) => Cow::Borrowed(text),
        Segment::Figure(reference) => {
            let number = county.number(&reference.figure);
            Cow::Owned(number.map_or_else(String::new, |number| {
                let printed = number.quantity().printed();
                match reference.shape {
                    Shape::Full => printed.full(),
                    Shape::Value => printed.bare(),
                }
            }))
        }
    });
    parts.collect()
}
