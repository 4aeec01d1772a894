//! The data against the source texts themselves, where they are at hand: `check --sources DIR`.
//!
//! Without the texts the index stands for them; here it is proved that the index is complete, that each figure's numeral is
//! printed on its lines, and that what doubts and terms quote is there.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{
    characters::comparable,
    copy_texts::{self, Agreement},
};
use crate::{
    diagnostic::{Code, Finding},
    model::{IndexLine, Lines, Model, SolidText, SourceId, SourceText, TextLine},
    span::Span,
};

/// Compares a model with the texts of its sources, each as read, and second copies with first ones; a source whose text is
/// not there is a finding.
pub fn against(
    model: &Model,
    texts: &BTreeMap<SourceId, String>,
) -> (Vec<Agreement>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut solid = BTreeMap::new();
    for source in model.sources.values() {
        let Some(text) = texts.get(&source.id) else {
            let message = format!("there is no text of source `{}`", source.id);
            findings.push(
                Finding::error(Code::SourceMissing, source.span, message)
                    .with_help(format!("put the text there as `{}.txt`", source.id)),
            );
            continue;
        };
        let read = SolidText::new(text);
        findings.extend(description(source, text, &read));
        if let Some(index) = &source.index {
            index_lines(source, index, &read, &mut findings);
        }
        solid.insert(source.id.as_str(), read);
    }
    findings.extend(quotations(model, &solid));
    let (agreements, differences) = copy_texts::compare(model, &solid);
    findings.extend(differences);
    (agreements, findings)
}

/// Whether the text is the one described.
fn description(source: &SourceText, text: &str, read: &SolidText) -> Option<Finding> {
    let digest = Sha256::digest(text.as_bytes());
    let digest = data_encoding::HEXLOWER.encode(&digest);
    let problem = if digest == source.sha256.to_ascii_lowercase() {
        (read.line_count() != source.lines).then(|| {
            format!(
                "has {} lines, described are {}",
                read.line_count(),
                source.lines
            )
        })
    } else {
        Some(format!("has the SHA-256 `{digest}`, described is another"))
    };
    problem.map(|problem| {
        let message = format!("the text of source `{}` {problem}", source.id);
        Finding::error(Code::SourceChanged, source.span, message).with_help(
            "`briefings index FILE` describes the text as it is now; then go through what changed",
        )
    })
}

/// Whether the index lists each line and each numeral of the text.
fn index_lines(
    source: &SourceText,
    index: &[IndexLine],
    read: &SolidText,
    findings: &mut Vec<Finding>,
) {
    let mut listed: BTreeMap<u32, &IndexLine> =
        index.iter().map(|line| (line.line, line)).collect();
    for line in read.index() {
        let Some(entry) = listed.remove(&line.line) else {
            let message = format!(
                "line `{}` of source `{}` is not in its index",
                line.line, source.id
            );
            findings.push(incomplete(source.span, message));
            continue;
        };
        if entry.hash != line.hash {
            let message = format!(
                "line `{}` of source `{}` is not the one that was indexed",
                line.line, source.id
            );
            findings.push(
                Finding::error(Code::SourceChanged, entry.span, message)
                    .with_help("compare the line with the data, then draft the index again"),
            );
        }
        findings.extend(numerals(entry, &line));
    }
    for (number, entry) in listed {
        let message = format!("line `{number}` of the index is blank in the text or not there");
        findings.push(incomplete(entry.span, message));
    }
}

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
    let wrong = entry
        .numerals
        .iter()
        .zip(&printed)
        .find(|(numeral, printed)| numeral.text != **printed);
    let at = wrong.map_or(entry.span, |(numeral, _)| numeral.span);
    let message = format!(
        "the index lists {} on line `{}`, the text prints {}",
        quoted(&listed),
        line.line,
        quoted(&printed)
    );
    Some(incomplete(at, message))
}

fn incomplete(span: Span, message: String) -> Finding {
    Finding::error(Code::IndexIncomplete, span, message)
        .with_help("draft the index again with `briefings index FILE`, which keeps what is known")
}

/// What the data say is printed somewhere.
struct Quotation<'m> {
    what: String,
    /// As quoted, then other forms that will do.
    printed: Vec<&'m str>,
    source: &'m SourceId,
    lines: &'m Lines,
    span: Span,
}

/// Figures, doubts and terms that quote what is not on their lines.
fn quotations(model: &Model, texts: &BTreeMap<&str, SolidText>) -> Vec<Finding> {
    let mut all: Vec<Quotation<'_>> = Vec::new();
    for county in &model.counties {
        for figure in &county.figures {
            for place in std::iter::once(&figure.source).chain(&figure.also) {
                all.push(Quotation {
                    what: format!("figure `{}`", figure.id),
                    printed: vec![&figure.printed],
                    source: &place.source,
                    lines: &place.lines,
                    span: figure.span,
                });
            }
        }
        for doubt in &county.doubts {
            if let Some(printed) = &doubt.printed {
                all.push(Quotation {
                    what: format!("doubt `{}`", doubt.id),
                    printed: vec![printed],
                    source: &doubt.place.source,
                    lines: &doubt.place.lines,
                    span: doubt.doubt.span,
                });
            }
        }
    }
    for term in &model.terms {
        if let Some(place) = &term.place {
            all.push(Quotation {
                what: format!("term `{}`", term.id),
                printed: std::iter::once(&term.text)
                    .chain(&term.variants)
                    .map(String::as_str)
                    .collect(),
                source: &place.source,
                lines: &place.lines,
                span: term.span,
            });
        }
    }
    let absent = all.iter().filter(|quotation| {
        let text = texts.get(quotation.source.as_str());
        let text = text.map(|text| comparable(&text.of_lines(quotation.lines)));
        let holds = |text: &String| {
            let mut forms = quotation.printed.iter();
            forms.any(|form| text.contains(&comparable(form)))
        };
        text.is_some_and(|text| !holds(&text))
    });
    let findings = absent.map(|quotation| {
        let message = format!(
            "{} is not on line `{}` of source `{}`: `{}`",
            quotation.what, quotation.lines, quotation.source, quotation.printed[0]
        );
        Finding::error(Code::NotInSource, quotation.span, message)
            .with_help("correct the lines or what is printed")
    });
    findings.collect()
}
