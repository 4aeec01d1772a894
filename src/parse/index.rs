//! The index of a source text: its lines with their numerals and what became of each.

use std::str::FromStr;

use super::reader::{Reader, Target, all};
use crate::{
    diagnostic::{Code, Finding},
    model::{Account, FigureId, FigureOf, IndexLine, IndexedNumeral, LeftOut, LineHash, TermId},
    yaml::Node,
};

/// Reads `index:`; a line that could not be read is left out and told.
pub(super) fn lines(reader: &mut Reader, node: &Node) -> Vec<IndexLine> {
    let entries = reader.decoder.list(Some(node));
    all(entries, |entry| line(reader, entry))
}

fn line(reader: &mut Reader, node: &Node) -> Option<IndexLine> {
    let mut fields = reader.decoder.map(node, "line")?;
    let number = fields.need(&mut reader.decoder, "line").and_then(|node| {
        let parse = |text: &str| match text.parse::<u32>() {
            Ok(line) if line > 0 => Ok(line),
            Ok(_) | Err(_) => Err("expected a line number, the first line is 1".to_owned()),
        };
        reader.decoder.parsed(node, Code::WrongType, parse)
    });
    let hash = reader.need::<LineHash>(&mut fields, "hash");
    let numerals = fields.take("numerals");
    let numerals = reader.decoder.list(numerals);
    let numerals = all(numerals, |node| numeral(reader, node));
    fields.finish(&mut reader.decoder);
    let number = number?;
    Some(IndexLine {
        line: number.value,
        line_at: number.span,
        hash_at: hash.as_ref().map_or(number.span, |hash| hash.span),
        // One that could not be read is told, and fits any line.
        hash: hash.map(|hash| hash.value),
        numerals,
    })
}

fn numeral(reader: &mut Reader, node: &Node) -> Option<IndexedNumeral> {
    let mut fields = reader.decoder.map(node, "numeral")?;
    let text = fields.need_text(&mut reader.decoder, "text");
    let so_far = reader.decoder.findings.len();
    let figures = fields.take("figures");
    let figures: Option<Vec<FigureOf>> = figures.map(|node| {
        let list = reader.decoder.list(Some(node));
        all(list, |node| {
            let id = reader.decoder.parsed(node, Code::WrongType, str::parse);
            id.map(|id| id.value)
        })
    });
    let term = reader.take_reference::<TermId>(&mut fields, "term", Target::Term);
    let reason = fields
        .take("reason")
        .map(|node| reader.decoder.word(node, &LeftOut::WORDS));
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    let mut accounts: Vec<Account> = Vec::new();
    accounts.extend(figures.filter(|ids| !ids.is_empty()).map(Account::Figures));
    accounts.extend(term.map(Account::Term));
    accounts.extend(reason.flatten().map(Account::LeftOut));
    let told = reader.decoder.findings.len() > so_far;
    let account = match accounts.len() {
        0 if !told => Account::Open,
        1 if !told => accounts.remove(0),
        // What cannot be told from what was read is no account, and not open either.
        _ => Account::Figures(Vec::new()),
    };
    if !accounts.is_empty()
        && matches!(&account, Account::Figures(none) if none.is_empty())
        && !told
    {
        let finding = Finding::error(
            Code::UnaccountedNumeral,
            keys.entry(),
            "this numeral has more than one of `figures`, `term` and `reason`",
        );
        reader
            .decoder
            .findings
            .push(finding.with_help("keep the one that is true"));
    }
    let text = text?.value;
    Some(IndexedNumeral {
        kind: IndexedNumeral::read(&text),
        text,
        account,
        keys,
    })
}

impl FromStr for FigureOf {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (county, figure) = match text.split_once('/') {
            Some((county, figure)) => (Some(county.parse()?), figure),
            None => (None, text),
        };
        let figure: FigureId = figure.parse()?;
        Ok(Self { county, figure })
    }
}
