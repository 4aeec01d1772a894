//! Many words in one tree, so that a text is compared with all of them at once.

use std::{collections::BTreeMap, ops::Range};

/// A set of words, each with a value, by their characters.
#[derive(Debug, Clone)]
pub struct Words<V> {
    value: Option<V>,
    next: BTreeMap<char, Self>,
}

impl<V> Default for Words<V> {
    fn default() -> Self {
        Self {
            value: None,
            next: BTreeMap::new(),
        }
    }
}

impl<V> Words<V> {
    /// The value of a word, for reading and writing; none for a word that is new.
    pub fn entry(&mut self, word: &str) -> &mut Option<V> {
        let end = word
            .chars()
            .fold(self, |here, c| here.next.entry(c).or_default());
        &mut end.value
    }

    /// The words that a text starts with, the shortest first: length in bytes and value.
    pub fn at_start_of<'w>(&'w self, text: &str) -> impl Iterator<Item = (usize, &'w V)> {
        let mut here = self;
        let mut rest = text.char_indices();
        let ends = std::iter::from_fn(move || {
            let (at, c) = rest.next()?;
            here = here.next.get(&c)?;
            Some((at + c.len_utf8(), here.value.as_ref()))
        });
        ends.filter_map(|(len, value)| Some((len, value?)))
    }

    /// Every place of a text where a word stands, also inside another: byte range and value.
    pub fn within<'w>(&'w self, text: &str) -> impl Iterator<Item = (Range<usize>, &'w V)> {
        text.char_indices().flat_map(|(at, _)| {
            let words = self.at_start_of(&text[at..]);
            words.map(move |(len, value)| (at..at + len, value))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_starts_with_a_word_and_a_longer_one() {
        let mut words = Words::default();
        for (word, value) in [("网格", 1), ("网格员", 2), ("网", 3), ("网络", 4)] {
            *words.entry(word) = Some(value);
        }
        let found: Vec<(usize, &i32)> = words.at_start_of("网格员队伍").collect();
        assert_eq!(found, [(3, &3), (6, &1), (9, &2)]);
        assert_eq!(words.at_start_of("党员").count(), 0);
        assert_eq!(words.at_start_of("").count(), 0);
        let found: Vec<_> = words.within("上网，网格").collect();
        assert_eq!(found, [(3..6, &3), (9..12, &3), (9..15, &1)]);
    }
}
