//! Which numerals of the indexes are listed for which figures.

use std::collections::BTreeMap;

use super::by_source::by_source;
use crate::{
    model::{
        Account, County, CountyId, Figure, FigureId, FigureOf, IndexedNumeral, Location, Model,
        SourceId, SourceText,
    },
    threads,
};

/// A figure at one of its places in a source.
#[derive(Clone, Copy)]
pub(super) struct Place<'m> {
    pub(super) county: &'m County,
    pub(super) figure: &'m Figure,
    pub(super) location: &'m Location,
}

/// A numeral of an index with its line.
pub(super) type Numeral<'m> = (u32, &'m IndexedNumeral);

/// The numerals of all sources that have an index, by the figures that they are listed for.
pub(super) struct Listings<'m>(BTreeMap<&'m SourceId, Listed<'m>>);

impl<'m> Listings<'m> {
    /// Looks all sources through.
    pub(super) fn new(model: &'m Model) -> Self {
        let counties = model.counties.iter().chain(&model.half_read);
        let mut places = by_source(counties, places);
        let sources = model.sources.iter();
        let sources =
            sources.map(|(id, source)| (id, source, places.remove(id).unwrap_or_default()));
        let listed = threads::map(sources, |(id, source, places)| {
            (id, Listed::new(source, places))
        });
        Self(listed.into_iter().collect())
    }

    /// Those of a source.
    pub(super) fn of(&self, source: &SourceId) -> Option<&Listed<'m>> {
        self.0.get(source)
    }
}

/// The places of a county's figures.
fn places(county: &County) -> Vec<(&SourceId, Place<'_>)> {
    let places = county.figures.iter().flat_map(|figure| {
        let locations = std::iter::once(&figure.source).chain(&figure.also);
        locations.map(move |location| {
            let place = Place {
                county,
                figure,
                location,
            };
            (&location.source, place)
        })
    });
    places.collect()
}

/// A figure with its county.
type Key<'m> = (&'m CountyId, &'m FigureId);

/// The numerals of a source, by the figures that they are listed for.
pub(super) struct Listed<'m> {
    /// Every place of every figure in this source.
    pub(super) places: Vec<Place<'m>>,
    /// On the lines of the figure.
    here: BTreeMap<Key<'m>, Vec<Numeral<'m>>>,
    /// On other lines.
    elsewhere: BTreeMap<Key<'m>, Vec<Numeral<'m>>>,
    /// Mentions of figures that are not taken from this source.
    pub(super) unknown: Vec<(Numeral<'m>, &'m FigureOf)>,
}

impl<'m> Listed<'m> {
    /// Looks a source through.
    fn new(source: &'m SourceText, places: Vec<Place<'m>>) -> Self {
        let mut by_figure: BTreeMap<&FigureId, Vec<Place<'m>>> = BTreeMap::new();
        for place in &places {
            by_figure.entry(&place.figure.id).or_default().push(*place);
        }
        let mut listed = Self {
            places,
            here: BTreeMap::new(),
            elsewhere: BTreeMap::new(),
            unknown: Vec::new(),
        };
        for line in source.index.iter().flatten() {
            for numeral in &line.numerals {
                if let Account::Figures(figures) = &numeral.account {
                    for of in figures {
                        let named = by_figure.get(&of.figure).map_or(&[][..], Vec::as_slice);
                        listed.add((line.line, numeral), of, named);
                    }
                }
            }
        }
        listed
    }

    /// `named` are the places of all figures with the id.
    fn add(&mut self, numeral: Numeral<'m>, of: &'m FigureOf, named: &[Place<'m>]) {
        let meant = |place: &&Place<'_>| {
            let county = of.county.as_ref();
            county.is_none_or(|id| *id == place.county.id)
        };
        let known: Vec<Place<'m>> = named.iter().filter(meant).copied().collect();
        if known.is_empty() {
            self.unknown.push((numeral, of));
            return;
        }
        for place in &known {
            let key = (&place.county.id, &place.figure.id);
            let on_line = |place: &Place<'_>| place.location.lines.contains(numeral.0);
            let map = if known.iter().any(on_line) {
                &mut self.here
            } else {
                &mut self.elsewhere
            };
            let numerals = map.entry(key).or_default();
            if !numerals
                .iter()
                .any(|(_, known)| std::ptr::eq(*known, numeral.1))
            {
                numerals.push(numeral);
            }
        }
    }

    /// The numerals listed for a figure on its lines.
    pub(super) fn here(&self, place: &Place<'m>) -> &[Numeral<'m>] {
        let key = (&place.county.id, &place.figure.id);
        self.here.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Those listed for it on other lines.
    pub(super) fn elsewhere(&self, place: &Place<'m>) -> &[Numeral<'m>] {
        let key = (&place.county.id, &place.figure.id);
        self.elsewhere.get(&key).map_or(&[], Vec::as_slice)
    }
}

/// Whether a numeral of an index is the one that a figure says is printed; none when the figure's is no numeral at all.
pub(super) fn is_printed(figure: &Figure, numeral: &IndexedNumeral) -> Option<bool> {
    let printed = figure.printed.quantity().ok()?;
    let Some(listed) = numeral.quantity() else {
        return Some(false);
    };
    let told = printed.value.is_some() || figure.printed.stands_in(&numeral.text);
    Some(printed.same_number(listed) && told)
}

/// Whether the index has a figure's numeral on its lines; without an index nothing speaks against it, without the source
/// nothing for it.
pub(super) fn is_confirmed(model: &Model, figure: &Figure, place: &Location) -> bool {
    let Some(source) = model.sources.get(&place.source) else {
        return false;
    };
    let Some(index) = &source.index else {
        return true;
    };
    let lines = index.iter().filter(|line| place.lines.contains(line.line));
    let mut numerals = lines.flat_map(|line| &line.numerals);
    numerals.any(|numeral| is_printed(figure, numeral) == Some(true))
}
