//! The side-by-side table of indicators.

use super::{ComposeError, matrix::SIDE_BY_SIDE, prose, reasons};
use crate::{
    document::{Align, Cell, Column, Inline, Role, Row, RowKind, Table, Verdict},
    model::{self, Answer, County, Figure, Indicator, Model, Number, PlaceLevel, Shape, Unit},
    template::Templates,
};

/// Rows in the order of their verdicts, then of the vocabulary.
pub(super) fn sorted(mut rows: Vec<model::Row<'_>>) -> Vec<model::Row<'_>> {
    rows.sort_by_key(|row| row.comparison.verdict);
    rows
}

/// Makes the table.
pub(super) fn table(
    model: &Model,
    templates: &Templates,
    counties: &[&County],
    rows: &[model::Row<'_>],
) -> Result<Table, ComposeError> {
    let side_by_side = counties.len() <= SIDE_BY_SIDE;
    let made: Result<Vec<Vec<Row>>, ComposeError> = rows
        .iter()
        .map(|row| match side_by_side {
            true => Ok(vec![self::row(model, templates, row)?]),
            false => below_each_other(model, templates, row),
        })
        .collect();
    Ok(Table {
        number: String::new(),
        caption: vec![Inline::plain("主要指标对照")],
        columns: match side_by_side {
            true => columns(counties),
            false => narrow_columns(),
        },
        rows: made?.into_iter().flatten().collect(),
        notes: vec![
            vec![Inline::plain(
                "注：可比与否由定义、范围、时间和单位逐项核对得出。各数出处见各县材料。",
            )],
            vec![Inline::plain("“—”为没有可列的全县数，不说明有无。")],
        ],
    })
}

fn column(id: &str, head: &str, align: Align, width: u16) -> Column {
    Column {
        id: id.to_owned(),
        head: vec![Inline::plain(head)],
        align,
        width,
    }
}

/// Where the counties are too many to stand side by side.
fn narrow_columns() -> Vec<Column> {
    vec![
        column("county", "县", Align::Start, 330),
        column("value", "数值", Align::Center, 220),
        column("period", "时间、理由", Align::Start, 450),
    ]
}

/// The indicator as a heading, a row for each county that reports it, then whether they may be compared and why not.
fn below_each_other(
    model: &Model,
    templates: &Templates,
    row: &model::Row<'_>,
) -> Result<Vec<Row>, ComposeError> {
    let indicator = row.indicator;
    let text = |line: Vec<Inline>| Cell::Lines { lines: vec![line] };
    let heading = format!("{}（{}）", indicator.name, indicator.unit);
    let mut rows = vec![Row {
        id: indicator.id.to_string(),
        kind: RowKind::Group,
        cells: vec![text(vec![Inline::plain(heading)])],
    }];
    for answer in row.answers.iter().filter(|answer| answer.figure.is_some()) {
        let Cell::Lines { lines } = value(indicator, answer) else {
            continue;
        };
        let mut lines = lines.into_iter();
        rows.push(Row {
            id: format!("{}.{}", indicator.id, answer.county.id),
            kind: RowKind::Data,
            cells: vec![
                text(vec![Inline::plain(&answer.county.name)]),
                text(lines.next().unwrap_or_default()),
                text(lines.next().unwrap_or_default()),
            ],
        });
    }
    rows.push(Row {
        id: format!("{}.verdict", indicator.id),
        kind: RowKind::Data,
        cells: vec![
            text(vec![Inline::plain("能否相比")]),
            text(vec![Inline::plain(verdict(row.comparison.verdict).word())]),
            text(reasons::runs(model, templates, row)?),
        ],
    });
    Ok(rows)
}

fn columns(counties: &[&County]) -> Vec<Column> {
    let each = 440 / u16::try_from(counties.len()).expect("invariant: at most a dozen counties");
    let rest = 1000
        - 170
        - 118
        - each * u16::try_from(counties.len()).expect("invariant: at most a dozen counties");
    let mut columns = vec![column("indicator", "指标（单位）", Align::Start, 170)];
    columns.extend(
        counties
            .iter()
            .map(|county| column(county.id.as_str(), &county.name, Align::Center, each)),
    );
    columns.push(column("verdict", "可比性", Align::Center, 118));
    columns.push(column("reason", "理由", Align::Start, rest));
    columns
}

fn row(model: &Model, templates: &Templates, row: &model::Row<'_>) -> Result<Row, ComposeError> {
    let indicator = row.indicator;
    let mut cells = vec![Cell::Lines {
        lines: vec![
            vec![Inline::plain(&indicator.name)],
            vec![Inline::plain(format!("（{}）", indicator.unit))],
        ],
    }];
    cells.extend(
        row.answers
            .iter()
            .map(|answer| value(row.indicator, answer)),
    );
    let verdict = verdict(row.comparison.verdict);
    cells.push(Cell::Verdict {
        verdict,
        word: verdict.word().to_owned(),
    });
    cells.push(Cell::Lines {
        lines: vec![reasons::runs(model, templates, row)?],
    });
    Ok(Row {
        id: indicator.id.to_string(),
        kind: RowKind::Data,
        cells,
    })
}

fn value(indicator: &Indicator, answer: &Answer<'_>) -> Cell {
    let lines = match answer.figure {
        None => vec![
            vec![Inline::plain("—")],
            vec![Inline::plain(without(answer))],
        ],
        Some(figure) => vec![
            vec![prose::number(
                answer.county,
                Number::Figure(figure),
                shape(indicator, figure),
            )],
            vec![match figure.period {
                Some(period) => Inline::new(period.printed(), Role::Date),
                None => Inline::plain("时间未注明"),
            }],
        ],
    };
    Cell::Lines { lines }
}

/// Why a county has no value: what places have does not stand for it.
fn without(answer: &Answer<'_>) -> &'static str {
    if answer.left_out.is_some() {
        return "存疑未用";
    }
    let mut levels: Vec<PlaceLevel> = answer
        .local
        .iter()
        .filter_map(|figure| Some(answer.county.place(&figure.subject)?.level))
        .collect();
    levels.sort();
    levels.dedup();
    match levels.as_slice() {
        [] => "材料未载",
        [PlaceLevel::Township] => "只有乡镇数据",
        [PlaceLevel::Village] => "只有村级数据",
        [PlaceLevel::Community] => "只有社区数据",
        [PlaceLevel::Enterprise] => "只有企业数据",
        [PlaceLevel::Organ] => "只有单位数据",
        [PlaceLevel::County, ..] | [_, _, ..] => "只有局部数据",
    }
}

/// Without its unit where the indicator's stands for it; a value in 万亩 beside others in 亩 keeps its own.
pub(super) fn shape(indicator: &Indicator, figure: &Figure) -> Shape {
    let own = figure.quantity.unit.as_ref().map(Unit::multiplier);
    if own == Some(indicator.unit.multiplier()) {
        Shape::Value
    } else {
        Shape::Full
    }
}

/// The engine's verdict as the document prints it; what no county reports on is not printed.
pub(super) fn verdict(verdict: model::Verdict) -> Verdict {
    match verdict {
        model::Verdict::Comparable => Verdict::Comparable,
        model::Verdict::WithCaveats => Verdict::WithCaveats,
        model::Verdict::NotComparable => Verdict::NotComparable,
        model::Verdict::OneOnly => Verdict::OneOnly,
        model::Verdict::None => unreachable!("invariant: rows without values are left out"),
    }
}
