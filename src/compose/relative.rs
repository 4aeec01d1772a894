//! Values per denominator, in the order of the counties: nothing is ranked.

use super::prose;
use crate::{
    document::{Inline, Role},
    model::{Quotient, Quotients, Row},
    template::view::RelativeView,
};

/// The quotients that may stand side by side.
pub(super) fn views(rows: &[Row<'_>]) -> Vec<RelativeView> {
    let views = rows.iter().filter_map(|row| {
        let quotients = row.comparable_quotients()?;
        Some(RelativeView {
            id: row.indicator.id.to_string(),
            name: row.indicator.name.clone(),
            per: quotients.per.name.clone(),
            unit: quotients.unit.clone(),
            values: prose::markdown(&values(row, quotients)),
        })
    });
    views.collect()
}

/// 甲县0.80（96/120，2024年）、…
fn values(row: &Row<'_>, quotients: &Quotients<'_>) -> Vec<Inline> {
    let mut runs = Vec::new();
    for quotient in &quotients.each {
        if !runs.is_empty() {
            runs.push(Inline::plain("、"));
        }
        runs.push(Inline::plain(&quotient.county.name));
        runs.push(number(row, quotients, quotient));
        runs.push(Inline::plain("（"));
        runs.extend(prose::computation(quotient.county, &quotient.formula));
        runs.push(Inline::plain("，"));
        runs.push(Inline::new(quotient.period.printed(), Role::Date));
        runs.push(Inline::plain("）"));
    }
    runs
}

fn number(row: &Row<'_>, quotients: &Quotients<'_>, quotient: &Quotient<'_>) -> Inline {
    let role = Role::Derived {
        id: format!(
            "{}/{}.per.{}",
            quotient.county.id, row.indicator.id, quotients.per.id
        ),
        formula: prose::formula(quotient.county, &quotient.formula),
    };
    Inline::new(quotient.rounded(quotients.decimals).to_string(), role)
}
