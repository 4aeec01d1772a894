//! tour comes here
#![warn(missing_docs)]
pub mod document;
pub mod render;
pub mod xml;
