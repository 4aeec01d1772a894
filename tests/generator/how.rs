//! Ways of working: what an initiative works through, and some of what else a text may tell of it.

use super::random::Random;

/// Carriers that go with a theme, those of all themes at the end.
fn carriers(theme: &str) -> [&'static str; 3] {
    match theme {
        "mechanism" => ["plan", "rules", "demonstration"],
        "organisation" => ["setup", "rectification", "plan"],
        "cadres" => ["training", "posting", "provision"],
        "members" => ["teaching", "activity", "contract"],
        "centres" => ["site", "project", "activity"],
        "grid" => ["setup", "platform", "rules"],
        "community" => ["contract", "pairing", "activity"],
        "mediation" => ["deliberation", "site", "teaching"],
        "burden" => ["list", "rectification", "rules"],
        "economy" => ["business", "project", "assets"],
        "industry" => ["business", "project", "training"],
        "environment" => ["project", "activity", "rating"],
        _ => ["plan", "activity", "project"],
    }
}

/// Facets that a text may tell or not, each about as often, in percent, as the real ones do.
const FURTHER: [(&str, &[&str], usize); 7] = [
    (
        "form",
        &[
            "leading-group",
            "regular-meeting",
            "branch",
            "centre",
            "team",
        ],
        40,
    ),
    (
        "actors",
        &[
            "departments",
            "township",
            "village-branch",
            "members",
            "residents",
        ],
        60,
    ),
    ("funding", &["fiscal", "collective", "self"], 12),
    ("incentive", &["award", "pay", "points"], 15),
    (
        "checking",
        &["inspection", "assessment", "publicity", "ledger"],
        20,
    ),
    ("coverage", &["all", "selected", "pilot"], 25),
    ("digital", &["platform", "chat", "database"], 12),
];

/// The attributes of an initiative of a theme, told on a line.
pub(crate) fn attributes(
    random: &mut Random,
    theme: &str,
    line: usize,
) -> Vec<(&'static str, &'static str, usize)> {
    let mut all = vec![("carrier", random.pick(&carriers(theme)), line)];
    for (facet, words, chance) in FURTHER {
        if random.chance(chance) {
            all.push((facet, random.pick(words), line));
        }
    }
    all
}
