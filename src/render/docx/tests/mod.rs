mod comments;
mod content;
mod errors;
mod package;
mod support;
