//! What a style is referred to by.

/// The id of a style: its name without spaces, as `LibreOffice` makes it.
pub(super) fn id(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}
