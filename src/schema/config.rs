//! `briefings.yaml`.

use schemars::JsonSchema;

use super::{
    scalars::{Count, Day, Id, NumberStyle, Text},
    words::OneOf,
};
use crate::model::{Comments, Format, RedRule};

/// # 工作区配置
///
/// 刊名、期号和要生成的报告。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Config {
    /// # 刊物
    ///
    /// 报头上的刊名和说明。
    serial: Serial,
    /// # 本期
    ///
    /// 期号和日期。
    edition: Edition,
    /// # 县域报告标题
    ///
    /// 接在县名之后，例如“党建引领基层治理工作情况”。
    county_title: Text,
    /// # 比较报告
    ///
    /// 每项生成一份多县比较。
    comparisons: Option<Vec<Comparison>>,
    /// # 一页通
    ///
    /// 由一份比较报告摘出的一页，文件名为 digest。
    digest: Option<Digest>,
    /// # 版记
    ///
    /// 印在最后一页日期之上的各行，例如“送：各县区委组织部”。
    imprint: Option<Vec<Text>>,
    /// # 版记在偶数页
    ///
    /// 末页为奇数页时，PDF 的版记另起一面，排在最后一张纸的背面。
    imprint_even: Option<bool>,
    /// # 红线
    ///
    /// 报头之下红线的粗细；不写时为 usual。
    red_rule: Option<OneOf<RedRule>>,
    /// # 单色
    ///
    /// 不用红色和蓝色，全部用黑色和灰色。
    mono: Option<bool>,
    /// # 批注
    ///
    /// DOCX 中在数字旁给文字人员的批注；不写时为 warnings。
    docx_comments: Option<OneOf<Comments>>,
    /// # 单位模板
    ///
    /// `templates/` 内的一份 DOCX，沿用它的页面和样式，例如“templates/house.docx”。
    reference_doc: Option<Text>,
    /// # 输出格式
    ///
    /// 不写时两种都生成。
    formats: Option<Vec<OneOf<Format>>>,
}

/// # 刊物
///
/// 报头上的刊名和说明。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Serial {
    /// # 刊名
    ///
    /// 印在报头，例如“县域材料摘编”。
    title: Text,
    /// # 标记
    ///
    /// 刊名旁的括注，例如“（样稿）”。
    mark: Option<Text>,
    /// # 期号的写法
    ///
    /// 用 {number} 代表期号，用 {year} 代表年份，例如“（第{number}期）”“〔{year}〕{number}号”；不写时为“第{number}期”。
    number: Option<NumberStyle>,
    /// # 编发单位
    ///
    /// 没有单位编发时不写。
    issuer: Option<Text>,
    /// # 说明
    ///
    /// 没有编发单位时印在报头，例如“根据公开报道整理，非正式公文”。
    note: Text,
}

/// # 本期
///
/// 期号和日期。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Edition {
    /// # 期号
    ///
    /// 第几期，写整数。
    number: Count,
    /// # 日期
    ///
    /// 印在报头的日期，写到日，例如 2026-07-01。
    date: Day,
    /// # 已签发
    ///
    /// 不写时首页印“送审稿”。
    published: Option<bool>,
}

/// # 比较报告
///
/// 一份多县比较。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Comparison {
    /// # 编号
    ///
    /// 也是文件名，小写英文单词用连字符相连。
    id: Id,
    /// # 标题
    ///
    /// 报告的标题。
    title: Text,
    /// # 参与比较的县
    ///
    /// 县的编号，2 到 12 个，按此顺序排列。
    #[schemars(length(min = 2, max = 12))]
    counties: Vec<Id>,
}

/// # 一页通
///
/// 由一份比较报告摘出的一页。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Digest {
    /// # 标题
    ///
    /// 印在页首，例如“四县党建引领基层治理一页通”。
    title: Text,
    /// # 比较报告
    ///
    /// 摘自哪份比较报告，写它的编号。
    comparison: Id,
}
