//! Charts.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{
    rules,
    scalars::{Id, Prose, Text},
    words::OneOf,
};
use crate::model::ChartKind;

/// # 图
///
/// 可以并排来看的数字；每种图有自己的键。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = rules::keys_of_chart)]
pub(super) struct Chart {
    /// # 编号
    ///
    /// 县内唯一。
    id: Text,
    /// # 图题
    ///
    /// 印在图的下方。
    title: Prose,
    /// # 图的种类
    ///
    /// 怎样画；bar、dot 和 share 写 figures，grouped-bar 和 slope 写 rows 和 series，timeline 写 initiatives。
    kind: OneOf<ChartKind>,
    /// # 数字
    ///
    /// 画入图中的数字的编号，按此顺序；须同类、同期、同一主体。
    figures: Option<Vec<Id>>,
    /// # 标签
    ///
    /// 数字编号对应的短标签；不写时用数字的名称。
    labels: Option<BTreeMap<String, Prose>>,
    /// # 整体
    ///
    /// 各部分相加所得的数字的编号；它的关系 sum 须恰好是这些部分。
    of: Option<Id>,
    /// # 各行
    ///
    /// 每行的标签，按此顺序。
    rows: Option<Vec<Prose>>,
    /// # 各组
    ///
    /// 同一行里相对照的各组数字；slope 写两组，前者在先。
    series: Option<Vec<Series>>,
    /// # 举措
    ///
    /// 举措的编号，按此顺序；各有写明的时间。
    initiatives: Option<Vec<Id>>,
    /// # 说明
    ///
    /// 印在图题下。
    note: Option<Prose>,
}

/// # 一组数字
///
/// 一个时间或一个方面的数字，每行一个。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Series {
    /// # 组名
    ///
    /// 时间或方面，例如 2020年。
    name: Prose,
    /// # 数字
    ///
    /// 每行一个数字的编号，按行的顺序。
    figures: Vec<Id>,
}
