//! Townships, villages, communities, enterprises and offices of a county.

use super::random::Random;

/// A place or organisation.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) level: &'static str,
    pub(crate) parent: Option<String>,
}

const FRONT: [&str; 24] = [
    "青", "白", "红", "金", "银", "长", "高", "清", "大", "小", "东", "西", "南", "北", "新", "古",
    "双", "龙", "凤", "云", "梨", "桃", "槐", "杏",
];
const BACK: [&str; 24] = [
    "石", "溪", "岭", "湾", "沟", "坪", "坡", "桥", "泉", "庄", "店", "堡", "塘", "洼", "山", "川",
    "崖", "河", "营", "台", "杨", "柏", "树", "池",
];
/// Names that hold a numeral and state no number.
const NUMERAL: [&str; 6] = ["九曲", "三岔", "万泉", "百合", "千佛", "八角"];
const COMMUNITIES: [&str; 10] = [
    "朝阳",
    "和平",
    "幸福里",
    "东关",
    "文昌",
    "滨河",
    "迎宾",
    "安居苑",
    "新城",
    "康乐",
];
const ENTERPRISES: [&str; 8] = [
    "粮油加工厂",
    "果蔬专业合作社",
    "食用菌种植专业合作社联合社",
    "农业科技开发有限责任公司",
    "物业服务有限公司",
    "文化旅游投资开发集团有限公司",
    "养殖场",
    "电子商务产业园运营管理中心",
];
const ORGANS: [&str; 8] = [
    "县委组织部",
    "县委社会工作部",
    "县民政局",
    "县农业农村局",
    "县司法局",
    "县住房和城乡建设局",
    "县人力资源和社会保障局",
    "县直机关工作委员会",
];

/// Makes as many places as a county of so many initiatives needs.
pub(crate) fn places(random: &mut Random, initiatives: usize) -> Vec<Place> {
    let mut places = Vec::new();
    let mut add = |level: &'static str, mut name: String, parent: Option<String>| {
        // No two places side by side have one name.
        let taken = |name: &str, places: &[Place]| {
            let mut beside = places.iter().filter(|place| place.parent == parent);
            beside.any(|place| place.name == name)
        };
        while taken(&name, &places) {
            name.insert(0, '上');
        }
        let id = format!("{level}-{}", places.len() + 1);
        places.push(Place {
            id: id.clone(),
            name,
            level,
            parent,
        });
        id
    };
    let townships = random.within(1..=2 + initiatives / 4);
    for _ in 0..townships {
        let name = place_name(random) + random.pick(&["镇", "乡"]);
        let township = add("township", name, None);
        for _ in 0..random.within(0..=2 + initiatives / 10) {
            let family = if random.chance(10) { "家" } else { "" };
            let name = format!("{}{family}村", place_name(random));
            // A text does not always say where a village lies.
            let parent = (!random.chance(10)).then(|| township.clone());
            add("village", name, parent);
        }
    }
    for name in {
        let count = random.within(0..=2 + initiatives / 10);
        random.few(&COMMUNITIES, count)
    } {
        add("community", format!("{name}社区"), None);
    }
    for name in {
        let count = random.within(0..=2);
        random.few(&ENTERPRISES, count)
    } {
        let name = place_name(random) + name;
        add("enterprise", name, None);
    }
    for name in {
        let count = random.within(1..=4);
        random.few(&ORGANS, count)
    } {
        add("organ", name.to_owned(), None);
    }
    places
}

fn place_name(random: &mut Random) -> String {
    if random.chance(6) {
        return random.pick(&NUMERAL).to_owned();
    }
    format!("{}{}", random.pick(&FRONT), random.pick(&BACK))
}
