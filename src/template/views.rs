//! What the templates may name, told from the views themselves.

use serde_json::Value;

use super::lint::{names_with_views, view_of};

/// A template and the fields of its view.
#[derive(Debug)]
pub struct TemplateView {
    /// `county`, `initiative` …
    pub template: &'static str,
    /// What it is.
    pub about: String,
    /// Its fields in order, those of lists and objects behind them.
    pub fields: Vec<Field>,
}

/// A field of a view.
#[derive(Debug)]
pub struct Field {
    /// From the view to the field, `themes[].initiatives[].name`.
    pub path: String,
    /// What it holds.
    pub shape: Shape,
    /// Whether it may be missing.
    pub optional: bool,
    /// What it is.
    pub about: String,
}

/// What a field holds, and so how a template uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `{{field}}`
    Text,
    /// `{{prose field}}`
    Prose,
    /// `{{#if field}}`
    Flag,
    /// `{{#each field}}`
    List,
    /// `{{field.inner}}`
    Object,
}

/// The views of all templates.
pub fn views() -> Vec<TemplateView> {
    let names = names_with_views().into_iter();
    let views = names.filter_map(|template| {
        let schema = view_of(template)?;
        let mut fields = Vec::new();
        collect(&schema, "", &mut fields);
        Some(TemplateView {
            template,
            about: about(&schema),
            fields,
        })
    });
    views.collect()
}

fn collect(schema: &Value, prefix: &str, fields: &mut Vec<Field>) {
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        let path = format!("{prefix}{name}");
        let inner = present(property);
        let shape = shape(inner);
        fields.push(Field {
            path: path.clone(),
            shape,
            optional: !std::ptr::eq(inner, property) || is_nullable(property),
            about: about(property),
        });
        match shape {
            Shape::List => {
                if let Some(items) = inner.get("items") {
                    collect(items, &format!("{path}[]."), fields);
                }
            }
            Shape::Object => collect(inner, &format!("{path}."), fields),
            Shape::Text | Shape::Prose | Shape::Flag => {}
        }
    }
}

/// What an optional field is when it is there.
fn present(property: &Value) -> &Value {
    let either = property.get("anyOf").and_then(Value::as_array);
    let is_null = |one: &&Value| one.get("type").and_then(Value::as_str) == Some("null");
    let found = either.and_then(|either| either.iter().find(|one| !is_null(one)));
    found.unwrap_or(property)
}

fn types(property: &Value) -> Vec<&str> {
    match property.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_)) | None => {
            Vec::new()
        }
    }
}

fn is_nullable(property: &Value) -> bool {
    types(property).contains(&"null")
}

fn shape(property: &Value) -> Shape {
    let types = types(property);
    if types.contains(&"array") {
        Shape::List
    } else if types.contains(&"object") {
        Shape::Object
    } else if types.contains(&"boolean") {
        Shape::Flag
    } else if property.get("contentMediaType").is_some() {
        Shape::Prose
    } else {
        Shape::Text
    }
}

/// The first paragraph of a description, on one line.
fn about(schema: &Value) -> String {
    let text = schema.get("description").and_then(Value::as_str);
    let first = text.unwrap_or_default().split("\n\n").next();
    first.unwrap_or_default().replace('\n', " ")
}
