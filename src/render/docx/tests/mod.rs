mod comments;
mod content;
mod contents;
mod errors;
mod package;
mod support;
