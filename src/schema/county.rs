//! `seeds/counties/<id>.yaml`.

use schemars::JsonSchema;

use super::{
    figure::{Derived, Figure, TextDoubt},
    initiative::{Initiative, Statement},
    rules,
    scalars::{Code, Id, Text},
    words::OneOf,
};
use crate::model::PlaceLevel;

/// # 县
///
/// 一县一个文件：县情、举措、数字和存疑。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = rules::source_of_statements)]
pub(super) struct County {
    /// # 县
    ///
    /// 县的编号、代码和名称。
    county: Head,
    /// # 地点和单位
    ///
    /// 数字和陈述说到的乡镇、村、社区、企业和单位；`county` 指全县，不必列出。
    places: Option<Vec<Place>>,
    /// # 提要
    ///
    /// 最要紧的内容，印出后 100 到 150 字。
    #[schemars(length(min = 1))]
    summary: Vec<Statement>,
    /// # 基本情况
    ///
    /// 县情和做法之前的背景。
    background: Option<Vec<Statement>>,
    /// # 举措
    ///
    /// 做了什么，一件一条。
    initiatives: Option<Vec<Initiative>>,
    /// # 数字
    ///
    /// 材料中的每个数字，一个一条，不论层级。
    figures: Option<Vec<Figure>>,
    /// # 推算数
    ///
    /// 由材料的数字算出的数。
    derived: Option<Vec<Derived>>,
    /// # 图
    ///
    /// 哪些数字可以并排画图。
    charts: Option<Vec<super::chart::Chart>>,
    /// # 存疑
    ///
    /// 对文本的存疑，不属于某一个数字的。
    doubts: Option<Vec<TextDoubt>>,
}

/// # 县
///
/// 县的编号、代码和名称。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Head {
    /// # 编号
    ///
    /// 与文件名相同，例如 xingxian
    id: Id,
    /// # 代码
    ///
    /// GB/T 2260 的六位代码，加引号。
    code: Code,
    /// # 县名
    ///
    /// 例如“兴县”。
    name: Text,
    /// # 所属市
    ///
    /// 例如“吕梁市”。
    city: Text,
}

/// # 地点或单位
///
/// 数字和陈述说到的一个地点或单位。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Place {
    /// # 编号
    ///
    /// 县内唯一，小写英文单词用连字符相连。
    id: Id,
    /// # 名称
    ///
    /// 例如“魏家滩镇”。
    name: Text,
    /// # 层级
    ///
    /// 乡镇、村、社区、企业或单位。
    level: OneOf<PlaceLevel>,
    /// # 上级地点
    ///
    /// 所在地点的编号，材料写明时才填。
    parent: Option<Id>,
}
