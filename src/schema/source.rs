//! `seeds/sources/<id>.yaml`.

use schemars::JsonSchema;

use super::{
    rules,
    scalars::{Count, FigureOf, Id, Line, LineHash, Period, Sha256, Text},
    words::OneOf,
};
use crate::model::LeftOut;

/// # 材料
///
/// 一份材料的说明；材料的原文不收入本库。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Source {
    /// # 编号
    ///
    /// 与文件名相同，小写英文单词用连字符相连。
    id: Id,
    /// # 标题
    ///
    /// 材料原有的标题。
    title: Text,
    /// # 形式
    ///
    /// 印在来源表里，例如“报纸版面文字稿”。
    form: Text,
    /// # 发布单位
    ///
    /// 材料没有写明时留空（null）。
    publisher: Option<Text>,
    /// # 发布日期
    ///
    /// 材料没有写明时留空（null）。
    date: Option<Period>,
    /// # 所述时段
    ///
    /// 材料讲的是哪段时间，例如 2021/2022-05
    covers: Period,
    /// # 副本
    ///
    /// 本材料是哪份材料的另一版本，写那份的编号。
    copy_of: Option<Id>,
    /// # 行数
    ///
    /// 文本共有多少行。
    lines: Count,
    /// # 校验和
    ///
    /// 文本文件的 SHA-256。
    sha256: Sha256,
    /// # 逐行索引
    ///
    /// 每个非空行一项，交代行里的每个数目字。
    index: Option<Vec<IndexLine>>,
}

/// # 一行
///
/// 材料的一个非空行。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct IndexLine {
    /// # 行号
    ///
    /// 从 1 数起。
    line: Line,
    /// # 摘要
    ///
    /// 该行文字（不含换行符）的 BLAKE3 前八位十六进制数字。
    hash: LineHash,
    /// # 数目字
    ///
    /// 该行的数目字，按出现的先后。
    numerals: Option<Vec<IndexNumeral>>,
}

/// # 数目字
///
/// 写明用在哪些数字里，或为什么不用，或属于哪个固定提法，三者写一。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = rules::use_of_numeral)]
struct IndexNumeral {
    /// # 文字
    ///
    /// 数目字连同单位，去掉空格，例如 244个
    text: Text,
    /// # 所用的数字
    ///
    /// 采用它的数字的编号，至少一个；几个县合用一份材料时写 县/数字。
    #[schemars(length(min = 1))]
    figures: Option<Vec<FigureOf>>,
    /// # 不用的原因
    ///
    /// 没有数字采用它时写明原因。
    reason: Option<OneOf<LeftOut>>,
    /// # 所属提法
    ///
    /// 它所在的固定提法的编号。
    term: Option<Id>,
}
