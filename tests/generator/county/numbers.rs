//! The figures of the initiatives: which kinds, how many, what they answer to.

use super::Maker;
use crate::generator::{
    doubts,
    entry::{Doubt, Figure, Relation},
    period::{Period, period},
    plan::Plan,
    quantity::{Fixed, Quantity},
    text::words,
    themes::Measure,
    told::{self, Setting, Told, numeral},
};

const DIFFERS: [&str; 3] = [
    "只统计县级财政安排的部分",
    "包括乡镇和部门自行设立的",
    "为创建活动范围内的数，未必即全县总数",
];

impl Maker {
    /// Spreads so many figures over the plans.
    pub(super) fn numbers(&mut self, plans: &[Plan], count: usize) -> Vec<Vec<Told>> {
        let mut told: Vec<Vec<Told>> = plans.iter().map(|_| Vec::new()).collect();
        let mut left = count;
        for (at, plan) in plans.iter().enumerate() {
            if left > 0 && plan.scheme.as_ref().is_some_and(|scheme| scheme.stepped) {
                told[at].push(self.steps(plan));
                left -= 1;
            }
        }
        while left > 0 {
            let at = self.random.below(plans.len());
            let more = self.group(&plans[at], left);
            if self.is_new(&more) {
                left -= more.figures.len();
                told[at].push(more);
            }
        }
        told
    }

    /// Whether the county has no such figures yet: a paper would not tell of the same number twice.
    fn is_new(&mut self, told: &Told) -> bool {
        let keys: Vec<String> = told.figures.iter().flat_map(keys).collect();
        let new = keys.iter().all(|key| !self.taken.contains(key));
        if new {
            self.taken.extend(keys);
        }
        new
    }

    fn group(&mut self, plan: &Plan, left: usize) -> Told {
        let time = self
            .random
            .chance(75)
            .then(|| period(&mut self.random, self.year));
        let dated = self.random.chance(60);
        let subject = plan.place.as_ref().map(|place| place.id.clone());
        let measure = self.random.pick(&each(plan.theme.measures));
        self.numbered += 1;
        let setting = Setting {
            number: self.numbered,
            period: time.as_ref(),
            dated,
            subject: subject.as_deref(),
        };
        let random = &mut self.random;
        let kind = if left < 4 { 0 } else { random.below(20) };
        let mut told = match kind {
            12 | 13 => told::share(random, measure, &setting),
            14 | 15 => told::sum(random, measure, &setting, left),
            16 => told::difference(random, measure, &setting, &year_before(self.year)),
            17 if measure.is_counted() => told::product(random, measure, &setting),
            18 => told::rule(random, &setting),
            19 if random.chance(20) => told::larger_part(random, measure, &setting),
            _ => told::single(random, measure, &setting),
        };
        if told.figures.len() == 1 && kind != 18 {
            self.variations(&mut told, measure);
        }
        if !matches!(kind, 17 | 18) {
            self.answer(&mut told.figures[0], measure);
        }
        if dated && !told.planned && kind != 18 {
            told.time = time.as_ref().map(|time| time.printed.clone());
        }
        for derived in &mut told.derived {
            derived.mentioned = self.random.chance(50);
        }
        told
    }

    /// A number alone may be intended, doubted, or left out for a doubt.
    fn variations(&mut self, told: &mut Told, measure: &Measure) {
        let figure = &mut told.figures[0];
        match self.random.below(100) {
            0..=4 => {
                told.planned = true;
                figure.target = true;
                figure.name = format!("计划{}的{}", measure.verb, measure.noun);
                if figure.period.is_none() {
                    figure.basis = Some("文中写明力争，未写期限");
                }
            }
            5..=7 => {
                told.mentioned = false;
                doubts::of_figure(&mut self.random, figure, true);
            }
            8..=20 => doubts::of_figure(&mut self.random, figure, false),
            _ => {}
        }
    }

    /// The county, and each place at a time, has one value for an indicator.
    fn answer(&mut self, figure: &mut Figure, measure: &Measure) {
        let Some(indicator) = measure.indicator else {
            return;
        };
        let answers = if let Some(place) = &figure.subject {
            let once = format!("{indicator} {place} {:?}", figure.period);
            self.random.chance(30) && self.answered_at.insert(once)
        } else {
            figure.target || self.answered.insert(indicator)
        };
        if answers {
            figure.indicator = Some(indicator);
            figure.differs = self.random.chance(10).then(|| self.random.pick(&DIFFERS));
        }
    }

    /// How many steps a scheme has, which its list of parts says too.
    fn steps(&mut self, plan: &Plan) -> Told {
        let scheme = plan.scheme.as_ref().expect("a plan with a scheme");
        let subject = plan.place.as_ref().map(|place| place.id.clone());
        self.numbered += 1;
        let setting = Setting {
            number: self.numbered,
            period: None,
            dated: false,
            subject: subject.as_deref(),
        };
        let count = |digits| Fixed {
            digits,
            decimals: 0,
        };
        let listed = scheme.parts.len() as u64;
        let wrong = self.random.chance(6);
        let said = if wrong { listed + 1 } else { listed };
        let quantity = Quantity::exact(count(said), "步");
        let mut figure = setting.figure("steps", ("", "工作法步骤".to_owned(), quantity));
        if subject.is_none() && self.answered.insert("scheme-steps") {
            figure.indicator = Some("scheme-steps");
        }
        figure.check = Some(Relation {
            word: "parts",
            operands: vec![scheme.id.clone()],
        });
        figure.doubt = wrong.then(|| Doubt {
            code: "parts-mismatch",
            severity: "serious",
            treatment: "as-printed",
            note: Some("原文所列步骤与所称步数不符，缺少的一步没有写明。".to_owned()),
            right: Some(Quantity::exact(count(listed), "步").printed),
        });
        let news = vec![words("共分"), numeral(&figure)];
        let clause = format!("共分{{{}}}", figure.id);
        Told::new(vec![figure], clause, news)
    }
}

/// What a figure must not share with another, by its name and by its indicator.
fn keys(figure: &Figure) -> Vec<String> {
    let rest = format!(
        "{:?} {:?} {}",
        figure.subject, figure.period, figure.quantity.printed
    );
    let by_name = format!("{} {rest}", figure.name);
    let by_indicator = figure
        .indicator
        .map(|indicator| format!("{indicator} {rest}"));
    std::iter::once(by_name).chain(by_indicator).collect()
}

fn each(measures: &'static [Measure]) -> Vec<&'static Measure> {
    measures.iter().collect()
}

fn year_before(year: usize) -> Period {
    let before = year - 1;
    Period {
        data: before.to_string(),
        printed: format!("{before}年"),
    }
}
