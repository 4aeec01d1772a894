//! What is said to writers beside a number.

use serde::Serialize;

/// A comment on a number, for formats that writers work in; no part of what is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comment {
    /// The figure's full id, `county/figure-id`; the comment stands where it is first mentioned.
    pub figure: String,
    /// Paragraphs.
    pub lines: Vec<String>,
}
