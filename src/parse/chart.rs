//! Charts.

use super::reader::{Reader, Target, all};
use crate::{
    diagnostic::{Code, Finding},
    model::{
        Chart, ChartKind, FigureId, InitiativeId, Labelled, Mark, Pairing, Plot, Prose, Series,
    },
    span::Spanned,
    yaml::{Fields, Node},
};

/// Reads a chart. Each kind has keys of its own; those of another are unknown to it.
pub(super) fn chart(reader: &mut Reader, node: &Node) -> Option<Chart> {
    let mut fields = reader.decoder.map(node, "chart")?;
    let id = fields.need_text(&mut reader.decoder, "id");
    if let Some(id) = &id {
        let name = format!("chart/{}", id.value);
        reader.ids.push(Spanned::new(name, id.span));
    }
    let title = reader.need_prose(&mut fields, "title");
    let kind = reader.need_word(&mut fields, "kind", &ChartKind::WORDS);
    let plot = match kind {
        Some(kind) => plot(reader, &mut fields, kind),
        // Whose keys they are is not known.
        None => {
            for key in ["figures", "labels", "of", "rows", "series", "initiatives"] {
                fields.take(key);
            }
            None
        }
    };
    let note = reader.take_prose(&mut fields, "note");
    let keys = fields.places();
    fields.finish(&mut reader.decoder);
    Some(Chart {
        id: id?.value,
        title: title?,
        plot: plot?,
        note,
        keys,
    })
}

fn plot(reader: &mut Reader, fields: &mut Fields<'_>, kind: ChartKind) -> Option<Plot> {
    match kind {
        ChartKind::Bar => single(reader, fields, Mark::Bar),
        ChartKind::Dot => single(reader, fields, Mark::Dot),
        ChartKind::GroupedBar => series(reader, fields, Pairing::Bars),
        ChartKind::Slope => series(reader, fields, Pairing::Slope),
        ChartKind::Share => {
            let parts = labelled(reader, fields);
            let whole = reader.need_reference::<FigureId>(fields, "of", Target::Number);
            Some(Plot::Share {
                parts: parts?,
                whole: whole?,
            })
        }
        ChartKind::Timeline => {
            let listed = fields.need(&mut reader.decoder, "initiatives")?;
            let listed = reader.decoder.list(Some(listed));
            let id = |node| {
                reader
                    .decoder
                    .parsed::<InitiativeId>(node, Code::WrongType, str::parse)
            };
            let initiatives = all(listed, id).into_iter().map(|id| id.value).collect();
            Some(Plot::Timeline { initiatives })
        }
    }
}

fn single(reader: &mut Reader, fields: &mut Fields<'_>, mark: Mark) -> Option<Plot> {
    let figures = labelled(reader, fields)?;
    Some(Plot::Single { mark, figures })
}

/// The figures with the labels that some of them have.
fn labelled(reader: &mut Reader, fields: &mut Fields<'_>) -> Option<Vec<Labelled>> {
    let figures = fields.need(&mut reader.decoder, "figures");
    let listed = figures.is_some();
    let figures: Vec<FigureId> = reader.references(figures, Target::Number);
    let labels = fields
        .take("labels")
        .and_then(|node| reader.decoder.map(node, "map of labels"));
    let mut labels = labels
        .map(|labels| labels.into_entries())
        .unwrap_or_default();
    let labelled = figures.into_iter().map(|id| {
        let label = labels
            .remove(id.as_str())
            .and_then(|node| reader.prose(node));
        (id, label)
    });
    let labelled = labelled.collect();
    for (key, node) in labels {
        let message = format!("label for `{key}`, which the chart does not show");
        reader.decoder.findings.push(
            Finding::error(Code::UnknownFigure, node.span, message)
                .with_help("add the figure to `figures:` or delete the label"),
        );
    }
    listed.then_some(labelled)
}

fn series(reader: &mut Reader, fields: &mut Fields<'_>, pairing: Pairing) -> Option<Plot> {
    let rows = fields.need(&mut reader.decoder, "rows");
    let listed = fields.need(&mut reader.decoder, "series");
    let (rows, listed) = (rows?, listed?);
    let rows: Vec<Prose> = all(reader.decoder.list(Some(rows)), |node| reader.prose(node));
    let series = all(reader.decoder.list(Some(listed)), |node| {
        one_series(reader, node)
    });
    Some(Plot::Series {
        pairing,
        rows,
        series,
    })
}

fn one_series(reader: &mut Reader, node: &Node) -> Option<Series> {
    let mut fields = reader.decoder.map(node, "series")?;
    let name = reader.need_prose(&mut fields, "name");
    let figures = fields.need(&mut reader.decoder, "figures");
    let figures = reader.references(figures, Target::Number);
    fields.finish(&mut reader.decoder);
    Some(Series {
        name: name?,
        figures,
    })
}
