//! Charts that a county declares.

use rust_decimal::Decimal;

use super::{alt, caption, common_unit, ends, longest, mark, thousandths, timeline};
use crate::{
    compose::prose,
    document::{self, Inline, Panel, PlotKind, PlotRow},
    model::{Chart, County, FigureId, Labelled, Number, Pairing, Plot, Prose, Series},
};

/// Makes a chart of its figures; the audit has seen that they may stand side by side.
pub(in crate::compose) fn chart(county: &County, chart: &Chart) -> document::Chart {
    let (kind, unit, panel) = match &chart.plot {
        Plot::Single { mark, figures } => single(county, *mark, figures),
        Plot::Share { parts, whole } => share(county, parts, whole),
        Plot::Series {
            pairing,
            rows,
            series,
        } => paired(county, *pairing, rows, series),
        Plot::Timeline { initiatives } => (
            PlotKind::Timeline,
            None,
            timeline::panel(county, initiatives),
        ),
    };
    let title = prose::runs(county, &chart.title);
    let panels = vec![panel];
    let note = chart.note.as_ref().map(|note| prose::runs(county, note));
    document::Chart {
        number: String::new(),
        alt: alt(kind, &title, &panels, unit),
        caption: caption(&title, unit),
        plot: kind,
        columns: 1,
        panels,
        notes: noted(note, inexact(county, &chart.plot)),
    }
}

/// The note of the data, with what is computed behind it.
fn noted(note: Option<Vec<Inline>>, computed: Option<String>) -> Vec<Vec<Inline>> {
    match (note, computed) {
        (Some(mut note), Some(computed)) => {
            note.push(Inline::plain(computed));
            vec![note]
        }
        (Some(note), None) => vec![note],
        (None, Some(computed)) => vec![vec![Inline::plain(format!("注：{computed}"))]],
        (None, None) => Vec::new(),
    }
}

/// What must be said of ends that are not exact.
fn inexact(county: &County, plot: &Plot) -> Option<String> {
    let ids: Vec<&FigureId> = match plot {
        Plot::Single { figures, .. } => figures.iter().map(|(id, _)| id).collect(),
        Plot::Share { parts, .. } => parts.iter().map(|(id, _)| id).collect(),
        Plot::Series { series, .. } => series.iter().flat_map(|one| &one.figures).collect(),
        Plot::Timeline { initiatives } => {
            let drawn = county.initiatives.iter();
            let drawn = drawn.filter(|initiative| initiatives.contains(&initiative.id));
            return ends::of_periods(drawn.filter_map(|initiative| initiative.period));
        }
    };
    ends::of_numbers(ids.into_iter().filter_map(|id| county.number(id)))
}

type Drawn<'c> = (PlotKind, Option<&'c str>, Panel);

/// A number with its label.
type Named<'c> = (&'c FigureId, Vec<Inline>, Number<'c>);

fn named<'c>(county: &'c County, labelled: &'c [Labelled]) -> Vec<Named<'c>> {
    let named = labelled.iter().filter_map(|(id, label)| {
        let number = county.number(id)?;
        let label = match (label, number) {
            (Some(label), _) => label,
            (None, Number::Figure(figure)) => &figure.name,
            (None, Number::Derived(derived)) => &derived.name,
        };
        Some((id, prose::runs(county, label), number))
    });
    named.collect()
}

fn single<'c>(county: &'c County, as_: crate::model::Mark, figures: &'c [Labelled]) -> Drawn<'c> {
    let named = named(county, figures);
    let numbers = || named.iter().map(|(_, _, number)| *number);
    let (unit, longest) = (common_unit(numbers()), longest(numbers()));
    let rows = named.iter().map(|(id, label, number)| PlotRow {
        id: id.to_string(),
        label: label.clone(),
        marks: vec![Some(mark(county, id.to_string(), *number, unit, longest))],
    });
    let kind = match as_ {
        crate::model::Mark::Bar => PlotKind::Bars,
        crate::model::Mark::Dot => PlotKind::Dots,
    };
    (kind, unit, panel(Vec::new(), rows.collect()))
}

/// The parts behind one another, as long as their share of the whole.
fn share<'c>(county: &'c County, parts: &'c [Labelled], whole: &FigureId) -> Drawn<'c> {
    let named = named(county, parts);
    let unit = common_unit(named.iter().map(|(_, _, number)| *number));
    let value = |number: Number<'_>| number.quantity().in_base().unwrap_or_default();
    let all = county.number(whole).map_or(Decimal::ONE, value);
    let mut before = Decimal::ZERO;
    let marks = named.iter().map(|(id, _, number)| {
        let from = thousandths(before, all);
        before += value(*number);
        let to = thousandths(before, all);
        let mark = mark(county, id.to_string(), *number, unit, all);
        Some(document::Mark { from, to, ..mark })
    });
    let row = PlotRow {
        id: "_row-0".to_owned(),
        label: Vec::new(),
        marks: marks.collect(),
    };
    let series = named.iter().map(|(_, label, _)| label.clone());
    (PlotKind::Shares, unit, panel(series.collect(), vec![row]))
}

fn paired<'c>(
    county: &'c County,
    pairing: Pairing,
    rows: &[Prose],
    series: &'c [Series],
) -> Drawn<'c> {
    let ids = || series.iter().flat_map(|one| &one.figures);
    let numbers = || ids().filter_map(|id| county.number(id));
    let (unit, longest) = (common_unit(numbers()), longest(numbers()));
    let row = |(index, label): (usize, &Prose)| {
        let marks = series.iter().map(|one| {
            let id = one.figures.get(index)?;
            Some(mark(
                county,
                id.to_string(),
                county.number(id)?,
                unit,
                longest,
            ))
        });
        PlotRow {
            id: format!("_row-{index}"),
            label: prose::runs(county, label),
            marks: marks.collect(),
        }
    };
    let rows = rows.iter().enumerate().map(row).collect();
    let names = series.iter().map(|one| prose::runs(county, &one.name));
    let kind = match pairing {
        Pairing::Bars => PlotKind::Bars,
        Pairing::Slope => PlotKind::Slope,
    };
    (kind, unit, panel(names.collect(), rows))
}

/// The only one.
fn panel(series: Vec<Vec<Inline>>, rows: Vec<PlotRow>) -> Panel {
    Panel {
        id: String::new(),
        title: Vec::new(),
        series,
        ticks: Vec::new(),
        rows,
    }
}
