//! When: a year, month or day, a range of them, or an open range.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// A year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// A period, as far as the text fixes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// `2021`, `2022-04`, `2022-04-15`
    At(Point),
    /// `2021/2022`
    Between(Point, Point),
    /// `2024/`: 以来
    Since(Point),
    /// `/2022-05`: 截至
    Until(Point),
}

impl Point {
    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The calendar date, for points that are a day.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    fn earliest(self) -> (i16, i8, i8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn latest(self) -> (i16, i8, i8) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }

    /// As printed: `2022年4月15日`.
    pub fn printed(self) -> String {
        let mut out = format!("{}年", self.year);
        if let Some(month) = self.month {
            out += &format!("{month}月");
        }
        if let Some(day) = self.day {
            out += &format!("{day}日");
        }
        out
    }
}

impl Period {
    /// First and last year it speaks of.
    pub fn years(self) -> (i16, i16) {
        match self {
            Self::At(point) | Self::Since(point) | Self::Until(point) => (point.year, point.year),
            Self::Between(start, end) => (start.year, end.year),
        }
    }

    /// Whether all of it lies before the beginning of another. An open end reaches as far as one likes.
    pub fn ends_before(self, other: Self) -> bool {
        match (self.bounds().1, other.bounds().0) {
            (Some(end), Some(start)) => end.latest() < start.earliest(),
            (None, _) | (_, None) => false,
        }
    }

    fn bounds(self) -> (Option<Point>, Option<Point>) {
        match self {
            Self::At(point) => (Some(point), Some(point)),
            Self::Between(start, end) => (Some(start), Some(end)),
            Self::Since(start) => (Some(start), None),
            Self::Until(end) => (None, Some(end)),
        }
    }

    /// First and last day; none for a period of which only one end is known.
    pub fn days(self) -> Option<(Date, Date)> {
        let (start, end) = match self {
            Self::At(point) => (point, point),
            Self::Between(start, end) => (start, end),
            Self::Since(_) | Self::Until(_) => return None,
        };
        let first = Date::new(start.year, start.month.unwrap_or(1), start.day.unwrap_or(1));
        let last = Date::new(end.year, end.month.unwrap_or(12), end.day.unwrap_or(1)).ok()?;
        let last = end.day.map_or(last.last_of_month(), |_| last);
        Some((first.ok()?, last))
    }

    /// How long it is, in whole months and days that fill none; none for a period of which only one end is known.
    pub fn length(self) -> Option<(i32, i32)> {
        let (first, last) = self.days()?;
        if first.day() == 1 && last.day() == last.days_in_month() {
            let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
            return Some((month(last) - month(first) + 1, 0));
        }
        Some((0, last.since(first).ok()?.get_days() + 1))
    }

    /// Whether both are the same time: `2021` and `2021-01/2021-12` are.
    pub fn same(self, other: Self) -> bool {
        self == other || (self.days().is_some() && self.days() == other.days())
    }

    /// What tells the later of two periods: how long it reaches, then when it begins.
    pub fn recency(self) -> impl Ord + use<> {
        let (start, end) = match self {
            Self::At(point) | Self::Since(point) | Self::Until(point) => (point, point),
            Self::Between(start, end) => (start, end),
        };
        let goes_on = matches!(self, Self::Since(_));
        (end.latest(), goes_on, start.earliest())
    }

    /// The year and month that it begins in, and those that it ends in.
    pub fn months(self) -> ((i16, i8), (i16, i8)) {
        let (start, end) = match self {
            Self::At(point) | Self::Since(point) | Self::Until(point) => (point, point),
            Self::Between(start, end) => (start, end),
        };
        let (first, last) = (start.earliest(), end.latest());
        ((first.0, first.1), (last.0, last.1))
    }

    /// Which of two periods is told first: by when it begins, then by when it ends.
    pub fn course(self) -> impl Ord + use<> {
        let (start, end) = match self {
            Self::At(point) | Self::Since(point) | Self::Until(point) => (point, point),
            Self::Between(start, end) => (start, end),
        };
        (
            start.earliest(),
            end.latest(),
            matches!(self, Self::Since(_)),
        )
    }

    /// As printed: `2021—2022年`, `2024年以来`, `截至2022年5月`.
    pub fn printed(self) -> String {
        match self {
            Self::At(point) => point.printed(),
            Self::Since(point) => format!("{}以来", point.printed()),
            Self::Until(point) => format!("截至{}", point.printed()),
            Self::Between(start, end) => match (start.month, end.month) {
                (None, None) => format!("{}—{}年", start.year, end.year),
                (Some(first), Some(last))
                    if start.year == end.year && start.day.is_none() && end.day.is_none() =>
                {
                    format!("{}年{first}—{last}月", start.year)
                }
                _ => format!("{}至{}", start.printed(), end.printed()),
            },
        }
    }

    /// The span from the earliest to the latest of several periods, as printed; `None` without any.
    pub fn span(all: impl IntoIterator<Item = Self>) -> Option<(Point, Point)> {
        let mut span: Option<(Point, Point)> = None;
        for period in all {
            let (start, end) = match period {
                Self::At(point) | Self::Since(point) | Self::Until(point) => (point, point),
                Self::Between(start, end) => (start, end),
            };
            span = Some(match span {
                None => (start, end),
                Some((first, last)) => (
                    if start.earliest() < first.earliest() {
                        start
                    } else {
                        first
                    },
                    if end.latest() > last.latest() {
                        end
                    } else {
                        last
                    },
                ),
            });
        }
        span
    }
}

impl FromStr for Point {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || {
            "expected a period like `2021`, `2022-04`, `2022-04-15`, `2021/2022`, `2024/` or `/2022-05`".to_owned()
        };
        let mut parts = text.split('-');
        let mut number = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(|_| expected())
            }
            Some(_) => Err(expected()),
        };
        let year = number(4)?.ok_or_else(expected)?;
        let month = number(2)?;
        let day = number(2)?;
        let narrow = |part: Option<i16>| {
            part.map(|n| i8::try_from(n).map_err(|_| expected()))
                .transpose()
        };
        let (month, day) = (narrow(month)?, narrow(day)?);
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1))
            .map_err(|_| format!("no such date; {}", expected()))?;
        if parts.next().is_some() || year < 1900 {
            return Err(expected());
        }
        Ok(Self { year, month, day })
    }
}

impl FromStr for Period {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('/') {
            None => text.parse().map(Self::At),
            Some((start, "")) => start.parse().map(Self::Since),
            Some(("", end)) => end.parse().map(Self::Until),
            Some((start, end)) => {
                let (start, end): (Point, Point) = (start.parse()?, end.parse()?);
                if start.earliest() > end.latest() {
                    return Err("expected the earlier date first".to_owned());
                }
                Ok(Self::Between(start, end))
            }
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(point) => write!(f, "{point}"),
            Self::Between(start, end) => write!(f, "{start}/{end}"),
            Self::Since(point) => write!(f, "{point}/"),
            Self::Until(point) => write!(f, "/{point}"),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> String {
        let period: Period = text.parse().unwrap();
        assert_eq!(period.to_string(), text, "prints what it parses");
        period.printed()
    }

    #[test]
    fn prints_as_in_official_papers() {
        assert_eq!(printed("2021"), "2021年");
        assert_eq!(printed("2022-04-05"), "2022年4月5日");
        assert_eq!(printed("2021/2022"), "2021—2022年");
        assert_eq!(printed("2025-01/2025-06"), "2025年1—6月");
        assert_eq!(printed("2020-09/2021-03"), "2020年9月至2021年3月");
        assert_eq!(printed("2024/"), "2024年以来");
        assert_eq!(printed("/2022-05"), "截至2022年5月");
    }

    #[test]
    fn refuses_what_is_no_date() {
        for bad in [
            "21",
            "2022-13",
            "2022-02-30",
            "2022/2021",
            "/",
            "",
            "2022-4",
            "2021-",
        ] {
            assert!(bad.parse::<Period>().is_err(), "{bad}");
        }
    }
}
