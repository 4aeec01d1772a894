//! The tree.

use granit_parser::{Event, Options, Parser, ScalarStyle};

use crate::{
    diagnostic::{Code, Finding},
    span::{FileId, Span, Spanned},
};

/// Deeper nesting is refused; our data needs six levels.
const MAX_DEPTH: usize = 32;

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub kind: NodeKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// `null`, `~` or nothing.
    Null,
    /// Any scalar as text; what it means is decided by who reads it.
    Scalar {
        /// Its characters, folds between Chinese characters removed.
        text: String,
        /// Whether it was quoted or a block, hence surely text.
        quoted: bool,
    },
    /// A sequence.
    List(Vec<Node>),
    /// A mapping with all its entries, repeated keys included.
    Map(Vec<(Spanned<String>, Node)>),
}

/// Parses one YAML file.
///
/// # Errors
///
/// One finding at the place where the text stops being YAML, or uses what our files have no use for
/// (anchors, several documents, lists as keys, deep nesting).
pub fn parse(file: FileId, text: &str) -> Result<Node, Finding> {
    Reader { file, text }.read()
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
}

enum Open {
    List(Vec<Node>, usize),
    Map(Vec<(Spanned<String>, Node)>, Option<Spanned<String>>, usize),
}

impl Reader<'_> {
    fn read(&self) -> Result<Node, Finding> {
        let mut options = Options::default();
        options.emit_comments = false;
        let mut stack: Vec<Open> = Vec::new();
        let mut root = None;
        for next in Parser::new_from_str_with_options(self.text, options) {
            let (event, place) = next.map_err(|error| {
                let at = error.marker().byte_offset().unwrap_or(0);
                let message = format!("not valid YAML: {}", error.info());
                let span = Span::new(self.file, at, at);
                Finding::error(Code::YamlSyntax, span, message)
                    .with_help("text that holds `: `, ` #` or starts with `{`, `[`, `%`, `*` or `&` must stand in quotes or under `>-`")
            })?;
            let start = place.start.byte_offset().unwrap_or(0);
            let end = place.end.byte_offset().unwrap_or(start).max(start);
            let span = Span::new(self.file, start, end);
            let done = match event {
                Event::Scalar(value, style, anchor, _) => {
                    self.refuse_anchor(anchor, span)?;
                    Some(scalar(&value, style, span))
                }
                Event::SequenceStart(..) | Event::MappingStart(..) => {
                    if stack.len() == MAX_DEPTH {
                        return Err(self.unsupported(span, "nesting this deep"));
                    }
                    stack.push(match event {
                        Event::SequenceStart(..) => Open::List(Vec::new(), start),
                        _ => Open::Map(Vec::new(), None, start),
                    });
                    None
                }
                Event::SequenceEnd | Event::MappingEnd => stack.pop().map(|open| {
                    let (kind, start) = match open {
                        Open::List(items, start) => (NodeKind::List(items), start),
                        Open::Map(entries, _, start) => (NodeKind::Map(entries), start),
                    };
                    Node {
                        kind,
                        span: Span::new(self.file, start, end.max(start)),
                    }
                }),
                Event::Alias(_) | Event::UnresolvedAlias(_) | Event::Anchor(..) => {
                    return Err(self.unsupported(span, "an anchor or alias"));
                }
                Event::DocumentStart(..) if root.is_some() => {
                    return Err(self.unsupported(span, "a second document"));
                }
                _ => None,
            };
            let Some(node) = done else { continue };
            match stack.last_mut() {
                None => root = Some(node),
                Some(Open::List(items, _)) => items.push(node),
                Some(Open::Map(entries, key, _)) => match key.take() {
                    Some(key) => entries.push((key, node)),
                    None => match node.kind {
                        NodeKind::Scalar { text, .. } => *key = Some(Spanned::new(text, node.span)),
                        NodeKind::Null | NodeKind::List(_) | NodeKind::Map(_) => {
                            return Err(self.unsupported(node.span, "a key that is not a word").with_help(
                                "a value that starts with `{` is a map in YAML: put the text under `>-` or in quotes",
                            ));
                        }
                    },
                },
            }
        }
        Ok(root.unwrap_or(Node {
            kind: NodeKind::Null,
            span: Span::start_of(self.file),
        }))
    }

    fn refuse_anchor(&self, anchor: usize, span: Span) -> Result<(), Finding> {
        if anchor == 0 {
            return Ok(());
        }
        Err(self.unsupported(span, "an anchor or alias"))
    }

    fn unsupported(&self, span: Span, what: &str) -> Finding {
        let message = format!("found {what}, which data files do not use");
        Finding::error(Code::YamlSyntax, span, message)
    }
}

fn scalar(value: &str, style: ScalarStyle, span: Span) -> Node {
    let quoted = !matches!(style, ScalarStyle::Plain);
    let kind = if !quoted && matches!(value, "" | "~" | "null") {
        NodeKind::Null
    } else {
        NodeKind::Scalar {
            text: drop_folds(value),
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
        let fold = c == ' ' && out.chars().last().zip(rest.peek().copied()).is_some_and(|(before, after)| joins(before) || joins(after));
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
                NodeKind::Scalar { text, .. } => text.clone(),
                other => panic!("expected a scalar, found {other:?}"),
            },
            other => panic!("expected a map, found {other:?}"),
        }
    }

    #[test]
    fn a_fold_between_chinese_characters_or_references_leaves_no_space() {
        assert_eq!(text("a: >-\n  全县共\n  {villages}\n  建成\n"), "全县共{villages}建成");
        assert_eq!(text("a: >-\n  two\n  words\n"), "two words");
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
        assert_eq!(parse(FileId(0), &hostile).unwrap_err().code, Code::YamlSyntax);
    }

    #[test]
    fn anchors_are_refused() {
        assert_eq!(parse(FileId(0), "a: &x 1\nb: *x\n").unwrap_err().code, Code::YamlSyntax);
    }
}
