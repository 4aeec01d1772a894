//! What was meant where a file is no YAML.
//!
//! A parser tells where it gave up, which is often a line or more behind the slip. Here the slips that people make are
//! mended one by one; the first whose mending lets the parser get further is the cause, and the rest of the file can be
//! read as it was meant, so that its other mistakes are told in the same run.

/// A slip, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mend {
    /// The characters that are wrong, as a range of bytes.
    pub(super) wrong: (usize, usize),
    /// What to do about it.
    pub(super) help: &'static str,
    /// These bytes become …
    pub(super) replaced: (usize, usize),
    /// … this text.
    pub(super) by: String,
}

impl Mend {
    /// The text with the slip mended.
    pub(super) fn apply(&self, text: &str) -> String {
        let (start, end) = self.replaced;
        format!("{}{}{}", &text[..start], self.by, &text[end..])
    }

    /// An offset of the mended text, in the text as it was.
    pub(super) fn before(&self, offset: usize) -> usize {
        let (start, end) = self.replaced;
        let mended_end = start + self.by.len();
        if offset >= mended_end {
            offset - mended_end + end
        } else {
            offset.min(end)
        }
    }
}

/// How many lines above the parser's place a slip is looked for: as long as our entries are.
const FAR: usize = 24;

/// Finds the slip behind an error at a byte of the text: the one whose mending lets the parser get furthest. `error` tells
/// where it gives up on a text.
pub(super) fn cause(text: &str, at: usize, error: impl Fn(&str) -> Option<usize>) -> Option<Mend> {
    let lines = lines(text);
    let here = lines.iter().rposition(|line| line.start <= at)?;
    // A tab may be found from the line before it.
    let near = [here, here + 1].into_iter();
    let above = (here.saturating_sub(FAR)..here).rev();
    let near: Vec<usize> = near
        .chain(above)
        .filter(|index| *index < lines.len())
        .collect();
    // Any line stands too far left or right of some other: that is the last thing to think of.
    let plain = near.iter().flat_map(|index| slips(text, &lines, *index));
    let shifted = near.iter().flat_map(|index| indent(&lines, *index));
    let end_of_line = lines.get(here + 1).map_or(text.len(), |line| line.start);
    let mut best: Option<(usize, Mend)> = None;
    for mend in plain.chain(shifted) {
        let reached = error(&mend.apply(text)).map_or(usize::MAX, |at| mend.before(at));
        if reached >= end_of_line && best.as_ref().is_none_or(|(so_far, _)| reached > *so_far) {
            best = Some((reached, mend));
        }
        if reached == usize::MAX {
            break;
        }
    }
    best.map(|(_, mend)| mend)
}

/// A line without its end.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    start: usize,
    text: &'t str,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for raw in text.split_inclusive('\n') {
        lines.push(Line {
            start,
            text: raw.trim_end_matches(['\n', '\r']),
        });
        start += raw.len();
    }
    lines
}

impl<'t> Line<'t> {
    /// White space of any kind at the beginning.
    fn indent(&self) -> &'t str {
        let content = self.text.trim_start();
        &self.text[..self.text.len() - content.len()]
    }

    /// Where the first character of the entry stands, behind `- `.
    fn content(&self) -> (usize, &'t str) {
        let mut at = self.indent().len();
        while let Some(rest) = self.text[at..].strip_prefix("- ") {
            at = self.text.len() - rest.trim_start().len();
        }
        (at, &self.text[at..])
    }

    /// Where the value stands, behind its key.
    fn value(&self) -> Option<(usize, &'t str)> {
        let (at, content) = self.content();
        let key = word(content);
        let value = match content[key..].strip_prefix(": ") {
            Some(value) if key > 0 => value.trim_start(),
            Some(_) | None => return None,
        };
        let value_at = at + content.len() - value.len();
        Some((value_at, value.trim_end())).filter(|(_, value)| !value.is_empty())
    }
}

/// Length of the word of our formats that the text starts with.
fn word(text: &str) -> usize {
    let other = |c: char| !c.is_ascii_lowercase() && c != '_';
    text.find(other).unwrap_or(text.len())
}

/// The slips that a line may hold, the plainest first.
fn slips(text: &str, lines: &[Line<'_>], index: usize) -> Vec<Mend> {
    let line = &lines[index];
    let mut found = Vec::new();
    found.extend(conflict(text, lines, index));
    found.extend(control(line));
    found.extend(foreign_indent(lines, index));
    found.extend(colon(line));
    found.extend(quotes(line));
    found.extend(brackets(line));
    found.extend(unquoted(line));
    found
}

/// A merge that nobody finished: ours stays.
fn conflict(text: &str, lines: &[Line<'_>], index: usize) -> Option<Mend> {
    let line = lines[index];
    let of_ours = line.text.starts_with("<<<<<<< ");
    let below = |sign: &str| {
        let mut rest = lines[index..].iter();
        rest.find(|line| line.text.starts_with(sign)).copied()
    };
    let (middle, end) = (below("=======")?, below(">>>>>>> ")?);
    let ours = text.get(line.start + line.text.len()..middle.start)?;
    of_ours.then(|| Mend {
        wrong: (line.start, line.start + line.text.len()),
        help: "two versions of the file were not merged: keep one of the two parts and delete the marks",
        replaced: (line.start, end.start + end.text.len()),
        by: ours.trim_matches('\n').to_owned(),
    })
}

/// Characters that nobody sees.
fn control(line: &Line<'_>) -> Option<Mend> {
    let hidden = |c: char| c.is_control() && c != '\t';
    let (at, c) = line.text.char_indices().find(|(_, c)| hidden(*c))?;
    let wrong = (line.start + at, line.start + at + c.len_utf8());
    Some(Mend {
        wrong,
        help: "delete the character that cannot be seen here",
        replaced: wrong,
        by: String::new(),
    })
}

const INDENT: &str = "indent with spaces, two for each step, like the lines around it";

/// Tabs and full-width spaces at the beginning of a line.
fn foreign_indent(lines: &[Line<'_>], index: usize) -> Vec<Mend> {
    let line = &lines[index];
    let indent = line.indent();
    if indent.chars().all(|c| c == ' ') {
        return Vec::new();
    }
    let wrong = (line.start, line.start + indent.len());
    with_indents(lines, index, wrong)
}

/// A line that stands too far left or right.
fn indent(lines: &[Line<'_>], index: usize) -> Vec<Mend> {
    let line = &lines[index];
    if line.text.trim().is_empty() {
        return Vec::new();
    }
    let at = line.start + line.indent().len();
    with_indents(lines, index, (at, at + 1))
}

/// Mendings that indent a line like its neighbours, or as what stands below the line before it.
fn with_indents(lines: &[Line<'_>], index: usize, wrong: (usize, usize)) -> Vec<Mend> {
    let line = &lines[index];
    let filled = |line: &&Line<'_>| !line.text.trim().is_empty();
    let width = |line: &Line<'_>| line.indent().len();
    let above = lines[..index].iter().rev().find(filled).map(width);
    let below = lines[index + 1..].iter().find(filled).map(width);
    let inside = above.map(|above| above + 2);
    // The first line of an entry stands two to the left of the others.
    let first = below.and_then(|below| below.checked_sub(2));
    let first = first.filter(|_| line.text.trim_start().starts_with("- "));
    let widths = [first, below, above, inside].into_iter().flatten();
    let own = line.indent();
    widths
        .filter(|width| *width != own.len() || !own.chars().all(|c| c == ' '))
        .map(|width| Mend {
            wrong,
            help: INDENT,
            replaced: (line.start, line.start + own.len()),
            by: " ".repeat(width),
        })
        .collect()
}

/// No colon, a full-width one, or one without a space behind it.
fn colon(line: &Line<'_>) -> Option<Mend> {
    let (at, content) = line.content();
    let key = word(content);
    if key == 0 {
        return None;
    }
    let behind = &content[key..];
    let (start, end) = (line.start + at, line.start + at + key);
    if behind.starts_with('：') {
        let wrong = (end, end + '：'.len_utf8());
        return Some(Mend {
            wrong,
            help: "write a half-width colon and a space behind the key",
            replaced: wrong,
            by: ": ".to_owned(),
        });
    }
    if let Some(value) = behind.strip_prefix(':') {
        return (!value.is_empty() && !value.starts_with([' ', '\t'])).then(|| Mend {
            wrong: (
                end + 1,
                end + 1 + value.chars().next().map_or(0, char::len_utf8),
            ),
            help: "write a space behind the colon",
            replaced: (end + 1, end + 1),
            by: " ".to_owned(),
        });
    }
    (behind.is_empty() || behind.starts_with(' ')).then(|| Mend {
        wrong: (start, end),
        help: "write a colon behind the key",
        replaced: (end, end),
        by: ":".to_owned(),
    })
}

/// A quotation mark that is not closed.
fn quotes(line: &Line<'_>) -> Option<Mend> {
    let (at, value) = line.value()?;
    let mark = value.chars().next().filter(|c| ['"', '\''].contains(c))?;
    if value.matches(mark).count() % 2 == 0 {
        return None;
    }
    let start = line.start + at;
    let end = start + value.len();
    Some(Mend {
        wrong: (start, end),
        help: "close the quotation mark",
        replaced: (end, end),
        by: mark.to_string(),
    })
}

/// Brackets and braces that are not closed, or closed by the other kind, and full-width commas between them.
fn brackets(line: &Line<'_>) -> Option<Mend> {
    let (at, value) = line.value()?;
    if !value.starts_with(['[', '{']) {
        return None;
    }
    let start = line.start + at;
    let mut open = Vec::new();
    for (offset, c) in value.char_indices() {
        let wrong = (start + offset, start + offset + c.len_utf8());
        match c {
            '[' => open.push(']'),
            '{' => open.push('}'),
            '，' => {
                return Some(Mend {
                    wrong,
                    help: "write half-width commas between the parts of a list or map",
                    replaced: (start, start + value.len()),
                    by: value.replace('，', ", "),
                });
            }
            ']' | '}' => {
                let expected = open.pop();
                if expected != Some(c) {
                    return Some(Mend {
                        wrong,
                        help: "close `[` with `]` and `{` with `}`",
                        replaced: wrong,
                        by: expected.map(String::from).unwrap_or_default(),
                    });
                }
            }
            _ => {}
        }
    }
    (!open.is_empty()).then(|| Mend {
        wrong: (start, start + value.len()),
        help: "close the bracket",
        replaced: (start + value.len(), start + value.len()),
        by: open.into_iter().rev().collect(),
    })
}

/// Text that must stand in quotes: it starts with a sign that YAML gives a meaning to, or holds a colon and a space.
fn unquoted(line: &Line<'_>) -> Option<Mend> {
    let (at, value) = line.value()?;
    if value.starts_with(['"', '\'']) {
        return None;
    }
    let start = line.start + at;
    let inside = value
        .find(": ")
        .or_else(|| value.strip_suffix(':').map(str::len));
    let begins = value.starts_with([
        '{', '[', '%', '@', '`', '*', '&', '!', '|', '>', ',', ']', '}',
    ]);
    let wrong = match inside {
        _ if begins => start,
        Some(inside) => start + inside,
        None => return None,
    };
    Some(Mend {
        wrong: (wrong, start + value.len()),
        help: "text that holds `: ` or starts with `{`, `[`, `%`, `@`, `*` or `&` must stand in quotes or under `>-`",
        replaced: (start, start + value.len()),
        by: format!("'{}'", value.replace('\'', "''")),
    })
}
