//! What was written, and from what.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The record of an output folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Digest of everything that went into the last run that had nothing left to say; none after any other.
    pub inputs: Option<String>,
    /// File names of the outputs of that run, in its order.
    #[serde(default)]
    pub last: Vec<String>,
    /// Each output by file name.
    pub outputs: BTreeMap<String, Entry>,
    /// What a run that was cut off had announced to write.
    #[serde(skip)]
    pub announced: Vec<(String, Entry)>,
}

impl Manifest {
    /// The record that bytes on the disk answer to: they are ours if there is one.
    pub fn record_of(&self, name: &str, digest: &str) -> Option<&Entry> {
        let recorded = self.outputs.get(name).into_iter();
        let announced = self.announced.iter();
        let announced = announced.filter(|(known, _)| known == name);
        let mut entries = recorded.chain(announced.map(|(_, entry)| entry));
        entries.find(|entry| entry.digest == digest)
    }
}

/// One output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Digest of what it was made from.
    pub fingerprint: String,
    /// Digest of its bytes as we wrote them.
    pub digest: String,
}

impl Entry {
    /// The record of bytes made from something.
    pub fn new(fingerprint: &str, bytes: &[u8]) -> Self {
        Self {
            fingerprint: fingerprint.to_owned(),
            digest: digest(bytes),
        }
    }
}

/// Digest of an output's bytes.
pub(super) fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}
