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
        text.split(',')
            .map(range)
            .collect::<Result<_, _>>()
            .map(Self)
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
    fn prints_with_a_long_dash_and_the_chinese_comma() {
        assert_eq!("33-35, 40".parse::<Lines>().unwrap().printed(), "33—35、40");
    }
}
