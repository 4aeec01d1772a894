//! `briefings trace`

use std::{fmt::Write as _, path::Path};

use county_briefings::pipeline::{self, PrintedPlace, StatementTrace, Trace, TraceError};

use crate::{
    Exit,
    args::{MessageFormat, TraceArgs, TraceFormat},
    terminal,
};

pub(crate) fn run(directory: &Path, args: &TraceArgs) -> anyhow::Result<Exit> {
    let workspace = crate::build::workspace(directory)?;
    let checked = pipeline::check(&workspace)?;
    terminal::findings(&checked.findings, &checked.sources, MessageFormat::Human);
    let exit = terminal::exit(&checked);
    let Some(model) = &checked.model else {
        return Ok(exit);
    };
    let text = match &args.figure {
        None if args.statements => {
            let traces = pipeline::trace_all_statements(&checked, model)?;
            statements(&traces, args.format)?
        }
        None => {
            let traces = pipeline::trace_all(&checked, model)?;
            match args.format {
                TraceFormat::Json => serde_json::to_string_pretty(&traces)? + "\n",
                TraceFormat::Text => traces.iter().map(page).collect::<Vec<_>>().join("\n"),
            }
        }
        Some(id) => match pipeline::trace(&checked, model, id) {
            Ok(trace) => match args.format {
                TraceFormat::Json => serde_json::to_string_pretty(&trace)? + "\n",
                TraceFormat::Text => page(&trace),
            },
            Err(error @ TraceError::Unknown { .. }) => {
                let traces = pipeline::trace_statements(&checked, model, id)?;
                if traces.is_empty() {
                    terminal::note(&format!("error: {error}"));
                    return Ok(Exit::Usage);
                }
                statements(&traces, args.format)?
            }
            Err(error) => return Err(error.into()),
        },
    };
    terminal::data(&text);
    Ok(exit)
}

fn statements(traces: &[StatementTrace], format: TraceFormat) -> anyhow::Result<String> {
    Ok(match format {
        TraceFormat::Json => serde_json::to_string_pretty(traces)? + "\n",
        TraceFormat::Text => traces.iter().map(told).collect::<Vec<_>>().join("\n"),
    })
}

/// A statement for people.
fn told(trace: &StatementTrace) -> String {
    let mut out = format!("{}  {}, {}\n", trace.statement, trace.kind, trace.modality);
    let mut line = |label: &str, text: &str| {
        let _ = writeln!(out, "  {label:<11}{text}");
    };
    line("text", &trace.text);
    if let Some(initiative) = &trace.initiative {
        line("initiative", initiative);
    }
    line("place", &trace.place);
    line(
        "source",
        &format!("{} line {}: {}", trace.source, trace.lines, trace.title),
    );
    for figure in &trace.figures {
        line("figure", figure);
    }
    for place in &trace.printed_in {
        let page = place.page.map(|page| format!(" page {page}"));
        let page = page.unwrap_or_default();
        line(
            "printed",
            &format!("{}.{}{page}, {}", place.report, place.format, place.block),
        );
    }
    if trace.printed_in.is_empty() {
        line("printed", "nowhere");
    }
    out
}

/// A figure for people: one line each for what is known.
fn page(trace: &Trace) -> String {
    let mut out = format!("{}  {}  {}\n", trace.figure, trace.row.text, trace.row.name);
    let mut line = |label: &str, text: &str| {
        let _ = writeln!(out, "  {label:<11}{text}");
    };
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
    line("subject", &trace.row.subject);
    let basis = trace.basis.as_ref().map(|basis| format!(" ({basis})"));
    line(
        "period",
        &(or_none(&trace.row.period) + &basis.unwrap_or_default()),
    );
    if let Some(indicator) = &trace.row.indicator {
        line("indicator", indicator);
    }
    if trace.row.target {
        line("target", "planned, not reached");
    }
    for place in &trace.places {
        let numerals = place.numerals.join("`, `");
        let printed = if numerals.is_empty() {
            String::new()
        } else {
            format!(" prints `{numerals}`")
        };
        line(
            "source",
            &format!(
                "{} line {}{printed}: {}",
                place.source, place.lines, place.title
            ),
        );
    }
    for doubt in &trace.doubts {
        let note = doubt.note.as_ref().map(|note| format!(": {note}"));
        line(
            "doubt",
            &format!(
                "{} ({}, {}){}",
                doubt.code,
                doubt.severity,
                doubt.treatment,
                note.unwrap_or_default()
            ),
        );
        if let Some(right) = &doubt.right {
            line("right", right);
        }
    }
    if let Some(check) = &trace.check {
        let gives = check.gives.as_deref().unwrap_or("nothing");
        let verdict = if check.holds {
            "holds"
        } else {
            "does not hold"
        };
        line(
            "check",
            &format!("{} gives {gives}, {verdict}", check.formula),
        );
    }
    if let Some(formula) = &trace.row.derived {
        line("formula", formula);
    }
    if let Some(whole) = &trace.part_of {
        line("part of", whole);
    }
    for user in &trace.used_by {
        line("used by", user);
    }
    for initiative in &trace.initiatives {
        line("initiative", initiative);
    }
    for place in &trace.printed_in {
        line("printed", &printed(place));
    }
    if trace.printed_in.is_empty() {
        line("printed", "nowhere");
    }
    out
}

fn printed(place: &PrintedPlace) -> String {
    let PrintedPlace {
        report,
        format,
        page,
        block,
        text,
    } = place;
    let page = page.map(|page| format!(" page {page}")).unwrap_or_default();
    format!("{report}.{format}{page}, {block}: {text}")
}
