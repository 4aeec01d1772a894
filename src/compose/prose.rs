//! Prose of the data with its numbers printed, as runs or as Markdown.

use crate::{
    document::{Inline, Role, plain_text},
    model::{County, Formula, Number, Operation, Prose, Segment, Shape, Unit},
    template::{Markdown, escape, number_link},
};

/// Prose as runs; every mentioned number keeps its id.
pub(super) fn runs(county: &County, prose: &Prose) -> Vec<Inline> {
    let runs = prose.segments().filter_map(|segment| match segment {
        Segment::Text(text) => Some(Inline::plain(text)),
        Segment::Figure(reference) => Some(number(
            county,
            county.number(&reference.figure)?,
            reference.shape,
        )),
    });
    runs.collect()
}

/// A sentence of a county's data that is about the county unless it says otherwise, after the county's name: 盂县以…,
/// 盂县牛村镇党委…; what is quoted is set off, 盂县：据报道，….
pub(super) fn of_county(county: &County, prose: &Prose) -> Markdown {
    let (mut runs, dropped) = subject_dropped(county, prose);
    let first = runs.first().map_or("", |run| run.text.as_str());
    let set_off = !dropped && QUOTING.iter().any(|word| first.starts_with(word));
    let name = if set_off {
        format!("{}：", county.name)
    } else {
        county.name.clone()
    };
    runs.insert(0, Inline::plain(name));
    markdown(&runs)
}

/// The same where the county's name stands as a label before it.
pub(super) fn without_subject(county: &County, prose: &Prose) -> Markdown {
    markdown(&subject_dropped(county, prose).0)
}

/// How the county calls itself.
const SELF: &str = "该县";
/// How sentences begin that do not take a county's name as their subject.
const QUOTING: [&str; 3] = ["据", "报道", "全县"];

fn subject_dropped(county: &County, prose: &Prose) -> (Vec<Inline>, bool) {
    let mut runs = runs(county, prose);
    let Some(first) = runs.first_mut() else {
        return (runs, false);
    };
    let text = &first.text;
    let rest = text
        .strip_prefix(SELF)
        .or_else(|| text.strip_prefix(county.name.as_str()))
        .map(str::to_owned);
    let dropped = rest.is_some();
    if let Some(rest) = rest {
        first.text = rest;
    }
    (runs, dropped)
}

/// A number of a county as a run.
pub(super) fn number(county: &County, number: Number<'_>, shape: Shape) -> Inline {
    let printed = number.quantity().printed();
    let text = match shape {
        Shape::Full => printed.full(),
        Shape::Value => printed.bare(),
    };
    let role = match number {
        Number::Figure(figure) => Role::Figure {
            id: format!("{}/{}", county.id, figure.id),
        },
        Number::Derived(derived) => Role::Derived {
            id: format!("{}/{}", county.id, derived.id),
            formula: formula(county, &derived.formula),
        },
    };
    Inline::new(text, role)
}

/// A computation as it is printed: `369−224`, with units where they differ.
pub(super) fn formula(county: &County, formula: &Formula) -> String {
    plain_text(&computation(county, formula))
}

/// The same as runs, the numbers bound.
pub(super) fn computation(county: &County, formula: &Formula) -> Vec<Inline> {
    let operands: Vec<Inline> = operands(county, formula).collect();
    if let (Operation::Growth, [after, before]) = (formula.operation, operands.as_slice()) {
        let sign = |sign| Inline::plain(sign);
        let (after, before) = (after.clone(), before.clone());
        return vec![
            sign("（"),
            after,
            sign("−"),
            before.clone(),
            sign("）/"),
            before,
        ];
    }
    let mut runs = Vec::new();
    for (index, operand) in operands.into_iter().enumerate() {
        if index > 0 {
            runs.push(Inline::plain(formula.operation.sign()));
        }
        runs.push(operand);
    }
    runs
}

/// The numbers of a computation, in order.
fn operands<'c>(county: &'c County, formula: &'c Formula) -> impl Iterator<Item = Inline> + 'c {
    let numbers = || formula.operands.iter().filter_map(|id| county.number(id));
    let mut multipliers =
        numbers().map(|number| number.quantity().unit.as_ref().map(Unit::multiplier));
    let first = multipliers.next();
    let same = multipliers.all(|multiplier| Some(multiplier) == first);
    let shape = if same { Shape::Value } else { Shape::Full };
    numbers().map(move |operand| number(county, operand, shape))
}

/// Runs as Markdown that a template can insert.
pub(super) fn markdown(runs: &[Inline]) -> Markdown {
    let parts = runs.iter().map(|run| match &run.role {
        Role::Figure { id } => number_link(&run.text, "fig", id, None).0,
        Role::Derived { id, formula } => number_link(&run.text, "num", id, Some(formula)).0,
        Role::Plain
        | Role::Date
        | Role::Name { .. }
        | Role::Numbering
        | Role::Source { .. }
        | Role::Doubt { .. } => escape(&run.text),
    });
    Markdown(parts.collect())
}

/// Several texts, one after the other, as Markdown.
pub(super) fn joined<'p>(county: &County, texts: impl IntoIterator<Item = &'p Prose>) -> Markdown {
    let runs: Vec<Inline> = texts
        .into_iter()
        .flat_map(|prose| runs(county, prose))
        .collect();
    markdown(&runs)
}
