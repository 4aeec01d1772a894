//! Characters that copies of one text print in different ways.

/// Text as it is compared: without white space and quotation marks, punctuation half-width, since copies differ in these.
pub(super) fn comparable(text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| !c.is_whitespace() && !is_quotation_mark(*c));
    kept.map(half_width).collect()
}

pub(super) fn is_quotation_mark(c: char) -> bool {
    ['“', '”', '‘', '’'].contains(&c)
}

pub(super) fn half_width(c: char) -> char {
    match c {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        '（' => '(',
        '）' => ')',
        '！' => '!',
        '？' => '?',
        '％' => '%',
        '～' => '~',
        other => other,
    }
}
