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
    /// Whether it is an example in a frame, told with what came of it.
    pub case: bool,
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
    /// Whether any of them may be drawn.
    pub chart: bool,
    /// Indicators whose values are also shown per denominator.
    pub relative: Vec<RelativeView>,
    /// Themes with each county's approach.
    pub themes: Vec<ThemeComparisonView>,
    /// Indicators whose values look comparable and are not.
    pub lookalikes: Vec<LookalikeView>,
    /// Themes that every county reports at county level, joined.
    pub common: Option<String>,
    /// Themes that a single county reports.
    pub single: Vec<SingleView>,
    /// What is concluded of the counties' ways of working.
    pub conclusions: ConclusionsView,
    /// Whether there is a table of what happened when.
    pub timeline: bool,
    /// Themes that each county's material says nothing of.
    pub absent: Vec<SingleView>,
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
    /// Ways that several counties go.
    pub ways: Vec<WayView>,
    /// What each county does beside them.
    pub own: Vec<OwnView>,
}

/// View of `partials/way.md.hbs`: a way of going about a theme that several counties share.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WayView {
    /// Id of the report.
    pub report: String,
    /// Id of the theme.
    pub theme: String,
    /// The word of what they work through.
    pub id: String,
    /// What they work through: 协议与承诺
    pub carrier: String,
    /// Names of the counties, joined.
    pub counties: String,
    /// The first counties, each told in a sentence.
    pub members: Vec<MemberView>,
    /// The other counties, each with the names of its initiatives.
    pub further: Vec<ToldView>,
    /// What all of them have alike, two facets at most.
    pub sides: Vec<SideView>,
}

/// A county that goes a shared way.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MemberView {
    /// Name of the county.
    pub county: String,
    /// What its first initiative is, in a sentence that begins with the county's name.
    pub text: Markdown,
    /// Names of its further initiatives of this way, joined.
    pub further: Option<Markdown>,
}

/// A facet that all counties of a way have alike.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SideView {
    /// Name of the facet: 检查办法
    pub facet: String,
    /// What they have, joined.
    pub same: String,
}

/// A county and what is told of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ToldView {
    /// Name of the county.
    pub county: String,
    /// What it has or does, joined.
    pub means: Markdown,
}

/// What a county does on a theme by itself.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OwnView {
    /// Id of the county.
    pub id: String,
    /// Name of the county.
    pub county: String,
    /// What the initiatives that are told work through, joined; none where the data do not say.
    pub carriers: Option<String>,
    /// What it does, sentence by sentence.
    pub text: Markdown,
    /// Names of its further initiatives, joined.
    pub further: Option<Markdown>,
}

/// What is concluded across counties.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConclusionsView {
    /// What most counties have in common, for 提要, joined; none without any.
    pub in_summary: Option<String>,
    /// What several counties have in common, that of most counties first.
    pub shared: Vec<ConclusionView>,
    /// Themes on which all who report work through different things.
    pub different: Vec<ConclusionView>,
    /// Shared ways of which a facet is told differently, one per theme.
    pub studies: Vec<ConclusionView>,
    /// What each county does alone.
    pub only: Vec<OnlyWaysView>,
    /// What nobody's text tells, by facet.
    pub untold: Vec<UntoldView>,
}

/// A conclusion of several initiatives.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConclusionView {
    /// Id of the theme, with the words of what is shared where it is.
    pub id: String,
    /// Name of the theme.
    pub theme: String,
    /// What they all do, 建设阵地; none where they do different things.
    pub carrier: Option<String>,
    /// The facet that they are compared by, or have in common besides; none where what they have in common is also a carrier.
    pub facet: Option<String>,
    /// What they have in common besides the carrier, joined; none unless they have.
    pub common: Option<String>,
    /// Names of all counties it stands on, joined.
    pub counties: String,
    /// The counties of which the facet is told; all where there is none.
    pub users: Vec<UserView>,
    /// Names of the counties of which it is not told, joined.
    pub silent: Option<String>,
}

/// A county that a conclusion stands on.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UserView {
    /// Name of the county.
    pub county: String,
    /// Names of its initiatives, joined.
    pub names: Markdown,
    /// What the facet is there, or what they mainly work through, joined.
    pub means: String,
}

/// What a county does alone at county level.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OnlyWaysView {
    /// Id of the county.
    pub id: String,
    /// Name of the county.
    pub county: String,
    /// Names of initiatives, joined.
    pub names: Markdown,
}

/// Facets that nobody's text tells on some themes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UntoldView {
    /// Key of the first facet.
    pub id: String,
    /// Names of the facets, joined.
    pub facet: String,
    /// Names of the themes, joined; none where they are most of them.
    pub themes: Option<String>,
    /// Then the names of the others, joined; none where it is on all themes.
    pub except: Option<String>,
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

/// View of `digest.md.hbs`. What there was no room for on the page is not in it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DigestView {
    /// Id of the report.
    pub report: String,
    /// The time that the material speaks of, from first to last.
    pub span: String,
    /// The initiatives that each county's text tells most of, joined.
    pub counties: Option<Markdown>,
    /// Indicators with their values and whether these may be compared, joined.
    pub values: Option<Markdown>,
    /// Ways that several counties share, joined.
    pub shared: Option<Markdown>,
    /// What they do differently in the same way, joined.
    pub studies: Option<Markdown>,
    /// Names of the indicators whose values look comparable and are not, joined.
    pub refused: Option<Markdown>,
    /// Themes that each county's material says nothing of, joined.
    pub absent: Option<Markdown>,
    /// Title of the comparison that the page is of.
    pub comparison: String,
}
