//! What is said of one place is not told as the county's, and no target as a result.

use crate::{
    diagnostic::{Code, Finding, Focus},
    model::{County, Figure, Initiative, Modality, PlaceId, Segment, Statement},
};

/// Words by which a sentence speaks of the whole county, where it begins with them: a village may be well known 在全县.
const WHOLE: [&str; 4] = ["全县", "各乡镇", "县里", "该县"];

/// What a part of a sentence follows on.
const BEFORE: [char; 6] = ['。', '，', '；', '：', '！', '？'];

/// Words by which a sentence says that something is not reached yet.
const AHEAD: [&str; 10] = [
    "目标", "计划", "拟", "力争", "将", "预计", "规划", "争取", "到时", "要求",
];

/// Reports statements of one place that speak of all, numbers of one place that are told of the county, and targets told
/// as reached.
pub(super) fn kept(county: &County) -> Vec<Finding> {
    let of_initiatives = county.initiatives.iter().flat_map(|initiative| {
        let statements = initiative.statements.iter();
        statements.map(move |statement| (Some(initiative), statement))
    });
    let of_county = county.summary.iter().chain(&county.background);
    let of_county = of_county.map(|statement| (None, statement));
    let all = of_initiatives.chain(of_county);
    all.flat_map(|(initiative, statement)| {
        let whole = whole(county, initiative, statement);
        let local = local(county, initiative, statement);
        whole
            .into_iter()
            .chain(local)
            .chain(targets(county, statement))
    })
    .collect()
}

/// Whom a statement is about.
fn place<'s>(initiative: Option<&'s Initiative>, statement: &'s Statement) -> Option<&'s PlaceId> {
    let own = statement.place.as_ref();
    let place = own.or_else(|| initiative.map(|initiative| &initiative.place));
    place.filter(|place| place.as_str() != PlaceId::COUNTY)
}

/// A statement of one place that speaks of the whole county and mentions a number of that place.
fn whole(
    county: &County,
    initiative: Option<&Initiative>,
    statement: &Statement,
) -> Option<Finding> {
    let place = place(initiative, statement)?;
    let of_place = |figure: &&Figure| figure.subject == *place;
    let mut figures = statement.text.references();
    figures.find(|one| county.figure(&one.figure).as_ref().is_some_and(of_place))?;
    let written = statement.text.written();
    let begins = |at: &usize| *at == 0 || written[..*at].ends_with(BEFORE);
    let (at, word) = WHOLE.iter().find_map(|word| {
        let mut found = written.match_indices(word).map(|(at, _)| at);
        Some((found.find(begins)?, *word))
    })?;
    let named = county.place_name(place);
    let message = format!("`{word}` stands in a statement with a number of {named} only");
    Some(
        Finding::warning(Code::LocalAsCounty, statement.text.span, message)
            .with_focus(Focus::at(written, at, word))
            .with_help(format!("say that it is {named}'s")),
    )
}

/// A number of one place in a statement of the county that does not name the place.
fn local(
    county: &County,
    initiative: Option<&Initiative>,
    statement: &Statement,
) -> Option<Finding> {
    if place(initiative, statement).is_some() {
        return None;
    }
    let written = statement.text.written();
    let unnamed = statement.text.references().find_map(|reference| {
        let figure = county.figure(&reference.figure)?;
        let place = county.place(&figure.subject)?;
        if place.id.as_str() == PlaceId::COUNTY {
            return None;
        }
        let named = names(county, &place.id);
        let told = named.iter().any(|name| written.contains(name.as_str()));
        (!told).then_some((reference, &place.name))
    });
    let (reference, name) = unnamed?;
    let mention = format!("{{{}", reference.figure);
    let at = written.find(&mention).unwrap_or(0);
    let message = format!(
        "`{}` is a number of {name}, which this statement of the county does not name",
        reference.figure
    );
    Some(
        Finding::warning(Code::LocalAsCounty, statement.text.span, message)
            .with_focus(Focus::at(written, at, &mention))
            .with_help(format!("name {name}, or give the statement its `place:`")),
    )
}

/// The names by which a text may call a place, and the places that it lies in: 畖底镇, 畖底.
fn names(county: &County, id: &PlaceId) -> Vec<String> {
    let mut names = Vec::new();
    let mut next = county.place(id);
    while let Some(place) = next.filter(|place| place.id.as_str() != PlaceId::COUNTY) {
        let short = place.name.trim_end_matches(['镇', '乡', '村']);
        if names.iter().any(|name| name == short) {
            break;
        }
        // A district of the county seat is called by its last word too: 龙海社区, 社区.
        names.push(short.to_owned());
        next = place
            .parent
            .as_ref()
            .and_then(|parent| county.place(parent));
    }
    names
}

/// A target in a statement of what is done or came of it.
fn targets(county: &County, statement: &Statement) -> Option<Finding> {
    if statement.modality == Modality::Planned {
        return None;
    }
    let written = statement.text.written();
    let target = statement.text.places().find_map(|(at, segment)| {
        let Segment::Figure(reference) = segment else {
            return None;
        };
        let figure = county.figure(&reference.figure)?;
        figure.target.then_some((at, reference))
    });
    let (at, reference) = target?;
    if AHEAD.iter().any(|word| written[..at].contains(word)) {
        return None;
    }
    let mention = format!("{{{}", reference.figure);
    let message = format!(
        "target `{}` is told as if it were reached",
        reference.figure
    );
    Some(
        Finding::warning(Code::TargetAsResult, statement.text.span, message)
            .with_focus(Focus::at(written, at, &mention))
            .with_help(
                "say that it is a target (目标为, 计划), or make the statement `modality: planned`",
            ),
    )
}
