//! Sessions at the command line, as documentation shows them: `tests/cmd/*.md`.
//!
//! The sessions run in copies of the small workspace. After a wanted change, `TRYCMD=overwrite cargo test --release cli`
//! writes what the program prints now into them.

use std::{env, fs, path::Path};

use crate::{
    small::JIA,
    support::{Project, files_below, repository},
};

#[test]
fn sessions_go_as_they_are_written_down() {
    let sessions = repository().join("tests/cmd");
    let scratch = tempfile::tempdir().unwrap();
    let names = files_below(&sessions);
    assert!(!names.is_empty());
    for name in &names {
        fs::copy(sessions.join(name), scratch.path().join(name)).unwrap();
        let name = name.strip_suffix(".md").unwrap();
        let project = match name {
            "sources" => Project::new().with_texts(),
            _ => Project::new(),
        };
        if name == "check" {
            project
                .replace(
                    JIA,
                    "    level: township",
                    "    levle: township\n    level: township",
                )
                .replace(JIA, "下辖{villages}行政村", "下辖120个行政村")
                .replace(JIA, "    lines: 20\n", "    lines: 21\n");
        }
        for path in files_below(project.root()) {
            let target = scratch.path().join(format!("{name}.in")).join(&path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, project.bytes(&path)).unwrap();
        }
        // With this folder each session works in a copy of its own.
        fs::create_dir(scratch.path().join(format!("{name}.out"))).unwrap();
    }
    trycmd::TestCases::new()
        .register_bin("briefings", Path::new(env!("CARGO_BIN_EXE_briefings")))
        .env("TZ", "UTC")
        .case(scratch.path().join("*.md"))
        .run();
    if env::var_os("TRYCMD").is_some_and(|mode| mode == "overwrite") {
        for name in &names {
            fs::copy(scratch.path().join(name), sessions.join(name)).unwrap();
        }
    }
}
