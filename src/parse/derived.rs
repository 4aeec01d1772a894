//! Derived numbers: read like figures, then computed from them.

use rust_decimal::RoundingStrategy;

use super::{
    figure::{flatten, formula, subject},
    reader::Reader,
};
use crate::{
    diagnostic::{Code, Finding},
    model::{
        County, Derived, DerivedId, Formula, Period, PlaceId, Prose, Qualifier, Quantity, Unit,
        one_source, reckon,
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

/// Computes the county's derived numbers, each after those it stands on; what cannot be computed is a finding.
pub(super) fn compute_all(
    county: &mut County,
    mut waiting: Vec<RawDerived>,
    findings: &mut Vec<Finding>,
) {
    loop {
        let names: Vec<String> = waiting.iter().map(|raw| raw.id.to_string()).collect();
        let stands_on_waiting = |raw: &RawDerived| {
            let mut operands = raw.formula.operands.iter();
            operands.any(|id| names.iter().any(|name| name == id.as_str()))
        };
        let (later, ready): (Vec<_>, Vec<_>) = waiting.into_iter().partition(stands_on_waiting);
        if ready.is_empty() {
            let circular = later.iter().map(|raw| failed(raw, "it stands on itself"));
            findings.extend(circular);
            return;
        }
        for raw in ready {
            // A missing operand is reported with all dangling references.
            let mut operands = raw.formula.operands.iter();
            if operands.any(|id| county.number(id).is_none()) {
                continue;
            }
            match compute(county, &raw) {
                Ok(quantity) => county.derived.push(Derived {
                    id: raw.id,
                    name: raw.name,
                    quantity,
                    formula: raw.formula,
                    period: raw.period,
                    subject: raw.subject,
                    span: raw.span,
                }),
                Err(reason) => findings.push(failed(&raw, &reason)),
            }
        }
        waiting = later;
    }
}

fn failed(raw: &RawDerived, reason: &str) -> Finding {
    let message = format!("`{}` cannot be computed: {reason}", raw.id);
    Finding::error(Code::WrongType, raw.span, message)
        .with_help("compute only with exact figures of one source and fitting units")
}

fn compute(county: &County, raw: &RawDerived) -> Result<Quantity, String> {
    if !one_source(county, &raw.formula) {
        return Err("its figures are of different sources".to_owned());
    }
    let value = reckon(county, &raw.formula, raw.unit.as_ref())?;
    let mut rounded =
        value.round_dp_with_strategy(raw.decimals, RoundingStrategy::MidpointAwayFromZero);
    if rounded.is_zero() && !value.is_zero() {
        return Err("it rounds to 0; give it more decimals or a smaller unit".to_owned());
    }
    if rounded.is_sign_negative() {
        return Err("it is negative; name the larger figure first".to_owned());
    }
    rounded.rescale(raw.decimals);
    Ok(Quantity {
        value: Some(rounded),
        max: None,
        unit: raw.unit.clone(),
        qualifier: Qualifier::Exact,
        wording: None,
    })
}
