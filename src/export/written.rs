//! Rows as text: JSON, or CSV with the same columns.

use serde::Serialize;
use serde_json::Value;

/// A list of objects, indented.
pub fn json(rows: &[impl Serialize]) -> String {
    serde_json::to_string_pretty(rows).expect("invariant: a row serialises") + "\n"
}

/// CSV with the columns of the JSON; lists of words are joined by spaces, lists of more than words stay JSON, null is
/// empty.
pub fn csv(rows: &[impl Serialize]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |cells: Vec<String>| {
        let written = writer.write_record(cells);
        written.expect("invariant: writing to memory does not fail");
    };
    for (index, row) in rows.iter().enumerate() {
        let row = serde_json::to_value(row).expect("invariant: a row serialises");
        let Value::Object(fields) = row else {
            unreachable!("invariant: a row is an object");
        };
        if index == 0 {
            write(fields.keys().cloned().collect());
        }
        write(fields.values().map(plain).collect());
    }
    let bytes = writer.into_inner().expect("invariant: as above");
    String::from_utf8(bytes).expect("invariant: made of texts")
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().any(|item| item.is_array() || item.is_object()) => {
            value.to_string()
        }
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" "),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
