//! The numbers of headings: one list of three levels, and the counting that Word does with it.

use docx_rs::{
    AbstractNumbering, IndentLevel, Level, LevelJc, LevelSuffixType, LevelText, NumberFormat,
    Numbering, NumberingId, Numberings, ParagraphProperty, SpecialIndentType, Start,
};

use super::look::TWO_CELLS;
use super::style_id::id;

/// A level of the headings' list.
pub(super) struct Heading {
    pub(super) style: &'static str,
    format: &'static str,
    text: &'static str,
}

/// `一、`, `（一）`, `1.`
pub(super) const HEADINGS: [Heading; 3] = [
    Heading {
        style: "heading 1",
        format: HAN,
        text: "%1、",
    },
    Heading {
        style: "heading 2",
        format: HAN,
        text: "（%2）",
    },
    Heading {
        style: "heading 3",
        format: "decimal",
        text: "%3.",
    },
];

const HAN: &str = "chineseCountingThousand";
/// docx-rs always writes a list 1 of its own.
const LIST: usize = 2;

/// The list of the headings.
pub(super) fn numberings() -> Numberings {
    let levels = HEADINGS.iter().enumerate().map(|(level, heading)| {
        let (start, format) = (Start::new(1), NumberFormat::new(heading.format));
        let (text, align) = (LevelText::new(heading.text), LevelJc::new("left"));
        Level::new(level, start, format, text, align)
            .indent(
                Some(0),
                Some(SpecialIndentType::FirstLine(TWO_CELLS)),
                None,
                None,
            )
            .suffix(LevelSuffixType::Nothing)
            .paragraph_style(id(heading.style))
    });
    let list = levels.fold(AbstractNumbering::new(LIST), AbstractNumbering::add_level);
    Numberings::new()
        .add_abstract_numbering(list)
        .add_numbering(Numbering::new(LIST, LIST))
}

/// Makes a style count at a level, from 0.
pub(super) fn numbered(property: ParagraphProperty, level: usize) -> ParagraphProperty {
    property.numbering(NumberingId::new(LIST), IndentLevel::new(level))
}

/// A list as Word counts it.
#[derive(Debug, Clone, Default)]
pub(super) struct Counter {
    /// Format and text of each level.
    levels: Vec<(String, String)>,
    counts: Vec<u32>,
}

impl Counter {
    /// Counts with levels of format and text.
    pub(super) fn new(levels: Vec<(String, String)>) -> Self {
        let counts = vec![0; levels.len()];
        Self { levels, counts }
    }

    /// Counts the headings of a report.
    pub(super) fn headings() -> Self {
        let levels = HEADINGS.iter();
        Self::new(
            levels
                .map(|level| (level.format.to_owned(), level.text.to_owned()))
                .collect(),
        )
    }

    /// Counts one paragraph at a level, from 0, and returns its number as printed.
    pub(super) fn next(&mut self, level: usize) -> String {
        let Some((_, text)) = self.levels.get(level) else {
            return String::new();
        };
        self.counts[level] += 1;
        self.counts[level + 1..].fill(0);
        let mut text = text.clone();
        for (index, (format, _)) in self.levels.iter().enumerate() {
            let number = self.counts[index];
            let printed = match format.as_str() {
                HAN => han(number),
                _ => number.to_string(),
            };
            text = text.replace(&format!("%{}", index + 1), &printed);
        }
        text
    }
}

/// Word's `chineseCountingThousand` up to 99; beyond that no report has headings.
fn han(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u32| DIGITS[(value % 10) as usize];
    match number {
        0 => "〇".to_owned(),
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number)),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_word_does() {
        let mut counter = Counter::headings();
        let numbers = [0, 1, 1, 2, 2, 0, 2, 1, 2].map(|level| counter.next(level));
        let expected = [
            "一、",
            "（一）",
            "（二）",
            "1.",
            "2.",
            "二、",
            "1.",
            "（一）",
            "1.",
        ];
        assert_eq!(numbers, expected);
    }

    #[test]
    fn han_numbers() {
        let found = [1, 10, 11, 20, 21, 99].map(han);
        assert_eq!(found, ["一", "十", "十一", "二十", "二十一", "九十九"]);
    }
}
