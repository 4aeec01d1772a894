//! Rules over several keys.
//!
//! The YAML language server prints `errorMessage` in place of its own messages. It proposes every key of every schema that
//! applies; with `doNotSuggest` it proposes a key once, with its description.

use schemars::Schema;
use serde_json::{Map, Value, json};

use crate::model::ChartKind;

/// A number has a value or a wording, and an upper end just when it is a range.
pub(super) fn quantity(schema: &mut Schema) {
    let no_number = "没有数值时须写 wording：怎样印出，例如“数十名”";
    let no_end = "qualifier 为 range 时须写上限 value_max";
    let no_range = "value_max 是区间的上限，只在 qualifier 为 range 时写";
    let rules = json!([
        {
            "if": {"properties": {"value": {"type": "null"}}},
            "then": needs("wording", no_number),
        },
        {
            "if": {
                "properties": {"qualifier": {"const": "range"}},
                "required": ["qualifier"],
            },
            "then": needs("value_max", no_end),
            "else": {
                "properties": {
                    "value_max": {"type": "null", "errorMessage": no_range, "doNotSuggest": true},
                },
            },
        },
    ]);
    schema.insert("allOf".to_owned(), rules);
}

/// A relation is one key with its figures.
pub(super) fn relation(schema: &mut Schema) {
    let properties = schema.get("properties").and_then(Value::as_object);
    let keys: Vec<String> = properties
        .into_iter()
        .flat_map(Map::keys)
        .cloned()
        .collect();
    let none = "请写一种关系及所用的编号，例如 {ratio: [graduates, secretaries]}";
    exactly_one(schema, &keys, none, "只能写一种关系");
}

/// A numeral is used by figures, or by none for a reason, or it is part of a term.
pub(super) fn use_of_numeral(schema: &mut Schema) {
    let keys = ["figures", "reason", "term"].map(str::to_owned);
    let message = "figures、reason、term 须写一个，也只能写一个";
    exactly_one(schema, &keys, message, message);
}

fn exactly_one(schema: &mut Schema, keys: &[String], none: &str, several: &str) {
    let only = |key: &String| {
        let absent = json!({"type": "null", "errorMessage": several, "doNotSuggest": true});
        let others = keys.iter().filter(|other| *other != key);
        let mut properties: Map<String, Value> = others
            .map(|other| (other.clone(), absent.clone()))
            .collect();
        let there = json!({
            "type": ["array", "string", "integer"],
            "errorMessage": none,
            "doNotSuggest": true,
        });
        properties.insert(key.clone(), there);
        json!({"required": [key], "properties": properties, "errorMessage": none})
    };
    let alternatives: Vec<Value> = keys.iter().map(only).collect();
    schema.insert("oneOf".to_owned(), alternatives.into());
}

/// Each kind of chart has keys of its own.
pub(super) fn keys_of_chart(schema: &mut Schema) {
    let of_kind = |kind: &str| -> &[&str] {
        match kind {
            "bar" | "dot" => &["figures"],
            "share" => &["figures", "of"],
            "grouped-bar" | "slope" => &["rows", "series"],
            _ => &["initiatives"],
        }
    };
    let all = ["figures", "labels", "of", "rows", "series", "initiatives"];
    let rules: Vec<Value> = ChartKind::WORDS
        .iter()
        .map(|(kind, _)| {
            let own = of_kind(kind);
            let labelled = own.contains(&"figures");
            let others = all
                .iter()
                .filter(|key| !(own.contains(*key) || labelled && **key == "labels"));
            let message = format!("{kind} 没有这个键，请写 {}", own.join("、"));
            let refused = json!({"not": {}, "errorMessage": message, "doNotSuggest": true});
            let mut properties: Map<String, Value> = others
                .map(|key| ((*key).to_owned(), refused.clone()))
                .collect();
            let there = json!({"not": {"type": "null"}, "doNotSuggest": true});
            properties.extend(own.iter().map(|key| ((*key).to_owned(), there.clone())));
            json!({
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {
                    "required": own,
                    "properties": properties,
                    "errorMessage": format!("{kind} 须写 {}", own.join("、")),
                },
            })
        })
        .collect();
    schema.insert("allOf".to_owned(), rules.into());
}

/// Summary and background are of the first source that initiatives or figures name; without any they name their own.
pub(super) fn source_of_statements(schema: &mut Schema) {
    let message = "还没有举措和数字，不知道出自哪份材料：请写 source";
    let statements = json!({"items": needs("source", message), "doNotSuggest": true});
    schema.insert(
        "if".to_owned(),
        json!({"properties": {"initiatives": {"maxItems": 0}, "figures": {"maxItems": 0}}}),
    );
    schema.insert(
        "then".to_owned(),
        json!({"properties": {"summary": statements, "background": statements}}),
    );
}

/// A key that must be there and not be empty.
fn needs(key: &str, message: &str) -> Value {
    json!({
        "required": [key],
        "properties": {
            key: {"type": ["string", "number"], "errorMessage": message, "doNotSuggest": true},
        },
        "errorMessage": message,
    })
}
