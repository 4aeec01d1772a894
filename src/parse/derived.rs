//! Derived numbers: read like figures, then computed from them.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{
    figure::{flatten, formula, subject},
    reader::Reader,
};
use crate::{
    diagnostic::{Code, Finding},
    model::{
        County, Derived, DerivedId, FigureId, Formula, Operation, Period, PlaceId, Prose,
        Qualifier, Quantity, Unit,
    },
    span::Span,
    yaml::Node,
};

/// A derived number before its value is computed.
#[derive(Debug)]
pub(super) struct RawDerived {
    id: DerivedId,
    name: Prose,
    unit: Option<Unit>,
    decimals: u32,
    formula: Formula,
    period: Option<Period>,
    subject: PlaceId,
    span: Span,
}

/// Reads one entry of `derived`; its value is computed when references are resolved.
pub(super) fn read(reader: &mut Reader, node: &Node) -> Option<RawDerived> {
    let mut fields = reader.decoder.map(node, "derived number")?;
    let span = fields.span;
    let id = reader.own_id::<DerivedId>(&mut fields, "number");
    let name = reader.need_prose(&mut fields, "name");
    let unit = fields.take("unit").map(|node| {
        reader
            .decoder
            .parsed(node, Code::UnknownUnit, str::parse)
            .map(|unit| unit.value)
    });
    let decimals = fields.take("decimals").map_or(Some(0), |node| {
        let parse = |text: &str| match text.parse::<u32>() {
            Ok(decimals) if decimals <= 6 => Ok(decimals),
            Ok(_) | Err(_) => Err("expected 0 to 6 decimals".to_owned()),
        };
        reader
            .decoder
            .parsed(node, Code::WrongType, parse)
            .map(|decimals| decimals.value)
    });
    let period = reader
        .take(&mut fields, "period")
        .map(|period| period.value);
    let subject = subject(reader, &mut fields);
    let formula = fields
        .need(&mut reader.decoder, "formula")
        .and_then(|node| formula(reader, node));
    fields.finish(&mut reader.decoder);
    Some(RawDerived {
        id: id?,
        name: name?,
        unit: flatten(unit)?,
        decimals: decimals?,
        formula: formula?,
        period,
        subject: subject?,
        span: Span::new(span.file, span.start, span.start + 1),
    })
}

/// Computes the county's derived numbers; those whose figures are missing or have no value are left out with a finding.
pub(super) fn compute_all(county: &mut County, raw: Vec<RawDerived>, findings: &mut Vec<Finding>) {
    for raw in raw {
        // A missing operand is reported with all dangling references.
        if raw
            .formula
            .operands
            .iter()
            .any(|id| county.number(id).is_none())
        {
            continue;
        }
        let quantity = compute(county, &raw);
        match quantity {
            Some(quantity) => county.derived.push(Derived {
                id: raw.id,
                name: raw.name,
                quantity,
                formula: raw.formula,
                period: raw.period,
                subject: raw.subject,
                span: raw.span,
            }),
            None => {
                let message = format!("`{}` cannot be computed", raw.id);
                let finding = Finding::error(Code::WrongType, raw.span, message)
                    .with_help("each figure of the formula needs one exact value, and the divisor must not be 0");
                findings.push(finding);
            }
        }
    }
}

fn compute(county: &County, raw: &RawDerived) -> Option<Quantity> {
    let value = evaluate(county, &raw.formula.operands, raw.formula.operation)?;
    let in_unit = match &raw.unit {
        Some(unit) if unit.base() == "%" && raw.formula.operation == Operation::Ratio => {
            value * Decimal::ONE_HUNDRED
        }
        Some(unit) => value.checked_div(unit.in_base(Decimal::ONE))?,
        None => value,
    };
    let mut rounded =
        in_unit.round_dp_with_strategy(raw.decimals, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(raw.decimals);
    Some(Quantity {
        value: Some(rounded),
        max: None,
        unit: raw.unit.clone(),
        qualifier: Qualifier::Exact,
        wording: None,
    })
}

fn evaluate(county: &County, operands: &[FigureId], operation: Operation) -> Option<Decimal> {
    let values: Option<Vec<Decimal>> = operands
        .iter()
        .map(|id| county.number(id)?.quantity().in_base())
        .collect();
    operation.apply(&values?)
}
