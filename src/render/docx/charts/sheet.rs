//! What a panel says as rows and columns: the workbook and the numbers kept in the chart are made from the same sheet.

use rust_decimal::Decimal;

use crate::document::{Mark, MarkEnd, Panel, PlotKind, PlotRow, plain_text};

/// A table of numbers: a column for each series, a row for each category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) categories: Vec<String>,
    pub(super) series: Vec<Series>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Series {
    pub(super) name: String,
    /// One for each category; none where nothing is told.
    pub(super) points: Vec<Option<Point>>,
}

/// A number as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) value: Decimal,
    /// As printed beside it.
    pub(super) label: String,
    pub(super) end: MarkEnd,
}

impl Point {
    fn of(mark: &Mark) -> Self {
        Self {
            value: mark.amount,
            label: mark.value.text.clone(),
            end: mark.end,
        }
    }

    /// The number format that prints the label: `0"余"` of 3100余. None where the label has other digits than the number.
    pub(super) fn format(&self) -> Option<String> {
        let (before, after) = self.label.split_once(&self.value.to_string())?;
        let words = |text: &str| {
            !text.contains(|character: char| {
                character.is_numeric() || matches!(character, '"' | '.' | '-' | '−')
            })
        };
        if !words(before) || !words(after) {
            return None;
        }
        let quoted = |text: &str| match text {
            "" => String::new(),
            text => format!("\"{text}\""),
        };
        let digits = match usize::try_from(self.value.scale()) {
            Ok(places @ 1..) => format!("0.{}", "0".repeat(places)),
            Ok(0) | Err(_) => "0".to_owned(),
        };
        Some(format!("{}{digits}{}", quoted(before), quoted(after)))
    }
}

/// What the column of an only series is called.
const AMOUNT: &str = "数量";
/// The columns of a timeline.
const BEGIN: &str = "开始（年）";
const YEARS: &str = "历时（年）";

impl Sheet {
    /// The sheet of a panel.
    pub(super) fn of(kind: PlotKind, panel: &Panel) -> Self {
        match kind {
            PlotKind::Bars | PlotKind::Dots => by_row(panel),
            PlotKind::Shares => shares(panel),
            PlotKind::Slope => slope(panel),
            PlotKind::Timeline => timeline(panel),
        }
    }
}

/// Each row is a category, each mark of it belongs to a series.
fn by_row(panel: &Panel) -> Sheet {
    let only = panel.series.is_empty();
    let category = |row: &PlotRow| {
        let untold = only && row.marks.iter().all(Option::is_none);
        // Word writes nothing beside a row without a number; tables have the same sign.
        let sign = if untold { "　—" } else { "" };
        format!("{}{sign}", plain_text(&row.label))
    };
    let names = if only {
        vec![AMOUNT.to_owned()]
    } else {
        panel.series.iter().map(|name| plain_text(name)).collect()
    };
    let series = names.into_iter().enumerate().map(|(index, name)| Series {
        name,
        points: panel.rows.iter().map(|row| point(row, index)).collect(),
    });
    Sheet {
        categories: panel.rows.iter().map(category).collect(),
        series: series.collect(),
    }
}

fn point(row: &PlotRow, index: usize) -> Option<Point> {
    row.marks.get(index)?.as_ref().map(Point::of)
}

/// One category; each mark of the only row is a series. A part too narrow for its number has it behind its name.
fn shares(panel: &Panel) -> Sheet {
    let marks = panel.rows.iter().flat_map(|row| &row.marks).flatten();
    let series = panel.series.iter().zip(marks).map(|(name, mark)| {
        let name = plain_text(name);
        Series {
            name: if is_narrow(mark) {
                format!("{name}　{}", mark.value.text)
            } else {
                name
            },
            points: vec![Some(Point::of(mark))],
        }
    });
    Sheet {
        categories: vec![AMOUNT.to_owned()],
        series: series.collect(),
    }
}

/// Whether a part of a whole, in thousandths of it, has no room for its number.
pub(super) fn is_narrow(mark: &Mark) -> bool {
    mark.to - mark.from < 80
}

/// Before and after are the categories, each row is a series.
fn slope(panel: &Panel) -> Sheet {
    let series = panel.rows.iter().map(|row| Series {
        name: plain_text(&row.label),
        points: (0..panel.series.len())
            .map(|index| point(row, index))
            .collect(),
    });
    Sheet {
        categories: panel.series.iter().map(|name| plain_text(name)).collect(),
        series: series.collect(),
    }
}

/// A bar that is not seen up to the beginning, and one from there to the end. Word writes nothing beside a stacked bar, so
/// that the period stands with the name.
fn timeline(panel: &Panel) -> Sheet {
    let rows = || panel.rows.iter();
    let marks = || rows().filter_map(|row| Some((row, row.marks.first()?.as_ref()?)));
    let column = |name: &str, value: fn(&Mark) -> Decimal| Series {
        name: name.to_owned(),
        points: marks()
            .map(|(_, mark)| {
                Some(Point {
                    value: value(mark),
                    ..Point::of(mark)
                })
            })
            .collect(),
    };
    let category = |(row, mark): (&PlotRow, &Mark)| {
        format!("{}（{}）", plain_text(&row.label), mark.value.text)
    };
    Sheet {
        categories: marks().map(category).collect(),
        series: vec![
            column(BEGIN, |mark| mark.start),
            column(YEARS, |mark| mark.amount),
        ],
    }
}
