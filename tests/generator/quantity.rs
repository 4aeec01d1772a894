//! Values as papers print them and as the program is to print them.

use std::fmt;

use super::random::Random;

/// A decimal without rounding: digits and how many of them stand behind the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fixed {
    pub(crate) digits: u64,
    pub(crate) decimals: usize,
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let power = 10_u64.pow(u32::try_from(self.decimals).expect("few decimals"));
        let (whole, rest) = (self.digits / power, self.digits % power);
        match self.decimals {
            0 => write!(f, "{whole}"),
            decimals => write!(f, "{whole}.{rest:0decimals$}"),
        }
    }
}

/// A value with unit, qualifier and wording.
#[derive(Debug, Clone)]
pub(crate) struct Quantity {
    /// None where the text gives no number (数十).
    pub(crate) value: Option<Fixed>,
    pub(crate) max: Option<Fixed>,
    pub(crate) unit: &'static str,
    pub(crate) qualifier: &'static str,
    pub(crate) wording: Option<String>,
    /// The numeral with its unit as the paper prints it.
    pub(crate) printed: String,
    /// 近, 约, 不低于
    pub(crate) before: &'static str,
    /// 以上, 左右
    pub(crate) behind: &'static str,
    /// How the program prints it in prose.
    pub(crate) shown: String,
}

const CHINESE: [&str; 11] = [
    "零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十",
];

impl Quantity {
    /// An exact value.
    pub(crate) fn exact(value: Fixed, unit: &'static str) -> Self {
        let printed = format!("{value}{unit}");
        Self {
            value: Some(value),
            max: None,
            unit,
            qualifier: "exact",
            wording: None,
            shown: printed.clone(),
            printed,
            before: "",
            behind: "",
        }
    }

    /// The numeral with the words of approximation around it, as the paper prints it: 近9000人次.
    pub(crate) fn in_paper(&self) -> String {
        format!("{}{}{}", self.before, self.printed, self.behind)
    }

    /// A value in one of the forms that papers like; most are exact.
    pub(crate) fn in_some_form(random: &mut Random, value: Fixed, unit: &'static str) -> Self {
        let small = value.decimals == 0 && (2..=10).contains(&value.digits);
        if small && random.chance(40) {
            return Self::in_chinese(value, unit);
        }
        let person = matches!(unit, "名" | "户" | "人");
        match random.below(24) {
            0 if person => Self::without_number(random.pick(&["数十", "几十"]), unit),
            1 | 2 => Self::over(random, value, unit),
            3 => Self::around(value, unit, "near", "近", ""),
            4 => Self::around(value, unit, "about", "约", ""),
            5 => Self::around(value, unit, "at-least", "", "以上"),
            6 => Self::range(random, value, unit),
            7 => Self::surpassed(value, unit),
            _ => Self::exact(value, unit),
        }
    }

    /// 不超过, 最高, 以下: what a rule allows.
    pub(crate) fn limit(random: &mut Random, value: Fixed, unit: &'static str) -> Self {
        match random.below(3) {
            0 => Self::around(round(value), unit, "up-to", "最高", ""),
            1 => Self::around(round(value), unit, "at-most", "", "以下"),
            _ => {
                let exact = Self::exact(round(value), unit);
                let wording = format!("不低于{}", exact.printed);
                Self {
                    qualifier: "at-least",
                    shown: wording.clone(),
                    wording: Some(wording),
                    before: "不低于",
                    ..exact
                }
            }
        }
    }

    /// 六步: the value in Chinese, which the program prints as worded.
    fn in_chinese(value: Fixed, unit: &'static str) -> Self {
        let digit = usize::try_from(value.digits).expect("a small number");
        let printed = format!("{}{unit}", CHINESE[digit]);
        Self {
            wording: Some(printed.clone()),
            shown: printed.clone(),
            printed,
            ..Self::exact(value, unit)
        }
    }

    fn without_number(words: &str, unit: &'static str) -> Self {
        let printed = format!("{words}{unit}");
        Self {
            value: None,
            wording: Some(printed.clone()),
            shown: printed.clone(),
            printed,
            ..Self::exact(
                Fixed {
                    digits: 0,
                    decimals: 0,
                },
                unit,
            )
        }
    }

    /// 3000余亩, 21.8万余元, 6500多只, 10万余亩
    fn over(random: &mut Random, value: Fixed, unit: &'static str) -> Self {
        let value = round(value);
        let (multiplier, base) = split(unit);
        let behind_multiplier = format!("{value}{multiplier}余{base}");
        let at_digits = format!("{value}余{unit}");
        let ruled = if value.decimals > 0 {
            &behind_multiplier
        } else {
            &at_digits
        };
        let over = Self {
            qualifier: "over",
            shown: ruled.clone(),
            printed: ruled.clone(),
            ..Self::exact(value, unit)
        };
        let other = if random.chance(30) && value.decimals == 0 {
            Some(format!("{value}多{unit}"))
        } else {
            (*ruled != behind_multiplier && random.chance(50)).then_some(behind_multiplier)
        };
        match other {
            None => over,
            Some(wording) => Self {
                shown: wording.clone(),
                printed: wording.clone(),
                wording: Some(wording),
                ..over
            },
        }
    }

    fn around(
        value: Fixed,
        unit: &'static str,
        qualifier: &'static str,
        before: &'static str,
        behind: &'static str,
    ) -> Self {
        let exact = Self::exact(round(value), unit);
        Self {
            qualifier,
            shown: format!("{before}{}{behind}", exact.printed),
            before,
            behind,
            ..exact
        }
    }

    /// 突破2000万元
    fn surpassed(value: Fixed, unit: &'static str) -> Self {
        let around = Self::around(value, unit, "over", "突破", "");
        Self {
            wording: Some(around.shown.clone()),
            ..around
        }
    }

    /// 2.8万元～3.6万元, 3～5名
    fn range(random: &mut Random, value: Fixed, unit: &'static str) -> Self {
        let more = 1 + value.digits * random.within(10..=60) as u64 / 100;
        let max = Fixed {
            digits: value.digits + more,
            ..value
        };
        let repeat = if split(unit).0.is_empty() { "" } else { unit };
        let printed = format!("{value}{repeat}～{max}{unit}");
        Self {
            max: Some(max),
            qualifier: "range",
            shown: printed.clone(),
            printed,
            ..Self::exact(value, unit)
        }
    }
}

/// Keeps two digits, as approximations do: 2837 → 2800, 28.37 → 28.
fn round(value: Fixed) -> Fixed {
    let mut power = 1;
    while value.digits / power >= 100 {
        power *= 10;
    }
    let mut rounded = Fixed {
        digits: value.digits / power * power,
        ..value
    };
    while rounded.decimals > 0 && rounded.digits.is_multiple_of(10) {
        rounded.digits /= 10;
        rounded.decimals -= 1;
    }
    rounded
}

/// Multiplier and base of a unit.
fn split(unit: &str) -> (&str, &str) {
    let base = unit.strip_prefix('万').unwrap_or(unit);
    unit.split_at(unit.len() - base.len())
}
