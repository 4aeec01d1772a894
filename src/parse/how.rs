//! Attributes of initiatives.

use super::reader::{Reader, all};
use crate::{
    diagnostic::{Code, Finding},
    model::{Attribute, Facet},
    yaml::Node,
};

/// Reads `how:`.
pub(super) fn attributes(reader: &mut Reader, node: Option<&Node>) -> Vec<Attribute> {
    let items = reader.decoder.list(node);
    all(items, |item| attribute(reader, item))
}

/// `{checking: publicity, lines: 12}`
fn attribute(reader: &mut Reader, node: &Node) -> Option<Attribute> {
    let mut fields = reader.decoder.map(node, "attribute")?;
    let mut found = Vec::new();
    for facet in Facet::ALL {
        if let Some(node) = fields.take(facet.key()) {
            found.push((*facet, reader.decoder.word(node, facet.values())));
        }
    }
    let lines = reader.need(&mut fields, "lines").map(|lines| lines.value);
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    let [(facet, means)] = found[..] else {
        let told = reader.decoder.findings.last();
        let misspelt = told.is_some_and(|finding| finding.code == Code::UnknownKey);
        if !(found.is_empty() && misspelt) {
            let keys_known: Vec<&str> = Facet::ALL.iter().map(|facet| facet.key()).collect();
            let finding = Finding::error(
                Code::MissingKey,
                keys.entry(),
                format!(
                    "found {} facets in this attribute, expected one",
                    found.len()
                ),
            );
            let help = format!("write one of `{}`, and `lines`", keys_known.join("`, `"));
            reader.decoder.findings.push(finding.with_help(help));
        }
        return None;
    };
    Some(Attribute {
        facet,
        means: means?,
        lines: lines?,
        keys,
    })
}
