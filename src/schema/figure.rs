//! Figures, derived numbers and doubts.

use schemars::JsonSchema;

use super::{
    rules,
    scalars::{Decimal, Decimals, Id, Lines, Period, Prose, Text, UnitWord},
    words::OneOf,
};
use crate::model::{DoubtCode, Qualifier, Severity, Treatment};

/// # 数字
///
/// 材料中的一个数字；同一个数字只写一条。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = rules::quantity)]
pub(super) struct Figure {
    /// # 编号
    ///
    /// 县内唯一，小写英文单词用连字符相连，例如 admin-villages；正文用 {编号} 引用。
    id: Id,
    /// # 名称
    ///
    /// 数的是什么，单独放在表里也看得懂；名称里的界限写成引用，例如“面积达{area-upper}的社区”。
    name: Prose,
    /// # 指标
    ///
    /// 指标的编号；口径相符才写。
    indicator: Option<Id>,
    /// # 口径差异
    ///
    /// 名称相同而口径不同时，写明不同在哪里；比较表只列数，不比较。
    differs: Option<Prose>,
    /// # 数值
    ///
    /// 照原文写，不写千分位逗号和单位；原文没有具体数（如“数十”）时留空，另写 wording。
    value: Option<Decimal>,
    /// # 上限
    ///
    /// 区间的上限；只在 `qualifier` 为 range 时写。
    value_max: Option<Decimal>,
    /// # 单位
    ///
    /// 照原文写，“百、千、万、亿”可放在前面，例如 个、万元、元/斤；% 须加引号。
    unit: Option<UnitWord>,
    /// # 限定
    ///
    /// 数值的精确程度；不写时为 exact。
    qualifier: Option<OneOf<Qualifier>>,
    /// # 写法
    ///
    /// 印出的完整写法；只在数值、限定和单位拼不出时才写，例如“突破2000万元”“数十名”。
    wording: Option<Text>,
    /// # 时间
    ///
    /// 材料写明或可以推定的时间，例如 2021、2022-04、2021/2022、2024/、/2022-05；没有就留空（null）。
    period: Option<Period>,
    /// # 时间依据
    ///
    /// 时间是推定的，写明依据；目标没有期限的，写明原因。
    basis: Option<Text>,
    /// # 主体
    ///
    /// 地点的编号；不写时为全县（county）。
    subject: Option<Id>,
    /// # 目标
    ///
    /// 计划数或目标数写 true。
    target: Option<bool>,
    /// # 增减数
    ///
    /// 比从前增减了多少（如“增加224名”），不是总量时写 true。
    change: Option<bool>,
    /// # 所属整体
    ///
    /// 材料说它是其中一部分时，写整体那个数字的编号；印作“其中”。
    part_of: Option<Id>,
    /// # 出处
    ///
    /// 在哪份材料、第几行、原文怎么写。
    source: Source,
    /// # 核对
    ///
    /// 这个数应当等于什么；每次生成时重新核算。
    check: Option<Check>,
    /// # 存疑
    ///
    /// 这个数字可疑在哪里、怎么处理。
    doubt: Option<Doubt>,
}

/// # 出处
///
/// 在哪份材料、第几行、原文怎么写。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Source {
    /// # 材料
    ///
    /// 材料的编号。
    id: Id,
    /// # 行号
    ///
    /// 例如 33、33-35 或 "33-35, 40"
    lines: Lines,
    /// # 原文
    ///
    /// 原文的数目字连同单位，别的都不写，例如 574名
    printed: Text,
    /// # 又见
    ///
    /// 同一数字在别处或另一份材料里的位置。
    also: Option<Vec<Location>>,
}

/// # 位置
///
/// 一份材料的若干行。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Location {
    /// # 材料
    ///
    /// 材料的编号。
    id: Id,
    /// # 行号
    ///
    /// 例如 33、33-35 或 "33-35, 40"
    lines: Lines,
}

/// # 核对
///
/// 这个数应当等于什么，写一种关系，例如 {ratio: [部分, 整体]}；所用的数都须是准确数。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = rules::relation)]
struct Check {
    /// # 和
    ///
    /// 各部分的编号，相加。
    #[schemars(length(min = 2))]
    sum: Option<Vec<Id>>,
    /// # 差
    ///
    /// 两个编号，前一个减后一个。
    #[schemars(length(equal = 2))]
    difference: Option<Vec<Id>>,
    /// # 比
    ///
    /// 两个编号，部分在前、整体在后；单位为 % 时乘以 100。
    #[schemars(length(equal = 2))]
    ratio: Option<Vec<Id>>,
    /// # 积
    ///
    /// 两个编号，相乘。
    #[schemars(length(equal = 2))]
    product: Option<Vec<Id>>,
    /// # 增幅
    ///
    /// 两个编号，现在的数在前、从前的数在后；单位为 %。
    #[schemars(length(equal = 2))]
    growth: Option<Vec<Id>>,
    /// # 组成项数
    ///
    /// 固定提法的编号；这个数应当等于它所列的组成部分的个数。
    parts: Option<Id>,
}

/// # 算法
///
/// 由哪些数字算出，写一种关系，例如 {difference: [总数, 已完成数]}；所用的数都须是准确数。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = rules::relation)]
struct Formula {
    /// # 和
    ///
    /// 各部分的编号，相加。
    #[schemars(length(min = 2))]
    sum: Option<Vec<Id>>,
    /// # 差
    ///
    /// 两个编号，前一个减后一个。
    #[schemars(length(equal = 2))]
    difference: Option<Vec<Id>>,
    /// # 比
    ///
    /// 两个编号，部分在前、整体在后；单位为 % 时乘以 100。
    #[schemars(length(equal = 2))]
    ratio: Option<Vec<Id>>,
    /// # 积
    ///
    /// 两个编号，相乘。
    #[schemars(length(equal = 2))]
    product: Option<Vec<Id>>,
    /// # 增幅
    ///
    /// 两个编号，现在的数在前、从前的数在后；单位为 %。
    #[schemars(length(equal = 2))]
    growth: Option<Vec<Id>>,
}

/// # 推算数
///
/// 由本县同一份材料的准确数算出的数。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Derived {
    /// # 编号
    ///
    /// 与数字的编号放在一起也须唯一。
    id: Id,
    /// # 名称
    ///
    /// 算出的是什么。
    name: Prose,
    /// # 单位
    ///
    /// 算出的数的单位；% 须加引号。
    unit: Option<UnitWord>,
    /// # 小数位数
    ///
    /// 0 到 6，不写时为 0。
    decimals: Option<Decimals>,
    /// # 时间
    ///
    /// 写法与数字相同，例如 2021
    period: Option<Period>,
    /// # 主体
    ///
    /// 地点的编号；不写时为全县（county）。
    subject: Option<Id>,
    /// # 算法
    ///
    /// 由哪些数字、怎样算出。
    formula: Formula,
}

/// # 存疑
///
/// 可疑在哪里、怎么处理。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Doubt {
    /// # 种类
    ///
    /// 可疑在哪里。
    code: OneOf<DoubtCode>,
    /// # 轻重
    ///
    /// 是否须让读者知道；各种“不符”必须写 serious。
    severity: OneOf<Severity>,
    /// # 处理
    ///
    /// 怎么处理；不写时为 as-printed。
    treatment: Option<OneOf<Treatment>>,
    /// # 说明
    ///
    /// 用中性的话说明；各种“不符”由程序措辞，不必写。
    note: Option<Prose>,
    /// # 正确内容
    ///
    /// 能确定时，写明正确的应当是什么。
    right: Option<Text>,
}

/// # 存疑
///
/// 对文本的存疑，不属于某一个数字。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct TextDoubt {
    /// # 编号
    ///
    /// 县内唯一。
    id: Text,
    /// # 种类
    ///
    /// 可疑在哪里。
    code: OneOf<DoubtCode>,
    /// # 轻重
    ///
    /// 是否须让读者知道。
    severity: OneOf<Severity>,
    /// # 处理
    ///
    /// 怎么处理；不写时为 as-printed。
    treatment: Option<OneOf<Treatment>>,
    /// # 出处
    ///
    /// 材料的编号。
    source: Id,
    /// # 行号
    ///
    /// 例如 33、33-35 或 "33-35, 40"
    lines: Lines,
    /// # 原文
    ///
    /// 可疑的几个字。
    printed: Option<Text>,
    /// # 说明
    ///
    /// 用中性的话说明可疑在哪里。
    note: Prose,
    /// # 正确内容
    ///
    /// 能确定时，写明正确的应当是什么。
    right: Option<Text>,
}
