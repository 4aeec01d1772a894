//! How numbers are written (GB/T 15835-2011) and which marks stand between Han characters (GB/T 15834-2011).

use super::Page;
use crate::measure::Entry;

/// Looks through every line of the paper, tables and charts included.
pub(super) fn numerals(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new(
        "numerals",
        "ranges with ～ or —, no separators, 〔〕 around the year of a number, full-width marks",
    );
    let (mut lines, mut numerals) = (0, 0);
    for page in pages {
        for line in &page.lines {
            let text: Vec<char> = line.text().chars().collect();
            lines += 1;
            numerals += count(&text);
            for (at, problem) in problems(&text) {
                let around = text[at.saturating_sub(5)..(at + 5).min(text.len())].iter();
                let around: String = around.collect();
                entry.fault(page.sheet.number, format!("{problem} in `{around}`"));
            }
        }
    }
    entry.measured(numerals, format!("{numerals} numerals on {lines} lines"))
}

/// How many numerals a line has.
fn count(text: &[char]) -> usize {
    let begins =
        |at: usize| text[at].is_ascii_digit() && (at == 0 || !text[at - 1].is_ascii_digit());
    (0..text.len()).filter(|at| begins(*at)).count()
}

/// What is written otherwise than the standards have it, and where.
fn problems(text: &[char]) -> Vec<(usize, &'static str)> {
    let at = |index: Option<usize>| index.and_then(|index| text.get(index).copied());
    let mut found = Vec::new();
    for (index, c) in text.iter().enumerate() {
        let (before, after) = (at(index.checked_sub(1)), at(Some(index + 1)));
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let han = |c: Option<char>| c.is_some_and(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        let between = digit(before) && digit(after);
        let problem = match c {
            ',' if between => Some("a separator of thousands"),
            '-' | '~' | '–' | '‐' if between => Some("a range without ～ or —"),
            '.' if digit(after) && !digit(before) => Some("a decimal without its 0"),
            ',' | ';' | ':' | '!' | '?' | '(' | ')' if han(before) || han(after) => {
                Some("a half-width mark")
            }
            '百' | '千' if digit(before) && !is_prefix(*c, after) => {
                Some("Arabic digits with 百 or 千")
            }
            '约' | '近' if digit(after) && is_twice_vague(&text[index + 1..]) => {
                Some("two words for one vagueness")
            }
            '(' | '（' | '[' | '［' | '【' if is_year_of_number(&text[index + 1..]) => {
                Some("the year of a document's number without 〔〕")
            }
            _ => None,
        };
        found.extend(problem.map(|problem| (index, problem)));
    }
    found
}

/// 千米, 千瓦: the prefix of a unit.
fn is_prefix(c: char, after: Option<char>) -> bool {
    c == '千' && after.is_some_and(|unit| "米克瓦伏卡字焦赫".contains(unit))
}

/// 约300余, 近300多: after the first word only one may stand for vagueness.
fn is_twice_vague(after: &[char]) -> bool {
    let number = |c: &&char| c.is_ascii_digit() || matches!(c, '.' | '万' | '亿');
    let length = after.iter().take_while(number).count();
    matches!(after.get(length), Some('余' | '多'))
}

/// `2026）12号` after an opening bracket: four digits, a closing one, digits and 号.
fn is_year_of_number(after: &[char]) -> bool {
    let [a, b, c, d, close, rest @ ..] = after else {
        return false;
    };
    let year = [a, b, c, d].into_iter().all(char::is_ascii_digit);
    let number = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    year && matches!(close, ')' | '）' | ']' | '］' | '】')
        && number > 0
        && rest.get(number) == Some(&'号')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<&'static str> {
        let text: Vec<char> = text.chars().collect();
        problems(&text)
            .into_iter()
            .map(|(_, problem)| problem)
            .collect()
    }

    #[test]
    fn what_the_standards_have_otherwise_is_told() {
        for (text, problem) in [
            ("共12,871名", "a separator of thousands"),
            ("2021-2022年", "a range without ～ or —"),
            ("3~5万元", "a range without ～ or —"),
            ("占.5", "a decimal without its 0"),
            ("县委(县政府", "a half-width mark"),
            ("3千余人", "Arabic digits with 百 or 千"),
            ("约300余人", "two words for one vagueness"),
            ("近1.5万多人", "two words for one vagueness"),
            (
                "（2026）12号",
                "the year of a document's number without 〔〕",
            ),
        ] {
            assert_eq!(told(text), [problem], "{text}");
        }
    }

    #[test]
    fn what_they_want_is_quiet() {
        for text in [
            "2021—2022年，1—9月",
            "13万元～17万元，15%～30%",
            "244−206",
            "〔2026〕12号，第12号，（2026年）",
            "铁路5千米，耗电3千瓦时",
            "近900个，300余人，约3.6万名，十几年",
            "[1]23，见[4]",
            "0.5，1.25",
        ] {
            assert_eq!(told(text), [""; 0], "{text}");
        }
    }
}
