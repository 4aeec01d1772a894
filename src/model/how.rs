//! How an initiative works, in typed attributes: what different counties' ways are compared by.
//!
//! A closed vocabulary: only what is called alike can be laid side by side. Each attribute says on which lines the text
//! tells it, as a statement does.

use super::Lines;
use crate::span::Keys;

macro_rules! facets {
    ($(
        $(#[$doc:meta])*
        $facet:ident $key:literal $name:literal { $($word:literal $label:literal)* }
    )*) => {
        /// A side that ways of working are compared by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Facet {
            $($(#[$doc])* $facet,)*
        }

        impl Facet {
            /// All of them, in the order that they are told in.
            pub const ALL: &[Self] = &[$(Self::$facet),*];

            /// The key used in data and exports.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$facet => $key,)*
                }
            }

            /// Its name: 检查办法
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$facet => $name,)*
                }
            }

            /// What it may be, by the word used in data and exports.
            pub fn values(self) -> &'static [(&'static str, Means)] {
                match self {
                    $(Self::$facet => &[$(($word, Means { word: $word, name: $label }),)*],)*
                }
            }
        }
    };
}

facets! {
    /// What it works through, named as what is done. Each initiative has at least one, the main one first.
    Carrier "carrier" "载体" {
        "plan" "制定文件与方案"
        "rules" "建立制度规范"
        "list" "推行清单管理"
        "project" "实施工程项目"
        "site" "建设阵地"
        "activity" "开展主题活动"
        "training" "组织培训"
        "teaching" "开展宣讲教育"
        "contract" "签订协议与承诺"
        "visit" "走访摸排"
        "rectification" "集中整治"
        "election" "组织选举换届"
        "posting" "选派干部任职"
        "setup" "设置和调整组织"
        "deliberation" "开展议事协商"
        "business" "发展产业经营"
        "assets" "清理和盘活资产"
        "platform" "运用信息平台"
        "relief" "慰问救助"
        "provision" "保障经费与待遇"
        "pairing" "结对帮扶"
        "rating" "选树和评比"
        "demonstration" "开展示范创建"
        "patrol" "值守与应急处置"
    }
    /// What is set up for it.
    Form "form" "组织形式" {
        "leading-group" "领导小组或专班"
        "regular-meeting" "例会调度"
        "branch" "新设或调整党组织"
        "alliance" "共建联合体"
        "cooperative" "合作社"
        "council" "议事组织"
        "centre" "常设中心或站点"
        "team" "工作或服务队伍"
        "grid" "网格"
    }
    /// Who takes part.
    Actors "actors" "参与主体" {
        "county-committee" "县委"
        "county-government" "县政府"
        "organisation-department" "县委组织部"
        "departments" "县直单位"
        "township" "乡镇（街道）"
        "village-branch" "村党组织"
        "community-branch" "社区党组织"
        "members" "党员"
        "cadres" "干部"
        "residents" "群众"
        "enterprises" "企业"
        "volunteers" "志愿者"
        "specialists" "专业人员"
    }
    /// Where the money comes from.
    Funding "funding" "资金来源" {
        "fiscal" "财政资金"
        "party-fee" "党费"
        "collective" "集体资金"
        "enterprise" "企业投入"
        "self" "自筹"
        "loan" "贷款"
    }
    /// What those who take part gain.
    Incentive "incentive" "激励办法" {
        "award" "评选表彰"
        "pay" "报酬补贴"
        "promotion" "选拔任用"
        "points" "积分"
        "dividend" "收益分配"
        "support" "项目资金扶持"
    }
    /// Who checks, and how.
    Checking "checking" "检查办法" {
        "inspection" "督查检查"
        "assessment" "考核评价"
        "publicity" "公示公开"
        "rating" "群众评议"
        "ledger" "台账销号"
        "talk" "约谈问责"
        "review" "联合审查"
        "acceptance" "验收"
    }
    /// Whom it reaches.
    Coverage "coverage" "覆盖范围" {
        "all" "全县各单位"
        "selected" "选定的对象"
        "pilot" "试点"
    }
    /// What it uses computers and networks for.
    Digital "digital" "数字手段" {
        "platform" "信息平台"
        "chat" "微信群"
        "live" "网络直播"
        "database" "数据库"
        "video" "视频监控"
    }
}

/// What a facet is in an initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Means {
    /// The word used in data and exports.
    pub word: &'static str,
    /// Its name: 公示公开
    pub name: &'static str,
}

/// One attribute of an initiative.
#[derive(Debug, Clone)]
pub struct Attribute {
    /// Which side of it.
    pub facet: Facet,
    /// What that is.
    pub means: Means,
    /// The lines of the initiative's source that tell it.
    pub lines: Lines,
    /// Where it is declared.
    pub keys: Keys,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_names_of_a_facet_are_told_apart() {
        for facet in Facet::ALL {
            let values = facet.values();
            for (at, (word, means)) in values.iter().enumerate() {
                assert_eq!(*word, means.word);
                let earlier = &values[..at];
                let alike =
                    |(other, known): &(&str, Means)| other == word || known.name == means.name;
                assert!(!earlier.iter().any(alike), "{word}");
            }
        }
    }
}
