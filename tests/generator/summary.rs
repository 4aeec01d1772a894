//! 提要 of 100 to 150 characters as printed.

use std::collections::BTreeMap;

use super::{entry::Statement, random::Random, source::range};

/// A clause that the summary may take up, and the first and last line that it stands on.
#[derive(Debug, Clone)]
pub(crate) struct Point {
    pub(crate) clause: String,
    pub(crate) lines: (usize, usize),
}

const LONGEST: usize = 148;
const SENTENCE: usize = 110;

const OPENINGS: [&str; 5] = [
    "把服务群众作为基层治理的着力点",
    "从群众身边的小事入手改进基层治理",
    "以党组织为主干整合部门和社会力量",
    "围绕办事难、议事难理顺基层治理流程",
    "把人力、经费和权限向村和社区倾斜",
];

/// Clauses for what no figure tells.
const FURTHER: [&str; 10] = [
    "乡镇和部门按清单履职",
    "村里的事由村民商量着办",
    "矛盾纠纷尽量在当地化解",
    "外出党员就近参加组织生活",
    "闲置资产用于集体经营",
    "后备人选有专人带",
    "问题办结后向群众公开",
    "重复的报表和检查有所减少",
    "各项任务的进展按季度通报",
    "试点做法逐步在其他乡镇推开",
];

/// Makes one or two statements; `shown` says how each figure is printed.
pub(crate) fn summary(
    random: &mut Random,
    county: &str,
    points: &[Point],
    shown: &BTreeMap<String, String>,
) -> Vec<Statement> {
    let opening = format!("据报道，{county}{}", random.pick(&OPENINGS));
    let enough = random.within(104..=130);
    let mut length = printed(&opening, shown) + 1;
    let mut lines = vec![(1, 1)];
    let mut clauses = Vec::new();
    let all: Vec<&Point> = points.iter().collect();
    let further = random.few(&FURTHER, FURTHER.len());
    let wanted = random.within(2..=6);
    for point in random.few(&all, wanted) {
        let more = printed(&point.clause, shown) + 1;
        if length < enough && length + more <= LONGEST {
            length += more;
            lines.push(point.lines);
            clauses.push(point.clause.clone());
        }
    }
    for clause in further {
        let more = printed(clause, shown) + 1;
        if length < enough && length + more <= LONGEST {
            length += more;
            clauses.push(clause.to_owned());
        }
    }
    // The last clause may be a statement of its own.
    let apart = clauses.len() > 3 && random.chance(40);
    let last = if apart { clauses.pop() } else { None };
    lines.sort_unstable();
    lines.dedup();
    let lines: Vec<String> = lines
        .into_iter()
        .map(|(first, last)| range(first, last))
        .collect();
    let statement = |kind: &'static str, modality: &'static str, text: String| Statement {
        kind,
        modality,
        lines: lines.join(", "),
        place: None,
        source: None,
        text,
    };
    let first = statement("practice", "done", sentences(&opening, &clauses, shown));
    let last = last.map(|clause| statement("result", "claimed", format!("{clause}。")));
    std::iter::once(first).chain(last).collect()
}

/// The clauses behind the opening, a new sentence where one would get too long.
fn sentences(opening: &str, clauses: &[String], shown: &BTreeMap<String, String>) -> String {
    let mut text = opening.to_owned();
    let mut length = printed(opening, shown);
    for (index, clause) in clauses.iter().enumerate() {
        let more = printed(clause, shown) + 1;
        let mark = match index {
            0 => '，',
            _ if length + more > SENTENCE => '。',
            _ => '；',
        };
        length = if mark == '。' { more } else { length + more };
        text.push(mark);
        text += clause;
    }
    text + "。"
}

/// How many characters a text has when its references are printed.
fn printed(text: &str, shown: &BTreeMap<String, String>) -> usize {
    let mut count = 0;
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('{') {
        let (id, after) = from.split_once('}').expect("closed references");
        count += before.chars().count() + shown[id].chars().count();
        rest = after;
    }
    count + rest.chars().count()
}
