//! What the engine lets be compared, as dots: a panel for each indicator, a row for each county in the given order.

use rust_decimal::Decimal;

use super::{UNTOLD, alt, caption, end, ends, thousandths};
use crate::{
    compose::prose,
    document::{Chart, Inline, Mark, Panel, PlotKind, PlotRow},
    model::{Comparable, Compared, County, Number, Row, Shape},
};

/// Most panels: more than these nobody compares by eye.
const MOST: usize = 6;

/// A longer name leaves no room for two panels beside each other.
const SHORT_NAME: usize = 8;

/// Characters of a name that stand in one line.
const LINE: usize = 18;

/// Thirds of a row that a page holds, and that the title of a panel takes.
const PAGE: usize = 66;
const TITLE: usize = 5;

/// Makes the chart; none where nothing may be drawn.
pub(in crate::compose) fn side_by_side(counties: &[&County], rows: &[Row<'_>]) -> Option<Chart> {
    let short = |county: &&County| county.name.chars().count() <= SHORT_NAME;
    let columns = if counties.iter().all(short) { 2 } else { 1 };
    let drawable = rows
        .iter()
        .filter_map(|row| Some((row, panel(counties, row)?)));
    let mut drawn: Vec<(&Row<'_>, Panel)> = drawable.collect();
    let most = most(counties, columns);
    let more = drawn.len() > most;
    drawn.truncate(most);
    let (rows, panels): (Vec<&Row<'_>>, Vec<Panel>) = drawn.into_iter().unzip();
    if panels.is_empty() {
        return None;
    }
    let title = [Inline::plain("可以对照的指标")];
    let mut silent = panels.iter().flat_map(|panel| &panel.rows);
    let silent = silent.any(|row| row.marks.iter().any(Option::is_none));
    let mut note =
        "注：各图标尺从零起，长短只在同一图内对照；所附条件见上表，不作排名。".to_owned();
    if silent {
        note += &format!("“—”为{UNTOLD}。");
    }
    let compared = rows.iter().filter_map(|row| row.comparable());
    let numbers = compared.flat_map(|comparable| comparable.values());
    let inexact = ends::of_numbers(numbers.map(|one| Number::Figure(one.figure)));
    note += &inexact.unwrap_or_default();
    if more {
        note += "其余可以对照的指标见上表。";
    }
    Some(Chart {
        number: String::new(),
        alt: alt(PlotKind::Dots, &title, &panels, None),
        caption: caption(&title, None),
        plot: PlotKind::Dots,
        columns: columns.min(panels.len()),
        panels,
        notes: vec![vec![Inline::plain(note)]],
    })
}

/// How many panels a page holds, so that the chart is never cut.
fn most(counties: &[&County], columns: usize) -> usize {
    // Thirds of a row: a long name takes two lines.
    let of_county = |county: &&County| 3 * county.name.chars().count().div_ceil(LINE).max(1);
    let height: usize = counties.iter().map(of_county).sum();
    (columns * (PAGE / (TITLE + height))).min(MOST)
}

/// The values of an indicator; none where they may not be drawn, or one of them is no single number.
fn panel(counties: &[&County], row: &Row<'_>) -> Option<Panel> {
    let comparable: &Comparable<'_> = row.comparable()?;
    let single = |one: &Compared<'_>| one.value.filter(|_| one.figure.quantity.max.is_none());
    let values: Option<Vec<Decimal>> = comparable.values().iter().map(single).collect();
    let longest = values?.into_iter().max().filter(|most| !most.is_zero())?;
    let rows = counties.iter().map(|county| {
        let mut values = comparable.values().iter();
        let told = values.find(|one| one.county.id == county.id);
        PlotRow {
            id: county.id.to_string(),
            label: vec![Inline::plain(&county.name)],
            marks: vec![told.and_then(|one| {
                let amount = one.value?;
                Some(Mark {
                    id: format!("{}.{}", one.county.id, one.figure.id),
                    value: prose::number(one.county, Number::Figure(one.figure), Shape::Full),
                    amount,
                    start: Decimal::ZERO,
                    from: 0,
                    to: thousandths(amount, longest),
                    end: end(one.figure.quantity.qualifier),
                })
            })],
        }
    });
    Some(Panel {
        id: row.indicator.id.to_string(),
        title: vec![Inline::plain(&row.indicator.name)],
        series: Vec::new(),
        ticks: Vec::new(),
        rows: rows.collect(),
    })
}
