//! Reads a workspace from the disk.
//!
//! **Invariant:** the only module that reads the workspace. Everything after it works on values.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::{span::FileId, threads};

/// Name of the file that makes a directory a workspace.
pub const CONFIG: &str = "briefings.yaml";

/// The files of a workspace as read, in a fixed order.
#[derive(Debug, Clone, Default)]
pub struct SourceSet {
    files: Vec<SourceFile>,
    documents: BTreeMap<String, Vec<u8>>,
    reference: Option<(String, Vec<u8>)>,
}

/// One file.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path relative to the workspace, `/` between its parts on every system.
    pub path: String,
    /// The text without its byte order mark; empty when there is a problem.
    pub text: String,
    /// Why there is no text.
    pub problem: Option<Problem>,
}

/// Why a file has no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Not UTF-8 from this byte on.
    NotUtf8 {
        /// Offset of the first bad byte.
        offset: usize,
        /// What the bytes look like instead, if that can be told.
        looks_like: Option<&'static str>,
        /// The text with a sign in place of each bad byte, for showing where they stand.
        shown: String,
    },
    /// The system refused to read it.
    Unreadable {
        /// What the system said.
        reason: String,
    },
}

/// Why a workspace could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// No `briefings.yaml` here or above.
    #[error("no workspace: found no `{CONFIG}` in `{}` or above it; change there or pass `-C DIR`", .0.display())]
    NoWorkspace(PathBuf),
    /// The text of a source could not be read.
    #[error("cannot read source text `{}`", path.display())]
    Text {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A directory could not be listed.
    #[error("cannot list directory `{}`", path.display())]
    List {
        /// The directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl SourceFile {
    /// Takes the bytes of a file as they were read.
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        let (text, problem) = match decoded(bytes) {
            Ok(text) => (text, None),
            Err(problem) => (String::new(), Some(problem)),
        };
        Self {
            path: path.into(),
            text,
            problem,
        }
    }

    /// The text as people are shown it, also where it could not be used.
    pub fn shown(&self) -> &str {
        match &self.problem {
            Some(Problem::NotUtf8 { shown, .. }) => shown,
            Some(Problem::Unreadable { .. }) | None => &self.text,
        }
    }
}

/// Text from bytes. Windows editors begin UTF-8 with a byte order mark, which is no part of the text.
fn decoded(bytes: Vec<u8>) -> Result<String, Problem> {
    // UTF-16 is full of zeros, which UTF-8 would allow.
    let wide = [&[0xFF, 0xFE][..], &[0xFE, 0xFF]]
        .iter()
        .any(|mark| bytes.starts_with(mark))
        || bytes.iter().take(4).any(|byte| *byte == 0);
    let (offset, bytes) = match String::from_utf8(bytes) {
        Ok(text) if !wide => {
            let marked = text.strip_prefix('\u{FEFF}').map(str::to_owned);
            return Ok(marked.unwrap_or(text));
        }
        Ok(text) => (0, text.into_bytes()),
        Err(error) => (error.utf8_error().valid_up_to(), error.into_bytes()),
    };
    let looks_like = match wide {
        true => Some("UTF-16"),
        false => is_gbk(&bytes).then_some("GBK"),
    };
    Err(Problem::NotUtf8 {
        offset: if wide { 0 } else { offset },
        looks_like,
        shown: String::from_utf8_lossy(&bytes).into_owned(),
    })
}

/// Whether every byte outside ASCII belongs to a pair as GBK has them.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        let pair = match byte {
            0..=0x7F => true,
            0x81..=0xFE => rest
                .next()
                .is_some_and(|next| matches!(next, 0x40..=0x7E | 0x80..=0xFE)),
            0x80 | 0xFF => false,
        };
        if !pair {
            return false;
        }
    }
    true
}

impl SourceSet {
    /// Makes a set from texts in memory.
    pub fn from_texts<P: Into<String>, T: Into<String>>(
        texts: impl IntoIterator<Item = (P, T)>,
    ) -> Self {
        let files = texts.into_iter().map(|(path, text)| SourceFile {
            path: path.into(),
            text: text.into(),
            problem: None,
        });
        Self {
            files: files.collect(),
            ..Self::default()
        }
    }

    /// Adds built-in files where the workspace has none of its own in a folder.
    pub fn or_built_in(mut self, folder: &str, built_in: &[(&str, &str)]) -> Self {
        if self.below(folder, "").next().is_none() {
            let added = built_in.iter().map(|(path, text)| SourceFile {
                path: (*path).to_owned(),
                text: (*text).to_owned(),
                problem: None,
            });
            self.files.extend(added);
        }
        self
    }

    /// Adds a file that is not on the disk.
    pub fn with(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.files.push(SourceFile {
            path: path.into(),
            text: text.into(),
            problem: None,
        });
        self
    }

    /// All files with their ids.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (FileId::of(index), file))
    }

    /// The file of an id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// The file at a path.
    pub fn at(&self, path: &str) -> Option<(FileId, &SourceFile)> {
        self.files().find(|(_, file)| file.path == path)
    }

    /// The files below a folder whose name ends in `suffix`.
    pub fn below(&self, folder: &str, suffix: &str) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files().filter(move |(_, file)| {
            let inside = file
                .path
                .strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'));
            inside && file.path.ends_with(suffix)
        })
    }

    /// Adds a Word document of the workspace.
    pub fn with_document(mut self, path: impl Into<String>, bytes: Vec<u8>) -> Self {
        self.documents.insert(path.into(), bytes);
        self
    }

    /// The Word document at a path.
    pub fn document(&self, path: &str) -> Option<&[u8]> {
        self.documents.get(path).map(Vec::as_slice)
    }

    /// The paths of all Word documents.
    pub fn documents(&self) -> impl Iterator<Item = &str> {
        self.documents.keys().map(String::as_str)
    }

    /// Sets the document whose page and styles are taken, whatever the configuration says; `name` is what it is called.
    pub fn with_reference(mut self, name: impl Into<String>, bytes: Vec<u8>) -> Self {
        self.reference = Some((name.into(), bytes));
        self
    }

    /// The document that was set so, with its name.
    pub fn reference(&self) -> Option<(&str, &[u8])> {
        let (name, bytes) = self.reference.as_ref()?;
        Some((name, bytes))
    }

    /// A digest over paths and contents: equal sets have equal digests.
    pub fn digest(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        for file in &self.files {
            for part in [&file.path, &file.text, &format!("{:?}", file.problem)] {
                hasher.update(&part.len().to_le_bytes());
                hasher.update(part.as_bytes());
            }
        }
        let reference = self.reference.as_ref().map(|(name, bytes)| (name, bytes));
        for (name, bytes) in self.documents.iter().chain(reference) {
            for part in [name.as_bytes(), bytes] {
                hasher.update(&part.len().to_le_bytes());
                hasher.update(part);
            }
        }
        hasher.finalize()
    }
}

/// Finds the workspace that a directory lies in.
///
/// # Errors
///
/// [`SourceError::NoWorkspace`] when neither the directory nor one above it holds `briefings.yaml`.
pub fn find_workspace(start: &Path) -> Result<PathBuf, SourceError> {
    start
        .ancestors()
        .find(|dir| dir.join(CONFIG).is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| SourceError::NoWorkspace(start.to_path_buf()))
}

/// Reads the text of a source, wherever it lies.
///
/// # Errors
///
/// [`SourceError::Text`] when it cannot be read or is not UTF-8.
#[expect(clippy::disallowed_methods, reason = "this is the module that reads")]
pub fn text(path: &Path) -> Result<String, SourceError> {
    let failed = |source| SourceError::Text {
        path: path.to_path_buf(),
        source,
    };
    let bytes = fs::read(path).map_err(failed)?;
    String::from_utf8(bytes)
        .map_err(|error| failed(io::Error::new(io::ErrorKind::InvalidData, error)))
}

/// Reads a delivered file, wherever it lies.
///
/// # Errors
///
/// [`SourceError::Text`] when it cannot be read.
#[expect(clippy::disallowed_methods, reason = "this is the module that reads")]
pub fn bytes(path: &Path) -> Result<Vec<u8>, SourceError> {
    fs::read(path).map_err(|source| SourceError::Text {
        path: path.to_path_buf(),
        source,
    })
}

/// Reads the texts of sources from a directory, `<id>.txt` each; one that is not there is left out, and of one that is not
/// UTF-8 there is no text.
///
/// # Errors
///
/// When the directory is not there, or a text cannot be read.
pub fn texts<'i>(
    dir: &Path,
    ids: impl IntoIterator<Item = &'i str>,
) -> Result<BTreeMap<String, Option<String>>, SourceError> {
    if !dir.is_dir() {
        return Err(SourceError::List {
            path: dir.to_path_buf(),
            source: io::Error::from(io::ErrorKind::NotFound),
        });
    }
    let mut texts = BTreeMap::new();
    for id in ids {
        let path = dir.join(format!("{id}.txt"));
        if path.exists() {
            let read = match text(&path) {
                Ok(text) => Some(text),
                Err(SourceError::Text { source, .. })
                    if source.kind() == io::ErrorKind::InvalidData =>
                {
                    None
                }
                Err(error) => return Err(error),
            };
            texts.insert(id.to_owned(), read);
        }
    }
    Ok(texts)
}

/// Reads every file of a workspace that the program looks at.
///
/// A file that cannot be read is kept with its [`Problem`], so that the others are still used.
///
/// # Errors
///
/// When the workspace has no configuration, or a directory cannot be listed.
pub fn load(workspace: &Path) -> Result<SourceSet, SourceError> {
    if !workspace.join(CONFIG).is_file() {
        return Err(SourceError::NoWorkspace(workspace.to_path_buf()));
    }
    let mut paths = vec![CONFIG.to_owned()];
    for folder in ["seeds", "templates"] {
        list(workspace, folder, &mut paths)?;
    }
    paths.sort();
    let (documents, paths): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| is_document(path));
    let files = threads::map(paths, |path| read(workspace, path));
    // What cannot be read is not there; who names it in the configuration is told so.
    let documents = documents.into_iter().filter_map(|path| {
        let bytes = document(&workspace.join(&path)).ok()?;
        Some((path, bytes))
    });
    Ok(SourceSet {
        files,
        documents: documents.collect(),
        reference: None,
    })
}

/// More of a Word document is not read: no template of styles comes near it, and one that does is refused.
const MOST_OF_A_DOCUMENT: u64 = (16 << 20) + 1;

/// Reads a Word document, wherever it lies.
///
/// # Errors
///
/// [`SourceError::Text`] when it cannot be read.
pub fn document(path: &Path) -> Result<Vec<u8>, SourceError> {
    let failed = |source| SourceError::Text {
        path: path.to_path_buf(),
        source,
    };
    let file = fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    let read = file.take(MOST_OF_A_DOCUMENT).read_to_end(&mut bytes);
    read.map_err(failed)?;
    Ok(bytes)
}

/// Word's lock files begin with `~$`.
fn is_document(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("templates/") && name.ends_with(".docx") && !name.starts_with(['.', '~'])
}

#[expect(clippy::disallowed_methods, reason = "this is the module that reads")]
fn list(workspace: &Path, folder: &str, paths: &mut Vec<String>) -> Result<(), SourceError> {
    let dir = workspace.join(folder);
    if !dir.is_dir() {
        return Ok(());
    }
    let failed = |source| SourceError::List {
        path: dir.clone(),
        source,
    };
    for entry in fs::read_dir(&dir).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
            continue;
        };
        let path = format!("{folder}/{name}");
        // A directory of such a name is listed as a file, so that reading it fails and is told.
        if is_ours(&name) || is_document(&path) {
            paths.push(path);
        } else if entry.path().is_dir() {
            list(workspace, &path, paths)?;
        }
    }
    Ok(())
}

fn is_ours(name: &str) -> bool {
    // `.yml` and capitals are read to be told: nothing uses them.
    let name = name.to_ascii_lowercase();
    let wanted = [".yaml", ".yml", ".hbs", ".typ"]
        .iter()
        .any(|suffix| name.ends_with(suffix));
    wanted && !name.starts_with('.')
}

#[expect(clippy::disallowed_methods, reason = "this is the module that reads")]
fn read(workspace: &Path, path: String) -> SourceFile {
    let unreadable = |path, reason| SourceFile {
        path,
        text: String::new(),
        problem: Some(Problem::Unreadable { reason }),
    };
    match fs::read(workspace.join(&path)) {
        Ok(bytes) if u32::try_from(bytes.len()).is_err() => {
            unreadable(path, "it has 4 GiB or more".to_owned())
        }
        Ok(bytes) => SourceFile::new(path, bytes),
        Err(error) => unreadable(path, error.to_string()),
    }
}
