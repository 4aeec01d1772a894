//! From a source text to a draft of its description.

use std::path::Path;

use crate::{
    index,
    model::SourceId,
    parse,
    source::{self, SourceError},
};

/// Drafts the description of a source text from the text and what the workspace knows of it.
///
/// # Errors
///
/// When workspace or text cannot be read, or the file's name is no id.
pub fn draft_index(workspace: &Path, file: &Path) -> Result<String, IndexError> {
    let sources = source::load(workspace)?;
    let text = source::text(file)?;
    let stem = file
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    let id: SourceId = stem.parse().map_err(|expected| IndexError::Name {
        name: stem.to_owned(),
        expected,
    })?;
    let path = format!("seeds/sources/{id}.yaml");
    let earlier = sources.at(&path).map(|(_, file)| file.text.clone());
    let sources = match earlier {
        Some(_) => sources,
        None => sources.with(path, index::stand_in(&id, &text)),
    };
    let dataset = parse::dataset(&sources);
    let model = parse::resolve(dataset.value, dataset.findings).value;
    Ok(index::draft(&id, &text, model.as_ref(), earlier.as_deref()))
}

/// Why no index could be drafted.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Workspace or text cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The file is not named by an id.
    #[error("the text is named `{name}`, {expected}; rename it to the id of its source")]
    Name {
        /// The name without its extension.
        name: String,
        /// What was expected.
        expected: String,
    },
}
