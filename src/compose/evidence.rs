//! Values of several counties listed as they were reported: listing sets nothing against anything.

use super::prose;
use crate::{
    document::{Inline, Role},
    model::{Answer, County, Figure, Number, PlaceId, Row, Shape},
};

/// Each value with its county and period: 兴县244个（2021年）、….
pub(super) fn listed<'m>(
    values: impl IntoIterator<Item = (&'m County, &'m Figure)>,
) -> Vec<Inline> {
    let mut runs = Vec::new();
    for (county, figure) in values {
        if !runs.is_empty() {
            runs.push(Inline::plain("、"));
        }
        runs.push(Inline::plain(&county.name));
        if figure.subject.as_str() != PlaceId::COUNTY {
            runs.push(Inline::plain(county.place_name(&figure.subject)));
        }
        runs.push(prose::number(county, Number::Figure(figure), Shape::Full));
        if let Some(period) = figure.period {
            runs.push(Inline::plain("（"));
            runs.push(Inline::new(period.printed(), Role::Date));
            runs.push(Inline::plain("）"));
        }
    }
    runs
}

/// The values of a row, those of places included, then the counties without one.
pub(super) fn of_row(row: &Row<'_>) -> Vec<Inline> {
    let reported = row.answers.iter().flat_map(|answer| {
        let figures = answer
            .figure
            .into_iter()
            .chain(answer.local.iter().copied());
        figures.map(|figure| (answer.county, figure))
    });
    let mut runs = listed(reported);
    let missing: Vec<&str> = row
        .answers
        .iter()
        .filter(|answer| is_missing(answer))
        .map(|answer| answer.county.name.as_str())
        .collect();
    if !missing.is_empty() {
        runs.push(Inline::plain(format!("；{}材料未载", missing.join("、"))));
    }
    runs
}

/// That a value is left out for a doubt is among the reasons.
fn is_missing(answer: &Answer<'_>) -> bool {
    !answer.reports() && answer.left_out.is_none()
}
