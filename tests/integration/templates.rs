//! Templates are compared with their views before anything is rendered: a mistake names the template's line.

use std::collections::BTreeSet;

use county_briefings::{diagnostic::Code, pipeline, template};

use crate::support::{Project, place, repository};

const COUNTY: &str = "templates/content/county.md.hbs";
const COMPARISON: &str = "templates/content/comparison.md.hbs";
const INITIATIVE: &str = "templates/content/partials/initiative.md.hbs";
const DOUBT: &str = "templates/content/partials/doubt.md.hbs";

/// A change that is one mistake.
struct Case {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    message: &'static str,
    help: &'static str,
}

const CASES: [Case; 15] = [
    // Paths that the view does not have.
    Case {
        file: COUNTY,
        from: "{{prose summary}}",
        to: "{{prose sumary}}",
        message: "the view has no `sumary`",
        help: "did you mean `summary`?",
    },
    Case {
        file: COUNTY,
        from: "## {{name}}",
        to: "## {{nmae}}",
        message: "the view has no `nmae` in `themes[]`",
        help: "did you mean `name`?",
    },
    Case {
        file: COUNTY,
        from: "{{chart ../report \"chart\" this}}",
        to: "{{chart ../../report \"chart\" this}}",
        message: "`../../report` climbs out of the view",
        help: "use fewer `../`",
    },
    Case {
        file: COMPARISON,
        from: "{{#block ../report \"theme\" id}}",
        to: "{{#block ../report \"theme\" di}}",
        message: "the view has no `di` in `themes[]`",
        help: "did you mean `id`?",
    },
    // What handlebars itself lets pass: the block would only be empty.
    Case {
        file: COUNTY,
        from: "{{#if background}}",
        to: "{{#if backgruond}}",
        message: "the view has no `backgruond`",
        help: "did you mean `background`?",
    },
    Case {
        file: COUNTY,
        from: "{{#each themes}}",
        to: "{{#each theems}}",
        message: "the view has no `theems`",
        help: "did you mean `themes`?",
    },
    Case {
        file: COUNTY,
        from: "{{#each initiatives}}",
        to: "{{#each initiative}}",
        message: "the view has no `initiative` in `themes[]`",
        help: "did you mean `initiatives`?",
    },
    Case {
        file: COMPARISON,
        from: "{{#if further}}",
        to: "{{#if futher}}",
        message: "the view has no `futher` in `themes[].own[]`",
        help: "did you mean `further`?",
    },
    Case {
        file: INITIATIVE,
        from: "{{#if place}}",
        to: "{{#if palce}}",
        message: "the view has no `palce`",
        help: "did you mean `place`?",
    },
    Case {
        file: DOUBT,
        from: "(eq treatment \"left-out\")",
        to: "(eq treatmnet \"left-out\")",
        message: "the view has no `treatmnet`",
        help: "did you mean `treatment`?",
    },
    // Helpers, options and partials that do not exist.
    Case {
        file: COUNTY,
        from: "{{prose background}}",
        to: "{{prsoe background}}",
        message: "there is no helper `prsoe`",
        help: "did you mean `prose`?",
    },
    Case {
        file: COUNTY,
        from: "{{table report \"county-figures\"}}",
        to: "{{table report \"county-figures\" width=\"full\"}}",
        message: "helper `table` has no option `width`",
        help: "delete it",
    },
    Case {
        file: COUNTY,
        from: "{{#block report \"summary\" style=\"summary\"}}",
        to: "{{#block report \"summary\" styel=\"summary\"}}",
        message: "helper `block` has no option `styel`",
        help: "delete it",
    },
    Case {
        file: COUNTY,
        from: "{{> initiative}}",
        to: "{{> initative}}",
        message: "there is no partial `initative`",
        help: "did you mean `initiative`?",
    },
    Case {
        file: COUNTY,
        from: "{{list report \"sources\"}}",
        to: "{{lsit report \"sources\"}}",
        message: "there is no helper `lsit`",
        help: "did you mean `list`?",
    },
];

#[test]
fn every_mistake_is_told_at_its_line_and_alone() {
    for case in CASES {
        let project = Project::new().with_templates();
        project.replace(case.file, case.from, case.to);
        let text = project.read(case.file);
        let line = text
            .lines()
            .position(|line| line.contains(case.to))
            .unwrap()
            + 1;
        let checked = project.check();
        let [finding] = checked.findings.as_slice() else {
            panic!("{}: {:#?}", case.to, checked.findings);
        };
        assert_eq!(finding.code, Code::TemplatePath);
        assert_eq!(finding.message, case.message);
        assert_eq!(finding.help.as_deref(), Some(case.help));
        let place = place(&checked, finding);
        assert!(
            place.starts_with(&format!("{}:{line}:", case.file)),
            "{place}"
        );
    }
}

#[test]
fn a_template_that_no_report_uses_is_a_warning() {
    let project = Project::new().with_templates();
    project.write("templates/content/conuty.md.hbs", "{{anything}}");
    let ran = project.run(&["check", "--message-format", "short"]).code(0);
    assert_eq!(
        ran.stderr,
        "templates/content/conuty.md.hbs:1:1: warning[template-path]: no report uses a template called `conuty`; did you mean `county`?\n"
    );
    assert_eq!(project.run(&["check", "--deny", "warnings"]).code, 1);
}

#[test]
fn a_template_that_is_missing_is_told_with_its_path() {
    let project = Project::new().with_templates();
    project.remove(COUNTY);
    let ran = project.run(&["check", "--message-format", "short"]).code(1);
    assert!(
        ran.stderr.contains(
            "there is no content template `county`; add `templates/content/county.md.hbs`"
        ),
        "{}",
        ran.stderr
    );
}

/// What a template writes is checked as it is rendered; the text is of the template's making, so its file is the place.
#[test]
fn output_outside_the_dialect_is_refused() {
    let heading = "{{#block report \"heading.background\"}}# 基本情况{{/block}}";
    let cases = [
        ("基本情况", "text outside a `{{#block}}`"),
        ("{{#block \"\"}}# 基本情况{{/block}}", "a block has no id"),
        (
            "{{#block report \"heading.practice\"}}# 基本情况{{/block}}",
            "two blocks have this id",
        ),
        (
            "{{#block report \"x\"}}# 基本情况\n\n又一段{{/block}}",
            "a block holds one heading or one paragraph, found more",
        ),
        (
            "{{#block report \"x\"}}* 基本情况{{/block}}",
            "only headings and paragraphs may stand in a block",
        ),
        (
            "{{#block report \"x\"}}`x`{{/block}}",
            "only text, `**emphasis**` and bound numbers may stand in a paragraph",
        ),
        (
            "{{#block report \"x\"}}[见](http://example.org){{/block}}",
            "a link that is no bound number",
        ),
        (
            "{{#block report \"x\"}}<b>粗</b>{{/block}}",
            "only text, `**emphasis**` and bound numbers",
        ),
        (
            "{{#block report \"x\"}}#### 四级{{/block}}",
            "headings go down to `###`",
        ),
        (
            "{{#block report \"x\"}}共12个{{/block}}",
            "prints `12`, which is bound to no figure",
        ),
        (
            "{{#block report \"x\" style=\"large\"}}基本情况{{/block}}",
            "unknown style",
        ),
        (
            "{{table report \"x\"}}",
            "there is no table, chart or list of this id",
        ),
    ];
    for (written, expected) in cases {
        let project = Project::new().with_templates();
        let checked = project.replace(COUNTY, heading, written).check();
        let found: Vec<_> = checked
            .findings
            .iter()
            .map(|finding| (finding.code, finding.message.as_str()))
            .collect();
        assert!(
            !found.is_empty()
                && found
                    .iter()
                    .all(|(code, message)| *code == Code::TemplateOutput
                        && message.contains(expected)),
            "{written}: {found:#?}"
        );
        assert_eq!(
            checked.documents.len(),
            2,
            "the others are made all the same"
        );
    }
}

#[test]
fn two_templates_of_one_name_are_told() {
    let project = Project::new().with_templates();
    let text = project.read("templates/content/partials/doubt.md.hbs");
    project.write("templates/content/doubt.md.hbs", &text);
    let checked = project.check();
    let codes: Vec<Code> = checked
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, [Code::DuplicateId]);
}

/// `.ci/sample` prints it again.
#[test]
fn the_guide_of_views_is_what_the_program_prints() {
    let ran = Project::real().run(&["views"]).code(0);
    assert_eq!(ran.stderr, "");
    let committed = std::fs::read_to_string(repository().join("docs/views.md")).unwrap();
    assert_eq!(committed, ran.stdout);
    for partial in ["initiative", "doubt", "reason", "way"] {
        let (_, section) = ran.stdout.split_once(&format!("\n## {partial}\n")).unwrap();
        let own = section.split("\n## ").next().unwrap();
        assert!(own.contains("\n> "), "{partial} has no example");
        assert!(
            own.lines().filter(|line| line.starts_with("| `")).count() > 2,
            "{own}"
        );
    }
}

/// What the templates themselves say, expressions left out.
fn own_words(template: &str) -> String {
    let mut words = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        words.push_str(before);
        rest = after.split_once("}}").expect("every expression ends").1;
    }
    words + rest
}

#[test]
fn no_template_states_a_fact_about_a_county() {
    let checked = pipeline::judge(repository()).unwrap();
    let model = checked.model.expect("the repository is sound");
    let names: BTreeSet<&str> = model
        .counties
        .iter()
        .flat_map(|county| {
            let places = county.places.iter().map(|place| place.name.as_str());
            places.chain([county.name.as_str(), county.city.as_str()])
        })
        .collect();
    assert!(names.len() > 50, "{names:?}");
    let mut templates = 0;
    for (path, text) in template::built_in() {
        let words = own_words(text);
        assert!(words.chars().count() > 0, "{path}");
        assert!(
            !words.contains(|c: char| c.is_ascii_digit()),
            "{path} has a number of its own: {words}"
        );
        for name in &names {
            assert!(!words.contains(name), "{path} names {name}");
        }
        templates += 1;
    }
    assert!(templates >= 6, "{templates}");
}
