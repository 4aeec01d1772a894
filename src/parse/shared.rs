//! Themes, indicators, terms and sources.

use super::{
    Dataset,
    figure::flatten,
    reader::{Reader, Reference, Target},
};
use crate::{
    diagnostic::{Code, Finding},
    model::{
        Indicator, IndicatorId, IndicatorKind, Lines, Location, SourceId, SourceText, Term,
        TermKind, Theme,
    },
    yaml::{Fields, Node, NodeKind},
};

/// Reads `themes.yaml`.
pub(super) fn themes(node: &Node, data: &mut Dataset, findings: &mut Vec<Finding>) -> bool {
    let read = entries(node, "themes", "theme", data, findings, |reader, fields| {
        let id = reader.own_id(fields, "theme");
        let name = fields.need_text(&mut reader.decoder, "name");
        fields.take_text(&mut reader.decoder, "scope");
        Some(Theme {
            id: id?,
            name: name?.value,
            keys: fields.places(),
        })
    });
    data.themes.extend(read.list);
    read.is_list
}

/// Reads `indicators.yaml`.
pub(super) fn indicators(node: &Node, data: &mut Dataset, findings: &mut Vec<Finding>) -> bool {
    let read = entries(
        node,
        "indicators",
        "indicator",
        data,
        findings,
        |reader, fields| {
            let id = reader.own_id(fields, "indicator");
            let name = fields.need_text(&mut reader.decoder, "name");
            let definition = fields.need_text(&mut reader.decoder, "definition");
            let unit = fields.need(&mut reader.decoder, "unit");
            let unit =
                unit.and_then(|node| reader.decoder.parsed(node, Code::UnknownUnit, str::parse));
            let kind = reader.need_word(fields, "kind", &IndicatorKind::WORDS);
            let per = denominator(reader, fields, id.as_ref());
            Some(Indicator {
                id: id?,
                name: name?.value,
                definition: definition?.value,
                unit: unit?.value,
                kind: kind?,
                per: flatten(per)?,
                keys: fields.places(),
            })
        },
    );
    data.indicators.extend(read.list);
    read.is_list
}

/// Reads what values of an indicator are divided by, which is another indicator.
fn denominator(
    reader: &mut Reader,
    fields: &mut Fields<'_>,
    own: Option<&IndicatorId>,
) -> Option<Option<IndicatorId>> {
    let node = fields.take("per")?;
    let per = reader.reference::<IndicatorId>(node, Target::Indicator);
    if per.is_some() && per.as_ref() == own {
        let message = "an indicator is not its own denominator";
        let finding = Finding::error(Code::Circular, node.span, message)
            .with_help("name another indicator, or delete `per:`");
        reader.decoder.findings.push(finding);
    }
    Some(per)
}

/// Reads `terms.yaml`.
pub(super) fn terms(node: &Node, data: &mut Dataset, findings: &mut Vec<Finding>) -> bool {
    let read = entries(node, "terms", "term", data, findings, |reader, fields| {
        let id = reader.own_id(fields, "term");
        let text = fields.need_text(&mut reader.decoder, "text");
        let kind = reader.need_word(fields, "kind", &TermKind::WORDS);
        let counties = fields.take("counties");
        let counties = reader.references(counties, Target::SeenIn);
        let parts = fields.take("parts");
        let parts = reader
            .decoder
            .texts(parts)
            .into_iter()
            .map(|part| part.value)
            .collect();
        let variants = fields.take("variants");
        let variants = reader
            .decoder
            .texts(variants)
            .into_iter()
            .map(|form| form.value)
            .collect();
        let source = reader.take_reference::<SourceId>(fields, "source", Target::Source);
        let lines = reader.take::<Lines>(fields, "lines");
        Some(Term {
            id: id?,
            text: text?.value,
            kind: kind?,
            counties,
            parts,
            variants,
            place: source.zip(lines).map(|(source, lines)| Location {
                source,
                lines: lines.value,
                span: lines.span,
            }),
            keys: fields.places(),
        })
    });
    data.terms.extend(read.list);
    data.terms_complete = read.is_complete;
    read.is_list
}

/// Reads one file of `seeds/sources/`.
pub(super) fn source(
    node: &Node,
    name: &str,
    findings: &mut Vec<Finding>,
) -> (Option<SourceText>, Vec<Reference>) {
    let mut reader = Reader::default();
    let mut source = source_header(&mut reader, node);
    if let Some(source) = &mut source
        && source.id.as_str() != name
    {
        let message = format!(
            "source id is `{}`, but the file is named `{name}.yaml`",
            source.id
        );
        reader.decoder.findings.push(
            Finding::error(Code::UnknownReference, source.keys.of("id"), message)
                .with_help("make them the same; the text is `ID.txt`"),
        );
        // Everything else goes by the file.
        if let Ok(id) = name.parse() {
            source.id = id;
        }
    }
    findings.append(&mut reader.decoder.findings);
    (source, reader.references)
}

fn source_header(reader: &mut Reader, node: &Node) -> Option<SourceText> {
    let mut fields = reader.decoder.map(node, "source")?;
    let id = reader
        .need::<SourceId>(&mut fields, "id")
        .map(|id| id.value);
    let title = fields.need_text(&mut reader.decoder, "title");
    let form = fields.need_text(&mut reader.decoder, "form");
    let publisher = fields
        .take_text(&mut reader.decoder, "publisher")
        .map(|text| text.value);
    let date = reader.take(&mut fields, "date").map(|date| date.value);
    let covers = reader.need(&mut fields, "covers");
    let copy_of = reader.take_reference::<SourceId>(&mut fields, "copy_of", Target::Source);
    let lines = fields.need(&mut reader.decoder, "lines").and_then(|node| {
        let parse = |text: &str| {
            text.parse::<u32>()
                .map_err(|_| "expected the number of lines".to_owned())
        };
        reader.decoder.parsed(node, Code::WrongType, parse)
    });
    let sha256 = fields.need(&mut reader.decoder, "sha256").and_then(|node| {
        let hex = |text: &str| {
            let valid = text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit());
            if valid {
                Ok(text.to_owned())
            } else {
                Err("expected 64 hexadecimal digits".to_owned())
            }
        };
        reader.decoder.parsed(node, Code::WrongType, hex)
    });
    let index = fields.take("index");
    let index = index.map(|node| super::index::lines(reader, node));
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    Some(SourceText {
        id: id?,
        title: title?.value,
        publisher,
        date,
        covers: covers?.value,
        form: form?.value,
        copy_of,
        lines: lines?.value,
        sha256: sha256?.value,
        index,
        keys,
    })
}

/// What could be read of a file that holds one list.
struct Entries<T> {
    list: Vec<T>,
    /// Whether the file holds its list at all.
    is_list: bool,
    /// Whether all of it could be read.
    is_complete: bool,
}

/// Reads a file that holds one list, checks that its ids are unique and keeps its references for later.
fn entries<T>(
    node: &Node,
    key: &'static str,
    what: &'static str,
    data: &mut Dataset,
    findings: &mut Vec<Finding>,
    read: impl Fn(&mut Reader, &mut Fields<'_>) -> Option<T>,
) -> Entries<T> {
    let mut reader = Reader::default();
    let mut list = Vec::new();
    let mut count = None;
    if let Some(mut file) = reader.decoder.map(node, "file") {
        let node = file.need(&mut reader.decoder, key);
        let entries = reader.decoder.list(node);
        let is_list = node.is_some_and(|node| matches!(node.kind, NodeKind::List(_)));
        count = is_list.then_some(entries.len());
        for entry in entries {
            if let Some(mut fields) = reader.decoder.map(entry, what) {
                list.extend(read(&mut reader, &mut fields));
                fields.finish(&mut reader.decoder);
            }
        }
        file.finish(&mut reader.decoder);
    }
    findings.extend(super::resolve::repeated(&reader.ids));
    data.declared
        .extend(reader.ids.iter().map(|id| id.value.clone()));
    findings.append(&mut reader.decoder.findings);
    data.references.append(&mut reader.references);
    Entries {
        is_list: count.is_some(),
        is_complete: count == Some(list.len()),
        list,
    }
}
