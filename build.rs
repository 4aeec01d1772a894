//! Gives the program an identity: fingerprints hold it, so that a rebuilt program never trusts outputs of an older one.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script has nothing else to read with"
)]

use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::{Path, PathBuf},
};

fn main() {
    let mut files = Vec::new();
    for root in ["src", "templates", "fonts", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={root}");
        collect(Path::new(root), &mut files);
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.to_string_lossy().replace('\\', "/").as_bytes());
        hasher.write(&fs::read(&file).expect("a source file that cargo just listed can be read"));
    }
    println!("cargo::rustc-env=BRIEFINGS_BUILD={:016x}", hasher.finish());
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("a source folder can be listed");
        for entry in entries {
            collect(&entry.expect("a source folder can be listed").path(), files);
        }
    } else {
        files.push(path.to_path_buf());
    }
}
