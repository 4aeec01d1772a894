//! JSON Schema of every kind of data file, for editors that complete and check while somebody types.
//!
//! Each kind has a shape: Rust types that nobody builds, described by [`schemars`]. Their doc comments are what a data
//! editor reads in the editor, hence in Chinese: a heading, which becomes the title, and a sentence or two. Words and
//! units come from the same constants as the parser's, so they cannot drift; that the shapes agree with the parser is
//! tested by mutation (`tests/integration/schema/`).
//!
//! **Invariant:** describes, never judges: the parser alone decides what is right.
#![expect(dead_code, reason = "shapes are described, never built")]

mod chart;
mod config;
mod county;
mod figure;
mod initiative;
mod rules;
mod scalars;
mod source;
mod vocabulary;
mod words;

use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::transform_subschemas};
use serde_json::Value;

/// A kind of data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `briefings.yaml`
    Config,
    /// `seeds/themes.yaml`
    Themes,
    /// `seeds/indicators.yaml`
    Indicators,
    /// `seeds/terms.yaml`
    Terms,
    /// `seeds/sources/<id>.yaml`
    Source,
    /// `seeds/counties/<id>.yaml`
    County,
}

impl FileKind {
    /// All of them with the word used on the command line and in the names of the schema files.
    pub const WORDS: [(&str, Self); 6] = [
        ("config", Self::Config),
        ("themes", Self::Themes),
        ("indicators", Self::Indicators),
        ("terms", Self::Terms),
        ("source", Self::Source),
        ("county", Self::County),
    ];

    /// The kind of the file at a path relative to the workspace, `/` between its parts; none for other files.
    pub fn of(path: &str) -> Option<Self> {
        match path {
            "briefings.yaml" => Some(Self::Config),
            "seeds/themes.yaml" => Some(Self::Themes),
            "seeds/indicators.yaml" => Some(Self::Indicators),
            "seeds/terms.yaml" => Some(Self::Terms),
            _ if !path.ends_with(".yaml") => None,
            _ if path.starts_with("seeds/sources/") => Some(Self::Source),
            _ if path.starts_with("seeds/counties/") => Some(Self::County),
            _ => None,
        }
    }
}

/// The schema of a kind of file.
pub fn schema(kind: FileKind) -> Value {
    match kind {
        FileKind::Config => of::<config::Config>(),
        FileKind::Themes => of::<vocabulary::Themes>(),
        FileKind::Indicators => of::<vocabulary::Indicators>(),
        FileKind::Terms => of::<vocabulary::Terms>(),
        FileKind::Source => of::<source::Source>(),
        FileKind::County => of::<county::County>(),
    }
}

/// The schema of a shape.
///
/// Draft-07: every version of the YAML language server that VS Code, Neovim and others use understands it, 2019-09 and
/// 2020-12 only those from 1.20 on. It has no room for a description beside a `$ref`, so nothing is referred to: each key
/// holds all that is said of it.
fn of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    tidy(&mut schema);
    schema.to_value()
}

/// Descriptions are wrapped in Rust and hold backticks for its documentation; editors show them as plain text, and Chinese
/// is written without spaces. Whoever reads a schema file finds first what a key is.
fn tidy(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        text.retain(|c| c != '\n' && c != '`');
    }
    if let Some(map) = schema.as_object_mut() {
        for key in ["description", "title", "$schema"] {
            if let Some(value) = map.shift_remove(key) {
                map.shift_insert(0, key.to_owned(), value);
            }
        }
    }
    transform_subschemas(&mut tidy, schema);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_keys_are_alike_where_places_are_kept() {
        let schemas = FileKind::WORDS.map(|(_, kind)| schema(kind).to_string());
        let no_key = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-');
        let words = schemas.iter().flat_map(|schema| schema.split(no_key));
        // Values are among them, which does no harm; and one that only the program writes.
        let keys: BTreeSet<&str> = words.chain(["source-id"]).collect();
        let names: BTreeSet<u32> = keys.iter().map(|key| crate::span::name(key)).collect();
        assert!(keys.contains("part_of") && keys.contains("numerals"));
        assert_eq!(names.len(), keys.len());
    }
}
