//! Figures that a text tells of together: one alone, or several that a relation binds.

use super::{
    entry::{Chart, Derived, Doubt, Figure, Plot, Relation},
    period::Period,
    quantity::{Fixed, Quantity},
    random::Random,
    text::{Piece, words},
    themes::Measure,
};

/// Figures with the words around them.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) figures: Vec<Figure>,
    pub(crate) derived: Vec<Derived>,
    pub(crate) chart: Option<Chart>,
    /// In our prose, with references.
    pub(crate) clause: String,
    /// As the paper prints it.
    pub(crate) news: Vec<Piece>,
    /// Whether prose may mention it: not when it is left out for a doubt.
    pub(crate) mentioned: bool,
    /// Whether it is intended only.
    pub(crate) planned: bool,
    /// The time that the text gives.
    pub(crate) time: Option<String>,
}

impl Told {
    /// Figures that may be mentioned and are told as they are.
    pub(crate) fn new(figures: Vec<Figure>, clause: String, news: Vec<Piece>) -> Self {
        Self {
            figures,
            derived: Vec::new(),
            chart: None,
            clause,
            news,
            mentioned: true,
            planned: false,
            time: None,
        }
    }
}

/// What figures told together share.
#[derive(Debug)]
pub(crate) struct Setting<'s> {
    /// Makes their ids unique in the county.
    pub(crate) number: usize,
    pub(crate) period: Option<&'s Period>,
    /// Whether the text gives the period.
    pub(crate) dated: bool,
    pub(crate) subject: Option<&'s str>,
}

/// What a part of a name is for.
type Role<'n> = (&'n str, String, Quantity);

impl Setting<'_> {
    /// A figure of these.
    pub(crate) fn figure(&self, slug: &str, (role, name, quantity): Role<'_>) -> Figure {
        let tail = if role.is_empty() {
            String::new()
        } else {
            format!("-{role}")
        };
        let inferred = self.period.is_some() && !self.dated;
        Figure {
            id: format!("{slug}-{}{tail}", self.number),
            name,
            indicator: None,
            differs: None,
            quantity,
            period: self.period.map(|period| period.data.clone()),
            basis: inferred.then_some("文中未写年份，据材料年份推定"),
            subject: self.subject.map(str::to_owned),
            target: false,
            change: false,
            part_of: None,
            places: Vec::new(),
            check: None,
            doubt: None,
        }
    }

    fn derived(
        &self,
        slug: &str,
        name: String,
        of: (&'static str, usize),
        formula: Relation,
    ) -> Derived {
        Derived {
            id: format!("{slug}-{}-derived", self.number),
            name,
            unit: of.0,
            decimals: of.1,
            period: self.period.map(|period| period.data.clone()),
            subject: self.subject.map(str::to_owned),
            formula,
            mentioned: false,
        }
    }
}

/// A value that does not hold: off by more than rounding allows.
fn off(random: &mut Random, value: Fixed) -> Fixed {
    let digits = value.digits + random.within(3..=9) as u64;
    Fixed { digits, ..value }
}

/// A share that does not hold, not above 100 %; far off where the numbers that it comes from are rounded themselves.
fn off_share(random: &mut Random, value: Fixed, measure: &Measure) -> Fixed {
    let less = if measure.is_counted() {
        random.within(2..=5) as u64
    } else {
        3 + value.digits * random.within(30..=50) as u64 / 100
    };
    Fixed {
        digits: value.digits - less,
        ..value
    }
}

fn relation(word: &'static str, operands: &[&Figure]) -> Relation {
    Relation {
        word,
        operands: operands.iter().map(|figure| figure.id.clone()).collect(),
    }
}

fn mismatch(code: &'static str, right: &Quantity) -> Doubt {
    Doubt {
        code,
        severity: "serious",
        treatment: "as-printed",
        note: None,
        right: Some(right.printed.clone()),
    }
}

fn whole(digits: u64) -> Fixed {
    Fixed {
        digits,
        decimals: 0,
    }
}

fn value_of(random: &mut Random, measure: &Measure) -> Fixed {
    let low = usize::try_from(measure.low).expect("a usual value");
    let high = usize::try_from(measure.high).expect("a usual value");
    Fixed {
        digits: random.rather_few(low..=high) as u64,
        decimals: measure.decimals,
    }
}

/// The numeral of a figure in the paper.
pub(crate) fn numeral(figure: &Figure) -> Piece {
    Piece::Figure(figure.quantity.in_paper(), vec![figure.id.clone()])
}

/// A number alone.
pub(crate) fn single(random: &mut Random, measure: &Measure, setting: &Setting<'_>) -> Told {
    let value = value_of(random, measure);
    let quantity = Quantity::in_some_form(random, value, measure.unit);
    let name = format!("{}的{}", measure.verb, measure.noun);
    let figure = setting.figure(measure.slug, ("", name, quantity));
    let mut news = vec![words(format!("{}{}", measure.noun, measure.verb))];
    news.push(numeral(&figure));
    let clause = format!("{}{{{}}}{}", measure.verb, figure.id, measure.noun);
    Told::new(vec![figure], clause, news)
}

/// A whole, a part of it and the share.
pub(crate) fn share(random: &mut Random, measure: &Measure, setting: &Setting<'_>) -> Told {
    let total = value_of(random, measure);
    let least = (total.digits / 10).max(1);
    let part_value = Fixed {
        digits: least
            + random.below(usize::try_from(total.digits - least + 1).expect("a usual value"))
                as u64,
        ..total
    };
    let part_name = random.pick(measure.parts);
    let whole = setting.figure(
        measure.slug,
        (
            "whole",
            format!("{}的{}", measure.verb, measure.noun),
            Quantity::exact(total, measure.unit),
        ),
    );
    let mut part = setting.figure(
        measure.slug,
        (
            "part",
            part_name.to_owned(),
            Quantity::exact(part_value, measure.unit),
        ),
    );
    part.part_of = Some(whole.id.clone());
    let decimals = random.within(0..=2);
    let scaled =
        part_value.digits * 100 * 10_u64.pow(u32::try_from(decimals).expect("few decimals"));
    let nearest = (2 * scaled + total.digits) / (2 * total.digits);
    let printed = if random.chance(20) {
        scaled / total.digits
    } else {
        nearest
    };
    let right = Quantity::exact(
        Fixed {
            digits: nearest,
            decimals,
        },
        "%",
    );
    let right_share = Fixed {
        digits: printed,
        decimals,
    };
    let wrong = random.chance(6);
    let shown = if wrong {
        off_share(
            random,
            Fixed {
                digits: nearest,
                decimals,
            },
            measure,
        )
    } else {
        right_share
    };
    let name = format!("{part_name}占{}的比重", measure.noun);
    let mut ratio = setting.figure(measure.slug, ("share", name, Quantity::exact(shown, "%")));
    ratio.check = Some(relation("ratio", &[&part, &whole]));
    ratio.doubt = wrong.then(|| mismatch("ratio-mismatch", &right));
    let clause = format!(
        "{}{{{}}}{}，其中{part_name}{{{}}}，占{{{}}}",
        measure.verb, whole.id, measure.noun, part.id, ratio.id
    );
    let mut news = vec![words(format!("{}{}", measure.noun, measure.verb))];
    news.push(numeral(&whole));
    news.push(words(format!("，其中{part_name}")));
    news.push(numeral(&part));
    news.push(words("，占比"));
    news.push(numeral(&ratio));
    let rest = total.digits > part_value.digits && random.chance(40);
    let derived = rest.then(|| {
        let formula = relation("difference", &[&whole, &part]);
        let name = format!("除{part_name}以外的{}", measure.noun);
        setting.derived(
            measure.slug,
            name,
            (measure.unit, measure.decimals),
            formula,
        )
    });
    Told {
        derived: derived.into_iter().collect(),
        ..Told::new(vec![whole, part, ratio], clause, news)
    }
}

/// A total and its two or three parts.
pub(crate) fn sum(
    random: &mut Random,
    measure: &Measure,
    setting: &Setting<'_>,
    most: usize,
) -> Told {
    let count = measure.parts.len().min(most - 1).min(random.within(2..=3));
    let parts: Vec<Figure> = random
        .few(measure.parts, count)
        .into_iter()
        .zip(1..)
        .map(|(name, place)| {
            let value = value_of(random, measure);
            setting.figure(
                measure.slug,
                (
                    &format!("part-{place}"),
                    name.to_owned(),
                    Quantity::exact(value, measure.unit),
                ),
            )
        })
        .collect();
    let added: u64 = parts
        .iter()
        .filter_map(|part| part.quantity.value)
        .map(|value| value.digits)
        .sum();
    let added = Fixed {
        digits: added,
        decimals: measure.decimals,
    };
    let wrong = random.chance(6);
    let shown = if wrong { off(random, added) } else { added };
    let name = format!("{}的{}", measure.verb, measure.noun);
    let mut total = setting.figure(
        measure.slug,
        ("total", name, Quantity::exact(shown, measure.unit)),
    );
    let operands: Vec<&Figure> = parts.iter().collect();
    total.check = Some(relation("sum", &operands));
    total.doubt = wrong.then(|| mismatch("sum-mismatch", &Quantity::exact(added, measure.unit)));
    let chart = random.chance(50).then(|| {
        chart(
            random,
            measure,
            setting,
            &parts,
            Some(&total.id).filter(|_| !wrong),
        )
    });
    let mut clause = format!("{}{{{}}}{}，其中", measure.verb, total.id, measure.noun);
    let mut news = vec![words(format!("{}{}", measure.noun, measure.verb))];
    news.push(numeral(&total));
    for (place, part) in parts.iter().enumerate() {
        let comma = if place > 0 { "、" } else { "" };
        clause += &format!("{comma}{}{{{}}}", part.name, part.id);
        news.push(words(format!("，{}", part.name)));
        news.push(numeral(part));
    }
    let first_share = random.chance(30).then(|| {
        let formula = relation("ratio", &[&parts[0], &total]);
        let name = format!("{}所占比重", parts[0].name);
        setting.derived(measure.slug, name, ("%", 2), formula)
    });
    let total_id = total.id.clone();
    let parts = parts.into_iter().map(|part| Figure {
        part_of: Some(total_id.clone()),
        ..part
    });
    Told {
        derived: first_share.into_iter().collect(),
        chart,
        ..Told::new(std::iter::once(total).chain(parts).collect(), clause, news)
    }
}

/// The parts of a total beside each other, or, where they come to it, behind each other.
fn chart(
    random: &mut Random,
    measure: &Measure,
    setting: &Setting<'_>,
    parts: &[Figure],
    whole: Option<&String>,
) -> Chart {
    let labelled = parts.iter().map(|part| {
        let label = random.chance(40).then(|| part.name.clone());
        (part.id.clone(), label)
    });
    let labelled = labelled.collect();
    Chart {
        id: format!("{}-{}", measure.slug, setting.number),
        title: format!("{}的{}构成", measure.verb, measure.noun),
        plot: match (setting.number % 3, whole) {
            (0, Some(whole)) => Plot::Share(labelled, whole.clone()),
            (1, _) => Plot::Single("dot", labelled),
            _ => Plot::Single("bar", labelled),
        },
        note: random.chance(50).then_some("各项互不重复。"),
    }
}

/// Now, before and the change between them: a difference, or in per cent.
pub(crate) fn difference(
    random: &mut Random,
    measure: &Measure,
    setting: &Setting<'_>,
    before: &Period,
) -> Told {
    let earlier = value_of(random, measure);
    let change = Fixed {
        digits: 2 + earlier.digits * random.within(2..=60) as u64 / 100,
        ..earlier
    };
    let later = Fixed {
        digits: earlier.digits + change.digits,
        ..earlier
    };
    let now = setting.figure(
        measure.slug,
        (
            "now",
            format!("{}的{}", measure.verb, measure.noun),
            Quantity::exact(later, measure.unit),
        ),
    );
    let past = Setting {
        period: Some(before),
        dated: false,
        ..*setting
    };
    let before = past.figure(
        measure.slug,
        (
            "before",
            format!("上年{}的{}", measure.verb, measure.noun),
            Quantity::exact(earlier, measure.unit),
        ),
    );
    let wrong = random.chance(6);
    let in_per_cent = random.chance(40);
    let (word, right, unit) = if in_per_cent {
        let scaled = change.digits * 1000;
        let nearest = (2 * scaled + earlier.digits) / (2 * earlier.digits);
        (
            "growth",
            Fixed {
                digits: nearest,
                decimals: 1,
            },
            "%",
        )
    } else {
        ("difference", change, measure.unit)
    };
    let shown = match (wrong, in_per_cent) {
        (false, _) => right,
        (true, false) => off(random, right),
        // Of small numbers a growth is known roughly only.
        (true, true) => Fixed {
            digits: 2 * right.digits + 900,
            ..right
        },
    };
    let name = format!("{}比上年增加", measure.noun);
    let mut more = setting.figure(measure.slug, ("change", name, Quantity::exact(shown, unit)));
    more.change = true;
    more.check = Some(relation(word, &[&now, &before]));
    let code = if in_per_cent {
        "growth-mismatch"
    } else {
        "difference-mismatch"
    };
    more.doubt = wrong.then(|| mismatch(code, &Quantity::exact(right, unit)));
    let clause = format!(
        "{}由上年的{{{}}}增加到{{{}}}，增加{{{}}}",
        measure.noun, before.id, now.id, more.id
    );
    let mut news = vec![words(format!("{}从上年的", measure.noun))];
    news.push(numeral(&before));
    news.push(words("增加到"));
    news.push(numeral(&now));
    news.push(words("，净增"));
    news.push(numeral(&more));
    // Of a time that goes on, or that began earlier, nothing says that it is the later one.
    let later =
        |time: &str| !time.contains('/') && *time > *past.period.map_or("", |period| &period.data);
    let drawn = setting.number % 3 == 1 && now.period.as_deref().is_some_and(later);
    let chart = drawn.then(|| Chart {
        id: format!("{}-{}", measure.slug, setting.number),
        title: format!("{}的{}变化", measure.verb, measure.noun),
        plot: Plot::Slope(measure.noun.to_owned(), [before.id.clone(), now.id.clone()]),
        note: None,
    });
    Told {
        chart,
        ..Told::new(vec![now, before, more], clause, news)
    }
}

/// So many, at so much each, make so much.
pub(crate) fn product(random: &mut Random, measure: &Measure, setting: &Setting<'_>) -> Told {
    let number = value_of(random, measure);
    let each = Fixed {
        digits: random.within(2..=90) as u64,
        decimals: 1,
    };
    let right = Fixed {
        digits: number.digits * each.digits,
        decimals: 1,
    };
    let wrong = random.chance(6);
    // The standard is rounded, so that the total may be what rounding makes of it.
    let more = number.digits * random.within(1..=3) as u64 + 9;
    let shown = Fixed {
        digits: right.digits + if wrong { more } else { 0 },
        ..right
    };
    let number = setting.figure(
        measure.slug,
        (
            "number",
            format!("享受补助的{}", measure.noun),
            Quantity::exact(number, measure.unit),
        ),
    );
    let each_name = format!("每{}{}补助标准", measure.unit, measure.noun);
    let each = setting.figure(
        measure.slug,
        ("each", each_name, Quantity::exact(each, "万元")),
    );
    let name = format!("{}补助资金合计", measure.noun);
    let mut total = setting.figure(
        measure.slug,
        ("total", name, Quantity::exact(shown, "万元")),
    );
    total.check = Some(relation("product", &[&number, &each]));
    total.doubt = wrong.then(|| mismatch("product-mismatch", &Quantity::exact(right, "万元")));
    let clause = format!(
        "按每{}{{{}}}的标准补助{{{}}}{}，合计{{{}}}",
        measure.unit, each.id, number.id, measure.noun, total.id
    );
    let mut news = vec![words(format!("对{}每{}补助", measure.noun, measure.unit))];
    news.push(numeral(&each));
    news.push(words("，共"));
    news.push(numeral(&number));
    news.push(words("，累计拨付"));
    news.push(numeral(&total));
    Told::new(vec![number, each, total], clause, news)
}

/// Slug, name, words before the number, unit, lowest and highest value, decimals.
type Rule = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    usize,
    usize,
    usize,
);

const RULES: [Rule; 8] = [
    ("subsidy", "每户补助标准", "每户补助", "元", 200, 9000, 0),
    (
        "room-area",
        "单个阵地面积",
        "单个阵地面积",
        "平方米",
        60,
        900,
        0,
    ),
    ("banquet", "宴席每桌支出", "宴席每桌支出", "元", 200, 600, 0),
    ("time-limit", "诉求办理时限", "诉求办理时限", "天", 2, 30, 0),
    ("age", "后备人选年龄", "后备人选年龄", "岁", 30, 50, 0),
    ("price", "产品收购价格", "产品收购价格", "元/斤", 8, 120, 1),
    ("radius", "阵地服务半径", "阵地服务半径", "公里", 2, 9, 0),
    ("bonus", "创收奖励比例", "创收奖励比例", "%", 3, 20, 0),
];

/// A threshold, limit or price.
pub(crate) fn rule(random: &mut Random, setting: &Setting<'_>) -> Told {
    let (slug, name, before, unit, low, high, decimals) = random.pick(&RULES);
    let value = Fixed {
        digits: random.within(low..=high) as u64,
        decimals,
    };
    let quantity = if random.chance(70) {
        Quantity::limit(random, value, unit)
    } else {
        Quantity::exact(value, unit)
    };
    let figure = setting.figure(slug, ("", name.to_owned(), quantity));
    let mut news = vec![words(before)];
    news.push(numeral(&figure));
    let clause = format!("{before}{{{}}}", figure.id);
    Told::new(vec![figure], clause, news)
}

/// A part that is larger than its whole, as some papers have it.
pub(crate) fn larger_part(random: &mut Random, measure: &Measure, setting: &Setting<'_>) -> Told {
    let mut told = share(random, measure, setting);
    told.figures.truncate(2);
    told.derived.clear();
    let [total, part] = told.figures.as_mut_slice() else {
        panic!("a whole and a part")
    };
    let value = total.quantity.value.unwrap_or(whole(1));
    let more = Fixed {
        digits: value.digits + 1 + value.digits / 7,
        ..value
    };
    part.quantity = Quantity::exact(more, measure.unit);
    part.doubt = Some(Doubt {
        code: "part-exceeds-whole",
        severity: "serious",
        treatment: "as-printed",
        note: Some(format!(
            "分项{{{}}}大于总数{{{}}}，原文未作说明。",
            part.id, total.id
        )),
        right: None,
    });
    let (total, part) = (&told.figures[0], &told.figures[1]);
    told.clause = format!(
        "{}{{{}}}{}，其中{}{{{}}}",
        measure.verb, total.id, measure.noun, part.name, part.id
    );
    let mut news = vec![words(format!("{}{}", measure.noun, measure.verb))];
    news.push(numeral(total));
    news.push(words(format!("，其中{}", part.name)));
    news.push(numeral(part));
    told.news = news;
    told
}
