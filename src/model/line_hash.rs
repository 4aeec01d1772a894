//! Hashes of lines, by which a changed line is told and no text is kept.

use std::{fmt, str::FromStr};

/// The first four bytes of the BLAKE3 hash of a line without its end, written as eight hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineHash(u32);

impl LineHash {
    /// That of a line.
    pub fn of(line: &str) -> Self {
        let [a, b, c, d, ..] = *blake3::hash(line.as_bytes()).as_bytes();
        Self(u32::from_be_bytes([a, b, c, d]))
    }
}

impl fmt::Display for LineHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl FromStr for LineHash {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let read = u32::from_str_radix(text, 16).ok();
        let read = read.filter(|_| text.len() == 8 && digits);
        read.map(Self).ok_or_else(|| {
            "expected eight hexadecimal digits; `briefings index` writes them".to_owned()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_parses() {
        let hash = LineHash::of("甲");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_eq!(
            hash.to_string(),
            &blake3::hash("甲".as_bytes()).to_hex()[..8]
        );
        for bad in ["", "+0000001", "0000000G", "ABCDEF01", "123456789"] {
            assert!(bad.parse::<LineHash>().is_err(), "{bad}");
        }
    }
}
