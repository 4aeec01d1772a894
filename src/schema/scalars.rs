//! Single values. The parser reads the characters of a value, quoted or not, an editor sees numbers: each grammar has a
//! pattern for texts and limits for numbers.
//!
//! `errorMessage` and `enumDescriptions` are words of the YAML language server, which other programs skip.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::model::Unit;

/// A character beside the number of an edition, or its year.
const AROUND: &str = r"(?:[^{}0-9\[\]［］]|\{year\})";

/// Words joined by hyphens.
const ID: &str = "[a-z0-9]+(?:-[a-z0-9]+)*";
/// What a counted number of the parser may look like, leading zeros and a plus sign included.
const COUNT: &str = r"\+?[0-9]{1,10}";
/// A line number, counted from 1.
const LINE: &str = r"\s*\+?0*[1-9][0-9]{0,9}\s*";

macro_rules! scalars {
    ($($(#[$doc:meta])* $name:ident { $($schema:tt)* })*) => {$(
        $(#[$doc])*
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ $($schema)* })
            }
        }
    )*};
}

scalars! {
    /// A text. `true` without quotes is one to the parser; here it is none, or editors would propose it everywhere.
    Text {
        "description": "一段文字",
        "type": ["string", "number"],
        "pattern": r"\S",
        "errorMessage": "请写文字，不能留空",
    }
    /// A text with references to figures.
    Prose {
        "description": "一段文字，数字写作 {编号}",
        "type": ["string", "number"],
        "pattern": prose(),
        "errorMessage": "请写文字，不能留空；引用数字写 {编号} 或 {编号.value}，花括号须成对",
    }
    /// An id or a reference to one.
    Id {
        "title": "编号",
        "description": "小写英文单词或数字，用连字符相连",
        "type": ["string", "integer"],
        "pattern": whole(ID),
        "minimum": 0,
        "errorMessage": "请写编号：小写英文单词，用连字符相连，例如 one-stop-centres",
    }
    /// A figure, with its county before a slash where several counties use the text.
    FigureOf {
        "title": "数字的编号",
        "description": "几个县合用一份材料时写 县的编号/数字的编号",
        "type": ["string", "integer"],
        "pattern": whole(&format!("(?:{ID}/)?{ID}")),
        "minimum": 0,
        "errorMessage": "请写数字的编号，几个县合用一份材料时写成 xingxian/admin-villages",
    }
    /// A period, see [`crate::model::Period`].
    Period {
        "description": "年、月、日或起止",
        "type": ["string", "integer"],
        "pattern": period(),
        "minimum": 1900,
        "maximum": 9999,
        "errorMessage": "请写 2021、2022-04、2022-04-15、2021/2022（起止）、2024/（以来）或 /2022-05（截至）",
        "examples": [2021, "2022-04", "2021/2022", "2024/", "/2022-05"],
    }
    /// A day.
    Day {
        "description": "某一天",
        "type": "string",
        "pattern": whole(&day()),
        "errorMessage": "请写某一天，例如 2026-07-01",
    }
    /// How editions are numbered, see [`crate::model::NumberStyle`].
    NumberStyle {
        "description": "期号的写法",
        "type": "string",
        "pattern": whole(&format!("{AROUND}*\\{{number\\}}{AROUND}*")),
        "errorMessage": "请写 {number} 和它前后的字，例如 第{number}期、〔{year}〕{number}号",
        "examples": ["第{number}期", "（第{number}期）", "〔{year}〕{number}号"],
    }
    /// Lines of a source, see [`crate::model::Lines`].
    Lines {
        "description": "材料文本的行号",
        "type": ["string", "integer"],
        "pattern": list(&format!("{LINE}(?:-{LINE})?"), ","),
        "minimum": 1,
        "maximum": u32::MAX,
        "errorMessage": "请写行号，例如 33、33-35 或 \"33-35, 40\"",
    }
    /// One line of a source.
    Line {
        "description": "一行的行号，从 1 数起",
        "type": ["string", "integer"],
        "pattern": whole(LINE),
        "minimum": 1,
        "maximum": u32::MAX,
        "errorMessage": "请写一个行号，例如 33",
    }
    /// A decimal as written, see [`crate::model::parse_decimal`].
    Decimal {
        "description": "十进制数",
        "type": ["string", "number"],
        "pattern": whole(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"),
        "minimum": 0,
        "errorMessage": "请照原文写十进制数，不写正负号、千分位逗号和单位，例如 244 或 99.44",
    }
    /// A unit of the table.
    UnitWord {
        "description": "单位表中的单位",
        "type": "string",
        "pattern": unit(),
        "errorMessage": "单位表中没有这个单位；请写“百、千、万、亿”加单位，例如 个、万元、元/斤",
        "examples": ["个", "名", "户", "万元", "%"],
    }
    /// A whole number.
    Count {
        "description": "整数",
        "type": ["string", "integer"],
        "pattern": whole(COUNT),
        "minimum": 0,
        "maximum": u32::MAX,
        "errorMessage": "请写整数",
    }
    /// How many decimals are printed.
    Decimals {
        "description": "小数位数",
        "type": ["string", "integer"],
        "pattern": whole(r"\+?0*[0-6]"),
        "minimum": 0,
        "maximum": 6,
        "errorMessage": "请写小数位数，0 到 6",
    }
    /// Six digits of GB/T 2260. A number keeps no leading zero; no code has one.
    Code {
        "description": "行政区划代码",
        "type": ["string", "integer"],
        "pattern": whole("[0-9]{6}"),
        "minimum": 100_000,
        "maximum": 999_999,
        "errorMessage": "请写 GB/T 2260 的六位代码并加引号，例如 \"141123\"",
    }
    /// A SHA-256.
    Sha256 {
        "description": "SHA-256 校验和",
        "type": "string",
        "pattern": whole("[0-9a-fA-F]{64}"),
        "errorMessage": "请写 64 位十六进制数字",
    }
    /// The digest of a line. Without quotes it may be a number.
    LineHash {
        "description": "一行文本的摘要",
        "type": ["string", "integer"],
        "pattern": whole("[0-9a-f]{8}"),
        "minimum": 10_000_000,
        "maximum": 99_999_999,
        "errorMessage": "请写八位十六进制数字并加引号",
    }
}

fn whole(grammar: &str) -> String {
    format!("^(?:{grammar})$")
}

fn list(item: &str, separator: &str) -> String {
    format!("^{item}(?:{separator}{item})*$")
}

/// Something visible, and every brace part of a reference.
fn prose() -> String {
    let reference = format!(r"\{{{ID}(?:\.value)?\}}");
    format!(r"^\s*(?:[^{{}}\s]|{reference})(?:[^{{}}]|{reference})*$")
}

fn unit() -> String {
    let multipliers: Vec<&str> = Unit::multipliers().collect();
    let bases = format!("(?:{})", Unit::bases().join("|"));
    whole(&format!(
        "(?:{})?{bases}(?:/{bases})*",
        multipliers.join("|")
    ))
}

/// A day that the calendar has, from 1900 on.
fn day() -> String {
    let year = "(?:19|[2-9][0-9])[0-9]{2}";
    let leap =
        "(?:(?:19|[2-9][0-9])(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[3579][26])00)";
    let any_month = "(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])";
    let but_february = "(?:0[13-9]|1[0-2])-(?:29|30)";
    let long_month = "(?:0[13578]|1[02])-31";
    format!("{year}-(?:{any_month}|{but_february}|{long_month})|{leap}-02-29")
}

/// Which of two dates is the earlier is beyond a pattern.
fn period() -> String {
    let year = "(?:19|[2-9][0-9])[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?";
    let point = format!("(?:{year}|{})", day());
    whole(&format!("{point}|{point}/|/{point}|{point}/{point}"))
}
