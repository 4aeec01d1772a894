//! Rust code taken apart as far as the table of imports needs it.

/// Rust code as words and signs, comments and literals left out.
pub(crate) fn words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let next = chars.get(at + 1);
        let end = match chars[at] {
            '/' if next == Some(&'/') => find(&chars, at, |c, _| c == '\n'),
            '/' if next == Some(&'*') => {
                find(&chars, at + 2, |c, after| c == '*' && after == Some('/')) + 2
            }
            'r' if matches!(next, Some('"' | '#')) && !follows_word(&chars, at) => {
                raw_string(&chars, at)
            }
            '"' => string(&chars, at),
            '\'' if chars.get(at + 2) == Some(&'\'') => at + 3,
            '\'' if next == Some(&'\\') => find(&chars, at + 3, |c, _| c == '\'') + 1,
            c if c.is_alphanumeric() || c == '_' => {
                let end = find(&chars, at, |c, _| !c.is_alphanumeric() && c != '_');
                words.push(chars[at..end].iter().collect());
                end
            }
            ':' if next == Some(&':') => {
                words.push("::".to_owned());
                at + 2
            }
            c => {
                if !c.is_whitespace() {
                    words.push(c.to_string());
                }
                at + 1
            }
        };
        at = end;
    }
    words
}

fn find(chars: &[char], from: usize, wanted: impl Fn(char, Option<char>) -> bool) -> usize {
    (from..chars.len())
        .find(|at| wanted(chars[*at], chars.get(at + 1).copied()))
        .unwrap_or(chars.len())
}

fn follows_word(chars: &[char], at: usize) -> bool {
    at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_')
}

fn string(chars: &[char], start: usize) -> usize {
    let mut at = start + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn raw_string(chars: &[char], start: usize) -> usize {
    let open = find(chars, start + 1, |c, _| c != '#');
    if chars.get(open) != Some(&'"') {
        return open; // `r#type`
    }
    let hashes = open - start - 1;
    let closes = |at: usize| {
        chars[at] == '"'
            && chars[at + 1..]
                .iter()
                .take(hashes)
                .filter(|c| **c == '#')
                .count()
                == hashes
    };
    let end = (open + 1..chars.len()).find(|at| closes(*at));
    end.map_or(chars.len(), |end| end + 1 + hashes)
}
