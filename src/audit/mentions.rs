//! Where a source text prints a figure.

use std::collections::BTreeMap;

use crate::model::{DoubtCode, Figure, SolidText, TextNumeral};

/// Where a sentence ends.
pub(super) const SENTENCE: [char; 8] = ['。', '！', '？', '；', '!', '?', ';', '\n'];

/// Whether somebody has looked at what the text says and found it unclear.
pub(super) fn is_doubted(figure: &Figure) -> bool {
    let doubt = figure.doubt.as_deref();
    doubt.is_some_and(|doubt| doubt.code == DoubtCode::Unclear)
}

/// The numerals of each text.
pub(super) fn numerals<'t>(
    texts: &BTreeMap<&'t str, SolidText>,
) -> BTreeMap<&'t str, Vec<TextNumeral>> {
    let of_text = |text: &SolidText| {
        let lines = text.index().into_iter();
        lines.flat_map(|line| line.numerals).collect()
    };
    texts
        .iter()
        .map(|(id, text)| (*id, of_text(text)))
        .collect()
}

/// The numerals of a text that a figure may be: printed so, on its lines.
pub(super) fn printed<'t>(
    figure: &Figure,
    text: &SolidText,
    numerals: &'t [TextNumeral],
) -> Vec<&'t TextNumeral> {
    let Ok(own) = figure.printed.quantity() else {
        return Vec::new();
    };
    let alike = numerals.iter().filter(|numeral| {
        let line = text.line_at(numeral.at);
        figure.source.lines.contains(line)
            && numeral
                .quantity()
                .is_some_and(|quantity| own.same_number(quantity))
    });
    alike.collect()
}
