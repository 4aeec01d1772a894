//! Which figures the lines of a source hold: the description of a source, with its index.

use super::{
    digest::sha256,
    source::Source,
    text::{Piece, joined},
    writer::{Yaml, in_flow},
};

/// A source file with an index entry for each line.
pub(crate) fn source(source: &Source) -> String {
    let mut yaml = Yaml::default();
    let whole = source.text.whole();
    yaml.entry(0, "id", &source.id);
    yaml.entry(0, "title", &source.title);
    yaml.entry(0, "form", source.form);
    let or_null = |value: &Option<String>| value.clone().unwrap_or_else(|| "null".to_owned());
    yaml.line(0, &format!("publisher: {}", or_null(&source.publisher)));
    yaml.line(0, &format!("date: {}", or_null(&source.date)));
    yaml.entry(0, "covers", &source.covers);
    yaml.maybe(0, "copy_of", source.copy_of.as_deref());
    yaml.line(0, &format!("lines: {}", source.text.lines.len()));
    yaml.entry(0, "sha256", &sha256(whole.as_bytes()));
    yaml.line(0, "index:");
    for (line, at) in source.text.lines.iter().zip(1..) {
        if !line.is_empty() {
            entry(&mut yaml, at, line);
        }
    }
    yaml.text
}

fn entry(yaml: &mut Yaml, at: usize, line: &[Piece]) {
    let hash = blake3::hash(joined(line).as_bytes()).to_hex();
    let hash = &hash.as_str()[..8];
    let numerals: Vec<(String, String)> = line.iter().flat_map(numerals).collect();
    if numerals.is_empty() {
        yaml.line(2, &format!("- {{line: {at}, hash: \"{hash}\"}}"));
        return;
    }
    yaml.line(2, &format!("- line: {at}"));
    yaml.line(4, &format!("hash: \"{hash}\""));
    yaml.line(4, "numerals:");
    for (text, what) in numerals {
        yaml.line(6, &format!("- text: {}", in_flow(&text)));
        yaml.line(8, &what);
    }
}

/// The numerals of a piece, each with what it is.
pub(crate) fn numerals(piece: &Piece) -> Vec<(String, String)> {
    match piece {
        Piece::Words(_) => Vec::new(),
        Piece::Figure(text, ids) => vec![(text.clone(), format!("figures: [{}]", ids.join(", ")))],
        Piece::Other(text, reason) => vec![(text.clone(), format!("reason: {reason}"))],
        Piece::Term(_, numerals, id) => numerals
            .iter()
            .map(|numeral| (numeral.clone(), format!("term: {id}")))
            .collect(),
    }
}
