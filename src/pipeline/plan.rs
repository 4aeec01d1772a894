//! Which outputs there are and whether each is up to date.

use super::style::Style;
use crate::{
    document::Document,
    model::{CountyId, Format},
    output::{Manifest, OutputError, Store},
    render::docx::House,
};

/// Identity of this build of the program.
const BUILD: &str = env!("BRIEFINGS_BUILD");

/// An output to be brought up to date.
#[derive(Debug)]
pub(super) struct Job<'d> {
    pub(super) report: &'d CountyId,
    pub(super) document: &'d Document,
    pub(super) format: Format,
    pub(super) fingerprint: String,
}

/// What is to be done about an output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    /// It is what it should be.
    Fresh,
    /// To be made, for this reason.
    Make(&'static str),
    /// A writer edited it since it was made, and what it is made from has not changed: nothing to add.
    Edited,
    /// A writer edited it and what it is made from has changed: the new one goes beside it, under this name.
    Beside(String),
}

impl<'d> Job<'d> {
    pub(super) fn new(
        report: &'d CountyId,
        document: &'d Document,
        format: Format,
        style: &Style<'_>,
    ) -> Self {
        Self {
            report,
            document,
            format,
            fingerprint: fingerprint(document, format, style),
        }
    }

    /// File name in the output folder.
    pub(super) fn name(&self) -> String {
        format!("{}.{}", self.report, self.format.extension())
    }

    /// Name of the first, second … file beside an edited one: `xingxian.new.docx`, `xingxian.new-2.docx`.
    fn name_beside(&self, count: usize) -> String {
        let counted = if count == 1 {
            String::new()
        } else {
            format!("-{count}")
        };
        format!("{}.new{counted}.{}", self.report, self.format.extension())
    }

    /// Name and digest of each file that stands beside an edited one.
    pub(super) fn files_beside(&self, store: &Store) -> Result<Vec<(String, String)>, OutputError> {
        let mut files = Vec::new();
        loop {
            let name = self.name_beside(files.len() + 1);
            match store.present(&name)? {
                Some(digest) => files.push((name, digest)),
                None => return Ok(files),
            }
        }
    }

    /// Compares record, disk and fingerprint.
    pub(super) fn decide(
        &self,
        store: &Store,
        manifest: &Manifest,
        fresh: bool,
    ) -> Result<Decision, OutputError> {
        let Some(present) = store.present(&self.name())? else {
            return Ok(Decision::Make("the file is not there"));
        };
        let ours = manifest.record_of(&self.name(), &present);
        // Of a file that is not as we wrote it, the last record tells what a writer had before editing it.
        let base = ours.or_else(|| manifest.outputs.get(&self.name()));
        let same_inputs = base.is_some_and(|entry| entry.fingerprint == self.fingerprint);
        Ok(match (self.format, ours.is_some(), same_inputs) {
            (_, true, true) if fresh => Decision::Make("asked for"),
            (_, true, true) => Decision::Fresh,
            (_, true, false) => Decision::Make("the report has changed"),
            (Format::Pdf, false, _) => Decision::Make("the file is not as it was written"),
            (Format::Docx, false, true) => Decision::Edited,
            (Format::Docx, false, false) => self.beside(store, manifest)?,
        })
    }

    /// What is new may lie beside an edited file already; a file there that a writer has edited too is left alone.
    fn beside(&self, store: &Store, manifest: &Manifest) -> Result<Decision, OutputError> {
        let files = self.files_beside(store)?;
        let entry = |name: &String| manifest.outputs.get(name);
        let current =
            |name: &String| entry(name).is_some_and(|entry| entry.fingerprint == self.fingerprint);
        if files.iter().any(|(name, _)| current(name)) {
            return Ok(Decision::Edited);
        }
        let ours = files
            .iter()
            .find(|(name, digest)| manifest.record_of(name, digest).is_some());
        Ok(Decision::Beside(match ours {
            Some((name, _)) => name.clone(),
            None => self.name_beside(files.len() + 1),
        }))
    }
}

fn fingerprint(document: &Document, format: Format, style: &Style<'_>) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut add = |part: &[u8]| {
        hasher.update(&part.len().to_le_bytes());
        hasher.update(part);
    };
    add(BUILD.as_bytes());
    add(format.extension().as_bytes());
    add(&serde_json::to_vec(document).expect("invariant: a document serialises"));
    if format == Format::Pdf {
        add(&serde_json::to_vec(&document.data).expect("invariant: a document serialises"));
    }
    // A list of contents names the pages of the PDF.
    if format == Format::Pdf || document.meta.contents {
        for (name, text) in style.layout.files() {
            add(name.as_bytes());
            add(text.as_bytes());
        }
    }
    if format == Format::Docx {
        add(&serde_json::to_vec(&document.comments).expect("invariant: a document serialises"));
        add(style
            .house
            .map(House::digest)
            .unwrap_or_default()
            .as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// Digest of everything that goes into a run: when it equals the last one's, nothing needs to be looked at.
pub(super) fn inputs(sources: &crate::source::SourceSet, options: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(BUILD.as_bytes());
    hasher.update(sources.digest().as_bytes());
    hasher.update(options.as_bytes());
    hasher.finalize().to_hex().to_string()
}
