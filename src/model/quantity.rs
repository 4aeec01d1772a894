//! Values with qualifier and unit, and the one place that knows how they are printed.
//!
//! The rules are those of GB/T 15835 as county papers follow them: Arabic digits without separators, only 万 and 亿 mixed
//! with digits, 余 before the unit, one word of approximation at a time.

use rust_decimal::Decimal;

use super::Unit;

/// How exact a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Qualifier {
    /// As it stands.
    Exact,
    /// 约, 左右
    About,
    /// 余, 多, 突破, 超过
    Over,
    /// 近
    Near,
    /// 以上, 不低于
    AtLeast,
    /// 以下, 不超过
    AtMost,
    /// 最高, 最多
    UpTo,
    /// From `value` to `value_max`.
    Range,
}

impl Qualifier {
    /// All of them with the word used in data and exports.
    pub const WORDS: [(&str, Self); 8] = [
        ("exact", Self::Exact),
        ("about", Self::About),
        ("over", Self::Over),
        ("near", Self::Near),
        ("at-least", Self::AtLeast),
        ("at-most", Self::AtMost),
        ("up-to", Self::UpTo),
        ("range", Self::Range),
    ];

    /// The word used in data and exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Over => "over",
            Self::Near => "near",
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
            Self::UpTo => "up-to",
            Self::Range => "range",
        }
    }
}

/// A value as the source prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The value in `unit`; none where the text gives no number (数十).
    pub value: Option<Decimal>,
    /// Upper end of a range.
    pub max: Option<Decimal>,
    /// The unit; none for bare numbers.
    pub unit: Option<Unit>,
    /// How exact.
    pub qualifier: Qualifier,
    /// The whole printed form, where the rules do not give it.
    pub wording: Option<String>,
}

/// A quantity taken apart for printing; joined in order the parts give the whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Printed {
    /// `1.3`, the lower end of a range
    pub from: String,
    /// `万元`, the unit of the lower end where it is repeated in prose
    pub between: String,
    /// `近`
    pub prefix: String,
    /// `3`
    pub integer: String,
    /// `.2`
    pub fraction: String,
    /// `万余`: what belongs to the number but stands behind it
    pub suffix: String,
    /// `件`: what a unit column would hold
    pub unit: String,
    /// `以上`, behind the unit in prose
    pub tail: String,
}

impl Printed {
    /// The whole: `近3.2万余件`.
    pub fn full(&self) -> String {
        let tilde = if self.from.is_empty() { "" } else { "～" };
        let upper = [
            &self.prefix,
            &self.integer,
            &self.fraction,
            &self.suffix,
            &self.unit,
            &self.tail,
        ];
        format!(
            "{}{}{tilde}{}",
            self.from,
            self.between,
            upper.map(String::as_str).concat()
        )
    }

    /// Without the unit, as in a table: `近3.2万余`.
    pub fn bare(&self) -> String {
        self.before() + &self.after()
    }

    /// What stands left of the decimal point: `近3`.
    pub fn before(&self) -> String {
        let tilde = if self.from.is_empty() { "" } else { "～" };
        format!("{}{tilde}{}{}", self.from, self.prefix, self.integer)
    }

    /// What stands right of it: `.2万余`.
    pub fn after(&self) -> String {
        format!("{}{}{}", self.fraction, self.suffix, self.tail)
    }
}

impl Quantity {
    /// Takes the quantity apart as it is printed.
    pub fn printed(&self) -> Printed {
        if let Some(wording) = &self.wording {
            return self.worded(wording);
        }
        let unit = self.unit.as_ref().map_or("", Unit::as_str);
        let Some(value) = self.value else {
            return Printed {
                integer: "—".to_owned(),
                ..Printed::default()
            };
        };
        let (integer, fraction) = split(value);
        let mut printed = Printed {
            integer,
            fraction,
            unit: unit.to_owned(),
            ..Printed::default()
        };
        match self.qualifier {
            Qualifier::Exact => {}
            Qualifier::About => "约".clone_into(&mut printed.prefix),
            Qualifier::Near => "近".clone_into(&mut printed.prefix),
            Qualifier::UpTo => "最高".clone_into(&mut printed.prefix),
            Qualifier::AtLeast => "以上".clone_into(&mut printed.tail),
            Qualifier::AtMost => "以下".clone_into(&mut printed.tail),
            Qualifier::Over => self.over(&mut printed),
            Qualifier::Range => self.range(&mut printed),
        }
        printed
    }

    /// 余 stands behind the digits, but behind 万 and 亿 when the digits have a decimal point: 2000余万元, 21.8万余元.
    fn over(&self, printed: &mut Printed) {
        let Some(unit) = self.unit.as_ref().filter(|_| !printed.fraction.is_empty()) else {
            "余".clone_into(&mut printed.suffix);
            return;
        };
        printed.suffix = format!("{}余", unit.multiplier());
        unit.base().clone_into(&mut printed.unit);
    }

    /// `～` between quantities; % and units with a multiplier are repeated, since 1～2万 could be read as 1.
    fn range(&self, printed: &mut Printed) {
        let Some(max) = self.max else { return };
        let repeat = self
            .unit
            .as_ref()
            .is_some_and(|unit| unit.base() == "%" || !unit.multiplier().is_empty());
        if repeat {
            printed.between.clone_from(&printed.unit);
        }
        printed.from = format!("{}{}", printed.integer, printed.fraction);
        (printed.integer, printed.fraction) = split(max);
    }

    fn worded(&self, wording: &str) -> Printed {
        let unit = self.unit.as_ref();
        // 10万余亩 ends in the unit without its multiplier.
        let ends = [unit.map(Unit::as_str), unit.map(Unit::base)];
        let split = ends.into_iter().flatten().find_map(|unit| {
            let bare = wording.strip_suffix(unit)?;
            (!bare.is_empty()).then_some((bare, unit))
        });
        let (bare, unit) = split.unwrap_or((wording, ""));
        let start = bare
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(bare.len());
        let (prefix, rest) = bare.split_at(start);
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (integer, suffix) = rest.split_at(end);
        Printed {
            prefix: prefix.to_owned(),
            integer: integer.to_owned(),
            suffix: suffix.to_owned(),
            unit: unit.to_owned(),
            ..Printed::default()
        }
    }

    /// The same quantity with its value in digits where only the wording is in Chinese numerals: 四 → 4. A wording that
    /// says more than the number is kept.
    pub fn in_digits(&self) -> Self {
        let in_chinese = self
            .wording
            .as_ref()
            .is_some_and(|wording| !wording.contains(|c: char| c.is_ascii_digit()));
        let plain = self
            .unit
            .as_ref()
            .is_none_or(|unit| unit.multiplier().is_empty());
        let exact = self.qualifier == Qualifier::Exact && self.value.is_some() && plain;
        Self {
            wording: self.wording.clone().filter(|_| !(in_chinese && exact)),
            ..self.clone()
        }
    }

    /// The value in base units, for reckoning and comparing.
    pub fn in_base(&self) -> Option<Decimal> {
        self.to_base(self.value?)
    }

    /// The upper end of a range in base units.
    pub fn max_in_base(&self) -> Option<Decimal> {
        self.to_base(self.max?)
    }

    fn to_base(&self, value: Decimal) -> Option<Decimal> {
        match &self.unit {
            Some(unit) => unit.in_base(value),
            None => Some(value),
        }
    }
}

fn split(value: Decimal) -> (String, String) {
    let text = value.to_string();
    match text.split_once('.') {
        Some((integer, fraction)) => (integer.to_owned(), format!(".{fraction}")),
        None => (text, String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parse_decimal;

    fn quantity(value: &str, unit: &str, qualifier: Qualifier) -> Quantity {
        Quantity {
            value: Some(parse_decimal(value).unwrap()),
            max: None,
            unit: (!unit.is_empty()).then(|| unit.parse().unwrap()),
            qualifier,
            wording: None,
        }
    }

    #[test]
    fn qualifiers_stand_where_county_papers_put_them() {
        let full = |value, unit, qualifier| quantity(value, unit, qualifier).printed().full();
        assert_eq!(full("244", "个", Qualifier::Exact), "244个");
        assert_eq!(full("300", "人", Qualifier::Over), "300余人");
        assert_eq!(full("2000", "万元", Qualifier::Over), "2000余万元");
        assert_eq!(full("21.8", "万元", Qualifier::Over), "21.8万余元");
        assert_eq!(full("9000", "人次", Qualifier::Near), "近9000人次");
        assert_eq!(full("300", "平方米", Qualifier::AtLeast), "300平方米以上");
        assert_eq!(full("99.44", "%", Qualifier::Exact), "99.44%");
    }

    #[test]
    fn ranges_repeat_what_would_be_ambiguous() {
        let range = |value, max: &str, unit| {
            let mut range = quantity(value, unit, Qualifier::Range);
            range.max = Some(parse_decimal(max).unwrap());
            range.printed().full()
        };
        assert_eq!(range("1.3", "2", "万元"), "1.3万元～2万元");
        assert_eq!(range("15", "30", "%"), "15%～30%");
        assert_eq!(range("3", "5", "名"), "3～5名");
    }

    #[test]
    fn a_table_has_the_unit_in_its_own_column() {
        let mut range = quantity("1.3", "万元", Qualifier::Range);
        range.max = Some(parse_decimal("2").unwrap());
        assert_eq!(range.printed().bare(), "1.3～2");
    }

    #[test]
    fn a_table_shows_the_number_without_its_unit() {
        let printed = quantity("21.8", "万元", Qualifier::Over).printed();
        assert_eq!(
            (printed.before(), printed.after(), printed.unit),
            ("21".into(), ".8万余".into(), "元".into())
        );
    }

    #[test]
    fn a_wording_is_kept_whole() {
        let mut worded = quantity("2000", "万元", Qualifier::Over);
        worded.wording = Some("突破2000万元".into());
        assert_eq!(worded.printed().full(), "突破2000万元");
        assert_eq!(worded.printed().bare(), "突破2000");
        worded.wording = Some("10万余元".into());
        assert_eq!(worded.printed().full(), "10万余元");
        assert_eq!(
            (worded.printed().bare(), worded.printed().unit),
            ("10万余".into(), "元".into())
        );
        worded.value = None;
        worded.unit = Some("名".parse().unwrap());
        worded.wording = Some("数十名".into());
        assert_eq!(worded.printed().full(), "数十名");
    }
}
