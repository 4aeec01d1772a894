//! Names of counties that nobody can take for real ones: a pair of the sixty-year cycle and a word of the land.

/// A county's names.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    /// Id and file name: `jiazi-he`.
    pub(crate) id: String,
    /// Six digits that begin with 9, which no real county's code does.
    pub(crate) code: String,
    /// 甲子河县
    pub(crate) name: String,
    /// The name without 县, for names of papers and organs.
    pub(crate) short: String,
    /// 甲子原市
    pub(crate) city: String,
}

const STEMS: [(&str, &str); 10] = [
    ("甲", "jia"),
    ("乙", "yi"),
    ("丙", "bing"),
    ("丁", "ding"),
    ("戊", "wu"),
    ("己", "ji"),
    ("庚", "geng"),
    ("辛", "xin"),
    ("壬", "ren"),
    ("癸", "gui"),
];

const BRANCHES: [(&str, &str); 12] = [
    ("子", "zi"),
    ("丑", "chou"),
    ("寅", "yin"),
    ("卯", "mao"),
    ("辰", "chen"),
    ("巳", "si"),
    ("午", "wu"),
    ("未", "wei"),
    ("申", "shen"),
    ("酉", "you"),
    ("戌", "xu"),
    ("亥", "hai"),
];

const LAND: [(&str, &str); 60] = [
    ("河", "he"),
    ("溪", "xi"),
    ("岭", "ling"),
    ("湾", "wan"),
    ("川", "chuan"),
    ("原", "yuan"),
    ("坪", "ping"),
    ("谷", "gu"),
    ("泉", "quan"),
    ("岩", "yan"),
    ("峰", "feng"),
    ("林", "lin"),
    ("松", "song"),
    ("柳", "liu"),
    ("桐", "tong"),
    ("竹", "zhu"),
    ("梅", "mei"),
    ("兰", "lan"),
    ("莲", "lian"),
    ("荷", "he2"),
    ("沙", "sha"),
    ("石", "shi"),
    ("洲", "zhou"),
    ("渡", "du"),
    ("桥", "qiao"),
    ("港", "gang"),
    ("滩", "tan"),
    ("塘", "tang"),
    ("池", "chi"),
    ("渠", "qu"),
    ("坡", "po"),
    ("岗", "gang2"),
    ("坝", "ba"),
    ("屏", "ping2"),
    ("关", "guan"),
    ("台", "tai"),
    ("亭", "ting"),
    ("楼", "lou"),
    ("井", "jing"),
    ("田", "tian"),
    ("园", "yuan2"),
    ("苑", "yuan3"),
    ("塔", "ta"),
    ("城", "cheng"),
    ("堡", "bao"),
    ("驿", "yi"),
    ("津", "jin"),
    ("浦", "pu"),
    ("汀", "ting2"),
    ("潭", "tan2"),
    ("峡", "xia"),
    ("崖", "ya"),
    ("麓", "lu"),
    ("峪", "yu"),
    ("甸", "dian"),
    ("牧", "mu"),
    ("垣", "yuan4"),
    ("陂", "bei"),
    ("埠", "bu"),
    ("霞", "xia2"),
];

/// How many counties there are names for.
pub(crate) const MOST: usize = 60 * LAND.len();

/// The names of the county at a place in the list; `long` gives it one of the longest that a head of a page must hold.
pub(crate) fn names(index: usize, long: bool) -> Names {
    assert!(index < MOST, "there are names for {MOST} counties only");
    let pair = index % 60;
    let (stem, branch) = (STEMS[pair % 10], BRANCHES[pair % 12]);
    let land = LAND[index / 60];
    let short = format!("{}{}{}", stem.0, branch.0, land.0);
    let own = if long {
        "山水林田各族自治县"
    } else {
        "县"
    };
    // Twenty counties are a city, twenty cities a province.
    let (province, city, place) = (index / 400, index / 20 % 20, index % 20);
    let of_city = index / 20;
    let (stem_of_city, land_of_city) = (STEMS[of_city % 10].0, LAND[of_city / 10].0);
    Names {
        id: format!("{}{}-{}", stem.1, branch.1, land.1),
        code: format!("9{province}{:02}{:02}", city + 1, place + 21),
        name: format!("{short}{own}"),
        short,
        city: format!("{stem_of_city}{land_of_city}州市"),
    }
}
