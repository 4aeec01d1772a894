//! The templates of a workspace, parsed.

use std::collections::BTreeMap;

use handlebars::{Context, Handlebars, Template};
use serde::Serialize;

use super::{helpers, markdown};
use crate::{
    diagnostic::{Checked, Code, Finding},
    source::SourceSet,
    span::{FileId, Span},
};

/// Folder of the content templates in a workspace.
pub const CONTENT: &str = "templates/content";

/// The templates that a workspace without its own uses, path and text.
pub fn built_in() -> Vec<(&'static str, &'static str)> {
    macro_rules! files {
        ($($path:literal)*) => {
            vec![$((concat!("templates/content/", $path), include_str!(concat!("../../templates/content/", $path)))),*]
        };
    }
    files! {
        "county.md.hbs"
        "comparison.md.hbs"
        "digest.md.hbs"
        "partials/doubt.md.hbs"
        "partials/initiative.md.hbs"
        "partials/reason.md.hbs"
        "partials/way.md.hbs"
    }
}

/// Parsed templates by name (`county`, `doubt`), with the files they come from.
#[derive(Debug)]
pub struct Templates {
    registry: Handlebars<'static>,
    files: BTreeMap<String, FileId>,
}

/// Why a template could not be rendered.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// The report needs a template that the workspace does not have.
    #[error("there is no content template `{name}`; add `{CONTENT}/{name}.md.hbs`")]
    Missing {
        /// Its name.
        name: String,
    },
    /// handlebars refused.
    #[error("template `{name}` failed at line {line}: {reason}")]
    Render {
        /// Its name.
        name: String,
        /// Line in it, from 1; 0 when unknown.
        line: usize,
        /// What handlebars says.
        reason: String,
    },
}

impl Templates {
    /// Parses all content templates of a set of files; those that cannot be read are known by name only.
    pub fn parse(sources: &SourceSet) -> Checked<Self> {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.register_escape_fn(markdown::escape);
        helpers::register(&mut registry);
        let mut files = BTreeMap::new();
        let mut findings = Vec::new();
        for (id, file) in sources.below(CONTENT, ".md.hbs") {
            let name = file
                .path
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .trim_end_matches(".md.hbs")
                .to_owned();
            if let Some(earlier) = files.insert(name.clone(), id) {
                let message = format!("there are two templates called `{name}`");
                let finding = Finding::error(Code::DuplicateId, Span::start_of(id), message)
                    .with_related(Span::start_of(earlier), "the other one")
                    .with_help("rename one: templates are called by file name, whatever folder they lie in");
                findings.push(finding);
            }
            if file.problem.is_some() {
                continue;
            }
            match Template::compile(&file.text) {
                Ok(template) => registry.register_template(&name, template),
                Err(error) => {
                    let (line, column) = error.pos().unwrap_or((1, 1));
                    let unclosed = super::unclosed::find(&file.text);
                    let span = match unclosed {
                        Some((start, end)) => Span::new(id, start, end),
                        None => span_at(id, &file.text, line, column),
                    };
                    let message = format!("template `{name}` cannot be parsed: {}", error.reason());
                    findings.push(
                        Finding::error(Code::TemplateSyntax, span, message)
                            .with_help("check braces and closing tags around here"),
                    );
                }
            }
        }
        Checked {
            value: Self { registry, files },
            findings,
        }
    }

    /// Renders a template.
    ///
    /// # Errors
    ///
    /// When there is no such template or handlebars refuses.
    pub fn render(&self, name: &str, view: &impl Serialize) -> Result<String, TemplateError> {
        if !self.files.contains_key(name) {
            return Err(TemplateError::Missing {
                name: name.to_owned(),
            });
        }
        let view = serde_json::to_value(view).expect("invariant: views serialise");
        self.registry
            .render_with_context(name, &Context::from(view))
            .map_err(|error| TemplateError::Render {
                name: error
                    .template_name
                    .clone()
                    .unwrap_or_else(|| name.to_owned()),
                line: error.line_no.unwrap_or(0),
                reason: error.reason().to_string(),
            })
    }

    /// The names of all templates, those that could not be parsed included.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The parsed templates with their names and files.
    pub(super) fn parsed(&self) -> impl Iterator<Item = (&str, FileId, &Template)> {
        self.files.iter().filter_map(|(name, file)| {
            let template = self.registry.get_template(name)?;
            Some((name.as_str(), *file, template))
        })
    }
}

/// The place of a line and column, both from 1, in a template.
pub(super) fn span_at(file: FileId, text: &str, line: usize, column: usize) -> Span {
    let line_start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let line_text = text[line_start..].lines().next().unwrap_or_default();
    let inside: usize = line_text
        .chars()
        .take(column.saturating_sub(1))
        .map(char::len_utf8)
        .sum();
    let start = line_start + inside;
    Span::new(file, start, (start + 1).min(text.len()))
}
