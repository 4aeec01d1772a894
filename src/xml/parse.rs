//! Text to tree.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use thiserror::Error;

use super::{Attribute, Element, Node, Tree};

/// How deep elements may be nested; Word's own files stay below 60.
pub const MAX_DEPTH: usize = 200;

/// Why a text is no XML that can be worked with.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum XmlError {
    /// The text is not well-formed.
    #[error("not well-formed XML at byte {at}: {reason}")]
    Malformed {
        /// Offset in bytes.
        at: u64,
        /// What the parser says.
        reason: String,
    },
    /// Elements are nested too deeply.
    #[error("elements are nested more than {MAX_DEPTH} deep at byte {at}")]
    TooDeep {
        /// Offset in bytes.
        at: u64,
    },
    /// The text declares a document type, which office formats forbid.
    #[error("found a document type declaration, which office formats do not allow")]
    DocumentType,
    /// The text is not UTF-8.
    #[error("not UTF-8: {0}")]
    Encoding(#[from] std::str::Utf8Error),
}

impl Tree {
    /// Reads a part. A byte order mark is dropped.
    ///
    /// # Errors
    /// See [`XmlError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, XmlError> {
        let text = std::str::from_utf8(bytes)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader::from_str(text);
        let mut builder = Builder::default();
        loop {
            let at = reader.buffer_position();
            let malformed = |reason: String| XmlError::Malformed { at, reason };
            let event = reader
                .read_event()
                .map_err(|error| malformed(error.to_string()))?;
            match event {
                Event::Start(tag) => builder.start(element(&tag).map_err(malformed)?, at)?,
                Event::Empty(tag) => builder.push(Node::Element(element(&tag).map_err(malformed)?)),
                Event::End(_) => builder.end(),
                Event::Text(text) => builder.text(&text),
                Event::GeneralRef(name) => builder.text(&format!("&{};", &*name)),
                Event::CData(text) => builder.push(Node::CData(text.into_inner().into_owned())),
                Event::Comment(text) => builder.push(Node::Other(format!("<!--{}-->", &*text))),
                Event::Decl(text) => builder.push(Node::Other(format!("<?{}?>", &*text))),
                Event::PI(text) => builder.push(Node::Other(format!("<?{}?>", &*text))),
                Event::DocType(_) => return Err(XmlError::DocumentType),
                Event::Eof => break,
            }
        }
        let at = reader.buffer_position();
        builder.finish().map_err(|reason| XmlError::Malformed {
            at,
            reason: reason.to_owned(),
        })
    }
}

impl Element {
    /// Reads one element from a text of our own.
    ///
    /// # Panics
    /// If the text is no element: a mistake in the program.
    pub fn literal(text: &str) -> Self {
        let tree = Tree::parse(text.as_bytes()).expect("invariant: the literal is an element");
        tree.root
    }
}

fn element(tag: &BytesStart<'_>) -> Result<Element, String> {
    let mut element = Element::new(tag.name().as_ref());
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let escaped = attribute.value.into_owned();
        element.attributes.push(Attribute {
            name: attribute.key.as_ref().to_owned(),
            single: escaped.contains('"'),
            escaped,
        });
    }
    Ok(element)
}

/// The open elements, outermost first, above the list of nodes at the top level.
#[derive(Default)]
struct Builder {
    top: Vec<Node>,
    open: Vec<Element>,
}

impl Builder {
    fn start(&mut self, mut element: Element, at: u64) -> Result<(), XmlError> {
        if self.open.len() == MAX_DEPTH {
            return Err(XmlError::TooDeep { at });
        }
        element.open = true;
        self.open.push(element);
        Ok(())
    }

    fn end(&mut self) {
        if let Some(element) = self.open.pop() {
            self.push(Node::Element(element));
        }
    }

    fn push(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => self.top.push(node),
        }
    }

    /// Joins what the parser splits at each `&…;`.
    fn text(&mut self, text: &str) {
        let nodes = match self.open.last_mut() {
            Some(parent) => &mut parent.children,
            None => &mut self.top,
        };
        match nodes.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            Some(Node::Element(_) | Node::CData(_) | Node::Other(_)) | None => {
                nodes.push(Node::Text(text.to_owned()));
            }
        }
    }

    fn finish(self) -> Result<Tree, &'static str> {
        if !self.open.is_empty() {
            return Err("an element is not closed");
        }
        let mut roots = Vec::new();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for node in self.top {
            match node {
                Node::Element(root) => roots.push(root),
                Node::Text(_) | Node::CData(_) | Node::Other(_) => {
                    let side = if roots.is_empty() {
                        &mut before
                    } else {
                        &mut after
                    };
                    side.push(node);
                }
            }
        }
        match (roots.pop(), roots.is_empty()) {
            (Some(root), true) => Ok(Tree {
                before,
                root,
                after,
            }),
            (Some(_), false) => Err("more than one root element"),
            (None, _) => Err("no root element"),
        }
    }
}
