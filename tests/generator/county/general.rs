//! How a text begins, and what it says of the county before any practice.

use super::Maker;
use crate::generator::{
    entry::{Figure, Relation, Statement},
    period::period,
    quantity::{Fixed, Quantity},
    source::Stands,
    summary::Point,
    text::{Piece, words},
    told::{Setting, numeral},
};

/// Indicator and id, noun, unit, lowest and highest value, words before it.
type General = (
    &'static str,
    &'static str,
    &'static str,
    usize,
    usize,
    &'static str,
);

const GENERAL: [General; 5] = [
    ("villages", "行政村", "个", 40, 420, ""),
    ("townships", "乡镇", "个", 5, 28, ""),
    ("communities", "社区", "个", 3, 60, ""),
    ("households", "农户", "户", 6000, 190_000, "居住着"),
    ("party-members", "党员", "名", 2000, 38_000, "共有"),
];

const CONDITIONS: [&str; 6] = [
    "山地较多，村庄分散，群众办事路途较远",
    "外出务工人员较多，留守老人的照料任务较重",
    "城镇近年扩展较快，新建小区与老旧小区并存",
    "农业以粮食和果蔬为主，集体经济来源较窄",
    "乡镇合并以后，管理半径有所扩大",
    "地处交通要道，流动人口较多",
];

impl Maker {
    /// Title and what stands around a text on its page.
    pub(super) fn head(&mut self) {
        for source in &mut self.sources {
            let title = vec![words(source.title.clone())];
            source.paragraph(title);
            if self.random.chance(50) {
                let page = self.random.within(2..=8);
                source.paragraph(vec![
                    Piece::Other(format!("第{page:02}"), "furniture"),
                    words("版 责任编辑值班室"),
                ]);
            }
            source.text.blank();
        }
    }

    /// Tells of the county itself and says how many figures are left for its practices.
    pub(super) fn general(&mut self, count: usize) -> usize {
        let wanted = self.random.within(1..=GENERAL.len()).min(count);
        let time = self
            .random
            .chance(80)
            .then(|| period(&mut self.random, self.year));
        let county = self.county.names.name.clone();
        let mut text = format!("{county}下辖");
        let mut pieces = vec![words(format!("{county}地处山区，全县辖"))];
        let mut figures = Vec::new();
        for (place, (id, noun, unit, low, high, before)) in
            GENERAL.into_iter().take(wanted).enumerate()
        {
            let comma = if place > 0 { "，" } else { "" };
            let setting = Setting {
                number: 0,
                period: time.as_ref(),
                dated: false,
                subject: None,
            };
            let value = Fixed {
                digits: self.random.rather_few(low..=high) as u64,
                decimals: 0,
            };
            let mut figure =
                setting.figure(id, ("", noun.to_owned(), Quantity::exact(value, unit)));
            id.clone_into(&mut figure.id);
            figure.indicator = Some(id);
            text += &format!("{comma}{before}{{{id}}}{noun}");
            pieces.push(words(format!("{comma}{before}")));
            pieces.push(numeral(&figure));
            pieces.push(words(noun));
            figures.push(figure);
        }
        if figures.is_empty() {
            text = format!("{county}{}", self.random.pick(&CONDITIONS));
            pieces = vec![words(format!("{county}山河相间，村落散布。"))];
        } else if count >= wanted + 2 && self.random.chance(50) {
            let more = covered(self, &figures[0]);
            text += "，其中建有党群服务中心的行政村{villages-covered}，占{villages-covered-share}";
            for figure in more {
                let before = if figure.check.is_some() {
                    "，占比"
                } else {
                    "，建有党群服务中心的村"
                };
                pieces.push(words(before));
                pieces.push(numeral(&figure));
                figures.push(figure);
            }
        }
        pieces.push(words("。"));
        let stands = self.sources[0].paragraph(pieces);
        let used = figures.len();
        self.points
            .extend(figures.iter().filter_map(|figure| point(figure, &stands)));
        self.place(figures, &stands);
        self.background(format!("{text}。"), stands.lines());
        if self.random.chance(60) {
            let condition = self.random.pick(&CONDITIONS);
            let stands =
                self.sources[0].paragraph(vec![words(format!("长期以来，这里{condition}。"))]);
            self.background(format!("报道提到，当地{condition}。"), stands.lines());
        }
        count - used
    }

    fn background(&mut self, text: String, lines: String) {
        self.county.background.push(Statement {
            kind: "condition",
            modality: "claimed",
            lines,
            place: None,
            source: None,
            text,
        });
    }

    /// Puts figures into the county with the lines that they stand on.
    pub(super) fn place(&mut self, figures: Vec<Figure>, stands: &Stands) {
        let source = self.sources[self.at].id.clone();
        for mut figure in figures {
            let lines = stands.figures.iter().filter(|(id, _)| *id == figure.id);
            figure
                .places
                .extend(lines.map(|(_, line)| (source.clone(), *line)));
            self.county.figures.push(figure);
        }
    }
}

/// A clause for the summary.
fn point(figure: &Figure, stands: &Stands) -> Option<Point> {
    let before = match figure.id.as_str() {
        "villages" => "下辖",
        "households" => "居住着",
        "party-members" => "共有",
        _ => return None,
    };
    let (_, line) = stands.figures.iter().find(|(id, _)| *id == figure.id)?;
    Some(Point {
        clause: format!("{before}{{{}}}{}", figure.id, figure.name),
        lines: (*line, *line),
    })
}

/// The villages that have a service centre and their share.
fn covered(maker: &mut Maker, villages: &Figure) -> [Figure; 2] {
    let total = villages.quantity.value.map_or(1, |value| value.digits);
    let part = total
        - maker
            .random
            .below(usize::try_from(total / 2).expect("so many villages")) as u64;
    let mut of_these = villages.clone();
    "villages-covered".clone_into(&mut of_these.id);
    "建有党群服务中心的行政村".clone_into(&mut of_these.name);
    of_these.indicator = None;
    of_these.part_of = Some(villages.id.clone());
    of_these.quantity = Quantity::exact(
        Fixed {
            digits: part,
            decimals: 0,
        },
        "个",
    );
    let mut share = of_these.clone();
    "villages-covered-share".clone_into(&mut share.id);
    "建有党群服务中心的行政村占比".clone_into(&mut share.name);
    share.indicator = Some("centre-share");
    share.part_of = None;
    let digits = (2 * part * 10_000 + total) / (2 * total);
    share.quantity = Quantity::exact(
        Fixed {
            digits,
            decimals: 2,
        },
        "%",
    );
    share.check = Some(Relation {
        word: "ratio",
        operands: vec![of_these.id.clone(), villages.id.clone()],
    });
    [of_these, share]
}
