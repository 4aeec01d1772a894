//! The faces of the four levels of headings.

use super::Page;
use crate::measure::{Entry, Line};

/// `一、` in 黑体, `（一）` in 楷体, `1.` in 仿宋, all of the body's size.
pub(super) fn levels(pages: &[Page<'_>]) -> Entry {
    let mut entry = Entry::new("faces of headings", "一、 黑体, （一） 楷体, 1. 仿宋");
    let mut counts = [0_usize; 3];
    for page in pages {
        for line in page
            .body()
            .filter(|line| line.indent(page.sheet) == Some(2) || opens(line))
        {
            let Some(level) = level(&line.text()) else {
                continue;
            };
            counts[level] += 1;
            let faces = FACES[level];
            let wrong = line.glyphs.iter().find(|glyph| {
                // Digits and marks come from faces of their own.
                crate::measure::line::is_han(&glyph.text)
                    && !faces.iter().any(|face| glyph.face.contains(face))
            });
            if let Some(wrong) = wrong {
                let found = format!(
                    "`{}` has `{}` in {}",
                    line.beginning(),
                    wrong.text,
                    wrong.face
                );
                entry.fault(page.sheet.number, found);
            }
        }
    }
    let [first, second, third] = counts;
    entry.measured(
        counts.iter().sum(),
        format!("{first}, {second} and {third} headings"),
    )
}

fn opens(line: &Line<'_>) -> bool {
    line.glyphs[0].text == "（"
}

/// Parts of the names of the faces of each level; rare characters come from 宋体.
const FACES: [&[&str]; 3] = [
    &["GwHei", "Gw-Hei", "SimHei"],
    &["Kai", "KAI", "gkai"],
    &["Zhuque", "GwSong", "Gw-Song", "FangSong"],
];

/// The level of a heading by its number; a sentence is none.
fn level(line: &str) -> Option<usize> {
    if line.ends_with(['。', '；', '：', '，']) || line.contains('。') {
        return None;
    }
    let after = |text: &str| {
        let rest =
            text.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
        (rest.len() < text.len()).then(|| rest.to_owned())
    };
    if after(line).is_some_and(|rest| rest.starts_with('、')) {
        return Some(0);
    }
    let second = line.strip_prefix('（').and_then(after);
    if second.is_some_and(|rest| rest.starts_with('）')) {
        return Some(1);
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    (rest.len() < line.len() && rest.starts_with('.')).then_some(2)
}
