//! Closed sets of words, each word with what it means.

use std::{borrow::Cow, marker::PhantomData};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::model::{
    ChartKind, Comments, DoubtCode, Format, IndicatorKind, Kind, LeftOut, Modality, PlaceLevel,
    Qualifier, RedRule, Severity, TermKind, Treatment,
};

/// One of the words of `T`.
pub(super) struct OneOf<T>(PhantomData<T>);

impl<T: Meaning> JsonSchema for OneOf<T> {
    fn schema_name() -> Cow<'static, str> {
        std::any::type_name::<T>().into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let (words, values): (Vec<&str>, Vec<T>) = T::ALL.iter().copied().unzip();
        let meanings: Vec<&str> = values.into_iter().map(T::meaning).collect();
        json_schema!({
            "description": "从所列的词中选一个",
            "type": "string",
            "enum": words,
            "enumDescriptions": meanings,
        })
    }
}

/// Values that have a word in the data and a meaning to be shown beside it.
pub(super) trait Meaning: Copy + 'static {
    /// All values with the words that the parser knows.
    const ALL: &'static [(&'static str, Self)];

    /// What the word means, in a few words.
    fn meaning(self) -> &'static str;
}

macro_rules! meanings {
    ($($type:ident { $($value:ident => $meaning:literal)* })*) => {$(
        impl Meaning for $type {
            const ALL: &'static [(&'static str, Self)] = &Self::WORDS;

            fn meaning(self) -> &'static str {
                match self {
                    $(Self::$value => $meaning,)*
                }
            }
        }
    )*};
}

meanings! {
    Format {
        Pdf => "排版文件"
        Docx => "可编辑文稿"
    }
    ChartKind {
        Bar => "条形图"
        Dot => "点图"
        GroupedBar => "分组条形图：每行两三条"
        Slope => "前后对比图：每行一条线，从前到后"
        Share => "构成图：各部分合成整体"
        Timeline => "时间轴：各举措的起止时间"
    }
    Comments {
        None => "没有批注"
        Warnings => "数据检查的提示"
        All => "提示和每条存疑"
    }
    RedRule {
        Thin => "1磅"
        Usual => "2磅，比较材料1.5磅"
        Thick => "3磅"
        Double => "武文线，上粗下细"
    }
    PlaceLevel {
        County => "县"
        Township => "乡、镇、街道"
        Village => "村"
        Community => "社区"
        Enterprise => "企业"
        Organ => "机关、单位和其他组织"
    }
    Kind {
        Practice => "做法：做了什么、怎么做"
        Result => "成效：取得了什么结果"
        Condition => "背景：此前是什么情况"
    }
    Modality {
        Done => "已经完成"
        UnderWay => "正在进行"
        Planned => "计划中，目标也在内"
        Claimed => "材料的评价或自述的成效"
    }
    Qualifier {
        Exact => "准确数，不写时即此"
        About => "约、左右"
        Over => "余、多、突破、超过"
        Near => "近"
        AtLeast => "以上、不低于"
        AtMost => "以下、不超过"
        UpTo => "最高、最多"
        Range => "区间，上限写在 value_max"
    }
    DoubtCode {
        RatioMismatch => "占比与分子、分母不符"
        SumMismatch => "合计与各部分之和不符"
        DifferenceMismatch => "差额与前后两数不符"
        ProductMismatch => "乘积与因数不符"
        GrowthMismatch => "增幅与前后两数不符"
        PartsMismatch => "项数与所列的项数不符"
        PartExceedsWhole => "部分大于整体"
        Implausible => "不合常理"
        Unclear => "主体、范围或读法不确定"
        Misprint => "错字或误认"
        NameVariant => "同一名称有几种写法"
        Spliced => "句段拼接"
        Repeated => "段落重复"
        Truncated => "语句中断"
        CopiesDiffer => "两份材料不一致"
        TargetAsResult => "把目标说成结果"
        CoverageClaim => "“全覆盖”等说法与数字不符"
    }
    Severity {
        Serious => "读者须知，印在“数据说明”里"
        Minor => "只留在数据里"
    }
    Treatment {
        AsPrinted => "照原文采用，不写时即此"
        LeftOut => "不采用：表格和正文都不出现"
        FirstCopy => "采用第一份材料的写法"
        UsualName => "采用通行的名称"
    }
    IndicatorKind {
        Stock => "时点数"
        Flow => "时期数"
        Ratio => "比率或平均数"
        SchemeParts => "某县自有做法的组成项数，不与他县相比"
    }
    TermKind {
        Scheme => "某县自有做法的名称"
        Formulation => "通行的提法"
        Title => "文件名称"
    }
    LeftOut {
        Date => "日期，或没有数目的时间"
        Ordinal => "序数"
        Repeated => "同一段文字另有一处，那里已采用"
        Speech => "修辞，不表示数量"
        Furniture => "报头、页码等版面内容"
    }
}
