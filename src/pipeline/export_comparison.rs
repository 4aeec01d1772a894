//! `export comparison`: what the comparability engine says of every indicator, then what is concluded of the counties' ways
//! of working. Field names and their order are a public interface.

use serde::Serialize;
use serde_json::{Value, json};

use super::check::Checked;
use crate::{
    compose::{ComposeError, Detail, Report, Told, reports, told},
    export::{formula_text, plain},
    model::{
        Cause, ComparisonPlan, Conclusion, County, Facet, Figure, Model, Qualifier, Quotients,
        Reason, Row, compare, conclusions,
    },
    template::Templates,
};

/// An indicator or a conclusion in a comparison.
#[derive(Debug, Default, Serialize)]
pub struct ComparisonRow {
    /// Id of the comparison.
    pub comparison: String,
    /// Indicator id; none of a conclusion.
    pub indicator: Option<String>,
    /// Name of the indicator, or of the theme that a conclusion is about.
    pub name: String,
    /// Unit that values are compared in; none of a conclusion.
    pub unit: Option<String>,
    /// `comparable with-caveats not-comparable one-only none`; none of a conclusion.
    pub verdict: Option<&'static str>,
    /// What the counties report, in the order of their codes.
    pub values: Vec<ValueRow>,
    /// Ids of the counties that report nothing of the county as a whole, or whose text does not tell the facet.
    pub missing: Vec<String>,
    /// Why the verdict is so, what forbids first.
    pub reasons: Vec<ReasonRow>,
    /// Ids of the counties from the largest value to the smallest, ties together; empty where the values have no order.
    pub order: Vec<Vec<String>>,
    /// What the values come to per denominator.
    pub per: Vec<QuotientRow>,
    /// `indicator`, or the kind of conclusion: `shared different contrast partly only untold`
    pub kind: &'static str,
    /// The theme that a conclusion is about.
    pub theme: Option<String>,
    /// What its initiatives all work through, where they do.
    pub carrier: Option<&'static str>,
    /// The facet that they are compared by, where one is.
    pub facet: Option<&'static str>,
    /// What each county is told to have.
    pub means: Vec<MeansRow>,
    /// The initiatives that a conclusion stands on, `xingxian/centre-upgrade`.
    pub initiatives: Vec<String>,
}

/// What a county is told to have of a facet; of the carrier, where a conclusion is about none.
#[derive(Debug, Serialize)]
pub struct MeansRow {
    /// County id.
    pub county: String,
    /// Words of the facet.
    pub means: Vec<&'static str>,
}

/// A county's value.
#[derive(Debug, Serialize)]
pub struct ValueRow {
    /// County id.
    pub county: String,
    /// Figure id.
    pub figure: String,
    /// Decimal in its own unit; none where the text words an amount without a number.
    pub value: Option<String>,
    /// Upper end of a range.
    pub value_max: Option<String>,
    /// Unit as printed.
    pub unit: Option<String>,
    /// `exact about over near at-least at-most up-to range`
    pub qualifier: &'static str,
    /// `2021`, `2021/2022`, `2024/`, `/2022-05`
    pub period: Option<String>,
    /// Whom it is about.
    pub subject: String,
    /// The value in the indicator's unit; none where the units count different things.
    pub value_in_unit: Option<String>,
    /// The upper end of a range in the indicator's unit.
    pub value_max_in_unit: Option<String>,
    /// The number as the reports print it.
    pub text: String,
}

/// A reason of the engine.
#[derive(Debug, Serialize)]
pub struct ReasonRow {
    /// `definition unit scope …`
    pub code: &'static str,
    /// `forbids caveat note`
    pub weight: &'static str,
    /// Ids of the counties it concerns; empty where it concerns all.
    pub counties: Vec<String>,
    /// What it stands on, of each county in their order.
    pub operands: Vec<Value>,
    /// As the reports word it.
    pub text: String,
}

/// A value per denominator.
#[derive(Debug, Serialize)]
pub struct QuotientRow {
    /// County id.
    pub county: String,
    /// Indicator id of the denominator.
    pub per: String,
    /// Rounded as the reports print it.
    pub value: String,
    /// `名/个`; none where both parts are counted alike.
    pub unit: Option<String>,
    /// `xingxian/party-members / xingxian/party-organisations`
    pub formula: String,
    /// Period of both parts.
    pub period: String,
    /// Whether the reports set it beside those of other counties.
    pub comparable: bool,
}

/// Lists every indicator of every comparison that can be made, in the order of the vocabulary, and every conclusion, by kind.
///
/// # Errors
///
/// When the template of the reasons fails.
pub fn comparisons(checked: &Checked) -> Result<Vec<ComparisonRow>, ComposeError> {
    let Some(model) = &checked.model else {
        return Ok(Vec::new());
    };
    let templates = Templates::parse(&checked.sources).value;
    let mut rows = Vec::new();
    for report in reports(model) {
        if let Report::Comparison(plan) = report {
            let counties = model.in_order(&plan.counties);
            for row in compare(&model.indicators, &counties) {
                rows.push(comparison_row(model, &templates, plan, &row)?);
            }
            let conclusions = conclusions(&model.themes, &counties);
            rows.extend(conclusions.iter().map(|one| conclusion_row(plan, one)));
        }
    }
    Ok(rows)
}

fn comparison_row(
    model: &Model,
    templates: &Templates,
    plan: &ComparisonPlan,
    row: &Row<'_>,
) -> Result<ComparisonRow, ComposeError> {
    let reported = row.answers.iter();
    let reported = reported.filter_map(|answer| Some((answer.county, answer.figure?)));
    let missing = row.answers.iter().filter(|answer| answer.figure.is_none());
    let order = row.comparable().and_then(|values| values.order());
    let order = order.unwrap_or_default().into_iter();
    let reasons = told(model, templates, row, Detail::Full)?;
    let reasons = reasons.iter().map(|told| reason_row(row, told));
    Ok(ComparisonRow {
        comparison: plan.id.to_string(),
        indicator: Some(row.indicator.id.to_string()),
        name: row.indicator.name.clone(),
        unit: Some(row.indicator.unit.to_string()),
        verdict: Some(row.comparison.verdict.word()),
        values: reported
            .map(|(county, figure)| value_row(row, county, figure))
            .collect(),
        missing: missing.map(|answer| answer.county.id.to_string()).collect(),
        reasons: reasons.collect::<Result<_, _>>()?,
        order: order
            .map(|tie| tie.into_iter().map(ToString::to_string).collect())
            .collect(),
        per: row.quotients().map_or_else(Vec::new, quotient_rows),
        kind: "indicator",
        ..ComparisonRow::default()
    })
}

fn conclusion_row(plan: &ComparisonPlan, conclusion: &Conclusion<'_>) -> ComparisonRow {
    let facet = conclusion.facet.unwrap_or(Facet::Carrier);
    let told: Vec<(&County, Vec<&str>)> = conclusion
        .users
        .iter()
        .map(|user| {
            let means = user.means(facet).into_iter();
            (user.county, means.map(|means| means.word).collect())
        })
        .collect();
    let silent = told.iter().filter(|(_, means)| means.is_empty());
    let means = told.iter().filter(|(_, means)| !means.is_empty());
    let initiatives = conclusion.users.iter().flat_map(|user| {
        let initiatives = user.initiatives.iter();
        initiatives.map(|initiative| format!("{}/{}", user.county.id, initiative.id))
    });
    ComparisonRow {
        comparison: plan.id.to_string(),
        name: conclusion.theme.name.clone(),
        missing: silent.map(|(county, _)| county.id.to_string()).collect(),
        kind: conclusion.kind.word(),
        theme: Some(conclusion.theme.id.to_string()),
        carrier: conclusion.carrier.map(|carrier| carrier.word),
        facet: conclusion.facet.map(Facet::key),
        means: means
            .map(|(county, means)| MeansRow {
                county: county.id.to_string(),
                means: means.clone(),
            })
            .collect(),
        initiatives: initiatives.collect(),
        ..ComparisonRow::default()
    }
}

fn value_row(row: &Row<'_>, county: &County, figure: &Figure) -> ValueRow {
    let quantity = &figure.quantity;
    let in_unit = |value| row.in_unit(figure, value).map(|value| value.to_string());
    ValueRow {
        county: county.id.to_string(),
        figure: figure.id.to_string(),
        value: quantity.value.map(|value| value.to_string()),
        value_max: quantity.max.map(|value| value.to_string()),
        unit: quantity.unit.as_ref().map(ToString::to_string),
        qualifier: Qualifier::word(quantity.qualifier),
        period: figure.period.map(|period| period.to_string()),
        subject: county
            .place(&figure.subject)
            .map_or_else(String::new, |place| place.name.clone()),
        value_in_unit: in_unit(quantity.value),
        value_max_in_unit: in_unit(quantity.max),
        text: quantity.printed().full(),
    }
}

fn reason_row(row: &Row<'_>, told: &Told<'_>) -> Result<ReasonRow, ComposeError> {
    let first = told.reasons[0];
    let counties = told.reasons.iter();
    let counties = counties.filter_map(|reason| reason.cause.county());
    Ok(ReasonRow {
        code: first.cause.code(),
        weight: first.weight.word(),
        counties: counties.map(ToString::to_string).collect(),
        operands: told
            .reasons
            .iter()
            .map(|reason| operands(row, reason))
            .collect(),
        text: told.plain()?,
    })
}

/// What a reason stands on.
fn operands(row: &Row<'_>, reason: &Reason) -> Value {
    let cause = &reason.cause;
    let mut answers = row.answers.iter();
    let answer = cause
        .county()
        .and_then(|id| answers.find(|answer| answer.county.id == *id));
    let figure = answer.and_then(|answer| answer.figure);
    let id = figure.map(|figure| figure.id.to_string());
    match cause {
        Cause::Definition(_) => {
            let differs = answer.zip(figure.and_then(|figure| figure.differs.as_ref()));
            let differs = differs.map(|(answer, differs)| plain(answer.county, differs));
            json!({ "figure": id, "differs": differs })
        }
        Cause::Unit(_, unit) => {
            json!({ "figure": id, "unit": unit.as_ref().map(ToString::to_string) })
        }
        Cause::Scope(..) => {
            let local = answer.map_or_else(Vec::new, |answer| {
                let places = answer.local.iter();
                let place = |figure: &&Figure| json!({ "place": answer.county.place_name(&figure.subject), "figure": figure.id.to_string() });
                places.map(place).collect()
            });
            json!({ "places": local })
        }
        Cause::Doubtful(_, doubt) | Cause::MinorDoubt(_, doubt) => {
            json!({ "figure": id, "doubt": doubt.word() })
        }
        Cause::LeftOut(_) => {
            let left_out = answer.and_then(|answer| answer.left_out);
            json!({ "figure": left_out.map(|figure| figure.id.to_string()) })
        }
        Cause::Latest(_, others) => {
            let others: Vec<String> = others.iter().map(ToString::to_string).collect();
            json!({ "figure": id, "others": others })
        }
        Cause::YearsApart(years) => json!({ "years": years, "periods": periods(row) }),
        Cause::Periods | Cause::PeriodLengths | Cause::OpenPeriod => {
            json!({ "periods": periods(row) })
        }
        Cause::Changes | Cause::Targets | Cause::SchemeParts => json!({}),
        Cause::Change(_)
        | Cause::Target(_)
        | Cause::FlowWithoutPeriod(_)
        | Cause::NoPeriod(_)
        | Cause::Inexact(_)
        | Cause::Range(_)
        | Cause::LowerBound(_)
        | Cause::UpperBound(_)
        | Cause::NoNumber(_)
        | Cause::Only(_) => json!({ "figure": id }),
    }
}

/// The periods of the values, where they are given.
fn periods(row: &Row<'_>) -> Vec<Value> {
    let periods = row.answers.iter().filter_map(|answer| {
        let period = answer.figure?.period?.to_string();
        Some(json!({ "county": answer.county.id.to_string(), "period": period }))
    });
    periods.collect()
}

fn quotient_rows(quotients: &Quotients<'_>) -> Vec<QuotientRow> {
    let rows = quotients.each.iter().map(|quotient| QuotientRow {
        county: quotient.county.id.to_string(),
        per: quotients.per.id.to_string(),
        value: quotient.rounded(quotients.decimals).to_string(),
        unit: quotients.unit.clone(),
        formula: formula_text(quotient.county, &quotient.formula),
        period: quotient.period.to_string(),
        comparable: quotients.side_by_side(),
    });
    rows.collect()
}
