//! What comes when all is told: captions, a second copy, the summary, doubts about the text.

use std::collections::BTreeMap;

use super::{Made, Maker};
use crate::generator::{
    doubts,
    entry::{Figure, Statement},
    schemes::Scheme,
    source::range,
    summary::summary,
    text::{Piece, words},
    told::numeral,
};

impl Maker {
    /// Finishes the county.
    pub(super) fn finish(mut self, schemes: Vec<Scheme>) -> Made {
        self.captions();
        self.copy();
        let figures = self.county.figures.iter();
        let shown: BTreeMap<String, String> = figures
            .map(|figure| (figure.id.clone(), figure.quantity.shown.clone()))
            .collect();
        self.county.summary = summary(
            &mut self.random,
            &self.county.names.name,
            &self.points,
            &shown,
        );
        let count = self.random.rather_few(0..=self.county.initiatives.len());
        self.county.doubts = doubts::of_text(&mut self.random, count, &self.sources);
        let places = self.scheme_places;
        let schemes = schemes.into_iter().filter_map(|scheme| {
            let (source, line) = places.get(&scheme.id)?.clone();
            Some((scheme, source, line))
        });
        Made {
            county: self.county,
            sources: self.sources,
            schemes: schemes.collect(),
            formulations: self.formulations,
        }
    }

    /// Captions of pictures say a few numbers again.
    fn captions(&mut self) {
        for figure in &mut self.county.figures {
            let alone =
                figure.check.is_none() && figure.part_of.is_none() && figure.doubt.is_none();
            if alone && self.random.chance(4) {
                let (id, _) = figure.places[0].clone();
                let source = self.sources.iter_mut().find(|source| source.id == id);
                let source = source.expect("figures stand in sources");
                let stands = source.paragraph(vec![
                    words(format!("图为{}现场，", figure.name)),
                    numeral(figure),
                    words("。"),
                ]);
                figure.places.push((id, stands.first));
            }
        }
        // Some numbers are only there because a passage is printed twice.
        let of_first = |figure: &&Figure| figure.places[0].0 == self.sources[0].id;
        let again = self.county.figures.iter().find(of_first);
        if let Some(figure) = again.filter(|_| self.random.chance(20)) {
            self.sources[0].paragraph(vec![
                words("（上接前页）"),
                Piece::Other(figure.quantity.in_paper(), "repeated"),
                words("。"),
            ]);
        }
    }

    /// Copies the first text, blank lines left out, where the second is its copy.
    fn copy(&mut self) {
        let [first, second] = self.sources.as_mut_slice() else {
            return;
        };
        if second.copy_of.is_none() {
            return;
        }
        let mut copied: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, line) in first.text.lines.iter().enumerate().skip(1) {
            if !line.is_empty() {
                copied.insert(at + 1, second.text.line(line.clone()));
            }
        }
        let (original, copy) = (first.id.clone(), second.id.clone());
        for figure in &mut self.county.figures {
            let places = figure.places.iter().filter(|(id, _)| *id == original);
            let again: Vec<usize> = places
                .filter_map(|(_, line)| copied.get(line).copied())
                .collect();
            figure
                .places
                .extend(again.into_iter().map(|line| (copy.clone(), line)));
        }
        let statements = self
            .county
            .initiatives
            .iter_mut()
            .flat_map(|initiative| &mut initiative.statements);
        for statement in statements {
            if self.random.chance(8) {
                cite_copy(statement, &copy, &copied);
            }
        }
    }
}

/// Takes a statement's lines from the copy.
fn cite_copy(statement: &mut Statement, copy: &str, copied: &BTreeMap<usize, usize>) {
    let (first, last) = statement
        .lines
        .split_once('-')
        .unwrap_or((&statement.lines, &statement.lines));
    let line = |text: &str| copied.get(&text.parse().ok()?).copied();
    if let (Some(first), Some(last)) = (line(first), line(last)) {
        statement.lines = range(first, last);
        statement.source = Some(copy.to_owned());
    }
}
