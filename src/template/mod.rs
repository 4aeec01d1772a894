//! Handlebars content templates: views go in, text in our small Markdown dialect comes out.
//!
//! Templates see the structs of [`view`] and nothing else; [`lint()`] compares every path of every template with them
//! before anything is rendered, because handlebars itself lets `{{#if typo}}` pass.
//!
//! **Invariant:** no sentence about a county stands in a template; facts come from the views.

mod helpers;
mod lint;
mod markdown;
mod registry;
mod unclosed;
pub mod view;
mod views;

pub use lint::lint;
pub use markdown::{Markdown, escape, number_link};
pub use registry::{CONTENT, TemplateError, Templates, built_in};
pub use views::{Field, Shape, TemplateView, views};
