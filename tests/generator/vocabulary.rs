//! What the counties of a workspace share: indicators, and terms that stand in several papers.

/// An indicator.
#[derive(Debug)]
pub(crate) struct Indicator {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) definition: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) kind: &'static str,
    /// What values of counties of different size are divided by.
    pub(crate) per: Option<&'static str>,
}

const fn indicator(
    id: &'static str,
    name: &'static str,
    definition: &'static str,
    unit: &'static str,
    kind: &'static str,
) -> Indicator {
    Indicator {
        id,
        name,
        definition,
        unit,
        kind,
        per: None,
    }
}

impl Indicator {
    const fn per(mut self, other: &'static str) -> Self {
        self.per = Some(other);
        self
    }
}

/// The indicators in the order of their file.
pub(crate) const INDICATORS: [Indicator; 24] = [
    indicator("villages", "行政村数", "县域内行政村的个数", "个", "stock"),
    indicator(
        "communities",
        "社区数",
        "县域内城乡社区的个数",
        "个",
        "stock",
    ),
    indicator("townships", "乡镇数", "县域内乡镇的个数", "个", "stock"),
    indicator("households", "农户数", "县域内农户的户数", "户", "stock"),
    indicator("party-members", "党员数", "全县党员的人数", "名", "stock"),
    indicator(
        "task-forces",
        "工作专班数",
        "县级设立的工作专班个数",
        "个",
        "stock",
    ),
    indicator("pilots", "示范点数", "治理示范点的个数", "个", "stock").per("villages"),
    indicator(
        "weak-branches",
        "软弱涣散党组织数",
        "列入整顿的党组织个数",
        "个",
        "flow",
    )
    .per("villages"),
    indicator(
        "trained",
        "干部培训人次",
        "培训村干部的人次",
        "人次",
        "flow",
    ),
    indicator(
        "mobile-members",
        "纳管流动党员数",
        "已纳入管理的流出党员人数",
        "名",
        "stock",
    )
    .per("party-members"),
    indicator(
        "volunteers",
        "党员志愿服务队数",
        "党员志愿服务队的支数",
        "支",
        "stock",
    ),
    indicator(
        "centres",
        "党群服务中心数",
        "县域内党群服务中心的个数",
        "个",
        "stock",
    )
    .per("villages"),
    indicator(
        "centre-funds",
        "阵地建设资金",
        "用于服务阵地的资金",
        "万元",
        "flow",
    )
    .per("villages"),
    indicator("grids", "网格数", "县域内网格的个数", "个", "stock").per("households"),
    indicator(
        "grid-workers",
        "网格员数",
        "在岗网格员的人数",
        "名",
        "stock",
    )
    .per("grids"),
    indicator(
        "requests",
        "受理群众诉求数",
        "一年内受理的群众诉求件数",
        "件",
        "flow",
    )
    .per("households"),
    indicator(
        "paired",
        "结对共建单位数",
        "与社区结对共建的单位家数",
        "家",
        "stock",
    ),
    indicator(
        "new-workers",
        "登记新就业人员数",
        "在社区登记的新就业人员人数",
        "名",
        "stock",
    ),
    indicator(
        "forms",
        "取消村级报表数",
        "取消的村级报表张数",
        "张",
        "flow",
    ),
    indicator(
        "disputes",
        "化解矛盾纠纷数",
        "化解矛盾纠纷的件数",
        "件",
        "flow",
    ),
    indicator(
        "collective-income",
        "村集体经济年收入",
        "村集体经济组织一年的总收入",
        "万元",
        "flow",
    )
    .per("villages"),
    indicator(
        "support-funds",
        "扶持集体经济资金",
        "用于扶持村级集体经济的财政资金",
        "万元",
        "flow",
    ),
    indicator(
        "centre-share",
        "建成党群服务中心的行政村占比",
        "建有党群服务中心的行政村所占比例",
        "%",
        "ratio",
    ),
    indicator(
        "scheme-steps",
        "工作法步骤数",
        "本县工作法的步骤个数",
        "步",
        "scheme-parts",
    ),
];

/// A term that several counties use.
#[derive(Debug)]
pub(crate) struct Formulation {
    pub(crate) id: &'static str,
    pub(crate) text: &'static str,
    pub(crate) variants: &'static [&'static str],
    /// The numerals in it, each with its unit.
    pub(crate) numerals: &'static [&'static str],
}

/// The terms that several counties use.
pub(crate) const FORMULATIONS: [Formulation; 12] = [
    Formulation {
        id: "two-committees",
        text: "“两委”",
        variants: &["村支部“两委”"],
        numerals: &[],
    },
    Formulation {
        id: "one-shoulder",
        text: "“一肩挑”",
        variants: &["“一肩桃”"],
        numerals: &[],
    },
    Formulation {
        id: "three-meetings",
        text: "“三会一课”",
        variants: &["三会—课"],
        numerals: &[],
    },
    Formulation {
        id: "four-bodies",
        text: "四大班子",
        variants: &[],
        numerals: &["四大"],
    },
    Formulation {
        id: "open-matters",
        text: "“四议两公开”",
        variants: &["“四议两公升”"],
        numerals: &[],
    },
    Formulation {
        id: "whistle",
        text: "“街乡吹哨、部门报到”",
        variants: &["“街乡吹哨、部门报道”"],
        numerals: &[],
    },
    Formulation {
        id: "talk-first",
        text: "“有事好商量”",
        variants: &["“有事好商最”"],
        numerals: &[],
    },
    Formulation {
        id: "one-door",
        text: "“进一扇门、办百件事”",
        variants: &["“进—扇门、办百件事”"],
        numerals: &["百件"],
    },
    Formulation {
        id: "five-good",
        text: "“五个好”党支部",
        variants: &["“五个好党支部”"],
        numerals: &["五个"],
    },
    Formulation {
        id: "double-report",
        text: "“双报到双服务”",
        variants: &["“双报道双服务”"],
        numerals: &[],
    },
    Formulation {
        id: "last-mile",
        text: "“最后一公里”",
        variants: &["“最后一公理”"],
        numerals: &[],
    },
    Formulation {
        id: "net-chain",
        text: "“乡镇——村（社区）——网格——党员中心户——居民”治理链条",
        variants: &["“乡镇--村(社区)--网格--党员中心户--居民”治理链条"],
        numerals: &[],
    },
];
