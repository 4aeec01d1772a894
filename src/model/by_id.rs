//! A list in its own order whose entries are also found by id.

use std::{cmp::Ordering, ops::Deref};

use super::{County, CountyId, Figure, FigureId};

/// An entry with an id.
pub trait HasId {
    /// What it is found by.
    type Id: Ord + AsRef<str>;

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
    /// How each id begins and the index of its entry, in the order of ids, of equal ids the first first. Most ids differ
    /// in their beginnings, so that the entries, which lie far apart, need not be looked at.
    order: Vec<(u64, usize)>,
}

/// The first eight bytes of an id as a number, so that beginnings are ordered as ids are.
fn beginning(id: &str) -> u64 {
    let mut bytes = [0; 8];
    let length = id.len().min(8);
    bytes[..length].copy_from_slice(&id.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}

impl<T: HasId> ById<T> {
    /// The first entry of an id.
    pub fn get(&self, id: &T::Id) -> Option<&T> {
        let wanted = beginning(id.as_ref());
        let before = |(beginning, index): &(u64, usize)| match beginning.cmp(&wanted) {
            Ordering::Less => true,
            Ordering::Equal => self.entries[*index].id() < id,
            Ordering::Greater => false,
        };
        let at = self.order.partition_point(before);
        let (beginning, index) = self.order.get(at)?;
        let entry = (*beginning == wanted).then(|| &self.entries[*index])?;
        (entry.id() == id).then_some(entry)
    }
}

impl<T: HasId> FromIterator<T> for ById<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        let entries: Vec<T> = entries.into_iter().collect();
        let beginnings = entries.iter().map(|entry| beginning(entry.id().as_ref()));
        let mut order: Vec<(u64, usize)> = beginnings.zip(0..).collect();
        order.sort_by_key(|(beginning, index)| (*beginning, entries[*index].id()));
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

    #[test]
    fn ids_that_begin_alike_are_told_apart() {
        let ids = [
            "villages-b",
            "villages-a",
            "villages",
            "villages-c",
            "village",
        ];
        let list: ById<Entry> = ids
            .into_iter()
            .zip(0..)
            .map(|(id, at)| Entry(id, at))
            .collect();
        for (id, at) in ids.into_iter().zip(0..) {
            assert_eq!(list.get(&id), Some(&Entry(id, at)));
        }
        for absent in ["villages-d", "village-a", "villagesa", "v", ""] {
            assert_eq!(list.get(&absent), None, "{absent}");
        }
    }
}
