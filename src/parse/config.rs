//! `briefings.yaml`.

use super::reader::{Reader, Reference, Target};
use crate::{
    diagnostic::{Code, Finding, suggest},
    model::{
        Comments, ComparisonPlan, Config, CountyId, DigestPlan, Edition, Format, NumberStyle,
        Period, Point, RedRule, Serial,
    },
    yaml::{Fields, Node, NodeKind},
};

/// As many columns as a page has room for.
const MOST_COUNTIES: usize = 12;

/// Reads the configuration and the counties it names.
pub(super) fn read(node: &Node, findings: &mut Vec<Finding>) -> (Option<Config>, Vec<Reference>) {
    let mut reader = Reader::default();
    let config = config(&mut reader, node);
    findings.append(&mut reader.decoder.findings);
    (config, reader.references)
}

fn config(reader: &mut Reader, node: &Node) -> Option<Config> {
    let mut fields = reader.decoder.map(node, "configuration")?;
    let serial = fields
        .need(&mut reader.decoder, "serial")
        .and_then(|node| serial(reader, node));
    let edition = fields
        .need(&mut reader.decoder, "edition")
        .and_then(|node| edition(reader, node));
    let county_title = fields.need_text(&mut reader.decoder, "county_title");
    let comparisons = fields.take("comparisons");
    let comparisons = reader.decoder.list(comparisons);
    let comparisons = comparisons
        .iter()
        .filter_map(|node| comparison(reader, node))
        .collect();
    let comparisons: Vec<ComparisonPlan> = comparisons;
    let digest = fields.take("digest");
    let digest = digest.map(|node| digest_of(reader, node, &comparisons));
    let imprint = fields.take("imprint");
    let imprint = reader.decoder.texts(imprint).into_iter();
    let imprint = imprint.map(|line| line.value).collect();
    let imprint_even = fields.take("imprint_even");
    let imprint_even = imprint_even.and_then(|node| reader.decoder.flag(node));
    let red_rule = reader.word_or(&mut fields, "red_rule", &RedRule::WORDS, RedRule::Usual);
    let mono = fields.take("mono");
    let mono = mono.and_then(|node| reader.decoder.flag(node));
    let comments = &Comments::WORDS;
    let docx_comments = reader.word_or(&mut fields, "docx_comments", comments, Comments::Warnings);
    let reference_doc = fields.take("reference_doc");
    let reference_doc = reference_doc.and_then(|node| reader.decoder.text(node));
    let formats = match fields.take("formats") {
        None => vec![Format::Pdf, Format::Docx],
        Some(node) => {
            let words = reader.decoder.list(Some(node));
            words
                .iter()
                .filter_map(|word| reader.decoder.word(word, &Format::WORDS))
                .collect()
        }
    };
    refuse_classification(reader, &mut fields);
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    Some(Config {
        serial: serial?,
        edition: edition?,
        county_title: county_title?.value,
        comparisons,
        digest: digest.flatten(),
        imprint,
        imprint_even: imprint_even.unwrap_or(false),
        red_rule: red_rule?,
        mono: mono.unwrap_or(false),
        docx_comments: docx_comments?,
        reference_doc: reference_doc.map(|path| path.value),
        formats,
        keys,
    })
}

fn serial(reader: &mut Reader, node: &Node) -> Option<Serial> {
    let mut fields = reader.decoder.map(node, "serial")?;
    let title = fields.need_text(&mut reader.decoder, "title");
    let mark = fields
        .take_text(&mut reader.decoder, "mark")
        .map(|text| text.value);
    let number = reader.take(&mut fields, "number");
    let issuer = fields
        .take_text(&mut reader.decoder, "issuer")
        .map(|text| text.value);
    let note = fields.need_text(&mut reader.decoder, "note");
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    Some(Serial {
        title: title?.value,
        mark,
        number: number.map_or_else(NumberStyle::default, |number| number.value),
        issuer,
        note: note?.value,
        keys,
    })
}

fn edition(reader: &mut Reader, node: &Node) -> Option<Edition> {
    let mut fields = reader.decoder.map(node, "edition")?;
    let number = fields.need(&mut reader.decoder, "number").and_then(|node| {
        let parse = |text: &str| {
            text.parse::<u32>()
                .map_err(|_| "expected the number of the edition".to_owned())
        };
        reader.decoder.parsed(node, Code::WrongType, parse)
    });
    let date = fields.need(&mut reader.decoder, "date").and_then(|node| {
        let day = |text: &str| match text.parse::<Period>()? {
            Period::At(point) if point.date().is_some() => Ok::<Point, String>(point),
            Period::At(_) | Period::Between(..) | Period::Since(_) | Period::Until(_) => {
                Err("expected a day like `2026-07-01`".to_owned())
            }
        };
        reader.decoder.parsed(node, Code::WrongType, day)
    });
    let published = fields.take("published");
    let published = published.and_then(|node| reader.decoder.flag(node));
    fields.finish(&mut reader.decoder);
    let date = date?;
    Some(Edition {
        number: number?.value,
        date: date.value,
        published: published.unwrap_or(false),
        span: date.span,
    })
}

fn comparison(reader: &mut Reader, node: &Node) -> Option<ComparisonPlan> {
    let mut fields = reader.decoder.map(node, "comparison")?;
    let id = reader.need(&mut fields, "id").map(|id| id.value);
    let title = fields.need_text(&mut reader.decoder, "title");
    let listed = fields.need(&mut reader.decoder, "counties");
    let counties: Vec<CountyId> = reader.references(listed, Target::County);
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    let few = |node: &Node| matches!(&node.kind, NodeKind::List(items) if items.len() < 2);
    if listed.is_some_and(few) {
        let finding = Finding::error(
            Code::MissingKey,
            keys.of("counties"),
            "a comparison needs at least two counties",
        )
        .with_help("list their ids under `counties:`");
        reader.decoder.findings.push(finding);
    }
    if counties.len() > MOST_COUNTIES {
        let message = format!(
            "a comparison holds at most {MOST_COUNTIES} counties, found {}",
            counties.len()
        );
        let finding = Finding::error(Code::WrongType, keys.of("counties"), message)
            .with_help("make several comparisons");
        reader.decoder.findings.push(finding);
    }
    let named = &reader.references[reader.references.len() - counties.len()..];
    let again = named
        .iter()
        .enumerate()
        .find(|(index, county)| named[..*index].iter().any(|other| other.id == county.id));
    if let Some((_, county)) = again {
        let message = format!("county `{}` stands twice in this comparison", county.id);
        let finding = Finding::error(Code::DuplicateId, county.span, message)
            .with_help("name each county once");
        reader.decoder.findings.push(finding);
    }
    Some(ComparisonPlan {
        id: id?,
        title: title?.value,
        counties,
        keys,
    })
}

fn digest_of(reader: &mut Reader, node: &Node, plans: &[ComparisonPlan]) -> Option<DigestPlan> {
    let mut fields = reader.decoder.map(node, "digest")?;
    let title = fields.need_text(&mut reader.decoder, "title");
    let comparison = reader.need::<CountyId>(&mut fields, "comparison");
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    let comparison = comparison?;
    if !plans.iter().any(|plan| plan.id == comparison.value) {
        let message = format!("there is no comparison `{}`", comparison.value);
        let known = plans.iter().map(|plan| plan.id.as_str());
        let finding = Finding::error(Code::UnknownReference, comparison.span, message)
            .with_help(suggest(comparison.value.as_str(), known));
        reader.decoder.findings.push(finding);
        return None;
    }
    let id = DigestPlan::ID.parse();
    Some(DigestPlan {
        id: id.expect("invariant: `digest` is an id"),
        title: title?.value,
        comparison: comparison.value,
        keys,
    })
}

/// The tool runs on ordinary machines: what is classified must not be put into it.
fn refuse_classification(reader: &mut Reader, fields: &mut Fields<'_>) {
    for key in ["classification", "密级"] {
        if let Some(node) = fields.take(key) {
            let finding = Finding::error(
                Code::Classified,
                node.span,
                "a classification mark is configured",
            )
            .with_help("classified material must not be put into this tool; delete the key");
            reader.decoder.findings.push(finding);
        }
    }
}
