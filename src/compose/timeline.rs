//! What happened when, across counties.

use super::prose;
use crate::{
    document::{Align, Cell, Column, Inline, Row, RowKind, Table},
    model::{County, Initiative, Period},
};

/// Most rows; where there are more, townships and villages are left out first, then what came last.
const ROWS: usize = 24;

/// Makes the table of all initiatives whose time is known, the earliest first; none without any.
pub(super) fn table(counties: &[&County]) -> Option<Table> {
    let mut events = events(counties);
    if events.is_empty() {
        return None;
    }
    let all = events.len();
    if all > ROWS {
        events.retain(|event| event.initiative.level.tag().is_none());
    }
    events.sort_by_key(|event| event.period.course());
    events.truncate(ROWS);
    let left_out = events.len() < all;
    let note = "注：只列材料写明时间的做法，“以来”为开始时间";
    let note = if left_out {
        format!("{note}；乡村和其余做法见各县材料。")
    } else {
        format!("{note}。")
    };
    Some(Table {
        number: String::new(),
        caption: vec![Inline::plain("各县做法时间表")],
        columns: [
            ("time", "时间", 260),
            ("county", "县", 140),
            ("initiative", "做法", 600),
        ]
        .into_iter()
        .map(|(id, head, width)| Column {
            id: id.to_owned(),
            head: vec![Inline::plain(head)],
            align: Align::Start,
            width,
        })
        .collect(),
        rows: events.iter().map(row).collect(),
        notes: vec![vec![Inline::plain(note)]],
    })
}

struct Event<'m> {
    county: &'m County,
    initiative: &'m Initiative,
    period: Period,
}

/// When something had been reached by is no time at which it happened.
fn events<'m>(counties: &[&'m County]) -> Vec<Event<'m>> {
    let of_counties = counties.iter().flat_map(|county| {
        let initiatives = county.initiatives.iter();
        initiatives.filter_map(|initiative| {
            let period = initiative.period?;
            let happened = !matches!(period, Period::Until(_));
            happened.then_some(Event {
                county,
                initiative,
                period,
            })
        })
    });
    of_counties.collect()
}

fn row(event: &Event<'_>) -> Row {
    let line = |runs| Cell::Lines { lines: vec![runs] };
    Row {
        id: format!("{}.{}", event.county.id, event.initiative.id),
        kind: RowKind::Data,
        cells: vec![
            line(vec![Inline::plain(event.period.printed())]),
            line(vec![Inline::plain(&event.county.name)]),
            line(prose::runs(event.county, &event.initiative.name)),
        ],
    }
}
