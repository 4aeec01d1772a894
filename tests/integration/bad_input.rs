//! Whatever is wrong is told with its place, ends with the right exit code, and spoils nothing else.

use std::{fs, os::unix::fs::symlink};

use crate::{
    small::{JIA, YI},
    support::{Project, changed, files_below},
};

const NONE: [&str; 0] = [];
const JSON: [&str; 3] = ["build", "--message-format", "json"];

/// Puts something in a file's place that no program can read; permissions do not stop root.
fn unreadable(project: &Project, path: &str) {
    project.remove(path);
    symlink("nowhere", project.path(path)).unwrap();
}

#[test]
fn a_broken_county_does_not_stop_the_others() {
    let project = Project::new();
    project.run(&["build"]).code(0);
    let before = project.snapshot("output");
    project
        .replace(JIA, "  city: 东州市", "  ctiy: 东州市")
        .replace(JIA, "value: 120", "value: 120个")
        .replace(JIA, "themes: [service]", "themes: [servise]")
        .renumber(YI, "745", "746");
    let ran = project.run(&["build", "--message-format", "short"]).code(1);
    for place in [
        ":5:3: error[unknown-key]",
        "error[wrong-type]",
        "error[unknown-theme]",
    ] {
        assert!(
            ran.stderr.contains(&place.replacen(
                ':',
                &format!("{JIA}:"),
                usize::from(place.starts_with(':'))
            )),
            "{place}\n{}",
            ran.stderr
        );
    }
    for line in [
        "error: `output/jiaxian.pdf` stale: its data have errors",
        "error: `output/both.docx` stale: it needs `jiaxian`, whose data have errors",
    ] {
        assert!(
            ran.stderr.lines().any(|found| found == line),
            "no `{line}` in\n{}",
            ran.stderr
        );
    }
    assert_eq!(
        changed(&before, &project.snapshot("output")),
        ["yixian.docx", "yixian.pdf"]
    );
    // Once more: what is wrong is told again, what is right is not made again.
    let ran = project.run(&JSON).code(1);
    assert_eq!(ran.with_status("fresh"), ["yixian.docx", "yixian.pdf"]);
    assert_eq!(
        ran.with_status("stale"),
        ["both.docx", "both.pdf", "jiaxian.docx", "jiaxian.pdf"]
    );
    let findings = ran
        .messages()
        .iter()
        .filter(|message| message["kind"] == "finding")
        .count();
    assert_eq!(findings, 3);
}

#[test]
fn fail_fast_builds_nothing_when_anything_is_wrong() {
    let project = Project::new();
    project.replace(JIA, "value: 120", "value: 120个");
    let ran = project
        .run(&["build", "--fail-fast", "--message-format", "json"])
        .code(1);
    assert_eq!(ran.with_status("stale").len(), 6);
    assert_eq!(files_below(&project.path("output")), NONE);
}

#[test]
fn a_wrong_template_stops_its_own_reports_only() {
    let project = Project::new().with_templates();
    project.replace(
        "templates/content/county.md.hbs",
        "{{#if absent}}",
        "{{#if abesnt}}",
    );
    let ran = project.run(&JSON).code(1);
    assert_eq!(ran.with_status("written"), ["both.docx", "both.pdf"]);
    assert_eq!(ran.with_status("stale").len(), 4);
}

const DOCX: [&str; 3] = ["both.docx", "jiaxian.docx", "yixian.docx"];

#[test]
fn a_wrong_layout_fails_every_pdf_and_names_the_line() {
    let project = Project::new().with_templates();
    project.replace(
        "templates/layout/page.typ",
        "#let cell = 15.79pt",
        "#let cell = 15.79px",
    );
    let ran = project.run(&JSON).code(1);
    // A DOCX needs no layout.
    assert_eq!(ran.with_status("written"), DOCX);
    let pdf = ["both.pdf", "jiaxian.pdf", "yixian.pdf"];
    assert_eq!(ran.with_status("failed"), pdf);
    assert!(
        ran.stdout.contains("layout `page.typ`, line 5"),
        "{}",
        ran.stdout
    );
}

#[test]
fn without_a_workspace_there_is_an_error_of_the_environment() {
    let project = Project::empty();
    for command in [&["build"][..], &["check"], &["export", "figures"]] {
        let ran = project.run(command).code(3);
        assert!(ran.stderr.contains("no workspace"), "{}", ran.stderr);
        assert_eq!(ran.stdout, "");
    }
    assert_eq!(files_below(project.root()), NONE);
    assert_eq!(project.run(&["-C", "nowhere", "build"]).code, 3);
}

#[test]
fn the_workspace_is_found_from_below() {
    let project = Project::new();
    let ran = project
        .run(&["-C", "seeds/counties", "build", "yixian", "-f", "docx"])
        .code(0);
    assert!(project.exists("output/yixian.docx"), "{}", ran.stderr);
}

#[test]
fn an_unreadable_county_does_not_stop_the_others() {
    let project = Project::new();
    unreadable(&project, JIA);
    let ran = project.run(&JSON).code(3);
    assert_eq!(ran.with_status("written"), ["yixian.docx", "yixian.pdf"]);
    assert_eq!(ran.with_status("stale").len(), 4);
    assert!(
        ran.stderr.contains(&format!("cannot read `{JIA}`")),
        "{}",
        ran.stderr
    );
    assert_eq!(project.run(&["check"]).code, 3);
    assert_eq!(project.run(&["export", "figures"]).code, 3);
}

#[test]
fn a_folder_named_like_a_county_is_unreadable_too() {
    let project = Project::new();
    project.remove(JIA);
    fs::create_dir(project.path(JIA)).unwrap();
    let ran = project.run(&JSON).code(3);
    assert!(
        ran.stderr.contains(&format!("cannot read `{JIA}`")),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.with_status("written"), ["yixian.docx", "yixian.pdf"]);
}

#[test]
fn without_a_shared_file_nothing_is_built_on_half_of_the_data() {
    for path in [
        "seeds/terms.yaml",
        "seeds/themes.yaml",
        "seeds/indicators.yaml",
    ] {
        let project = Project::new();
        unreadable(&project, path);
        let ran = project.run(&JSON).code(3);
        assert_eq!(ran.with_status("written"), NONE, "{path}");
        assert!(
            ran.stderr.contains(&format!("cannot read `{path}`")),
            "{}",
            ran.stderr
        );
    }
}

#[test]
fn an_unreadable_template_makes_no_empty_report() {
    let project = Project::new().with_templates();
    unreadable(&project, "templates/content/county.md.hbs");
    let ran = project.run(&JSON).code(3);
    assert_eq!(ran.with_status("written"), ["both.docx", "both.pdf"]);
    assert!(
        ran.stderr
            .contains("cannot read `templates/content/county.md.hbs`"),
        "{}",
        ran.stderr
    );
}

#[test]
fn files_that_are_not_utf8_are_findings() {
    for (path, written) in [
        (JIA, &["yixian.docx", "yixian.pdf"][..]),
        ("seeds/terms.yaml", &[]),
        // Only the county that stands on the source is not made.
        ("seeds/sources/jia.yaml", &["yixian.docx", "yixian.pdf"]),
        (
            "templates/content/county.md.hbs",
            &["both.docx", "both.pdf"],
        ),
        ("templates/layout/page.typ", &DOCX),
    ] {
        let project = Project::new().with_templates();
        let mut bytes = project.bytes(path);
        bytes.extend(b"# \xC3\x28\n");
        project.write_bytes(path, &bytes);
        let ran = project.run(&JSON).code(1);
        let told = ran
            .messages()
            .iter()
            .any(|message| message["code"] == "not-utf8" && message["file"] == path);
        assert!(told, "{path}: {}", ran.stdout);
        assert_eq!(ran.with_status("written"), written, "{path}");
    }
}

#[test]
fn an_output_folder_that_cannot_be_one_is_an_error_of_the_environment() {
    for folder in ["output", ".briefings"] {
        let project = Project::new();
        project.write(folder, "a file where the folder should be");
        let before = project.snapshot(".");
        let ran = project.run(&["build"]).code(3);
        assert!(ran.stderr.contains(folder), "{}", ran.stderr);
        let mut after = project.snapshot(".");
        after.retain(|name, _| !name.starts_with(".briefings/"));
        assert_eq!(after, before, "{folder}");
    }
}

#[test]
fn an_output_that_cannot_be_written_leaves_no_half_of_it() {
    let project = Project::new();
    fs::create_dir_all(project.path("output/jiaxian.pdf/in-the-way")).unwrap();
    let ran = project.run(&["build"]).code(3);
    assert!(ran.stderr.contains("jiaxian.pdf"), "{}", ran.stderr);
    let left = files_below(&project.path("output"));
    assert!(
        left.iter()
            .all(|name| name.ends_with(".pdf") || name.ends_with(".docx")),
        "{left:?}"
    );
    project.remove("output/jiaxian.pdf");
    assert_eq!(project.run(&["build"]).code, 0);
}

#[test]
fn classified_material_is_refused() {
    let project = Project::new();
    project.replace(
        "briefings.yaml",
        "county_title:",
        "classification: 秘密\ncounty_title:",
    );
    let ran = project.run(&["build", "--message-format", "short"]).code(1);
    assert!(
        ran.stderr
            .contains("briefings.yaml:8:17: error[classified]"),
        "{}",
        ran.stderr
    );
    assert_eq!(files_below(&project.path("output")), NONE);
}

#[test]
fn nothing_is_written_outside_the_two_folders() {
    let project = Project::new().with_templates();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().to_str().unwrap();
    let variables = [("HOME", path), ("TMPDIR", path), ("XDG_CACHE_HOME", path)];
    let ours = |project: &Project| {
        let mut files = project.snapshot(".");
        files.retain(|name, _| !name.starts_with("output/") && !name.starts_with(".briefings/"));
        files
    };
    let before = ours(&project);
    project.run_with(&variables, &["build"]).code(0);
    project.run_with(&variables, &["check"]).code(0);
    project
        .run_with(&variables, &["export", "numerals"])
        .code(0);
    project.replace(JIA, "value: 120", "value: 120个");
    project.run_with(&variables, &["build"]).code(1);
    project.replace(JIA, "value: 120个", "value: 120");
    let after = ours(&project);
    assert_eq!(changed(&before, &after), NONE);
    assert_eq!(files_below(elsewhere.path()), NONE);
    let names: Vec<_> = files_below(&project.path("output"));
    assert!(
        names
            .iter()
            .all(|name| name.ends_with(".pdf") || name.ends_with(".docx")),
        "{names:?}"
    );
}

#[test]
fn a_county_file_with_a_bad_name_stops_only_itself() {
    let project = Project::new();
    let text = project.read(JIA);
    project.remove(JIA).write("seeds/counties/甲县.yaml", &text);
    let ran = project.run(&JSON).code(1);
    assert_eq!(ran.with_status("written"), ["yixian.docx", "yixian.pdf"]);
}

#[test]
fn an_output_that_is_a_folder_fails_alone() {
    let project = Project::new();
    project.write("output/yixian.docx/file", "");
    let ran = project.run(&JSON).code(3);
    assert_eq!(ran.with_status("failed"), ["yixian.docx"]);
    assert_eq!(ran.with_status("written").len(), 5);
}
