//! Charts of every kind, their numbers invented.

use rust_decimal::Decimal;

use super::{block, body, figure, line, sample};
use crate::document::{
    Body, Chart, Document, Inline, Mark, MarkEnd, Panel, PlotKind, PlotRow, Role, Tick,
};

/// The chart of the sample report.
pub(super) fn bars() -> Chart {
    let rows = [
        ("disputes", "受理矛盾纠纷", "2400", 774, MarkEnd::Flat),
        ("meetings", "议事协商", "3100余", 1000, MarkEnd::Open),
        ("trainings", "调解培训", "近900", 290, MarkEnd::Hatched),
        ("rooms", "调解室和乡贤说事点", "255", 82, MarkEnd::Flat),
    ];
    let rows =
        rows.map(|(id, label, value, to, end)| row(id, label, &[Some((id, value, to, end))]));
    chart(
        "图1",
        PlotKind::Bars,
        "{date=2025年}甲县议事协商与矛盾调解（件、场、次、个）",
        vec![panel(&[], rows.to_vec())],
        "注：尖端表示“余”，实际数在其外；斜线表示“近”，末端不确定。",
        "条形图：受理矛盾纠纷{disputes=2400件}，议事协商{meetings=3100余场}，调解培训{trainings=近900次}，调解室和乡贤说事点{rooms=255个}。",
    )
}

/// A report with a chart of each other kind.
pub(crate) fn charts() -> Document {
    let mut document = sample();
    let charts = [grouped(), dots(), slope(), shares(), timeline(), small()];
    document.blocks = vec![body("text", "本页依次为各种图。")];
    for (index, chart) in charts.into_iter().enumerate() {
        let chart = Chart {
            number: format!("图{}", index + 1),
            ..chart
        };
        document
            .blocks
            .push(block(&format!("chart-{index}"), Body::Chart(chart)));
    }
    document
}

fn grouped() -> Chart {
    let rows = vec![
        row(
            "_row-0",
            "甲镇",
            &[
                Some(("full-1", "600", 429, MarkEnd::Flat)),
                Some(("part-1", "1100余", 786, MarkEnd::Open)),
            ],
        ),
        row(
            "_row-1",
            "乙镇",
            &[
                Some(("full-2", "300", 214, MarkEnd::Flat)),
                Some(("part-2", "600", 429, MarkEnd::Flat)),
            ],
        ),
        row(
            "_row-2",
            "丙镇",
            &[
                Some(("full-3", "约700", 500, MarkEnd::Hatched)),
                Some(("part-3", "约1400", 1000, MarkEnd::Hatched)),
            ],
        ),
    ];
    chart(
        "",
        PlotKind::Bars,
        "网格员构成（{date=2025年}，名）",
        vec![panel(&["专职", "兼职"], rows)],
        "注：斜线表示约数，末端不确定。",
        "分组条形图：网格员构成。甲镇：专职{full-1=600名}、兼职{part-1=1100余名}；乙镇：专职{full-2=300名}、兼职{part-2=600名}；丙镇：专职{full-3=约700名}、兼职{part-3=约1400名}。",
    )
}

fn dots() -> Chart {
    let rows = vec![
        row("a", "甲县", &[Some(("a", "48.8", 1000, MarkEnd::Flat))]),
        row("b", "乙县", &[Some(("b", "41.2余", 844, MarkEnd::Open))]),
        row("c", "丙县", &[Some(("c", "近30", 615, MarkEnd::Hatched))]),
        row("d", "丁县", &[None]),
    ];
    chart(
        "",
        PlotKind::Dots,
        "每万人网格数（个）",
        vec![panel(&[], rows)],
        "注：“—”为材料未载。",
        "点图：每万人网格数。甲县{a=48.8个}，乙县{b=41.2余个}，丙县{c=近30个}，丁县材料未载。",
    )
}

fn slope() -> Chart {
    let pair = |id: &str, label: &str, before: (&str, u16, MarkEnd), after: (&str, u16)| {
        let (first, second) = (format!("{id}-before"), format!("{id}-after"));
        row(
            id,
            label,
            &[
                Some((first.as_str(), before.0, before.1, before.2)),
                Some((second.as_str(), after.0, after.1, MarkEnd::Flat)),
            ],
        )
    };
    let rows = vec![
        pair("_row-0", "甲镇", ("33", 393, MarkEnd::Flat), ("72", 857)),
        pair("_row-1", "乙镇", ("24", 286, MarkEnd::Flat), ("70", 833)),
        pair(
            "_row-2",
            "丙镇",
            ("约40", 476, MarkEnd::Hatched),
            ("84", 1000),
        ),
        pair("_row-3", "丁镇", ("15", 179, MarkEnd::Flat), ("52", 619)),
    ];
    chart(
        "",
        PlotKind::Slope,
        "书记大专以上学历占比（%）",
        vec![panel(&["{date=2020年末}", "{date=2025年末}"], rows)],
        "注：空心点为约数。",
        "前后对比图：书记大专以上学历占比。甲镇、乙镇、丙镇、丁镇{date=2020年末}为{a-before=33}、{b-before=24}、{c-before=约40}、{d-before=15}，{date=2025年末}为{a-after=72}、{b-after=70}、{c-after=84}、{d-after=52}。",
    )
}

fn shares() -> Chart {
    let marks = [
        ("low", "10", 0, 526),
        ("middle", "6", 526, 842),
        ("high", "3", 842, 1000),
    ];
    let marks = marks.map(|(id, value, from, to)| {
        Some(Mark {
            from,
            ..mark((id, value, to, MarkEnd::Flat))
        })
    });
    let only = PlotRow {
        id: "_row-0".to_owned(),
        label: Vec::new(),
        marks: marks.to_vec(),
    };
    chart(
        "",
        PlotKind::Shares,
        "村集体年收入分布（个村）",
        vec![panel(
            &["不足十万元", "十万元至五十万元", "五十万元以上"],
            vec![only],
        )],
        "注：三类合计为全部行政村。",
        "构成图：村集体年收入分布。不足十万元{low=10}、十万元至五十万元{middle=6}、五十万元以上{high=3}。",
    )
}

fn timeline() -> Chart {
    let event = |id: &str, label: &str, period: &str, (start, amount), from, to, end| PlotRow {
        id: id.to_owned(),
        label: line(label),
        marks: vec![Some(Mark {
            id: format!("{id}.period"),
            value: Inline::new(period, Role::Date),
            amount,
            start,
            from,
            to,
            end,
        })],
    };
    let rows = vec![
        event(
            "centres",
            "建党群服务中心",
            "2022年4月",
            (dec("2022.25"), dec("0.08")),
            83,
            111,
            MarkEnd::Flat,
        ),
        event(
            "grids",
            "划小网格",
            "2022—2023年",
            (dec("2022"), dec("2")),
            0,
            667,
            MarkEnd::Flat,
        ),
        event(
            "halls",
            "村级议事厅",
            "2024年以来",
            (dec("2024"), dec("1")),
            667,
            1000,
            MarkEnd::Open,
        ),
    ];
    let ticks = [(0, "2022年"), (333, "2023年"), (667, "2024年")];
    let ticks = ticks.map(|(at, label)| Tick {
        at,
        label: Inline::new(label, Role::Date),
    });
    let panel = Panel {
        ticks: ticks.to_vec(),
        ..panel(&[], rows)
    };
    chart(
        "",
        PlotKind::Timeline,
        "主要做法的时间",
        vec![panel],
        "注：尖端表示仍在进行。",
        "时间轴：主要做法的时间。建党群服务中心{date=2022年4月}，划小网格{date=2022—2023年}，村级议事厅{date=2024年以来}。",
    )
}

fn small() -> Chart {
    let one = |id: &str, title: &str, values: [Option<(&str, u16)>; 3]| {
        let names = ["甲县", "乙县", "丙县"];
        let rows = names
            .iter()
            .zip(values)
            .enumerate()
            .map(|(index, (name, value))| {
                let figure = format!("{id}-{index}");
                let mark = value.map(|(value, to)| (figure.as_str(), value, to, MarkEnd::Flat));
                row(&format!("county-{index}"), name, &[mark])
            });
        Panel {
            id: id.to_owned(),
            title: line(title),
            ..panel(&[], rows.collect())
        }
    };
    let panels = vec![
        one(
            "villages",
            "行政村数",
            [Some(("244个", 1000)), Some(("210个", 861)), None],
        ),
        one(
            "members",
            "流动党员数",
            [Some(("82人", 392)), None, Some(("209名", 1000))],
        ),
        one(
            "teams",
            "志愿服务队数",
            [
                Some(("122支", 1000)),
                Some(("61支", 500)),
                Some(("9支", 74)),
            ],
        ),
    ];
    chart(
        "",
        PlotKind::Dots,
        "可以对照的指标",
        panels,
        "注：各图标尺从零起，长短只在同一图内对照。“—”为材料未载。",
        "点图：可以对照的指标。行政村数：甲县{villages-0=244个}，乙县{villages-1=210个}，丙县材料未载。流动党员数：甲县{members-0=82人}，乙县材料未载，丙县{members-2=209名}。志愿服务队数：甲县{teams-0=122支}，乙县{teams-1=61支}，丙县{teams-2=9支}。",
    )
}

fn chart(
    number: &str,
    plot: PlotKind,
    caption: &str,
    panels: Vec<Panel>,
    note: &str,
    alt: &str,
) -> Chart {
    Chart {
        number: number.to_owned(),
        caption: line(caption),
        plot,
        columns: panels.len().min(2),
        panels,
        notes: vec![line(note)],
        alt: line(alt),
    }
}

fn panel(series: &[&str], rows: Vec<PlotRow>) -> Panel {
    Panel {
        id: String::new(),
        title: Vec::new(),
        series: series.iter().map(|name| line(name)).collect(),
        ticks: Vec::new(),
        rows,
    }
}

/// Id, value, thousandths and end of a mark.
type Drawn<'t> = (&'t str, &'t str, u16, MarkEnd);

fn row(id: &str, label: &str, marks: &[Option<Drawn<'_>>]) -> PlotRow {
    PlotRow {
        id: id.to_owned(),
        label: line(label),
        marks: marks.iter().map(|drawn| drawn.map(mark)).collect(),
    }
}

fn mark((id, value, to, end): Drawn<'_>) -> Mark {
    Mark {
        id: id.to_owned(),
        value: Inline::new(value, figure(id)),
        amount: dec(value.trim_matches(|character: char| !character.is_ascii_digit())),
        start: Decimal::ZERO,
        from: 0,
        to,
        end,
    }
}

fn dec(digits: &str) -> Decimal {
    digits.parse().expect("invariant: the sample has decimals")
}
