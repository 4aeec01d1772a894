//! A workspace in a folder of its own, changed and run step by step.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::SystemTime,
};

use county_briefings::{
    diagnostic::Finding,
    pipeline::{self, Checked},
    span::LineColumn,
};
use serde_json::Value;
use tempfile::TempDir;

use crate::small;

/// A workspace in a temporary folder.
pub(crate) struct Project(TempDir);

/// The files of a folder: path within it, bytes and time of the last write.
pub(crate) type Snapshot = BTreeMap<String, (Vec<u8>, SystemTime)>;

/// How a run of the program ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Project {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The small workspace of two invented counties.
    pub(crate) fn new() -> Self {
        let project = Self::empty();
        for (path, text) in small::FILES {
            project.write(path, text);
        }
        project
    }

    /// Adds the texts of the small workspace's sources, in `texts/`.
    pub(crate) fn with_texts(self) -> Self {
        for (path, text) in small::TEXTS {
            self.write(path, text);
        }
        self
    }

    /// A copy of the repository's own workspace.
    pub(crate) fn real() -> Self {
        let project = Self::empty();
        for folder in ["seeds", "templates"] {
            project.copy(folder);
        }
        project.copy_file("briefings.yaml");
        project
    }

    /// A second workspace with the same data and templates and no outputs.
    pub(crate) fn unbuilt(&self) -> Self {
        let project = Self::empty();
        for (path, (bytes, _)) in self.snapshot(".") {
            if !path.starts_with("output/") && !path.starts_with(".briefings/") {
                project.write_bytes(&path, &bytes);
            }
        }
        project
    }

    /// Adds the repository's own content templates and layout.
    pub(crate) fn with_templates(self) -> Self {
        self.copy("templates");
        self
    }

    fn copy(&self, folder: &str) {
        for path in files_below(&repository().join(folder)) {
            self.copy_file(&format!("{folder}/{path}"));
        }
    }

    fn copy_file(&self, path: &str) {
        let bytes = fs::read(repository().join(path)).unwrap();
        self.write_bytes(path, &bytes);
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).unwrap()
    }

    pub(crate) fn exists(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    pub(crate) fn write(&self, path: &str, text: &str) -> &Self {
        self.write_bytes(path, text.as_bytes())
    }

    pub(crate) fn write_bytes(&self, path: &str, bytes: &[u8]) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Replaces the first occurrence of a text, which must be there.
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = self.read(path);
        assert!(text.contains(from), "`{path}` does not hold `{from}`");
        self.write(path, &text.replacen(from, to, 1))
    }

    /// Changes a number everywhere: the figure, what its source is said to print, and the index of the source.
    pub(crate) fn renumber(&self, county: &str, from: &str, to: &str) -> &Self {
        let source = small::source_of(county);
        self.replace(county, &format!("value: {from}"), &format!("value: {to}"))
            .replace(
                county,
                &format!("printed: {from}"),
                &format!("printed: {to}"),
            )
            .replace(source, &format!("text: \"{from}"), &format!("text: \"{to}"))
    }

    /// Removes a file or a folder with all that is in it.
    pub(crate) fn remove(&self, path: &str) -> &Self {
        let path = self.path(path);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
        self
    }

    /// Runs the program in the workspace, nothing of our own environment passed on.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_with(&[], args)
    }

    /// Runs the program with these variables set.
    pub(crate) fn run_with(&self, variables: &[(&str, &str)], args: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_briefings"))
            .args(args)
            .current_dir(self.root())
            .env_clear()
            .env("TZ", "UTC")
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        Ran {
            code: output.status.code().expect("the program was not killed"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Reads and checks the workspace in-process.
    pub(crate) fn check(&self) -> Checked {
        pipeline::check(self.root()).unwrap()
    }

    /// Reads and checks the workspace in-process, also against the texts in `texts/`.
    pub(crate) fn check_against_texts(&self) -> Checked {
        pipeline::check_against(self.root(), &self.path("texts")).unwrap()
    }

    /// The files of a folder of the workspace; none when it is not there.
    pub(crate) fn snapshot(&self, folder: &str) -> Snapshot {
        let root = self.path(folder);
        let files = files_below(&root).into_iter().map(|path| {
            let full = root.join(&path);
            let written = fs::metadata(&full).unwrap().modified().unwrap();
            (path, (fs::read(full).unwrap(), written))
        });
        files.collect()
    }
}

impl Ran {
    /// Asserts the exit code.
    pub(crate) fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Standard output of `--message-format json`, line by line.
    pub(crate) fn messages(&self) -> Vec<Value> {
        let lines = self.stdout.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// What `build --message-format json` did with each output: file name and status.
    pub(crate) fn outputs(&self) -> BTreeMap<String, String> {
        let outputs = self.messages().into_iter();
        outputs
            .filter(|message| message["kind"] == "output")
            .map(|message| {
                let path = message["path"].as_str().unwrap().rsplit('/').next();
                (path.unwrap().to_owned(), text(&message["status"]))
            })
            .collect()
    }

    /// The outputs of this status.
    pub(crate) fn with_status(&self, status: &str) -> Vec<String> {
        let outputs = self.outputs().into_iter();
        outputs
            .filter(|(_, found)| found == status)
            .map(|(name, _)| name)
            .collect()
    }
}

/// The root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Paths of all files below a folder, sorted, `/` between their parts.
pub(crate) fn files_below(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let inner = path.strip_prefix(root).unwrap();
                found.push(inner.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// Names of the files that are new, gone or differ in their bytes.
pub(crate) fn changed(before: &Snapshot, after: &Snapshot) -> Vec<String> {
    let bytes = |files: &Snapshot, name: &String| files.get(name).map(|(bytes, _)| bytes.clone());
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    names.retain(|name| bytes(before, name) != bytes(after, name));
    names.into_iter().cloned().collect()
}

/// `file:line:column` of a finding.
pub(crate) fn place(checked: &Checked, finding: &Finding) -> String {
    let file = checked.sources.file(finding.span.file);
    let place = LineColumn::of(file.shown(), finding.span.start());
    format!("{}:{place}", file.path)
}

/// Text without white space.
pub(crate) fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A JSON string.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
