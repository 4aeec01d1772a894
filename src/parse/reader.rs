//! What the readers of single files share: a decoder that also notes ids and references.

use std::{fmt::Display, str::FromStr};

use compact_str::{CompactString, ToCompactString};

use crate::{
    diagnostic::{Code, Finding, Focus},
    model::{Prose, Qualifier, Segment, parse_decimal},
    span::{Span, Spanned},
    yaml::{Decoder, Fields, Node},
};

/// A mention of something that must be declared elsewhere.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) target: Target,
    pub(super) id: CompactString,
    pub(super) span: Span,
    /// Which words of a longer text the reference is.
    pub(super) focus: Option<Focus>,
}

/// What a reference leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Theme,
    Indicator,
    Place,
    Source,
    Term,
    /// A figure or derived number of the same county.
    Number,
    County,
    /// A county that a term was seen in: it may have left the workspace.
    SeenIn,
}

/// Reads values of one file.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) decoder: Decoder,
    pub(super) references: Vec<Reference>,
    /// All prose, where somebody asks for it.
    pub(super) prose: Option<Vec<Prose>>,
    pub(super) ids: Vec<Spanned<String>>,
    /// Whether some figures could not be read.
    pub(super) figures_lost: bool,
    /// What is declared in lists that could not be read.
    pub(super) unread: Vec<Target>,
}

/// Reads the entries of a list, with room for no more than there are: a list that grows as it is read keeps room for four
/// and more, and a country has a million lists of one.
pub(super) fn all<'n, T>(
    entries: &'n [Node<'n>],
    read: impl FnMut(&'n Node<'n>) -> Option<T>,
) -> Vec<T> {
    let mut all = Vec::with_capacity(entries.len());
    all.extend(entries.iter().filter_map(read));
    all
}

impl Reader {
    /// Reads a required value through its own grammar.
    pub(super) fn need<T: FromStr<Err = String>>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
    ) -> Option<Spanned<T>> {
        let node = fields.need(&mut self.decoder, key)?;
        self.decoder.parsed(node, Code::WrongType, str::parse)
    }

    /// Reads an optional value through its own grammar.
    pub(super) fn take<T: FromStr<Err = String>>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
    ) -> Option<Spanned<T>> {
        let node = fields.take(key)?;
        self.decoder.parsed(node, Code::WrongType, str::parse)
    }

    /// Reads the id that something of the county gets, to be unique among its kind.
    pub(super) fn own_id<T: FromStr<Err = String> + Display>(
        &mut self,
        fields: &mut Fields<'_>,
        kind: &str,
    ) -> Option<T> {
        let id = self.need::<T>(fields, "id")?;
        let name = format!("{kind}/{}", id.value);
        self.ids.push(Spanned::new(name, id.span));
        Some(id.value)
    }

    /// Reads a required reference.
    pub(super) fn need_reference<T: FromStr<Err = String> + Display>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        target: Target,
    ) -> Option<T> {
        let node = fields.need(&mut self.decoder, key)?;
        self.reference(node, target)
    }

    /// Reads an optional reference.
    pub(super) fn take_reference<T: FromStr<Err = String> + Display>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        target: Target,
    ) -> Option<T> {
        let node = fields.take(key)?;
        self.reference(node, target)
    }

    /// Reads a reference.
    pub(super) fn reference<T: FromStr<Err = String> + Display>(
        &mut self,
        node: &Node,
        target: Target,
    ) -> Option<T> {
        let id = self
            .decoder
            .parsed::<T>(node, Code::WrongType, str::parse)?;
        self.references.push(Reference {
            target,
            id: id.value.to_compact_string(),
            span: id.span,
            focus: None,
        });
        Some(id.value)
    }

    /// Reads a list of references.
    pub(super) fn references<T: FromStr<Err = String> + Display>(
        &mut self,
        node: Option<&Node>,
        target: Target,
    ) -> Vec<T> {
        let items = self.decoder.list(node);
        all(items, |item| self.reference(item, target))
    }

    /// Reads prose and notes the figures it mentions.
    pub(super) fn prose(&mut self, node: &Node) -> Option<Prose> {
        let text = self.decoder.text(node)?;
        match Prose::parse(&text.value, text.span) {
            Ok(prose) => {
                let written = prose.written();
                for (at, segment) in prose.places() {
                    if let Segment::Figure(reference) = segment {
                        let id = reference.figure.as_str();
                        self.references.push(Reference {
                            target: Target::Number,
                            id: id.into(),
                            span: prose.span,
                            focus: Some(Focus::at(written, at + '{'.len_utf8(), id)),
                        });
                    }
                }
                if let Some(all) = &mut self.prose {
                    all.push(prose.clone());
                }
                Some(prose)
            }
            Err(expected) => {
                let finding =
                    Finding::error(Code::UnknownFigure, text.span, "broken reference in prose");
                self.decoder.findings.push(finding.with_help(expected));
                None
            }
        }
    }

    /// Reads required prose.
    pub(super) fn need_prose(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
    ) -> Option<Prose> {
        let node = fields.need(&mut self.decoder, key)?;
        self.prose(node)
    }

    /// Reads optional prose.
    pub(super) fn take_prose(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
    ) -> Option<Prose> {
        let node = fields.take(key)?;
        self.prose(node)
    }

    /// Reads one of a closed set of words; without the key, `default`.
    pub(super) fn word_or<T: Copy>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        known: &[(&str, T)],
        default: T,
    ) -> Option<T> {
        match fields.take(key) {
            None => Some(default),
            Some(node) => self.decoder.word(node, known),
        }
    }

    /// Reads a required word of a closed set.
    pub(super) fn need_word<T: Copy>(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        known: &[(&str, T)],
    ) -> Option<T> {
        let node = fields.need(&mut self.decoder, key)?;
        self.decoder.word(node, known)
    }

    /// Reads value, range, unit, qualifier and wording of a quantity.
    pub(super) fn quantity(&mut self, fields: &mut Fields<'_>) -> Option<crate::model::Quantity> {
        let decimal =
            |reader: &mut Self, node| reader.decoder.parsed(node, Code::WrongType, parse_decimal);
        let value_node = fields.take("value");
        let value = value_node.and_then(|node| decimal(self, node));
        let max_node = fields.take("value_max");
        let max = max_node.and_then(|node| decimal(self, node));
        let unit_node = fields.take("unit");
        let unit =
            unit_node.and_then(|node| self.decoder.parsed(node, Code::UnknownUnit, str::parse));
        let qualifier = self.word_or(fields, "qualifier", &Qualifier::WORDS, Qualifier::Exact)?;
        let wording = fields
            .take_text(&mut self.decoder, "wording")
            .map(|text| text.value);
        let complete = value_node.is_some() == value.is_some()
            && max_node.is_some() == max.is_some()
            && unit_node.is_some() == unit.is_some();
        if value.is_none() && wording.is_none() && complete {
            let finding = Finding::error(
                Code::MissingKey,
                fields.start(),
                "this number has neither `value` nor `wording`",
            )
            .with_help("where the text gives no number (数十名), say how to print it in `wording`");
            self.decoder.findings.push(finding);
            return None;
        }
        if (qualifier == Qualifier::Range) != max_node.is_some() && complete {
            let keys = fields.places();
            let finding = Finding::error(
                Code::MissingKey,
                keys.first_of(&["value_max", "qualifier"]),
                "`qualifier: range` and `value_max` belong together",
            )
            .with_help("give both or neither");
            self.decoder.findings.push(finding);
        }
        complete.then(|| crate::model::Quantity {
            value: value.map(|spanned| spanned.value),
            max: max.map(|spanned| spanned.value),
            unit: unit.map(|spanned| spanned.value),
            qualifier,
            wording,
        })
    }
}
