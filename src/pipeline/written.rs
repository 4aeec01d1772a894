//! Where in its templates something is written that came out wrong in a report.

use crate::{
    compose::ComposeError,
    source::SourceSet,
    span::{FileId, Span},
    template::CONTENT,
};

/// The place in a template, or in one of its partials, that wrote what an error is about; the template's beginning where
/// that cannot be told.
pub(super) fn place(error: &ComposeError, template: &str, sources: &SourceSet) -> Span {
    let path = format!("{CONTENT}/{template}.md.hbs");
    // Without the template itself (a missing file) the configuration is the nearest place there is.
    let Some((own, _)) = sources.at(&path) else {
        let config = sources.at(crate::source::CONFIG);
        return Span::start_of(config.map_or(FileId(0), |(id, _)| id));
    };
    let folder = format!("{CONTENT}/partials");
    let partials = sources.below(&folder, ".md.hbs");
    let files = std::iter::once(own).chain(partials.map(|(id, _)| id));
    let files: Vec<FileId> = files.collect();
    let (block, text) = match error {
        ComposeError::Block { block, .. } => (Some(block.as_str()), None),
        ComposeError::Markdown { source, .. } => {
            (source.block.as_deref(), Some(source.text.as_str()))
        }
        ComposeError::Template(_) => (None, None),
    };
    let of_block = block.and_then(|block| {
        let found = |file: &FileId| last_tag(&sources.file(*file).text, block);
        files
            .iter()
            .find_map(|file| found(file).map(|(start, end)| Span::new(*file, start, end)))
    });
    let of_text = || {
        let text = text.filter(|text| !text.is_empty())?;
        let found = |file: &FileId| sources.file(*file).text.find(text);
        files
            .iter()
            .find_map(|file| found(file).map(|start| Span::new(*file, start, start + text.len())))
    };
    of_block.or_else(of_text).unwrap_or(Span::start_of(own))
}

/// The last tag that gives a block this id: of two the second is one too many.
fn last_tag(text: &str, id: &str) -> Option<(usize, usize)> {
    let mut found = None;
    let mut from = 0;
    while let Some(at) = text[from..].find("{{") {
        let start = from + at;
        let end = text[start..]
            .find("}}")
            .map_or(text.len(), |length| start + length + 2);
        if gives(&text[start..end], id) {
            found = Some((start, end));
        }
        from = end;
    }
    found
}

/// Whether a tag like `{{#block report "initiative" id}}` gives this id: words in quotes stand for themselves, paths for
/// any one part of it.
fn gives(tag: &str, id: &str) -> bool {
    let inner = tag.trim_matches(['{', '}', '#', '~']);
    let mut words = inner.split_whitespace();
    let helper = words.next().unwrap_or_default();
    if !["block", "table", "chart", "list", "facts"].contains(&helper) {
        return false;
    }
    let mut parts: Vec<Option<&str>> = Vec::new();
    for word in words.filter(|word| !word.contains('=')) {
        match word.strip_prefix('"') {
            Some(literal) => parts.extend(literal.trim_end_matches('"').split('.').map(Some)),
            None => parts.push(None),
        }
    }
    let mut given = id.split('.');
    let all = parts.iter().all(|part| {
        given
            .next()
            .is_some_and(|given| part.is_none_or(|part| part == given))
    });
    all && given.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_gives_the_ids_that_it_can_make() {
        let tag = "{{#block report \"heading.background\" style=\"lead\"}}";
        assert!(gives(tag, "jiaxian.heading.background"));
        assert!(!gives(tag, "jiaxian.heading.practice"));
        let tag = "{{#block ../report \"initiative\" id \"practice\"}}";
        assert!(gives(tag, "jiaxian.initiative.meeting-hall.practice"));
        assert!(!gives(tag, "jiaxian.initiative.meeting-hall"));
        assert!(!gives("{{prose report \"x\"}}", "jiaxian.x"));
    }
}
