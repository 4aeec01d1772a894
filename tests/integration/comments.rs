//! What writers are told in the DOCX beside a number.

use county_briefings::document::Comment;

use crate::{small::JIA, support::Project};

const CONFIG: &str = "briefings.yaml";

/// The county's figures and what is said of them, a line for each comment.
fn said(project: &Project) -> Vec<String> {
    let documents = project.check().documents;
    let jiaxian = documents.iter().find(|(id, _)| id.as_str() == "jiaxian");
    let comments = &jiaxian.unwrap().1.comments;
    let line = |comment: &Comment| format!("{}：{}", comment.figure, comment.lines.join(""));
    comments.iter().map(line).collect()
}

fn with_unused_figure() -> Project {
    let project = Project::new();
    project.replace(JIA, "联系{households}农户", "联系农户");
    project
}

const UNUSED: &str = "jiaxian/households：提示（unused-figure）：没有一处正文提到此数，只在数据表中列出。\
    下一步：在某条陈述中引用，或列入所属做法的 `figures`。";

#[test]
fn warnings_about_a_figure_are_told_unless_the_office_does_not_want_them() {
    assert_eq!(said(&Project::new()), Vec::<String>::new());
    let project = with_unused_figure();
    assert_eq!(said(&project), [UNUSED]);
    project.replace(CONFIG, "formats:", "docx_comments: none\nformats:");
    assert_eq!(said(&project), Vec::<String>::new());
}

#[test]
fn doubts_are_told_where_the_office_wants_them() {
    let project = Project::real();
    let all = |project: &Project| {
        let documents = project.check().documents;
        let comments = documents
            .into_iter()
            .flat_map(|(_, document)| document.comments);
        comments.collect::<Vec<Comment>>()
    };
    assert_eq!(all(&project), []);
    project.replace(CONFIG, "county_title:", "docx_comments: all\ncounty_title:");
    let comments = all(&project);
    assert!(comments.len() > 50, "{}", comments.len());
    for Comment { figure, lines } in &comments {
        let [doubt, next] = lines.as_slice() else {
            panic!("{figure}: {lines:?}");
        };
        assert!(
            doubt.starts_with("存疑（") && doubt.len() > 40,
            "{figure}: {doubt}"
        );
        assert!(next.starts_with("下一步：现"), "{figure}: {next}");
    }
}

/// A comment that comes or goes is no change of what officials read.
#[test]
fn a_comment_rebuilds_the_docx_alone() {
    let project = with_unused_figure();
    project.run(&["build"]).code(0);
    project.replace(CONFIG, "formats:", "docx_comments: none\nformats:");
    let ran = project.run(&["build", "--message-format", "json"]).code(0);
    assert_eq!(ran.with_status("written"), ["jiaxian.docx"]);
}
