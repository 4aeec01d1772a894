//! The data against the source texts themselves, where they are at hand: `check --sources DIR`.
//!
//! Without the texts the index stands for them; here it is proved that the index is complete, that each figure's numeral is
//! printed on its lines, that what doubts and terms quote is there, and that the text speaks of whom the figures do.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::{
    characters::comparable,
    copy_texts::{self, Agreement},
    lines,
    listed::is_confirmed,
    sentences, subjects,
};
use crate::{
    diagnostic::{Code, Finding},
    model::{County, IndexLine, Lines, Location, Model, SolidText, SourceId, SourceText, TextLine},
    span::Span,
};

/// Compares a model with the texts of its sources, each as read, and second copies with first ones; a source whose text is
/// not there is a finding.
pub fn against(
    model: &Model,
    texts: &BTreeMap<SourceId, String>,
) -> (Vec<Agreement>, Vec<Finding>) {
    against_readable(model, texts, &BTreeSet::new())
}

/// The same where some texts are there and not UTF-8, which is a finding too.
pub fn against_readable(
    model: &Model,
    texts: &BTreeMap<SourceId, String>,
    unreadable: &BTreeSet<SourceId>,
) -> (Vec<Agreement>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut solid = BTreeMap::new();
    let mut changed = BTreeSet::new();
    for source in model.sources.values() {
        let Some(text) = texts.get(&source.id) else {
            let bytes = unreadable.contains(&source.id);
            findings.push(if bytes {
                let message = format!("the text of source `{}` is not UTF-8", source.id);
                Finding::error(Code::NotUtf8, source.keys.of("id"), message)
                    .with_help(format!("save `{}.txt` as UTF-8", source.id))
            } else {
                let message = format!("there is no text of source `{}`", source.id);
                Finding::error(Code::SourceMissing, source.keys.of("id"), message)
                    .with_help(format!("put the text there as `{}.txt`", source.id))
            });
            continue;
        };
        let read = SolidText::new(text);
        let so_far = findings.len();
        if let Some(index) = &source.index {
            let lines = index_lines(source, index, &read, &mut findings);
            changed.extend(lines.into_iter().map(|line| (&source.id, line)));
        }
        if findings.len() == so_far {
            findings.extend(description(source, text, &read));
        }
        solid.insert(source.id.as_str(), read);
    }
    findings.extend(quotations(model, &solid, &changed));
    findings.extend(subjects::agree(model, &solid));
    findings.extend(sentences::agree(model, &solid));
    let (agreements, differences) = copy_texts::compare(model, &solid);
    findings.extend(differences);
    (agreements, findings)
}

/// Whether the text is the one described.
fn description(source: &SourceText, text: &str, read: &SolidText) -> Option<Finding> {
    let digest = Sha256::digest(text.as_bytes());
    let digest = data_encoding::HEXLOWER.encode(&digest);
    let alike = if source.index.is_some() {
        ", though its lines are those of the index: the checksum is wrong, or line ends, blanks or a byte order mark were changed"
    } else {
        ""
    };
    let (key, problem) = if digest == source.sha256.to_ascii_lowercase() {
        let problem = format!(
            "has {} lines, described are {}",
            read.line_count(),
            source.lines
        );
        // Where the index itself goes further, that is told without the text.
        let last = source.index.iter().flatten().map(|entry| entry.line).max();
        let further = last.is_some_and(|last| last > source.lines);
        let other = read.line_count() != source.lines && !further;
        ("lines", other.then_some(problem)?)
    } else {
        let problem = format!("has the SHA-256 `{digest}`, described is another{alike}");
        ("sha256", problem)
    };
    let message = format!("the text of source `{}` {problem}", source.id);
    Some(
        Finding::error(Code::SourceChanged, source.keys.of(key), message).with_help(
            "`briefings index FILE` describes the text as it is now; then go through what changed",
        ),
    )
}

/// Whether the index lists each line and each numeral of the text; the lines of which it does not are given back.
fn index_lines(
    source: &SourceText,
    index: &[IndexLine],
    read: &SolidText,
    findings: &mut Vec<Finding>,
) -> Vec<u32> {
    let lines = read.index();
    // Lines out of order or listed twice are told without the text.
    let mut index: Vec<&IndexLine> = index.iter().collect();
    index.sort_by_key(|entry| entry.line);
    index.dedup_by_key(|entry| entry.line);
    let Parted {
        alike,
        listed,
        printed,
    } = part(&index, &lines);
    let mut wrong = Vec::new();
    for (entry, line) in alike {
        if let Some(finding) = numerals(entry, line) {
            findings.push(finding);
            wrong.push(entry.line);
        }
    }
    if listed.len() == printed.len() {
        for (entry, line) in listed.iter().copied().zip(printed) {
            findings.push(changed(source, entry, line));
            wrong.push(entry.line);
        }
        if let Some((line, finding)) = moved(source, &index, &lines) {
            findings.push(finding);
            wrong.extend(
                index
                    .iter()
                    .map(|entry| entry.line)
                    .filter(|other| *other >= line),
            );
        }
        return wrong;
    }
    let (more, fewer) = (printed.len(), listed.len());
    let from = printed.first().map(|line| line.line);
    let from = from.or(listed.first().map(|entry| entry.line));
    let message = format!(
        "from line `{}` on the text of source `{}` has {more} lines where its index has {fewer}",
        from.unwrap_or(1),
        source.id
    );
    let entry = listed.first().copied().or_else(|| {
        let from = from.unwrap_or(1);
        let mut entries = index.iter().copied();
        entries
            .find(|entry| entry.line >= from)
            .or(index.last().copied())
    });
    let place = entry.map_or(source.keys.of("index"), |entry| entry.line_at);
    findings.push(
        Finding::error(Code::IndexIncomplete, place, message).with_help(
            "draft the index again with `briefings index FILE`, which keeps what is known",
        ),
    );
    // Nothing can be said of what stands behind.
    let first = entry.map_or(1, |entry| entry.line);
    wrong.extend((first..=source.lines.max(first)).take(index.len() + lines.len()));
    wrong
}

/// An index beside the lines of its text.
struct Parted<'i> {
    /// The same line in both.
    alike: Vec<(&'i IndexLine, &'i TextLine)>,
    /// What stands between the lines alike at the beginning and those at the end, in the index …
    listed: &'i [&'i IndexLine],
    /// … and in the text.
    printed: &'i [TextLine],
}

fn part<'i>(index: &'i [&'i IndexLine], lines: &'i [TextLine]) -> Parted<'i> {
    let same =
        |pair: &(&'i IndexLine, &'i TextLine)| pair.0.hash.is_none_or(|hash| hash == pair.1.hash);
    let pairs = index.iter().copied().zip(lines);
    let ahead: Vec<_> = pairs.take_while(same).collect();
    let (index, lines) = (&index[ahead.len()..], &lines[ahead.len()..]);
    let backwards = index.iter().rev().copied().zip(lines.iter().rev());
    let behind: Vec<_> = backwards.take_while(same).collect();
    let (listed, printed) = (index.len() - behind.len(), lines.len() - behind.len());
    Parted {
        alike: ahead.into_iter().chain(behind).collect(),
        listed: &index[..listed],
        printed: &lines[..printed],
    }
}

/// A line that is not the one that was indexed; numbers in it matter most.
fn changed(source: &SourceText, entry: &IndexLine, line: &TextLine) -> Finding {
    if let Some(finding) = numerals(entry, line) {
        return finding;
    }
    let message = format!(
        "line `{}` of source `{}` is not the one that was indexed",
        line.line, source.id
    );
    Finding::error(Code::SourceChanged, entry.hash_at, message)
        .with_help("compare the line with the data, then draft the index again")
}

/// The first line that has another number in the text: blank lines came or went.
fn moved(source: &SourceText, index: &[&IndexLine], lines: &[TextLine]) -> Option<(u32, Finding)> {
    let mut pairs = index.iter().zip(lines);
    let (entry, line) = pairs.find(|(entry, line)| entry.line != line.line)?;
    let message = format!(
        "line `{}` of the index is line `{}` of the text of source `{}`",
        entry.line, line.line, source.id
    );
    let finding = Finding::error(Code::SourceChanged, entry.line_at, message).with_help(
        "blank lines came or went: draft the index again and correct the lines in the data",
    );
    Some((entry.line.min(line.line), finding))
}

/// Numerals that the text prints and the index does not list, or the other way round.
fn numerals(entry: &IndexLine, line: &TextLine) -> Option<Finding> {
    let listed: Vec<&str> = entry
        .numerals
        .iter()
        .map(|numeral| numeral.text.as_str())
        .collect();
    let printed: Vec<&str> = line
        .numerals
        .iter()
        .map(|numeral| numeral.text.as_str())
        .collect();
    if listed == printed {
        return None;
    }
    let quoted = |numerals: &[&str]| match numerals {
        [] => "none".to_owned(),
        some => format!("`{}`", some.join("`, `")),
    };
    let alike = listed.iter().zip(&printed);
    let alike = alike
        .take_while(|(listed, printed)| listed == printed)
        .count();
    // Where one is missing at the end, what stands before it.
    let wrong = entry.numerals.get(alike).or(entry.numerals.last());
    let at = wrong.map_or(entry.line_at, |numeral| numeral.keys.of("text"));
    let message = format!(
        "the index lists {} on line `{}`, the text prints {}",
        quoted(&listed),
        line.line,
        quoted(&printed)
    );
    Some(
        Finding::error(Code::IndexIncomplete, at, message).with_help(
            "draft the index again with `briefings index FILE`, which keeps what is known",
        ),
    )
}

/// What the data say is printed somewhere.
struct Quotation<'m> {
    what: String,
    /// As quoted, then other forms that will do.
    printed: Vec<&'m str>,
    place: &'m Location,
    /// Where it is quoted.
    span: Span,
}

/// Figures, doubts and terms that quote what is not on their lines; what is told of a changed line is not told again.
fn quotations(
    model: &Model,
    texts: &BTreeMap<&str, SolidText>,
    changed: &BTreeSet<(&SourceId, u32)>,
) -> Vec<Finding> {
    let mut all: Vec<Quotation<'_>> = Vec::new();
    for county in model.counties.iter().chain(&model.half_read) {
        all.extend(of_county(model, county));
    }
    for term in &model.terms {
        if let Some(place) = &term.place {
            all.push(Quotation {
                what: format!("term `{}`", term.id),
                printed: std::iter::once(&term.text)
                    .chain(&term.variants)
                    .map(String::as_str)
                    .collect(),
                place,
                span: term.keys.of("text"),
            });
        }
    }
    let findings = all.iter().filter_map(|quotation| {
        let Location {
            source,
            lines,
            span,
        } = quotation.place;
        let text = texts.get(source.as_str())?;
        let told = |lines: &Lines| {
            let mut of_source = changed.iter().filter(|(id, _)| *id == source);
            of_source.any(|(_, line)| lines.contains(*line))
        };
        let there = model
            .sources
            .get(source)
            .is_none_or(|source| source.index.is_none() || lines::are_there(source, lines));
        if quotation.is_in(&text.of_lines(lines)) || told(lines) || !there {
            return None;
        }
        let message = format!(
            "{} is not on line `{lines}` of source `{source}`: `{}`",
            quotation.what, quotation.printed[0]
        );
        // What stands on another line is right, and the line wrong.
        let place = match quotation.is_in(&text.text) {
            true => *span,
            false => quotation.span,
        };
        Some(
            Finding::error(Code::NotInSource, place, message)
                .with_help("correct the lines or what is printed"),
        )
    });
    findings.collect()
}

impl Quotation<'_> {
    fn is_in(&self, text: &str) -> bool {
        let text = comparable(text);
        let mut forms = self.printed.iter();
        forms.any(|form| text.contains(&comparable(form)))
    }
}

fn of_county<'m>(model: &'m Model, county: &'m County) -> Vec<Quotation<'m>> {
    let mut all = Vec::new();
    for figure in &county.figures {
        for place in std::iter::once(&figure.source).chain(&figure.also) {
            // Where the index does not list it on these lines, that is told already.
            if is_confirmed(model, figure, place) {
                all.push(Quotation {
                    what: format!("figure `{}`", figure.id),
                    printed: vec![figure.printed.as_str()],
                    place,
                    span: figure.keys.of("printed"),
                });
            }
        }
    }
    for doubt in &county.doubts {
        if let Some(printed) = &doubt.printed {
            all.push(Quotation {
                what: format!("doubt `{}`", doubt.id),
                printed: vec![printed],
                place: &doubt.place,
                span: doubt.keys.of("printed"),
            });
        }
    }
    all
}
