//! Initiatives and statements.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    scalars::{Id, Lines, Period, Prose, Text},
    words::OneOf,
};
use crate::model::{Facet, Kind, Modality, PlaceLevel};

/// # 举措
///
/// 县、乡镇、村或企业做的一件事。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Initiative {
    /// # 编号
    ///
    /// 县内唯一，小写英文单词用连字符相连。
    id: Id,
    /// # 名称
    ///
    /// 至多 14 字，说明做法；有自己名称的用原名。
    name: Prose,
    /// # 概述
    ///
    /// 一句话，25 到 60 字：谁用什么办法做什么；用于比较报告。
    gist: Prose,
    /// # 主题
    ///
    /// 主题的编号，主要的放在最前。
    #[schemars(length(min = 1))]
    themes: Vec<Id>,
    /// # 层级
    ///
    /// 由哪一级来做。
    level: OneOf<PlaceLevel>,
    /// # 地点
    ///
    /// 地点的编号；县一级的不写。
    place: Option<Id>,
    /// # 承担单位
    ///
    /// 材料写明的机关和组织，用全称，不写人名。
    actors: Option<Vec<Text>>,
    /// # 时间
    ///
    /// 材料没有写明时留空（null）。
    period: Option<Period>,
    /// # 出处
    ///
    /// 材料的编号。
    source: Id,
    /// # 行号
    ///
    /// 材料中说到它的所有行，例如 33-35 或 "33-35, 40"
    lines: Lines,
    /// # 工作机制
    ///
    /// 怎样做：载体、组织形式、参与主体等，各写一条，主要的载体放在最前；比较报告按它把各县的做法放在一起。
    how: Option<Vec<How>>,
    /// # 其他数字
    ///
    /// 属于它而陈述中没有提到的数字的编号。
    figures: Option<Vec<Id>>,
    /// # 陈述
    ///
    /// 至少一条。
    #[schemars(length(min = 1))]
    statements: Vec<Statement>,
}

/// One facet of how an initiative works, with its lines.
pub(super) struct How;

impl JsonSchema for How {
    fn schema_name() -> Cow<'static, str> {
        "How".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = serde_json::Map::new();
        for facet in Facet::ALL {
            let (words, names): (Vec<&str>, Vec<&str>) = facet
                .values()
                .iter()
                .map(|(word, means)| (*word, means.name))
                .unzip();
            let of_facet = json_schema!({
                "title": facet.name(),
                "description": format!("{}。从所列的词中选一个", asked(*facet)),
                "type": "string",
                "enum": words,
                "enumDescriptions": names,
            });
            properties.insert(facet.key().to_owned(), of_facet.to_value());
        }
        let mut lines = Lines::json_schema(generator);
        lines.insert("title".to_owned(), "行号".into());
        let told = "材料中写明它的行，在举措的行号之内，例如 33-35 或 \"33-35, 40\"";
        lines.insert("description".to_owned(), told.into());
        properties.insert("lines".to_owned(), lines.to_value());
        json_schema!({
            "title": "机制的一个方面",
            "description": "只写一个方面和材料中写明它的行，例如 {checking: publicity, lines: 12}",
            "type": "object",
            "properties": properties,
            "required": ["lines"],
            "additionalProperties": false,
            "minProperties": 2,
            "maxProperties": 2,
        })
    }
}

/// What a facet asks.
fn asked(facet: Facet) -> &'static str {
    match facet {
        Facet::Carrier => "靠什么来做，每个举措至少一条",
        Facet::Form => "为此设立了什么组织",
        Facet::Actors => "谁参加",
        Facet::Funding => "钱从哪里来",
        Facet::Incentive => "参加的人得到什么",
        Facet::Checking => "由谁、怎样检查",
        Facet::Coverage => "做到哪些单位",
        Facet::Digital => "用了哪些信息手段",
    }
}

/// # 陈述
///
/// 一两句话，用自己的话写，不抄原文，不写人名。
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Statement {
    /// # 内容
    ///
    /// 做法、成效或背景。
    kind: OneOf<Kind>,
    /// # 把握
    ///
    /// 已完成、进行中、计划中，或材料的说法。
    modality: OneOf<Modality>,
    /// # 行号
    ///
    /// 出自材料的第几行，例如 33、33-35 或 "33-35, 40"
    lines: Lines,
    /// # 出处
    ///
    /// 材料的编号；与举措相同时不写，提要和基本情况中与本县第一份材料相同时不写。
    source: Option<Id>,
    /// # 地点
    ///
    /// 地点的编号；说的是比举措更小的地点时才写。
    place: Option<Id>,
    /// # 正文
    ///
    /// 不直接写数字，写 {数字编号}，例如“建成{centres}党群服务中心”；放在 >- 之下。
    text: Prose,
}
