//! The files that schemas and parser are compared on.

use std::fs;

use county_briefings::schema::FileKind;

use crate::{
    small,
    support::{files_below, repository},
};

/// A file of a known kind.
pub(super) struct File {
    pub(super) name: String,
    pub(super) kind: FileKind,
    pub(super) text: String,
}

/// The repository's own data, the small workspace and [`KEYS`]. Nothing is wrong with their form.
pub(super) fn files() -> Vec<File> {
    let real = real_paths().into_iter().map(|path| {
        let text = fs::read_to_string(repository().join(&path)).unwrap();
        (path, text)
    });
    let small = small::FILES.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let named = real.chain(small).map(|(name, text)| File {
        kind: FileKind::of(&name).unwrap(),
        name,
        text,
    });
    let keys = KEYS.iter().enumerate().map(|(index, (kind, text))| File {
        name: format!("keys/{index}"),
        kind: *kind,
        text: (*text).to_owned(),
    });
    named.chain(keys).collect()
}

/// The paths of the repository's own data files.
pub(super) fn real_paths() -> Vec<String> {
    let seeds = files_below(&repository().join("seeds")).into_iter();
    let mut paths: Vec<String> = seeds
        .filter(|path| path.ends_with(".yaml"))
        .map(|path| format!("seeds/{path}"))
        .collect();
    paths.push("briefings.yaml".to_owned());
    paths
}

/// Keys and words that the other files have no use for.
const KEYS: &[(FileKind, &str)] = &[
    (
        FileKind::Config,
        "\
serial: {title: 摘编, mark: （样稿）, number: '〔{year}〕{number}号', issuer: 某部, note: 内部资料}
edition: {number: '7', date: 2024-02-29, published: true}
imprint: [报：上级]
imprint_even: true
red_rule: double
mono: true
docx_comments: all
reference_doc: templates/house.docx
county_title: 工作情况
",
    ),
    (
        FileKind::Themes,
        "\
themes:
  - {id: 7, name: 7, scope: 7}
",
    ),
    (
        FileKind::Terms,
        "\
terms:
  - id: two-parts
    text: “两条”
    kind: title
    counties: [jiaxian]
    parts: [一条, 又一条]
    variants: [“二条”]
    source: jia
    lines: '3'
",
    ),
    (
        FileKind::Source,
        "\
id: jia
title: 甲县
form: 网页文字稿
publisher: 甲县日报
date: 2025-01
covers: /2024-12
copy_of: yi
lines: '20'
sha256: 0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef
",
    ),
    (
        FileKind::County,
        "\
county: {id: jiaxian, code: 990101, name: 甲县, city: 东州市}
places:
  - {id: lu, name: 路社区, level: community, parent: county}
summary:
  - {kind: condition, modality: under-way, lines: '3-5, 7', source: jia, place: lu, text: '居民{a.value}、{b}'}
background:
  - {kind: condition, modality: planned, lines: 8, source: yi, place: lu, text: 地处山区}
initiatives: ~
derived:
  - {id: d, name: 每户, unit: 名, decimals: 2, period: 2024/, subject: lu, formula: {ratio: [a, b]}}
  - {id: e, name: 总数, formula: {product: [a, b]}}
charts:
  - {id: 图一, title: '居民{a}', kind: bar, figures: [a, b], labels: {a: 居民, b: 户}, note: 年末数}
  - {id: 图二, title: 居民, kind: dot, figures: [a, b]}
  - {id: 图三, title: 居民, kind: share, figures: [a, b], labels: {a: '居民{a}'}, of: d}
  - {id: 图四, title: 居民, kind: grouped-bar, rows: [居民, 户], series: [{name: 一, figures: [a, b]}, {name: 二, figures: [b, a]}]}
  - {id: 图五, title: 居民, kind: slope, rows: [居民], series: [{name: 前, figures: [a]}, {name: 后, figures: [b]}]}
  - {id: 图六, title: 做法, kind: timeline, initiatives: [x, y], note: 时间据材料}
figures:
  - id: a
    name: 居民
    indicator: people
    differs: 含学生
    value: '1.50'
    value_max: 2
    unit: 万名
    qualifier: range
    wording: 一两万名
    period: /2024-05
    basis: 据材料年份推定
    subject: lu
    target: true
    part_of: b
    check: {sum: [b, c, d]}
    doubt: {code: unclear, severity: minor, treatment: first-copy, note: '见{b}'}
    source: {id: jia, lines: 3, printed: 1.5, also: [{id: yi, lines: '4-4'}]}
  - id: b
    name: 户
    wording: 数十户
    value: null
    check: {product: [a, c]}
    source: {id: jia, lines: 0004, printed: 数十户}
  - id: c
    name: 户
    value: 0
    check: {difference: [a, c], sum: null}
    source: {id: jia, lines: 5, printed: 0户}
doubts:
  - {id: 疑, code: spliced, severity: minor, treatment: usual-name, source: jia, lines: 9, printed: 7, note: 拼接}
",
    ),
    (
        FileKind::Indicators,
        "\
indicators:
  - {id: centres, name: 中心, definition: 个数, unit: 个, kind: stock, per: villages}
",
    ),
    (
        FileKind::Source,
        "\
id: jia
title: 甲县
form: 网页文字稿
covers: 2024
lines: 20
sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
index:
  - {line: 2, hash: 5c0f1a9e}
  - {line: '3', hash: 12345678, numerals: ~}
  - line: 4
    hash: '12e45678'
    numerals:
      - {text: 244个, figures: [admin-villages, yixian/admin-villages]}
      - {text: 7, reason: date, term: ~}
      - {text: 四大, term: four-leading-bodies}
",
    ),
    (
        FileKind::County,
        "\
county: {id: jiaxian, code: 990101, name: 甲县, city: 东州市}
summary:
  - {kind: result, modality: claimed, lines: 3, text: '居民{a}'}
derived:
  - {id: d, name: 增幅, unit: '%', formula: {growth: [a, b]}}
figures:
  - id: a
    name: 增加的居民
    value: 2
    change: true
    check: {growth: [b, c]}
    doubt: {code: unclear, severity: minor, right: 两户}
    source: {id: jia, lines: 3, printed: 2}
  - id: b
    name: 条数
    value: 2
    check: {parts: two-parts}
    source: {id: jia, lines: 3, printed: 2}
doubts:
  - {id: 疑, code: spliced, severity: minor, source: jia, lines: 9, note: 拼接, right: 两句}
",
    ),
];
