//! Ways of working are told once, on lines of their initiative, and each initiative has one.

use crate::{
    diagnostic::{Code, Finding},
    model::{Attribute, County, Facet, Initiative},
};

/// Reports attributes that stand twice or outside the lines of their initiative, and initiatives without a carrier.
pub(super) fn told(county: &County) -> Vec<Finding> {
    let of_initiatives = county.initiatives.iter().flat_map(|initiative| {
        let attributes = initiative.how.iter().enumerate();
        let wrong = attributes.flat_map(|(at, attribute)| {
            let earlier = &initiative.how[..at];
            twice(attribute, earlier)
                .into_iter()
                .chain(outside(attribute, initiative))
        });
        wrong.chain(missing(initiative))
    });
    of_initiatives.collect()
}

fn twice(attribute: &Attribute, earlier: &[Attribute]) -> Option<Finding> {
    let same =
        |other: &&Attribute| other.facet == attribute.facet && other.means == attribute.means;
    let first = earlier.iter().find(same)?;
    let key = attribute.facet.key();
    let message = format!("`{key}: {}` stands twice", attribute.means.word);
    Some(
        Finding::error(Code::DuplicateId, attribute.keys.of(key), message)
            .with_related(first.keys.of(key), "first here")
            .with_help("keep one, with all its lines"),
    )
}

fn outside(attribute: &Attribute, initiative: &Initiative) -> Option<Finding> {
    if attribute.lines.within(&initiative.lines) {
        return None;
    }
    let message = format!(
        "lines `{}` are not among the lines `{}` of initiative `{}`",
        attribute.lines, initiative.lines, initiative.id
    );
    Some(
        Finding::error(Code::LinesOutside, attribute.keys.of("lines"), message)
            .with_help("correct the lines here, or name them in the initiative's `lines:` too"),
    )
}

fn missing(initiative: &Initiative) -> Option<Finding> {
    let mut how = initiative.how.iter();
    if how.any(|attribute| attribute.facet == Facet::Carrier) {
        return None;
    }
    let message = format!(
        "nothing says what initiative `{}` works through",
        initiative.id
    );
    Some(
        Finding::warning(Code::NoCarrier, initiative.keys.entry(), message)
            .with_help("add `how:` with a `carrier`, by which comparisons lay ways side by side"),
    )
}
