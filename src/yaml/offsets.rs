//! From the parser's places, counted in characters, to bytes.

/// Where the last place was found; the next is near it.
pub(super) struct Offsets<'t> {
    text: &'t [u8],
    characters: usize,
    bytes: usize,
}

impl<'t> Offsets<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text: text.as_bytes(),
            characters: 0,
            bytes: 0,
        }
    }

    /// The byte that a character begins at; the end of the text for those behind it.
    pub(super) fn byte(&mut self, character: usize) -> usize {
        while self.characters > character {
            self.bytes -= 1;
            self.characters -= usize::from(begins(self.text[self.bytes]));
        }
        while self.characters < character && self.bytes < self.text.len() {
            self.bytes += width(self.text[self.bytes]);
            self.characters += 1;
        }
        self.bytes
    }
}

/// Whether a byte of UTF-8 begins a character.
fn begins(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// How many bytes a character has that begins with this one.
fn width(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        0xF0.. => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_bytes_whichever_way_they_are_asked_for() {
        let mut offsets = Offsets::new("a吕é😀z");
        let bytes = [0, 1, 4, 6, 10, 11];
        for (character, byte) in bytes.into_iter().enumerate() {
            assert_eq!(offsets.byte(character), byte);
        }
        for (character, byte) in bytes.into_iter().enumerate().rev() {
            assert_eq!(offsets.byte(character), byte);
        }
        assert_eq!(offsets.byte(99), 11);
    }
}
