//! The tree.

use std::borrow::Cow;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::{
    mend::{self, Mend},
    offsets::Offsets,
};
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
    Map(Vec<Entry<'t>>),
}

/// Parses one YAML file.
///
/// # Errors
///
/// One finding at the place where the text stops being YAML, or uses what our files have no use for
/// (anchors, tags, several documents, lists as keys, deep nesting).
pub fn parse(file: FileId, text: &str) -> Result<Node<'_>, Box<Finding>> {
    strict(file, text).map_err(|failure| failure.finding)
}

impl Node<'_> {
    /// The same with characters of its own, for a text that will not last.
    fn into_owned(self) -> Node<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        let kind = match self.kind {
            NodeKind::Null => NodeKind::Null,
            NodeKind::Scalar { text, quoted } => NodeKind::Scalar {
                text: owned(text),
                quoted,
            },
            NodeKind::List(items) => {
                NodeKind::List(items.into_iter().map(Node::into_owned).collect())
            }
            NodeKind::Map(entries) => {
                let entries = entries.into_iter().map(|(key, value)| {
                    (Spanned::new(owned(key.value), key.span), value.into_owned())
                });
                NodeKind::Map(entries.collect())
            }
        };
        Node {
            kind,
            span: self.span,
        }
    }
}

/// Most slips that are mended in one file.
const MOST_MENDED: usize = 16;

/// Reads one YAML file as far as it can be understood: a slip is a finding, and what stands behind it is read as it was
/// meant. There is no tree when nobody can say what was meant.
pub fn read(file: FileId, text: &str) -> (Option<Node<'_>>, Vec<Finding>) {
    let mut failure = match strict(file, text) {
        Ok(node) => return (Some(node), Vec::new()),
        Err(failure) => failure,
    };
    let mut findings = Vec::new();
    let mut mends: Vec<Mend> = Vec::new();
    let mut current = text.to_owned();
    loop {
        let Failure { syntax, finding } = failure;
        let mut finding = *finding;
        let error = |text: &str| {
            let failure = strict(file, text).err()?;
            Some(failure.finding.span.start())
        };
        let mendable = syntax && mends.len() < MOST_MENDED;
        let cause = mendable.then(|| mend::cause(&current, finding.span.start(), error));
        let Some(cause) = cause.flatten() else {
            finding.span = original(finding.span, &mends);
            findings.push(finding);
            return (None, findings);
        };
        finding.span = original(Span::new(file, cause.wrong.0, cause.wrong.1), &mends);
        if is_cut(text, finding.span) {
            findings.push(
                finding.with_help("the file ends within this line: is a part of it missing?"),
            );
            return (None, findings);
        }
        findings.push(finding.with_help(cause.help));
        current = cause.apply(&current);
        mends.push(cause);
        failure = match strict(file, &current) {
            Ok(node) => {
                let mut node = node.into_owned();
                unmend(&mut node, &mends);
                return (Some(node), findings);
            }
            Err(failure) => failure,
        };
    }
}

/// Whether a slip stands on the last line of a file that ends in the middle of it.
fn is_cut(text: &str, span: Span) -> bool {
    let behind = text.get(span.start()..).unwrap_or_default();
    !behind.is_empty() && !behind.contains('\n')
}

/// A span of the mended text, in the text as it was.
fn original(span: Span, mends: &[Mend]) -> Span {
    let back = |offset| mends.iter().rev().fold(offset, |at, mend| mend.before(at));
    let start = back(span.start());
    Span::new(span.file, start, back(span.end()).max(start))
}

/// Moves all places of a tree to where they are in the text as it was.
fn unmend(node: &mut Node<'_>, mends: &[Mend]) {
    node.span = original(node.span, mends);
    match &mut node.kind {
        NodeKind::List(items) => items.iter_mut().for_each(|item| unmend(item, mends)),
        NodeKind::Map(entries) => {
            for (key, value) in entries {
                key.span = original(key.span, mends);
                unmend(value, mends);
            }
        }
        NodeKind::Null | NodeKind::Scalar { .. } => {}
    }
}

/// Why a text could not be read.
struct Failure {
    /// It is no YAML, which may be a slip; otherwise it is YAML that we have no use for.
    syntax: bool,
    finding: Box<Finding>,
}

fn strict(file: FileId, text: &str) -> Result<Node<'_>, Failure> {
    if let Some(finding) = unprintable(file, text) {
        return Err(Failure {
            syntax: false,
            finding,
        });
    }
    let mut reader = Reader {
        file,
        text,
        open: Vec::new(),
        items: Vec::new(),
        entries: Vec::new(),
        root: None,
    };
    let mut offsets = Offsets::new(text);
    for next in Parser::new_from_str(text) {
        let (event, place) = next.map_err(|error| Failure {
            syntax: true,
            finding: reader.syntax(&error, &mut offsets),
        })?;
        let start = offsets.byte(place.start.index());
        let end = offsets.byte(place.end.index()).max(start);
        let raw = &text.as_bytes()[start..end];
        let folded = raw.contains(&b'\n') || raw.contains(&b'\r');
        let read = reader.event(event, folded, Span::new(file, start, end));
        read.map_err(|finding| Failure {
            syntax: false,
            finding,
        })?;
    }
    Ok(reader.root.unwrap_or(Node {
        kind: NodeKind::Null,
        span: Span::start_of(file),
    }))
}

/// How many bytes are searched for control characters at once.
const PIECE: usize = 4096;

/// The first control character that YAML does not allow (1.2, `c-printable`), which the parser would let through.
fn unprintable(file: FileId, text: &str) -> Option<Box<Finding>> {
    let refused = |byte: &u8| matches!(byte, 0..=8 | 0x0B | 0x0C | 0x0E..=0x1F | 0x7F);
    // A whole piece is asked at once, which the processor does for many bytes together.
    let any = |piece: &&[u8]| piece.iter().fold(false, |any, byte| any | refused(byte));
    let (number, piece) = text
        .as_bytes()
        .chunks(PIECE)
        .enumerate()
        .find(|(_, piece)| any(piece))?;
    let at = number * PIECE + piece.iter().position(refused)?;
    let byte = text.as_bytes()[at];
    let message = format!("found the control character U+{byte:04X}, which YAML does not allow");
    let finding = Finding::error(Code::YamlSyntax, Span::new(file, at, at + 1), message)
        .with_help("delete the character: it is not seen, and may stand between two that are");
    Some(Box::new(finding))
}

/// Builds the tree from the parser's events; lists and maps not yet closed wait on a stack of our own, so that hostile
/// nesting cannot overflow the program's. What they hold so far waits in two common lists, so that each gets one of its
/// own when its length is known.
struct Reader<'t> {
    file: FileId,
    text: &'t str,
    open: Vec<Open<'t>>,
    items: Vec<Node<'t>>,
    entries: Vec<Entry<'t>>,
    root: Option<Node<'t>>,
}

type Entry<'t> = (Spanned<Cow<'t, str>>, Node<'t>);

/// A list or map not yet closed: where its first item or entry is, and the byte it starts at.
enum Open<'t> {
    List {
        first: usize,
        start: usize,
    },
    Map {
        first: usize,
        key: Option<Spanned<Cow<'t, str>>>,
        start: usize,
    },
}

impl<'t> Reader<'t> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the parser may learn events that carry no data"
    )]
    fn event(&mut self, event: Event<'t>, folded: bool, span: Span) -> Result<(), Box<Finding>> {
        match event {
            Event::Scalar(value, style, 0, None) => self.place(scalar(value, style, folded, span)),
            Event::SequenceStart(0, None) => {
                let (first, start) = (self.items.len(), span.start());
                self.start(Open::List { first, start }, span)
            }
            Event::MappingStart(0, None) => {
                let (first, start) = (self.entries.len(), span.start());
                let key = None;
                self.start(Open::Map { first, key, start }, span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span.end()),
            Event::Scalar(_, _, 0, _) | Event::SequenceStart(0, _) | Event::MappingStart(0, _) => {
                Err(self.unsupported(self.before(span, '!'), "a tag"))
            }
            Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..) => {
                Err(self.unsupported(self.before(span, '&'), "an anchor"))
            }
            Event::Alias(_) => Err(self.unsupported(span, "an alias")),
            Event::DocumentStart(..) if self.root.is_some() => {
                Err(self.unsupported(self.end_mark(span), "a second document"))
            }
            _ => Ok(()),
        }
    }

    /// Where a sign stands that a node was given, which the parser counts as no part of it.
    fn before(&self, span: Span, sign: char) -> Span {
        let before = &self.text[..span.start()];
        let signs = before.rfind(sign).map(|at| {
            let first = before[..at].trim_end_matches(sign).len();
            Span::new(span.file, first, span.start())
        });
        signs.unwrap_or(span)
    }

    /// A document that begins because the one before it was ended: what ended it.
    fn end_mark(&self, span: Span) -> Span {
        let before = self.text[..span.start()].trim_end();
        match before.strip_suffix("...") {
            Some(rest) => Span::new(span.file, rest.len(), before.len()),
            None => span,
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
            Open::List { first, start } => {
                let items = self.items.drain(first..).collect();
                (NodeKind::List(items), start)
            }
            Open::Map { first, start, .. } => {
                let entries = self.entries.drain(first..).collect();
                (NodeKind::Map(entries), start)
            }
        };
        let span = Span::new(self.file, start, end.max(start));
        self.place(Node { kind, span })
    }

    /// Puts a finished node where it belongs: root, list item, key or value.
    fn place(&mut self, node: Node<'t>) -> Result<(), Box<Finding>> {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { .. }) => self.items.push(node),
            Some(Open::Map { key, .. }) => match (key.take(), node.kind) {
                (Some(key), kind) => self.entries.push((
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

    fn syntax(&self, error: &ScanError, offsets: &mut Offsets<'_>) -> Box<Finding> {
        let at = offsets.byte(error.marker().index());
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
        assert!(finding.span.start() > 4, "{:?}", finding.span);
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

    #[test]
    fn a_control_character_is_told_where_it_stands() {
        let finding = parse(FileId(0), "a: 甲\u{7}乙\n").unwrap_err();
        assert_eq!((finding.code, finding.span.start()), (Code::YamlSyntax, 6));
        assert!(finding.message.contains("U+0007"), "{}", finding.message);
        assert!(parse(FileId(0), "a: 1\t\r\n").is_ok());
        let long = format!("# {}\na: \u{7}\n", "字".repeat(PIECE));
        let finding = parse(FileId(0), &long).unwrap_err();
        assert_eq!(Some(finding.span.start()), long.find('\u{7}'));
    }
}
