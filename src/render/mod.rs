//! A [`Document`](crate::document::Document) goes in, the bytes of one format come out.
//!
//! **Invariant:** sees no model, no template, no disk and no clock.

pub mod docx;
pub mod text;
pub mod typst;
