//! XML as a tree that is written back as it was read.
//!
//! Comes in as the text of one part of a package, goes out as text again. Everything that is not touched keeps its bytes:
//! text and attribute values stay escaped as they were, comments and processing instructions stay where they were. Only
//! the white space inside a tag is not kept.
//!
//! **Invariant:** resolves no entity and reads no document type: a writer's file cannot make it grow or fetch anything.
//! **Invariant:** a tree is at most [`MAX_DEPTH`] elements deep, so that walking it recursively is safe.

mod element;
mod parse;
mod write;

#[cfg(test)]
mod tests;

pub use element::{Attribute, Element, Node};
pub use parse::{MAX_DEPTH, XmlError};

/// One XML document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// What stands before the root: declaration, comments, line ends.
    pub before: Vec<Node>,
    /// The root element.
    pub root: Element,
    /// What stands behind the root.
    pub after: Vec<Node>,
}
