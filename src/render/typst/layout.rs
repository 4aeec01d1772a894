//! The Typst files that say how a report looks.

use std::collections::BTreeMap;

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

/// The layout files: file name to Typst source. `report.typ` is the main file.
#[derive(Debug, Clone)]
pub struct Layout {
    files: BTreeMap<String, String>,
    sources: Vec<Source>,
}

/// The file that uses the others.
pub(super) const MAIN: &str = "report.typ";

/// The files carried in the program.
const EMBEDDED: [(&str, &str); 14] = [
    (MAIN, include_str!("../../../templates/layout/report.typ")),
    (
        "data.typ",
        include_str!("../../../templates/layout/data.typ"),
    ),
    (
        "page.typ",
        include_str!("../../../templates/layout/page.typ"),
    ),
    (
        "inline.typ",
        include_str!("../../../templates/layout/inline.typ"),
    ),
    (
        "masthead.typ",
        include_str!("../../../templates/layout/masthead.typ"),
    ),
    (
        "blocks.typ",
        include_str!("../../../templates/layout/blocks.typ"),
    ),
    (
        "tables.typ",
        include_str!("../../../templates/layout/tables.typ"),
    ),
    (
        "rows.typ",
        include_str!("../../../templates/layout/rows.typ"),
    ),
    (
        "cells.typ",
        include_str!("../../../templates/layout/cells.typ"),
    ),
    (
        "verdicts.typ",
        include_str!("../../../templates/layout/verdicts.typ"),
    ),
    (
        "plots.typ",
        include_str!("../../../templates/layout/plots.typ"),
    ),
    (
        "charts.typ",
        include_str!("../../../templates/layout/charts.typ"),
    ),
    (
        "contents.typ",
        include_str!("../../../templates/layout/contents.typ"),
    ),
    (
        "imprint.typ",
        include_str!("../../../templates/layout/imprint.typ"),
    ),
];

impl Layout {
    /// Takes layout files, name to source. A name that is no path inside a project cannot be imported.
    ///
    /// Typst never forgets a file name, so names should come from a fixed set.
    pub fn new(files: BTreeMap<String, String>) -> Self {
        let sources = files
            .iter()
            .filter_map(|(name, text)| Some(Source::new(file_id(name)?, text.clone())))
            .collect();
        Self { files, sources }
    }

    /// The layout carried in the program.
    pub fn embedded() -> Self {
        let files = EMBEDDED.map(|(name, text)| (name.to_owned(), text.to_owned()));
        Self::new(BTreeMap::from(files))
    }

    /// The files, name to source.
    pub fn files(&self) -> &BTreeMap<String, String> {
        &self.files
    }

    pub(super) fn source(&self, id: FileId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id() == id)
    }
}

/// The id of a file at the root of the project; `None` if the name is no path.
pub(super) fn file_id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(format!("/{name}")).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}
