//! The text speaks of whom a figure is said to be about.
//!
//! What only people could tell is left alone; two things a program can see. Of the declared places the one that the text
//! names last before a number, in its sentence, is the figure's subject or holds it; of a figure of the whole county none is
//! named in the number's clause. And of two numbers beside each other the words around each are those of its own figure's
//! name, not of the other's. A doubt `unclear` says that somebody has looked.

use std::collections::{BTreeMap, BTreeSet};

use super::mentions::{SENTENCE, is_doubted, numerals, printed};
use crate::{
    diagnostic::{Code, Finding},
    model::{County, Figure, Model, Place, PlaceId, SolidText, SourceId, TextNumeral},
};

/// Where a clause ends.
const CLAUSE: [char; 6] = ['，', '：', '、', ',', ':', '…'];
/// What parts the words around a number besides.
const AROUND: [char; 8] = ['（', '）', '(', ')', '“', '”', '《', '》'];
/// How far apart, in bytes of the text, two numbers may stand to be taken for each other.
const NEAR: usize = 240;
/// By how many pairs of characters the other's words must fit better.
const MARGIN: usize = 2;

/// Reports figures that their text tells of another place, or of what another figure counts.
pub(super) fn agree(model: &Model, texts: &BTreeMap<&str, SolidText>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let numerals = numerals(texts);
    for county in model.counties.iter().chain(&model.half_read) {
        let mut placed: BTreeMap<&SourceId, Vec<Placed<'_>>> = BTreeMap::new();
        for figure in county.figures.iter().filter(|figure| !is_doubted(figure)) {
            let source = &figure.source.source;
            let Some((text, numerals)) = texts
                .get(source.as_str())
                .zip(numerals.get(source.as_str()))
            else {
                continue;
            };
            let places = printed(figure, text, numerals);
            let other = other_place(county, figure, text, &places);
            findings.extend(other.map(|other| other.of_figure(&county.id, &figure.id)));
            if let [only] = places.as_slice() {
                let placed = placed.entry(source).or_default();
                placed.push(Placed {
                    figure,
                    at: only.at,
                    end: only.at + only.text.len(),
                });
            }
        }
        for (source, placed) in placed {
            if let Some(text) = texts.get(source.as_str()) {
                findings.extend(exchanged(&text.text, placed));
            }
        }
    }
    findings
}

/// A figure whose number the text prints beside the name of another place, wherever it prints it.
fn other_place(
    county: &County,
    figure: &Figure,
    text: &SolidText,
    numerals: &[&TextNumeral],
) -> Option<Finding> {
    // Of a place that could not be read nothing can be said.
    county.place(&figure.subject)?;
    let named: Option<Vec<&Place>> = numerals
        .iter()
        .map(|numeral| named_before(county, figure, &text.text[..numeral.at]))
        .collect();
    let place = *named?.first()?;
    let message = format!(
        "`{}` is said of `{}`, but the text names `{}` before the number",
        figure.id, figure.subject, place.name
    );
    let span = figure.keys.first_of(&["subject", "name"]);
    Some(
        Finding::warning(Code::OtherSubject, span, message)
            .with_related(place.keys.of("name"), "the place named")
            .with_help(
                "correct `subject:`; if it is right all the same, say so in a doubt `unclear`",
            ),
    )
}

/// The place that a text names last, when it is neither the figure's subject nor what that lies in.
fn named_before<'c>(county: &'c County, figure: &Figure, before: &str) -> Option<&'c Place> {
    let whole = figure.subject.as_str() == PlaceId::COUNTY;
    let ends = |c: char| SENTENCE.contains(&c) || (whole && CLAUSE.contains(&c));
    let start = before.rfind(ends).map_or(0, |at| at + 1);
    let sentence = &before[before.ceil_char_boundary(start)..];
    let places = county.places.iter();
    let places = places.filter(|place| place.id.as_str() != PlaceId::COUNTY);
    let mentioned = places.filter_map(|place| {
        let at = sentence.rfind(&place.name)?;
        Some(((at + place.name.len(), place.name.len()), place))
    });
    let (_, place) = mentioned.max_by_key(|(end, _)| *end)?;
    let own = around(county, &figure.subject);
    // Of two places of one name the text cannot tell which is meant.
    let mut named = county
        .places
        .iter()
        .filter(|other| other.name == place.name);
    (!named.any(|place| own.contains(&place.id))).then_some(place)
}

/// A place and those it lies in.
fn around<'c>(county: &'c County, subject: &'c PlaceId) -> BTreeSet<&'c PlaceId> {
    let mut all = BTreeSet::new();
    let mut here = Some(subject);
    while let Some(id) = here.filter(|id| !all.contains(id)) {
        all.insert(id);
        here = county.place(id).and_then(|place| place.parent.as_ref());
    }
    all
}

/// A figure where its number is printed.
struct Placed<'m> {
    figure: &'m Figure,
    at: usize,
    end: usize,
}

/// Pairs of figures each of which is named with the words that stand around the other's number.
fn exchanged(text: &str, mut placed: Vec<Placed<'_>>) -> Vec<Finding> {
    placed.sort_by_key(|placed| placed.at);
    let words: Vec<BTreeSet<[char; 2]>> = (0..placed.len())
        .map(|index| {
            let from = index.checked_sub(1).map_or(0, |before| placed[before].end);
            let to = placed.get(index + 1).map_or(text.len(), |next| next.at);
            context(text, &placed[index], from, to)
        })
        .collect();
    let names: Vec<BTreeSet<[char; 2]>> = placed
        .iter()
        .map(|placed| pairs(&placed.figure.name.texts().collect::<String>()).collect())
        .collect();
    let fit = |name: usize, place: usize| names[name].intersection(&words[place]).count();
    let mut findings = Vec::new();
    for (one, first) in placed.iter().enumerate() {
        for (other, second) in placed.iter().enumerate().skip(one + 1) {
            if second.at - first.at > NEAR {
                break;
            }
            let own = fit(one, one) + fit(other, other);
            let crossed = fit(one, other) + fit(other, one);
            if alike(first.figure, second.figure) && crossed >= own + MARGIN {
                findings.push(told(first.figure, second.figure));
            }
        }
    }
    findings
}

/// Whether two figures may be taken for each other.
fn alike(one: &Figure, other: &Figure) -> bool {
    one.quantity.unit == other.quantity.unit
        && one.subject == other.subject
        && one.change == other.change
        && one.target == other.target
}

fn told(one: &Figure, other: &Figure) -> Finding {
    let message = format!(
        "the words around `{}` in the text are those of `{}`, and the other way round",
        one.id, other.id
    );
    let (first, second) = match one.keys.entry() <= other.keys.entry() {
        true => (one, other),
        false => (other, one),
    };
    Finding::warning(Code::OtherSubject, first.keys.of("name"), message)
        .with_related(second.keys.of("name"), "the other one")
        .with_help("exchange the names or the numbers of the two; if they are right, say so in a doubt `unclear`")
}

/// The pairs of characters in the clause around a number, as far as no other number stands between.
fn context(text: &str, placed: &Placed<'_>, from: usize, to: usize) -> BTreeSet<[char; 2]> {
    let ends = |c: char| SENTENCE.contains(&c) || CLAUSE.contains(&c) || AROUND.contains(&c);
    let before = text.get(from..placed.at).unwrap_or_default();
    let before = before.rsplit(ends).next().unwrap_or_default();
    let behind = text.get(placed.end..to).unwrap_or_default();
    let behind = behind.split(ends).next().unwrap_or_default();
    pairs(before).chain(pairs(behind)).collect()
}

fn pairs(text: &str) -> impl Iterator<Item = [char; 2]> {
    let chars: Vec<char> = text.chars().collect();
    let pairs: Vec<[char; 2]> = chars.windows(2).map(|pair| [pair[0], pair[1]]).collect();
    pairs.into_iter()
}
