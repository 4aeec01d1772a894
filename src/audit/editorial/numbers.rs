//! A number in a sentence has its unit.

use crate::{
    diagnostic::{Code, Finding, Focus},
    model::{County, Prose, Segment, Shape},
};

/// What may stand between numbers that share the unit behind the last.
const BETWEEN: [&str; 6] = ["、", "和", "至", "到", "—", "比"];

/// Reports `{figure.value}` of a figure that has a unit where neither it nor a further number follows.
pub(super) fn with_unit(county: &County, prose: &Prose) -> Vec<Finding> {
    if prose.references().all(|one| one.shape == Shape::Full) {
        return Vec::new();
    }
    let written = prose.written();
    let places: Vec<(usize, Segment<'_>)> = prose.places().collect();
    let bare = places
        .iter()
        .enumerate()
        .filter_map(|(index, (at, segment))| {
            let Segment::Figure(reference) = segment else {
                return None;
            };
            let number = county.number(&reference.figure)?;
            let unit = number.quantity().unit.as_ref()?;
            if reference.shape == Shape::Full {
                return None;
            }
            let follows = match places.get(index + 1) {
                Some((_, Segment::Text(text))) => {
                    let named =
                        text.starts_with(unit.base()) || text.starts_with(&unit.to_string());
                    named || BETWEEN.iter().any(|word| text.starts_with(word))
                }
                Some((_, Segment::Figure(_))) => true,
                None => false,
            };
            (!follows).then_some((*at, reference, unit))
        });
    let findings = bare.map(|(at, reference, unit)| {
        let mention = format!("{{{}.value}}", reference.figure);
        let message = format!("`{mention}` stands without its unit `{unit}`");
        Finding::warning(Code::NoUnit, prose.span, message)
            .with_focus(Focus::at(written, at, &mention))
            .with_help(format!("write `{{{}}}`", reference.figure))
            .of_figure(&county.id, &reference.figure)
    });
    findings.collect()
}
