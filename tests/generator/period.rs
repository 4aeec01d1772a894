//! Times in every form that the data know.

use super::random::Random;

/// A period.
#[derive(Debug, Clone)]
pub(crate) struct Period {
    /// As the data write it.
    pub(crate) data: String,
    /// As a paper prints it.
    pub(crate) printed: String,
}

/// A time in or about a year.
pub(crate) fn period(random: &mut Random, year: usize) -> Period {
    let (month, later) = (random.within(1..=6), random.within(7..=12));
    let day = random.within(1..=28);
    let before = year - 1;
    let (data, printed) = match random.below(16) {
        0 => (format!("{year}-{month:02}"), format!("{year}年{month}月")),
        1 => (
            format!("{year}-{month:02}-{day:02}"),
            format!("{year}年{month}月{day}日"),
        ),
        2 => (format!("{before}/{year}"), format!("{before}年至{year}年")),
        3 => (
            format!("{year}-{month:02}/{year}-{later:02}"),
            format!("{year}年{month}月至{later}月"),
        ),
        4 => (
            format!("{before}-{later:02}/{year}-{month:02}"),
            format!("{before}年{later}月至{year}年{month}月"),
        ),
        5 | 6 => (format!("{year}/"), format!("{year}年以来")),
        7 | 8 => (
            format!("/{year}-{later:02}"),
            format!("截至{year}年{later}月"),
        ),
        9 => (format!("{before}"), format!("{before}年")),
        _ => (format!("{year}"), format!("{year}年")),
    };
    Period { data, printed }
}
