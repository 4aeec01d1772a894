//! Elements and what they hold.

use std::borrow::Cow;

use quick_xml::escape::{escape, partial_escape, unescape};

/// An element. Names carry their prefix as written: the formats read here use fixed prefixes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// `w:p`
    pub name: String,
    /// In the order of the file.
    pub attributes: Vec<Attribute>,
    /// In the order of the file.
    pub children: Vec<Node>,
    /// Whether an element without children is written `<a></a>` instead of `<a/>`.
    pub(super) open: bool,
}

/// An attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// `w:val`
    pub name: String,
    /// The value as written, with its escapes.
    pub(super) escaped: String,
    /// Whether the value stands between `'`.
    pub(super) single: bool,
}

/// What an element holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text as written, with its escapes.
    Text(String),
    /// The text of a `<![CDATA[…]]>`.
    CData(String),
    /// A declaration, comment or processing instruction, complete.
    Other(String),
}

impl Element {
    /// An element without attributes and children.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// Sets an attribute and returns the element.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    /// Appends a child element and returns the element.
    #[must_use]
    pub fn with_child(mut self, child: Self) -> Self {
        self.push(child);
        self
    }

    /// Appends text and returns the element.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        let escaped = partial_escape(text).into_owned();
        self.children.push(Node::Text(escaped));
        self
    }

    /// The value of an attribute, unescaped.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let attribute = self.attributes.iter().find(|item| item.name == name)?;
        Some(plain(&attribute.escaped))
    }

    /// Sets an attribute, in its place if it is there, else behind the others.
    pub fn set(&mut self, name: &str, value: &str) {
        let escaped = escape(value).into_owned();
        match self.attributes.iter_mut().find(|item| item.name == name) {
            Some(attribute) => attribute.escaped = escaped,
            None => self.attributes.push(Attribute {
                name: name.to_owned(),
                escaped,
                single: false,
            }),
        }
    }

    /// Removes an attribute.
    pub fn remove(&mut self, name: &str) {
        self.attributes.retain(|item| item.name != name);
    }

    /// The child elements.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(Node::as_element)
    }

    /// The child elements, to be changed.
    pub fn elements_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(Node::as_element_mut)
    }

    /// The first child element of a name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|child| child.name == name)
    }

    /// The first child element of a name, to be changed.
    pub fn child_mut(&mut self, name: &str) -> Option<&mut Self> {
        self.elements_mut().find(|child| child.name == name)
    }

    /// The first child element of a name, put in as the first child if there is none.
    pub fn child_or_first(&mut self, name: &str) -> &mut Self {
        if self.child(name).is_none() {
            self.children.insert(0, Node::Element(Self::new(name)));
        }
        self.child_mut(name)
            .expect("invariant: the child was just put in")
    }

    /// Removes the child elements that `wanted` refuses.
    pub fn retain_elements(&mut self, mut wanted: impl FnMut(&Self) -> bool) {
        self.children.retain(|node| match node {
            Node::Element(element) => wanted(element),
            Node::Text(_) | Node::CData(_) | Node::Other(_) => true,
        });
    }

    /// Appends a child element.
    pub fn push(&mut self, child: Self) {
        self.children.push(Node::Element(child));
    }

    /// All elements below this one and itself, in the order of the file.
    pub fn descendants(&self) -> Vec<&Self> {
        let mut found = vec![self];
        for child in self.elements() {
            found.extend(child.descendants());
        }
        found
    }

    /// Calls `change` on this element and then on all below it, in the order of the file.
    pub fn visit_mut(&mut self, change: &mut impl FnMut(&mut Self)) {
        change(self);
        for child in self.elements_mut() {
            child.visit_mut(change);
        }
    }

    /// The text directly in this element, unescaped.
    pub fn text(&self) -> String {
        let texts = self.children.iter().map(|node| match node {
            Node::Text(escaped) => plain(escaped),
            Node::CData(text) => Cow::Borrowed(text.as_str()),
            Node::Element(_) | Node::Other(_) => Cow::Borrowed(""),
        });
        texts.collect()
    }
}

impl Node {
    /// The element, if this is one.
    pub fn as_element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) | Self::CData(_) | Self::Other(_) => None,
        }
    }

    /// The element to be changed, if this is one.
    pub fn as_element_mut(&mut self) -> Option<&mut Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) | Self::CData(_) | Self::Other(_) => None,
        }
    }
}

/// Unescapes; an entity that XML does not know stays as it is written.
fn plain(escaped: &str) -> Cow<'_, str> {
    unescape(escaped).unwrap_or(Cow::Borrowed(escaped))
}
