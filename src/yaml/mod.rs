//! YAML as a tree that remembers where everything stands.
//!
//! [`parse`] makes a [`Node`] tree, [`read`] also of a file with slips that can be mended, [`Fields`] and [`Decoder`] turn it into values and collect every mistake on the way.
//! serde's derive would stop at a file's first mistake, hence our own decoding; the parser is a well-kept library.
//!
//! **Invariant:** knows nothing of counties.

mod decode;
mod mend;
mod node;
mod offsets;

pub use decode::{Decoder, Fields};
pub use node::{Node, NodeKind, parse, read};
