//! Tree to text.

use super::{Element, Node, Tree};

impl Tree {
    /// A document of our own: declaration and root.
    pub fn new(root: Element) -> Self {
        let declaration = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
        Self {
            before: vec![Node::Other(declaration.to_owned())],
            root,
            after: Vec::new(),
        }
    }

    /// Writes the tree.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = String::new();
        self.before.iter().for_each(|node| write(&mut out, node));
        write_element(&mut out, &self.root);
        self.after.iter().for_each(|node| write(&mut out, node));
        out.into_bytes()
    }
}

fn write(out: &mut String, node: &Node) {
    match node {
        Node::Element(element) => write_element(out, element),
        Node::Text(escaped) => out.push_str(escaped),
        Node::CData(text) => out.extend(["<![CDATA[", text, "]]>"]),
        Node::Other(text) => out.push_str(text),
    }
}

fn write_element(out: &mut String, element: &Element) {
    out.extend(["<", &element.name]);
    for attribute in &element.attributes {
        let quote = if attribute.single { "'" } else { "\"" };
        out.extend([" ", &attribute.name, "=", quote, &attribute.escaped, quote]);
    }
    if element.children.is_empty() && !element.open {
        out.push_str("/>");
        return;
    }
    out.push('>');
    element.children.iter().for_each(|node| write(out, node));
    out.extend(["</", &element.name, ">"]);
}
