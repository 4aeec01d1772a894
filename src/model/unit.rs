//! Units as printed: a multiplier (万, 亿 …) and a base unit, several joined by `/`.

use std::{fmt, str::FromStr};

use rust_decimal::Decimal;

use crate::diagnostic::suggest;

/// Units of counting and measuring that county papers use. Two units are comparable when their base is the same or both
/// count the same kind of thing.
const BASE: [(&str, Dimension); 102] = {
    use Dimension::{Area, Count, Length, Mass, Money, People, Share, Time};
    [
        ("个", Count),
        ("项", Count),
        ("条", Count),
        ("件", Count),
        ("份", Count),
        ("家", Count),
        ("支", Count),
        ("篇", Count),
        ("批", Count),
        ("批次", Count),
        ("处", Count),
        ("座", Count),
        ("所", Count),
        ("只", Count),
        ("头", Count),
        ("箱", Count),
        ("棵", Count),
        ("株", Count),
        ("栋", Count),
        ("层", Count),
        ("辆", Count),
        ("台", Count),
        ("套", Count),
        ("部", Count),
        ("类", Count),
        ("级", Count),
        ("步", Count),
        ("步骤", Count),
        ("环节", Count),
        ("大", Count),
        ("色", Count),
        ("种", Count),
        ("门", Count),
        ("届", Count),
        ("组", Count),
        ("张", Count),
        ("本", Count),
        ("期", Count),
        ("场", Count),
        ("场次", Count),
        ("次", Count),
        ("遍", Count),
        ("对", Count),
        ("轮", Count),
        ("村", Count),
        ("乡镇", Count),
        ("社区", Count),
        ("部门", Count),
        ("单位", Count),
        ("点", Count),
        ("间", Count),
        ("队", Count),
        ("户", Count),
        ("起", Count),
        ("宗", Count),
        ("块", Count),
        ("片", Count),
        ("道", Count),
        ("方面", Count),
        ("大项", Count),
        ("小项", Count),
        ("面", Count),
        ("例", Count),
        ("重", Count),
        ("人", People),
        ("名", People),
        ("位", People),
        ("口", People),
        ("人次", People),
        ("口人", People),
        ("户次", Count),
        ("元", Money),
        ("平方米", Area),
        ("亩", Area),
        ("公顷", Area),
        ("平方公里", Area),
        ("米", Length),
        ("公里", Length),
        ("里", Length),
        ("毫米", Length),
        ("厘米", Length),
        ("斤", Mass),
        ("公斤", Mass),
        ("千克", Mass),
        ("吨", Mass),
        ("年", Time),
        ("个月", Time),
        ("月", Time),
        ("天", Time),
        ("日", Time),
        ("小时", Time),
        ("个小时", Time),
        ("分钟", Time),
        ("岁", Time),
        ("周", Time),
        ("季度", Time),
        ("%", Share),
        ("倍", Share),
        ("成", Share),
        ("个百分点", Share),
        ("番", Share),
        ("分", Share),
    ]
};

/// Multipliers in front of a base unit. 百 and 千 are read but seldom printed with digits.
const MULTIPLIERS: [(&str, u64); 6] = [
    ("百万", 1_000_000),
    ("千万", 10_000_000),
    ("万", 10_000),
    ("亿", 100_000_000),
    ("百", 100),
    ("千", 1_000),
];

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dimension {
    /// Things.
    Count,
    /// Persons, or persons counted each time.
    People,
    /// 元.
    Money,
    /// Land and floor.
    Area,
    /// Way and depth of rain.
    Length,
    /// Weight.
    Mass,
    /// Duration and age.
    Time,
    /// Shares and multiples.
    Share,
}

/// A unit that the table knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    text: String,
    multiplier: &'static str,
    factor: u64,
    base: String,
}

impl Unit {
    /// The unit as printed: `万元`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The multiplier as printed, empty without one.
    pub fn multiplier(&self) -> &str {
        self.multiplier
    }

    /// The unit without its multiplier: `元`.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Whether values of both units count the same kind of thing, whatever their multipliers: 万亩 and 亩, 名 and 人.
    pub fn counts_like(&self, other: &Self) -> bool {
        const PERSONS: [&str; 3] = ["人", "名", "位"];
        let person = |unit: &Self| PERSONS.contains(&unit.base.as_str());
        self.base == other.base || (person(self) && person(other))
    }

    /// The same for units that may be absent.
    pub fn both_count_like(one: Option<&Self>, other: Option<&Self>) -> bool {
        match (one, other) {
            (None, None) => true,
            (Some(one), Some(other)) => one.counts_like(other),
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// A value of this unit in base units.
    ///
    /// # Panics
    ///
    /// When the product leaves the range of 28 digits, which no printed number does.
    pub fn in_base(&self, value: Decimal) -> Decimal {
        value * Decimal::from(self.factor)
    }
}

impl FromStr for Unit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = |part: &str| BASE.iter().any(|(base, _)| *base == part);
        let all_known = |rest: &str| !rest.is_empty() && rest.split('/').all(known);
        let plain = all_known(text).then_some(("", 1, text));
        let found = plain.or_else(|| {
            MULTIPLIERS.iter().find_map(|(word, factor)| {
                let rest = text.strip_prefix(word)?;
                all_known(rest).then_some((*word, *factor, rest))
            })
        });
        let Some((multiplier, factor, base)) = found else {
            let names: Vec<&str> = BASE.iter().map(|(base, _)| *base).collect();
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
            text: text.to_owned(),
            multiplier,
            factor,
            base: base.to_owned(),
        })
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The measure words of the table, for finding amounts in prose.
pub(super) fn measure_words() -> impl Iterator<Item = &'static str> {
    BASE.iter().map(|(base, _)| *base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_multiplier_and_base() {
        let unit: Unit = "万元".parse().unwrap();
        assert_eq!((unit.multiplier(), unit.base()), ("万", "元"));
        assert_eq!(
            unit.in_base(Decimal::new(230_702, 2)),
            Decimal::from(23_070_200)
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
