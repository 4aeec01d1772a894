//! A county's own names for its ways of working, no two of a workspace alike.

use super::random::Random;

/// A scheme with its name.
#[derive(Debug, Clone)]
pub(crate) struct Scheme {
    pub(crate) id: String,
    pub(crate) text: String,
    /// A damaged form, as papers and scans have them.
    pub(crate) variant: String,
    /// The numerals in its name, each with its unit.
    pub(crate) numerals: Vec<String>,
    pub(crate) parts: Vec<String>,
    /// Whether the text says how many steps it has; the steps are its parts.
    pub(crate) stepped: bool,
}

const WAYS: [&str; 6] = [
    "工作法",
    "治理模式",
    "工作机制",
    "服务体系",
    "议事规程",
    "基层治理共同体建设模式",
];
const SIGNS: [&str; 6] = ["先锋", "红邻", "连心", "同心圆", "老槐树", "石榴籽"];
const STEPS: [&str; 8] = [
    "访户收集",
    "支部研判",
    "公开商议",
    "分工认领",
    "限期办理",
    "当面反馈",
    "群众评议",
    "归档备查",
];

/// The schemes of the county at a place in the list, one to three.
pub(crate) fn schemes(random: &mut Random, index: usize, short: &str, id: &str) -> Vec<Scheme> {
    let count = random.within(1..=3);
    let kinds = random.few(&[0, 1, 2, 3], count);
    let made = kinds
        .into_iter()
        .map(|kind| scheme(random, kind, index, short, id));
    made.collect()
}

fn scheme(random: &mut Random, kind: usize, index: usize, short: &str, id: &str) -> Scheme {
    let way = random.pick(&WAYS);
    let sign = random.pick(&SIGNS);
    let (name, numerals, parts) = match kind {
        // “4617”治理模式: four digits, each county's its own.
        0 => {
            let digits = (1000 + index).to_string();
            (format!("“{digits}”{way}"), vec![digits], 0)
        }
        // “6+N”甲子河先锋服务体系
        1 => {
            let digit = random.within(2..=9).to_string();
            (format!("“{digit}+N”{short}{sign}{way}"), vec![digit], 0)
        }
        2 => (
            format!("“{short}{sign}”{way}"),
            Vec::new(),
            random.within(3..=6),
        ),
        // 甲子河五步议事规程: its number counts its parts.
        _ => {
            let count = random.within(3..=8);
            let step = format!("{}步", ["三", "四", "五", "六", "七", "八"][count - 3]);
            (format!("{short}{step}{way}"), vec![step], count)
        }
    };
    Scheme {
        id: format!("{id}-scheme-{kind}"),
        variant: damaged(&name),
        text: name,
        numerals,
        parts: STEPS[..parts]
            .iter()
            .map(|part| (*part).to_owned())
            .collect(),
        stepped: kind == 3,
    }
}

/// The last character misread, as scanning does.
fn damaged(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    letters.pop();
    letters.into_iter().chain(['某']).collect()
}
