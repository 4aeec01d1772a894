//! Doubts about single figures and about the text.

use super::{
    entry::{Doubt, Figure, TextDoubt},
    random::Random,
    source::Source,
    text::Piece,
};

const OF_FIGURES: [(&str, &str); 8] = [
    ("unclear", "未说明是当年数还是累计数。"),
    ("unclear", "未说明统计范围是否包括社区。"),
    ("implausible", "与同类县相比明显偏大，原文没有解释。"),
    ("misprint", "数字后的单位疑有脱字，按上下文理解。"),
    ("target-as-result", "原文把计划数写成已完成的数。"),
    ("coverage-claim", "原文称已全覆盖，但未载总数，无从核对。"),
    ("copies-differ", "文中前后印法不同，引用首次出现的数。"),
    ("repeated", "同一段文字重复排印，按一次计。"),
];

const OF_TEXT: [(&str, &str, &str); 8] = [
    ("truncated", "left-out", "此行末尾没有写完。"),
    (
        "spliced",
        "as-printed",
        "前后文字接成一句，意思不通，按上下文理解。",
    ),
    ("repeated", "as-printed", "图片说明逐字重复，按一次计。"),
    ("misprint", "as-printed", "疑有错字，不影响事实。"),
    (
        "name-variant",
        "usual-name",
        "同一机构的名称前后写法不同，用通行名称。",
    ),
    ("unclear", "as-printed", "没有说明具体内容，引用从原文。"),
    (
        "copies-differ",
        "first-copy",
        "另一版本用字不同，正文依前一版本。",
    ),
    (
        "coverage-claim",
        "as-printed",
        "原文称全面覆盖，没有给出数目。",
    ),
];

/// Doubts a figure; with `left_out` nothing may mention it.
pub(crate) fn of_figure(random: &mut Random, figure: &mut Figure, left_out: bool) {
    let (code, note) = random.pick(&OF_FIGURES);
    figure.doubt = Some(Doubt {
        code,
        severity: if random.chance(30) {
            "serious"
        } else {
            "minor"
        },
        treatment: if left_out { "left-out" } else { "as-printed" },
        note: Some(note.to_owned()),
        right: None,
    });
}

/// Doubts about places of the sources.
pub(crate) fn of_text(random: &mut Random, count: usize, sources: &[Source]) -> Vec<TextDoubt> {
    let made = (1..=count).map(|number| {
        let source = &sources[random.below(sources.len())];
        let line = loop {
            let line = random.below(source.text.lines.len());
            if !source.text.lines[line].is_empty() {
                break line;
            }
        };
        let (code, treatment, note) = random.pick(&OF_TEXT);
        TextDoubt {
            id: format!("{code}-{number}"),
            source: source.id.clone(),
            lines: (line + 1).to_string(),
            printed: printed(&source.text.lines[line]),
            doubt: Doubt {
                code,
                severity: if random.chance(20) {
                    "serious"
                } else {
                    "minor"
                },
                treatment,
                note: Some(note.to_owned()),
                right: (code == "misprint").then(|| "某字应为另一字".to_owned()),
            },
        }
    });
    made.collect()
}

/// A few characters of a line in which no numeral stands.
fn printed(line: &[Piece]) -> Option<String> {
    line.iter().find_map(|piece| match piece {
        Piece::Words(text) if text.chars().count() >= 4 => Some(text.chars().take(12).collect()),
        Piece::Words(_) | Piece::Figure(..) | Piece::Other(..) | Piece::Term(..) => None,
    })
}
