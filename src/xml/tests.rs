use super::*;

fn same(text: &str) {
    let tree = Tree::parse(text.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(tree.to_bytes()).unwrap(), text);
}

#[test]
fn what_is_not_touched_keeps_its_bytes() {
    same("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<a/>\n");
    same("<a x='say \"hi\"' y=\"&lt;&#10;&quot;\"><b></b><b/> &amp;&#x4e00;&unknown; </a>");
    same("<!-- 前 --><w:a xmlns:w=\"urn:x\"><![CDATA[a<b]]><?pi x?><!--内--></w:a><!--后-->");
    same("<a xml:space=\"preserve\">\r\n  末　尾 \u{20000}</a>");
}

#[test]
fn values_and_text_are_plain_for_the_program() {
    let tree = Tree::parse(b"<a x=\"&lt;&quot;\">1 &lt; <![CDATA[2 & 3]]></a>").unwrap();
    assert_eq!(tree.root.get("x").unwrap(), "<\"");
    assert_eq!(tree.root.text(), "1 < 2 & 3");
}

#[test]
fn what_is_put_in_is_escaped() {
    let mut element = Element::new("a")
        .with("x", "<&\"'>")
        .with_text("1 < 2 & \"3\"");
    element.set("x", "\"&\"");
    let bytes = Tree::new(element.clone()).to_bytes();
    let read = Tree::parse(&bytes).unwrap().root;
    assert_eq!(read.get("x").unwrap(), "\"&\"");
    assert_eq!(read.text(), "1 < 2 & \"3\"");
}

#[test]
fn hostile_files_are_refused() {
    let deep = "<a>".repeat(MAX_DEPTH + 1);
    assert!(matches!(
        Tree::parse(deep.as_bytes()),
        Err(XmlError::TooDeep { .. })
    ));
    let entities = b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
    assert!(matches!(Tree::parse(entities), Err(XmlError::DocumentType)));
    for text in [
        "",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a x=1/>",
        "<a x=\"1\" x=\"2\"/>",
        "text",
    ] {
        assert!(
            matches!(
                Tree::parse(text.as_bytes()),
                Err(XmlError::Malformed { .. })
            ),
            "{text}"
        );
    }
    assert!(matches!(Tree::parse(b"\xff"), Err(XmlError::Encoding(_))));
}
