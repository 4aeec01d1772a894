//! County briefings from a checked YAML data model: typeset PDF for officials, editable DOCX for writers.
//!
//! # The way the data goes
//!
//! ```text
//! workspace ─load→ SourceSet ─parse→ Dataset ─resolve→ Model ─audit→ findings
//!    ─compose→ Document ─fingerprint→ unchanged? left alone : render→ bytes ─write→ output/ + manifest
//! ```
//!
//! One direction, each arrow a function from values to a value:
//!
//! 1. [`source::load`] reads every file of the workspace into a [`SourceSet`](source::SourceSet).
//! 2. [`parse::dataset`] reads each YAML file ([`yaml`]) into entities of the [`model`] and notes every reference;
//!    [`parse::resolve`] checks the references and puts the [`Model`](model::Model) together. A county file with errors
//!    is set aside, the others go on.
//! 3. [`audit::run`] looks for what is wrong with the content: numbers typed into prose, sums that do not add up, numerals of a
//!    source that nobody has accounted for, prose that an editor would send back. Where the source texts are at hand, [`audit::against`] compares them too; what
//!    such a text holds is drafted by [`index::draft`].
//! 4. [`compose::compose`] makes a report's [`Document`](document::Document): what may be compared and who works alike is computed
//!    ([`model::compare()`], [`model::conclusions`]); views of the model go through handlebars
//!    content templates ([`template`]), their Markdown ([`markdown`]) becomes blocks, and typed tables, charts and lists
//!    take their places. At the end every number is bound to a figure, derived, or exempt with a reason. A report that is
//!    to be printed takes its data along ([`compose::data`], the rows of [`export`]), and what its writers must know of its
//!    figures ([`compose::comments()`]).
//! 5. [`render`] turns the one document into PDF (embedded Typst), DOCX (docx-rs and a finishing pass, on the page and in the
//!    styles of an office that has given its [`House`](render::docx::House)) or plain text.
//!    [`measure`] reads a PDF back and holds what stands on its pages against the standard.
//! 6. [`output`] writes what has changed, whole files only, and remembers what it wrote.
//!
//! [`pipeline`] calls these in order; the binary parses arguments and prints. Beside the way stands [`schema`], which
//! describes the data files to editors.
//!
//! # What always holds
//!
//! - Only [`source`] reads the workspace, only [`output`] writes. Clock, environment and options come in as values.
//! - The same input gives the same bytes, on any number of threads and in any time zone.
//! - What is wrong with data or templates is a [`Finding`](diagnostic::Finding), collected, with its place; what fails
//!   in the environment is an error; a panic means that we are wrong.
//! - PDF, DOCX and text are made from the same [`Document`](document::Document), so they say the same.
//!
//! Which module may use which is a test (`tests/integration/imports.rs`).

pub mod span;

pub mod threads;

pub mod diagnostic;

pub mod source;

pub mod yaml;

pub mod model;

pub mod parse;

pub mod schema;

pub mod audit;

pub mod index;

pub mod document;

pub mod template;

pub mod markdown;

pub mod export;

pub mod compose;

pub mod xml;

pub mod render;

pub mod measure;

pub mod output;

pub mod pipeline;
