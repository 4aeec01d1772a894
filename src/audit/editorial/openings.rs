//! Statements that follow each other do not begin alike.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, Segment, Statement},
};

/// So many characters make an opening.
const OPENING: usize = 6;

/// Reports a statement that begins as the one before it; words of attribution may come again.
pub(super) fn repeated(county: &County) -> Vec<Finding> {
    let initiatives = county.initiatives.iter();
    let lists = initiatives.map(|initiative| initiative.statements.as_slice());
    let lists = lists.chain([county.summary.as_slice(), county.background.as_slice()]);
    let pairs = lists.flat_map(|list| list.windows(2));
    pairs
        .filter_map(|pair| {
            let own = opening(&pair[1])?;
            (Some(own) == opening(&pair[0])).then_some((own, &pair[1]))
        })
        .map(|(own, statement)| {
            let message = format!("this statement begins with `{own}`, as the one before it");
            Finding::warning(Code::RepeatedOpening, statement.text.span, message)
                .with_focus(own)
                .with_help("join the two, or begin one with what is new in it")
        })
        .collect()
}

fn opening(statement: &Statement) -> Option<&str> {
    let Some(Segment::Text(text)) = statement.text.segments().next() else {
        return None;
    };
    let attributed = ["据报道", "据介绍", "材料称", "报道提到", "据当地"];
    if attributed.iter().any(|words| text.starts_with(words)) {
        return None;
    }
    let (end, _) = text.char_indices().nth(OPENING)?;
    // Dates may follow each other.
    let opening = &text[..end];
    (!opening.contains(|c: char| c.is_ascii_digit())).then_some(opening)
}
