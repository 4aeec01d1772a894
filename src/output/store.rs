//! An output folder and the state that belongs to it.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{Entry, Manifest, manifest::digest};

/// An output folder, locked against other runs while this value lives.
#[derive(Debug)]
pub struct Store {
    output: PathBuf,
    manifest_path: PathBuf,
    journal_path: PathBuf,
    _lock: Option<File>,
}

/// Why something could not be written.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// Another run is at work.
    #[error("another run is at work in this workspace (lock `{}`); wait for it to end", .0.display())]
    Locked(PathBuf),
    /// A folder could not be made.
    #[error("cannot make folder `{}`", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file could not be written.
    #[error("cannot write `{}`", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file could not be read back.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the module that writes, and reads back what it wrote"
)]
impl Store {
    /// Opens an output folder for writing.
    ///
    /// # Errors
    ///
    /// When another run holds the lock, or the folders cannot be made.
    pub fn open(output: &Path, state: &Path) -> Result<Self, OutputError> {
        for path in [state, output] {
            fs::create_dir_all(path).map_err(|source| OutputError::Folder {
                path: path.to_path_buf(),
                source,
            })?;
        }
        let path = state.join("lock");
        let failed = |source| OutputError::Write {
            path: path.clone(),
            source,
        };
        let lock = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OutputError::Locked(path)),
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
        Ok(Self {
            _lock: Some(lock),
            ..Self::view(output, state)
        })
    }

    /// Opens an output folder for looking only.
    pub fn view(output: &Path, state: &Path) -> Self {
        // Each output folder has a record of its own, which must survive that the workspace is moved.
        let inside = state
            .parent()
            .and_then(|workspace| output.strip_prefix(workspace).ok());
        let key = digest(inside.unwrap_or(output).as_os_str().as_encoded_bytes());
        Self {
            output: output.to_path_buf(),
            manifest_path: state.join(format!("manifest-{}.json", &key[..16])),
            journal_path: state.join(format!("journal-{}.jsonl", &key[..16])),
            _lock: None,
        }
    }

    /// The record of the last run; an unreadable one counts as none, then everything is made again.
    pub fn manifest(&self) -> Manifest {
        let text = fs::read_to_string(&self.manifest_path).unwrap_or_default();
        let journal = fs::read_to_string(&self.journal_path).unwrap_or_default();
        let lines = journal.lines().map(serde_json::from_str);
        Manifest {
            announced: lines.map_while(Result::ok).collect(),
            ..serde_json::from_str(&text).unwrap_or_default()
        }
    }

    /// Writes down what is about to be written, so that a run that is killed between the two leaves nothing that the
    /// next one would take for a writer's work.
    fn announce(&self, name: &str, entry: &Entry) -> Result<(), OutputError> {
        let failed = |source| OutputError::Write {
            path: self.journal_path.clone(),
            source,
        };
        let line = serde_json::to_string(&(name, entry)).expect("invariant: a record serialises");
        let mut options = OpenOptions::new();
        let mut journal = options
            .create(true)
            .append(true)
            .open(&self.journal_path)
            .map_err(failed)?;
        journal
            .write_all(
                (line
                    + "
")
                .as_bytes(),
            )
            .map_err(failed)
    }

    /// Writes the record.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn save(&self, manifest: &Manifest) -> Result<(), OutputError> {
        let text =
            serde_json::to_string_pretty(manifest).expect("invariant: a manifest serialises");
        write_whole(&self.manifest_path, text.as_bytes())?;
        // What was announced is on record now; a journal that stays does no harm.
        let _ = fs::remove_file(&self.journal_path);
        Ok(())
    }

    /// Where an output lies.
    pub fn path(&self, name: &str) -> PathBuf {
        self.output.join(name)
    }

    /// Digest of an output's present bytes; none when there is no such file.
    ///
    /// # Errors
    ///
    /// When it is there and cannot be read.
    pub fn present(&self, name: &str) -> Result<Option<String>, OutputError> {
        let path = self.path(name);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(digest(&bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(OutputError::Read { path, source }),
        }
    }

    /// Writes an output, whole or not at all.
    ///
    /// # Errors
    ///
    /// When it cannot be written; what was there before stays.
    pub fn write(&self, name: &str, entry: &Entry, bytes: &[u8]) -> Result<(), OutputError> {
        self.announce(name, entry)?;
        write_whole(&self.path(name), bytes)
    }
}

/// Writes a file that is not there yet, whole or not at all.
///
/// # Errors
///
/// [`OutputError::Write`], also when the file is there.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let failed = |source| OutputError::Write {
        path: path.to_path_buf(),
        source,
    };
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let file = beside(folder.unwrap_or(Path::new(".")), bytes).map_err(failed)?;
    file.persist_noclobber(path)
        .map_err(|error| failed(error.error))?;
    Ok(())
}

fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let failed = |source| OutputError::Write {
        path: path.to_path_buf(),
        source,
    };
    // A link to a shared folder stays a link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = target.parent().unwrap_or(Path::new("."));
    let file = beside(folder, bytes).map_err(failed)?;
    file.persist(&target).map_err(|error| failed(error.error))?;
    Ok(())
}

/// A complete file without a name of its own yet.
fn beside(folder: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".briefings-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o644));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}
