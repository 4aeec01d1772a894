//! A list in its own order whose entries are also found by id.

use std::ops::Deref;

use super::{County, CountyId, Figure, FigureId};

/// An entry with an id.
pub trait HasId {
    /// What it is found by.
    type Id: Ord;

    /// Its id.
    fn id(&self) -> &Self::Id;
}

impl HasId for County {
    type Id = CountyId;

    fn id(&self) -> &CountyId {
        &self.id
    }
}

impl HasId for Figure {
    type Id = FigureId;

    fn id(&self) -> &FigureId {
        &self.id
    }
}

/// A list whose entries are found by id without going through it; otherwise it is a slice.
#[derive(Debug, Clone)]
pub struct ById<T> {
    entries: Vec<T>,
    /// Indices into the entries in the order of ids, of equal ids the first first.
    order: Vec<usize>,
}

impl<T: HasId> ById<T> {
    /// The first entry of an id.
    pub fn get(&self, id: &T::Id) -> Option<&T> {
        let before = |index: &usize| self.entries[*index].id() < id;
        let at = self.order.partition_point(before);
        let found = self.order.get(at).map(|index| &self.entries[*index]);
        found.filter(|entry| entry.id() == id)
    }
}

impl<T: HasId> FromIterator<T> for ById<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        let entries: Vec<T> = entries.into_iter().collect();
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_by_key(|index| entries[*index].id());
        Self { entries, order }
    }
}

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            order: Vec::new(),
        }
    }
}

impl<T> Deref for ById<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.entries
    }
}

impl<T> IntoIterator for ById<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<'l, T> IntoIterator for &'l ById<T> {
    type Item = &'l T;
    type IntoIter = std::slice::Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Entry(&'static str, u32);

    impl HasId for Entry {
        type Id = &'static str;

        fn id(&self) -> &&'static str {
            &self.0
        }
    }

    #[test]
    fn entries_keep_their_order_and_are_found_by_id() {
        let entries = || [Entry("b", 1), Entry("a", 2), Entry("c", 3), Entry("a", 4)];
        let list: ById<Entry> = entries().into_iter().collect();
        assert_eq!(*list, entries());
        assert_eq!(list.get(&"a"), Some(&Entry("a", 2)), "the first of two");
        assert_eq!(list.get(&"c"), Some(&Entry("c", 3)));
        assert_eq!(list.get(&"d"), None);
    }
}
