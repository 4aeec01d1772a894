//! Two copies of one text, clause by clause: what the second copy does not print as the first does is declared.

use std::collections::BTreeMap;

use super::characters::{half_width, is_quotation_mark};
use crate::{
    diagnostic::{Code, Finding},
    model::{DoubtCode, Model, SolidText, SourceId, SourceText},
};

/// Clauses shorter than this, in characters, may stand anywhere and say nothing about agreement.
const SHORTEST: usize = 4;

/// How much of a text its second copy prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// The second copy.
    pub copy: SourceId,
    /// The first.
    pub original: SourceId,
    /// Characters of the first in clauses that the copy prints alike.
    pub alike: usize,
    /// Characters of the first.
    pub characters: usize,
    /// Clauses that the copy does not print alike.
    pub different: usize,
}

/// A clause of the first copy that the second does not print alike.
struct Difference {
    clause: String,
    /// Its line in the first copy.
    line: u32,
    /// Between which lines of the second it would stand.
    between: (u32, u32),
}

/// Compares each second copy with its first; a difference that no doubt declares is a warning.
pub(super) fn compare(
    model: &Model,
    texts: &BTreeMap<&str, SolidText>,
) -> (Vec<Agreement>, Vec<Finding>) {
    let mut agreements = Vec::new();
    let mut findings = Vec::new();
    for copy in model.sources.values() {
        let Some(original) = &copy.copy_of else {
            continue;
        };
        let both = texts
            .get(original.as_str())
            .zip(texts.get(copy.id.as_str()));
        let Some((first, second)) = both else {
            continue;
        };
        let (alike, characters, differences) = differences(first, second);
        agreements.push(Agreement {
            copy: copy.id.clone(),
            original: original.clone(),
            alike,
            characters,
            different: differences.len(),
        });
        if alike * 2 < characters {
            let message = format!(
                "`{}` prints less than half of what `{original}` does",
                copy.id
            );
            findings.push(
                Finding::warning(Code::CopiesDiffer, copy.keys.of("copy_of"), message)
                    .with_help("correct `copy_of:`, or delete it where the texts are two"),
            );
            continue;
        }
        let open = differences
            .iter()
            .filter(|difference| !declared(model, copy, original, difference));
        findings.extend(open.map(|difference| told(copy, original, difference)));
    }
    (agreements, findings)
}

fn told(copy: &SourceText, original: &SourceId, difference: &Difference) -> Finding {
    let message = format!(
        "`{}` does not print what `{original}` has on line `{}`: {} characters that begin with `{}`",
        copy.id,
        difference.line,
        difference.clause.chars().count(),
        difference.clause.chars().take(6).collect::<String>()
    );
    Finding::warning(Code::CopiesDiffer, copy.keys.of("copy_of"), message)
        .with_help("declare a doubt `copies-differ` with the lines of either text")
}

fn declared(
    model: &Model,
    copy: &SourceText,
    original: &SourceId,
    difference: &Difference,
) -> bool {
    let doubts = model.counties.iter().flat_map(|county| &county.doubts);
    let mut differing = doubts.filter(|doubt| doubt.doubt.code == DoubtCode::CopiesDiffer);
    let (from, to) = difference.between;
    differing.any(|doubt| {
        let lines = &doubt.place.lines;
        let in_original = doubt.place.source == *original && lines.contains(difference.line);
        let in_copy = doubt.place.source == copy.id && (from..=to).any(|line| lines.contains(line));
        in_original || in_copy
    })
}

/// Characters in clauses alike, all characters, and the clauses that differ.
fn differences(first: &SolidText, second: &SolidText) -> (usize, usize, Vec<Difference>) {
    let copy = Plain::new(second);
    let clauses = clauses(first);
    let places: Vec<Option<(u32, u32)>> = clauses
        .iter()
        .map(|(clause, _)| copy.find(clause))
        .collect();
    let mut alike = 0;
    let mut characters = 0;
    let mut differences = Vec::new();
    for (index, (clause, line)) in clauses.iter().enumerate() {
        let length = clause.chars().count();
        characters += length;
        if places[index].is_some() || length < SHORTEST {
            alike += length;
            continue;
        }
        let before = places[..index].iter().rev().flatten().next();
        let after = places[index + 1..].iter().flatten().next();
        let from = before.map_or(1, |(_, end)| *end);
        let to = after.map_or(from, |(start, _)| *start);
        differences.push(Difference {
            clause: clause.clone(),
            line: *line,
            between: (from.min(to), from.max(to)),
        });
    }
    (alike, characters, differences)
}

/// What stands between marks of punctuation, with its line.
fn clauses(text: &SolidText) -> Vec<(String, u32)> {
    let mut clauses = Vec::new();
    let mut clause = String::new();
    let mut line = 1;
    for (at, c) in text.text.char_indices() {
        if is_quotation_mark(c) {
            continue;
        }
        if c.is_alphanumeric() || c == '%' {
            if clause.is_empty() {
                line = text.line_at(at);
            }
            clause.push(half_width(c));
        } else if !clause.is_empty() {
            clauses.push((std::mem::take(&mut clause), line));
        }
    }
    if !clause.is_empty() {
        clauses.push((clause, line));
    }
    clauses
}

/// A text without punctuation, with the way back to its lines.
struct Plain<'t> {
    text: &'t SolidText,
    plain: String,
    /// Offset in `plain` and in the text of each character.
    offsets: Vec<(usize, usize)>,
}

impl<'t> Plain<'t> {
    fn new(text: &'t SolidText) -> Self {
        let mut plain = String::new();
        let mut offsets = Vec::new();
        for (at, c) in text.text.char_indices() {
            if c.is_alphanumeric() || c == '%' {
                offsets.push((plain.len(), at));
                plain.push(half_width(c));
            }
        }
        Self {
            text,
            plain,
            offsets,
        }
    }

    /// First and last line of a clause.
    fn find(&self, clause: &str) -> Option<(u32, u32)> {
        let start = self.plain.find(clause)?;
        let line = |offset: usize| {
            let index = self.offsets.partition_point(|(plain, _)| *plain <= offset);
            self.text.line_at(self.offsets[index - 1].1)
        };
        Some((line(start), line(start + clause.len() - 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_that_the_copy_prints_otherwise_is_a_difference_with_its_place() {
        let first = SolidText::new("甲县很大，山水很多。\n乙县不大，水也不少。");
        let second = SolidText::new("甲 县 很\n大,\n山水真多。\n乙县不大，水也不少。");
        let (alike, characters, differences) = differences(&first, &second);
        assert_eq!((alike, characters, differences.len()), (12, 16, 1));
        assert_eq!(differences[0].clause, "山水很多");
        assert_eq!((differences[0].line, differences[0].between), (1, (2, 4)));
    }
}
