//! What writers are told beside a number: warnings about its figure, and where the office wants them its doubts.

use std::collections::{BTreeMap, BTreeSet};

use super::{ComposeError, lists};
use crate::{
    diagnostic::{Code, Finding, Severity},
    document::{Block, Comment, Document, plain_text},
    model::{Comments, Doubt, Figure, Model, Treatment},
    template::Templates,
};

/// The warnings about figures, by the figure's full id.
pub type Warnings<'f> = BTreeMap<&'f str, Vec<Code>>;

/// Which findings are warnings about a figure.
pub fn warnings(findings: &[Finding]) -> Warnings<'_> {
    let mut warnings = Warnings::new();
    for finding in findings {
        if let (Severity::Warning, Some(figure)) = (finding.severity, &finding.figure) {
            warnings.entry(figure).or_default().push(finding.code);
        }
    }
    warnings
}

/// Comments on the figures that a report prints, in the order that it first prints them.
///
/// # Errors
/// When the template of doubts fails.
pub fn comments(
    model: &Model,
    templates: &Templates,
    document: &Document,
    warnings: &Warnings<'_>,
) -> Result<Vec<Comment>, ComposeError> {
    let doubts = match model.config.docx_comments {
        Comments::None => return Ok(Vec::new()),
        Comments::Warnings => false,
        Comments::All => true,
    };
    let mut comments = Vec::new();
    for id in mentioned(document) {
        let comment = |lines: [String; 2]| Comment {
            figure: id.clone(),
            lines: lines.to_vec(),
        };
        let codes = warnings.get(id.as_str()).into_iter().flatten();
        comments.extend(codes.map(|code| comment(warning(*code))));
        if doubts && let Some((county, figure, doubt)) = doubted(model, &id) {
            let text = lists::figure_doubt_text(county, figure, doubt, templates)?;
            comments.push(comment([
                format!("存疑（{}）：{}", doubt.code.word(), plain_text(&text)),
                format!("下一步：{}", after_doubt(doubt.treatment)),
            ]));
        }
    }
    Ok(comments)
}

/// The full ids of the numbers that a document prints, each once.
fn mentioned(document: &Document) -> Vec<String> {
    let pieces = document.blocks.iter().flat_map(Block::pieces);
    let runs = pieces.flat_map(|piece| piece.text);
    let mut seen = BTreeSet::new();
    runs.filter_map(|run| run.role.bound_to().map(str::to_owned))
        .filter(|id| seen.insert(id.clone()))
        .collect()
}

fn doubted<'m>(
    model: &'m Model,
    id: &str,
) -> Option<(&'m crate::model::County, &'m Figure, &'m Doubt)> {
    let (county, figure) = id.split_once('/')?;
    let county = model.county(&county.parse().ok()?)?;
    let figure = county.figure(&figure.parse().ok()?)?;
    Some((county, figure, figure.doubt.as_deref()?))
}

/// Warnings about figures: what is wrong and the next step, for who does not read the messages of `check`.
const WARNINGS: [(Code, &str, &str); 6] = [
    (
        Code::UnusedFigure,
        "没有一处正文提到此数，只在数据表中列出",
        "在某条陈述中引用，或列入所属做法的 `figures`",
    ),
    (
        Code::StaleDoubt,
        "存疑已不成立：所疑的关系现在对得上",
        "删去该条存疑",
    ),
    (Code::NoUnit, "有一处单独印数，没有单位", "写成带单位的引用"),
    (
        Code::OtherSubject,
        "原文中此数前面说的是另一处地方或另一项内容",
        "对照原文改正 `subject`；确实无误的，用存疑 `unclear` 说明",
    ),
    (
        Code::ChangeAsLevel,
        "原文说的是增减，数据中作为总量",
        "加上 `change: true`；确为总量的，用存疑 `unclear` 说明",
    ),
    (
        Code::PeriodOutside,
        "原文此句所说年份与数据所记时间不同",
        "改正 `period`；确实无误的，用存疑 `unclear` 说明",
    ),
];

fn warning(code: Code) -> [String; 2] {
    let known = WARNINGS.iter().find(|(known, ..)| *known == code);
    let words = known.map(|(_, wrong, next)| (*wrong, *next));
    let (wrong, next) = words.unwrap_or(("数据检查对此数有提示", "运行 `briefings check` 查看"));
    [
        format!("提示（{}）：{wrong}。", code.name()),
        format!("下一步：{next}。"),
    ]
}

fn after_doubt(treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::AsPrinted => "现照原文引用；核实后改正数据，并删去该条存疑。",
        Treatment::LeftOut => "现不引用；核实后改正数据，并删去该条存疑。",
        Treatment::FirstCopy => "现从第一份文字稿；核对两稿后，删去该条存疑或改用另一稿。",
        Treatment::UsualName => "现用通行名称；核实后改正数据，并删去该条存疑。",
    }
}
