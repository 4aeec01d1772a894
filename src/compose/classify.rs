//! The last look at the text: every number is bound, or is a date, a declared name or an ordinal.

use super::ComposeError;
use crate::{
    document::{Block, Body, Cell, Document, Inline, Role},
    model::{Names, NumeralKind, scan},
};

/// Splits plain runs at dates, names and ordinals; a number left over is an error, since nobody could trace it.
pub(super) fn document(
    document: &mut Document,
    names: &Names<'_>,
    template: &'static str,
) -> Result<(), ComposeError> {
    let title = std::mem::take(&mut document.meta.title);
    document.meta.title =
        line(title, names).map_err(|number| unbound(template, "title", &number))?;
    for block in &mut document.blocks {
        let id = block.id.to_string();
        for text in lines(block) {
            *text = line(std::mem::take(text), names)
                .map_err(|number| unbound(template, &id, &number))?;
        }
    }
    Ok(())
}

fn unbound(template: &'static str, block: &str, number: &str) -> ComposeError {
    ComposeError::Block {
        template,
        block: block.to_owned(),
        problem: format!("prints `{number}`, which is bound to no figure"),
    }
}

/// All texts of a block.
fn lines(block: &mut Block) -> Vec<&mut Vec<Inline>> {
    match &mut block.body {
        Body::Heading { text, .. } | Body::Paragraph { text, .. } => vec![text],
        Body::List { items, .. } => items.iter_mut().map(|item| &mut item.text).collect(),
        Body::Table(table) => {
            let heads = table.columns.iter_mut().map(|column| &mut column.head);
            let cells = table
                .rows
                .iter_mut()
                .flat_map(|row| &mut row.cells)
                .flat_map(cell_lines);
            let around = std::iter::once(&mut table.caption).chain(&mut table.notes);
            around.chain(heads).chain(cells).collect()
        }
        Body::Chart(chart) => chart.words_mut().collect(),
        Body::KeyFact(fact) => vec![
            &mut fact.key,
            &mut fact.unit,
            &mut fact.title,
            &mut fact.text,
            &mut fact.caveat,
        ],
    }
}

fn cell_lines(cell: &mut Cell) -> Vec<&mut Vec<Inline>> {
    match cell {
        Cell::Lines { lines } => lines.iter_mut().collect(),
        Cell::Items { items, .. } => items.iter_mut().map(|item| &mut item.text).collect(),
        Cell::Value { .. } | Cell::Verdict { .. } => Vec::new(),
    }
}

fn line(runs: Vec<Inline>, names: &Names<'_>) -> Result<Vec<Inline>, String> {
    let mut out = Vec::with_capacity(runs.len());
    for run in runs {
        if run.role == Role::Plain {
            split(run, names, &mut out)?;
        } else {
            out.push(run);
        }
    }
    Ok(out)
}

fn split(run: Inline, names: &Names<'_>, out: &mut Vec<Inline>) -> Result<(), String> {
    let numerals = scan(&run.text, names);
    if numerals.is_empty() {
        out.extend(Some(run).filter(|run| !run.text.is_empty()));
        return Ok(());
    }
    let mut push = |text: &str, role: Role| {
        if !text.is_empty() {
            out.push(Inline {
                text: text.to_owned(),
                role,
                strong: run.strong,
            });
        }
    };
    let mut end = 0;
    for numeral in numerals {
        let text = &run.text[numeral.range.clone()];
        let role = match numeral.kind {
            NumeralKind::Date => Role::Date,
            NumeralKind::Name(id) => Role::Name { id: id.to_owned() },
            NumeralKind::Ordinal => Role::Numbering,
            NumeralKind::Amount => return Err(text.to_owned()),
        };
        push(&run.text[end..numeral.range.start], Role::Plain);
        push(text, role);
        end = numeral.range.end;
    }
    push(&run.text[end..], Role::Plain);
    Ok(())
}
