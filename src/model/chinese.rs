//! Chinese numerals and what they are worth.

use rust_decimal::Decimal;

use super::numerals::{MORE, run, skipped};

/// What a Chinese numeral states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// 四, 二十三, 千
    Exact(Decimal),
    /// 五六十: between the two.
    Between(Decimal, Decimal),
    /// 上万, 三十余
    Over(Decimal),
    /// 百分之五
    Share(Decimal),
    /// 近半, 过半, 一半: a part, without a unit.
    Half,
    /// 数十, 十几: no number.
    Vague,
}

/// Reads the numeral that the text starts with: its length, without unit, and its amount.
pub(super) fn read(rest: &str) -> Option<(usize, Amount)> {
    if let Some(share) = rest.strip_prefix("百分之") {
        let len = run(share, |c| MORE.contains(&c));
        let amount = value(&share[..len]).map_or(Amount::Vague, Amount::Share);
        return (len > 0).then_some(("百分之".len() + len, amount));
    }
    if skipped(rest).is_some() {
        return None;
    }
    if let Some(half) = ["一半", "过半", "大半", "半数"]
        .iter()
        .find(|word| rest.starts_with(**word))
    {
        return Some((half.len(), Amount::Half));
    }
    if rest.starts_with('半') && !rest.starts_with("半年") && !rest.starts_with("半天") {
        // Alone it is half of something only behind 近: 近半; otherwise 半 is part of a word.
        return Some(('半'.len_utf8(), Amount::Half))
            .filter(|_| starts_clause(&rest['半'.len_utf8()..]));
    }
    if let Some(up_to) = rest.strip_prefix('上')
        && up_to.starts_with(['百', '千', '万', '亿'])
    {
        let len = run(up_to, |c| "十百千万亿".contains(c));
        return value(&up_to[..len]).map(|least| ('上'.len_utf8() + len, Amount::Over(least)));
    }
    let len = run(rest, |c| MORE.contains(&c));
    let written = &rest[..len];
    // 万 and 亿 alone are the multiplier of a unit.
    if written.is_empty() || written.starts_with(['万', '亿', '零', '余', '多']) {
        return None;
    }
    let bare = written.trim_end_matches(['余', '多']);
    let amount = match value(bare) {
        Some(number) if bare.len() < written.len() => Amount::Over(number),
        Some(number) => Amount::Exact(number),
        None => between(bare).map_or(Amount::Vague, |(low, high)| Amount::Between(low, high)),
    };
    Some((len, amount))
}

/// Whether half of something may be meant: a person or place noun follows, not a compound of 半.
fn starts_clause(after: &str) -> bool {
    !after.starts_with([
        '导', '径', '成', '岛', '封', '自', '夜', '山', '途', '路', '点', '信', '晌', '边',
    ])
}

/// The value of a numeral without 几, 数, 半.
fn value(written: &str) -> Option<Decimal> {
    // Above 亿, between 万 and 亿, below 万, and the digit before the next word of size.
    let (mut hundred_millions, mut ten_thousands, mut rest) = (0u64, 0u64, 0u64);
    let mut digit: Option<u64> = None;
    for c in written.chars() {
        if let Some(value) = digit_of(c) {
            if digit.is_some() {
                return None; // 五六: two digits side by side.
            }
            digit = Some(value);
            continue;
        }
        match c {
            '零' => {}
            '十' => rest += digit.take().unwrap_or(1) * 10,
            '百' => rest += digit.take().unwrap_or(1) * 100,
            '千' => rest += digit.take().unwrap_or(1) * 1_000,
            '万' => {
                rest += digit.take().unwrap_or(0);
                ten_thousands += if rest == 0 { 1 } else { rest };
                rest = 0;
            }
            '亿' => {
                rest += digit.take().unwrap_or(0);
                let below = ten_thousands.checked_mul(10_000)?.checked_add(rest)?;
                hundred_millions += if below == 0 { 1 } else { below };
                (ten_thousands, rest) = (0, 0);
            }
            _ => return None,
        }
    }
    let below = ten_thousands
        .checked_mul(10_000)?
        .checked_add(rest + digit.unwrap_or(0))?;
    let whole = hundred_millions
        .checked_mul(100_000_000)?
        .checked_add(below)?;
    (!written.is_empty()).then(|| Decimal::from(whole))
}

/// 五六十, 三四: two digits side by side, with the same word of size.
fn between(written: &str) -> Option<(Decimal, Decimal)> {
    let mut chars = written.chars();
    let (low, high) = (chars.next()?, chars.next()?);
    let (first, second) = (digit_of(low)?, digit_of(high)?);
    let size = chars.as_str();
    let of = |digit: char| value(&format!("{digit}{size}"));
    (second == first + 1).then_some(())?;
    Some((of(low)?, of(high)?))
}

fn digit_of(c: char) -> Option<u64> {
    let value = match c {
        '一' => 1,
        '两' | '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_numerals() {
        for (written, expected) in [
            ("四", 4),
            ("两", 2),
            ("十", 10),
            ("十二", 12),
            ("二十三", 23),
            ("三百零五", 305),
            ("千", 1_000),
            ("两千", 2_000),
            ("三万五千", 35_000),
            ("一亿二千万", 120_000_000),
        ] {
            assert_eq!(value(written), Some(Decimal::from(expected)), "{written}");
        }
        for vague in ["数十", "十几", "几"] {
            assert_eq!(value(vague), None, "{vague}");
        }
        assert_eq!(between("三四"), Some((Decimal::from(3), Decimal::from(4))));
        assert_eq!(between("三五"), None);
    }
}
