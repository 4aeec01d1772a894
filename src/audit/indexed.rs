//! Figures and the index of their source agree: each figure has its numeral, each numeral its figures or an excuse.

use std::collections::BTreeMap;

use super::printed;
use crate::{
    diagnostic::{Code, Finding},
    model::{
        Account, County, CountyId, Figure, FigureId, FigureOf, IndexLine, IndexedNumeral, Location,
        Model, Qualifier, Quantity, SourceText,
    },
    threads,
};

/// Reports where index and figures do not fit, and sources without an index.
pub(super) fn agree(model: &Model) -> Vec<Finding> {
    let users = users(model);
    let of_sources = threads::map(model.sources.values(), |source| {
        let places = users.get(source.id.as_str()).map_or(&[][..], Vec::as_slice);
        let mut findings = Vec::new();
        match &source.index {
            Some(index) => Source {
                model,
                source,
                index,
                places,
            }
            .check(&mut findings),
            None if places.is_empty() => {}
            None => {
                let message = format!("nobody has listed the numerals of source `{}`", source.id);
                findings.push(
                    Finding::warning(Code::NotIndexed, source.span, message)
                        .with_help("`briefings index FILE` drafts the list from the text"),
                );
            }
        }
        findings
    });
    of_sources.into_iter().flatten().collect()
}

/// A figure at one of its places in a source.
struct Place<'m> {
    county: &'m County,
    figure: &'m Figure,
    location: &'m Location,
}

fn users(model: &Model) -> BTreeMap<&str, Vec<Place<'_>>> {
    let mut users: BTreeMap<&str, Vec<Place<'_>>> = BTreeMap::new();
    for county in &model.counties {
        for figure in &county.figures {
            for location in std::iter::once(&figure.source).chain(&figure.also) {
                users
                    .entry(location.source.as_str())
                    .or_default()
                    .push(Place {
                        county,
                        figure,
                        location,
                    });
            }
        }
    }
    users
}

struct Source<'m> {
    model: &'m Model,
    source: &'m SourceText,
    index: &'m [IndexLine],
    places: &'m [Place<'m>],
}

impl<'m> Source<'m> {
    fn check(&self, findings: &mut Vec<Finding>) {
        let mut of_figure: BTreeMap<(&CountyId, &FigureId), Vec<(u32, &IndexedNumeral)>> =
            BTreeMap::new();
        let mut last = 0;
        for line in self.index {
            findings.extend(self.line(line, last));
            last = line.line;
            for numeral in &line.numerals {
                match &numeral.account {
                    Account::Open => findings.push(open(numeral)),
                    Account::Figures(figures) => {
                        for of in figures {
                            match self.find(of, line.line) {
                                Ok(places) => {
                                    for place in places {
                                        of_figure
                                            .entry((&place.county.id, &place.figure.id))
                                            .or_default()
                                            .push((line.line, numeral));
                                    }
                                }
                                Err(finding) => findings.extend(finding.map(|message| {
                                    Finding::error(Code::IndexMismatch, numeral.span, message)
                                        .with_help("correct the id here, or the figure's lines")
                                })),
                            }
                        }
                    }
                    Account::Term(_) | Account::LeftOut(_) => {}
                }
            }
        }
        for place in self.places {
            let key = (&place.county.id, &place.figure.id);
            let numerals = of_figure.get(&key).map_or(&[][..], Vec::as_slice);
            findings.extend(self.place(place, numerals));
        }
    }

    fn line(&self, line: &IndexLine, last: u32) -> Option<Finding> {
        let finding = if line.line > self.source.lines {
            let message = format!(
                "line `{}` lies beyond the {} lines of source `{}`",
                line.line, self.source.lines, self.source.id
            );
            Finding::error(Code::LinesOutside, line.span, message)
        } else if line.line <= last {
            let message = format!("line `{}` stands behind line `{last}`", line.line);
            Finding::error(Code::IndexMismatch, line.span, message)
        } else {
            return None;
        };
        Some(finding.with_help("list each line once, in order, as `briefings index` does"))
    }

    /// The figures meant, at this line, of each county that uses the text unless one is named; the message is none where
    /// a broken county may have it.
    fn find(&self, of: &FigureOf, line: u32) -> Result<Vec<&'m Place<'m>>, Option<String>> {
        let meant = |place: &&Place<'_>| {
            place.figure.id == of.figure
                && of
                    .county
                    .as_ref()
                    .is_none_or(|county| *county == place.county.id)
        };
        let known: Vec<&Place<'_>> = self.places.iter().filter(meant).collect();
        if known.is_empty() {
            let message = format!(
                "no figure `{}` is taken from source `{}`",
                of.figure, self.source.id
            );
            return Err(Some(message).filter(|_| self.model.broken.is_empty()));
        }
        let here: Vec<&Place<'_>> = known
            .into_iter()
            .filter(|place| place.location.lines.contains(line))
            .collect();
        if here.is_empty() {
            let message = format!("figure `{}` is not taken from line `{line}`", of.figure);
            return Err(Some(message));
        }
        Ok(here)
    }

    /// Each place of a figure has at least one numeral that says the same.
    fn place(&self, place: &Place<'_>, numerals: &[(u32, &IndexedNumeral)]) -> Option<Finding> {
        let Place {
            figure, location, ..
        } = place;
        let here = numerals
            .iter()
            .filter(|(line, _)| location.lines.contains(*line));
        let here: Vec<&IndexedNumeral> = here.map(|(_, numeral)| *numeral).collect();
        if here.is_empty() {
            let message = format!(
                "no numeral on line `{}` of source `{}` is listed for `{}`",
                location.lines, self.source.id, figure.id
            );
            return Some(
                Finding::error(Code::IndexMismatch, figure.span, message)
                    .with_related(self.source.span, "its index is here")
                    .with_help("correct the lines, or name the figure at its numeral in the index"),
            );
        }
        let unlike = here
            .iter()
            .find_map(|numeral| Some((*numeral, unlike(figure, numeral)?)));
        let (numeral, problem) = unlike?;
        let finding = Finding::error(
            Code::IndexMismatch,
            figure.span,
            format!("`{}` {problem}", figure.id),
        );
        Some(
            finding
                .with_related(numeral.span, "the numeral in the index")
                .with_help("look at the source and correct the one that is wrong"),
        )
    }
}

fn open(numeral: &IndexedNumeral) -> Finding {
    let message = format!("nothing says what became of `{}`", numeral.text);
    Finding::error(Code::UnaccountedNumeral, numeral.span, message).with_help(
        "name its `figures:`, the `term:` it is part of, or the `reason:` why none uses it",
    )
}

/// How a figure departs from its numeral in the index. What departs from its own `printed:` is told elsewhere.
fn unlike(figure: &Figure, numeral: &IndexedNumeral) -> Option<String> {
    let Some(listed) = numeral.quantity() else {
        return Some(format!(
            "is listed at `{}`, which is no amount",
            numeral.text
        ));
    };
    let printed: Quantity = figure.printed.parse().ok()?;
    let solid: String = figure
        .printed
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let same =
        printed.same_number(listed) && (printed.value.is_some() || numeral.text.contains(&solid));
    if !same {
        return Some(format!(
            "is printed as `{}`, but the index of its source lists `{}`",
            figure.printed, numeral.text
        ));
    }
    if printed::difference(&figure.quantity, &printed).is_some() {
        return None;
    }
    // 最多 before a number may also belong to what follows: 最多1户补助5000元.
    if listed.qualifier == Qualifier::UpTo && figure.quantity.qualifier == Qualifier::Exact {
        return None;
    }
    let problem = printed::difference(&figure.quantity, listed)?;
    Some(format!(
        "{problem}, but the index of its source lists `{}`",
        numeral.text
    ))
}
