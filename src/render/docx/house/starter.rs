//! The document that an office begins with: every style in its place, each saying what it is for.

use crate::{
    document::{
        Align, Block, BlockId, Body, Cell, Column, Document, Inline, Item, KeyFact, Level,
        ListStyle, Masthead, MastheadStyle, Meta, ParagraphStyle, RedRule, Row, RowKind, Table,
        Verdict,
    },
    render::docx::{DocxError, Made, render},
};

/// The day in its properties; it belongs to no edition.
const DAY: &str = "2000-01-01";

/// The bytes of a DOCX with the program's own page and styles.
///
/// # Errors
/// As for every document, which would be a mistake of ours.
pub fn starter() -> Result<Vec<u8>, DocxError> {
    render(&document(), &Made::default())
}

fn document() -> Document {
    let blocks = vec![
        paragraph(
            "summary",
            ParagraphStyle::Summary,
            "提要：Brief Summary；冠以“提要”二字的是 Brief Label。",
        ),
        paragraph("lead", ParagraphStyle::Lead, "标题下的说明：Brief Lead"),
        block("finding", Body::KeyFact(finding())),
        heading("one", Level::One, "一、", "一级标题：heading 1"),
        heading("two", Level::Two, "（一）", "二级标题：heading 2"),
        heading("three", Level::Three, "1.", "三级标题：heading 3"),
        block(
            "body",
            Body::Paragraph {
                style: ParagraphStyle::Body,
                text: vec![
                    Inline::plain("正文：Brief Body；着重："),
                    strong("Brief Strong"),
                ],
            },
        ),
        paragraph("case", ParagraphStyle::Case, "框内的实例：Brief Case"),
        block("table", Body::Table(table())),
        heading("sources-heading", Level::One, "二、", "来源"),
        list("sources", ListStyle::Sources, "来源条目：Brief Source"),
    ];
    Document {
        meta: meta(),
        blocks,
        data: Vec::new(),
        comments: Vec::new(),
    }
}

fn meta() -> Meta {
    let plain = |text: &str| vec![Inline::plain(text)];
    let title = "标题：Title";
    Meta {
        id: "reference-doc".to_owned(),
        title: plain(title),
        masthead: Masthead {
            style: MastheadStyle::Full,
            title: "报头".to_owned(),
            mark: Some("（Brief Masthead Mark）".to_owned()),
            number: plain("期号：Brief Masthead Number"),
            note: "Brief Masthead Line".to_owned(),
            date: plain("日期"),
            status: Some("送审稿".to_owned()),
        },
        imprint: vec![plain("版记：Brief Imprint")],
        imprint_even: false,
        red_rule: RedRule::Usual,
        mono: false,
        contents: false,
        subject: title.to_owned(),
        keywords: Vec::new(),
        author: "briefings".to_owned(),
        date: DAY.to_owned(),
        most_pages: None,
    }
}

fn finding() -> KeyFact {
    let plain = |text: &str| vec![Inline::plain(text)];
    KeyFact {
        key: plain("数"),
        unit: plain("Brief Key、Brief Key Unit"),
        title: plain("要点：Brief Key Title"),
        text: plain("说明：Brief Key Text"),
        verdict: Verdict::Comparable,
        caveat: plain("条件：Brief Key Caveat、Brief Verdict"),
    }
}

fn table() -> Table {
    let column = |id: &str, head: &str| Column {
        id: id.to_owned(),
        head: vec![Inline::plain(head)],
        align: Align::Start,
        width: 500,
    };
    let cells = |texts: [&str; 2]| {
        let cells = texts.map(|text| Cell::Lines {
            lines: vec![
                vec![Inline::plain(text)],
                vec![Inline::plain("小字：Brief Cell Small")],
            ],
        });
        cells.to_vec()
    };
    let group = Cell::Lines {
        lines: vec![vec![Inline::plain("分组：Brief Cell Group")]],
    };
    let row = |id: &str, kind, cells| Row {
        id: id.to_owned(),
        kind,
        cells,
    };
    Table {
        number: "表1".to_owned(),
        caption: vec![Inline::plain("表题：caption")],
        columns: vec![
            column("left", "表头：Brief Cell Head"),
            column("right", "表格：Brief Table"),
        ],
        rows: vec![
            row("group", RowKind::Group, vec![group]),
            row(
                "row",
                RowKind::Data,
                cells(["单元格：Brief Cell", "单元格"]),
            ),
        ],
        notes: vec![vec![Inline::plain("表注：Brief Note")]],
    }
}

fn block(id: &str, body: Body) -> Block {
    Block {
        id: BlockId::new(id),
        body,
    }
}

fn paragraph(id: &str, style: ParagraphStyle, text: &str) -> Block {
    let text = vec![Inline::plain(text)];
    block(id, Body::Paragraph { style, text })
}

fn strong(text: &str) -> Inline {
    Inline {
        strong: true,
        ..Inline::plain(text)
    }
}

fn heading(id: &str, level: Level, number: &str, text: &str) -> Block {
    block(
        id,
        Body::Heading {
            level,
            number: number.to_owned(),
            text: vec![Inline::plain(text)],
        },
    )
}

fn list(id: &str, style: ListStyle, text: &str) -> Block {
    let item = Item {
        id: "first".to_owned(),
        marker: "[1]".to_owned(),
        text: vec![Inline::plain(text)],
    };
    block(
        id,
        Body::List {
            style,
            items: vec![item],
        },
    )
}
