//! The initiatives told one after the other.

use super::Maker;
use crate::generator::{
    entry::{Initiative, Statement},
    how,
    period::period,
    plan::Plan,
    random::Random,
    source::{Stands, range},
    summary::Point,
    tell::{self, Facts},
    text::{Piece, words},
    told::Told,
    vocabulary::FORMULATIONS,
};

/// Figures told in sentences; the rest of an initiative's stand in its list.
const TOLD_IN_SENTENCES: usize = 6;

impl Maker {
    /// Tells all initiatives; the last third by the later text, where there is one.
    pub(super) fn initiatives(&mut self, plans: Vec<Plan>, figures: usize) {
        let told = self.numbers(&plans, figures);
        let later = self.sources.len() > 1 && self.sources[1].copy_of.is_none();
        let count = plans.len();
        for (at, (plan, told)) in plans.into_iter().zip(told).enumerate() {
            if later && count >= 3 && at * 3 >= count * 2 {
                self.at = 1;
            }
            self.initiative(&plan, told);
        }
    }

    fn initiative(&mut self, plan: &Plan, told: Vec<Told>) {
        let heading = self.heading(plan);
        let first = heading.first;
        let mut last = heading.last;
        let mut statements = Vec::new();
        let mut figures = Vec::new();
        let (in_sentences, in_list) = apart(told);
        let practices = self
            .random
            .within(1..=3)
            .max(in_sentences.len().div_ceil(2));
        let results = self.random.within(0..=2).max(in_sentences.len() / 2);
        let mut waiting = in_sentences.into_iter();
        for number in 0..practices + results {
            let next = waiting.next();
            let planned = next.as_ref().is_some_and(|told| told.planned);
            let kind = if number < practices || planned {
                "practice"
            } else {
                "result"
            };
            let (statement, stands) = self.sentence(plan, kind, next.as_ref(), number);
            last = stands.last;
            statements.push(statement);
            if let Some(told) = next {
                figures.extend(self.keep(told, &stands, plan));
            }
        }
        for told in in_list {
            let mut pieces = vec![words("另据统计，")];
            pieces.extend(told.news.iter().cloned());
            pieces.push(words("。"));
            let stands = self.sources[self.at].paragraph(pieces);
            last = stands.last;
            figures.extend(told.figures.iter().map(|figure| figure.id.clone()));
            figures.extend(self.keep(told, &stands, plan));
        }
        let time = self
            .random
            .chance(50)
            .then(|| period(&mut self.random, self.year).data);
        self.county.initiatives.push(Initiative {
            id: plan.id.clone(),
            name: plan.name.clone(),
            gist: gist(&mut self.random, plan),
            themes: plan.themes.clone(),
            level: plan.level,
            place: plan.place.as_ref().map(|place| place.id.clone()),
            actors: vec![plan.actor.clone()],
            period: time,
            source: self.sources[self.at].id.clone(),
            lines: range(first, last),
            how: how::attributes(&mut self.random, plan.theme.id, first),
            figures,
            statements,
        });
    }

    fn heading(&mut self, plan: &Plan) -> Stands {
        let scheme = plan
            .scheme
            .as_ref()
            .filter(|scheme| scheme.text == plan.name);
        let heading = match scheme {
            Some(scheme) => Piece::Term(
                scheme.text.clone(),
                scheme.numerals.clone(),
                scheme.id.clone(),
            ),
            None => words(plan.name.clone()),
        };
        let source = &mut self.sources[self.at];
        source.text.blank();
        source.paragraph(vec![heading])
    }

    /// The sentence of this number, from 0; the first of an initiative with its scheme.
    fn sentence(
        &mut self,
        plan: &Plan,
        kind: &'static str,
        told: Option<&Told>,
        number: usize,
    ) -> (Statement, Stands) {
        let first = number == 0;
        let time = told.and_then(|told| told.time.clone());
        let time = time.or_else(|| {
            self.random
                .chance(20)
                .then(|| period(&mut self.random, self.year).printed)
        });
        let named = self
            .random
            .chance(12)
            .then(|| self.random.below(FORMULATIONS.len()));
        let formulation = named
            .map(|at| &FORMULATIONS[at])
            // Two that follow each other would begin alike.
            .filter(|_| kind == "practice" && number.is_multiple_of(2));
        let facts = Facts {
            plan,
            kind,
            told,
            time,
            formulation: formulation.filter(|_| !first || plan.scheme.is_none()),
            names_scheme: first && plan.scheme.is_some(),
            before: number,
        };
        let source = &mut self.sources[self.at];
        let mut made = tell::statement(&mut self.random, source, &facts);
        // Some sentences of the county's own practices speak of a place in it.
        if plan.place.is_none() && self.random.chance(8) {
            let place = self.random.below(self.county.places.len());
            made.0.place = Some(self.county.places[place].id.clone());
        }
        let place = (source.id.clone(), made.1.first);
        if let Some(formulation) = facts.formulation {
            self.formulations
                .entry(formulation.id)
                .or_insert_with(|| place.clone());
        }
        if let Some(scheme) = plan.scheme.as_ref().filter(|_| facts.names_scheme) {
            self.scheme_places.entry(scheme.id.clone()).or_insert(place);
        }
        made
    }

    /// Puts figures, derived numbers and charts into the county; ids of derived numbers for the initiative's list.
    fn keep(&mut self, told: Told, stands: &Stands, plan: &Plan) -> Vec<String> {
        let of_county = self.at == 0 && plan.place.is_none();
        if told.mentioned && !told.planned && of_county {
            let lines = (stands.first, stands.last);
            self.points.push(Point {
                clause: told.clause.clone(),
                lines,
            });
        }
        let mut ids = Vec::new();
        for derived in told.derived {
            if !derived.mentioned && self.random.chance(50) {
                ids.push(derived.id.clone());
            }
            self.county.derived.push(derived);
        }
        // A page has room for a few charts.
        if self.county.charts.len() < 4 {
            self.county.charts.extend(told.chart);
        }
        self.place(told.figures, stands);
        ids
    }
}

/// What is told in sentences and what only stands in the list.
fn apart(told: Vec<Told>) -> (Vec<Told>, Vec<Told>) {
    let (mut in_sentences, mut in_list): (Vec<Told>, Vec<Told>) =
        told.into_iter().partition(|told| told.mentioned);
    let further = in_sentences.split_off(in_sentences.len().min(TOLD_IN_SENTENCES));
    in_list.extend(further);
    (in_sentences, in_list)
}

/// One sentence of 25 to 60 characters.
fn gist(random: &mut Random, plan: &Plan) -> String {
    let means = random.few(plan.theme.means, 2);
    let short = format!("{}{}。", plan.actor, means[0]);
    let full = format!("{}{}，{}。", plan.actor, means[0], means[1]);
    if full.chars().count() <= 60 {
        full
    } else {
        short
    }
}
