//! The schemas by which editors check data files say the same as the parser, which alone decides.

mod agreement;
mod corpus;
mod files;
mod grammars;
mod mutations;
mod shapes;

use boon::{Compiler, SchemaIndex, Schemas};
use county_briefings::{
    audit,
    diagnostic::Finding,
    model::TermId,
    parse,
    schema::{FileKind, schema},
    source::SourceSet,
};
use serde_json::Value;

use crate::small;

/// The code of a numeral of an index that has no account, or several.
const UNACCOUNTED: &str = "unaccounted-numeral";

/// The codes of findings about the form of a file, which a schema can see.
const FORM: [&str; 9] = [
    "yaml-syntax",
    "unknown-key",
    "personal-name",
    "duplicate-key",
    "missing-key",
    "wrong-type",
    "unknown-value",
    "unknown-unit",
    UNACCOUNTED,
];

/// What an editor does: reads YAML with a parser of its own and compares it with a schema.
struct Editor {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Editor {
    /// An editor that checks files of a kind.
    fn new(kind: FileKind) -> Self {
        Self::with(schema(kind))
    }

    /// An editor that checks by this schema, which must itself be valid.
    fn with(schema: Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.set_default_draft(boon::Draft::V7);
        compiler.add_resource("mem:///schema.json", schema).unwrap();
        let index = compiler
            .compile("mem:///schema.json", &mut schemas)
            .unwrap();
        Self { schemas, index }
    }

    /// What it finds wrong with a value.
    fn value(&self, value: &Value) -> Result<(), String> {
        let verdict = self.schemas.validate(value, self.index);
        verdict.map_err(|error| error.to_string())
    }

    /// What it finds wrong with a file.
    fn text(&self, text: &str) -> Result<(), String> {
        let read: serde_yaml::Value =
            serde_yaml::from_str(text).map_err(|error| error.to_string())?;
        let value = serde_json::to_value(read).map_err(|error| error.to_string())?;
        self.value(&value)
    }
}

/// What the program finds wrong with the form of a file. References lead nowhere in a file on its own; they are not its form.
fn program(kind: FileKind, text: &str) -> Result<(), String> {
    let path = path(kind);
    let mut found = parse::dataset(&SourceSet::from_texts([(path, text)])).findings;
    if kind == FileKind::Source && !found.iter().any(is_form) {
        found = of_index(path, text);
    }
    match found.iter().find(|finding| is_form(finding)) {
        Some(finding) => Err(format!("{}: {}", finding.code.name(), finding.message)),
        None => Ok(()),
    }
}

/// What became of a numeral is told when all files are read. The terms that the index names are declared, or the program
/// would not come so far.
fn of_index(path: &str, text: &str) -> Vec<Finding> {
    let mut declared = "terms:\n  - {id: a-term, text: “甲”, kind: scheme}\n".to_owned();
    for word in text.split_whitespace().collect::<Vec<_>>().windows(2) {
        let id = word[1].trim_end_matches([',', '}']);
        if word[0].ends_with("term:") && id.parse::<TermId>().is_ok() {
            declared += &format!("  - {{id: '{id}', text: “{id}”, kind: scheme}}\n");
        }
    }
    let files = small::FILES.map(|(other, content)| match other {
        "seeds/terms.yaml" => (other, declared.as_str()),
        _ if other == path => (other, text),
        _ => (other, content),
    });
    let data = parse::dataset(&SourceSet::from_texts(files));
    let model = parse::resolve_all(data.value, data.findings).value.model;
    let mut found = audit::run(&model);
    found.retain(|finding| finding.code.name() == UNACCOUNTED);
    found
}

fn is_form(finding: &Finding) -> bool {
    // A derived number that cannot be computed has the code, but it is content that is wrong; a broken `{…}` is form.
    let computed = finding.message.contains("cannot be computed");
    let broken = finding.message == "broken reference in prose";
    (FORM.contains(&finding.code.name()) && !computed) || broken
}

/// A path at which the program takes a file for one of this kind.
fn path(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Config => "briefings.yaml",
        FileKind::Themes => "seeds/themes.yaml",
        FileKind::Indicators => "seeds/indicators.yaml",
        FileKind::Terms => "seeds/terms.yaml",
        FileKind::Source => "seeds/sources/jia.yaml",
        FileKind::County => small::JIA,
    }
}
