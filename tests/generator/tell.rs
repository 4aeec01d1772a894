//! Sentences: what the paper prints and what we tell of it, from the same facts.

use super::{
    entry::Statement,
    plan::Plan,
    random::Random,
    source::Source,
    text::{Piece, dated, words},
    told::Told,
    vocabulary::Formulation,
};

/// What a statement is made from.
#[derive(Debug)]
pub(crate) struct Facts<'f> {
    pub(crate) plan: &'f Plan,
    pub(crate) kind: &'static str,
    pub(crate) told: Option<&'f Told>,
    /// A time that the text gives: 2024年3月.
    pub(crate) time: Option<String>,
    pub(crate) formulation: Option<&'static Formulation>,
    /// Whether the plan's scheme is named here.
    pub(crate) names_scheme: bool,
    /// How many statements of the initiative stand before it.
    pub(crate) before: usize,
}

/// What people say, with a number that counts nothing.
const SPEECHES: [(&str, &str, &str); 3] = [
    ("“这里做到“", "0", "”差错，大家放心。”一位居民说。"),
    ("“全年“", "365", "”在线，随时有人应。”值班员说。"),
    ("“给这里打", "100", "，不嫌高。”一位老人笑着说。"),
];

const VERDICTS: [&str; 5] = [
    "据报道，",
    "据介绍，",
    "材料称，",
    "据当地介绍，",
    "报道提到，",
];

/// Adds the paragraph to the source and tells it.
pub(crate) fn statement(
    random: &mut Random,
    source: &mut Source,
    facts: &Facts<'_>,
) -> (Statement, super::source::Stands) {
    let text = prose(random, facts);
    let pieces = news(random, facts);
    let stands = source.paragraph(pieces);
    if random.chance(20) && !source.columns {
        source.text.blank();
    }
    let planned = facts.told.is_some_and(|told| told.planned);
    let statement = Statement {
        kind: facts.kind,
        modality: match facts.kind {
            "result" => "claimed",
            _ if planned => "planned",
            _ => random.pick(&["done", "done", "done", "under-way"]),
        },
        lines: stands.lines(),
        place: None,
        source: None,
        text,
    };
    (statement, stands)
}

fn prose(random: &mut Random, facts: &Facts<'_>) -> String {
    let theme = facts.plan.theme;
    let actor = &facts.plan.actor;
    let time = facts
        .time
        .as_ref()
        .map_or_else(String::new, |time| format!("{time}，"));
    let clause = facts.told.filter(|told| told.mentioned).map(clause);
    if facts.told.is_some_and(|told| told.planned) {
        let clause = clause.unwrap_or_default();
        return match facts.before > 0 {
            true => format!("还计划{clause}，由{actor}承担。"),
            false => format!("下一步，{actor}计划{clause}。"),
        };
    }
    if facts.kind == "result" {
        let result = random.pick(theme.results);
        let verdict = random.pick(&VERDICTS);
        return match clause {
            Some(clause) => format!("{verdict}{time}{clause}。{result}。"),
            None => format!("{verdict}{result}。"),
        };
    }
    // No two statements of an initiative take the same.
    let first = facts.plan.id.len() + 2 * facts.before;
    let means = [first, first + 1].map(|at| theme.means[at % theme.means.len()]);
    let end = clause.unwrap_or_else(|| means[1].to_owned());
    let scheme = facts.plan.scheme.as_ref().filter(|_| facts.names_scheme);
    match (scheme, facts.formulation) {
        (Some(scheme), _) => format!("{time}{actor}推行{}，{}。{end}。", scheme.text, means[0]),
        (None, Some(formulation)) if facts.before > 0 => {
            format!(
                "{time}围绕{}，{}，由{actor}承担。{end}。",
                formulation.text, means[0]
            )
        }
        (None, Some(formulation)) => {
            format!(
                "{time}{actor}围绕{}，{}。{end}。",
                formulation.text, means[0]
            )
        }
        (None, None) if facts.before > 0 => format!("{time}{}，由{actor}承担。{end}。", means[0]),
        (None, None) => format!("{time}{actor}{}。{end}。", means[0]),
    }
}

/// The clause with what is computed from its figures, where there is such a number.
fn clause(told: &Told) -> String {
    let derived = told.derived.iter().filter(|derived| derived.mentioned);
    let more = derived.map(|derived| format!("，据此推算{}为{{{}}}", derived.name, derived.id));
    told.clause.clone() + &more.collect::<String>()
}

fn news(random: &mut Random, facts: &Facts<'_>) -> Vec<Piece> {
    let theme = facts.plan.theme;
    let mut pieces = Vec::new();
    if random.chance(4) {
        pieces.push(Piece::Other(
            random.pick(&["第一", "第二", "第三"]).to_owned(),
            "ordinal",
        ));
        pieces.push(words("，"));
    }
    if let Some(time) = &facts.time {
        pieces.extend(dated(time));
        pieces.push(words("，"));
    }
    pieces.push(words(format!(
        "{}{}",
        facts.plan.actor,
        random.pick(&["", "坚持问题导向，", "立足实际，", "久久为功，"])
    )));
    if let Some(scheme) = facts.plan.scheme.as_ref().filter(|_| facts.names_scheme) {
        pieces.push(words("探索实行"));
        pieces.push(Piece::Term(
            scheme.text.clone(),
            scheme.numerals.clone(),
            scheme.id.clone(),
        ));
        pieces.push(words("，"));
    }
    if let Some(formulation) = facts.formulation {
        let numerals = formulation
            .numerals
            .iter()
            .map(|numeral| (*numeral).to_owned());
        pieces.push(words("紧扣"));
        pieces.push(Piece::Term(
            formulation.text.to_owned(),
            numerals.collect(),
            formulation.id.to_owned(),
        ));
        pieces.push(words("，"));
    }
    pieces.push(words(random.pick(theme.news)));
    if facts.kind != "result" {
        pieces.push(words(format!("，{}", random.pick(theme.means))));
    }
    if let Some(told) = facts.told {
        pieces.push(words(if told.planned { "，力争" } else { "，" }));
        pieces.extend(told.news.iter().cloned());
    }
    if facts.kind == "result" {
        pieces.push(words(format!("，{}", random.pick(theme.results))));
    }
    pieces.push(words("。"));
    if random.chance(6) {
        let (before, number, after) = random.pick(&SPEECHES);
        pieces.push(words(before));
        pieces.push(Piece::Other(number.to_owned(), "speech"));
        pieces.push(words(after));
    }
    pieces
}
