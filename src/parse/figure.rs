//! Figures, derived numbers and doubts.

use super::reader::{Reader, Target};
use crate::{
    diagnostic::{Code, Finding},
    model::{
        Check, Doubt, DoubtCode, Figure, FigureId, Formula, Location, Operation, PlaceId, Severity,
        SourceId, TextDoubt, Treatment,
    },
    yaml::{Fields, Node},
};

/// Reads one entry of `figures`.
pub(super) fn figure(reader: &mut Reader, node: &Node) -> Option<Figure> {
    let mut fields = reader.decoder.map(node, "figure")?;
    let id = reader.own_id::<FigureId>(&mut fields, "number");
    let name = reader.need_prose(&mut fields, "name");
    let indicator = reader.take_reference(&mut fields, "indicator", Target::Indicator);
    let differs = reader.take_prose(&mut fields, "differs");
    let quantity = reader.quantity(&mut fields);
    let period = reader
        .take(&mut fields, "period")
        .map(|period| period.value);
    let basis = fields
        .take_text(&mut reader.decoder, "basis")
        .map(|text| text.value);
    let subject = subject(reader, &mut fields);
    let target = fields
        .take("target")
        .map_or(Some(false), |node| reader.decoder.flag(node));
    let change = fields
        .take("change")
        .map_or(Some(false), |node| reader.decoder.flag(node));
    let part_of = reader.take_reference(&mut fields, "part_of", Target::Number);
    let check = fields.take("check").map(|node| check(reader, node));
    let doubt = fields.take("doubt").map(|node| {
        let mut fields = reader.decoder.map(node, "doubt")?;
        let doubt = doubt(reader, &mut fields);
        fields.finish(&mut reader.decoder);
        doubt
    });
    let source = fields.need(&mut reader.decoder, "source").and_then(|node| {
        let mut fields = reader.decoder.map(node, "source")?;
        let place = location(reader, &mut fields, "id");
        let id = fields.places().of("id");
        let printed = fields.need_text(&mut reader.decoder, "printed");
        let also_node = fields.take("also");
        let also = reader.decoder.list(also_node).iter().map(|node| {
            let mut fields = reader.decoder.map(node, "place")?;
            let place = location(reader, &mut fields, "id");
            fields.finish(&mut reader.decoder);
            place
        });
        let also = also
            .collect::<Vec<_>>()
            .into_iter()
            .collect::<Option<Vec<_>>>();
        fields.finish(&mut reader.decoder);
        Some((place?, id, printed?, also?))
    });
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    let (source, source_id, printed, also) = source?;
    let keys = keys.with([("printed", printed.span), ("source-id", source_id)]);
    Some(Figure {
        id: id?,
        name: name?,
        indicator,
        differs,
        quantity: quantity?,
        period,
        basis,
        subject: subject?,
        target: target?,
        change: change?,
        part_of,
        source,
        printed: printed.value.into(),
        also,
        check: flatten(check)?,
        doubt: flatten(doubt)?.map(Box::new),
        keys,
    })
}

/// Reads one entry of `doubts`.
pub(super) fn text_doubt(reader: &mut Reader, node: &Node) -> Option<TextDoubt> {
    let mut fields = reader.decoder.map(node, "doubt")?;
    let id = fields.need_text(&mut reader.decoder, "id");
    if let Some(id) = &id {
        reader.ids.push(crate::span::Spanned::new(
            format!("doubt/{}", id.value),
            id.span,
        ));
    }
    let place = location(reader, &mut fields, "source");
    let printed = fields
        .take_text(&mut reader.decoder, "printed")
        .map(|text| text.value);
    let doubt = doubt(reader, &mut fields);
    if let Some(doubt) = &doubt
        && doubt.note.is_none()
    {
        let finding = Finding::error(Code::MissingKey, fields.start(), "this doubt has no `note`")
            .with_help("say in neutral words what is doubtful");
        reader.decoder.findings.push(finding);
    }
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    Some(TextDoubt {
        id: id?.value,
        doubt: doubt?,
        place: place?,
        printed,
        keys,
    })
}

fn doubt(reader: &mut Reader, fields: &mut Fields<'_>) -> Option<Doubt> {
    let code = reader.need_word(fields, "code", &DoubtCode::WORDS);
    let severity = reader.need_word(fields, "severity", &Severity::WORDS);
    let treatment = reader.word_or(fields, "treatment", &Treatment::WORDS, Treatment::AsPrinted);
    let note = reader.take_prose(fields, "note");
    let right = fields
        .take_text(&mut reader.decoder, "right")
        .map(|text| text.value);
    Some(Doubt {
        code: code?,
        severity: severity?,
        treatment: treatment?,
        note,
        right,
        keys: fields.places(),
    })
}

/// Reads what a figure should be equal to.
fn check(reader: &mut Reader, node: &Node) -> Option<Check> {
    let mut fields = reader.decoder.map(node, "relation")?;
    if let Some(term) = fields.take("parts") {
        let term = reader.reference(term, Target::Term);
        fields.finish(&mut reader.decoder);
        return term.map(Check::Parts);
    }
    relation(reader, fields).map(Check::Relation)
}

/// Reads a computation over figures.
pub(super) fn formula(reader: &mut Reader, node: &Node) -> Option<Formula> {
    let fields = reader.decoder.map(node, "relation")?;
    relation(reader, fields)
}

fn relation(reader: &mut Reader, mut fields: Fields<'_>) -> Option<Formula> {
    let mut found = Vec::new();
    let so_far = reader.decoder.findings.len();
    for (word, operation) in Operation::WORDS {
        if let Some(operands) = fields.take(word) {
            let operands = reader.references(Some(operands), Target::Number);
            found.push(Formula {
                operation,
                operands,
            });
        }
    }
    let start = fields.start();
    fields.finish(&mut reader.decoder);
    let told = reader.decoder.findings.len() > so_far;
    let only = found.pop().filter(|_| found.is_empty());
    let formula = only.filter(|formula| match formula.operation {
        Operation::Sum => formula.operands.len() >= 2,
        Operation::Difference | Operation::Ratio | Operation::Product | Operation::Growth => {
            formula.operands.len() == 2
        }
    });
    if formula.is_none() && !told {
        let finding = Finding::error(
            Code::WrongType,
            start,
            "a relation names one of `sum`, `difference`, `ratio`, `product`, `growth` with its figures",
        )
        .with_help("like `{ratio: [graduates, secretaries]}`: two figures, for a sum two or more");
        reader.decoder.findings.push(finding);
    }
    formula
}

fn location(
    reader: &mut Reader,
    fields: &mut Fields<'_>,
    source_key: &'static str,
) -> Option<Location> {
    let source = reader.need_reference::<SourceId>(fields, source_key, Target::Source);
    let lines = reader.need(fields, "lines");
    let (source, lines) = (source?, lines?);
    Some(Location {
        source,
        lines: lines.value,
        span: lines.span,
    })
}

pub(super) fn subject(reader: &mut Reader, fields: &mut Fields<'_>) -> Option<PlaceId> {
    match fields.take("subject") {
        Some(node) => reader.reference(node, Target::Place),
        None => Some(
            PlaceId::COUNTY
                .parse()
                .expect("invariant: `county` is an id"),
        ),
    }
}

/// Something absent is fine, something present and broken is not.
pub(super) fn flatten<T>(value: Option<Option<T>>) -> Option<Option<T>> {
    match value {
        None => Some(None),
        Some(None) => None,
        Some(Some(value)) => Some(Some(value)),
    }
}
