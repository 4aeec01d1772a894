//! What Typst may see: one layout, one document, the embedded faces. No disk, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

use super::ends::Ends;
use super::fonts;
use super::layout::{Layout, MAIN, file_id};
use crate::document::Document;

/// The same for every document and every thread.
struct Shared {
    library: LazyHash<Library>,
    fonts: FontStore,
    document: FileId,
    data: FileId,
    ends: FileId,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    // The PDF writer uses the global pool; more than one thread in it would run one document inside another.
    // Whoever built the pool before us has chosen for us.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build_global();
    Shared {
        library: LazyHash::new(Library::default()),
        fonts: fonts::embedded(),
        document: constant_id("document.json"),
        data: constant_id("data.json"),
        ends: constant_id("ends.json"),
    }
});

/// Which characters the embedded faces have, by code point: the faces' own lists take long to search.
static PRINTABLE: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let book = SHARED.fonts.book();
    let faces = (0..).map_while(|index| book.info(index));
    let mut printable = Vec::new();
    for character in faces.flat_map(|face| face.coverage.iter()) {
        let place = usize::try_from(character).expect("invariant: a code point is a small number");
        if printable.len() <= place {
            printable.resize(place + 1, false);
        }
        printable[place] = true;
    }
    printable
});

/// Whether any of the embedded faces has a character, and something is seen of it.
pub fn printable(c: char) -> bool {
    // Signs for the direction, joining and breaking of text, which would hide in a name.
    let hidden = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    if hidden {
        return false;
    }
    let place = usize::try_from(u32::from(c));
    place.is_ok_and(|place| PRINTABLE.get(place) == Some(&true))
}

/// A document as the layout reads it.
pub(super) struct Files {
    document: Bytes,
    data: Bytes,
}

impl Files {
    /// Writes a document as JSON.
    pub(super) fn of(document: &Document) -> Self {
        let written = serde_json::to_vec(document);
        let data = serde_json::to_vec(&document.data);
        let bytes = |json: serde_json::Result<Vec<u8>>| {
            Bytes::new(json.expect("invariant: a document has no map with odd keys"))
        };
        Self {
            document: bytes(written),
            data: bytes(data),
        }
    }
}

/// One run of Typst.
pub(super) struct ReportWorld<'a> {
    layout: &'a Layout,
    main: FileId,
    files: &'a Files,
    ends: Bytes,
}

impl<'a> ReportWorld<'a> {
    /// The layout's main file over a document. `ends` are the ends of tables as far as known.
    pub(super) fn new(layout: &'a Layout, files: &'a Files, ends: &Ends) -> Self {
        Self {
            layout,
            main: constant_id(MAIN),
            files,
            ends: Bytes::new(
                serde_json::to_vec(ends).expect("invariant: finite numbers under names"),
            ),
        }
    }
}

fn constant_id(name: &'static str) -> FileId {
    file_id(name).expect("invariant: the program's own file names are paths")
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

impl World for ReportWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        SHARED.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.layout.source(id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == SHARED.document {
            return Ok(self.files.document.clone());
        }
        if id == SHARED.data {
            return Ok(self.files.data.clone());
        }
        if id == SHARED.ends {
            return Ok(self.ends.clone());
        }
        Err(not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
