//! Figures and the index of their source agree: each figure has its numeral, each numeral its figures or an excuse.

use std::collections::BTreeSet;

use super::{
    bounds, lines,
    listed::{Listed, Listings, Numeral, Place, is_printed},
    printed,
};
use crate::{
    diagnostic::{Code, Finding},
    model::{
        Account, Figure, FigureId, FigureOf, IndexLine, IndexedNumeral, Model, Qualifier,
        SourceText,
    },
    threads,
};

/// Reports where index and figures do not fit, and sources without an index.
pub(super) fn agree(model: &Model, listings: &Listings<'_>) -> Vec<Finding> {
    let of_sources = threads::map(model.sources.values(), |source| {
        let mut findings = Vec::new();
        let Some(listed) = listings.of(&source.id) else {
            return findings;
        };
        match &source.index {
            Some(index) => {
                findings.extend(order(index));
                findings.extend(index.iter().flat_map(open));
                Source {
                    model,
                    source,
                    index,
                    listed,
                }
                .check(&mut findings);
            }
            None if listed.places.is_empty() => {}
            None => {
                let message = format!("nobody has listed the numerals of source `{}`", source.id);
                findings.push(
                    Finding::warning(Code::NotIndexed, source.keys.entry(), message)
                        .with_help("`briefings index FILE` drafts the list from the text"),
                );
            }
        }
        findings
    });
    of_sources.into_iter().flatten().collect()
}

/// Lines that do not stand in order.
fn order(index: &[IndexLine]) -> Vec<Finding> {
    let unordered = index.windows(2).filter(|pair| pair[1].line <= pair[0].line);
    let findings = unordered.map(|pair| {
        let message = format!(
            "line `{}` stands behind line `{}`",
            pair[1].line, pair[0].line
        );
        Finding::error(Code::IndexMismatch, pair[1].line_at, message)
            .with_help("list each line once, in order, as `briefings index` does")
    });
    findings.collect()
}

/// Numerals that nothing accounts for.
fn open(line: &IndexLine) -> Vec<Finding> {
    let open = line.numerals.iter();
    let open = open.filter(|numeral| numeral.account == Account::Open);
    let findings = open.map(|numeral| {
        let message = format!("nothing says what became of `{}`", numeral.text);
        Finding::error(Code::UnaccountedNumeral, numeral.keys.of("text"), message).with_help(
            "name its `figures:`, the `term:` it is part of, or the `reason:` why none uses it",
        )
    });
    findings.collect()
}

struct Source<'s, 'm> {
    model: &'m Model,
    source: &'m SourceText,
    index: &'m [IndexLine],
    listed: &'s Listed<'m>,
}

/// What is wrong with a figure at one of its places.
enum Problem<'m> {
    /// Something that is told elsewhere: the lines are not there, or the numeral has no account.
    Told,
    /// No numeral on its lines is listed for it.
    Unlisted,
    /// A numeral on its lines says the same and is not listed for it.
    NotNamed(&'m IndexedNumeral),
    /// What is listed for it says something else.
    Unlike(Numeral<'m>, String, &'static [&'static str]),
}

impl<'m> Source<'_, 'm> {
    fn check(&self, findings: &mut Vec<Finding>) {
        let problems: Vec<(Place<'m>, Problem<'m>)> = self
            .listed
            .places
            .iter()
            .filter_map(|place| Some((*place, self.problem(place)?)))
            .collect();
        findings.extend(self.unknown());
        findings.extend(self.twice());
        let exchanged = exchanged(&problems);
        findings.extend(exchanged.iter().map(Exchanged::told));
        let exchanged: BTreeSet<usize> = exchanged
            .iter()
            .flat_map(|pair| [address(pair.one.1.1), address(pair.other.1.1)])
            .collect();
        let mut moved = BTreeSet::new();
        let mut told = BTreeSet::new();
        for (place, problem) in &problems {
            match problem {
                Problem::Unlike(numeral, ..) if exchanged.contains(&address(numeral.1)) => {}
                Problem::Told => {
                    moved.insert(place.figure.id.as_str());
                }
                Problem::Unlisted => {
                    moved.insert(place.figure.id.as_str());
                    findings.push(self.unlisted(place));
                }
                Problem::NotNamed(numeral) => {
                    moved.insert(place.figure.id.as_str());
                    told.insert(address(numeral));
                    findings.push(not_named(place, numeral));
                }
                Problem::Unlike(numeral, what, keys) => {
                    findings.push(unlike(place, *numeral, what, keys));
                }
            }
        }
        findings.extend(self.elsewhere(&moved, &told));
    }

    fn problem(&self, place: &Place<'m>) -> Option<Problem<'m>> {
        let figure = place.figure;
        let here = self.listed.here(place).iter();
        let here: Vec<Numeral<'m>> = here
            .filter(|(line, _)| place.location.lines.contains(*line))
            .copied()
            .collect();
        if here.is_empty() {
            return self.not_listed(place);
        }
        here.into_iter().find_map(|numeral| {
            let listed = numeral.1.quantity();
            match is_printed(figure, numeral.1)? {
                true => {
                    let listed = listed?;
                    let differs = printed::difference(&figure.quantity, listed)?;
                    // What departs from `printed:` as well is told there.
                    let own = figure.printed.quantity().ok()?;
                    if printed::difference(&figure.quantity, own).is_some() {
                        return None;
                    }
                    // 最多 before a number may also belong to what follows: 最多1户补助5000元.
                    if listed.qualifier == Qualifier::UpTo
                        && figure.quantity.qualifier == Qualifier::Exact
                    {
                        return None;
                    }
                    Some(Problem::Unlike(numeral, differs.what, differs.keys))
                }
                false => {
                    // A figure that is valued as listed is only printed otherwise, which is told there.
                    let as_valued = listed.as_ref().is_some_and(|listed| {
                        printed::difference(&figure.quantity, listed).is_none()
                    });
                    let what = match listed {
                        Some(_) => format!("is printed as `{}`", figure.printed.as_str()),
                        None => "is an amount".to_owned(),
                    };
                    let keys = &["printed"];
                    (!as_valued).then_some(Problem::Unlike(numeral, what, keys))
                }
            }
        })
    }

    /// Of a figure that no numeral on its lines is listed for: what became of the numeral that says the same.
    fn not_listed(&self, place: &Place<'m>) -> Option<Problem<'m>> {
        // Of lines that are not there that is told.
        if !lines::are_there(self.source, &place.location.lines) {
            return Some(Problem::Told);
        }
        let lines = self.index.iter();
        let lines = lines.filter(|line| place.location.lines.contains(line.line));
        let mut twins = lines
            .flat_map(|line| &line.numerals)
            .filter(|numeral| is_printed(place.figure, numeral) == Some(true));
        let told = |numeral: &IndexedNumeral| {
            let mut unknown = self.listed.unknown.iter();
            numeral.account == Account::Open
                || unknown.any(|((_, other), _)| std::ptr::eq(*other, numeral))
        };
        let all: Vec<&IndexedNumeral> = twins.by_ref().collect();
        match all.first() {
            _ if all.iter().any(|numeral| told(numeral)) => Some(Problem::Told),
            Some(numeral) => Some(Problem::NotNamed(numeral)),
            None => Some(Problem::Unlisted),
        }
    }

    fn unlisted(&self, place: &Place<'m>) -> Finding {
        let message = format!(
            "no numeral on line `{}` of source `{}` is listed for `{}`",
            place.location.lines, self.source.id, place.figure.id
        );
        let finding = Finding::error(Code::IndexMismatch, place.location.span, message)
            .with_help("correct the lines, or name the figure at its numeral in the index");
        match self.listed.elsewhere(place).first() {
            Some((line, numeral)) => finding.with_related(
                numeral.keys.of("figures"),
                format!("it is listed on line {line}"),
            ),
            None => finding.with_related(self.source.keys.of("index"), "the index is here"),
        }
    }

    /// Mentions of figures that there are not; nothing can be said where a file that cannot be read may have them.
    fn unknown(&self) -> Vec<Finding> {
        if self.model.hidden.contains(&self.source.id) {
            return Vec::new();
        }
        if let (true, Some(_)) = (self.listed.places.is_empty(), self.listed.unknown.first()) {
            let message = format!(
                "the index of source `{}` names figures, but no county takes any from it",
                self.source.id
            );
            return vec![
                Finding::error(Code::IndexMismatch, self.source.keys.of("id"), message)
                    .with_help("is a county file missing, or the source's own file too many?"),
            ];
        }
        let findings = self.listed.unknown.iter().filter_map(|((_, numeral), of)| {
            if let Some(figure) = self.of_other_source(of, numeral) {
                return self.told_of_other_source(figure, numeral);
            }
            let message = format!(
                "no figure `{}` is taken from source `{}`",
                of.figure, self.source.id
            );
            Some(
                Finding::error(Code::IndexMismatch, numeral.keys.of("figures"), message)
                    .with_focus(of.figure.as_str())
                    .with_help("correct the id here, or the figure's source"),
            )
        });
        findings.collect()
    }

    /// A figure that is listed here and printed so, but said to be taken from another source, of a county that uses this
    /// one too.
    fn of_other_source(&self, of: &FigureOf, numeral: &IndexedNumeral) -> Option<&'m Figure> {
        let counties = self.listed.places.iter().map(|place| place.county);
        let mut figures = counties.filter_map(|county| county.figure(&of.figure));
        figures.find(|figure| is_printed(figure, numeral) == Some(true))
    }

    /// A source that there is not is told where references are.
    fn told_of_other_source(&self, figure: &Figure, numeral: &IndexedNumeral) -> Option<Finding> {
        let other = &figure.source.source;
        self.model.sources.get(other)?;
        let message = format!(
            "`{}` is said to be taken from `{other}`, but the index of `{}` lists it",
            figure.id, self.source.id
        );
        Some(
            Finding::error(Code::IndexMismatch, figure.keys.of("source-id"), message)
                .with_related(numeral.keys.of("figures"), "it is listed here")
                .with_help("correct the source, or the id in the index"),
        )
    }

    /// Figures listed on lines that they are not taken from, unless the lines are told to be wrong.
    fn elsewhere(&self, moved: &BTreeSet<&str>, told: &BTreeSet<usize>) -> Vec<Finding> {
        let mut seen = BTreeSet::new();
        let mut findings = Vec::new();
        for place in &self.listed.places {
            let id = place.figure.id.as_str();
            if moved.contains(id) || !seen.insert((place.county.id.as_str(), id)) {
                continue;
            }
            for (line, numeral) in self.listed.elsewhere(place) {
                if told.contains(&address(numeral)) {
                    continue;
                }
                let message = format!("figure `{id}` is not taken from line `{line}`");
                findings.push(
                    Finding::error(Code::IndexMismatch, numeral.keys.of("figures"), message)
                        .with_focus(id)
                        .with_related(place.location.span, "the figure's lines")
                        .with_help(
                            "correct the id here, or add the line to the figure's `source.also`",
                        ),
                );
            }
        }
        findings
    }

    /// Figures listed at two numerals of one line, of which one may be another figure's.
    fn twice(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for line in self.index {
            let mut seen: Vec<(&str, &IndexedNumeral)> = Vec::new();
            for numeral in &line.numerals {
                let Account::Figures(figures) = &numeral.account else {
                    continue;
                };
                for of in figures {
                    let id = of.figure.as_str();
                    match seen.iter().find(|(other, _)| *other == id) {
                        Some((_, first)) if !std::ptr::eq(*first, numeral) => {
                            findings.push(told_twice(line.line, id, first, numeral));
                        }
                        Some(_) => {}
                        None => seen.push((id, numeral)),
                    }
                }
            }
        }
        findings
    }
}

/// An identity of numerals, which may be alike.
fn address(numeral: &IndexedNumeral) -> usize {
    std::ptr::from_ref(numeral) as usize
}

/// Two figures each of which has what the index lists for the other.
struct Exchanged<'m> {
    one: (Place<'m>, Numeral<'m>),
    other: (Place<'m>, Numeral<'m>),
}

fn exchanged<'m>(problems: &[(Place<'m>, Problem<'m>)]) -> Vec<Exchanged<'m>> {
    let unlike: Vec<(Place<'m>, Numeral<'m>)> = problems
        .iter()
        .filter_map(|(place, problem)| match problem {
            Problem::Unlike(numeral, ..) => Some((*place, *numeral)),
            Problem::Told | Problem::Unlisted | Problem::NotNamed(_) => None,
        })
        .collect();
    let mut pairs = Vec::new();
    for (index, one) in unlike.iter().enumerate() {
        let partner = unlike[index + 1..].iter().find(|other| {
            is_printed(one.0.figure, other.1.1) == Some(true)
                && is_printed(other.0.figure, one.1.1) == Some(true)
        });
        pairs.extend(partner.map(|other| Exchanged {
            one: *one,
            other: *other,
        }));
    }
    pairs
}

impl Exchanged<'_> {
    /// Two ids of the index are sooner exchanged than all that two figures say of themselves, unless a part would then be
    /// larger than its whole.
    fn told(&self) -> Finding {
        let figures = [self.one.0.figure, self.other.0.figure];
        let county = self.one.0.county;
        let concerned = county.figures.iter().filter(|figure| {
            let of_pair = |id: &FigureId| figures.iter().any(|other| other.id == *id);
            of_pair(&figure.id) || figure.part_of.as_ref().is_some_and(of_pair)
        });
        let impossible = concerned.into_iter().any(|part| {
            let whole = part.part_of.as_ref().and_then(|id| county.figure(id));
            whole.is_some_and(|whole| bounds::exceeds(&part.quantity, &whole.quantity))
        });
        let (key, places) = match impossible {
            true => ("printed", figures.map(|figure| figure.keys.of("printed"))),
            false => {
                let numerals = [self.one.1.1, self.other.1.1];
                (
                    "figures",
                    numerals.map(|numeral| numeral.keys.of("figures")),
                )
            }
        };
        let (first, second) = match places[0] <= places[1] {
            true => (places[0], places[1]),
            false => (places[1], places[0]),
        };
        let message = format!(
            "`{}` and `{}` each have what the index lists for the other",
            figures[0].id, figures[1].id
        );
        let help = match key {
            "printed" => "exchange the numbers of the two figures, or the ids in the index",
            _ => "exchange the ids here, or the numbers of the two figures",
        };
        Finding::error(Code::IndexMismatch, first, message)
            .with_related(second, "and here")
            .with_help(help)
    }
}

fn told_twice(line: u32, id: &str, first: &IndexedNumeral, second: &IndexedNumeral) -> Finding {
    let message = format!("figure `{id}` is listed at two numerals of line `{line}`");
    Finding::error(Code::IndexMismatch, second.keys.of("figures"), message)
        .with_focus(id)
        .with_related(first.keys.of("figures"), "first here")
        .with_help("make a figure of the other number, or give `reason: repeated` where the text says it twice")
}

fn not_named(place: &Place<'_>, numeral: &IndexedNumeral) -> Finding {
    let message = format!(
        "`{}` is not listed for `{}`, which is said to be printed so on this line",
        numeral.text, place.figure.id
    );
    let at = numeral.keys.first_of(&["figures", "term", "reason"]);
    Finding::error(Code::IndexMismatch, at, message)
        .with_related(place.figure.keys.of("printed"), "the figure")
        .with_help("name the figure here, or correct the figure's lines")
}

fn unlike(place: &Place<'_>, (_, numeral): Numeral<'_>, what: &str, keys: &[&str]) -> Finding {
    let figure = place.figure;
    let message = match numeral.quantity() {
        Some(_) => format!(
            "`{}` {what}, but the index of its source lists `{}`",
            figure.id, numeral.text
        ),
        None => format!(
            "`{}` is listed at `{}`, which is no amount",
            figure.id, numeral.text
        ),
    };
    Finding::error(Code::IndexMismatch, figure.keys.first_of(keys), message)
        .with_related(numeral.keys.of("text"), "the numeral in the index")
        .with_help("look at the source and correct the one that is wrong")
}
