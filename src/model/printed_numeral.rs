//! A numeral as a source prints it.

use super::Quantity;

/// The characters of a numeral with its unit, and what they say. It is read once; every rule asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedNumeral {
    text: String,
    read: Result<Quantity, String>,
}

impl PrintedNumeral {
    /// The characters: `近3.2万余件`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What they say.
    ///
    /// # Errors
    ///
    /// What was expected, when they are no numeral.
    pub fn quantity(&self) -> Result<&Quantity, &str> {
        self.read.as_ref().map_err(String::as_str)
    }

    /// Whether a longer text, itself without white space, has these characters.
    pub fn stands_in(&self, solid: &str) -> bool {
        if self.text.contains(char::is_whitespace) {
            let own: String = self.text.split_whitespace().collect();
            solid.contains(&own)
        } else {
            solid.contains(&self.text)
        }
    }
}

impl From<String> for PrintedNumeral {
    fn from(text: String) -> Self {
        Self {
            read: text.parse(),
            text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numeral_broken_over_lines_stands_in_a_text_without_white_space() {
        let printed = PrintedNumeral::from("近3.2 万余件".to_owned());
        assert!(printed.stands_in("办结近3.2万余件次"));
        assert!(!printed.stands_in("办结近3万余件"));
    }

    #[test]
    fn what_is_no_numeral_says_what_was_expected() {
        let printed = PrintedNumeral::from("若干".to_owned());
        assert_eq!(printed.as_str(), "若干");
        assert!(printed.quantity().unwrap_err().contains("expected"));
    }
}
