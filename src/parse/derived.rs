//! Derived numbers: read like figures, then computed from them.

use rust_decimal::RoundingStrategy;

use super::{
    figure::{flatten, formula, subject},
    reader::Reader,
};
use crate::{
    diagnostic::{Code, Finding},
    model::{
        County, Derived, DerivedId, Figure, FigureId, Formula, Period, PlaceId, Prose, Qualifier,
        Quantity, Unit, one_source, reckon,
    },
    span::Keys,
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
    keys: Keys,
}

/// Reads one entry of `derived`; its value is computed when references are resolved.
pub(super) fn read(reader: &mut Reader, node: &Node) -> Option<RawDerived> {
    let mut fields = reader.decoder.map(node, "derived number")?;
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
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    Some(RawDerived {
        id: id?,
        name: name?,
        unit: flatten(unit)?,
        decimals: decimals?,
        formula: formula?,
        period,
        subject: subject?,
        keys,
    })
}

/// Computes the county's derived numbers, each after those it stands on; what cannot be computed is a finding.
pub(super) fn compute_all(
    county: &mut County,
    mut waiting: Vec<RawDerived>,
    findings: &mut Vec<Finding>,
) {
    // A number with the id of a figure is told as such.
    waiting.retain(|raw| {
        !county
            .figures
            .iter()
            .any(|figure| figure.id.as_str() == raw.id.as_str())
    });
    loop {
        let names: Vec<String> = waiting.iter().map(|raw| raw.id.to_string()).collect();
        let stands_on_waiting = |raw: &RawDerived| {
            let mut operands = raw.formula.operands.iter();
            operands.any(|id| names.iter().any(|name| name == id.as_str()))
        };
        let (later, ready): (Vec<_>, Vec<_>) = waiting.into_iter().partition(stands_on_waiting);
        if ready.is_empty() {
            findings.extend(circular(&later));
            return;
        }
        for raw in ready {
            // A missing operand is reported with all dangling references, one whose value is not what is printed there.
            let mut operands = raw.formula.operands.iter();
            if operands.any(|id| county.number(id).is_none()) {
                continue;
            }
            let mut figures = raw
                .formula
                .operands
                .iter()
                .filter_map(|id| county.figure(id));
            let settled = figures.all(Figure::is_as_printed);
            match compute(county, &raw) {
                Ok(quantity) => county.derived.push(Derived {
                    id: raw.id,
                    name: raw.name,
                    quantity,
                    formula: raw.formula,
                    period: raw.period,
                    subject: raw.subject,
                    keys: raw.keys,
                }),
                Err(_) if !settled => {}
                Err(reason) => findings.push(failed(&raw, &reason)),
            }
        }
        waiting = later;
    }
}

/// Of the numbers that wait for each other those that stand on themselves, each circle once.
fn circular(waiting: &[RawDerived]) -> Vec<Finding> {
    let index = |id: &FigureId| {
        let mut all = waiting.iter();
        all.position(|raw| raw.id.as_str() == id.as_str())
    };
    let operands = |raw: &RawDerived| -> Vec<usize> {
        raw.formula.operands.iter().filter_map(index).collect()
    };
    // The shortest way from a number back to itself.
    let way_back = |start: usize| {
        let mut ways = vec![vec![start]];
        let mut seen = vec![false; waiting.len()];
        while let Some(way) = ways.first().cloned() {
            ways.remove(0);
            for next in operands(&waiting[*way.last()?]) {
                if next == start {
                    return Some(way);
                }
                if !std::mem::replace(&mut seen[next], true) {
                    ways.push([way.clone(), vec![next]].concat());
                }
            }
        }
        None
    };
    let mut told = vec![false; waiting.len()];
    let mut findings = Vec::new();
    for start in 0..waiting.len() {
        let Some(way) = way_back(start).filter(|_| !told[start]) else {
            continue;
        };
        way.iter().for_each(|index| told[*index] = true);
        let ids = way
            .iter()
            .chain([&start])
            .map(|index| waiting[*index].id.as_str());
        let raw = &waiting[start];
        let message = format!(
            "`{}` cannot be computed, since it stands on itself: `{}`",
            raw.id,
            ids.collect::<Vec<_>>().join("` → `")
        );
        findings.push(
            Finding::error(Code::Circular, raw.keys.of("formula"), message)
                .with_help("compute each number from figures, or from numbers computed before"),
        );
    }
    findings
}

fn failed(raw: &RawDerived, reason: &str) -> Finding {
    let message = format!("`{}` cannot be computed: {reason}", raw.id);
    Finding::error(Code::WrongType, raw.keys.of("formula"), message)
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
