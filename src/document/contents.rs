//! The list of headings in front of a long report.

use super::{Block, Body, Document, Inline, Level};

/// Fifteen pages of text and tables or so; who has fewer turns them.
const LONG: usize = 9000;

/// A list of more than a page is no help.
const MOST: usize = 20;

/// A heading in the list of contents.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'d> {
    /// The heading's block.
    pub block: &'d Block,
    /// One or two.
    pub level: Level,
    /// `一、`
    pub number: &'d str,
    /// The heading without its number.
    pub text: &'d [Inline],
}

impl Document {
    /// Whether it is so long that readers need a list of its headings.
    pub fn is_long(&self) -> bool {
        let pieces = self.pieces();
        let runs = pieces.iter().flat_map(|piece| &piece.text);
        let characters: usize = runs.map(|run| run.text.chars().count()).sum();
        characters >= LONG && self.headings().next().is_some()
    }

    /// What its list of contents lists: headings of two levels, of one where those were too many; nothing where it has none.
    pub fn contents(&self) -> impl Iterator<Item = Entry<'_>> {
        let many = self.headings().count() > MOST;
        let listed = move |entry: &Entry<'_>| !many || entry.level == Level::One;
        self.headings()
            .filter(|_| self.meta.contents)
            .filter(listed)
    }

    /// The headings of the first two levels.
    fn headings(&self) -> impl Iterator<Item = Entry<'_>> {
        self.blocks.iter().filter_map(|block| match &block.body {
            Body::Heading {
                level: level @ (Level::One | Level::Two),
                number,
                text,
            } => Some(Entry {
                block,
                level: *level,
                number,
                text,
            }),
            Body::Heading { .. }
            | Body::Paragraph { .. }
            | Body::List { .. }
            | Body::Table(_)
            | Body::Chart(_)
            | Body::KeyFact(_) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockId, sample::sample};

    fn numbers(document: &Document) -> Vec<&str> {
        document.contents().map(|entry| entry.number).collect()
    }

    #[test]
    fn a_short_report_is_not_long_and_lists_nothing() {
        let document = sample();
        assert!(!document.is_long());
        assert_eq!(numbers(&document), Vec::<&str>::new());
    }

    #[test]
    fn headings_of_two_levels_are_listed_unless_they_are_too_many() {
        let mut document = sample();
        document.meta.contents = true;
        let two = [
            "一、",
            "二、",
            "（一）",
            "（二）",
            "三、",
            "四、",
            "五、",
            "六、",
            "七、",
        ];
        assert_eq!(numbers(&document), two);
        let theme = document
            .blocks
            .iter()
            .find(|block| block.id.as_str() == "practice.grids");
        let theme = theme.unwrap().clone();
        document.blocks.extend((0..20).map(|index| Block {
            id: BlockId::new(format!("theme-{index}")),
            ..theme.clone()
        }));
        assert_eq!(
            numbers(&document),
            ["一、", "二、", "三、", "四、", "五、", "六、", "七、"]
        );
    }

    #[test]
    fn a_report_of_many_characters_is_long() {
        let mut document = sample();
        let text = document
            .blocks
            .iter()
            .find(|block| block.id.as_str() == "basics.text");
        let text = text.unwrap().clone();
        document.blocks.extend(std::iter::repeat_n(text, 200));
        assert!(document.is_long());
        document
            .blocks
            .retain(|block| !matches!(block.body, Body::Heading { .. }));
        assert!(
            !document.is_long(),
            "without headings there is nothing to list"
        );
    }
}
