//! A build makes what must be made, nothing else, and never writes over what a writer has done.

use crate::{
    small::{JIA, JIA_SOURCE, YI},
    support::{Project, Ran, Snapshot, changed},
};

const ALL: [&str; 6] = [
    "both.docx",
    "both.pdf",
    "jiaxian.docx",
    "jiaxian.pdf",
    "yixian.docx",
    "yixian.pdf",
];
const NONE: [&str; 0] = [];
const JSON: [&str; 3] = ["build", "--message-format", "json"];

/// The small workspace, built.
fn built() -> Project {
    let project = Project::new();
    assert_eq!(build(&project).with_status("written"), ALL);
    project
}

fn build(project: &Project) -> Ran {
    project.run(&JSON).code(0)
}

fn build_with(project: &Project, more: &[&str]) -> Ran {
    project.run(&[&JSON, more].concat()).code(0)
}

/// Builds; the outputs that are written must be those whose bytes differ from before.
fn rebuilt(project: &Project) -> Vec<String> {
    let before = project.snapshot("output");
    let written = build(project).with_status("written");
    assert_eq!(written, changed(&before, &project.snapshot("output")));
    written
}

/// Opens a DOCX and types something, as far as bytes are concerned.
fn edit(project: &Project, name: &str) -> Vec<u8> {
    let path = format!("output/{name}");
    let mut bytes = project.bytes(&path);
    bytes.extend(b"typed by a writer");
    project.write_bytes(&path, &bytes);
    bytes
}

fn output(project: &Project) -> Snapshot {
    project.snapshot("output")
}

#[test]
fn nothing_is_written_when_nothing_has_changed() {
    let project = built();
    let before = project.snapshot(".");
    assert_eq!(build(&project).with_status("fresh"), ALL);
    assert_eq!(project.snapshot("."), before, "times of writing included");
}

#[test]
fn a_figure_that_only_its_county_shows_rebuilds_only_that_county() {
    let project = built();
    project.renumber(JIA, "58", "59");
    assert_eq!(rebuilt(&project), ["jiaxian.docx", "jiaxian.pdf"]);
    assert_eq!(rebuilt(&project), NONE);
}

#[test]
fn a_figure_that_the_comparison_shows_rebuilds_that_too() {
    let project = built();
    project.renumber(YI, "98", "97");
    assert_eq!(
        rebuilt(&project),
        ["both.docx", "both.pdf", "yixian.docx", "yixian.pdf"]
    );
    assert_eq!(rebuilt(&project), NONE);
}

#[test]
fn what_no_report_prints_rebuilds_nothing() {
    let project = built();
    project.replace(YI, "county:\n", "# checked again\ncounty:\n");
    assert_eq!(rebuilt(&project), NONE);
    project.replace(
        "seeds/themes.yaml",
        "scope: 党组织设置与干部培训",
        "scope: 党组织设置",
    );
    assert_eq!(rebuilt(&project), NONE);
}

#[test]
fn a_content_template_rebuilds_the_reports_made_with_it() {
    let project = Project::new().with_templates();
    assert_eq!(rebuilt(&project), ALL);
    project.replace(
        "templates/content/comparison.md.hbs",
        "# 材料与口径",
        "# 材料和口径",
    );
    assert_eq!(rebuilt(&project), ["both.docx", "both.pdf"]);
    project.replace("templates/content/county.md.hbs", "# 主要做法", "# 做法");
    assert_eq!(
        rebuilt(&project),
        ["jiaxian.docx", "jiaxian.pdf", "yixian.docx", "yixian.pdf"]
    );
}

#[test]
fn the_layout_rebuilds_every_pdf_and_no_docx() {
    let project = Project::new().with_templates();
    assert_eq!(rebuilt(&project), ALL);
    project.replace("templates/layout/page.typ", "#C8161D", "#C8161E");
    assert_eq!(rebuilt(&project), ["both.pdf", "jiaxian.pdf", "yixian.pdf"]);
    project.replace("templates/layout/page.typ", "#1B4F72", "#1B4F00");
    assert_eq!(rebuilt(&project), ["both.pdf", "jiaxian.pdf", "yixian.pdf"]);
}

#[test]
fn the_built_in_layout_and_templates_are_those_of_the_repository() {
    let project = built();
    let before = output(&project);
    let project = project.with_templates();
    assert_eq!(rebuilt(&project), NONE);
    assert_eq!(output(&project), before);
}

#[test]
fn whatever_changes_the_outputs_end_as_those_of_a_clean_build() {
    let project = Project::new().with_templates();
    build(&project);
    let mut compared = 0;
    for (file, from, to) in [
        (JIA, "value: 96", "value: 90"),
        (JIA, "printed: 96个", "printed: 90个"),
        (JIA_SOURCE, "text: \"96个", "text: \"90个"),
        (JIA, "value: 80\n", "value: 75\n"),
        (JIA, "printed: 80%", "printed: 75%"),
        (JIA_SOURCE, "text: \"80%", "text: \"75%"),
        (JIA, "name: 柳湾村\n", "name: 柳林村\n"),
        (JIA, "id: households", "id: farm-households"),
        (JIA, "{households}", "{farm-households}"),
        (JIA_SOURCE, "[households]", "[farm-households]"),
        (YI, "themes: [grid]", "themes: [grid, organisation]"),
        (
            YI,
            "differs: 含城市社区的党群服务中心。\n",
            "differs: null\n",
        ),
        ("seeds/terms.yaml", "text: “有事来商量”", "text: 有事来商量"),
        (
            "seeds/themes.yaml",
            "name: 网格化治理",
            "name: 网格与智慧治理",
        ),
        ("seeds/sources/yi.yaml", "date: null", "date: 2025-02-03"),
        ("seeds/indicators.yaml", "kind: stock", "kind: flow"),
        ("briefings.yaml", "number: 1", "number: 2"),
        ("briefings.yaml", "date: 2026-01-15", "date: 2026-02-15"),
        (
            "templates/content/partials/reason.md.hbs",
            "口径不同",
            "口径不一",
        ),
        (
            "templates/layout/plots.typ",
            "bar-height = 13pt",
            "bar-height = 12pt",
        ),
    ] {
        project.replace(file, from, to);
        // Some changes belong together: between them the data have an error.
        if project.check().findings.is_empty() {
            rebuilt(&project);
            let clean = project.unbuilt();
            build(&clean);
            assert_eq!(changed(&output(&project), &output(&clean)), NONE, "{to}");
            compared += 1;
        }
    }
    assert_eq!(compared, 13);
}

#[test]
fn a_deleted_output_is_made_again_and_no_other() {
    let project = built();
    let before = output(&project);
    project
        .remove("output/jiaxian.pdf")
        .remove("output/both.docx");
    assert_eq!(rebuilt(&project), ["both.docx", "jiaxian.pdf"]);
    assert_eq!(changed(&before, &output(&project)), NONE);
}

#[test]
fn a_changed_pdf_is_written_again() {
    let project = built();
    let before = output(&project);
    project.write("output/jiaxian.pdf", "no longer a PDF");
    assert_eq!(rebuilt(&project), ["jiaxian.pdf"]);
    assert_eq!(changed(&before, &output(&project)), NONE);
}

#[test]
fn an_edited_docx_is_left_alone_while_there_is_nothing_new() {
    let project = built();
    let typed = edit(&project, "yixian.docx");
    for _ in 0..2 {
        let ran = build(&project);
        assert_eq!(ran.with_status("edited"), ["yixian.docx"]);
        assert_eq!(ran.with_status("written"), NONE);
    }
    assert_eq!(project.bytes("output/yixian.docx"), typed);
    assert!(!project.exists("output/yixian.new.docx"));
}

#[test]
fn what_is_new_goes_beside_an_edited_docx_once() {
    let project = built();
    let typed = edit(&project, "yixian.docx");
    project.renumber(YI, "98", "97");
    let ran = build(&project);
    assert_eq!(ran.with_status("beside"), ["yixian.docx"]);
    assert_eq!(project.bytes("output/yixian.docx"), typed);
    assert!(project.exists("output/yixian.new.docx"));
    let before = output(&project);
    let again = build(&project);
    assert_eq!(again.with_status("edited"), ["yixian.docx"]);
    assert_eq!(again.with_status("written"), NONE);
    assert_eq!(output(&project), before);
    project.renumber(YI, "97", "96");
    assert_eq!(build(&project).with_status("beside"), ["yixian.docx"]);
    assert_eq!(
        changed(&before, &output(&project)),
        ["both.docx", "both.pdf", "yixian.new.docx", "yixian.pdf"]
    );
}

#[test]
fn people_are_told_where_the_new_docx_is() {
    let project = built();
    edit(&project, "yixian.docx");
    project.renumber(YI, "98", "97");
    let told = project.run(&["build"]).code(0).stderr;
    assert!(told.contains("warning: `output/yixian.docx`"), "{told}");
    assert!(told.contains("`yixian.new.docx`"), "{told}");
}

#[test]
fn an_edited_new_docx_is_not_written_over_either() {
    let project = built();
    let first = edit(&project, "yixian.docx");
    project.renumber(YI, "98", "97");
    build(&project);
    let second = edit(&project, "yixian.new.docx");
    let kept = |project: &Project| {
        project.bytes("output/yixian.docx") == first
            && project.bytes("output/yixian.new.docx") == second
    };
    // Nothing new: no further file.
    assert_eq!(build(&project).with_status("edited"), ["yixian.docx"]);
    assert!(kept(&project) && !project.exists("output/yixian.new-2.docx"));
    for value in ["96", "95"] {
        let old = if value == "96" { "97" } else { "96" };
        project.renumber(YI, old, value);
        assert_eq!(build(&project).with_status("beside"), ["yixian.docx"]);
        assert!(kept(&project) && project.exists("output/yixian.new-2.docx"));
    }
    assert!(
        !project.exists("output/yixian.new-3.docx"),
        "ours is written over"
    );
}

#[test]
fn a_writer_who_deletes_an_edited_docx_gets_ours_again() {
    let project = built();
    let before = output(&project);
    edit(&project, "yixian.docx");
    build(&project);
    project.remove("output/yixian.docx");
    assert_eq!(build(&project).with_status("written"), ["yixian.docx"]);
    assert_eq!(changed(&before, &output(&project)), NONE);
}

#[test]
fn without_state_our_files_are_known_by_their_bytes_and_others_kept() {
    let project = built();
    let typed = edit(&project, "jiaxian.docx");
    let before = output(&project);
    project.remove(".briefings");
    let ran = build(&project);
    assert_eq!(ran.with_status("beside"), ["jiaxian.docx"]);
    assert_eq!(
        ran.with_status("fresh"),
        [
            "both.docx",
            "both.pdf",
            "jiaxian.pdf",
            "yixian.docx",
            "yixian.pdf"
        ]
    );
    assert_eq!(project.bytes("output/jiaxian.docx"), typed);
    assert_eq!(changed(&before, &output(&project)), ["jiaxian.new.docx"]);
    project.remove(".briefings");
    let before = output(&project);
    build(&project);
    assert_eq!(
        changed(&before, &output(&project)),
        NONE,
        "the new one is known too"
    );
}

#[test]
fn fresh_makes_everything_again_but_an_edited_docx() {
    let project = built();
    let typed = edit(&project, "jiaxian.docx");
    let planned = build_with(&project, &["--fresh", "--dry-run"]);
    assert_eq!(
        planned.with_status("planned"),
        [
            "both.docx",
            "both.pdf",
            "jiaxian.pdf",
            "yixian.docx",
            "yixian.pdf"
        ]
    );
    let before = output(&project);
    build_with(&project, &["--fresh"]);
    assert_eq!(changed(&before, &output(&project)), NONE);
    assert_eq!(project.bytes("output/jiaxian.docx"), typed);
}

#[test]
fn a_dry_run_says_what_would_be_done_and_writes_nothing() {
    let project = Project::new();
    let before = project.snapshot(".");
    assert_eq!(
        build_with(&project, &["--dry-run"]).with_status("planned"),
        ALL
    );
    assert_eq!(project.snapshot("."), before);
    build(&project);
    project.renumber(JIA, "58", "59");
    let before = project.snapshot(".");
    let ran = build_with(&project, &["-n"]);
    assert_eq!(ran.with_status("planned"), ["jiaxian.docx", "jiaxian.pdf"]);
    assert_eq!(project.snapshot("."), before);
}

#[test]
fn reports_and_formats_can_be_chosen() {
    let project = Project::new();
    let ran = build_with(&project, &["yixian", "-f", "docx"]);
    assert_eq!(ran.with_status("written"), ["yixian.docx"]);
    assert_eq!(ran.outputs().len(), 1);
    let ran = build_with(&project, &["both", "jiaxian", "--format", "pdf"]);
    assert_eq!(ran.with_status("written"), ["both.pdf", "jiaxian.pdf"]);
    let ran = build(&project);
    assert_eq!(
        ran.with_status("written"),
        ["both.docx", "jiaxian.docx", "yixian.pdf"]
    );
    for _ in 0..2 {
        let ran = build_with(&project, &["yixian", "-f", "docx"]);
        assert_eq!(ran.outputs().len(), 1, "only what was asked for is told");
    }
}

#[test]
fn the_configuration_chooses_formats_too() {
    let project = Project::new();
    project.replace("briefings.yaml", "formats: [pdf, docx]", "formats: [pdf]");
    assert_eq!(
        build(&project).with_status("written"),
        ["both.pdf", "jiaxian.pdf", "yixian.pdf"]
    );
}

#[test]
fn each_output_folder_has_a_record_of_its_own() {
    let project = built();
    let ran = build_with(&project, &["-o", "elsewhere"]);
    assert_eq!(ran.with_status("written"), ALL);
    assert_eq!(
        changed(&output(&project), &project.snapshot("elsewhere")),
        NONE
    );
    assert_eq!(rebuilt(&project), NONE);
}

#[test]
fn an_unknown_report_is_a_mistake_of_usage() {
    let project = Project::new();
    let ran = project.run(&["build", "yixain"]).code(2);
    assert!(
        ran.stderr.contains("did you mean `yixian`?"),
        "{}",
        ran.stderr
    );
    assert!(!project.exists("output/yixian.pdf"));
}

#[test]
fn a_reason_is_told_for_each_output() {
    let project = built();
    project.renumber(JIA, "58", "59").remove("output/both.pdf");
    let told = project.run(&["build", "-v"]).code(0).stderr;
    for line in [
        "written `output/jiaxian.pdf`: the report has changed",
        "written `output/both.pdf`: the file is not there",
        "fresh `output/yixian.pdf`",
    ] {
        assert!(
            told.lines().any(|found| found == line),
            "no `{line}` in\n{told}"
        );
    }
}

#[test]
fn what_a_killed_run_wrote_is_not_taken_for_a_writers_work() {
    let project = built();
    let state = |project: &Project| {
        let files = project.snapshot(".briefings");
        let name = files.keys().find(|name| name.starts_with("manifest-"));
        format!(".briefings/{}", name.unwrap())
    };
    let manifest = state(&project);
    let before = project.read(&manifest);
    project.renumber(YI, "98", "97");
    build(&project);
    // As if that run had been killed after its last file: announced, written, not recorded.
    let after: serde_json::Value = serde_json::from_str(&project.read(&manifest)).unwrap();
    let announced: String = after["outputs"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, entry)| format!("[\"{name}\",{entry}]\n"))
        .collect();
    let journal = manifest
        .replace("manifest-", "journal-")
        .replace(".json", ".jsonl");
    project
        .write(&manifest, &before)
        .write(&journal, &announced);
    project.renumber(YI, "97", "96");
    let ran = build(&project);
    assert_eq!(ran.with_status("beside"), NONE);
    assert!(
        ran.with_status("written")
            .contains(&"yixian.docx".to_owned())
    );
    assert!(!project.exists(&journal), "on record now");
}

#[test]
fn a_moved_workspace_knows_its_files() {
    let project = built();
    let moved = Project::empty();
    for folder in ["output", ".briefings"] {
        for path in project.snapshot(folder).keys() {
            let path = format!("{folder}/{path}");
            moved.write_bytes(&path, &project.bytes(&path));
        }
    }
    for (path, text) in crate::small::FILES {
        moved.write(path, text);
    }
    moved.renumber(YI, "98", "97");
    assert_eq!(build(&moved).with_status("beside"), NONE);
}

#[test]
fn what_no_report_is_called_any_more_is_told() {
    let project = built();
    project.replace("briefings.yaml", "id: both", "id: pair");
    let ran = build(&project);
    assert_eq!(ran.with_status("orphan"), ["both.docx", "both.pdf"]);
    assert_eq!(ran.with_status("written"), ["pair.docx", "pair.pdf"]);
    assert_eq!(
        build(&project).with_status("orphan"),
        ["both.docx", "both.pdf"],
        "as long as they lie there"
    );
    project.remove("output/both.docx").remove("output/both.pdf");
    assert_eq!(build(&project).with_status("orphan"), NONE);
}
