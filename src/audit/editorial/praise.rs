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

/// What is wrong with a word, if anything.
#[derive(Debug, Clone, Copy)]
enum Fault {
    /// It praises, unless it is part of one of these longer words.
    Praise(&'static [&'static str]),
    Superlative,
}

/// All of them, so that a text is looked through once.
static WORDS: LazyLock<Words<'static, Fault>> = LazyLock::new(|| {
    let praise = PRAISE.map(|(word, harmless)| (word, Fault::Praise(harmless)));
    let superlatives = SUPERLATIVES.map(|word| (word, Fault::Superlative));
    Words::new(praise.into_iter().chain(superlatives), |_, _| {})
});

/// Reports adjectives that praise, and superlatives in sentences that do not say whose view they are.
pub(super) fn words(text: &Text<'_>) -> Vec<Finding> {
    let found = WORDS.within(text.written).filter_map(|(range, fault)| {
        let (at, word) = (range.start, &text.written[range]);
        let told = match fault {
            Fault::Praise(harmless) => !is_part(text.written, at, word, harmless),
            Fault::Superlative => {
                let sentence = text.sentence(at);
                !ATTRIBUTED.iter().any(|word| sentence.contains(word))
            }
        };
        (told && !text.is_quoted(at)).then_some((at, word, *fault))
    });
    let findings = found.map(|(at, word, fault)| match fault {
        Fault::Praise(_) => text.told(
            Code::Promotional,
            at,
            word,
            format!("`{word}` praises and says nothing that could be checked"),
            "strike it out, or say what was done, how often or how much",
        ),
        Fault::Superlative => text.told(
            Code::Superlative,
            at,
            word,
            format!("`{word}` is told as a fact"),
            "say who says so (据报道, 据…介绍), or strike it out",
        ),
    });
    findings.collect()
}

/// Whether a word of a text is there part of one of these longer ones.
fn is_part(text: &str, at: usize, word: &str, longer: &[&str]) -> bool {
    let (before, rest) = text.split_at(at);
    longer.iter().any(|longer| {
        let offset = longer.find(word).unwrap_or(0);
        rest.starts_with(&longer[offset..]) && before.ends_with(&longer[..offset])
    })
}
