//! Lines of a source text.

use std::{fmt, str::FromStr};

use serde::{Serialize, Serializer};

/// Ranges of lines, counted from 1, in the order given: `33-35, 40`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lines(Vec<(u32, u32)>);

impl Lines {
    /// The last line named.
    pub fn last(&self) -> u32 {
        self.0.iter().map(|(_, end)| *end).max().unwrap_or(0)
    }

    /// The first line named.
    pub fn first(&self) -> u32 {
        self.0.iter().map(|(start, _)| *start).min().unwrap_or(0)
    }

    /// Whether a line is among them.
    pub fn contains(&self, line: u32) -> bool {
        self.0
            .iter()
            .any(|(start, end)| (*start..=*end).contains(&line))
    }

    /// Every line, as often as it is named.
    pub fn each(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(|(start, end)| *start..=*end)
    }

    /// First and last line of each range.
    pub fn ends(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(|(start, end)| [*start, *end])
    }

    /// Whether all of them are among others.
    pub fn within(&self, others: &Self) -> bool {
        let mut known = others.0.clone();
        known.sort_unstable();
        let covered = |(start, end): &(u32, u32)| {
            let mut next = *start;
            for (first, last) in &known {
                if *first <= next && next <= *last {
                    match last.checked_add(1) {
                        Some(after) if last < end => next = after,
                        Some(_) | None => return true,
                    }
                }
            }
            false
        };
        self.0.iter().all(covered)
    }

    /// Whether one of them is among others.
    pub fn meet(&self, others: &Self) -> bool {
        let apart = |one: &(u32, u32), other: &(u32, u32)| one.1 < other.0 || other.1 < one.0;
        let mut pairs = self
            .0
            .iter()
            .flat_map(|one| others.0.iter().map(move |other| (one, other)));
        pairs.any(|(one, other)| !apart(one, other))
    }

    /// As printed in the list of sources: `33—35、40`.
    pub fn printed(&self) -> String {
        let ranges = self.0.iter().map(|(start, end)| {
            if start == end {
                start.to_string()
            } else {
                format!("{start}—{end}")
            }
        });
        ranges.collect::<Vec<_>>().join("、")
    }
}

impl FromStr for Lines {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || "expected lines like `33`, `33-35` or `33-35, 40`".to_owned();
        let number = |part: &str| match part.trim().parse::<u32>() {
            Ok(line) if line > 0 => Ok(line),
            Ok(_) | Err(_) => Err(expected()),
        };
        let range = |part: &str| {
            let (start, end) = part.split_once('-').unwrap_or((part, part));
            let (start, end) = (number(start)?, number(end)?);
            if start <= end {
                Ok((start, end))
            } else {
                Err(expected())
            }
        };
        let parts = text.split(',');
        let mut ranges = Vec::with_capacity(parts.clone().count());
        for part in parts {
            ranges.push(range(part)?);
        }
        Ok(Self(ranges))
    }
}

impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (start, end)) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            if start == end {
                write!(f, "{start}")?;
            } else {
                write!(f, "{start}-{end}")?;
            }
        }
        Ok(())
    }
}

impl Serialize for Lines {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_parses() {
        for text in ["33", "33-35", "33-35, 40"] {
            assert_eq!(text.parse::<Lines>().unwrap().to_string(), text);
        }
        for bad in ["", "0", "5-3", "a", "3,,4"] {
            assert!(bad.parse::<Lines>().is_err(), "{bad}");
        }
    }

    #[test]
    fn ranges_lie_within_others_and_meet_them() {
        let lines = |text: &str| text.parse::<Lines>().unwrap();
        assert!(lines("3-5, 9").within(&lines("9-10, 4-8, 1-3")));
        assert!(!lines("3-5, 9").within(&lines("3-4, 6-9")));
        assert!(lines("1-4294967295").within(&lines("1-4294967295")));
        assert!(lines("3-5").meet(&lines("1, 5-8")));
        assert!(!lines("3-5").meet(&lines("1-2, 6-8")));
    }

    #[test]
    fn prints_with_a_long_dash_and_the_chinese_comma() {
        assert_eq!("33-35, 40".parse::<Lines>().unwrap().printed(), "33—35、40");
    }
}
