//! Which of a county's figures answers an indicator.

use crate::model::{County, Figure, Indicator, PlaceId};

/// What a county reports on an indicator.
#[derive(Debug, Clone)]
pub struct Answer<'m> {
    /// The county.
    pub county: &'m County,
    /// The figure that stands for the whole county; none where there is none that may be used.
    pub figure: Option<&'m Figure>,
    /// Figures like it for other times, the latest first.
    pub others: Vec<&'m Figure>,
    /// Figures of places within the county, one per place, where nothing stands for the whole.
    pub local: Vec<&'m Figure>,
    /// The figure of the whole county that is left out for a doubt, where nothing else stands for it.
    pub left_out: Option<&'m Figure>,
}

impl<'m> Answer<'m> {
    /// Looks through a county's figures: a result before a target, a level before a change, the latest of several. What is
    /// told of one township or village never stands for the county, what is left out for a doubt for nothing.
    pub(super) fn of(county: &'m County, indicator: &Indicator) -> Self {
        let answers = county
            .figures
            .iter()
            .filter(|figure| figure.indicator.as_ref() == Some(&indicator.id));
        let (whole, local): (Vec<_>, Vec<_>) =
            answers.partition(|figure| figure.subject.as_str() == PlaceId::COUNTY);
        let (left_out, whole): (Vec<_>, Vec<_>) =
            whole.into_iter().partition(|figure| figure.left_out());
        let figure = best(&whole);
        let mut others: Vec<&Figure> = whole
            .into_iter()
            .filter(|other| figure.is_some_and(|used| is_of_another_time(other, used)))
            .collect();
        others.sort_by_key(|other| std::cmp::Reverse(rank(other)));
        let local = if figure.is_none() {
            per_place(&local)
        } else {
            Vec::new()
        };
        Self {
            county,
            figure,
            others,
            local,
            left_out: if figure.is_none() {
                best(&left_out)
            } else {
                None
            },
        }
    }

    /// Whether anything may be printed, of the whole or of a part.
    pub fn reports(&self) -> bool {
        self.figure.is_some() || !self.local.is_empty()
    }
}

fn rank(figure: &Figure) -> impl Ord + use<> {
    let time = figure.period.map(|period| period.recency());
    (!figure.target, !figure.change, time)
}

fn best<'m>(figures: &[&'m Figure]) -> Option<&'m Figure> {
    figures.iter().copied().max_by_key(|figure| rank(figure))
}

fn is_of_another_time(other: &Figure, used: &Figure) -> bool {
    (other.target, other.change) == (used.target, used.change) && other.period != used.period
}

/// The best figure of each place, the places in the order of the data.
fn per_place<'m>(figures: &[&'m Figure]) -> Vec<&'m Figure> {
    let mut places: Vec<&PlaceId> = Vec::new();
    for figure in figures.iter().filter(|figure| !figure.left_out()) {
        if !places.contains(&&figure.subject) {
            places.push(&figure.subject);
        }
    }
    let of_place = |place: &PlaceId| {
        let own = figures
            .iter()
            .copied()
            .filter(|figure| figure.subject == *place && !figure.left_out());
        best(&own.collect::<Vec<_>>())
    };
    places.into_iter().filter_map(of_place).collect()
}
