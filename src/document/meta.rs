//! Masthead, title and imprint.

use serde::Serialize;

use super::Inline;

/// What surrounds the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meta {
    /// Id of the report, also its file name: `xingxian`, `comparison`.
    pub id: String,
    /// 标题
    pub title: Vec<Inline>,
    /// 报头
    pub masthead: Masthead,
    /// 版记: the configured lines only, each as printed.
    pub imprint: Vec<Vec<Inline>>,
    /// Whether 版记 stands on an even page of the PDF, alone if need be.
    pub imprint_even: bool,
    /// The red rule below the masthead.
    pub red_rule: RedRule,
    /// Whether everything is black and grey.
    pub mono: bool,
    /// Whether the headings are listed with their pages, before the first of them.
    pub contents: bool,
    /// What the file's properties call the subject.
    pub subject: String,
    /// Keywords for the file's properties.
    pub keywords: Vec<String>,
    /// Author for the file's properties: the serial's title.
    pub author: String,
    /// Date of the edition, `2026-07-01`.
    pub date: String,
    /// Most pages that it may have; any number without.
    pub most_pages: Option<usize>,
}

/// How the red rule is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RedRule {
    /// 1 pt
    Thin,
    /// 2 pt, 1.5 pt below a compact masthead
    Usual,
    /// 3 pt
    Thick,
    /// 武文线: a thick rule and a thin one below it
    Double,
}

/// 报头 of a 简报.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Masthead {
    /// Full or compact.
    pub style: MastheadStyle,
    /// 县域材料摘编
    pub title: String,
    /// （样稿）
    pub mark: Option<String>,
    /// 第1期
    pub number: Vec<Inline>,
    /// Issuer or, without one, 根据公开报道整理，非正式公文.
    pub note: String,
    /// 2026年7月1日
    pub date: Vec<Inline>,
    /// 送审稿, in a frame at the top right, until the edition is published.
    pub status: Option<String>,
}

/// How much room the masthead takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MastheadStyle {
    /// Seven lines, for county briefings.
    Full,
    /// Four lines, for comparisons.
    Compact,
}
