//! What counties do, theme by theme: names of practices, means, results and what is counted.
//!
//! All phrases are invented. None holds a numeral that states an amount: amounts come from figures.

mod burden;
mod cadres;
mod centres;
mod community;
mod economy;
mod environment;
mod grid;
mod industry;
mod mechanism;
mod mediation;
mod members;
mod organisation;

/// A theme with its phrases.
#[derive(Debug)]
pub(crate) struct Theme {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) scope: &'static str,
    /// Names of practices of a county, at most fourteen characters.
    pub(crate) names: &'static [&'static str],
    /// The same behind the name of a village: 议事亭.
    pub(crate) local: &'static [&'static str],
    /// What is done, behind whoever does it.
    pub(crate) means: &'static [&'static str],
    /// How a paper puts it.
    pub(crate) news: &'static [&'static str],
    /// What came of it.
    pub(crate) results: &'static [&'static str],
    pub(crate) measures: &'static [Measure],
}

/// Something that is counted.
#[derive(Debug)]
pub(crate) struct Measure {
    pub(crate) slug: &'static str,
    /// 建成
    pub(crate) verb: &'static str,
    /// 党群服务中心
    pub(crate) noun: &'static str,
    pub(crate) unit: &'static str,
    /// Usual values, in the last decimal.
    pub(crate) low: u64,
    pub(crate) high: u64,
    pub(crate) decimals: usize,
    pub(crate) indicator: Option<&'static str>,
    /// What it may be made up of.
    pub(crate) parts: &'static [&'static str],
}

/// A whole number of things or persons.
const fn count(
    slug: &'static str,
    verb: &'static str,
    noun: &'static str,
    unit: &'static str,
    (low, high): (u64, u64),
    parts: &'static [&'static str],
) -> Measure {
    Measure {
        slug,
        verb,
        noun,
        unit,
        low,
        high,
        decimals: 0,
        indicator: None,
        parts,
    }
}

impl Measure {
    /// Values have decimals: 2307.02万元.
    const fn with_decimals(mut self, decimals: usize) -> Self {
        self.decimals = decimals;
        self
    }

    /// Whether it is counted one by one, not rounded to thousands or decimals.
    pub(crate) fn is_counted(&self) -> bool {
        self.decimals == 0 && !self.unit.starts_with('万')
    }

    /// Values of the county answer to this indicator.
    const fn answers(mut self, indicator: &'static str) -> Self {
        self.indicator = Some(indicator);
        self
    }
}

/// All themes in printing order.
pub(crate) const ALL: [&Theme; 12] = [
    &mechanism::THEME,
    &organisation::THEME,
    &cadres::THEME,
    &members::THEME,
    &centres::THEME,
    &grid::THEME,
    &community::THEME,
    &mediation::THEME,
    &burden::THEME,
    &economy::THEME,
    &industry::THEME,
    &environment::THEME,
];
