//! What templates see.
//!
//! Plain text fields are inserted with `{{field}}`; fields of type [`Markdown`] hold prose with bound numbers and are
//! inserted with `{{prose field}}`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Markdown;

/// View of `county.md.hbs`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CountyView {
    /// Id of the report, the first part of every block id.
    pub report: String,
    /// 兴县
    pub county: String,
    /// 吕梁市
    pub city: String,
    /// 提要
    pub summary: Markdown,
    /// 基本情况; none without statements.
    pub background: Option<Markdown>,
    /// Initiatives by theme.
    pub themes: Vec<ThemeView>,
    /// Whether townships and villages are told in one sentence each.
    pub brief: bool,
    /// What came of initiatives, in the order of the themes.
    pub results: Vec<InitiativeView>,
    /// Ids of the county's charts.
    pub charts: Vec<String>,
    /// Whether there are figures of the county itself.
    pub county_figures: bool,
    /// Whether there are figures of townships, villages and others.
    pub local_figures: bool,
    /// Whether there are doubts that readers must know.
    pub doubts: bool,
    /// Names of themes that the material says nothing of, joined; none when there is none.
    pub absent: Option<String>,
}

/// A theme with its initiatives.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ThemeView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// At least one.
    pub initiatives: Vec<InitiativeView>,
}

/// View of `partials/initiative.md.hbs`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InitiativeView {
    /// Id of the report.
    pub report: String,
    /// Id.
    pub id: String,
    /// Name.
    pub name: Markdown,
    /// Whether its name is a heading of its own; otherwise it is run in.
    pub heading: bool,
    /// Who carries it, when it is not the county and the name does not say so: 魏家滩镇.
    pub place: Option<String>,
    /// Conditions and practice, or what came of it.
    pub text: Markdown,
}

/// View of `partials/doubt.md.hbs`: a doubt that readers must know.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DoubtView {
    /// The figure's name; none for doubts about the text.
    pub name: Option<Markdown>,
    /// The figure as printed, when a declared relation does not hold.
    pub printed: Option<Markdown>,
    /// The numbers it should follow from, `178/210`.
    pub formula: Option<Markdown>,
    /// What they give.
    pub computed: Option<Markdown>,
    /// What is doubtful, in words.
    pub note: Option<Markdown>,
    /// `as-printed`, `left-out`, `first-copy` or `usual-name`.
    pub treatment: String,
}

/// View of `partials/reason.md.hbs`: why values may not be compared, or only with care.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReasonView {
    /// `agree` where nothing speaks against comparing, or one of `definition unit scope change changes target targets
    /// scheme-parts periods period-lengths open-period flow-without-period years-apart no-period inexact range
    /// lower-bound upper-bound no-number doubtful minor-doubt left-out latest only`; each needs words.
    pub code: String,
    /// The counties it concerns, joined by 、; none where it concerns all or the only one that the sentence names.
    pub counties: Option<String>,
    /// How the definition departs, for `definition`.
    pub detail: Option<Markdown>,
    /// How far apart, for `years-apart`.
    pub years: Option<Markdown>,
    /// The unit that counts something else, without 万 and 亿, for `unit`; none where the text gives none.
    pub unit: Option<String>,
    /// The places that alone have values, joined by 、, for `scope`.
    pub places: Option<String>,
    /// The kind of doubt, for `doubtful`: `ratio-mismatch`, `unclear` …
    pub doubt: Option<String>,
}

/// View of `comparison.md.hbs`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ComparisonView {
    /// Id of the report.
    pub report: String,
    /// The time that the material speaks of, from first to last: 2018年至2025年.
    pub span: String,
    /// Each county with the time its material speaks of.
    pub counties: Vec<SpanView>,
    /// Names of the indicators whose values may be compared without caveats, joined.
    pub comparable: Option<String>,
    /// Names of the indicators whose values may be compared with caveats, joined.
    pub caveats: Option<String>,
    /// Names of the indicators whose values look comparable and are not, joined.
    pub refused: Option<String>,
    /// Whether there are key facts for the first page.
    pub facts: bool,
    /// Whether several counties have values for any indicator.
    pub indicators: bool,
    /// Indicators whose values are also shown per denominator.
    pub relative: Vec<RelativeView>,
    /// Values that only one county has.
    pub only: Vec<OnlyView>,
    /// Themes with each county's approach.
    pub themes: Vec<ThemeComparisonView>,
    /// Indicators whose values look comparable and are not.
    pub lookalikes: Vec<LookalikeView>,
    /// Themes that every county reports at county level, joined.
    pub common: Option<String>,
    /// Themes that a single county reports.
    pub single: Vec<SingleView>,
    /// Initiatives of several counties worth studying side by side.
    pub studies: Vec<StudyView>,
    /// Themes that each county's material says nothing of.
    pub absent: Vec<SingleView>,
}

/// Values that only this county has.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OnlyView {
    /// Id of the county.
    pub id: String,
    /// Name of the county.
    pub county: String,
    /// Indicators with their values, joined.
    pub values: Markdown,
}

/// An indicator whose values are also shown per denominator.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RelativeView {
    /// Id of the indicator.
    pub id: String,
    /// Name.
    pub name: String,
    /// Name of the denominator.
    pub per: String,
    /// The unit, 名/个; none where both are counted alike.
    pub unit: Option<String>,
    /// Each county's quotient with formula and time.
    pub values: Markdown,
}

/// A county and the time its material speaks of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SpanView {
    /// Name of the county.
    pub county: String,
    /// 2021年至2022年5月
    pub span: String,
}

/// A theme and how each county goes about it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ThemeComparisonView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// One per county that reports on it.
    pub approaches: Vec<ApproachView>,
    /// Names of the counties that do not, joined; none when all do.
    pub absent: Option<String>,
}

/// How a county goes about a theme.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ApproachView {
    /// Id of the county.
    pub id: String,
    /// Name of the county.
    pub county: String,
    /// What it does, sentence by sentence.
    pub text: Markdown,
    /// Names of its further initiatives, joined.
    pub further: Option<Markdown>,
    /// Names of its initiatives when all of them are told under other themes, joined.
    pub elsewhere: Option<Markdown>,
}

/// An indicator whose values look comparable and are not.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LookalikeView {
    /// Id of the indicator.
    pub id: String,
    /// Name.
    pub name: Markdown,
    /// Each county's value.
    pub values: Markdown,
    /// Why they may not be compared.
    pub reasons: Markdown,
}

/// A county and names of themes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SingleView {
    /// Id of the county.
    pub id: String,
    /// Name of the county.
    pub county: String,
    /// Names of themes, joined.
    pub themes: String,
}

/// Initiatives of several counties on one theme.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StudyView {
    /// Id of the theme.
    pub id: String,
    /// Name of the theme.
    pub theme: String,
    /// 兴县的…与闻喜县的…
    pub initiatives: Markdown,
}
