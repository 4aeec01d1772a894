//! Sentences and paragraphs that a reader gets through in one breath.

use super::{ENDS, printed, printed_length};
use crate::{
    diagnostic::{Code, Finding},
    model::{County, Kind, Prose, Statement},
};

/// Longest sentence, in characters as printed.
const SENTENCE: usize = 120;
/// No number prints more characters than this.
const NUMBER: usize = 24;
/// Longest paragraph, in characters as printed.
const PARAGRAPH: usize = 300;

/// Reports sentences that are too long.
pub(super) fn sentences(county: &County, prose: &Prose) -> Option<Finding> {
    // Most texts are shorter than a sentence may be.
    if at_most(prose) <= SENTENCE {
        return None;
    }
    let printed = printed(county, prose);
    let lengths = printed.split(ENDS).map(|sentence| sentence.chars().count());
    let longest = lengths.max().filter(|longest| *longest > SENTENCE)?;
    let message = format!("a sentence of {longest} characters, expected {SENTENCE} at most");
    Some(
        Finding::warning(Code::LongSentence, prose.span, message)
            .with_help("make two of it, or leave out what matters less"),
    )
}

/// How many characters a text has at most, whatever its numbers print.
fn at_most(prose: &Prose) -> usize {
    let plain: usize = prose.texts().map(|text| text.chars().count()).sum();
    plain + prose.references().count() * NUMBER
}

/// Reports paragraphs that are too long: 基本情况, and what each initiative does and what came of it.
pub(super) fn paragraphs(county: &County) -> Vec<Finding> {
    let background: Vec<&Statement> = county.background.iter().collect();
    let of_initiatives = county.initiatives.iter().flat_map(|initiative| {
        let statements = initiative.statements.iter();
        let (results, practice) = statements.partition(|one| one.kind == Kind::Result);
        [practice, results]
    });
    let all = std::iter::once(background).chain(of_initiatives);
    all.filter_map(|statements: Vec<&Statement>| {
        let most: usize = statements.iter().map(|one| at_most(&one.text)).sum();
        if most <= PARAGRAPH {
            return None;
        }
        let lengths = statements.iter();
        let length: usize = lengths.map(|one| printed_length(county, &one.text)).sum();
        let last = statements.last().filter(|_| length > PARAGRAPH)?;
        let message = format!(
            "with this statement the paragraph is {length} characters long, expected {PARAGRAPH} at most"
        );
        Some(
            Finding::warning(Code::LongParagraph, last.text.span, message)
                .with_help("leave out what matters less, or make two initiatives of it"),
        )
    })
    .collect()
}
