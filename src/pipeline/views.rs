//! The guide for template authors: what each template may name, and what its partials print of this workspace.

use std::fmt::Write as _;

use super::{check::Checked, export_comparison};
use crate::{
    compose::ComposeError,
    document::{Block, Body, plain_text},
    template::{self, Field, Shape, TemplateView},
};

/// Examples of each partial.
const SHOWN: usize = 2;

/// Writes the guide as Markdown.
///
/// # Errors
///
/// When the template of the reasons fails.
pub fn views_guide(checked: &Checked) -> Result<String, ComposeError> {
    let mut guide = String::from(
        "# What templates may name\n\n\
         Printed by `briefings views` from the program's own description of its views; do not edit. How to write templates: \
         [templates.md](templates.md).\n\n\
         Text is inserted with `{{field}}`, prose with `{{prose field}}`; `{{#if field}}` asks for what may be missing (marked ?) \
         and for yes or no, `{{#each field}}` goes through a list, whose own fields stand behind `[]`.\n",
    );
    for view in template::views() {
        let examples = examples(checked, view.template)?;
        section(&mut guide, &view, &examples);
    }
    Ok(guide)
}

fn section(guide: &mut String, view: &TemplateView, examples: &[String]) {
    let _ = write!(guide, "\n## {}\n\n{}\n\n", view.template, view.about);
    guide.push_str("| field | use | what it is |\n|---|---|---|\n");
    for field in &view.fields {
        let Field {
            path,
            optional,
            about,
            ..
        } = field;
        let mark = if *optional { " ?" } else { "" };
        let _ = writeln!(
            guide,
            "| `{path}`{mark} | {} | {about} |",
            used(field.shape)
        );
    }
    if !examples.is_empty() {
        guide.push_str("\nAs it prints here:\n");
    }
    for example in examples {
        let _ = write!(guide, "\n> {example}\n");
    }
}

fn used(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "text",
        Shape::Prose => "prose",
        Shape::Flag => "yes or no",
        Shape::List => "list",
        Shape::Object => "object",
    }
}

/// What a partial prints: blocks and items are known by their ids.
fn examples(checked: &Checked, template: &str) -> Result<Vec<String>, ComposeError> {
    let documents = checked.documents.iter().map(|(_, document)| document);
    let blocks = documents.flat_map(|document| &document.blocks);
    let of_blocks = |named: fn(&str) -> bool| {
        let named = blocks.clone().filter(move |block| named(block.id.as_str()));
        named.flat_map(texts).take(SHOWN).collect()
    };
    Ok(match template {
        "initiative" => of_blocks(|id| id.ends_with(".practice")),
        "doubt" => of_blocks(|id| id.ends_with(".doubts")),
        "way" => of_blocks(|id| id.contains(".way.")),
        "reason" => {
            let rows = export_comparison::comparisons(checked)?;
            let reasons = rows.into_iter().flat_map(|row| row.reasons);
            reasons.map(|reason| reason.text).take(SHOWN).collect()
        }
        _ => Vec::new(),
    })
}

fn texts(block: &Block) -> Vec<String> {
    match &block.body {
        Body::Paragraph { text, .. } => vec![plain_text(text)],
        Body::List { items, .. } => items.iter().map(|item| plain_text(&item.text)).collect(),
        Body::Heading { .. } | Body::Table(_) | Body::Chart(_) | Body::KeyFact(_) => Vec::new(),
    }
}
