//! From the tree to values, collecting every mistake.

use std::{borrow::Cow, collections::BTreeMap};

use super::{Node, NodeKind};
use crate::{
    diagnostic::{Code, Finding, nearest, suggest},
    span::{Keys, Span, Spanned},
};

/// Words in keys that would hold a person's name.
const PERSONAL: [&str; 12] = [
    "person",
    "leader",
    "author",
    "contact",
    "speaker",
    "interviewee",
    "secretary",
    "mayor",
    "reporter",
    "姓名",
    "人名",
    "负责人",
];

/// Room for as many keys as most entries may have.
const MANY: usize = 16;

/// So many keys of which none is known belong to another kind of entry.
const STRANGE: usize = 4;

/// Collects the findings of one file while its nodes are read.
#[derive(Debug, Default)]
pub struct Decoder {
    /// What was found so far.
    pub findings: Vec<Finding>,
    /// The ids of entries that could not be told from the one before them.
    pub lost_ids: Vec<String>,
}

/// The entries of a map, taken one by one, so that those left over are unknown.
#[derive(Debug)]
pub struct Fields<'n> {
    what: &'static str,
    /// Where the map stands.
    pub span: Span,
    /// Those not taken yet.
    entries: Vec<&'n (Spanned<Cow<'n, str>>, Node<'n>)>,
    asked: Vec<&'static str>,
    any_taken: bool,
    found: Vec<(&'static str, Span)>,
}

impl Decoder {
    /// Opens a map; `what` names it in messages (`figure`).
    pub fn map<'n>(&mut self, node: &'n Node<'n>, what: &'static str) -> Option<Fields<'n>> {
        let NodeKind::Map(list) = &node.kind else {
            self.wrong_type(node, &format!("a map of keys for this {what}"));
            return None;
        };
        let mut entries: Vec<&(Spanned<Cow<'n, str>>, Node<'n>)> = Vec::with_capacity(list.len());
        for (index, entry) in list.iter().enumerate() {
            let (key, value) = entry;
            if let Some((earlier, _)) = entries.iter().find(|(known, _)| known.value == key.value) {
                // Where the first key comes again and others after it, the dash of a next entry is missing.
                let again = key.value == list[0].0.value && index + 1 < list.len();
                let message = format!("key `{}` stands twice in this {what}", key.value);
                let help = if again {
                    format!(
                        "keep one of them, or write `- ` before it if another {what} begins here"
                    )
                } else {
                    "keep one of them".to_owned()
                };
                let finding = Finding::error(Code::DuplicateKey, key.span, message)
                    .with_related(earlier.span, "first here")
                    .with_help(help);
                self.findings.push(finding);
                if !again {
                    continue;
                }
                // What follows is of that next entry, of which only the id matters here.
                if let ("id", NodeKind::Scalar { text, .. }) = (&*key.value, &value.kind) {
                    self.lost_ids.push(text.clone().into_owned());
                }
                break;
            }
            entries.push(entry);
        }
        Some(Fields {
            what,
            span: node.span,
            entries,
            asked: Vec::with_capacity(MANY),
            any_taken: false,
            found: Vec::with_capacity(list.len()),
        })
    }

    /// Opens a list; nothing there counts as an empty one.
    pub fn list<'n>(&mut self, node: Option<&'n Node<'n>>) -> &'n [Node<'n>] {
        match node.map(|node| (&node.kind, node)) {
            None | Some((NodeKind::Null, _)) => &[],
            Some((NodeKind::List(items), _)) => items,
            Some((NodeKind::Scalar { .. } | NodeKind::Map(_), node)) => {
                self.wrong_type(node, "a list");
                &[]
            }
        }
    }

    /// Reads a text.
    pub fn text(&mut self, node: &Node) -> Option<Spanned<String>> {
        let text = self.characters(node)?;
        Some(Spanned::new(text.to_owned(), node.span))
    }

    /// The characters of a text, which is not blank.
    fn characters<'n>(&mut self, node: &'n Node<'_>) -> Option<&'n str> {
        match &node.kind {
            NodeKind::Scalar { text, .. } if !text.trim().is_empty() => Some(text),
            NodeKind::Scalar { .. } | NodeKind::Null | NodeKind::List(_) | NodeKind::Map(_) => {
                self.wrong_type(node, "text");
                None
            }
        }
    }

    /// Reads a list of words.
    pub fn texts(&mut self, node: Option<&Node>) -> Vec<Spanned<String>> {
        let items = self.list(node);
        items.iter().filter_map(|item| self.text(item)).collect()
    }

    /// Reads `true` or `false`.
    pub fn flag(&mut self, node: &Node) -> Option<bool> {
        match &node.kind {
            NodeKind::Scalar {
                text,
                quoted: false,
            } if text == "true" => Some(true),
            NodeKind::Scalar {
                text,
                quoted: false,
            } if text == "false" => Some(false),
            NodeKind::Scalar { .. } | NodeKind::Null | NodeKind::List(_) | NodeKind::Map(_) => {
                self.wrong_type(node, "`true` or `false`");
                None
            }
        }
    }

    /// Reads a value through its own strict grammar; the parser's message says what was expected.
    pub fn parsed<T>(
        &mut self,
        node: &Node,
        code: Code,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<Spanned<T>> {
        let text = self.characters(node)?;
        match parse(text) {
            Ok(value) => Some(Spanned::new(value, node.span)),
            Err(expected) => {
                let message = format!("cannot read `{}`", shorten(text));
                self.findings
                    .push(Finding::error(code, node.span, message).with_help(expected));
                None
            }
        }
    }

    /// Reads one of a closed set of words.
    pub fn word<T: Copy>(&mut self, node: &Node, known: &[(&str, T)]) -> Option<T> {
        let text = self.characters(node)?;
        let found = known.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let help = suggest(text, known.iter().map(|(word, _)| *word));
            let message = format!("unknown value `{text}`");
            self.findings
                .push(Finding::error(Code::UnknownValue, node.span, message).with_help(help));
        }
        found.map(|(_, value)| *value)
    }

    fn wrong_type(&mut self, node: &Node, expected: &str) {
        let found = match &node.kind {
            NodeKind::Null => "nothing".to_owned(),
            NodeKind::Scalar { text, .. } => format!("`{}`", shorten(text)),
            NodeKind::List(_) => "a list".to_owned(),
            NodeKind::Map(_) => "a map".to_owned(),
        };
        let message = format!("found {found}, expected {expected}");
        let help = if matches!(node.kind, NodeKind::Map(_)) && expected == "text" {
            "a plain value that starts with `{` is a map in YAML: put the text under `>-` or in quotes".to_owned()
        } else {
            format!("write {expected} here, or delete the key if it may be absent")
        };
        self.findings
            .push(Finding::error(Code::WrongType, node.span, message).with_help(help));
    }
}

impl<'n> Fields<'n> {
    /// Takes the value of a key that may be absent; `null` counts as absent.
    pub fn take(&mut self, key: &'static str) -> Option<&'n Node<'n>> {
        self.asked.push(key);
        let at = self
            .entries
            .iter()
            .position(|(known, _)| known.value == key)?;
        let (_, node) = self.entries.remove(at);
        self.any_taken = true;
        if node.kind == NodeKind::Null {
            return None;
        }
        self.found.push((key, node.span));
        Some(node)
    }

    /// Where the map begins, and where the values taken so far stand.
    pub fn places(&self) -> Keys {
        Keys::new(self.start()).with(self.found.iter().copied())
    }

    /// The map's first byte, for findings about it as a whole.
    pub fn start(&self) -> Span {
        first_byte(self.span)
    }

    /// Takes the value of a key that must be there.
    pub fn need(&mut self, decoder: &mut Decoder, key: &'static str) -> Option<&'n Node<'n>> {
        let found = self.take(key);
        if found.is_none() {
            let message = format!("this {} has no `{key}`", self.what);
            let finding = Finding::error(Code::MissingKey, self.start(), message)
                .with_help(format!("add `{key}:`"));
            decoder.findings.push(finding);
        }
        found
    }

    /// Gives up the entries, for maps whose keys are ids.
    pub fn into_entries(self) -> BTreeMap<&'n str, &'n Node<'n>> {
        let entries = self.entries.into_iter();
        entries.map(|(key, value)| (&*key.value, value)).collect()
    }

    /// Takes a required text.
    pub fn need_text(
        &mut self,
        decoder: &mut Decoder,
        key: &'static str,
    ) -> Option<Spanned<String>> {
        let node = self.need(decoder, key)?;
        decoder.text(node)
    }

    /// Takes an optional text.
    pub fn take_text(
        &mut self,
        decoder: &mut Decoder,
        key: &'static str,
    ) -> Option<Spanned<String>> {
        let node = self.take(key)?;
        decoder.text(node)
    }

    /// Reports every key that nobody asked for; a key that is missing because it is misspelt is told once, as misspelt.
    pub fn finish(self, decoder: &mut Decoder) {
        let start = self.start();
        if self.entries.len() >= STRANGE && !self.any_taken {
            let of_map =
                |finding: &Finding| finding.code == Code::MissingKey && finding.span == start;
            decoder.findings.retain(|finding| !of_map(finding));
            let message = format!("none of these keys is one of a {}", self.what);
            let expected: Vec<&str> = self.asked.to_vec();
            decoder.findings.push(
                Finding::error(Code::UnknownKey, start, message)
                    .with_help(format!("expected `{}`", expected.join("`, `"))),
            );
            return;
        }
        for (key, _) in &self.entries {
            let personal = PERSONAL.iter().any(|word| key.value.contains(word))
                || key.value.ends_with("_name");
            let finding = if personal {
                let message = format!("key `{}` would hold a person's name", key.value);
                Finding::error(Code::PersonalName, key.span, message).with_help(
                    "the data name offices and organisations only, never persons: delete the key",
                )
            } else {
                let message = format!("unknown key `{}` in this {}", key.value, self.what);
                if let Some(meant) = nearest(&key.value, self.asked.iter().copied()) {
                    let meant = format!("`{meant}`");
                    decoder.findings.retain(|finding| {
                        finding.code != Code::MissingKey
                            || finding.span != start
                            || !finding.message.contains(&meant)
                    });
                }
                Finding::error(Code::UnknownKey, key.span, message)
                    .with_help(suggest(&key.value, self.asked.iter().copied()))
            };
            decoder.findings.push(finding);
        }
    }
}

fn first_byte(span: Span) -> Span {
    Span::new(span.file, span.start(), span.start() + 1)
}

fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(24).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
