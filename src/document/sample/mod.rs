//! An invented report that uses every variant of the document, for the tests of the renderers.
//!
//! Text is written in a small notation: `{kind=text}` is a run with a role, everything else is wording. The kinds are
//! `date`, `name`, `nr`, `strong`, `src:ITEM`, `doubt:ITEM`, `derived:ID:FORMULA`; any other kind is the id of a figure.

mod charts;

pub(crate) use charts::charts;

use super::{
    Align, Block, BlockId, Body, Cell, Column, Document, Inline, Item, KeyFact, Level, ListStyle,
    Masthead, MastheadStyle, MatrixItem, Meta, ParagraphStyle, Presence, RedRule, Role, Row,
    RowKind, Table, Verdict,
};

/// The report of 甲县, with the full masthead.
pub(crate) fn sample() -> Document {
    let mut blocks = vec![
        paragraph("summary", ParagraphStyle::Summary, SUMMARY),
        paragraph("lead", ParagraphStyle::Lead, LEAD),
        block("finding.villages", key_fact(VILLAGES)),
        block("finding.disputes", key_fact(DISPUTES)),
        heading("basics", Level::One, "一、", "基本情况"),
        body("basics.text", BASICS),
        heading("practice", Level::One, "二、", "主要做法"),
        heading("practice.centres", Level::Two, "（一）", "建好党群服务中心"),
        body("practice.centres.text", CENTRES),
        heading("practice.centres.agents", Level::Three, "1.", "设立代办点"),
        body("practice.centres.agents.text", AGENTS),
        heading("practice.centres.hours", Level::Three, "2.", "错时延时服务"),
        body("practice.centres.hours.text", HOURS),
        heading("practice.grids", Level::Two, "（二）", "划小网格"),
        body("practice.grids.text", GRIDS),
        block("themes", Body::Table(matrix())),
        heading("results", Level::One, "三、", "主要成效"),
        body("results.text", RESULTS),
        block("centres", Body::Chart(charts::bars())),
        body("results.after", AFTER_CHART),
        heading("data", Level::One, "四、", "主要数据"),
        body(
            "data.text",
            "数值从原文，“约”“近”“余”一并保留（{nr=表2}）。",
        ),
        block("main-figures", Body::Table(data_table())),
        heading("compared", Level::One, "五、", "指标对照"),
        block("indicators", Body::Table(indicators())),
        body("compared.after", COMPARED),
        heading("remarks-heading", Level::One, "六、", "数据说明"),
        list("remarks", ListStyle::Remarks, &REMARKS),
    ];
    blocks.push(heading("sources-heading", Level::One, "七、", "来源"));
    blocks.push(list("sources", ListStyle::Sources, &SOURCES));
    Document {
        meta: Meta {
            id: "jiaxian".to_owned(),
            title: line("甲县党建引领基层治理做法和数据摘编"),
            masthead: masthead(MastheadStyle::Full),
            imprint: vec![
                line("分送：各县区委组织部。"),
                line("县域材料摘编编写组　{date=2026年7月1日}编"),
            ],
            imprint_even: false,
            red_rule: RedRule::Usual,
            mono: false,
            contents: false,
            subject: "党建引领基层治理".to_owned(),
            keywords: vec!["甲县".to_owned(), "基层治理".to_owned()],
            author: "县域材料摘编".to_owned(),
            date: "2026-07-01".to_owned(),
            most_pages: None,
        },
        blocks,
        data: Vec::new(),
        comments: Vec::new(),
    }
}

/// The same report with the masthead of a comparison, published: no mark 送审稿.
pub(crate) fn compact() -> Document {
    let mut document = sample();
    document.meta.id = "compact".to_owned();
    document.meta.masthead = masthead(MastheadStyle::Compact);
    document.meta.masthead.status = None;
    document.meta.imprint.clear();
    document
}

const SUMMARY: &str = "甲县有{admin-villages=240个}行政村、{grids=1200个}网格。材料写到的做法有党群服务中心改建、\
    网格划小配强、村级协商议事等。至{date=2025年末}，建成党群服务中心{centres=256个}，投入{invested=近3000万元}，\
    代办事项{errands=3.2万余件}，受理矛盾纠纷{disputes=2400件}，化解率{resolved=96.5%}。数据均从公开报道，存疑处另有说明。";
const LEAD: &str =
    "材料时间为{date=2024年6月}至{date=2025年12月}；各县口径不一，只作对照，不作排名。";
const BASICS: &str = "甲县位于山区，辖{townships=15个}乡镇、{admin-villages=240个}行政村，常住人口{population=24.6万人}。\
    至{date=2025年末}，全县有基层党组织{organisations=980个}、党员{members=1.5万余名}，其中农村党员{rural-members=9200名}，\
    占{derived:rural-share:9200÷15000=61%}。{date=2024年}起，县委把{name=“三有一可”}列入年度要点，县委组织部牵头，\
    乡镇和村两级承办。据报道，{strong=村党组织书记}中大专以上学历的占{graduates-share=72%}。";
const CENTRES: &str = "县委组织部牵头，{date=2024年}至{date=2025年}新建改建党群服务中心{renewed=86个}，\
    累计投入{invested=近3000万元}；每个中心配备专职人员{staff=至少2名}。窗口统一编号，事项分为党务、政务、村务三类，\
    能在村里办的不出村，须到县里办的由代办员送达。";
const AGENTS: &str = "每村设代办点一处，代办员由村干部兼任。{date=2025年}全县代办事项{errands=3.2万余件}，\
    比上年多{derived:errands-growth:32000−21000=约1.1万件}。";
const HOURS: &str =
    "中心开放至晚八点，周末轮班。{strong=材料未载}各乡镇轮班办法的差别，也未载群众评议的结果。";
const GRIDS: &str = "全县划网格{grids=1200个}，每个网格覆盖{households=约70户}，配网格员{grid-workers=1800余名}。\
    专职网格员由乡镇统一管理，兼职网格员多为村组干部和党员。事项按清单流转，能办的当场办，办不了的上报乡镇，\
    由乡镇在{reply=3个}工作日内答复。";
const RESULTS: &str = "据报道，{date=2025年}全县受理矛盾纠纷{disputes=2400件}，化解率{resolved=96.5%}；\
    开展议事协商{meetings=3100余场}。分类数字见{nr=图1}。";
const AFTER_CHART: &str = "各项数字的统计范围不同，不宜相加。";
const COMPARED: &str =
    "受理矛盾纠纷、集体经济达标村两项看似可比，因时期、门槛不同而不可比，只列原数，不作比较。";

const REMARKS: [(&str, &str, &str); 3] = [
    (
        "share",
        "※1",
        "书记大专以上学历占比，原文载{graduates-share=72%}，据{derived:share:163÷240=163/240推算为67.9%}，引用从原文。",
    ),
    (
        "workers",
        "※2",
        "网格员{grid-workers=1800余名}，专职、兼职之和为{derived:sum:600+1100=1700名}，原文如此。",
    ),
    ("silence", "3.", "材料未载各乡镇的分项数字。"),
];
const SOURCES: [(&str, &str, &str); 2] = [
    (
        "jia-news",
        "[1]",
        "《某日报》{date=2025年12月20日}第{nr=3}版，甲县基层治理专版，第{nr=12～64}行。",
    ),
    (
        "jia-web",
        "[2]",
        "甲县人民政府网站，{date=2025年11月}载，题为《小网格托起大治理　甲县把党群服务中心建到群众家门口》，第{nr=3～40}行。",
    ),
];

/// Key, unit, title, text, verdict, caveat.
type Finding = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Verdict,
    &'static str,
);
const VILLAGES: Finding = (
    "{derived:range:41.2、48.8=41～49}",
    "个网格　每万人",
    "每万人网格数，两县相近。",
    "甲县{derived:per-10k:1200÷24.6=48.8个}，乙县{derived:per-10k-b:750÷18.2=41.2个}，均按常住人口折算，时点都是{date=2025年末}。",
    Verdict::WithCaveats,
    "乙县网格含专属网格，甲县未分列。",
);
const DISPUTES: Finding = (
    "{disputes=2400}",
    "件　矛盾纠纷",
    "受理矛盾纠纷件数，各县不能相比。",
    "甲县为全年数，乙县{disputes-b=1500余件}为上半年数，丁县{disputes-d=820件}为{date=1—6月}数。",
    Verdict::NotComparable,
    "时期不同。",
);

/// Id, name, value before and after the decimal line, unit, period, remark; an id of `~…` is a part, of `#…` a group.
const FIGURES: &str = "\
#people-group|县情与组织
townships|乡镇|15||个|2025年末|
admin-villages|行政村|240||个|2025年末|
population|常住人口|24|.6|万人|2025年末|
organisations|基层党组织|980||个|2025年末|
members|党员|1|.5万余|名|2025年末|
~rural-members|其中：农村党员|9200||名|2025年末|
secretaries|村党组织书记|240||名|2025年末|
~graduates|其中：大专以上学历|163||名|2025年末|
graduates-share|大专以上学历占比|72||%|2025年末|share
first-secretaries|驻村第一书记|48||名|2025年末|
work-teams|驻村工作队|120||支|2025年末|
reserve|村级后备干部|500|多|名|2024年|
#grids-group|网格化治理
grids|网格|1200||个|2025年末|
households|每个网格覆盖户数|约70||户|2025年末|
grid-workers|网格员|1800|余|名|2025年末|workers
~full-time|其中：专职|600||名|2025年末|
~part-time|兼职|1100||名|2025年末|
micro-grids|微网格|近5600||个|2025年末|
patrols|日均巡查|至少2||次|2025年|
reports|上报事项|8|.4万余|件|2025年|
reply|答复时限|3||个工作日|2025年|
#centres-group|党群服务中心
centres|党群服务中心|256||个|2025年末|
~renewed|其中：新建改建|86||个|2024—2025年|
invested|累计投入|近3000||万元|2024—2025年|
errands|代办事项|3|.2万余|件|2025年|
staff|每个中心专职人员|至少2||名|2025年末|
windows|综合窗口|630||个|2025年末|
hours-extended|延时服务|1|.1万余|小时|2025年|
#meetings-group|议事协商与矛盾调解
meetings|议事协商|3100|余|场|2025年|
disputes|受理矛盾纠纷|2400||件|2025年|
resolved|矛盾纠纷化解率|96|.5|%|2025年|
mediators|人民调解员|1020||名|2025年末|
mediation-rooms|调解室|255||个|2025年末|
petitions|信访事项下降|12|.3|%|2025年|
#economy-group|集体经济与人才
collective|集体经济达标村|180||个|2025年|
~collective-100|其中：收入100万元以上|21||个|2025年|
income|村集体经济总收入|1|.36亿|元|2025年|
companies|强村公司|33||家|2025年末|
trainings|教育培训|近9000||人次|2025年|
~online|其中：网络培训|4000|余|人次|2025年|
returnees|返乡人才|310|余|名|2024—2025年|
loans|贴息贷款|2600||万元|2025年|
volunteers|志愿者|2|.2万|名|2025年末|
services|志愿服务|6400|多|场|2025年|";

fn data_table() -> Table {
    let columns = [
        ("name", "指标", Align::Start, 310),
        ("value", "数值", Align::Decimal, 200),
        ("unit", "单位", Align::Center, 100),
        ("period", "时间", Align::Center, 160),
        ("scope", "范围", Align::Center, 80),
        ("source", "来源", Align::Center, 75),
        ("doubt", "存疑", Align::Center, 75),
    ];
    Table {
        number: "表2".to_owned(),
        caption: line("甲县主要数据"),
        columns: columns.map(column).to_vec(),
        rows: FIGURES.lines().map(figure_row).collect(),
        notes: vec![
            line("注：{nr=1.}“—”表示材料未载。{nr=2.}“大专以上”含大专。"),
            line("数据来源：见文末来源，方括号内为来源编号。"),
        ],
    }
}

fn figure_row(text: &str) -> Row {
    let fields: Vec<&str> = text.split('|').collect();
    let (id, kind) = match fields[0].split_at(1) {
        ("#", id) => return row(id, RowKind::Group, vec![lines(&[fields[1]])]),
        ("~", id) => (id, RowKind::Part),
        _ => (fields[0], RowKind::Data),
    };
    let value = Cell::Value {
        value: Inline::new([fields[2], fields[3]].concat(), figure(id)),
        before: fields[2].to_owned(),
        after: fields[3].to_owned(),
    };
    let doubt = match fields[6] {
        "" => lines(&[""]),
        item => lines(&[&format!(
            "{{doubt:{item}={}}}",
            if item == "share" { "※1" } else { "※2" }
        )]),
    };
    let period = format!("{{date={}}}", fields[5]);
    let cells = vec![
        lines(&[fields[1]]),
        value,
        lines(&[fields[4]]),
        lines(&[&period]),
        lines(&["全县"]),
        lines(&["{src:jia-news=[1]}"]),
        doubt,
    ];
    row(id, kind, cells)
}

fn matrix() -> Table {
    use Presence::{Absent, County, Local};
    let columns = [
        ("theme", "主题", Align::Start, 160),
        ("jia", "甲县", Align::Start, 210),
        ("yi", "乙县", Align::Start, 210),
        ("bing", "丙县", Align::Start, 210),
        ("ding", "丁县", Align::Start, 210),
    ];
    let cells = [
        (
            "grids",
            "网格化治理",
            [
                (County, "三级网格联动 网格事项清单 专职网格员管理"),
                (County, "多网合一 网格党小组"),
                (County, "全科网格 微网格包联 网格积分制等"),
                (County, "网格专岗配备"),
            ],
        ),
        (
            "centres",
            "党群服务中心",
            [
                (County, "中心提档升级 延时错时服务"),
                (County, "村级代办点 村:星级评定"),
                (County, "片区中心共建 乡:错时开放"),
                (County, "阵地标准化改造"),
            ],
        ),
        (
            "mediation",
            "矛盾调解",
            [
                (County, "一站式调处 乡:乡贤调解室"),
                (County, "三级调解网 流动调解站"),
                (Local, "村:老支书工作室"),
                (County, "驻村法官点 社:楼院说理堂"),
            ],
        ),
        (
            "economy",
            "集体经济",
            [
                (County, "联村抱团发展 企:果品合作社"),
                (County, "飞地项目 闲置资产盘活"),
                (Local, "乡:强村公司 村:订单种植"),
                (Local, "企:合作社入股"),
            ],
        ),
        (
            "chains",
            "产业链党建",
            [
                (County, "果品产业链党委"),
                (Absent, "材料未载"),
                (County, "药材链党委 链长联席会 乡:链上党支部"),
                (Absent, "材料未载"),
            ],
        ),
    ];
    let rows = cells.map(|(id, theme, states)| {
        let states = states.map(|(presence, items)| Cell::Items {
            presence,
            items: items.split(' ').map(matrix_item).collect(),
        });
        row(
            id,
            RowKind::Data,
            [lines(&[theme])].into_iter().chain(states).collect(),
        )
    });
    Table {
        number: "表1".to_owned(),
        caption: line("主题与做法对照"),
        columns: columns.map(column).to_vec(),
        rows: rows.to_vec(),
        notes: vec![line(
            "注：“材料未载”只说明所收报道没有写到，不说明有无；每格最多列三项，其余见各县材料。",
        )],
    }
}

fn matrix_item(text: &str) -> MatrixItem {
    match text.split_once(':') {
        Some((tag, name)) => MatrixItem {
            tag: Some(tag.to_owned()),
            text: line(name),
        },
        None => MatrixItem {
            tag: None,
            text: line(text),
        },
    }
}

fn indicators() -> Table {
    let columns = [
        ("name", "指标（单位）", Align::Start, 230),
        ("jia", "甲县", Align::Center, 130),
        ("yi", "乙县", Align::Center, 130),
        ("ding", "丁县", Align::Center, 150),
        ("verdict", "可比性", Align::Center, 140),
        ("reason", "理由", Align::Start, 220),
    ];
    let cells = [
        (
            "villages",
            "行政村",
            "个",
            [
                "{admin-villages=240}|{date=2025年末}",
                "{villages-b=160}|{date=2025年末}",
                "{villages-d=150}|{date=2025年末}",
            ],
            Verdict::Comparable,
            "口径、时点一致。",
        ),
        (
            "share",
            "书记大专以上占比",
            "%",
            [
                "{graduates-share=72}{doubt:share=※1}|{date=2025年末}",
                "{share-b=61}|{date=2025年末}",
                "{share-d=52}|{date=2025年末}",
            ],
            Verdict::WithCaveats,
            "甲县据{derived:share:163÷240=163/240推算为67.9%}，引用从原文。",
        ),
        (
            "disputes",
            "受理矛盾纠纷",
            "件",
            [
                "{disputes=2400}|{date=2025年}",
                "{disputes-b=1500余}|{date=2025年}",
                "{disputes-d=820}|{date=2025年1—6月}",
            ],
            Verdict::NotComparable,
            "时期不同：全年、上半年。",
        ),
        (
            "reserve",
            "村级后备干部",
            "名",
            ["{reserve=500多}|{date=2024年}", "—|材料未载", "—|材料未载"],
            Verdict::OneOnly,
            "其余两县材料未载。",
        ),
    ];
    let rows = cells.map(|(id, name, unit, values, verdict, reason)| {
        let word = verdict.word().to_owned();
        let mut cells = vec![lines(&[name, &format!("（{unit}）")])];
        cells.extend(values.map(|value| lines(&value.split('|').collect::<Vec<_>>())));
        cells.push(Cell::Verdict { verdict, word });
        cells.push(lines(&[reason]));
        row(id, RowKind::Data, cells)
    });
    Table {
        number: "表3".to_owned(),
        caption: line("三县主要指标对照"),
        columns: columns.map(column).to_vec(),
        rows: rows.to_vec(),
        notes: vec![line("注：可比性由定义、单位、范围、时期逐项核对得出。")],
    }
}

fn masthead(style: MastheadStyle) -> Masthead {
    Masthead {
        style,
        title: "县域材料摘编".to_owned(),
        mark: Some("（样稿）".to_owned()),
        number: line("第{nr=2}期"),
        note: "根据公开报道整理，非正式公文".to_owned(),
        date: line("{date=2026年7月1日}"),
        status: Some("送审稿".to_owned()),
    }
}

fn block(id: &str, body: Body) -> Block {
    Block {
        id: BlockId::new(id),
        body,
    }
}

fn paragraph(id: &str, style: ParagraphStyle, text: &str) -> Block {
    block(
        id,
        Body::Paragraph {
            style,
            text: line(text),
        },
    )
}

fn body(id: &str, text: &str) -> Block {
    paragraph(id, ParagraphStyle::Body, text)
}

fn heading(id: &str, level: Level, number: &str, text: &str) -> Block {
    block(
        id,
        Body::Heading {
            level,
            number: number.to_owned(),
            text: line(text),
        },
    )
}

fn list(id: &str, style: ListStyle, items: &[(&str, &str, &str)]) -> Block {
    let items = items.iter().map(|(id, marker, text)| Item {
        id: (*id).to_owned(),
        marker: (*marker).to_owned(),
        text: line(text),
    });
    block(
        id,
        Body::List {
            style,
            items: items.collect(),
        },
    )
}

fn key_fact((key, unit, title, text, verdict, caveat): Finding) -> Body {
    let [key, unit, title, text, caveat] = [key, unit, title, text, caveat].map(line);
    Body::KeyFact(KeyFact {
        key,
        unit,
        title,
        text,
        verdict,
        caveat,
    })
}

fn column((id, head, align, width): (&str, &str, Align, u16)) -> Column {
    Column {
        id: id.to_owned(),
        head: line(head),
        align,
        width,
    }
}

fn row(id: &str, kind: RowKind, cells: Vec<Cell>) -> Row {
    Row {
        id: id.to_owned(),
        kind,
        cells,
    }
}

fn lines(texts: &[&str]) -> Cell {
    Cell::Lines {
        lines: texts.iter().map(|text| line(text)).collect(),
    }
}

fn figure(id: &str) -> Role {
    Role::Figure {
        id: format!("jiaxian/{id}"),
    }
}

fn line(text: &str) -> Vec<Inline> {
    let mut runs = Vec::new();
    for (index, part) in text.split(['{', '}']).enumerate() {
        if index % 2 == 1 {
            let (kind, text) = part.split_once('=').expect("invariant: `{kind=text}`");
            runs.push(run(kind, text));
        } else if !part.is_empty() {
            runs.push(Inline::plain(part));
        }
    }
    runs
}

fn run(kind: &str, text: &str) -> Inline {
    let parts: Vec<&str> = kind.splitn(3, ':').collect();
    match parts[..] {
        ["date"] => Inline::new(text, Role::Date),
        ["name"] => Inline::new(
            text,
            Role::Name {
                id: "three-haves".to_owned(),
            },
        ),
        ["nr"] => Inline::new(text, Role::Numbering),
        ["strong"] => Inline {
            strong: true,
            ..Inline::plain(text)
        },
        ["src", item] => Inline::new(
            text,
            Role::Source {
                target: format!("sources/{item}"),
            },
        ),
        ["doubt", item] => Inline::new(
            text,
            Role::Doubt {
                target: format!("remarks/{item}"),
            },
        ),
        ["derived", id, formula] => Inline::new(
            text,
            Role::Derived {
                id: format!("jiaxian/{id}"),
                formula: formula.to_owned(),
            },
        ),
        _ => Inline::new(text, figure(kind)),
    }
}

#[test]
fn anchors_are_unique() {
    let pieces = sample().pieces();
    let anchors: std::collections::BTreeSet<_> = pieces.iter().map(|piece| &piece.anchor).collect();
    assert_eq!(anchors.len(), pieces.len());
}
