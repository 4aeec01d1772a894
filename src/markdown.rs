//! Markdown text as the templates write it, to drafts of blocks.
//!
//! The dialect is small on purpose: a block directive with an id around one heading or one paragraph; in them text,
//! emphasis (`**…**`) and bound numbers as links (`[244个](fig:xingxian/villages)`, `[3年](num:… "formula")`).
//! Anything else is refused.

use comrak::{
    Arena, Options,
    nodes::{AstNode, NodeValue},
    parse_document,
};

use crate::document::{Inline, Role};

/// A block as the template wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The block's id.
    pub id: String,
    /// What it is.
    pub content: Content,
}

/// The kinds of draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// `#`, `##` or `###`
    Heading(u8, Vec<Inline>),
    /// A paragraph and its style, empty for body text.
    Paragraph(String, Vec<Inline>),
    /// A place for a typed block of this kind: `table`, `chart`, `list`, `facts`.
    Insert(String),
}

/// Why text is not in the dialect.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the template's output: {problem}")]
pub struct MarkdownError {
    /// Line in the rendered text.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
    /// The block it stands in, if it stands in one.
    pub block: Option<String>,
    /// The line as rendered.
    pub text: String,
}

/// Reads rendered text into drafts.
///
/// # Errors
///
/// At the first thing outside the dialect.
pub fn drafts(text: &str) -> Result<Vec<Draft>, MarkdownError> {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let with_line = |error: MarkdownError| MarkdownError {
        text: line_of(text, error.line),
        ..error
    };
    let drafts: Result<Vec<Draft>, MarkdownError> = root.children().map(draft).collect();
    drafts.map_err(with_line)
}

/// A line of rendered text, counted from 1.
fn line_of(text: &str, line: usize) -> String {
    let line = text.lines().nth(line.saturating_sub(1));
    line.unwrap_or_default().trim().to_owned()
}

/// Reads a single line of prose.
///
/// # Errors
///
/// When it is more than one paragraph, or holds anything outside the dialect.
pub fn line(text: &str) -> Result<Vec<Inline>, MarkdownError> {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let mut children = root.children();
    match (children.next(), children.next()) {
        (None, _) => Ok(Vec::new()),
        (Some(only), None) if matches!(only.data.borrow().value, NodeValue::Paragraph) => {
            inlines(only, false)
        }
        (Some(first), _) => Err(error(first, "expected one line of prose")),
    }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.block_directive = true;
    // Plain CommonMark does not see emphasis next to Chinese punctuation.
    options.extension.cjk_friendly_emphasis = true;
    options
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all that is not named is refused"
)]
fn draft<'a>(node: &'a AstNode<'a>) -> Result<Draft, MarkdownError> {
    let info = match &node.data.borrow().value {
        NodeValue::BlockDirective(directive) => directive.info.clone(),
        _ => return Err(error(node, "text outside a `{{#block}}`")),
    };
    let (id, style) = info.trim().split_once(' ').unwrap_or((info.trim(), ""));
    let of_block = |error: MarkdownError| MarkdownError {
        block: Some(id.to_owned()),
        ..error
    };
    let mut children = node.children();
    let content = match (children.next(), children.next()) {
        (None, _) => Content::Insert(style.to_owned()),
        (Some(only), None) => content(only, style).map_err(of_block)?,
        (Some(_), Some(second)) => {
            return Err(of_block(error(
                second,
                "a block holds one heading or one paragraph, found more",
            )));
        }
    };
    Ok(Draft {
        id: id.to_owned(),
        content,
    })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all that is not named is refused"
)]
fn content<'a>(node: &'a AstNode<'a>, style: &str) -> Result<Content, MarkdownError> {
    let level = match &node.data.borrow().value {
        NodeValue::Heading(heading) => Some(heading.level),
        NodeValue::Paragraph => None,
        _ => {
            return Err(error(
                node,
                "only headings and paragraphs may stand in a block",
            ));
        }
    };
    let text = inlines(node, false)?;
    Ok(match level {
        Some(level @ 1..=3) => Content::Heading(level, text),
        Some(_) => return Err(error(node, "headings go down to `###`")),
        None => Content::Paragraph(style.to_owned(), text),
    })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all that is not named is refused"
)]
fn inlines<'a>(parent: &'a AstNode<'a>, strong: bool) -> Result<Vec<Inline>, MarkdownError> {
    let mut out: Vec<Inline> = Vec::new();
    for node in parent.children() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => push(&mut out, text, Role::Plain, strong),
            // Lines of a template are joined without a space: Chinese has none.
            NodeValue::SoftBreak => {}
            NodeValue::Strong => out.extend(inlines(node, true)?),
            NodeValue::Link(link) => {
                let label: String = inlines(node, strong)?
                    .into_iter()
                    .map(|inline| inline.text)
                    .collect();
                let role = match link.url.split_once(':') {
                    Some(("fig", id)) => Role::Figure { id: id.to_owned() },
                    Some(("num", id)) => Role::Derived {
                        id: id.to_owned(),
                        formula: link.title.clone(),
                    },
                    Some(_) | None => return Err(error(node, "a link that is no bound number")),
                };
                push(&mut out, &label, role, strong);
            }
            _ => {
                return Err(error(
                    node,
                    "only text, `**emphasis**` and bound numbers may stand in a paragraph",
                ));
            }
        }
    }
    Ok(out)
}

fn push(out: &mut Vec<Inline>, text: &str, role: Role, strong: bool) {
    match out.last_mut() {
        Some(last) if last.role == Role::Plain && role == Role::Plain && last.strong == strong => {
            last.text.push_str(text);
        }
        _ => out.push(Inline {
            text: text.to_owned(),
            role,
            strong,
        }),
    }
}

fn error<'a>(node: &'a AstNode<'a>, problem: &str) -> MarkdownError {
    MarkdownError {
        line: node.data.borrow().sourcepos.start.line,
        problem: problem.to_owned(),
        block: None,
        text: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_has_an_id_a_style_and_bound_numbers() {
        let text = "::: a.summary summary\n据报道，**共**[244个](fig:x/villages)。\n:::\n";
        let drafts = drafts(text).unwrap();
        let Content::Paragraph(style, text) = &drafts[0].content else {
            panic!("{drafts:?}")
        };
        assert_eq!(
            (drafts[0].id.as_str(), style.as_str()),
            ("a.summary", "summary")
        );
        assert_eq!(text[2].text, "244个");
        assert_eq!(
            text[2].role,
            Role::Figure {
                id: "x/villages".into()
            }
        );
        assert!(text[1].strong && !text[0].strong);
    }

    #[test]
    fn emphasis_works_beside_chinese_punctuation() {
        let text = line("**“三农”工作：**增长").unwrap();
        assert!(text[0].strong, "{text:?}");
    }

    #[test]
    fn what_is_outside_the_dialect_is_refused() {
        for bad in [
            "loose text\n",
            "::: a\n- item\n:::\n",
            "::: a\n`code`\n:::\n",
            "::: a\n<b>x</b>\n:::\n",
            "::: a\n# x\n\ny\n:::\n",
            "::: a\n[x](http://y)\n:::\n",
        ] {
            assert!(drafts(bad).is_err(), "{bad}");
        }
    }
}
