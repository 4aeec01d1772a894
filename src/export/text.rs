//! Prose and formulas as rows hold them.

use crate::model::{County, Formula, Operation, Prose, Segment, Shape};

/// A formula over the ids of its figures: `wanrong/built / wanrong/villages`.
pub fn formula_text(county: &County, formula: &Formula) -> String {
    let ids = formula
        .operands
        .iter()
        .map(|id| format!("{}/{id}", county.id));
    let ids: Vec<String> = ids.collect();
    match (formula.operation, ids.as_slice()) {
        (Operation::Growth, [after, before]) => format!("({after} − {before}) / {before}"),
        (operation, ids) => ids.join(&format!(" {} ", operation.sign())),
    }
}

/// Prose as it is printed.
pub fn plain(county: &County, prose: &Prose) -> String {
    let parts = prose.segments().map(|segment| match segment {
        Segment::Text(text) => text.to_owned(),
        Segment::Figure(reference) => {
            county
                .number(&reference.figure)
                .map_or_else(String::new, |number| {
                    let printed = number.quantity().printed();
                    match reference.shape {
                        Shape::Full => printed.full(),
                        Shape::Value => printed.bare(),
                    }
                })
        }
    });
    parts.collect()
}
