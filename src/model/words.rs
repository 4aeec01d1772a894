//! Many words in one sorted list, so that a text is compared with all of them at once.

use std::{collections::BTreeMap, ops::Range};

/// A set of words, each with a value, in the order of their characters: words that begin alike stand together.
#[derive(Debug, Clone)]
pub struct Words<'w, V> {
    words: Vec<(&'w str, V)>,
    /// Where the words with this first character stand.
    first: BTreeMap<char, Range<usize>>,
    /// Those that begin a word.
    beginnings: Characters,
}

/// A set of characters that is asked for every character of a text: one bit for each of the first plane of Unicode; all
/// others belong to it.
#[derive(Debug, Clone)]
pub(super) struct Characters(Vec<u64>);

impl Characters {
    const BITS: usize = u64::BITS as usize;
    const PLANE: u32 = 0x1_0000;

    /// The characters of the first plane that something is true of.
    pub(super) fn of(wanted: impl Fn(char) -> bool) -> Self {
        let all = (0..Self::PLANE).filter_map(char::from_u32);
        all.filter(|c| wanted(*c)).collect()
    }

    /// Whether a character belongs to it.
    pub(super) fn has(&self, c: char) -> bool {
        let at = c as usize;
        let bits = self.0.get(at / Self::BITS);
        bits.is_none_or(|bits| bits >> (at % Self::BITS) & 1 == 1)
    }
}

impl FromIterator<char> for Characters {
    fn from_iter<I: IntoIterator<Item = char>>(characters: I) -> Self {
        let mut bits = vec![0; Self::PLANE as usize / Self::BITS];
        for at in characters.into_iter().map(|c| c as usize) {
            if let Some(bits) = bits.get_mut(at / Self::BITS) {
                *bits |= 1 << (at % Self::BITS);
            }
        }
        Self(bits)
    }
}

impl<V> Default for Words<'_, V> {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            first: BTreeMap::new(),
            beginnings: Characters::from_iter([]),
        }
    }
}

impl<'w, V> Words<'w, V> {
    /// Takes words in any order; the values of a word that comes several times are joined in the order given. There is no
    /// empty word.
    pub fn new(
        words: impl IntoIterator<Item = (&'w str, V)>,
        mut join: impl FnMut(&mut V, V),
    ) -> Self {
        let mut all: Vec<(&str, V)> = words.into_iter().collect();
        all.sort_by_key(|(word, _)| *word);
        let mut joined: Vec<(&str, V)> = Vec::with_capacity(all.len());
        let mut first: BTreeMap<char, Range<usize>> = BTreeMap::new();
        for (word, value) in all {
            let Some(c) = word.chars().next() else {
                continue;
            };
            match joined.last_mut() {
                Some((before, known)) if *before == word => join(known, value),
                Some(_) | None => joined.push((word, value)),
            }
            let end = joined.len();
            first.entry(c).or_insert(end - 1..end).end = end;
        }
        Self {
            words: joined,
            beginnings: first.keys().copied().collect(),
            first,
        }
    }

    /// All words with their values.
    pub fn into_words(self) -> impl Iterator<Item = (&'w str, V)> {
        self.words.into_iter()
    }

    /// The words that a text starts with, the shortest first: length in bytes and value.
    pub fn at_start_of(&self, text: &str) -> impl Iterator<Item = (usize, &V)> {
        let first = text.chars().next().filter(|c| self.begins(*c));
        let first = first.and_then(|c| self.first.get(&c));
        let mut alike = first.map_or(&[][..], |range| &self.words[range.clone()]);
        let mut ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        let mut narrowed = true;
        let shared = std::iter::from_fn(move || {
            if alike.is_empty() {
                return None;
            }
            let end = ends.next()?;
            let start = &text[..end];
            // All of them have the first character.
            if !std::mem::take(&mut narrowed) {
                let from = alike.partition_point(|(word, _)| *word < start);
                let to = from + alike[from..].partition_point(|(word, _)| word.starts_with(start));
                alike = &alike[from..to];
            }
            let (word, value) = alike.first()?;
            Some((end, (word.len() == end).then_some(value)))
        });
        shared.filter_map(|(len, value)| Some((len, value?)))
    }

    /// Whether any word may begin with a character; most characters of a text are asked, and few begin one.
    pub(super) fn begins(&self, c: char) -> bool {
        self.beginnings.has(c)
    }

    /// Every place of a text where a word stands, also inside another: byte range and value.
    pub fn within(&self, text: &str) -> impl Iterator<Item = (Range<usize>, &V)> {
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
        let words = [
            ("网格", 1),
            ("网格员", 2),
            ("网", 3),
            ("网络", 4),
            ("𠃌", 6),
            ("", 5),
        ];
        let words = Words::new(words, |_, _| unreachable!("each word stands once"));
        let found: Vec<(usize, &i32)> = words.at_start_of("网格员队伍").collect();
        assert_eq!(found, [(3, &3), (6, &1), (9, &2)]);
        assert_eq!(words.at_start_of("党员").count(), 0);
        assert_eq!(words.at_start_of("").count(), 0);
        assert_eq!(
            words.at_start_of("𠃌").next(),
            Some((4, &6)),
            "beyond the first plane"
        );
        let found: Vec<_> = words.within("上网，网格").collect();
        assert_eq!(found, [(3..6, &3), (9..12, &3), (9..15, &1)]);
    }

    #[test]
    fn a_word_that_comes_twice_has_both_values() {
        let twice = [("乙", vec![1]), ("甲", vec![2]), ("乙", vec![3])];
        let words = Words::new(twice, |known, more| known.extend(more));
        assert_eq!(words.at_start_of("乙方").next(), Some((3, &vec![1, 3])));
        assert_eq!(words.into_words().count(), 2);
    }
}
