//! Mistakes planted on purpose.

use super::{
    county::Made,
    entry::{Chart, County, Doubt, Figure, Plot, Relation, Statement},
    quantity::{Fixed, Quantity},
    text::Piece,
    told::Setting,
};

/// A mistake that `check` must find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    TypedNumber,
    UnknownFigure,
    UnknownPlace,
    UnusedFigure,
    WrongSum,
    StaleDoubt,
    ShortSummary,
    LinesOutside,
    TermVariant,
    PlannedResult,
    LeftOut,
    MissingGlyph,
    WrongWording,
    Circle,
    SecondId,
    WrongUnit,
    UnequalChart,
}

impl Fault {
    /// All of them.
    pub(crate) const ALL: [Self; 17] = [
        Self::TypedNumber,
        Self::UnknownFigure,
        Self::UnknownPlace,
        Self::UnusedFigure,
        Self::WrongSum,
        Self::StaleDoubt,
        Self::ShortSummary,
        Self::LinesOutside,
        Self::TermVariant,
        Self::PlannedResult,
        Self::LeftOut,
        Self::MissingGlyph,
        Self::WrongWording,
        Self::Circle,
        Self::SecondId,
        Self::WrongUnit,
        Self::UnequalChart,
    ];

    /// The code of the finding.
    fn code(self) -> &'static str {
        match self {
            Self::TypedNumber => "unbound-number",
            Self::UnknownFigure => "unknown-figure",
            Self::UnknownPlace => "unknown-reference",
            Self::UnusedFigure => "unused-figure",
            Self::WrongSum => "relation-mismatch",
            Self::StaleDoubt => "stale-doubt",
            Self::ShortSummary => "summary-length",
            Self::LinesOutside => "lines-outside",
            Self::TermVariant => "term-variant",
            Self::PlannedResult => "planned-result",
            Self::LeftOut => "left-out",
            Self::MissingGlyph => "missing-glyph",
            Self::WrongWording => "wording-mismatch",
            Self::Circle => "circular",
            Self::SecondId => "duplicate-id",
            Self::WrongUnit => "indicator-mismatch",
            Self::UnequalChart => "unequal-chart",
        }
    }
}

/// A term of several counties and a wrong form of it.
const TERM: (&str, &str) = ("talk-first", "“有事好商最”");

/// Plants the faults in turn; path of each file and code of the finding.
pub(crate) fn plant(made: &mut [Made], faults: &[Fault]) -> Vec<(String, &'static str)> {
    let count = made.len();
    let mut planted = Vec::new();
    for (at, fault) in faults.iter().enumerate() {
        let one = &mut made[at % count];
        if *fault == Fault::TermVariant {
            // The right form must be declared somewhere.
            let place = (one.county.names.id.clone(), 1);
            one.formulations.entry(TERM.0).or_insert(place);
        }
        // A year that the source covers.
        let year = one.sources[0].covers[..4].to_owned();
        plant_one(&mut one.county, *fault, &year);
        print(one);
        let path = format!("seeds/counties/{}.yaml", one.county.names.id);
        planted.push((path, fault.code()));
    }
    planted.sort();
    planted
}

fn plant_one(county: &mut County, fault: Fault, year: &str) {
    match fault {
        Fault::TypedNumber => say(county, "报道另提到已有37个村参加。"),
        Fault::UnknownFigure => say(county, "报道另提到已有{no-such-figure}村参加。"),
        Fault::UnknownPlace => {
            say(county, "报道另提到邻近乡镇也有参加。");
            last(county).place = Some("nowhere".to_owned());
        }
        Fault::UnusedFigure => {
            add(county, "fault-unused", 7);
        }
        Fault::WrongSum => sum(county, "fault-sum", 31),
        Fault::StaleDoubt => {
            sum(county, "fault-stale", 30);
            let figure = county.figures.last_mut().expect("the total");
            figure.doubt = Some(doubt("sum-mismatch", "as-printed"));
        }
        Fault::ShortSummary => {
            county.summary.truncate(1);
            "材料写到的做法见正文。".clone_into(&mut county.summary[0].text);
        }
        Fault::LinesOutside => {
            say(county, "报道另提到邻近的村也有参加。");
            "99999".clone_into(&mut last(county).lines);
        }
        Fault::TermVariant => say(county, &format!("报道另提到{}。", TERM.1)),
        Fault::PlannedResult => {
            say(county, "报道另提到邻近的村将会参加。");
            last(county).kind = "result";
            last(county).modality = "planned";
        }
        Fault::LeftOut => {
            add(county, "fault-left-out", 7);
            let figure = county.figures.last_mut().expect("the figure just added");
            figure.doubt = Some(doubt("unclear", "left-out"));
            say(county, "报道另提到已有{fault-left-out}村参加。");
        }
        Fault::MissingGlyph => say(county, "报道另提到邻近的村也有参加😀。"),
        Fault::WrongWording => {
            add(county, "fault-wording", 7);
            let figure = county.figures.last_mut().expect("the figure just added");
            figure.quantity.wording = Some("突破8个".to_owned());
            say(county, "报道另提到已有{fault-wording}村参加。");
        }
        Fault::Circle => {
            add(county, "fault-circle", 7);
            let figure = county.figures.last_mut().expect("the figure just added");
            figure.part_of = Some(figure.id.clone());
            say(county, "报道另提到已有{fault-circle}村参加。");
        }
        Fault::SecondId => county.places.push(county.places[0].clone()),
        Fault::WrongUnit => {
            add(county, "fault-unit", 7);
            let figure = county.figures.last_mut().expect("the figure just added");
            figure.indicator = Some("households");
            say(county, "报道另提到已有{fault-unit}村参加。");
        }
        Fault::UnequalChart => {
            add(county, "fault-bar-1", 7);
            add(county, "fault-bar-2", 9);
            let figure = county.figures.last_mut().expect("the figure just added");
            figure.period = Some(year.to_owned());
            county.charts.push(Chart {
                id: "planted".to_owned(),
                title: "参加的村".to_owned(),
                plot: Plot::Single(
                    "bar",
                    vec![
                        ("fault-bar-1".to_owned(), None),
                        ("fault-bar-2".to_owned(), None),
                    ],
                ),
                note: None,
            });
        }
    }
}

/// Puts the planted figures into the first line of the source and of its second copy, so that nothing else is wrong.
fn print(made: &mut Made) {
    let first = made.sources[0].id.clone();
    let mut planted: Vec<&mut Figure> = made
        .county
        .figures
        .iter_mut()
        .filter(|figure| figure.id.starts_with("fault-"))
        .collect();
    for source in &mut made.sources {
        let copy = source.copy_of.as_ref() == Some(&first);
        if source.id != first && !copy {
            continue;
        }
        for figure in &mut planted {
            let numeral = figure.quantity.printed.clone();
            let line = &mut source.text.lines[0];
            line.push(Piece::Words("，另有".to_owned()));
            line.push(Piece::Figure(numeral, vec![figure.id.clone()]));
            if copy {
                figure.places.push((source.id.clone(), 1));
            }
        }
    }
}

fn say(county: &mut County, text: &str) {
    county.background.push(Statement {
        kind: "condition",
        modality: "claimed",
        lines: "1".to_owned(),
        place: None,
        source: None,
        text: text.to_owned(),
    });
}

fn last(county: &mut County) -> &mut Statement {
    county
        .background
        .last_mut()
        .expect("a county has a background")
}

fn add(county: &mut County, id: &str, value: u64) {
    let setting = Setting {
        number: 0,
        period: None,
        dated: false,
        subject: None,
    };
    let quantity = Quantity::exact(
        Fixed {
            digits: value,
            decimals: 0,
        },
        "个",
    );
    let mut figure: Figure = setting.figure("planted", ("", "参加的村".to_owned(), quantity));
    id.clone_into(&mut figure.id);
    figure.places.push((county.names.id.clone(), 1));
    county.figures.push(figure);
}

/// Ten and twenty, and what they are said to make.
fn sum(county: &mut County, id: &str, total: u64) {
    let parts = [format!("{id}-1"), format!("{id}-2")];
    add(county, &parts[0], 10);
    add(county, &parts[1], 20);
    add(county, id, total);
    say(county, &format!("报道另提到已有{{{id}}}村参加。"));
    let figure = county.figures.last_mut().expect("the total");
    figure.check = Some(Relation {
        word: "sum",
        operands: parts.to_vec(),
    });
}

fn doubt(code: &'static str, treatment: &'static str) -> Doubt {
    Doubt {
        code,
        severity: "serious",
        treatment,
        note: None,
        right: None,
    }
}
