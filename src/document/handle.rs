//! Names that survive in a Word file.

use data_encoding::BASE32_NOPAD;

use super::{BlockId, Inline, Role};

/// A bookmark name: `blk_`, `fig_` or `cel_` and 16 base32 characters, since Word allows 40 letters, digits and `_`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Handle(String);

impl Handle {
    fn new(prefix: &str, parts: &[&str]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(part.as_bytes());
            hasher.update(&[0]);
        }
        let digest = hasher.finalize();
        let code = BASE32_NOPAD.encode(&digest.as_bytes()[..10]).to_lowercase();
        Self(format!("{prefix}_{code}"))
    }

    /// The bookmark name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The handle of a block (or, with an inner part, of a list item: `sources/xingxian-web`).
pub fn block_handle(id: &str) -> Handle {
    Handle::new("blk", &[id])
}

/// The handle of a table cell, from the ids of table, row and column, never from positions.
pub fn cell_handle(table: &BlockId, row: &str, column: &str) -> Handle {
    Handle::new("cel", &[table.as_str(), row, column])
}

/// The handle of the `count`-th mention (from 0) of a figure within a block; `None` for text that is no bound number.
pub fn figure_handle(block: &str, inline: &Inline, count: usize) -> Option<Handle> {
    let id = match &inline.role {
        Role::Figure { id } | Role::Derived { id, .. } => id,
        Role::Plain
        | Role::Date
        | Role::Name { .. }
        | Role::Numbering
        | Role::Source { .. }
        | Role::Doubt { .. } => return None,
    };
    Some(Handle::new("fig", &[block, id, &count.to_string()]))
}
