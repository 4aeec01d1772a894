//! Themes, indicators and terms.

use schemars::JsonSchema;

use super::{
    scalars::{Id, Lines, Text, UnitWord},
    words::OneOf,
};
use crate::model::{IndicatorKind, TermKind};

/// # 主题
///
/// 报告的主题，按印出的先后排列。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Themes {
    /// # 主题
    ///
    /// 按印出的先后排列。
    themes: Vec<Theme>,
}

/// # 主题
///
/// 报告的一个主题。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Theme {
    /// # 编号
    ///
    /// 举措用它归入主题；小写英文单词用连字符相连。
    id: Id,
    /// # 名称
    ///
    /// 印作小标题，例如“党群服务阵地”。
    name: Text,
    /// # 范围
    ///
    /// 哪些内容归入这个主题，供录入时参考，不印出。
    scope: Option<Text>,
}

/// # 指标
///
/// 各县可以比较的指标，按比较表的顺序排列。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Indicators {
    /// # 指标
    ///
    /// 按比较表的顺序排列。
    indicators: Vec<Indicator>,
}

/// # 指标
///
/// 各县可以比较的一个指标。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Indicator {
    /// # 编号
    ///
    /// 数字用它对应指标；小写英文单词用连字符相连。
    id: Id,
    /// # 名称
    ///
    /// 印在比较表里，例如“行政村数”。
    name: Text,
    /// # 口径
    ///
    /// 准确说明数的是什么，例如“县域内行政村的个数”。
    definition: Text,
    /// # 单位
    ///
    /// 比较时用的单位，例如 个；% 须加引号。
    unit: UnitWord,
    /// # 类别
    ///
    /// 时点数、时期数、比率，或自有做法的项数。
    kind: OneOf<IndicatorKind>,
    /// # 分母指标
    ///
    /// 另一指标的编号；两数相除，大小不同的县才好比较。
    per: Option<Id>,
}

/// # 固定提法
///
/// 固定提法和做法名称，一字不改。名称里的数字不算数字。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Terms {
    /// # 固定提法
    ///
    /// 固定提法和做法名称，一字不改。
    terms: Vec<Term>,
}

/// # 固定提法
///
/// 一个固定提法、做法名称或文件名称。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Term {
    /// # 编号
    ///
    /// 小写英文单词用连字符相连，例如 one-six-one-seven
    id: Id,
    /// # 原文
    ///
    /// 一字不改，连同引号，例如“1617”社区治理模式。
    text: Text,
    /// # 类别
    ///
    /// 自有做法、通行提法或文件名称。
    kind: OneOf<TermKind>,
    /// # 见于哪些县
    ///
    /// 县的编号。
    counties: Option<Vec<Id>>,
    /// # 组成部分
    ///
    /// 材料列出时才写，一字不改，写简称。
    parts: Option<Vec<Text>>,
    /// # 误写
    ///
    /// 材料中见到的错误写法；正文里出现会报错。
    variants: Option<Vec<Text>>,
    /// # 出处
    ///
    /// 材料的编号。
    source: Option<Id>,
    /// # 行号
    ///
    /// 在材料的第几行，例如 72 或 22-23
    lines: Option<Lines>,
}
