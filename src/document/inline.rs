//! A run of text with one meaning.

use serde::Serialize;

/// A run of text that has one role and one weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inline {
    /// The characters as printed, including qualifier and unit of a figure.
    pub text: String,
    /// What the text is.
    #[serde(flatten)]
    pub role: Role,
    /// Whether it is set in the emphasis face (黑体; the standard knows no bold).
    pub strong: bool,
}

/// What a run of text is: wording, a bound number, or a number exempt from binding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "role", rename_all = "kebab-case")]
pub enum Role {
    /// Wording without a number.
    Plain,
    /// A figure of the data, `county/figure-id`.
    Figure {
        /// The figure's full id.
        id: String,
    },
    /// A number computed from figures, `county/derived-id` or a computed id.
    Derived {
        /// The derived number's full id.
        id: String,
        /// The computation as it can be printed, `369−224`.
        formula: String,
    },
    /// A date or period.
    Date,
    /// A declared name or fixed formulation that holds a number.
    Name {
        /// The term's id, or what kind of name it is.
        id: String,
    },
    /// A number that counts the parts of the paper itself: 表1, 第2期, （一）, line numbers of a source.
    Numbering,
    /// The mark of a source in a table, `[1]`; links to the item of that id in the list of sources.
    Source {
        /// Block id and item id of the source, `sources/xingxian-web`.
        target: String,
    },
    /// The mark of a doubt, `※1`; links to the item that explains it.
    Doubt {
        /// Block id and item id of the explanation.
        target: String,
    },
}

impl Role {
    /// The full id of the figure or derived number that a run of this role is bound to.
    pub fn bound_to(&self) -> Option<&str> {
        match self {
            Self::Figure { id } | Self::Derived { id, .. } => Some(id),
            Self::Plain
            | Self::Date
            | Self::Name { .. }
            | Self::Numbering
            | Self::Source { .. }
            | Self::Doubt { .. } => None,
        }
    }
}

impl Inline {
    /// Wording without a number.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Role::Plain)
    }

    /// A run of any role, not emphasised.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            strong: false,
        }
    }
}

/// Returns the characters of a line without roles.
pub fn plain_text(line: &[Inline]) -> String {
    line.iter().map(|inline| inline.text.as_str()).collect()
}
