//! Work on many things at once, with the results in the order of the things.
//!
//! Plain threads instead of rayon's pool: Typst uses that itself, and where it is used for anything else, one report
//! would be set inside another.
//!
//! **Invariant:** what comes out does not depend on how many threads there are.

use std::{
    num::NonZeroUsize,
    panic,
    sync::{Mutex, PoisonError},
    thread,
};

/// Applies a function to every item, on as many threads as the machine has processors.
pub fn map<T: Send, R: Send>(
    items: impl IntoIterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let items: Vec<T> = items.into_iter().collect();
    let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let workers = processors.min(items.len());
    if workers < 2 {
        return items.into_iter().map(work).collect();
    }
    let waiting = Mutex::new(items.into_iter().enumerate());
    let next = || {
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.next()
    };
    let worker = || {
        let taken = std::iter::from_fn(next);
        taken.map(|(at, item)| (at, work(item))).collect()
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        let results = threads.into_iter().map(|thread| thread.join());
        let results = results.flat_map(|done: thread::Result<Vec<(usize, R)>>| {
            done.unwrap_or_else(|message| panic::resume_unwind(message))
        });
        results.collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let squares = map(0..1000_u64, |number| {
            // Early items take longest.
            thread::sleep(std::time::Duration::from_micros(20 - number / 50));
            number * number
        });
        let expected: Vec<u64> = (0..1000).map(|number| number * number).collect();
        assert_eq!(squares, expected);
        assert!(map(Vec::<u8>::new(), |item| item).is_empty());
    }

    #[test]
    #[should_panic(expected = "at seven")]
    fn a_panic_of_one_is_a_panic_of_all() {
        map(0..20, |number| assert!(number != 7, "at seven"));
    }
}
