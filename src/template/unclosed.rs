//! Which tag of a template is not closed, or closes nothing: handlebars only tells where it gave up.

/// A tag that opens or closes a block.
struct Tag<'t> {
    start: usize,
    opens: bool,
    name: &'t str,
}

/// Byte range of the first tag that has no partner.
pub(super) fn find(text: &str) -> Option<(usize, usize)> {
    let mut open: Vec<Tag<'_>> = Vec::new();
    for tag in tags(text) {
        if tag.opens {
            open.push(tag);
            continue;
        }
        match open.iter().rposition(|opened| opened.name == tag.name) {
            None => return Some(range(text, tag.start)),
            // What was opened in between is not closed.
            Some(at) if at + 1 < open.len() => return Some(range(text, open[at + 1].start)),
            Some(_) => {
                open.pop();
            }
        }
    }
    open.first().map(|tag| range(text, tag.start))
}

fn range(text: &str, start: usize) -> (usize, usize) {
    let end = text[start..]
        .find("}}")
        .map_or(text.len(), |at| start + at + 2);
    (start, end)
}

fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find("{{") {
        let start = from + at;
        from = start + 2;
        let inner = text[from..].trim_start_matches('~');
        let opens = inner.starts_with('#');
        let Some(rest) = inner.strip_prefix(['#', '/']) else {
            continue;
        };
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
        let name = &rest[..end.unwrap_or(rest.len())];
        found.push(Tag { start, opens, name });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        find(text).map(|(start, end)| &text[start..end])
    }

    #[test]
    fn the_tag_without_partner_is_found() {
        assert_eq!(found("{{#if a}}{{#each b}}{{/each}}{{/if}}"), None);
        assert_eq!(found("{{#if a}}{{#each b}}{{/if}}"), Some("{{#each b}}"));
        assert_eq!(found("{{#if a}}{{/each}}{{/if}}"), Some("{{/each}}"));
        assert_eq!(found("{{#if a}}x"), Some("{{#if a}}"));
    }
}
