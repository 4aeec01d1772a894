//! Numbers that look random and are the same for the same seed on every machine (splitmix64).

use std::ops::RangeInclusive;

/// A stream of numbers.
#[derive(Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// A stream of its own for each part of a workspace, so that a county does not depend on how many others there are.
    pub(crate) fn new(seed: u64, stream: usize) -> Self {
        let mut random = Self(seed);
        let mixed = random.next() ^ (stream as u64).wrapping_mul(0xA24B_AED4_963E_E407);
        Self(mixed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let product = u128::from(self.next()) * limit as u128;
        usize::try_from(product >> 64).expect("a number below a limit fits its type")
    }

    /// A number of a range, both ends included.
    pub(crate) fn within(&mut self, range: RangeInclusive<usize>) -> usize {
        range.start() + self.below(range.end() - range.start() + 1)
    }

    /// A number of a range, small ones more often: the smaller of two.
    pub(crate) fn rather_few(&mut self, range: RangeInclusive<usize>) -> usize {
        self.within(range.clone()).min(self.within(range))
    }

    /// Whether something happens that happens so often in a hundred.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub(crate) fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Several different ones, as many as there are at most.
    pub(crate) fn few<T: Copy>(&mut self, all: &[T], count: usize) -> Vec<T> {
        let mut left = all.to_vec();
        let count = count.min(left.len());
        (0..count)
            .map(|_| left.swap_remove(self.below(left.len())))
            .collect()
    }
}
