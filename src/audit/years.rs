//! A year that prose names stands on its lines.
//!
//! Where a text bears no date of its own, 今年 and 去年 say nothing until another line tells the year; whoever follows a
//! statement to its lines must find that line among them.

use std::sync::LazyLock;

use crate::{
    diagnostic::{Code, Finding, Focus},
    model::{County, Lines, Model, Names, NumeralKind, Prose, Segment, SourceId, SourceText, scan},
};

static NO_NAMES: LazyLock<Names<'static>> = LazyLock::new(Names::default);

/// Reports statements that name a year although none of their lines prints one.
pub(super) fn printed(county: &County, model: &Model) -> Vec<Finding> {
    let statements = county.statements();
    let findings = statements.filter_map(|statement| {
        let source = undated(model, &statement.source)?;
        if prints_year(source, &statement.lines) {
            return None;
        }
        let (written, at, year) = named(&statement.text)?;
        let message = format!(
            "`{year}` stands on none of the lines `{}` of `{}`, which bears no date",
            statement.lines, statement.source
        );
        Some(
            Finding::error(Code::YearElsewhere, statement.text.span, message)
                .with_focus(Focus::at(written, at, year))
                .with_related(statement.keys.of("lines"), "the statement's lines")
                .with_help("name the line that tells the year too, or leave the year out"),
        )
    });
    findings.collect()
}

/// A source without a date whose lines are known.
fn undated<'m>(model: &'m Model, id: &SourceId) -> Option<&'m SourceText> {
    let source = model.sources.get(id)?;
    (source.date.is_none() && source.index.is_some()).then_some(source)
}

fn prints_year(source: &SourceText, lines: &Lines) -> bool {
    let index = source.index.iter().flatten();
    let mut numerals = index
        .filter(|line| lines.contains(line.line))
        .flat_map(|line| &line.numerals);
    numerals.any(|numeral| year(&numeral.text).is_some())
}

/// The first year that prose names: the prose as written, the byte it stands at, and it.
fn named(prose: &Prose) -> Option<(&str, usize, &str)> {
    prose.places().find_map(|(at, segment)| {
        let Segment::Text(text) = segment else {
            return None;
        };
        let numerals = scan(text, &NO_NAMES);
        let mut dates = numerals
            .iter()
            .filter(|numeral| numeral.kind == NumeralKind::Date);
        dates.find_map(|date| {
            let year = year(&text[date.range.clone()])?;
            Some((prose.written(), at + date.range.start, year))
        })
    })
}

/// The year, four digits and 年, that a date begins with.
fn year(date: &str) -> Option<&str> {
    let digits = date.bytes().take_while(u8::is_ascii_digit).count();
    let after = &date[digits..];
    (digits == 4 && after.starts_with('年')).then(|| &date[..digits + '年'.len_utf8()])
}
