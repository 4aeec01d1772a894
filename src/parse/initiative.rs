//! Initiatives and statements.

use super::{
    how,
    reader::{Reader, Target, all},
};
use crate::{
    diagnostic::{Code, Finding},
    model::{Initiative, InitiativeId, Kind, Modality, PlaceId, PlaceLevel, SourceId, Statement},
    yaml::{Node, NodeKind},
};

/// Reads one entry of `initiatives`.
pub(super) fn initiative(reader: &mut Reader, node: &Node) -> Option<Initiative> {
    let mut fields = reader.decoder.map(node, "initiative")?;
    let id = reader.own_id::<InitiativeId>(&mut fields, "initiative");
    let name = reader.need_prose(&mut fields, "name");
    let gist = reader.need_prose(&mut fields, "gist");
    let listed_themes = fields.need(&mut reader.decoder, "themes");
    let themes = reader.references(listed_themes, Target::Theme);
    let level = reader.need_word(&mut fields, "level", &PlaceLevel::WORDS);
    let place = match fields.take("place") {
        Some(node) => reader.reference(node, Target::Place),
        None => Some(
            PlaceId::COUNTY
                .parse()
                .expect("invariant: `county` is an id"),
        ),
    };
    let actors = fields.take("actors");
    let actors = reader
        .decoder
        .texts(actors)
        .into_iter()
        .map(|actor| actor.value)
        .collect();
    let period = reader
        .take(&mut fields, "period")
        .map(|period| period.value);
    let source = reader.need_reference::<SourceId>(&mut fields, "source", Target::Source);
    let lines = reader.need(&mut fields, "lines").map(|lines| lines.value);
    let how = fields.take("how");
    let how = how::attributes(reader, how);
    let figures = fields.take("figures");
    let figures = reader.references(figures, Target::Number);
    let listed = fields.need(&mut reader.decoder, "statements");
    let statements = match &source {
        Some(source) => statements(reader, listed, Some(source)),
        None => Vec::new(),
    };
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    let empty = |node: &&Node| node.kind == NodeKind::List(Vec::new());
    for node in listed_themes
        .iter()
        .chain(&listed)
        .filter(|node| empty(node))
    {
        let finding = Finding::error(
            Code::MissingKey,
            node.span,
            "an initiative needs at least one theme and one statement",
        )
        .with_help("fill `themes:` and `statements:`");
        reader.decoder.findings.push(finding);
    }
    Some(Initiative {
        id: id?,
        name: name?,
        gist: gist?,
        themes,
        level: level?,
        place: place?,
        actors,
        period,
        source: source?,
        lines: lines?,
        how,
        figures,
        statements,
        keys,
    })
}

/// Reads a list of statements; those without a source of their own are of `source`.
pub(super) fn statements(
    reader: &mut Reader,
    node: Option<&Node>,
    source: Option<&SourceId>,
) -> Vec<Statement> {
    let items = reader.decoder.list(node);
    all(items, |item| statement(reader, item, source))
}

fn statement(reader: &mut Reader, node: &Node, source: Option<&SourceId>) -> Option<Statement> {
    let mut fields = reader.decoder.map(node, "statement")?;
    let kind = reader.need_word(&mut fields, "kind", &Kind::WORDS);
    let modality = reader.need_word(&mut fields, "modality", &Modality::WORDS);
    let lines = reader.need(&mut fields, "lines").map(|lines| lines.value);
    let own_source = match (fields.take("source"), source) {
        (Some(node), _) => reader.reference(node, Target::Source),
        (None, Some(source)) => Some(source.clone()),
        (None, None) => reader.need_reference(&mut fields, "source", Target::Source),
    };
    let place = reader.take_reference(&mut fields, "place", Target::Place);
    let text = reader.need_prose(&mut fields, "text");
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    Some(Statement {
        kind: kind?,
        modality: modality?,
        source: own_source?,
        lines: lines?,
        place,
        text: text?,
        keys,
    })
}
