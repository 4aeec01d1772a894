//! Characters that none of the typefaces has, where they are written.

use crate::{
    diagnostic::{Code, Finding, Focus},
    document::Document,
    model::{County, Model, Prose},
    render::typst,
    source::SourceSet,
    span::{FileId, Span},
    threads,
};

/// Reports what cannot be printed of texts and names, also of counties that nothing can be made of.
pub(super) fn written(model: &Model) -> Vec<Finding> {
    let counties = model.counties.iter().chain(&model.half_read);
    let of_counties = threads::map(counties, |county| of_texts(&of_county(county)));
    let mut texts: Vec<(&str, Span)> = Vec::new();
    let themes = model.themes.iter();
    texts.extend(themes.map(|theme| (theme.name.as_str(), theme.keys.of("name"))));
    let indicators = model.indicators.iter();
    texts.extend(indicators.map(|indicator| (indicator.name.as_str(), indicator.keys.of("name"))));
    for source in model.sources.values() {
        texts.push((source.title.as_str(), source.keys.of("title")));
        texts.push((source.form.as_str(), source.keys.of("form")));
        let publisher = source.publisher.iter();
        texts.extend(publisher.map(|name| (name.as_str(), source.keys.of("publisher"))));
    }
    let mut findings: Vec<Finding> = of_counties.into_iter().flatten().collect();
    findings.extend(of_texts(&texts));
    findings
}

fn of_texts(texts: &[(&str, Span)]) -> Vec<Finding> {
    let findings = texts.iter();
    findings
        .flat_map(|(text, span)| unprintable(text, *span))
        .collect()
}

fn of_county(county: &County) -> Vec<(&str, Span)> {
    let prose = county.prose().into_iter().chain(county.notes());
    let prose = prose.map(|prose: &Prose| (prose.written(), prose.span));
    let places = county.places.iter();
    let places = places.map(|place| (&*place.name, place.keys.of("name")));
    prose.chain(places).collect()
}

/// Each such character of a text, every time it stands there.
fn unprintable(text: &str, span: Span) -> Vec<Finding> {
    let missing = text
        .char_indices()
        .filter(|(_, c)| !c.is_whitespace() && !typst::printable(*c));
    let findings = missing.map(|(at, c)| {
        let mut bytes = [0; 4];
        told(c, span).with_focus(Focus::at(text, at, c.encode_utf8(&mut bytes)))
    });
    findings.collect()
}

/// What cannot be printed of a report and was not found in the data: each character at the first place in the workspace
/// where it stands.
pub(super) fn printed(
    document: &Document,
    findings: &[Finding],
    sources: &SourceSet,
) -> Vec<Finding> {
    let missing = document.characters(|c| !c.is_whitespace() && !typst::printable(c));
    let missing = missing.into_iter();
    let known = |c: char| {
        let message = message(c);
        let mut known = findings.iter();
        known.any(|finding| finding.code == Code::MissingGlyph && finding.message == message)
    };
    let findings = missing.filter(|c| !known(*c)).map(|c| {
        let place = sources
            .files()
            .find_map(|(id, file)| Some(Span::new(id, file.text.find(c)?, 0)));
        let place = place.unwrap_or(Span::start_of(FileId(0)));
        told(
            c,
            Span::new(place.file, place.start(), place.start() + c.len_utf8()),
        )
    });
    findings.collect()
}

/// Whether a report holds what cannot be printed.
pub(super) fn spoil(document: &Document) -> bool {
    let unseen = document.characters(|c| !c.is_whitespace() && !typst::printable(c));
    !unseen.is_empty()
}

fn told(c: char, span: Span) -> Finding {
    Finding::error(Code::MissingGlyph, span, message(c)).with_help(
        "write it with another character; pictures, private characters and signs that nobody sees cannot be printed",
    )
}

fn message(c: char) -> String {
    let shown = if c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{AD}' | '\u{FEFF}')
    {
        String::new()
    } else {
        format!("`{c}` ")
    };
    format!(
        "no typeface has the character {shown}(U+{:04X})",
        u32::from(c)
    )
}
