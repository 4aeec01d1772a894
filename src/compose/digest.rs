//! One page for a leader: of a comparison the little that matters most.
//!
//! **Invariant:** one page. Type is never made smaller: what has no room is left out, in the order of [`Topic`], the last
//! first. How much room a sentence takes is reckoned from its characters, rather too much than too little.

use super::{
    ComposeError, approaches, assemble::Inserts, comparison, conclusions, evidence, indicators,
    matrix, prose,
};
use crate::{
    document::{Inline, Presence, plain_text},
    model::{ComparisonPlan, County, DigestPlan, Initiative, Model, Row, Verdict, compare},
    template::{
        Markdown, Templates,
        view::{ConclusionView, DigestView},
    },
};

/// Lines of body text that a page has below the masthead, title and lead, and above the imprint.
const ROOM: usize = 15;
/// Characters of a line of the imprint, which is set smaller and is no higher than one of the text.
const IMPRINT_LINE: usize = 28;
/// Characters of a line, the one left out that punctuation may push to the next.
const LINE: usize = 27;
/// Sentences of a topic that come before those of the next; what room is left is for further ones.
const FIRST: usize = 2;
/// What the first line of a paragraph is indented by, and the longest label that it begins with.
const LABEL: usize = 2 + 10;
/// Initiatives named of each county.
const WEIGHTIEST: usize = 2;

/// What the page tells, the most important first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Topic {
    /// What each county's text tells most of.
    Counties,
    /// Values that may be compared.
    Values,
    /// Ways that several counties go.
    Shared,
    /// What they do differently in the same way.
    Studies,
    /// Values that look comparable and are not.
    Refused,
    /// Themes that a county's material says nothing of.
    Absent,
}

/// A sentence of a topic, without its full stop.
struct Item {
    topic: Topic,
    text: Markdown,
    /// In full-width characters.
    width: usize,
}

/// Renders the template; there are no typed blocks.
pub(super) fn digest(
    model: &Model,
    templates: &Templates,
    plan: &DigestPlan,
    of: &ComparisonPlan,
) -> Result<(String, Inserts), ComposeError> {
    let counties = model.in_order(&of.counties);
    let more = format!("详见《{}》和各县材料。", of.title);
    let more = (2 + width(&more)).div_ceil(LINE);
    let imprint = model.config.imprint.iter();
    let imprint: usize = imprint.map(|line| width(line).div_ceil(IMPRINT_LINE)).sum();
    let room = ROOM.saturating_sub(more + imprint);
    let kept = fitting(items(model, &counties), room);
    let told = |topic: Topic| {
        let items = kept.iter().filter(|item| item.topic == topic);
        let texts: Vec<&str> = items.map(|item| item.text.0.as_str()).collect();
        (!texts.is_empty()).then(|| Markdown(texts.join("；")))
    };
    let view = DigestView {
        report: plan.id.to_string(),
        span: comparison::span_of(model, &counties),
        counties: told(Topic::Counties),
        values: told(Topic::Values),
        shared: told(Topic::Shared),
        studies: told(Topic::Studies),
        refused: told(Topic::Refused),
        absent: told(Topic::Absent),
        comparison: of.title.clone(),
    };
    Ok((templates.render("digest", &view)?, Inserts::new()))
}

/// The items that there is room for: each topic is a paragraph of its own, and what is more important goes first.
fn fitting(items: Vec<Item>, room: usize) -> Vec<Item> {
    let mut kept: Vec<Item> = Vec::new();
    let lines = |items: &[Item], more: &Item| -> usize {
        let mut topics: Vec<(Topic, usize)> = Vec::new();
        for item in items.iter().chain([more]) {
            match topics.iter_mut().find(|(topic, _)| *topic == item.topic) {
                Some((_, width)) => *width += item.width + 1,
                None => topics.push((item.topic, LABEL + item.width + 1)),
            }
        }
        topics.iter().map(|(_, width)| width.div_ceil(LINE)).sum()
    };
    for item in items {
        if lines(&kept, &item) <= room {
            kept.push(item);
        }
    }
    kept
}

fn items(model: &Model, counties: &[&County]) -> Vec<Item> {
    let rows = indicators::sorted(compare(&model.indicators, counties));
    let of_rows = |verdicts: &'static [Verdict]| {
        let rows = rows.iter();
        rows.filter(move |row| verdicts.contains(&row.comparison.verdict))
    };
    let mut items = Vec::new();
    let mut add = |topic, runs: Vec<Inline>| items.push(item(topic, &runs));
    let told = weightiest(counties);
    if !told.is_empty() {
        add(Topic::Counties, told);
    }
    for row in of_rows(&[Verdict::Comparable, Verdict::WithCaveats]) {
        add(Topic::Values, values(row));
    }
    let told = conclusions::told(model, counties);
    for one in &told.shared {
        add(Topic::Shared, shared(one));
    }
    for one in &told.studies {
        add(Topic::Studies, study(one));
    }
    let refused: Vec<&str> = of_rows(&[Verdict::NotComparable])
        .map(|row| row.indicator.name.as_str())
        .collect();
    if !refused.is_empty() {
        add(Topic::Refused, vec![Inline::plain(refused.join("、"))]);
    }
    // All counties or none: one that is not named would seem to lack nothing.
    let absent = counties.iter().filter_map(|county| {
        let themes = model.themes.iter();
        let absent = themes.filter(|theme| matrix::presence(county, theme) == Presence::Absent);
        let names: Vec<&str> = absent.map(|theme| theme.name.as_str()).collect();
        (!names.is_empty()).then(|| format!("{}{}", county.name, names.join("、")))
    });
    let absent: Vec<String> = absent.collect();
    if !absent.is_empty() {
        add(Topic::Absent, vec![Inline::plain(absent.join("；"))]);
    }
    let mut seen: Vec<Topic> = Vec::new();
    let ordered = items.into_iter().map(|item| {
        seen.push(item.topic);
        let so_far = seen.iter().filter(|topic| **topic == item.topic);
        (so_far.count() > FIRST, item)
    });
    let mut ordered: Vec<(bool, Item)> = ordered.collect();
    ordered.sort_by_key(|(further, item)| (*further, item.topic));
    ordered.into_iter().map(|(_, item)| item).collect()
}

/// 盂县有主题教育巡回指导、结对帮扶与包村；兴县有…: the initiatives of which most is told. All counties stand in it, as one
/// that is left out would seem to do nothing.
fn weightiest(counties: &[&County]) -> Vec<Inline> {
    let mut runs = Vec::new();
    for county in counties {
        let mut initiatives: Vec<&Initiative> = county.initiatives.iter().collect();
        initiatives.sort_by_key(|one| {
            std::cmp::Reverse((
                one.level.tag().is_none(),
                one.statements.len(),
                one.mentioned().len(),
            ))
        });
        initiatives.truncate(WEIGHTIEST);
        if !initiatives.is_empty() {
            let comma = if runs.is_empty() { "" } else { "；" };
            runs.push(Inline::plain(format!("{comma}{}有", county.name)));
            runs.extend(approaches::names(county, &initiatives));
        }
    }
    runs
}

fn item(topic: Topic, runs: &[Inline]) -> Item {
    Item {
        topic,
        text: prose::markdown(runs),
        width: width(&plain_text(runs)),
    }
}

/// In full-width characters; half-width ones are about half as wide.
fn width(text: &str) -> usize {
    let (narrow, wide): (Vec<char>, Vec<char>) = text.chars().partition(char::is_ascii);
    wide.len() + narrow.len().div_ceil(2)
}

/// 行政村数：万荣县210个、兴县244个（2021年），附条件可比
fn values(row: &Row<'_>) -> Vec<Inline> {
    let mut runs = vec![Inline::plain(format!("{}：", row.indicator.name))];
    let reported = row.answers.iter();
    let reported = reported.filter_map(|answer| Some((answer.county, answer.figure?)));
    runs.extend(evidence::listed(reported));
    let verdict = indicators::verdict(row.comparison.verdict).word();
    runs.push(Inline::plain(format!("，{verdict}")));
    runs
}

/// 党群服务阵地，万荣县、兴县都建设阵地，组织形式同为常设中心或站点
fn shared(one: &ConclusionView) -> Vec<Inline> {
    let carrier = one.carrier.as_deref().unwrap_or_default();
    let common = one.common.as_deref().unwrap_or_default();
    let besides = match &one.facet {
        Some(facet) => format!("，{facet}同为{common}"),
        None => format!("，并{common}"),
    };
    let text = format!("{}，{}都{carrier}{besides}", one.theme, one.counties);
    vec![Inline::plain(text)]
}

/// 减负与作风监督的检查办法，盂县为公示公开，万荣县为考核评价
fn study(one: &ConclusionView) -> Vec<Inline> {
    let facet = one.facet.as_deref().unwrap_or_default();
    let users = one.users.iter();
    let users = users.map(|user| format!("{}为{}", user.county, user.means));
    let told = users.collect::<Vec<_>>().join("，");
    let silent = one.silent.as_ref();
    let silent = silent.map_or_else(String::new, |silent| format!("，{silent}材料未写"));
    vec![Inline::plain(format!(
        "{}的{facet}，{told}{silent}",
        one.theme
    ))]
}
