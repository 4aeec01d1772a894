//! Drafts and typed blocks become the body of a document.

use std::collections::{BTreeMap, BTreeSet};

use super::ComposeError;
use crate::{
    document::{Block, BlockId, Body, Document, Level, ParagraphStyle},
    markdown::{Content, Draft},
};

/// Typed blocks by the id of the place that a template gives them.
pub(super) type Inserts = BTreeMap<String, Vec<Block>>;

/// Puts drafts and typed blocks in order; every id once, every typed block used.
pub(super) fn blocks(
    drafts: Vec<Draft>,
    mut inserts: Inserts,
    template: &'static str,
) -> Result<Vec<Block>, ComposeError> {
    let mut out: Vec<Block> = Vec::new();
    for draft in drafts {
        let failed = |problem: &str| ComposeError::Block {
            template,
            block: draft.id.clone(),
            problem: problem.to_owned(),
        };
        if draft.id.is_empty() {
            return Err(failed(
                "a block has no id: write `{{#block report \"name\"}}`",
            ));
        }
        let body = match draft.content {
            Content::Insert(_) => {
                let typed = inserts.remove(&draft.id);
                out.extend(
                    typed.ok_or_else(|| failed("there is no table, chart or list of this id"))?,
                );
                continue;
            }
            Content::Heading(level, text) => Body::Heading {
                level: level_of(level),
                number: String::new(),
                text,
            },
            Content::Paragraph(style, text) => Body::Paragraph {
                style: match style.as_str() {
                    "" => ParagraphStyle::Body,
                    "lead" => ParagraphStyle::Lead,
                    "summary" => ParagraphStyle::Summary,
                    "case" => ParagraphStyle::Case,
                    _ => {
                        return Err(failed(
                            "unknown style, expected `lead`, `summary` or `case`",
                        ));
                    }
                },
                text,
            },
        };
        out.push(Block {
            id: BlockId::new(draft.id),
            body,
        });
    }
    if out.is_empty() {
        return Err(ComposeError::Block {
            template,
            block: String::new(),
            problem: "the template writes no block at all".to_owned(),
        });
    }
    if let Some(dropped) = inserts.into_keys().next() {
        return Err(ComposeError::Block {
            template,
            block: dropped,
            problem: "the template gives this table, chart or list no place".to_owned(),
        });
    }
    let mut seen = BTreeSet::new();
    match out.iter().find(|block| !seen.insert(&block.id)) {
        Some(twice) => Err(ComposeError::Block {
            template,
            block: twice.id.to_string(),
            problem: "two blocks have this id".to_owned(),
        }),
        None => Ok(out),
    }
}

fn level_of(level: u8) -> Level {
    match level {
        1 => Level::One,
        2 => Level::Two,
        _ => Level::Three,
    }
}

/// Numbers headings, tables and charts in order of appearance.
pub(super) fn number(document: &mut Document) {
    let mut counters = [0_usize; 3];
    let (mut tables, mut charts) = (0, 0);
    for block in &mut document.blocks {
        match &mut block.body {
            Body::Heading { level, number, .. } => {
                let depth = usize::from(u8::from(*level)) - 1;
                counters[depth] += 1;
                counters[depth + 1..].fill(0);
                *number = match level {
                    Level::One => format!("{}、", chinese(counters[0])),
                    Level::Two => format!("（{}）", chinese(counters[1])),
                    Level::Three => format!("{}.", counters[2]),
                };
            }
            Body::Table(table) => {
                tables += 1;
                table.number = format!("表{tables}");
            }
            Body::Chart(chart) => {
                charts += 1;
                chart.number = format!("图{charts}");
            }
            Body::Paragraph { .. } | Body::List { .. } | Body::KeyFact(_) => {}
        }
    }
}

/// 1 to 99 in Chinese numerals.
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10, number % 10);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        2..=9 => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_count_in_chinese() {
        let counted: Vec<String> = [1, 9, 10, 11, 20, 21, 99].map(chinese).into();
        assert_eq!(
            counted,
            ["一", "九", "十", "十一", "二十", "二十一", "九十九"]
        );
    }
}
