//! Which module may use which: the way the data goes is one direction.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use crate::{
    rust_words::words,
    support::{files_below, repository},
};

/// Each module with the modules it may use, in the order of the tour in `src/lib.rs`.
const ALLOWED: [(&str, &[&str]); 22] = [
    ("span", &[]),
    ("threads", &[]),
    ("diagnostic", &["span"]),
    ("source", &["span", "threads"]),
    ("yaml", &["diagnostic", "span"]),
    // `diagnostic` for the spelling hint of an unknown unit.
    ("model", &["diagnostic", "span"]),
    (
        "parse",
        &["diagnostic", "model", "source", "span", "threads", "yaml"],
    ),
    // `model` for the words and units of the data.
    ("schema", &["model"]),
    ("audit", &["diagnostic", "model", "span", "threads"]),
    ("index", &["model"]),
    ("document", &[]),
    // Never `model`: templates see view structs that `compose` fills.
    ("template", &["diagnostic", "source", "span"]),
    ("markdown", &["document"]),
    ("export", &["model"]),
    // `diagnostic` for what writers are told about a figure.
    (
        "compose",
        &[
            "diagnostic",
            "document",
            "export",
            "markdown",
            "model",
            "template",
        ],
    ),
    ("xml", &[]),
    // Never `model`, `template` or `source`: a document goes in, bytes come out.
    ("render", &["document", "xml"]),
    // Bytes go in: what made them is not asked.
    ("measure", &[]),
    ("output", &[]),
    // Calls the stages in order, hence knows all that it passes on.
    (
        "pipeline",
        &[
            "audit",
            "compose",
            "diagnostic",
            "document",
            "export",
            "index",
            "model",
            "output",
            "parse",
            "render",
            "source",
            "span",
            "template",
            "threads",
        ],
    ),
    // `lib.rs` only declares the modules.
    ("lib", &[]),
    // `model` for the formats of the command line, `schema` to print it, `source` and `span` for drawing findings.
    (
        "bin",
        &[
            "diagnostic",
            "export",
            // Files that are there already are measured without any stage.
            "measure",
            "model",
            "pipeline",
            "schema",
            "source",
            "span",
        ],
    ),
];

#[test]
fn every_use_of_a_module_is_allowed_and_every_allowance_used() {
    let allowed: BTreeSet<(String, String)> = ALLOWED
        .iter()
        .flat_map(|(from, to)| to.iter().map(|to| ((*from).to_owned(), (*to).to_owned())))
        .collect();
    let used = edges();
    let forbidden: Vec<_> = used
        .iter()
        .filter(|(edge, _)| !allowed.contains(*edge))
        .map(|((from, to), file)| format!("{file}: `{from}` uses `{to}`"))
        .collect();
    assert!(
        forbidden.is_empty(),
        "not allowed:\n{}",
        forbidden.join("\n")
    );
    let unused: Vec<_> = allowed
        .iter()
        .filter(|edge| !used.contains_key(*edge))
        .collect();
    assert!(unused.is_empty(), "allowed and not used: {unused:?}");
}

#[test]
fn every_module_is_in_the_table() {
    let known: BTreeSet<&str> = ALLOWED.iter().map(|(module, _)| *module).collect();
    let sources = repository().join("src");
    let found: BTreeSet<String> = files_below(&sources)
        .iter()
        .map(|path| module_path(path).remove(0))
        .collect();
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, known);
}

#[test]
fn the_reader_of_sources_finds_every_kind_of_path() {
    let code = r#"
        use crate::{diagnostic::{Code, Finding}, model::County, span};
        // use crate::comment::X;
        /* crate::block::X */
        fn f(x: &'static str) -> crate::output::Store { let c = '"'; county_briefings::render::x("crate::string::X") }
        use super::super::xml::Element;
        use super::sibling::X;
        #[cfg(test)]
        mod tests { use crate::testing::X; fn g() { if true {} } }
        #[cfg(test)]
        use crate::single::X;
        fn h() { crate::parse::y() }
    "#;
    let found = uses(code, 2);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(
        found,
        [
            "diagnostic",
            "model",
            "output",
            "parse",
            "render",
            "span",
            "xml"
        ]
    );
}

/// Each pair of user and used module, with one file in which it is so.
fn edges() -> BTreeMap<(String, String), String> {
    let sources = repository().join("src");
    let files = files_below(&sources);
    let texts: BTreeMap<&String, String> = files
        .iter()
        .map(|path| (path, fs::read_to_string(sources.join(path)).unwrap()))
        .collect();
    let for_tests: BTreeSet<Vec<String>> = texts
        .iter()
        .flat_map(|(path, text)| test_modules(path, text))
        .collect();
    let modules: BTreeSet<&str> = ALLOWED.iter().map(|(module, _)| *module).collect();
    let mut edges = BTreeMap::new();
    for (path, text) in &texts {
        let module = module_path(path);
        if for_tests.iter().any(|test| module.starts_with(test)) {
            continue;
        }
        for used in uses(text, module.len()) {
            // Of the binary's paths only those into the library are edges.
            let ours = module[0] == "bin" && !modules.contains(used.as_str());
            if used != module[0] && !ours {
                edges.insert((module[0].clone(), used), (*path).clone());
            }
        }
    }
    edges
}

/// `render/docx/mod.rs` is the module `render`, `docx`.
fn module_path(path: &str) -> Vec<String> {
    let stem = path.trim_end_matches(".rs").trim_end_matches("/mod");
    stem.split('/').map(str::to_owned).collect()
}

/// Modules in files of their own that are compiled for tests only.
fn test_modules(path: &str, text: &str) -> Vec<Vec<String>> {
    let words = words(text);
    let mut found = Vec::new();
    for at in 0..words.len() {
        let rest = &words[at..];
        let Some(after) = after_cfg_test(rest) else {
            continue;
        };
        let item: Vec<&str> = rest[after..].iter().take(6).map(String::as_str).collect();
        let name = match item.as_slice() {
            ["mod", name, ";", ..] | ["pub", "(", "crate", ")", "mod", name] => *name,
            _ => continue,
        };
        let mut module = module_path(path);
        module.push(name.to_owned());
        found.push(module);
    }
    found
}

/// The modules of the crate that code names, test items left out; the code is of a module `depth` levels below the crate.
fn uses(text: &str, depth: usize) -> BTreeSet<String> {
    let words = without_test_items(&words(text));
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < words.len() {
        let start = at;
        at += 1;
        let root = match words[start].as_str() {
            "crate" | "county_briefings" => true,
            "super" => {
                let mut ups = 1;
                while words[at..].starts_with(&["::".to_owned(), "super".to_owned()]) {
                    ups += 1;
                    at += 2;
                }
                ups >= depth
            }
            _ => false,
        };
        if root && words.get(at).is_some_and(|word| word == "::") {
            found.extend(first_segments(&words[at + 1..]));
        }
    }
    found
}

/// The first segment of a path, or of every path in a group in braces.
fn first_segments(words: &[String]) -> Vec<String> {
    if words[0] != "{" {
        return vec![words[0].clone()];
    }
    let (mut depth, mut first, mut found) = (0, true, Vec::new());
    for word in words {
        match word.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 1 => first = true,
            _ if depth == 1 && first => {
                found.push(word.clone());
                first = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    found
}

fn without_test_items(words: &[String]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match after_cfg_test(&words[at..]) {
            Some(after) => at += after + item_length(&words[at + after..]),
            None => {
                kept.push(words[at].clone());
                at += 1;
            }
        }
    }
    kept
}

/// How many words `#[cfg(test)]` takes, when the words start with it.
fn after_cfg_test(words: &[String]) -> Option<usize> {
    let attribute = ["#", "[", "cfg", "(", "test", ")", "]"];
    let starts = words.len() > attribute.len()
        && attribute
            .iter()
            .zip(words)
            .all(|(wanted, word)| wanted == word);
    starts.then_some(attribute.len())
}

/// How many words an item takes: up to its `;` or its closing brace.
fn item_length(words: &[String]) -> usize {
    let mut depth = 0;
    for (index, word) in words.iter().enumerate() {
        match word.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 && (word == ";" || word == "}") {
            return index + 1;
        }
    }
    words.len()
}
