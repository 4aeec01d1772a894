//! Numerals as a source prints them, taken apart: `近2000余万元`, `六步`, `1.3万元~2万元`, `数十名`.
//!
//! The rules are those of [`Quantity::printed`](super::Quantity::printed) the other way round, and wider: newspapers also
//! write Chinese numerals, thousands separators and approximations in many words.

use std::{ops::Range, str::FromStr};

use rust_decimal::Decimal;

use super::{
    Qualifier, Quantity, SolidText, Unit,
    chinese::{self, Amount},
    numerals::{date, is_other_digit, ordinal, run, skipped},
};

/// A numeral in a source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Byte range, words of approximation around it included: `近9000人次`, `300平方米以上`.
    pub range: Range<usize>,
    /// What it is.
    pub kind: FoundKind,
}

/// What a numeral in a source text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundKind {
    /// 2020年1月, 5月13日, 五六十年代
    Date,
    /// 第三届
    Ordinal,
    /// An amount.
    Amount(Quantity),
}

/// Words of approximation in front of a number, the longer of two that begin alike first.
const BEFORE: [(&str, Qualifier); 17] = [
    ("不低于", Qualifier::AtLeast),
    ("不少于", Qualifier::AtLeast),
    ("至少", Qualifier::AtLeast),
    ("不超过", Qualifier::AtMost),
    ("不到", Qualifier::AtMost),
    ("不足", Qualifier::AtMost),
    ("超过", Qualifier::Over),
    ("突破了", Qualifier::Over),
    ("突破", Qualifier::Over),
    ("将近", Qualifier::Near),
    ("接近", Qualifier::Near),
    ("近", Qualifier::Near),
    ("大约", Qualifier::About),
    ("约为", Qualifier::About),
    ("约", Qualifier::About),
    ("最高", Qualifier::UpTo),
    ("最多", Qualifier::UpTo),
];

/// Words of approximation behind the unit.
const BEHIND: [(&str, Qualifier); 5] = [
    ("以上", Qualifier::AtLeast),
    ("以下", Qualifier::AtMost),
    ("以内", Qualifier::AtMost),
    ("左右", Qualifier::About),
    ("上下", Qualifier::About),
];

/// Signs between the ends of a range.
const BETWEEN: [char; 6] = ['~', '～', '—', '－', '-', '至'];

/// Marks of more than the number says.
const MORE_THAN: [char; 2] = ['余', '多'];

/// Finds the numerals of a text that has no white space between its characters, in order.
pub fn read_numerals(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let here = numeral(&text[..at], &text[at..]);
        let step = here.as_ref().map_or_else(
            || skipped(&text[at..]).unwrap_or(c.len_utf8()),
            |(len, _)| *len,
        );
        found.extend(here.map(|(len, kind)| Found {
            range: at..at + len,
            kind,
        }));
        at += step;
    }
    found
}

fn numeral(before: &str, rest: &str) -> Option<(usize, FoundKind)> {
    let ordered = match ordinal(rest) {
        Some(len) => len,
        None => phase(rest),
    };
    if ordered > 0 {
        return Some((ordered, FoundKind::Ordinal));
    }
    let dated = match date(before, rest) {
        0 => in_words(rest),
        len => len,
    };
    if dated > 0 {
        return Some((dated, FoundKind::Date));
    }
    let (len, quantity) = amount(before, rest)?;
    Some((len, FoundKind::Amount(quantity)))
}

/// Length of a date in Chinese numerals that the text starts with, 五六十年代 or 四月; 0 without one.
fn in_words(rest: &str) -> usize {
    let digits = run(rest, |c| "一二三四五六七八九十0123456789".contains(c));
    let month = [
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
    ];
    if digits > 0 && rest[digits..].starts_with("年代") {
        digits + "年代".len()
    } else if month.contains(&&rest[..digits]) && rest[digits..].starts_with('月') {
        digits + '月'.len_utf8()
    } else {
        0
    }
}

/// Length of the phase that the text starts with; 0 without one. 二期工程 is the second phase, not two of them.
fn phase(rest: &str) -> usize {
    let digits = run(rest, |c| "一二三四五六七八九十".contains(c));
    let behind = rest[digits..].strip_prefix('期');
    // Alone it stands in an index.
    let phase = behind.is_some_and(|behind| {
        behind.is_empty()
            || ["工程", "规划", "项目", "建设"]
                .iter()
                .any(|word| behind.starts_with(word))
    });
    if digits > 0 && phase {
        digits + '期'.len_utf8()
    } else {
        0
    }
}

/// The amount that the text starts with, and its length.
fn amount(before: &str, rest: &str) -> Option<(usize, Quantity)> {
    let word = BEFORE
        .iter()
        .find(|(word, _)| rest.starts_with(word) && !ends_in_another_word(before, word));
    let prefix = word.map_or(0, |(word, _)| word.len());
    let single = single(&rest[prefix..])?;
    let mut at = prefix + single.len;
    let mut quantity = single.quantity;
    if let Some((len, upper)) = upper_end(&rest[at..], quantity.unit.as_ref()) {
        at += len;
        quantity.max = upper.value;
        quantity.unit = upper.unit;
        quantity.qualifier = Qualifier::Range;
    } else if let Some((_, qualifier)) = word {
        // 近3年 is the last three years.
        let lately = *qualifier == Qualifier::Near
            && quantity
                .unit
                .as_ref()
                .is_some_and(|unit| unit.base() == "年");
        if lately {
            return None;
        }
        // 约200余亩 says more by its 余.
        if quantity.qualifier == Qualifier::Exact {
            quantity.qualifier = *qualifier;
        }
    }
    if let Some((word, qualifier)) = BEHIND.iter().find(|(word, _)| rest[at..].starts_with(word)) {
        at += word.len();
        if quantity.qualifier == Qualifier::Exact {
            quantity.qualifier = *qualifier;
        }
    }
    Some((at, quantity))
}

/// 附近, 最近, 契约 and the like end in a character that would be a word of approximation.
fn ends_in_another_word(before: &str, word: &str) -> bool {
    let other: &[char] = match word {
        "近" => &['附', '最', '远', '亲', '邻', '就', '靠', '临'],
        "约" => &['节', '契', '合', '公', '条', '制', '集'],
        _ => &[],
    };
    before.ends_with(other)
}

struct Single {
    len: usize,
    quantity: Quantity,
}

/// One number with its unit, in either script.
fn single(rest: &str) -> Option<Single> {
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(in_digits(rest));
    }
    if rest.starts_with(is_other_digit) {
        let len = run(rest, is_other_digit);
        let quantity = vague(None);
        return Some(Single { len, quantity });
    }
    in_chinese(rest)
}

fn in_digits(rest: &str) -> Single {
    let (digits, value) = digits(rest);
    let mut at = digits;
    let mut over = take_more(&rest[at..], &mut at);
    // ”: a number in quotation marks with its unit behind them, “6”个.
    if rest[at..].starts_with('”') && unit(&rest[at + '”'.len_utf8()..]).is_some() {
        at += '”'.len_utf8();
    }
    let unit = match split_unit(&rest[at..]) {
        Some((len, unit)) => {
            at += len;
            over = true;
            Some(unit)
        }
        None => unit(&rest[at..]).map(|(len, unit)| {
            at += len;
            unit
        }),
    };
    // 2个多小时 is read as 2个 and more; behind the unit 多 says no more than 余 before it.
    if !over && unit.is_some() && rest[at..].starts_with(MORE_THAN) {
        over = take_more(&rest[at..], &mut at);
    }
    Single {
        len: at,
        quantity: Quantity {
            value,
            max: None,
            unit,
            qualifier: if over {
                Qualifier::Over
            } else {
                Qualifier::Exact
            },
            wording: None,
        },
    }
}

fn take_more(rest: &str, at: &mut usize) -> bool {
    let more = rest.chars().next().filter(|c| MORE_THAN.contains(c));
    *at += more.map_or(0, char::len_utf8);
    more.is_some()
}

/// Digits with thousands separators and a point: length and value.
fn digits(rest: &str) -> (usize, Option<Decimal>) {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut len = 0;
    let mut point = false;
    while digit(len) {
        len += 1;
        let group = bytes.get(len) == Some(&b',')
            && !point
            && (1..=3).all(|ahead| digit(len + ahead))
            && !digit(len + 4);
        let fraction = bytes.get(len) == Some(&b'.') && !point && digit(len + 1);
        point |= fraction;
        if group || fraction {
            len += 1;
        }
    }
    let plain: String = rest[..len].chars().filter(|c| *c != ',').collect();
    (len, Decimal::from_str_exact(&plain).ok())
}

/// 万余元: the mark between multiplier and unit.
fn split_unit(rest: &str) -> Option<(usize, Unit)> {
    let multiplier = rest.chars().next().filter(|c| "万亿千百".contains(*c))?;
    let behind = &rest[multiplier.len_utf8()..];
    let mark = behind.chars().next().filter(|c| MORE_THAN.contains(c))?;
    let base_at = multiplier.len_utf8() + mark.len_utf8();
    let (len, base) = unit(&rest[base_at..])?;
    let joined = format!("{multiplier}{base}").parse().ok()?;
    Some((base_at + len, joined))
}

/// Units of time.
const TIMES: [&str; 6] = ["年", "个月", "天", "周", "小时", "个小时"];

/// The longest unit that the text starts with.
fn unit(rest: &str) -> Option<(usize, Unit)> {
    if rest.starts_with('％') {
        return Some(('％'.len_utf8(), "%".parse().ok()?));
    }
    Unit::at_start(rest)
}

fn in_chinese(rest: &str) -> Option<Single> {
    let (written, amount) = chinese::read(rest)?;
    let mut at = written;
    let unit = match amount {
        Amount::Share(_) => Some("%".parse().ok()?),
        Amount::Half => None,
        Amount::Exact(_) | Amount::Between(..) | Amount::Over(_) | Amount::Vague => {
            let (len, unit) = unit(&rest[at..])?;
            at += len;
            Some(unit)
        }
    };
    let mut quantity = match amount {
        Amount::Exact(value) | Amount::Share(value) => Quantity {
            value: Some(value),
            ..vague(unit)
        },
        Amount::Over(value) => Quantity {
            value: Some(value),
            qualifier: Qualifier::Over,
            ..vague(unit)
        },
        Amount::Between(low, high) => Quantity {
            value: Some(low),
            max: Some(high),
            qualifier: Qualifier::Range,
            ..vague(unit)
        },
        Amount::Half | Amount::Vague => vague(unit),
    };
    let more = take_more(&rest[at..], &mut at);
    if more && quantity.qualifier == Qualifier::Exact {
        quantity.qualifier = Qualifier::Over;
    }
    // 一 alone is an article (一个, 一批), unless something is said of its size (一年多; 一对多 is no size).
    let time = quantity
        .unit
        .as_ref()
        .is_some_and(|unit| TIMES.contains(&unit.base()));
    let article = &rest[..written] == "一" && !(more && time);
    (!article).then_some(Single { len: at, quantity })
}

/// An amount without a number.
fn vague(unit: Option<Unit>) -> Quantity {
    Quantity {
        value: None,
        max: None,
        unit,
        qualifier: Qualifier::Exact,
        wording: None,
    }
}

/// `～2万元` behind `1.3万元`: length with the sign, and the upper end.
fn upper_end(rest: &str, lower: Option<&Unit>) -> Option<(usize, Quantity)> {
    let sign = rest.chars().next().filter(|c| BETWEEN.contains(c))?;
    let behind = &rest[sign.len_utf8()..];
    if !behind.starts_with(|c: char| c.is_ascii_digit()) || date("", behind) > 0 {
        return None;
    }
    let upper = in_digits(behind);
    let fits = lower.is_none() || lower == upper.quantity.unit.as_ref();
    fits.then_some((sign.len_utf8() + upper.len, upper.quantity))
}

impl FromStr for Quantity {
    type Err = String;

    /// Reads a numeral with its unit as printed, the whole text.
    fn from_str(text: &str) -> Result<Self, String> {
        let solid = SolidText::new(text).text;
        let bare = solid.strip_prefix('“').unwrap_or(&solid);
        match amount("", bare) {
            Some((len, quantity)) if len == bare.len() => Ok(quantity),
            Some(_) | None => Err(
                "expected one numeral with its unit as the text prints it, like `2000余万元`"
                    .to_owned(),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        let read = |found: Found| {
            let kind = match found.kind {
                FoundKind::Date => "date".to_owned(),
                FoundKind::Ordinal => "ordinal".to_owned(),
                FoundKind::Amount(quantity) => described(&quantity),
            };
            (&text[found.range], kind)
        };
        read_numerals(text).into_iter().map(read).collect()
    }

    fn described(quantity: &Quantity) -> String {
        let number =
            |value: Option<Decimal>| value.map_or("?".to_owned(), |value| value.to_string());
        let max = quantity
            .max
            .map(|max| format!("..{max}"))
            .unwrap_or_default();
        let unit = quantity.unit.as_ref().map_or("-", Unit::as_str);
        format!(
            "{} {}{max} {unit}",
            quantity.qualifier.word(),
            number(quantity.value)
        )
    }

    fn reads(text: &str, expected: &[(&str, &str)]) {
        let found = found(text);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(at, kind)| (*at, kind.as_str()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn digits_with_units_and_approximations() {
        reads(
            "整合资金2307.02万元，",
            &[("2307.02万元", "exact 2307.02 万元")],
        );
        reads("共11,407名党员", &[("11,407名", "exact 11407 名")]);
        reads("2000余万元", &[("2000余万元", "over 2000 万元")]);
        reads("21.8万余元", &[("21.8万余元", "over 21.8 万元")]);
        reads("2万多只羊", &[("2万多只", "over 2 万只")]);
        reads("约200余亩", &[("约200余亩", "over 200 亩")]);
        reads("近2000万元", &[("近2000万元", "near 2000 万元")]);
        reads("附近2000户", &[("2000户", "exact 2000 户")]);
        reads("300平方米以上", &[("300平方米以上", "at-least 300 平方米")]);
        reads("不低于3倍的原则", &[("不低于3倍", "at-least 3 倍")]);
        reads("提高10％；", &[("10％", "exact 10 %")]);
        reads("10元/斤的", &[("10元/斤", "exact 10 元/斤")]);
        reads("1200余人次", &[("1200余人次", "over 1200 人次")]);
        reads("965口人的", &[("965口人", "exact 965 口人")]);
        reads(
            "“6”个主体、“345”模式",
            &[("6”个", "exact 6 个"), ("345", "exact 345 -")],
        );
    }

    #[test]
    fn ranges_are_one_numeral() {
        reads(
            "1.3万元~2万元资金",
            &[("1.3万元~2万元", "range 1.3..2 万元")],
        );
        reads("3～5名", &[("3～5名", "range 3..5 名")]);
        reads(
            "5万元~10万元以上的",
            &[("5万元~10万元以上", "range 5..10 万元")],
        );
    }

    #[test]
    fn chinese_numerals_that_state_an_amount() {
        reads("不到两天时间", &[("不到两天", "at-most 2 天")]);
        reads(
            "吸纳数十名，设四级",
            &[("数十名", "exact ? 名"), ("四级", "exact 4 级")],
        );
        reads("五六十岁的", &[("五六十岁", "range 50..60 岁")]);
        reads("千头猪场", &[("千头", "exact 1000 头")]);
        reads("十几年来", &[("十几年", "exact ? 年")]);
        reads("一年多来，一个党支部", &[("一年多", "over 1 年")]);
        reads(
            "近半村民，百分之五",
            &[("近半", "near ? -"), ("百分之五", "exact 5 %")],
        );
        reads("村“两委”，三资，九原坪村，十分，万荣县", &[]);
    }

    #[test]
    fn dates_and_ordinals_are_no_amounts() {
        reads(
            "2020年1月、5月13日、近3年来",
            &[
                ("2020年1月", "date"),
                ("5月13日", "date"),
                ("3年", "exact 3 年"),
            ],
        );
        reads(
            "上世纪五六十年代、第三届",
            &[("五六十年代", "date"), ("第三", "ordinal")],
        );
        reads(
            "人间四月、二期工程",
            &[("四月", "date"), ("二期", "ordinal")],
        );
        reads("最后一个星期五组织、如数家珍、一对多、千头万绪", &[]);
    }

    #[test]
    fn a_quantity_is_the_whole_text() {
        assert!("2000余万元".parse::<Quantity>().is_ok());
        for bad in ["", "约", "5个规范化", "万元", "2000 3000"] {
            assert!(bad.parse::<Quantity>().is_err(), "{bad}");
        }
    }
}
