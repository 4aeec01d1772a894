//! An office's own document gives the DOCX its page and styles.

use std::io::{Cursor, Read};

use county_briefings::diagnostic::{Code, Severity};

use crate::support::{Project, changed};

const CONFIG: &str = "briefings.yaml";
const HOUSE: &str = "templates/house.docx";
const JSON: [&str; 3] = ["build", "--message-format", "json"];
const DOCX: [&str; 3] = ["both.docx", "jiaxian.docx", "yixian.docx"];

/// A workspace with the program's own document in its templates, which nothing names yet.
fn project() -> Project {
    let project = Project::new().with_templates();
    project.run(&["reference-doc", "-o", HOUSE]).code(0);
    project
}

fn configured(project: &Project) {
    project.replace(
        CONFIG,
        "formats:",
        &format!("reference_doc: {HOUSE}\nformats:"),
    );
}

/// The document with another text in a part.
fn altered(project: &Project, part: &str, from: &str, to: &str) -> Vec<u8> {
    let bytes = project.bytes(HOUSE);
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if name == part {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains(from), "{text}");
            bytes = text.replace(from, to).into_bytes();
        }
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        std::io::Write::write_all(&mut zip, &bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn the_programs_own_document_makes_the_same_files() {
    let project = project();
    project.run(&["build"]).code(0);
    let before = project.snapshot("output");
    configured(&project);
    project.run(&["build"]).code(0);
    assert_eq!(
        changed(&before, &project.snapshot("output")),
        Vec::<String>::new()
    );
}

#[test]
fn another_style_rebuilds_every_docx_and_no_pdf() {
    let project = project();
    configured(&project);
    project.run(&["build"]).code(0);
    let other = altered(&project, "word/styles.xml", "\"C8161D\"", "\"008000\"");
    project.write_bytes(HOUSE, &other);
    assert_eq!(project.run(&JSON).code(0).with_status("written"), DOCX);
    let styles = part(&project.bytes("output/jiaxian.docx"), "word/styles.xml");
    assert!(styles.contains("008000") && !styles.contains("C8161D"));
    assert_eq!(
        project.run(&JSON).code(0).with_status("written"),
        Vec::<String>::new()
    );
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn the_command_line_goes_before_the_configuration() {
    let project = project();
    project.run(&["build"]).code(0);
    let other = altered(&project, "word/styles.xml", "\"C8161D\"", "\"008000\"");
    project.write_bytes("other.docx", &other);
    configured(&project);
    let with = |more: &[&str]| {
        let args = [&JSON[..], more].concat();
        project.run(&args).code(0).with_status("written")
    };
    assert_eq!(with(&["--reference-doc", "other.docx"]), DOCX);
    assert_eq!(
        with(&["--reference-doc", "other.docx"]),
        Vec::<String>::new()
    );
    assert_eq!(with(&[]), DOCX);
}

#[test]
fn what_is_refused_writes_nothing() {
    let project = project();
    let hostile = altered(
        &project,
        "[Content_Types].xml",
        "document.main+xml",
        "document.macroEnabled.main+xml",
    );
    project.write_bytes("evil.docx", &hostile);
    let ran = project
        .run(&["build", "--reference-doc", "evil.docx"])
        .code(1);
    assert!(
        ran.stderr
            .contains("error[reference-doc]: reference document `evil.docx` is refused: part"),
        "{}",
        ran.stderr
    );
    assert_eq!(project.snapshot("output").len(), 0);
    let told = ran.stderr.matches("error[").count();
    assert_eq!(told, 1, "told once: {}", ran.stderr);
    let ran = project
        .run(&["build", "--reference-doc", "none.docx"])
        .code(3);
    assert!(ran.stderr.contains("none.docx"), "{}", ran.stderr);
    assert_eq!(project.snapshot("output").len(), 0);
}

#[test]
fn styles_that_are_missing_or_misspelt_are_warnings_at_the_configuration() {
    let project = project();
    configured(&project);
    let other = altered(
        &project,
        "word/styles.xml",
        "\"Brief Case\"",
        "\"Brief Cases\"",
    );
    project.write_bytes(HOUSE, &other);
    let findings = project.check().findings;
    let told: Vec<(Code, Severity)> = findings
        .iter()
        .map(|one| (one.code, one.severity))
        .collect();
    assert_eq!(told, [(Code::ReferenceDoc, Severity::Warning); 2]);
    let helps: Vec<&str> = findings
        .iter()
        .filter_map(|one| one.help.as_deref())
        .collect();
    assert!(helps.contains(&"did you mean `Brief Case`?"), "{helps:?}");
}

#[test]
fn the_document_to_start_from_is_never_written_over_another() {
    let project = project();
    let before = project.bytes(HOUSE);
    project.write_bytes(HOUSE, b"an office worked on this");
    project.run(&["reference-doc", "-o", HOUSE]).code(3);
    assert_ne!(project.bytes(HOUSE), before);
}
