//! A heading tells what is done.

use crate::{
    diagnostic::{Code, Finding},
    model::County,
};

/// Words of which a heading may hold any number and still say nothing.
const EMPTY: [&str; 36] = [
    "加强", "强化", "推进", "推动", "提升", "提高", "完善", "健全", "落实", "开展", "深化", "促进",
    "抓好", "做好", "全面", "扎实", "有关", "相关", "其他", "主要", "各项", "重点", "具体", "工作",
    "情况", "措施", "做法", "机制", "活动", "举措", "水平", "能力", "成效", "建设", "的", "和",
];

/// Reports names of initiatives that are made of such words only.
pub(super) fn telling(county: &County) -> Vec<Finding> {
    let initiatives = county.initiatives.iter();
    let empty = initiatives.filter(|initiative| {
        let plain = initiative.name.references().next().is_none();
        plain && is_empty(initiative.name.written())
    });
    let findings = empty.map(|initiative| {
        let message = format!("the heading `{}` says nothing", initiative.name.written());
        Finding::warning(Code::EmptyHeading, initiative.name.span, message)
            .with_help("name what is done, or the scheme's own name")
    });
    findings.collect()
}

fn is_empty(name: &str) -> bool {
    let mut rest = name;
    while !rest.is_empty() {
        let Some(word) = EMPTY.iter().find(|word| rest.starts_with(**word)) else {
            return false;
        };
        rest = &rest[word.len()..];
    }
    true
}
