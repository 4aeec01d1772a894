//! Runs the program as the scheduled job does.

use std::fs::{self, File};

use crate::support::{Project, Ran, changed, repository};

const NONE: [&str; 0] = [];

/// The arguments of the job: those of the unit file, its workspace replaced by the current folder.
fn arguments() -> Vec<String> {
    let unit = fs::read_to_string(repository().join("contrib/briefings.service")).unwrap();
    let mut lines = unit.lines();
    let line = lines.find_map(|line| line.strip_prefix("ExecStart="));
    let mut words = line.unwrap().split_whitespace().map(str::to_owned);
    let program = words.next().unwrap();
    assert!(program.ends_with("/briefings"), "{program}");
    let mut words: Vec<String> = words.collect();
    let directory = words.iter().position(|word| word == "-C").unwrap();
    words[directory + 1] = ".".to_owned();
    words
}

fn job(project: &Project) -> Ran {
    let arguments = arguments();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    project.run(&arguments)
}

/// Adds 1 to the value of a figure.
fn raise(project: &Project, file: &str, figure: &str) {
    let text = project.read(file);
    let after = |from: usize, word: &str| from + text[from..].find(word).unwrap() + word.len();
    let start = after(after(0, &format!("  - id: {figure}\n")), "value: ");
    let end = after(start, "\n") - 1;
    let value: u32 = text[start..end].parse().unwrap();
    let raised = format!("{}{}{}", &text[..start], value + 1, &text[end..]);
    project.write(file, &raised);
    let (old, new) = (value.to_string(), (value + 1).to_string());
    replace_after(
        project,
        file,
        &format!("  - id: {figure}\n"),
        &format!("printed: {old}"),
        &format!("printed: {new}"),
    );
    let source = file.replace("counties", "sources");
    let index = project.read(&source);
    let entry = index.find(&format!("figures: [{figure}]")).unwrap();
    let numeral = index[..entry].rfind(&old).unwrap();
    project.write(
        &source,
        &format!(
            "{}{new}{}",
            &index[..numeral],
            &index[numeral + old.len()..]
        ),
    );
}

/// Replaces the first occurrence of a text behind another.
fn replace_after(project: &Project, file: &str, behind: &str, from: &str, to: &str) {
    let text = project.read(file);
    let start = text.find(behind).unwrap();
    project.write(
        file,
        &(text[..start].to_owned() + &text[start..].replacen(from, to, 1)),
    );
}

#[test]
fn a_changed_figure_changes_exactly_its_reports_and_only_once() {
    let project = Project::real();
    job(&project).code(0);
    let first = project.snapshot("output");
    assert_eq!(first.len(), 12, "{:?}", first.keys());
    // A figure of a village, which no comparison shows.
    raise(
        &project,
        "seeds/counties/wanrong.yaml",
        "agreement-communities",
    );
    job(&project).code(0);
    let second = project.snapshot("output");
    assert_eq!(changed(&first, &second), ["wanrong.docx", "wanrong.pdf"]);
    job(&project).code(0);
    assert_eq!(project.snapshot("output"), second);
    // A figure of the county that the comparison and its digest show.
    raise(
        &project,
        "seeds/counties/wanrong.yaml",
        "new-sector-registered",
    );
    job(&project).code(0);
    let third = project.snapshot("output");
    assert_eq!(
        changed(&second, &third),
        [
            "comparison.docx",
            "comparison.pdf",
            "digest.docx",
            "digest.pdf",
            "wanrong.docx",
            "wanrong.pdf"
        ]
    );
    job(&project).code(0);
    assert_eq!(project.snapshot("output"), third);
}

#[test]
fn two_jobs_do_not_work_in_the_same_workspace() {
    let project = Project::new();
    project.write(".briefings/lock", "");
    let lock = File::open(project.path(".briefings/lock")).unwrap();
    lock.lock().unwrap();
    let ran = job(&project).code(3);
    assert!(
        ran.stderr.contains("another run is at work"),
        "{}",
        ran.stderr
    );
    assert_eq!(
        changed(&project.snapshot("output"), &Default::default()),
        NONE
    );
    drop(lock);
    job(&project).code(0);
}
