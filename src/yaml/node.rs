//! The tree.

use std::borrow::Cow;

use granit_parser::{Event, Parser, ScalarStyle};

use crate::{
    diagnostic::{Code, Finding},
    span::{FileId, Span, Spanned},
};

/// Deeper nesting is refused; our data needs six levels.
const MAX_DEPTH: usize = 32;

/// A value and its place; its characters are borrowed from the file as far as they stand there as they are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'t> {
    /// The value.
    pub kind: NodeKind<'t>,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind<'t> {
    /// `null`, `~` or nothing.
    Null,
    /// Any scalar as text; what it means is decided by who reads it.
    Scalar {
        /// Its characters, folds between Chinese characters removed.
        text: Cow<'t, str>,
        /// Whether it was quoted or a block, hence surely text.
        quoted: bool,
    },
    /// A sequence.
    List(Vec<Node<'t>>),
    /// A mapping with all its entries, repeated keys included.
    Map(Vec<(Spanned<Cow<'t, str>>, Node<'t>)>),
}

/// Parses one YAML file.
///
/// # Errors
///
/// One finding at the place where the text stops being YAML, or uses what our files have no use for
/// (anchors, several documents, lists as keys, deep nesting).
pub fn parse(file: FileId, text: &str) -> Result<Node<'_>, Box<Finding>> {
    let mut reader = Reader {
        file,
        open: Vec::new(),
        root: None,
    };
    for next in Parser::new_from_str(text) {
        let (event, place) = next.map_err(|error| reader.syntax(&error))?;
        let start = place.start.byte_offset().unwrap_or(0);
        let end = place.end.byte_offset().unwrap_or(start).max(start);
        let folded = text.get(start..end).is_some_and(|raw| raw.contains('\n'));
        reader.event(event, folded, Span::new(file, start, end))?;
    }
    Ok(reader.root.unwrap_or(Node {
        kind: NodeKind::Null,
        span: Span::start_of(file),
    }))
}

/// Builds the tree from the parser's events; lists and maps not yet closed wait on a stack of our own, so that hostile
/// nesting cannot overflow the program's.
struct Reader<'t> {
    file: FileId,
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
}

/// A list or map not yet closed, with the byte it starts at.
enum Open<'t> {
    List(Vec<Node<'t>>, usize),
    Map(
        Vec<(Spanned<Cow<'t, str>>, Node<'t>)>,
        Option<Spanned<Cow<'t, str>>>,
        usize,
    ),
}

impl<'t> Reader<'t> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the parser may learn events that carry no data"
    )]
    fn event(&mut self, event: Event<'t>, folded: bool, span: Span) -> Result<(), Box<Finding>> {
        match event {
            Event::Scalar(value, style, 0, _) => self.place(scalar(value, style, folded, span)),
            Event::SequenceStart(_, 0, _) => self.start(Open::List(Vec::new(), span.start), span),
            Event::MappingStart(_, 0, _) => {
                self.start(Open::Map(Vec::new(), None, span.start), span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span.end),
            Event::Scalar(..)
            | Event::SequenceStart(..)
            | Event::MappingStart(..)
            | Event::Alias(_)
            | Event::UnresolvedAlias(_)
            | Event::Anchor(..) => Err(self.unsupported(span, "an anchor or alias")),
            Event::DocumentStart(..) if self.root.is_some() => {
                Err(self.unsupported(span, "a second document"))
            }
            _ => Ok(()),
        }
    }

    fn start(&mut self, open: Open<'t>, span: Span) -> Result<(), Box<Finding>> {
        if self.open.len() == MAX_DEPTH {
            return Err(self.unsupported(span, "nesting this deep"));
        }
        self.open.push(open);
        Ok(())
    }

    fn close(&mut self, end: usize) -> Result<(), Box<Finding>> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let (kind, start) = match open {
            Open::List(items, start) => (NodeKind::List(items), start),
            Open::Map(entries, _, start) => (NodeKind::Map(entries), start),
        };
        let span = Span::new(self.file, start, end.max(start));
        self.place(Node { kind, span })
    }

    /// Puts a finished node where it belongs: root, list item, key or value.
    fn place(&mut self, node: Node<'t>) -> Result<(), Box<Finding>> {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(items, _)) => items.push(node),
            Some(Open::Map(entries, key, _)) => match (key.take(), node.kind) {
                (Some(key), kind) => entries.push((
                    key,
                    Node {
                        kind,
                        span: node.span,
                    },
                )),
                (None, NodeKind::Scalar { text, .. }) => *key = Some(Spanned::new(text, node.span)),
                (None, NodeKind::Null | NodeKind::List(_) | NodeKind::Map(_)) => {
                    return Err(self.unsupported(node.span, "a key that is not a word"));
                }
            },
        }
        Ok(())
    }

    fn syntax(&self, error: &granit_parser::ScanError) -> Box<Finding> {
        let at = error.marker().byte_offset().unwrap_or(0);
        let message = format!("not valid YAML: {}", error.info());
        let finding = Finding::error(Code::YamlSyntax, Span::new(self.file, at, at), message)
            .with_help("text that holds `: `, ` #` or starts with `{`, `[`, `%`, `*` or `&` must stand in quotes or under `>-`");
        Box::new(finding)
    }

    fn unsupported(&self, span: Span, what: &str) -> Box<Finding> {
        let message = format!("found {what}, which data files do not use");
        let finding = Finding::error(Code::YamlSyntax, span, message).with_help(
            "write the values out; text that starts with `{` must stand in quotes or under `>-`",
        );
        Box::new(finding)
    }
}

fn scalar(value: Cow<'_, str>, style: ScalarStyle, folded: bool, span: Span) -> Node<'_> {
    let quoted = !matches!(style, ScalarStyle::Plain);
    let kind = if !quoted && matches!(&*value, "" | "~" | "null") {
        NodeKind::Null
    } else {
        NodeKind::Scalar {
            text: if folded {
                Cow::Owned(drop_folds(&value))
            } else {
                value
            },
            quoted,
        }
    };
    Node { kind, span }
}

/// Drops the space that YAML puts where a line was folded: Chinese is written without spaces.
fn drop_folds(value: &str) -> String {
    let value = value.trim_end_matches('\n');
    let mut out = String::with_capacity(value.len());
    let mut rest = value.chars().peekable();
    while let Some(c) = rest.next() {
        let fold = c == ' '
            && out
                .chars()
                .last()
                .zip(rest.peek().copied())
                .is_some_and(|(before, after)| joins(before) || joins(after));
        if !fold {
            out.push(c);
        }
    }
    out
}

fn joins(c: char) -> bool {
    !c.is_ascii() || c == '{' || c == '}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(yaml: &str) -> String {
        match parse(FileId(0), yaml).unwrap().kind {
            NodeKind::Map(entries) => match &entries[0].1.kind {
                NodeKind::Scalar { text, .. } => text.clone().into_owned(),
                NodeKind::Null | NodeKind::List(_) | NodeKind::Map(_) => {
                    panic!("expected a scalar")
                }
            },
            NodeKind::Null | NodeKind::Scalar { .. } | NodeKind::List(_) => {
                panic!("expected a map")
            }
        }
    }

    #[test]
    fn a_fold_between_chinese_characters_or_references_leaves_no_space() {
        assert_eq!(
            text("a: >-\n  全县共\n  {villages}\n  建成\n"),
            "全县共{villages}建成"
        );
        assert_eq!(text("a: >-\n  two\n  words\n"), "two words");
        assert_eq!(
            text("a: 奋楫争先 谱新篇\n"),
            "奋楫争先 谱新篇",
            "a space that somebody typed"
        );
    }

    #[test]
    fn numbers_keep_their_characters() {
        assert_eq!(text("a: 0120.50\n"), "0120.50");
    }

    #[test]
    fn repeated_keys_are_kept_for_the_decoder_to_report() {
        let node = parse(FileId(0), "a: 1\na: 2\n").unwrap();
        assert!(matches!(node.kind, NodeKind::Map(entries) if entries.len() == 2));
    }

    #[test]
    fn a_broken_file_is_reported_at_its_place() {
        let finding = parse(FileId(0), "a: 1\nb: [1, 2\nc: 3\n").unwrap_err();
        assert_eq!(finding.code, Code::YamlSyntax);
        assert!(finding.span.start > 4, "{:?}", finding.span);
    }

    #[test]
    fn deep_nesting_is_refused_without_overflow() {
        let hostile = "[".repeat(100_000);
        assert_eq!(
            parse(FileId(0), &hostile).unwrap_err().code,
            Code::YamlSyntax
        );
    }

    #[test]
    fn anchors_are_refused() {
        assert_eq!(
            parse(FileId(0), "a: &x 1\nb: *x\n").unwrap_err().code,
            Code::YamlSyntax
        );
    }
}
