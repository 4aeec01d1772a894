//! The ids that a county file declares itself.

use std::collections::BTreeSet;

use super::reader::{Reference, Target};
use crate::{model::PlaceId, span::Spanned};

/// Ids of places, and of figures and derived numbers.
#[derive(Debug)]
pub(super) struct Own {
    pub(super) places: BTreeSet<String>,
    pub(super) numbers: BTreeSet<String>,
}

impl Own {
    /// Those among all ids of the file, and among the ids of entries that were taken for a part of the one before them.
    pub(super) fn of(ids: &[Spanned<String>], lost: &[String]) -> Self {
        let of_kind = |kind| {
            let ids = ids.iter().filter_map(move |id| {
                let (of, id) = id.value.split_once('/')?;
                (of == kind).then_some(id)
            });
            let all = ids.chain(lost.iter().map(String::as_str));
            all.map(str::to_owned).collect()
        };
        Self {
            places: of_kind("place"),
            numbers: of_kind("number"),
        }
    }

    /// Whether a reference leads to one of them.
    pub(super) fn answers(&self, reference: &Reference) -> bool {
        let id = &reference.id;
        match reference.target {
            Target::Place => id == PlaceId::COUNTY || self.places.contains(id.as_str()),
            Target::Number => self.numbers.contains(id.as_str()),
            Target::Theme
            | Target::Indicator
            | Target::Source
            | Target::Term
            | Target::County
            | Target::SeenIn => false,
        }
    }
}
