//! Adjectives that praise, and superlatives that nobody is named for.

use std::sync::LazyLock;

use super::Text;
use crate::{
    diagnostic::{Code, Finding},
    model::Words,
};

/// Words that praise and say nothing that could be checked, each with longer words that it is a harmless part of.
const PRAISE: [(&str, &[&str]); 38] = [
    ("显著", &[]),
    ("大力", &[]),
    ("高度重视", &[]),
    ("全力", &[]),
    ("有力", &["有力量", "强有力"]),
    ("强有力", &[]),
    ("扎实", &[]),
    ("切实", &[]),
    ("积极", &["积极分子", "积极性"]),
    ("不断", &["不断档", "不断线", "持续不断"]),
    ("明显", &["说明显示"]),
    ("极大", &[]),
    ("大幅", &[]),
    ("卓有成效", &[]),
    ("硕果", &[]),
    ("丰硕", &[]),
    ("遍地开花", &[]),
    ("如火如荼", &[]),
    ("蓬勃", &[]),
    ("喜人", &[]),
    ("可喜", &[]),
    ("火热", &[]),
    ("圆满", &[]),
    ("斐然", &[]),
    ("长足", &[]),
    ("优异", &[]),
    ("瞩目", &[]),
    ("坚实", &[]),
    ("繁荣", &[]),
    ("一流", &[]),
    ("高标准", &["高标准农田"]),
    ("精心", &[]),
    ("好评", &[]),
    ("赞誉", &[]),
    ("典范", &[]),
    ("亮丽", &[]),
    ("焕然一新", &[]),
    ("翻天覆地", &[]),
];

/// Words that set something above all others.
const SUPERLATIVES: [&str; 15] = [
    "最大",
    "最早",
    "最好",
    "最强",
    "最先进",
    "首个",
    "首家",
    "首创",
    "率先",
    "领先",
    "唯一",
    "居首",
    "首位",
    "前列",
    "第一家",
];

/// Words by which a sentence says whose view it is.
const ATTRIBUTED: [&str; 14] = [
    "据", "称", "力求", "力争", "认为", "表示", "介绍", "反映", "报道", "材料", "评价", "说",
    "要求", "目标",
];

/// All of them, so that a text is looked through once.
static PRAISING: LazyLock<Words<'static, &'static [&'static str]>> =
    LazyLock::new(|| Words::new(PRAISE, |_, _| {}));
static SUPERLATIVE: LazyLock<Words<'static, ()>> =
    LazyLock::new(|| Words::new(SUPERLATIVES.map(|word| (word, ())), |(), ()| {}));

/// Reports adjectives that praise.
pub(super) fn adjectives(text: &Text<'_>) -> Vec<Finding> {
    let words = PRAISING
        .within(text.written)
        .filter_map(|(range, harmless)| {
            let word = &text.written[range.clone()];
            let (before, rest) = text.written.split_at(range.start);
            let part = |longer: &&str| {
                let offset = longer.find(word).unwrap_or(0);
                rest.starts_with(&longer[offset..]) && before.ends_with(&longer[..offset])
            };
            (!harmless.iter().any(part)).then_some((range.start, word))
        });
    let words = words.filter(|(at, _)| !text.is_quoted(*at));
    let findings = words.map(|(at, word)| {
        text.told(
            Code::Promotional,
            at,
            word,
            format!("`{word}` praises and says nothing that could be checked"),
            "strike it out, or say what was done, how often or how much",
        )
    });
    findings.collect()
}

/// Reports superlatives in sentences that do not say whose view they are.
pub(super) fn superlatives(text: &Text<'_>) -> Vec<Finding> {
    let words = SUPERLATIVE.within(text.written);
    let words = words.map(|(range, ())| (range.start, &text.written[range]));
    let words = words.filter(|(at, _)| {
        let sentence = text.sentence(*at);
        !text.is_quoted(*at) && !ATTRIBUTED.iter().any(|word| sentence.contains(word))
    });
    let findings = words.map(|(at, word)| {
        text.told(
            Code::Superlative,
            at,
            word,
            format!("`{word}` is told as a fact"),
            "say who says so (据报道, 据…介绍), or strike it out",
        )
    });
    findings.collect()
}
