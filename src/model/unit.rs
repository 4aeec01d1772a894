//! Units as printed: a multiplier (万, 亿 …) and a base unit, several joined by `/`.

use std::{cmp::Reverse, collections::BTreeMap, fmt, str::FromStr, sync::LazyLock};

use rust_decimal::Decimal;

use crate::diagnostic::suggest;

/// Units of counting and measuring that county papers use.
const BASE: [&str; 102] = {
    [
        "个",
        "项",
        "条",
        "件",
        "份",
        "家",
        "支",
        "篇",
        "批",
        "批次",
        "处",
        "座",
        "所",
        "只",
        "头",
        "箱",
        "棵",
        "株",
        "栋",
        "层",
        "辆",
        "台",
        "套",
        "部",
        "类",
        "级",
        "步",
        "步骤",
        "环节",
        "大",
        "色",
        "种",
        "门",
        "届",
        "组",
        "张",
        "本",
        "期",
        "场",
        "场次",
        "次",
        "遍",
        "对",
        "轮",
        "村",
        "乡镇",
        "社区",
        "部门",
        "单位",
        "点",
        "间",
        "队",
        "户",
        "起",
        "宗",
        "块",
        "片",
        "道",
        "方面",
        "大项",
        "小项",
        "面",
        "例",
        "重",
        "人",
        "名",
        "位",
        "口",
        "人次",
        "口人",
        "户次",
        "元",
        "平方米",
        "亩",
        "公顷",
        "平方公里",
        "米",
        "公里",
        "里",
        "毫米",
        "厘米",
        "斤",
        "公斤",
        "千克",
        "吨",
        "年",
        "个月",
        "月",
        "天",
        "日",
        "小时",
        "个小时",
        "分钟",
        "岁",
        "周",
        "季度",
        "%",
        "倍",
        "成",
        "个百分点",
        "番",
        "分",
    ]
};

/// What stands in front of a base unit, and what it is worth. 百 and 千 are read but seldom printed with digits.
static MULTIPLIERS: [(&str, u64); 6] = [
    ("百万", 1_000_000),
    ("千万", 10_000_000),
    ("万", 10_000),
    ("亿", 100_000_000),
    ("百", 100),
    ("千", 1_000),
];

/// No multiplier.
static NONE: (&str, u64) = ("", 1);

/// The base units by their first character, the longest first, so that the first that fits is the one meant.
static BY_FIRST: LazyLock<BTreeMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut by_first: BTreeMap<char, Vec<&str>> = BTreeMap::new();
    for base in BASE {
        by_first.entry(first(base)).or_default().push(base);
    }
    by_first
        .values_mut()
        .for_each(|bases| bases.sort_by_key(|base| Reverse(base.len())));
    by_first
});

fn first(text: &str) -> char {
    text.chars().next().unwrap_or_default()
}

/// The base units that start as a text does, the longest first.
fn bases_like(text: &str) -> &'static [&'static str] {
    BY_FIRST.get(&first(text)).map_or(&[], Vec::as_slice)
}

/// A unit that the table knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    text: Box<str>,
    multiplier: &'static (&'static str, u64),
}

impl Unit {
    /// The base units of the table.
    pub fn bases() -> &'static [&'static str] {
        &BASE
    }

    /// What may stand in front of a base unit.
    pub fn multipliers() -> impl Iterator<Item = &'static str> {
        MULTIPLIERS.iter().map(|(word, _)| *word)
    }

    /// The longest unit of the table that a text starts with, and its length: 万元 of `万元资金`, 人次 of `人次`.
    pub fn at_start(text: &str) -> Option<(usize, Self)> {
        let multiplied = MULTIPLIERS.iter().chain([&NONE]).filter_map(|multiplier| {
            let base = bases_at_start(text.strip_prefix(multiplier.0)?)?;
            Some((multiplier.0.len() + base, multiplier))
        });
        let (len, multiplier) = multiplied.max_by_key(|(len, _)| *len)?;
        let unit = Self {
            text: text[..len].into(),
            multiplier,
        };
        Some((len, unit))
    }

    /// The unit as printed: `万元`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The multiplier as printed, empty without one.
    pub fn multiplier(&self) -> &'static str {
        self.multiplier.0
    }

    /// The unit without its multiplier: `元`.
    pub fn base(&self) -> &str {
        &self.text[self.multiplier.0.len()..]
    }

    /// Whether values of both units count the same kind of thing, whatever their multipliers: 万亩 and 亩, 名 and 人.
    pub fn counts_like(&self, other: &Self) -> bool {
        const PERSONS: [&str; 3] = ["人", "名", "位"];
        let person = |unit: &Self| PERSONS.contains(&unit.base());
        self.base() == other.base() || (person(self) && person(other))
    }

    /// The same for units that may be absent.
    pub fn both_count_like(one: Option<&Self>, other: Option<&Self>) -> bool {
        match (one, other) {
            (None, None) => true,
            (Some(one), Some(other)) => one.counts_like(other),
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// A value of this unit in base units; none when it has more digits than a decimal holds.
    pub fn in_base(&self, value: Decimal) -> Option<Decimal> {
        value.checked_mul(Decimal::from(self.multiplier.1))
    }

    /// A value in base units in this unit; none when it has more digits than a decimal holds.
    pub fn from_base(&self, value: Decimal) -> Option<Decimal> {
        value.checked_div(Decimal::from(self.multiplier.1))
    }
}

/// Length of the longest base units, joined by `/`, that a text starts with.
fn bases_at_start(text: &str) -> Option<usize> {
    let mut longest_first = bases_like(text).iter();
    let len = longest_first.find(|base| text.starts_with(**base))?.len();
    let more = text[len..].strip_prefix('/').and_then(bases_at_start);
    Some(more.map_or(len, |more| len + 1 + more))
}

impl FromStr for Unit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = |part: &str| bases_like(part).contains(&part);
        let all_known = |rest: &str| !rest.is_empty() && rest.split('/').all(known);
        let mut multipliers = [&NONE].into_iter().chain(&MULTIPLIERS);
        let found = multipliers.find(|(word, _)| text.strip_prefix(word).is_some_and(all_known));
        let Some(multiplier) = found else {
            let names: Vec<&str> = BASE.to_vec();
            let nearest = names
                .iter()
                .filter(|name| text.ends_with(**name))
                .max_by_key(|name| name.len());
            let help = nearest.map_or_else(
                || suggest(text, names.iter().copied()),
                |name| format!("did you mean `{name}`?"),
            );
            return Err(format!("expected 万, 亿 … and a unit of the table; {help}"));
        };
        Ok(Self {
            text: text.into(),
            multiplier,
        })
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Whether a text starts with a measure word of the table, for finding amounts in prose.
pub(super) fn is_measured(text: &str) -> bool {
    bases_at_start(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_unit_at_the_start_of_a_text() {
        let start =
            |text: &str| Unit::at_start(text).map(|(len, unit)| (text[..len].to_owned(), unit));
        for (text, expected) in [
            ("万元资金", "万元"),
            ("人次以上", "人次"),
            ("元/斤的", "元/斤"),
            ("千克", "千克"),
            ("口人的村", "口人"),
        ] {
            let (found, unit) = start(text).unwrap();
            assert_eq!(
                (found.as_str(), &unit),
                (expected, &expected.parse().unwrap()),
                "{text}"
            );
        }
        assert_eq!(start("万"), None);
        assert_eq!(
            start("元气满满").map(|(found, _)| found),
            Some("元".to_owned())
        );
    }

    #[test]
    fn splits_multiplier_and_base() {
        let unit: Unit = "万元".parse().unwrap();
        assert_eq!((unit.multiplier(), unit.base()), ("万", "元"));
        assert_eq!(
            unit.in_base(Decimal::new(230_702, 2)),
            Some(Decimal::from(23_070_200))
        );
        let price: Unit = "元/斤".parse().unwrap();
        assert_eq!((price.multiplier(), price.base()), ("", "元/斤"));
    }

    #[test]
    fn persons_are_counted_in_several_words() {
        let unit = |text: &str| text.parse::<Unit>().unwrap();
        assert!(unit("名").counts_like(&unit("人")));
        assert!(unit("万亩").counts_like(&unit("亩")));
        assert!(!unit("人次").counts_like(&unit("人")));
    }

    #[test]
    fn an_unknown_unit_is_refused_with_a_hint() {
        assert!("万圆".parse::<Unit>().unwrap_err().contains("expected"));
        assert!("万".parse::<Unit>().is_err());
    }
}
