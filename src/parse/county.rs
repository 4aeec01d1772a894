//! County files.

use super::{
    CountyFile, chart, derived, figure, initiative,
    own::Own,
    reader::{Reader, Reference, Target, all},
    resolve,
};
use crate::{
    diagnostic::{Code, Finding, Severity},
    model::{County, CountyId, Place, PlaceId, PlaceLevel, Prose, SourceId},
    span::{FileId, Keys, Span},
    yaml::{Node, NodeKind},
};

/// Reads a county file as far as it can be read; the findings say what is wrong with it.
pub(super) fn read(
    id: CountyId,
    file: FileId,
    node: Option<&Node>,
    findings: &mut Vec<Finding>,
) -> CountyFile {
    let mut reader = Reader::default();
    let county = node.and_then(|node| county(&mut reader, &id, node));
    let failed = reader
        .decoder
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    findings.append(&mut reader.decoder.findings);
    let own = Own::of(&reader.ids, &reader.decoder.lost_ids);
    // A country has millions of references, nearly all of them to figures and places of the same file.
    reader.references.retain(|one| !own.answers(one));
    let local = |one: &Reference| matches!(one.target, Target::Place | Target::Number);
    let unanswered = reader.references.iter().any(local);
    CountyFile {
        prose: node.filter(|_| failed).map(|node| prose(&id, node)),
        id,
        file,
        county,
        failed,
        references: reader.references,
        own: unanswered.then_some(own),
        repeated: resolve::repeated(&reader.ids),
        figures_lost: reader.figures_lost,
        unread: reader.unread,
        unread_text: None,
    }
}

/// What can be read of the prose in a file with mistakes: it is read once more, since most files have none.
fn prose(id: &CountyId, node: &Node) -> Vec<Prose> {
    let mut reader = Reader {
        prose: Some(Vec::new()),
        ..Reader::default()
    };
    county(&mut reader, id, node);
    reader.prose.unwrap_or_default()
}

fn county(reader: &mut Reader, file_id: &CountyId, node: &Node) -> Option<County> {
    let mut fields = reader.decoder.map(node, "county file")?;
    let span = fields.start();
    let head = fields.need(&mut reader.decoder, "county");
    let head = head.and_then(|node| self::head(reader, file_id, node));
    // Without it the rest is read all the same, for its own mistakes.
    let head = head.unwrap_or_else(|| Head {
        code: String::new(),
        name: String::new(),
        city: String::new(),
        keys: Keys::new(span),
    });
    let first_source = first_source(node);
    let places = fields.take("places");
    note_unread(reader, places, Target::Place);
    let mut all_places = vec![county_itself(&head.name, head.keys.of("name"))];
    all_places.extend(
        reader
            .decoder
            .list(places)
            .iter()
            .filter_map(|node| place(reader, node)),
    );
    let summary = fields.need(&mut reader.decoder, "summary");
    if let Some(node) = summary.filter(|node| node.kind == NodeKind::List(Vec::new())) {
        let finding = Finding::error(Code::MissingKey, node.span, "there is no summary")
            .with_help("say in `summary:` what matters most, in 100 to 150 characters");
        reader.decoder.findings.push(finding);
    }
    let summary = initiative::statements(reader, summary, first_source.as_ref());
    let background = fields.take("background");
    let background = initiative::statements(reader, background, first_source.as_ref());
    let initiatives = fields.take("initiatives");
    let initiatives = reader.decoder.list(initiatives);
    let initiatives = all(initiatives, |node| initiative::initiative(reader, node));
    let figures = fields.take("figures");
    note_unread(reader, figures, Target::Number);
    let figures = reader.decoder.list(figures);
    // Of a figure with a mistake of form nobody knows whether the rest is what was meant.
    let sound = |reader: &mut Reader, node| {
        let so_far = reader.decoder.findings.len();
        let figure = figure::figure(reader, node);
        figure.filter(|_| reader.decoder.findings.len() == so_far)
    };
    let read = all(figures, |node| sound(reader, node));
    reader.figures_lost = read.len() < figures.len() || !reader.decoder.lost_ids.is_empty();
    let raw = fields.take("derived");
    note_unread(reader, raw, Target::Number);
    let raw = reader.decoder.list(raw);
    let raw = all(raw, |node| derived::read(reader, node));
    let charts = fields.take("charts");
    let charts = reader.decoder.list(charts);
    let charts = all(charts, |node| chart::chart(reader, node));
    let doubts = fields.take("doubts");
    let doubts = reader.decoder.list(doubts);
    let doubts = all(doubts, |node| figure::text_doubt(reader, node));
    fields.finish(&mut reader.decoder);
    let mut county = County {
        id: file_id.clone(),
        code: head.code,
        name: head.name,
        city: head.city,
        places: all_places,
        summary,
        background,
        initiatives,
        figures: read.into_iter().collect(),
        derived: Vec::new(),
        charts,
        doubts,
        keys: head.keys,
    };
    derived::compute_all(&mut county, raw, &mut reader.decoder.findings);
    Some(county)
}

/// Notes that nothing can be said about references to what a list would declare that is none.
fn note_unread(reader: &mut Reader, node: Option<&Node>, target: Target) {
    let list = |node: &Node| matches!(node.kind, NodeKind::List(_));
    if node.is_some_and(|node| !list(node)) {
        reader.unread.push(target);
    }
}

struct Head {
    code: String,
    name: String,
    city: String,
    keys: Keys,
}

fn head(reader: &mut Reader, file_id: &CountyId, node: &Node) -> Option<Head> {
    let mut fields = reader.decoder.map(node, "county")?;
    let id = reader.need::<CountyId>(&mut fields, "id");
    if let Some(id) = &id
        && id.value != *file_id
    {
        let message = format!(
            "county id is `{}`, but the file is named `{file_id}.yaml`",
            id.value
        );
        reader.decoder.findings.push(
            Finding::error(Code::UnknownReference, id.span, message)
                .with_help("make them the same"),
        );
    }
    let code = fields.need(&mut reader.decoder, "code").and_then(|node| {
        let six = |text: &str| {
            let valid = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
            if valid {
                Ok(text.to_owned())
            } else {
                Err("expected the six digits of GB/T 2260 in quotes, like `\"141123\"`".to_owned())
            }
        };
        reader.decoder.parsed(node, Code::WrongType, six)
    });
    let name = fields.need_text(&mut reader.decoder, "name");
    let city = fields.need_text(&mut reader.decoder, "city");
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    Some(Head {
        code: code?.value,
        name: name?.value,
        city: city?.value,
        keys,
    })
}

fn county_itself(name: &str, span: Span) -> Place {
    Place {
        id: PlaceId::COUNTY
            .parse()
            .expect("invariant: `county` is an id"),
        name: name.to_owned(),
        level: PlaceLevel::County,
        parent: None,
        keys: Keys::new(span),
    }
}

fn place(reader: &mut Reader, node: &Node) -> Option<Place> {
    let mut fields = reader.decoder.map(node, "place")?;
    let id = reader.own_id(&mut fields, "place");
    let name = fields.need_text(&mut reader.decoder, "name");
    let level = reader.need_word(&mut fields, "level", &PlaceLevel::WORDS);
    let parent = reader.take_reference(&mut fields, "parent", Target::Place);
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    Some(Place {
        id: id?,
        name: name?.value,
        level: level?,
        parent,
        keys,
    })
}

/// The first source that the file names: summary and background are of it unless they say otherwise.
fn first_source(node: &Node) -> Option<SourceId> {
    let of_initiatives =
        entries(node, "initiatives").filter_map(|initiative| entry(initiative, "source"));
    let of_figures =
        entries(node, "figures").filter_map(|figure| entry(entry(figure, "source")?, "id"));
    of_initiatives.chain(of_figures).find_map(word)
}

fn entry<'n>(node: &'n Node<'n>, key: &str) -> Option<&'n Node<'n>> {
    match &node.kind {
        NodeKind::Map(entries) => entries
            .iter()
            .find(|(name, _)| name.value == key)
            .map(|(_, value)| value),
        NodeKind::Null | NodeKind::Scalar { .. } | NodeKind::List(_) => None,
    }
}

fn entries<'n>(node: &'n Node<'n>, key: &str) -> impl Iterator<Item = &'n Node<'n>> {
    let list = match entry(node, key).map(|node| &node.kind) {
        Some(NodeKind::List(items)) => items.as_slice(),
        Some(NodeKind::Null | NodeKind::Scalar { .. } | NodeKind::Map(_)) | None => &[],
    };
    list.iter()
}

fn word(node: &Node) -> Option<SourceId> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => text.parse().ok(),
        NodeKind::Null | NodeKind::List(_) | NodeKind::Map(_) => None,
    }
}
