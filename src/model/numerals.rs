//! Finds the numerals in a text and says which of them need no figure.

use std::{ops::Range, sync::LazyLock};

use super::{Words, unit::is_measured, words::Characters};

/// Chinese digits. 一 is not among them: alone it is an article (一个, 一批) far more often than an amount.
const DIGITS: [char; 15] = [
    '两', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '几', '数', '半',
];
/// Characters that continue a Chinese numeral.
pub(super) const MORE: [char; 21] = [
    '一', '两', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '零',
    '几', '数', '半', '余', '多',
];

/// Words that begin like an amount and are none.
const NOT_AMOUNTS: [&str; 18] = [
    "整数",
    "少数",
    "多数",
    "上半年",
    "下半年",
    "倍数",
    "百分",
    "数据",
    "数字",
    "数量",
    "十分",
    "半成品",
    "万一",
    "三农",
    "四面",
    "千家万户",
    "千头万绪",
    "如数家珍",
];

/// A numeral in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral<'t> {
    /// Byte range in the text; of a date or name the whole of it.
    pub range: Range<usize>,
    /// What it is.
    pub kind: NumeralKind<'t>,
}

/// What a numeral is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumeralKind<'t> {
    /// 2020年1月, 5月13日
    Date,
    /// Inside a declared name, whose id this is.
    Name(&'t str),
    /// 第三届, 第1期
    Ordinal,
    /// An amount that ought to be bound to a figure.
    Amount,
}

/// Declared names with their ids, no id for words that only look like numbers.
#[derive(Debug, Clone, Default)]
pub struct Names<'t>(Words<'t, Option<&'t str>>);

impl<'t> Names<'t> {
    /// Takes pairs of id and text; only names that hold a numeral matter.
    pub fn new(names: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        Self::default().with(names.into_iter().map(|(id, text)| (text, Some(id))))
    }

    /// Adds words that state no number whatever follows them: 行政村数 before 名.
    pub fn with_words(self, words: impl IntoIterator<Item = &'t str>) -> Self {
        self.with(words.into_iter().map(|word| (word, None)))
    }

    /// Of several names of one text the first id counts.
    fn with(self, more: impl Iterator<Item = (&'t str, Option<&'t str>)>) -> Self {
        let all = self.0.into_words().chain(more);
        Self(Words::new(all, |known, id| *known = (*known).min(id)))
    }

    /// The longest name that a text starts with.
    fn at(&self, rest: &str) -> Option<(Option<&'t str>, usize)> {
        let longest = self.0.at_start_of(rest).last();
        longest.map(|(len, id)| (*id, len))
    }
}

/// Lists every numeral of a text in order.
pub fn scan<'t>(text: &str, names: &Names<'t>) -> Vec<Numeral<'t>> {
    let mut found = Vec::new();
    let mut at = 0;
    let begins = |c: char| BEGINNINGS.has(c) || names.0.begins(c);
    while let Some((before, c)) = text[at..].char_indices().find(|(_, c)| begins(*c)) {
        at += before;
        let rest = &text[at..];
        let step = match names.at(rest) {
            Some((id, len)) => {
                if let Some(id) = id
                    && rest[..len].chars().any(is_numeral)
                {
                    found.push(Numeral {
                        range: at..at + len,
                        kind: NumeralKind::Name(id),
                    });
                }
                len
            }
            None => match numeral(&text[..at], rest) {
                Some((len, kind)) => {
                    found.push(Numeral {
                        range: at..at + len,
                        kind,
                    });
                    len
                }
                None => skipped(rest).unwrap_or(c.len_utf8()),
            },
        };
        at += step;
    }
    found
}

/// 星期五 is a day of the week: the word with its numeral.
fn weekday(rest: &str) -> Option<usize> {
    let day = rest.strip_prefix("星期")?.chars().next()?;
    "一二三四五六日天"
        .contains(day)
        .then_some("星期".len() + day.len_utf8())
}

/// The characters that [may begin](may_begin) a numeral. Few do, so that scanning is mostly this question.
static BEGINNINGS: LazyLock<Characters> = LazyLock::new(|| Characters::of(may_begin));

/// Whether a numeral, or a word that only looks like one, may begin with a character.
fn may_begin(c: char) -> bool {
    match c {
        '第' | '星' | '如' | '上' | '下' | '整' | '少' | '倍' => true,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => true,
        '两' | '几' | '数' | '半' | '百' | '千' | '万' | '亿' | '零' | '余' | '多' => {
            true
        }
        _ => c.is_ascii_digit() || is_other_digit(c),
    }
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || c == '一' || DIGITS.contains(&c) || is_other_digit(c)
}

pub(super) fn skipped(rest: &str) -> Option<usize> {
    static WORDS: LazyLock<Words<'static, ()>> =
        LazyLock::new(|| Words::new(NOT_AMOUNTS.map(|word| (word, ())), |(), ()| ()));
    let longest = WORDS.at_start_of(rest).last();
    longest.map(|(len, ())| len).or_else(|| weekday(rest))
}

/// １, ①, Ⅳ, ½: digits of other scripts and forms. 〇 counts as a Chinese character.
pub(super) fn is_other_digit(c: char) -> bool {
    // Most characters are Chinese ones; the table of numeric characters takes long to search.
    let chinese = ('\u{3400}'..='\u{9fff}').contains(&c);
    !chinese && c.is_numeric() && !c.is_ascii_digit() && c != '〇'
}

fn numeral<'t>(before: &str, rest: &str) -> Option<(usize, NumeralKind<'t>)> {
    let amount = |len: usize| Some((len, NumeralKind::Amount));
    if let Some(len) = ordinal(rest) {
        return Some((len, NumeralKind::Ordinal));
    }
    if rest.starts_with('第') {
        return None;
    }
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return match date(before, rest) {
            0 => amount(run(rest, |c| c.is_ascii_digit() || c == '.')),
            len => Some((len, NumeralKind::Date)),
        };
    }
    if rest.starts_with(is_other_digit) {
        return amount(run(rest, is_other_digit));
    }
    if let Some(share) = rest.strip_prefix("百分之") {
        return amount("百分之".len() + run(share, |c| MORE.contains(&c)));
    }
    let up_to = rest
        .strip_prefix('上')
        .filter(|after| after.starts_with(['百', '千', '万', '亿']));
    let counted = up_to.unwrap_or(rest);
    if skipped(rest).is_some() || !counted.starts_with(|c: char| MORE.contains(&c)) {
        return None;
    }
    // 万 and 亿 alone are the multiplier of a unit: `{funding.value}万元`.
    let starts = up_to.is_some() || counted.starts_with(|c: char| DIGITS.contains(&c) || c == '一');
    let len = run(counted, |c| MORE.contains(&c));
    let alone = &counted[..len] == "一";
    let measured = is_measured(&counted[len..]);
    let prefix = rest.len() - counted.len();
    (starts && !alone && measured).then_some((prefix + len, NumeralKind::Amount))
}

/// Length of the ordinal that the text starts with: 第三, 第12.
pub(super) fn ordinal(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('第')?;
    let len = run(after, |c| c.is_ascii_digit() || MORE.contains(&c));
    (len > 0).then_some('第'.len_utf8() + len)
}

/// What stands before a day without its month; otherwise `30日` is a duration.
const BEFORE_DAY: [&str; 8] = [
    "每月",
    "每个月",
    "当月",
    "本月",
    "日或",
    "日至",
    "日、",
    "日和",
];

/// Length of the date that the text starts with; 0 without one.
pub(super) fn date(before: &str, text: &str) -> usize {
    let mut end = 0;
    let mut rest = text;
    for mark in ['年', '月', '日'] {
        let digits = run(rest, |c| c.is_ascii_digit() || c == '—');
        let after = &rest[digits..];
        if digits > 0 && after.starts_with(mark) && plausible(&rest[..digits], mark) {
            let day_alone = mark == '日' && end == 0;
            if day_alone && !BEFORE_DAY.iter().any(|word| before.ends_with(word)) {
                break;
            }
            end = text.len() - after.len() + mark.len_utf8();
            rest = &text[end..];
        }
    }
    end
}

/// `3年` is a duration, `2021年` a date; `13月` is neither.
fn plausible(digits: &str, mark: char) -> bool {
    digits
        .split('—')
        .all(|part| match (mark, part.parse::<u32>()) {
            ('年', Ok(year)) => part.len() == 4 && (1900..2200).contains(&year),
            ('月', Ok(month)) => (1..=12).contains(&month),
            ('日', Ok(day)) => (1..=31).contains(&day),
            (_, Ok(_) | Err(_)) => false,
        })
}

pub(super) fn run(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !wanted(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(&str, NumeralKind<'static>)> {
        let names = Names::new([("one-six", "“1617”社区治理模式"), ("liangwei", "“两委”")]);
        scan(text, &names)
            .into_iter()
            .map(|n| (&text[n.range], n.kind))
            .collect()
    }

    #[test]
    fn dates_need_no_figure() {
        use NumeralKind::Date;
        assert_eq!(kinds("2020年1月建成"), [("2020年1月", Date)]);
        assert_eq!(
            kinds("2021—2022年、2025年1—6月"),
            [("2021—2022年", Date), ("2025年1—6月", Date)]
        );
        assert_eq!(
            kinds("今年5月13日；每月15日"),
            [("5月13日", Date), ("15日", Date)]
        );
    }

    #[test]
    fn amounts_are_found_in_both_scripts() {
        use NumeralKind::Amount;
        assert_eq!(kinds("共244个"), [("244", Amount)]);
        assert_eq!(kinds("历时3年"), [("3", Amount)]);
        assert_eq!(kinds("不到两天"), [("两", Amount)]);
        assert_eq!(
            kinds("吸纳数十名，设四级"),
            [("数十", Amount), ("四", Amount)]
        );
        assert_eq!(kinds("１２个"), [("１２", Amount)]);
        assert_eq!(kinds("①号、Ⅳ级"), [("①", Amount), ("Ⅳ", Amount)]);
        assert_eq!(
            kinds("上万名，百分之五"),
            [("上万", Amount), ("百分之五", Amount)]
        );
        assert_eq!(kinds("休假30日"), [("30", Amount)]);
    }

    #[test]
    fn names_ordinals_and_articles_are_left_alone() {
        assert_eq!(
            kinds("实行“1617”社区治理模式"),
            [("“1617”社区治理模式", NumeralKind::Name("one-six"))]
        );
        assert_eq!(
            kinds("村“两委”换届"),
            [("“两委”", NumeralKind::Name("liangwei"))]
        );
        assert_eq!(kinds("第三届"), [("第三", NumeralKind::Ordinal)]);
        assert_eq!(
            kinds("一个党支部，一批干部，九原坪村，百分点，数据，万荣县，千家万户，万元"),
            []
        );
    }

    #[test]
    fn every_beginning_of_a_numeral_is_known() {
        let words = NOT_AMOUNTS.iter().chain([&"第", &"上", &"百分之"]);
        let starts = words.filter_map(|word| word.chars().next());
        for c in starts.chain(DIGITS).chain(MORE) {
            assert!(may_begin(c), "{c}");
        }
        for c in ('\u{0}'..='\u{ffff}').filter(|c| c.is_numeric() && *c != '〇') {
            assert!(may_begin(c), "{c}");
        }
        assert!(!may_begin('党') && !may_begin('，'));
    }

    #[test]
    fn a_word_that_ends_in_数_states_no_number_before_a_measure_word() {
        let text = "行政村数名同实异";
        assert_eq!(scan(text, &Names::default()).len(), 1);
        assert_eq!(scan(text, &Names::default().with_words(["行政村数"])), []);
    }
}
