//! Decimals as written in data files.

use rust_decimal::Decimal;

/// Parses a decimal exactly as written: digits, at most one point with digits on both sides, no sign, separator,
/// exponent or leading zero.
///
/// # Errors
///
/// What was expected, for anything else.
pub fn parse_decimal(text: &str) -> Result<Decimal, String> {
    let expected = || "expected a decimal like `244` or `99.44`".to_owned();
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    if !digits(whole) || leading_zero || fraction.is_some_and(|part| !digits(part)) {
        return Err(expected());
    }
    Decimal::from_str_exact(text).map_err(|_| expected())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_what_it_prints_and_nothing_loose() {
        for good in ["0", "244", "99.44", "2307.02", "0.50"] {
            assert_eq!(parse_decimal(good).unwrap().to_string(), good);
        }
        for bad in [
            "012", "1_000", "+5", "5.", ".5", "-1", "1e3", "11,407", "", "１２",
        ] {
            assert!(parse_decimal(bad).is_err(), "{bad}");
        }
    }
}
