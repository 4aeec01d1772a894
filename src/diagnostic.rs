//! What is wrong with the data or the templates.
//!
//! Findings are values: stages collect them, nothing stops at the first, and only the binary prints them.

use std::fmt::Display;

use serde::Serialize;

use crate::span::{FileId, Span};

/// The kinds of finding, each with a stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The file is not UTF-8.
    NotUtf8,
    /// The file is not YAML.
    YamlSyntax,
    /// A key that the format does not have.
    UnknownKey,
    /// A key for a person's name; the format has none on purpose.
    PersonalName,
    /// A key twice in one map.
    DuplicateKey,
    /// A key that must be there.
    MissingKey,
    /// A value of the wrong shape: text instead of a number, a map instead of a list.
    WrongType,
    /// A word that is not one of those allowed.
    UnknownValue,
    /// A unit that the table of units does not have.
    UnknownUnit,
    /// A theme that `themes.yaml` does not declare.
    UnknownTheme,
    /// A reference to an indicator, place or source that is not declared.
    UnknownReference,
    /// A reference to a figure that does not exist.
    UnknownFigure,
    /// An id used twice.
    DuplicateId,
    /// A number typed into prose instead of bound to a figure.
    UnboundNumber,
    /// A wrong form of a fixed formulation or scheme name.
    TermVariant,
    /// A line number beyond the end of the source text.
    LinesOutside,
    /// A figure that no statement, initiative, relation or chart mentions.
    UnusedFigure,
    /// A declared relation that does not hold, without a doubt that says so.
    RelationMismatch,
    /// A doubt about a relation that holds.
    StaleDoubt,
    /// A summary that is not 100 to 150 characters long.
    SummaryLength,
    /// A figure or place that is part of itself.
    Circular,
    /// A figure whose unit does not fit its indicator, or a second one for the same indicator and time.
    IndicatorMismatch,
    /// A wording that prints another number than the value, or a range that runs backwards.
    WordingMismatch,
    /// What is planned, told as a result.
    PlannedResult,
    /// A number left out for a doubt and mentioned all the same.
    LeftOut,
    /// A figure that says something else than the numeral it is taken from.
    PrintedMismatch,
    /// A source text whose numerals nobody has listed.
    NotIndexed,
    /// A numeral of a source that no figure uses and nobody has excused.
    UnaccountedNumeral,
    /// A numeral left out for a reason that does not hold.
    FalseExcuse,
    /// Figure and index of its source do not agree on a numeral.
    IndexMismatch,
    /// A figure that stands in the data twice.
    DuplicateFigure,
    /// A part that is larger than its whole.
    PartExceedsWhole,
    /// A share below 0 or above 100 %.
    ImpossibleShare,
    /// A time that the source's text does not speak of.
    PeriodOutside,
    /// A target without a date, and no word why.
    UndatedTarget,
    /// Something that prose mentions stands on other lines than the prose.
    FigureElsewhere,
    /// A year that prose names stands on none of its lines.
    YearElsewhere,
    /// A place in a smaller one, or an initiative of another level than its place.
    PlaceLevel,
    /// The text says a number of something else than the figure does.
    OtherSubject,
    /// What the text tells as a change is no change in the data.
    ChangeAsLevel,
    /// An initiative of which nothing says what it works through.
    NoCarrier,
    /// An adjective that praises and says nothing that could be checked.
    Promotional,
    /// A superlative of which nobody is named who says so.
    Superlative,
    /// Half-width punctuation in Chinese text.
    HalfWidth,
    /// A sentence of more than 120 characters as printed.
    LongSentence,
    /// A paragraph of more than 300 characters as printed.
    LongParagraph,
    /// A statement that begins as the one before it.
    RepeatedOpening,
    /// A heading that does not tell what is done.
    EmptyHeading,
    /// A number in a sentence without its unit.
    NoUnit,
    /// What is said of one place, told as if it were of the county.
    LocalAsCounty,
    /// A target told as if it were reached.
    TargetAsResult,
    /// A list without a verb.
    NoVerb,
    /// A file that nothing reads.
    StrayFile,
    /// Two copies of a text do not agree.
    CopiesDiffer,
    /// A source text that is not there to be compared with.
    SourceMissing,
    /// A source text that is not the one described.
    SourceChanged,
    /// Numerals of a source text that its index does not list, or lists otherwise.
    IndexIncomplete,
    /// Something said to be printed in a source that is not on its lines.
    NotInSource,
    /// A character that none of the typefaces has.
    MissingGlyph,
    /// A chart of figures that may not stand side by side.
    UnequalChart,
    /// The document whose page and styles are to be taken cannot be used, or lacks styles.
    ReferenceDoc,
    /// A classification mark is configured; classified material must not enter the tool.
    Classified,
    /// A template that handlebars cannot parse.
    TemplateSyntax,
    /// A template names something that the model does not have.
    TemplatePath,
    /// A template's output that is outside the small Markdown dialect, or a block without id.
    TemplateOutput,
}

impl Code {
    /// The code as written in messages and configuration: `unknown-key`.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
            Self::YamlSyntax => "yaml-syntax",
            Self::UnknownKey => "unknown-key",
            Self::PersonalName => "personal-name",
            Self::DuplicateKey => "duplicate-key",
            Self::MissingKey => "missing-key",
            Self::WrongType => "wrong-type",
            Self::UnknownValue => "unknown-value",
            Self::UnknownUnit => "unknown-unit",
            Self::UnknownTheme => "unknown-theme",
            Self::UnknownReference => "unknown-reference",
            Self::UnknownFigure => "unknown-figure",
            Self::DuplicateId => "duplicate-id",
            Self::UnboundNumber => "unbound-number",
            Self::TermVariant => "term-variant",
            Self::LinesOutside => "lines-outside",
            Self::UnusedFigure => "unused-figure",
            Self::RelationMismatch => "relation-mismatch",
            Self::StaleDoubt => "stale-doubt",
            Self::SummaryLength => "summary-length",
            Self::Circular => "circular",
            Self::IndicatorMismatch => "indicator-mismatch",
            Self::WordingMismatch => "wording-mismatch",
            Self::PlannedResult => "planned-result",
            Self::LeftOut => "left-out",
            Self::PrintedMismatch => "printed-mismatch",
            Self::NotIndexed => "not-indexed",
            Self::UnaccountedNumeral => "unaccounted-numeral",
            Self::FalseExcuse => "false-excuse",
            Self::IndexMismatch => "index-mismatch",
            Self::DuplicateFigure => "duplicate-figure",
            Self::PartExceedsWhole => "part-exceeds-whole",
            Self::ImpossibleShare => "impossible-share",
            Self::PeriodOutside => "period-outside",
            Self::UndatedTarget => "undated-target",
            Self::FigureElsewhere => "figure-elsewhere",
            Self::YearElsewhere => "year-elsewhere",
            Self::PlaceLevel => "place-level",
            Self::OtherSubject => "other-subject",
            Self::ChangeAsLevel => "change-as-level",
            Self::NoCarrier => "no-carrier",
            Self::Promotional => "promotional",
            Self::Superlative => "superlative",
            Self::HalfWidth => "half-width",
            Self::LongSentence => "long-sentence",
            Self::LongParagraph => "long-paragraph",
            Self::RepeatedOpening => "repeated-opening",
            Self::EmptyHeading => "empty-heading",
            Self::NoUnit => "no-unit",
            Self::LocalAsCounty => "local-as-county",
            Self::TargetAsResult => "target-as-result",
            Self::NoVerb => "no-verb",
            Self::StrayFile => "stray-file",
            Self::CopiesDiffer => "copies-differ",
            Self::SourceMissing => "source-missing",
            Self::SourceChanged => "source-changed",
            Self::IndexIncomplete => "index-incomplete",
            Self::NotInSource => "not-in-source",
            Self::MissingGlyph => "missing-glyph",
            Self::UnequalChart => "unequal-chart",
            Self::ReferenceDoc => "reference-doc",
            Self::Classified => "classified",
            Self::TemplateSyntax => "template-syntax",
            Self::TemplatePath => "template-path",
            Self::TemplateOutput => "template-output",
        }
    }
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The report is made all the same.
    Warning,
    /// No report is made of what the finding is about.
    Error,
}

/// Something wrong, with its place and the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// What is wrong, lower case, things in backticks.
    pub message: String,
    /// Where.
    pub span: Span,
    /// The words within the span that are meant; [`focus`] narrows the span to them.
    pub focus: Option<Focus>,
    /// A second place that explains the first, with its label.
    pub related: Option<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
    /// The full id of the figure it is about, `county/figure`, so that a report can say so beside the number.
    pub figure: Option<String>,
}

/// Words within a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focus {
    /// As they are written; lines may be folded between them.
    pub words: String,
    /// How many times the same words stand before.
    pub before: usize,
}

impl Focus {
    /// The words at an offset of a text.
    pub fn at(text: &str, offset: usize, words: &str) -> Self {
        Self {
            words: words.to_owned(),
            before: text[..offset].matches(words).count(),
        }
    }
}

impl From<&str> for Focus {
    fn from(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            before: 0,
        }
    }
}

impl Finding {
    /// A finding that stops the report.
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            span,
            focus: None,
            related: None,
            help: None,
            figure: None,
        }
    }

    /// A finding that does not stop the report.
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, span, message)
        }
    }

    /// Adds the next step.
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says which figure of a county it is about.
    pub fn of_figure(mut self, county: impl Display, figure: impl Display) -> Self {
        self.figure = Some(format!("{county}/{figure}"));
        self
    }

    /// Says which words within the span are meant.
    pub fn with_focus(mut self, words: impl Into<Focus>) -> Self {
        self.focus = Some(words.into());
        self
    }

    /// Adds a second place.
    pub fn with_related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related = Some((span, label.into()));
        self
    }
}

/// A value, as far as it could be made, and everything found on the way.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// The value.
    pub value: T,
    /// The findings, in no particular order.
    pub findings: Vec<Finding>,
}

/// Narrows each span to the words that its finding means, as far as they stand in the file's text, perhaps folded over
/// lines.
pub fn focus<'t>(findings: &mut [Finding], text_of: impl Fn(FileId) -> &'t str) {
    for finding in findings {
        let Some(focus) = finding.focus.take() else {
            continue;
        };
        let within = text_of(finding.span.file).get(finding.span.start()..finding.span.end());
        if let Some((start, end)) = within.and_then(|within| find(within, &focus)) {
            let base = finding.span.start();
            finding.span = Span::new(finding.span.file, base + start, base + end);
        }
    }
}

/// Where the words stand, in a text whose lines may be folded.
fn find(text: &str, focus: &Focus) -> Option<(usize, usize)> {
    let mut solid = String::with_capacity(text.len());
    // The offset in the text of each byte of `solid`.
    let mut offsets = Vec::with_capacity(text.len());
    let mut fold = false;
    for (at, c) in text.char_indices() {
        fold = matches!(c, '\n' | '\r') || (fold && c == ' ');
        if !fold {
            solid.push(c);
            offsets.extend((0..c.len_utf8()).map(|byte| at + byte));
        }
    }
    let (start, _) = solid.match_indices(&focus.words).nth(focus.before)?;
    let end = start + focus.words.len();
    Some((*offsets.get(start)?, offsets.get(end - 1)? + 1))
}

/// Sorts findings by place, then code, and drops repetitions.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
    findings.dedup();
}

/// Suggests the nearest of the known words, or lists them when none is near.
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(word, known.iter().copied()) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None if known.is_empty() => "nothing of the kind is declared yet".to_owned(),
        None => format!("expected one of `{}`", known.join("`, `")),
    }
}

/// The known word that is most like another, if any is like it.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known = known.into_iter();
    let (distance, candidate) = known
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .min()?;
    (distance <= 1 + candidate.chars().count() / 3).then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_a_near_word_and_lists_far_ones() {
        assert_eq!(
            suggest("peroid", ["period", "place"]),
            "did you mean `period`?"
        );
        assert_eq!(
            suggest("xyz", ["period", "place"]),
            "expected one of `period`, `place`"
        );
    }

    #[test]
    fn words_are_found_where_a_folded_line_parts_them_and_where_they_come_again() {
        let text = "a: >-\n  甲县12\n  个村，乙县12个村";
        let mut findings =
            vec![Finding::error(Code::UnboundNumber, Span::new(FileId(0), 3, text.len()), "",); 2];
        for (before, finding) in findings.iter_mut().enumerate() {
            finding.focus = Some(Focus {
                words: "12个村".to_owned(),
                before,
            });
        }
        focus(&mut findings, |_| text);
        let found: Vec<&str> = findings
            .iter()
            .map(|finding| &text[finding.span.start()..finding.span.end()])
            .collect();
        assert_eq!(found, ["12\n  个村", "12个村"]);
    }

    #[test]
    fn code_names_are_what_serde_writes() {
        for code in [
            Code::NotUtf8,
            Code::YamlSyntax,
            Code::UnboundNumber,
            Code::TemplateOutput,
        ] {
            assert_eq!(serde_json::to_value(code).unwrap(), code.name());
        }
    }
}
