//! Chinese is written with full-width punctuation and without Latin words.

use super::Text;
use crate::diagnostic::{Code, Finding};

/// Reports half-width punctuation beside Chinese characters, and the marks that stand for —— and ……
pub(super) fn half_width(text: &Text<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Most texts have none.
    let half = |byte: u8| full_width(char::from(byte)).is_some();
    if !text.written.bytes().any(half) {
        return findings;
    }
    let mut before = None;
    let mut chars = text.written.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        let beside = before.is_some_and(is_chinese) || after.is_some_and(is_chinese);
        if beside && let Some(full) = full_width(c) {
            findings.push(text.told(
                Code::HalfWidth,
                at,
                &text.written[at..at + c.len_utf8()],
                format!("half-width `{c}` in Chinese text"),
                &format!("write `{full}`"),
            ));
        }
        before = Some(c);
    }
    findings
}

/// The full-width form of a mark; none for what may stand in Chinese text. `{` and `-` belong to references.
fn full_width(c: char) -> Option<&'static str> {
    Some(match c {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '!' => "！",
        '?' => "？",
        '(' => "（",
        ')' => "）",
        '"' => "“ 或 ”",
        '\'' => "‘ 或 ’",
        '.' => "。",
        '~' => "—",
        _ => return None,
    })
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) || "，。；：、！？（）“”《》".contains(c)
}
