//! Nothing is part of itself: neither figures nor places.

use crate::{
    diagnostic::{Code, Finding},
    model::{County, FigureId, PlaceId},
    span::Span,
};

/// Reports figures and places that are part of themselves, at once or over others.
pub(super) fn circles(county: &County) -> Vec<Finding> {
    let figures = county.figures.iter().filter_map(|figure| {
        let next = |id: &FigureId| county.figure(id)?.part_of.as_ref();
        circular(&figure.id, next).then(|| found("figure", figure.id.as_str(), figure.span))
    });
    let places = county.places.iter().filter_map(|place| {
        let next = |id: &PlaceId| county.place(id)?.parent.as_ref();
        circular(&place.id, next).then(|| found("place", place.id.as_str(), place.span))
    });
    figures.chain(places).collect()
}

fn circular<'c, I: PartialEq>(start: &'c I, next: impl Fn(&I) -> Option<&'c I>) -> bool {
    let mut seen = vec![start];
    while let Some(id) = seen.last().and_then(|last| next(last)) {
        if id == start {
            return true;
        }
        if seen.contains(&id) {
            return false; // A circle further on is reported where it is.
        }
        seen.push(id);
    }
    false
}

fn found(what: &str, id: &str, span: Span) -> Finding {
    let message = format!("{what} `{id}` is part of itself");
    Finding::error(Code::Circular, span, message)
        .with_help("follow `part_of:` or `parent:` from here and correct the one that leads back")
}
