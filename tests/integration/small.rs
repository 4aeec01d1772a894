//! A small workspace of two invented counties in which every kind of entry occurs and nothing is wrong.

/// Every file, path and text. Layout and content templates are those of the program.
pub(crate) const FILES: [(&str, &str); 8] = [
    ("briefings.yaml", CONFIG),
    ("seeds/themes.yaml", THEMES),
    ("seeds/indicators.yaml", INDICATORS),
    ("seeds/terms.yaml", TERMS),
    (JIA_SOURCE, JIA_DESCRIBED),
    (YI_SOURCE, YI_DESCRIBED),
    (JIA, JIA_COUNTY),
    (YI, YI_COUNTY),
];

/// The file of 甲县.
pub(crate) const JIA: &str = "seeds/counties/jiaxian.yaml";
/// The file of 乙县.
pub(crate) const YI: &str = "seeds/counties/yixian.yaml";

/// The description of the source of 甲县.
pub(crate) const JIA_SOURCE: &str = "seeds/sources/jia.yaml";
/// The description of the source of 乙县.
pub(crate) const YI_SOURCE: &str = "seeds/sources/yi.yaml";
/// The text of the source of 甲县.
pub(crate) const JIA_TEXT: &str = "texts/jia.txt";
/// The text of the source of 乙县, beside the workspace's own files.
pub(crate) const YI_TEXT: &str = "texts/yi.txt";

/// The description of the source of a county.
pub(crate) fn source_of(county: &str) -> &'static str {
    match county {
        JIA => JIA_SOURCE,
        YI => YI_SOURCE,
        other => panic!("no county `{other}`"),
    }
}

const CONFIG: &str = "\
serial:
  title: 县域材料摘编
  mark: （样稿）
  note: 根据公开报道整理，非正式公文
edition:
  number: 1
  date: 2026-01-15
county_title: 基层治理工作情况
comparisons:
  - id: both
    title: 两县基层治理比较
    counties: [jiaxian, yixian]
formats: [pdf, docx]
";

const THEMES: &str = "\
themes:
  - id: organisation
    name: 基层组织建设
    scope: 党组织设置与干部培训
  - id: service
    name: 党群服务阵地
  - id: grid
    name: 网格化治理
";

const INDICATORS: &str = "\
indicators:
  - id: villages
    name: 行政村数
    definition: 县域内行政村的个数
    unit: 个
    kind: stock
  - id: centres
    name: 党群服务中心数
    definition: 县域内党群服务中心的个数
    unit: 个
    kind: stock
  - id: grids
    name: 网格数
    definition: 县域内网格的个数
    unit: 个
    kind: stock
";

const TERMS: &str = "\
terms:
  - id: one-three-four
    text: “134”工作法
    kind: scheme
    counties: [jiaxian]
    variants: [“143”工作法]
    source: jia
    lines: 7
  - id: talk-first
    text: “有事来商量”
    kind: formulation
    counties: [jiaxian]
    variants: [“有事好商量”]
    source: jia
    lines: 11
";

const JIA_DESCRIBED: &str = "\
id: jia
title: 甲县：服务送到家门口
form: 报纸版面文字稿
publisher: 甲县日报
date: 2025-01-20
covers: 2023/2024
lines: 20
sha256: 7c3ed37cd0abb6e2c18dc9be1a386b46afe7d307ef202aa6ee27b32f463f62e3
index:
  - {line: 1, hash: \"9288ac25\"}
  - line: 2
    hash: \"05421b87\"
    numerals:
      - text: \"120个\"
        figures: [villages]
  - line: 3
    hash: \"32b79cd8\"
    numerals:
      - text: \"32个\"
        figures: [renovated]
  - line: 4
    hash: \"06dc1092\"
    numerals:
      - text: \"3.6万余平方米\"
        figures: [area]
  - line: 5
    hash: \"b7fd6241\"
    numerals:
      - text: \"96个\"
        figures: [centres]
      - text: \"80%\"
        figures: [centre-share]
  - {line: 6, hash: \"c717fba5\"}
  - line: 7
    hash: \"08842c6c\"
    numerals:
      - text: \"134\"
        term: one-three-four
  - line: 8
    hash: \"b60ff4d8\"
    numerals:
      - text: \"410名\"
        figures: [trained]
      - text: \"150名\"
        figures: [cadres]
  - line: 9
    hash: \"c6e12094\"
    numerals:
      - text: \"250名\"
        figures: [activists]
      - text: \"2024年\"
        reason: date
  - {line: 10, hash: \"6adcac31\"}
  - line: 11
    hash: \"84256ab9\"
    numerals:
      - text: \"58户\"
        figures: [households]
  - line: 12
    hash: \"c99bcc05\"
    numerals:
      - text: \"第一\"
        reason: ordinal
  - {line: 14, hash: \"d8677de9\"}
  - {line: 20, hash: \"a598b815\"}
";

macro_rules! yi_index {
    () => {
        "\
index:
  - {line: 1, hash: \"c410d60c\"}
  - line: 2
    hash: \"186b771e\"
    numerals:
      - text: \"98个\"
        figures: [villages]
  - line: 3
    hash: \"2ec34b95\"
    numerals:
      - text: \"745个\"
        figures: [grids]
  - line: 4
    hash: \"7d813dd3\"
    numerals:
      - text: \"近1100名\"
        figures: [grid-workers]
  - {line: 5, hash: \"89276cb1\"}
  - line: 6
    hash: \"530c140a\"
    numerals:
      - text: \"60余个\"
        figures: [centres]
  - {line: 7, hash: \"69056391\"}
  - {line: 12, hash: \"0235ce64\"}
"
    };
}

const YI_DESCRIBED: &str = concat!(
    "\
id: yi
title: 乙县：网格连着你我他
form: 网页文字稿
publisher: null
date: null
covers: 2023/2024
lines: 12
sha256: 25f3ad0a8748c3b6869e9dfbe800c37dc7dcbce130f5d76dbd96f3790c5d1590
",
    yi_index!()
);

/// The index of the source of 乙县, the end of its file.
pub(crate) const YI_INDEX: &str = yi_index!();

const JIA_COUNTY: &str = "\
county:
  id: jiaxian
  code: \"990101\"
  name: 甲县
  city: 东州市
places:
  - id: qingshan
    name: 青山乡
    level: township
  - id: liuwan
    name: 柳湾村
    level: village
    parent: qingshan
summary:
  - kind: result
    modality: claimed
    lines: 2-5, 7-8
    text: >-
      据报道，甲县把服务群众作为基层治理的着力点，{villages}行政村建成{centres}党群服务中心，
      占行政村的{centre-share}，当年改造{renovated}，总面积{area}。推行“134”工作法，培训村干部和
      党员骨干{trained}；柳湾村设立议事场所，邻里事项在村里商量，群众办事不用再跑远路。
background:
  - kind: condition
    modality: claimed
    lines: 2
    text: 甲县下辖{villages}行政村，山区村居住分散，群众办事多有不便。
initiatives:
  - id: centre-building
    name: 党群服务中心建设
    gist: 县委组织部统筹资金，分批改造村级党群服务中心并配齐服务窗口。
    themes: [service]
    level: county
    actors: [甲县县委组织部]
    how: [{carrier: site, lines: 3}, {form: centre, lines: 5}]
    period: 2024
    source: jia
    lines: 3-6
    figures: [without-centre]
    statements:
      - kind: practice
        modality: done
        lines: 3-4
        text: 县委组织部统筹资金，当年改造党群服务中心{renovated}，面积合计{area}。
      - kind: result
        modality: claimed
        lines: 5-6
        text: 全县建成{centres}党群服务中心，占行政村的{centre-share}。
  - id: work-method
    name: “134”工作法
    gist: 该县以“134”工作法统筹支部建设，组织干部和骨干集中培训。
    themes: [organisation, service]
    level: county
    actors: [甲县县委组织部]
    how: [{carrier: training, lines: 8}]
    period: 2024
    source: jia
    lines: 7-9
    statements:
      - kind: practice
        modality: done
        lines: 7-9
        text: 推行“134”工作法，培训村干部和党员骨干{trained}，其中村干部{cadres}、党员骨干{activists}。
  - id: meeting-hall
    name: 柳湾村议事场所
    gist: 柳湾村把闲置院落改成议事场所，由党员联系农户收集意见。
    themes: [organisation]
    level: village
    place: liuwan
    actors: [柳湾村党支部]
    how: [{carrier: deliberation, lines: 10-12}]
    source: jia
    lines: 10-12
    statements:
      - kind: practice
        modality: done
        lines: 10-12
        text: 柳湾村党支部把闲置院落改成议事场所，党员联系{households}农户，以“有事来商量”的办法收集意见。
figures:
  - id: villages
    name: 行政村
    indicator: villages
    value: 120
    unit: 个
    period: 2024
    source: {id: jia, lines: 2, printed: 120个}
  - id: centres
    name: 党群服务中心
    indicator: centres
    value: 96
    unit: 个
    period: 2024
    source: {id: jia, lines: 5, printed: 96个}
  - id: centre-share
    name: 建成党群服务中心的行政村占比
    value: 80
    unit: \"%\"
    period: 2024
    check: {ratio: [centres, villages]}
    source: {id: jia, lines: 5, printed: 80%}
  - id: renovated
    name: 当年改造的党群服务中心
    value: 32
    unit: 个
    period: 2024
    part_of: centres
    source: {id: jia, lines: 3, printed: 32个}
  - id: area
    name: 改造党群服务中心面积
    value: 3.6
    unit: 万平方米
    qualifier: over
    period: 2024
    source: {id: jia, lines: 4, printed: 3.6万余平方米}
  - id: trained
    name: 参训人员
    value: 410
    unit: 名
    period: 2024
    check: {sum: [cadres, activists]}
    doubt: {code: sum-mismatch, severity: serious, treatment: as-printed}
    source: {id: jia, lines: 8, printed: 410名}
  - id: cadres
    name: 参训村干部
    value: 150
    unit: 名
    period: 2024
    part_of: trained
    source: {id: jia, lines: 8, printed: 150名}
  - id: activists
    name: 参训党员骨干
    value: 250
    unit: 名
    period: 2024
    part_of: trained
    source: {id: jia, lines: 9, printed: 250名}
  - id: households
    name: 党员联系的农户
    value: 58
    unit: 户
    subject: liuwan
    source: {id: jia, lines: 11, printed: 58户}
derived:
  - id: without-centre
    name: 尚未建成党群服务中心的行政村
    unit: 个
    period: 2024
    formula: {difference: [villages, centres]}
charts:
  - id: centres
    title: 甲县党群服务中心建设情况
    kind: bar
    figures: [centres, renovated]
    labels:
      renovated: 当年改造
    note: 改造数为建成数的一部分。
doubts:
  - id: broken-off
    code: truncated
    severity: serious
    treatment: left-out
    source: jia
    lines: 20
    note: 文末一句没有写完
";

const YI_COUNTY: &str = "\
county:
  id: yixian
  code: \"990202\"
  name: 乙县
  city: 西州市
summary:
  - kind: result
    modality: claimed
    lines: 2-6
    text: >-
      据报道，乙县以网格为基层治理的底座，在{villages}行政村和城乡社区划分{grids}网格，配备专职和
      兼职网格员{grid-workers}，建成{centres}党群服务中心。网格员每日巡查、上报和跟办，居民
      反映的问题由乡镇统一分派，办结情况向居民公开，邻里之间的小矛盾尽量在网格内化解。
initiatives:
  - id: grid-workers
    name: 网格员队伍建设
    gist: 乙县重新划分网格，配备专职和兼职网格员，问题由乡镇统一分派。
    themes: [grid]
    level: county
    actors: [乙县县委政法委]
    how: [{carrier: setup, lines: 2-4}, {form: grid, lines: 2}]
    period: 2023/2024
    source: yi
    lines: 2-5
    statements:
      - kind: practice
        modality: done
        lines: 2-4
        text: 乙县划分{grids}网格，配备网格员{grid-workers}，开展巡查、上报和跟办。
      - kind: result
        modality: claimed
        lines: 5
        text: 据报道，居民反映的问题多数在网格内得到解决。
  - id: centre-upgrade
    name: 党群服务中心提升
    gist: 乙县在{villages}行政村建成{centres}党群服务中心，开放活动场地。
    themes: [service]
    level: county
    actors: [乙县县委组织部]
    how: [{carrier: site, lines: 6}]
    period: 2024
    source: yi
    lines: 2, 6
    statements:
      - kind: practice
        modality: done
        lines: 6
        text: 乙县建成{centres}党群服务中心，向居民开放活动场地。
figures:
  - id: villages
    name: 行政村
    indicator: villages
    value: 98
    unit: 个
    period: 2023
    source: {id: yi, lines: 2, printed: 98个}
  - id: grids
    name: 网格
    indicator: grids
    value: 745
    unit: 个
    period: 2024
    source: {id: yi, lines: 3, printed: 745个}
  - id: grid-workers
    name: 网格员
    value: 1100
    unit: 名
    qualifier: near
    period: 2024
    source: {id: yi, lines: 4, printed: 近1100名}
  - id: centres
    name: 党群服务中心
    indicator: centres
    differs: 含城市社区的党群服务中心。
    value: 60
    unit: 个
    qualifier: over
    period: 2024
    source: {id: yi, lines: 6, printed: 60余个}
";

/// The texts of the sources, name and text, as a newspaper prints them: words and numbers run over lines.
pub(crate) const TEXTS: [(&str, &str); 2] = [(JIA_TEXT, JIA_PRINTED), (YI_TEXT, YI_PRINTED)];

const JIA_PRINTED: &str = "\
甲县：服务送到家门口
甲县有行政村120个，多在山区。
去年县里改造村级党群服务中心32个，
面积3.6万余平方米，窗口配齐。
全县建成党群服务中心96个，占行政村的80%，
村民办事少跑路。
县里还推行“134”工作法，
培训410名，其中村干部150名、党员骨
干250名，2024年底结束。
青山乡柳湾村的闲院成了议事的地方，
党员联系58户，有话当面讲，“有事来商量”。
第一次议事就定下修路。

县城也设了议事点。





记者在村里看到，";

const YI_PRINTED: &str = "\
乙县：网格连着你我他
乙县98个行政村和城里的社区一起划网格，
共划出745个，
配了近1100名网格员，每天巡查。
居民说问题大多在网格里办了。
全县建成60余个党群服务中心，
晚上也开门。




（完）";
