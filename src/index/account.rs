//! What became of each numeral of a text, as far as the data tell.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Account, County, Figure, FigureOf, FoundKind, LeftOut, LineHash, Location, Model, Quantity,
    SolidText, SourceId, TermId, TextNumeral,
};

/// A line with its numerals and their accounts.
pub(super) struct Line {
    pub(super) line: u32,
    pub(super) hash: LineHash,
    pub(super) numerals: Vec<(String, Account)>,
}

/// Accounts for the numerals of a text.
pub(super) fn lines(id: &SourceId, text: &SolidText, model: Option<&Model>) -> Vec<Line> {
    let mut known = Known::new(id, text, model);
    let lines = text.index().into_iter().map(|line| {
        let numerals = line.numerals.iter().enumerate().map(|(index, numeral)| {
            let account = known.account(line.line, index, numeral);
            (numeral.text.clone(), account)
        });
        Line {
            line: line.line,
            hash: line.hash,
            numerals: numerals.collect(),
        }
    });
    lines.collect()
}

struct Known<'m> {
    /// Accounts given earlier, by line and position.
    earlier: BTreeMap<(u32, usize), (&'m str, &'m Account)>,
    figures: Vec<(&'m County, &'m Figure, &'m Location)>,
    /// Figures that a numeral was found for already: of several with one printed form each gets its own numeral.
    given: BTreeSet<(usize, u32)>,
    several: bool,
    terms: Vec<(std::ops::Range<usize>, TermId)>,
}

impl<'m> Known<'m> {
    fn new(id: &SourceId, text: &SolidText, model: Option<&'m Model>) -> Self {
        let mut known = Self {
            earlier: BTreeMap::new(),
            figures: Vec::new(),
            given: BTreeSet::new(),
            several: false,
            terms: Vec::new(),
        };
        let Some(model) = model else {
            return known;
        };
        let index = model
            .sources
            .get(id)
            .and_then(|source| source.index.as_ref());
        for line in index.into_iter().flatten() {
            for (position, numeral) in line.numerals.iter().enumerate() {
                let entry = (numeral.text.as_str(), &numeral.account);
                known.earlier.insert((line.line, position), entry);
            }
        }
        let mut users = BTreeSet::new();
        for county in &model.counties {
            for figure in &county.figures {
                for place in std::iter::once(&figure.source).chain(&figure.also) {
                    if place.source == *id {
                        known.figures.push((county, figure, place));
                        users.insert(county.id.as_str());
                    }
                }
            }
        }
        known.several = users.len() > 1;
        for term in &model.terms {
            for form in std::iter::once(&term.text).chain(&term.variants) {
                let solid: String = form.chars().filter(|c| !c.is_whitespace()).collect();
                // Within a quotation the text has its names in single quotation marks.
                let quoted = solid.replace('“', "‘").replace('”', "’");
                for written in [&solid, &quoted] {
                    let found = text.text.match_indices(written.as_str());
                    known
                        .terms
                        .extend(found.map(|(at, found)| (at..at + found.len(), term.id.clone())));
                }
            }
        }
        known
    }

    fn account(&mut self, line: u32, position: usize, numeral: &TextNumeral) -> Account {
        match self.earlier.get(&(line, position)) {
            Some((text, account)) if *text == numeral.text && **account != Account::Open => {
                return (*account).clone();
            }
            Some(_) | None => {}
        }
        let quantity = match &numeral.kind {
            FoundKind::Date => return Account::LeftOut(LeftOut::Date),
            FoundKind::Ordinal => return Account::LeftOut(LeftOut::Ordinal),
            FoundKind::Amount(quantity) => quantity,
        };
        if let Some(figures) = self.figures_of(line, numeral, quantity) {
            return Account::Figures(figures);
        }
        let range = numeral.at..numeral.at + numeral.text.len();
        let term = self
            .terms
            .iter()
            .find(|(term, _)| term.start <= range.start && range.start < term.end);
        term.map_or(Account::Open, |(_, id)| Account::Term(id.clone()))
    }

    /// The next figure that is printed so on this line and has no numeral here yet.
    fn figures_of(
        &mut self,
        line: u32,
        numeral: &TextNumeral,
        quantity: &Quantity,
    ) -> Option<Vec<FigureOf>> {
        let fits = |figure: &Figure| {
            let printed = figure.printed.quantity();
            printed.is_ok_and(|printed| {
                printed.same_number(quantity)
                    && (printed.value.is_some() || figure.printed.stands_in(&numeral.text))
            })
        };
        let mut here = self
            .figures
            .iter()
            .enumerate()
            .filter(|(_, (_, figure, place))| place.lines.contains(line) && fits(figure));
        // A figure that the line prints twice stands for both when no other is left.
        let first = here.clone().next();
        let next = here.find(|(at, _)| !self.given.contains(&(*at, line)));
        let (at, (county, figure, _)) = next.or(first)?;
        self.given.insert((at, line));
        Some(vec![FigureOf {
            county: self.several.then(|| county.id.clone()),
            figure: figure.id.clone(),
        }])
    }
}
