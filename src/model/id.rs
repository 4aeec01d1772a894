//! Ids: lower-case ASCII words joined by hyphens.

use std::{fmt, str::FromStr};

use compact_str::CompactString;
use serde::Serialize;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(CompactString);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                check(text).map(|()| Self(text.into()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A county, `xingxian`.
    CountyId
    /// A derived number of a county.
    DerivedId
    /// A figure of a county, `admin-villages`.
    FigureId
    /// An indicator of the shared vocabulary.
    IndicatorId
    /// An initiative of a county.
    InitiativeId
    /// A place or organisation of a county; `county` is the county itself.
    PlaceId
    /// A source text.
    SourceId
    /// A fixed formulation or scheme name.
    TermId
    /// A theme.
    ThemeId
}

impl PlaceId {
    /// The county itself.
    pub const COUNTY: &str = "county";
}

fn check(text: &str) -> Result<(), String> {
    let letter = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let mut words = text.as_bytes().split(|byte| *byte == b'-');
    if words.all(|word| !word.is_empty() && word.iter().all(letter)) {
        Ok(())
    } else {
        Err(
            "expected an id of lower-case ASCII words joined by hyphens, like `one-stop-centres`"
                .to_owned(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words() {
        assert!("area-500".parse::<FigureId>().is_ok());
        for bad in ["", "Area", "a--b", "-a", "面积", "a_b"] {
            assert!(bad.parse::<FigureId>().is_err(), "{bad}");
        }
    }
}
