//! What a county does: which themes, who carries each initiative, what it is called.

use std::collections::BTreeSet;

use super::{
    names::Names,
    places::Place,
    random::Random,
    schemes::Scheme,
    themes::{ALL, Theme},
};

/// An initiative before anything is told of it.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) id: String,
    pub(crate) theme: &'static Theme,
    /// The main theme first.
    pub(crate) themes: Vec<&'static str>,
    pub(crate) name: String,
    pub(crate) level: &'static str,
    /// None at county level.
    pub(crate) place: Option<Place>,
    /// Who does it, in a sentence: 县委组织部, 柳湾村党支部.
    pub(crate) actor: String,
    /// Its scheme, named in its prose.
    pub(crate) scheme: Option<Scheme>,
}

const LONGEST_NAME: usize = 14;

const OFFICES: [&str; 7] = [
    "县委组织部",
    "县委社会工作部",
    "县委政法委",
    "县民政局",
    "县农业农村局",
    "县司法局",
    "县住房和城乡建设局",
];

/// Plans as many initiatives as asked for.
pub(crate) fn plans(
    random: &mut Random,
    count: usize,
    names: &Names,
    places: &[Place],
    schemes: &[Scheme],
) -> Vec<Plan> {
    let breadth = random.within(2..=ALL.len());
    let themes = random.few(&ALL, breadth);
    let mut taken = BTreeSet::new();
    let mut schemes = schemes.iter();
    let made = (1..=count).map(|number| {
        let theme = random.pick(&themes);
        let side = random.pick(&ALL);
        let mut ids = vec![theme.id];
        if random.chance(35) && side.id != theme.id {
            ids.push(side.id);
        }
        let place = carrier(random, places);
        let level = place.as_ref().map_or("county", |place| place.level);
        // The first initiatives bear the county's schemes.
        let scheme = schemes.next().cloned();
        let actor = actor(random, names, place.as_ref());
        Plan {
            id: format!("{}-{number}", theme.id),
            name: name(random, theme, place.as_ref(), scheme.as_ref(), &mut taken),
            theme,
            themes: ids,
            level,
            place,
            actor,
            scheme,
        }
    });
    made.collect()
}

/// Mostly the county itself.
fn carrier(random: &mut Random, places: &[Place]) -> Option<Place> {
    let level = match random.below(20) {
        0..=10 => return None,
        11..=13 => "township",
        14..=16 => "village",
        17 => "community",
        18 => "enterprise",
        _ => "organ",
    };
    let of_level: Vec<&Place> = places.iter().filter(|place| place.level == level).collect();
    (!of_level.is_empty()).then(|| random.pick(&of_level).clone())
}

fn actor(random: &mut Random, names: &Names, place: Option<&Place>) -> String {
    match place {
        None if random.chance(15) => format!("{}委", names.name),
        None => random.pick(&OFFICES).to_owned(),
        Some(place) => {
            let body = match place.level {
                "township" => "党委",
                "village" => "党支部",
                "organ" => "",
                _ => "党组织",
            };
            format!("{}{body}", place.name)
        }
    }
}

/// A name that no other initiative of the county has, as far as there are enough.
fn name(
    random: &mut Random,
    theme: &Theme,
    place: Option<&Place>,
    scheme: Option<&Scheme>,
    taken: &mut BTreeSet<String>,
) -> String {
    let own = scheme.map(|scheme| scheme.text.clone());
    let own = own.filter(|text| text.chars().count() <= LONGEST_NAME && place.is_none());
    let mut tries = (0..12).map(|_| match place {
        None => random.pick(theme.names).to_owned(),
        Some(place) if place.level == "organ" => random.pick(theme.names).to_owned(),
        Some(place) => format!("{}{}", place.name, random.pick(theme.local)),
    });
    let free = |name: &String| name.chars().count() <= LONGEST_NAME && !taken.contains(name);
    let found = own
        .filter(free)
        .or_else(|| tries.find(free))
        .unwrap_or_else(|| theme.names[0].to_owned());
    taken.insert(found.clone());
    found
}
