//! `briefings explain`

use county_briefings::diagnostic::suggest;

use crate::{Exit, args::ExplainArgs, terminal};

/// The guide to findings, which has a row for each code.
const GUIDE: &str = include_str!("../../../docs/findings.md");

pub(crate) fn run(args: &ExplainArgs) -> Exit {
    let rows: Vec<Row<'_>> = GUIDE.lines().filter_map(Row::parse).collect();
    let Some(code) = &args.code else {
        let all: Vec<String> = rows.iter().map(Row::text).collect();
        terminal::data(&all.join("\n"));
        return Exit::Done;
    };
    let Some(row) = rows.iter().find(|row| row.code == code) else {
        let known = rows.iter().map(|row| row.code);
        terminal::note(&format!(
            "error: there is no finding `{code}`; {}",
            suggest(code, known)
        ));
        return Exit::Usage;
    };
    terminal::data(&row.text());
    Exit::Done
}

/// A row of the guide's table.
struct Row<'g> {
    code: &'g str,
    level: &'g str,
    meaning: &'g str,
    help: &'g str,
}

impl<'g> Row<'g> {
    fn parse(line: &'g str) -> Option<Self> {
        let mut cells = line.strip_prefix("| `")?.splitn(4, " | ");
        Some(Self {
            code: cells.next()?.trim_end_matches('`'),
            level: cells.next()?,
            meaning: cells.next()?,
            help: cells.next()?.trim_end_matches([' ', '|']),
        })
    }

    fn text(&self) -> String {
        let Self {
            code,
            level,
            meaning,
            help,
        } = self;
        format!("{code} ({level})\n  {meaning}\n  help: {help}\n")
    }
}
