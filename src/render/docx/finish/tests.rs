//! Each step does what it is for, and docx-rs still needs each.

use std::collections::BTreeSet;

use super::{BODY, COMMENTS, FOOTER, Known, NUMBERING, STYLES, Step, parse};
use crate::{
    document::{
        Comment, Document,
        sample::{charts, compact, sample},
    },
    render::docx::{Content, Pages, build},
    xml::{Element, Tree},
};

fn all_steps() -> impl Iterator<Item = &'static Step> {
    [BODY, FOOTER, NUMBERING, STYLES, COMMENTS]
        .into_iter()
        .flatten()
}

/// What a step makes of an element as docx-rs writes it.
struct Case {
    step: &'static str,
    before: &'static str,
    after: &'static str,
}

const fn case(step: &'static str, before: &'static str, after: &'static str) -> Case {
    Case {
        step,
        before,
        after,
    }
}

/// One for each step but `charts`, which needs a chart: `tests/content.rs` has that.
const CASES: &[Case] = &[
    case(
        "prefixes",
        r#"<w:document mc:Ignorable="w14"/>"#,
        r#"<w:document mc:Ignorable="w14 w15 wp14"/>"#,
    ),
    case(
        "paragraph-ids",
        r#"<w:body><w:p w14:paraId="00000009"/><w:tc><w:p/></w:tc></w:body>"#,
        r#"<w:body><w:p w14:paraId="00000001"/><w:tc><w:p w14:paraId="00000002"/></w:tc></w:body>"#,
    ),
    case(
        "shared-characters",
        "<w:p><w:r><w:t>“甲”</w:t></w:r><w:r><w:t>甲</w:t></w:r></w:p>",
        r#"<w:p><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>“甲”</w:t></w:r><w:r><w:t>甲</w:t></w:r></w:p>"#,
    ),
    case(
        "controls",
        r#"<w:p><w:bookmarkStart w:name="fig_1"/><w:sdt><w:sdtPr/></w:sdt></w:p>"#,
        r#"<w:p><w:bookmarkStart w:name="fig_1"/><w:sdt><w:sdtPr><w:tag w:val="fig_1"/><w:id w:val="1001"/><w15:appearance w15:val="hidden"/></w:sdtPr></w:sdt></w:p>"#,
    ),
    case(
        "grid-types",
        r#"<w:tblGrid><w:gridCol w:w="9" w:type="dxa"/></w:tblGrid>"#,
        r#"<w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>"#,
    ),
    case(
        "table-looks",
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/></w:tblPr></w:tbl>"#,
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr></w:tbl>"#,
    ),
    case(
        "table-captions",
        r#"<w:body><w:tbl><w:tblPr/></w:tbl><w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/></w:tblPr></w:tbl></w:body>"#,
        r#"<w:body><w:tbl><w:tblPr/></w:tbl><w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblCaption w:val="表1　甲"/></w:tblPr></w:tbl></w:body>"#,
    ),
    case(
        "table-heads",
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/></w:tblPr><w:tr/><w:tr/></w:tbl>"#,
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr></w:tr><w:tr/></w:tbl>"#,
    ),
    case(
        "comment-signs",
        r#"<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr/></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>"#,
        r#"<w:p><w:r><w:t>甲</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:rPr><w:rStyle w:val="AnnotationReference"/></w:rPr><w:commentReference w:id="0"/></w:r></w:p>"#,
    ),
    case(
        "empty-properties",
        "<w:p><w:pPr><w:rPr/></w:pPr><w:r/></w:p>",
        "<w:p><w:r/></w:p>",
    ),
    case(
        "order",
        "<w:p><w:pPr><w:rPr/><w:jc/><w:pStyle/></w:pPr></w:p>",
        "<w:p><w:pPr><w:pStyle/><w:jc/><w:rPr/></w:pPr></w:p>",
    ),
    case(
        "unused-list",
        r#"<w:numbering><w:abstractNum w:abstractNumId="1"/><w:abstractNum w:abstractNumId="2"/><w:num w:numId="1"/></w:numbering>"#,
        r#"<w:numbering><w:abstractNum w:abstractNumId="2"/></w:numbering>"#,
    ),
    case(
        "levels",
        r#"<w:numbering><w:abstractNum><w:multiLevelType w:val="hybridMultilevel"/></w:abstractNum></w:numbering>"#,
        r#"<w:numbering><w:abstractNum><w:multiLevelType w:val="multilevel"/></w:abstractNum></w:numbering>"#,
    ),
    case(
        "indent-characters",
        r#"<w:pPr><w:ind w:firstLine="640"/><w:ind w:left="320"/></w:pPr>"#,
        r#"<w:pPr><w:ind w:firstLine="640" w:firstLineChars="200"/><w:ind w:left="320"/></w:pPr>"#,
    ),
    case(
        "two-normals",
        r#"<w:styles><w:style w:styleId="Normal"/><w:style w:styleId="Normal" w:type="paragraph"/></w:styles>"#,
        r#"<w:styles><w:style w:styleId="Normal" w:type="paragraph"/></w:styles>"#,
    ),
    case(
        "defaults",
        r#"<w:styles><w:style w:styleId="Normal"/><w:style w:styleId="TableNormal"/><w:style w:styleId="BriefBody"/></w:styles>"#,
        r#"<w:styles><w:style w:styleId="Normal" w:default="1"/><w:style w:styleId="TableNormal" w:default="1"/><w:style w:styleId="BriefBody"/></w:styles>"#,
    ),
    case(
        "line-breaking",
        r#"<w:styles><w:style w:styleId="Normal"><w:pPr/></w:style></w:styles>"#,
        r#"<w:styles><w:style w:styleId="Normal"><w:pPr><w:widowControl w:val="0"/><w:kinsoku w:val="1"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style></w:styles>"#,
    ),
    case(
        "languages",
        r#"<w:styles><w:docDefaults/><w:style w:styleId="Normal"><w:rPr/></w:style></w:styles>"#,
        r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:styleId="Normal"><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style></w:styles>"#,
    ),
    case(
        "first-rows",
        r#"<w:styles><w:style w:styleId="BriefTable"/></w:styles>"#,
        r#"<w:styles><w:style w:styleId="BriefTable"><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="5" w:space="0" w:color="000000"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style></w:styles>"#,
    ),
    case(
        "cell-properties",
        "<w:styles><w:style><w:pPr/><w:tcPr/></w:style></w:styles>",
        "<w:styles><w:style><w:pPr/></w:style></w:styles>",
    ),
    case(
        "table-properties",
        "<w:styles><w:style><w:tblPr><w:tblW/><w:jc/><w:tblBorders/></w:tblPr></w:style></w:styles>",
        "<w:styles><w:style><w:tblPr><w:tblBorders/></w:tblPr></w:style></w:styles>",
    ),
    case(
        "comments-once",
        r#"<w:comments><w:comment w:id="0"/><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>"#,
        r#"<w:comments><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>"#,
    ),
    case(
        "comment-facts",
        r#"<w:comments><w:comment w:id="0" w:date="1970-01-01T00:00:00Z" w:initials=""/></w:comments>"#,
        r#"<w:comments><w:comment w:id="0" w:date="2026-07-01T00:00:00Z" w:initials="系统"/></w:comments>"#,
    ),
    case(
        "comment-returns",
        "<w:comments><w:comment><w:p><w:pPr/><w:r/></w:p><w:p/></w:comment></w:comments>",
        r#"<w:comments><w:comment><w:p><w:pPr/><w:r><w:rPr><w:rStyle w:val="AnnotationReference"/></w:rPr><w:annotationRef/></w:r><w:r/></w:p><w:p/></w:comment></w:comments>"#,
    ),
];

fn written(element: Element) -> String {
    String::from_utf8(Tree::new(element).to_bytes()).unwrap()
}

fn known<'k>(captions: &'k [String]) -> Known<'k> {
    Known {
        charts: &[],
        captions,
        day: "2026-07-01".to_owned(),
    }
}

#[test]
fn each_step_puts_its_own_thing_right() {
    let captions = ["表1　甲".to_owned()];
    let known = known(&captions);
    for Case {
        step,
        before,
        after,
    } in CASES
    {
        let apply = all_steps().find(|known| known.name == *step).unwrap().apply;
        let mut element = Element::literal(before);
        apply(&mut element, &known);
        assert_eq!(written(element), written(Element::literal(after)), "{step}");
    }
    let names: BTreeSet<&str> = all_steps().map(|step| step.name).collect();
    let mut tested: BTreeSet<&str> = CASES.iter().map(|case| case.step).collect();
    tested.insert("charts");
    assert_eq!(names, tested);
}

fn documents() -> [Document; 3] {
    let mut commented = sample();
    commented.comments = vec![Comment {
        figure: "jiaxian/disputes".to_owned(),
        lines: vec!["“甲”".to_owned(), "乙".to_owned()],
    }];
    [commented, compact(), charts()]
}

/// A step that changes nothing in any document is not needed any more: docx-rs has learnt to do without it. Delete it.
#[test]
fn docx_rs_still_needs_each_step() {
    let mut idle: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut busy = BTreeSet::new();
    for document in documents() {
        let content =
            Content::of(&document, "2026-07-01".parse().unwrap(), &Pages::default()).unwrap();
        let built = build(content.children);
        let known = Known {
            charts: &content.charts,
            ..known(&content.captions)
        };
        let parts = [
            ("body", &built.document, BODY),
            ("footer", &built.footers[0], FOOTER),
            ("numbering", &built.numberings, NUMBERING),
            ("styles", &built.styles, STYLES),
            ("comments", &built.comments, COMMENTS),
        ];
        for (part, bytes, steps) in parts {
            let mut root = parse(part, bytes).unwrap().root;
            for step in steps {
                let before = root.clone();
                (step.apply)(&mut root, &known);
                let list = if root == before { &mut idle } else { &mut busy };
                list.insert((part, step.name));
            }
        }
    }
    let needless: Vec<_> = idle.difference(&busy).collect();
    assert!(
        needless.is_empty(),
        "these steps change nothing: {needless:?}"
    );
}
