//! tour comes here
pub mod audit;
pub mod compose;
pub mod diagnostic;
pub mod document;
pub mod markdown;
pub mod model;
pub mod output;
pub mod parse;
pub mod pipeline;
pub mod render;
pub mod source;
pub mod span;
pub mod template;
pub mod xml;
pub mod yaml;
