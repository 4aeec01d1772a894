//! The files that all counties share.

use std::collections::BTreeMap;

use super::{
    MOST_COMPARED,
    county::Made,
    themes::ALL,
    vocabulary::{FORMULATIONS, INDICATORS},
    writer::Yaml,
};

/// `briefings.yaml`, with comparisons of up to a dozen counties.
pub(crate) fn config(made: &[Made]) -> String {
    let mut yaml = Yaml::default();
    yaml.line(0, "serial:");
    yaml.entry(2, "title", "县域材料摘编");
    yaml.entry(2, "mark", "（样稿）");
    yaml.entry(2, "note", "内容为虚构，仅供测试");
    yaml.line(0, "edition:");
    yaml.line(2, "number: 1");
    yaml.line(2, "date: 2026-01-15");
    yaml.entry(0, "county_title", "基层治理工作情况");
    let ids: Vec<&String> = made.iter().map(|made| &made.county.names.id).collect();
    let compared = groups(ids.len());
    if !compared.is_empty() {
        yaml.line(0, "comparisons:");
    }
    let mut left = ids.as_slice();
    for (number, count) in (1..).zip(compared) {
        let (group, rest) = left.split_at(count);
        left = rest;
        yaml.entry(2, "- id", &format!("comparison-{number}"));
        yaml.entry(4, "title", "各县基层治理比较");
        yaml.list(4, "counties", group);
    }
    yaml.line(0, "formats: [pdf, docx]");
    yaml.text
}

/// How many counties each comparison has; none compares a county with nothing.
fn groups(counties: usize) -> Vec<usize> {
    if counties < 2 {
        return Vec::new();
    }
    let mut groups = vec![MOST_COMPARED; counties / MOST_COMPARED];
    match counties % MOST_COMPARED {
        0 => {}
        1 => {
            // Eleven and two instead of twelve and one.
            groups.pop();
            groups.extend([MOST_COMPARED - 1, 2]);
        }
        rest => groups.push(rest),
    }
    groups
}

/// `seeds/themes.yaml`
pub(crate) fn themes() -> String {
    let mut yaml = Yaml::default();
    yaml.line(0, "themes:");
    for theme in ALL {
        yaml.entry(2, "- id", theme.id);
        yaml.entry(4, "name", theme.name);
        yaml.entry(4, "scope", theme.scope);
    }
    yaml.text
}

/// `seeds/indicators.yaml`
pub(crate) fn indicators() -> String {
    let mut yaml = Yaml::default();
    yaml.line(0, "indicators:");
    for indicator in &INDICATORS {
        yaml.entry(2, "- id", indicator.id);
        yaml.entry(4, "name", indicator.name);
        yaml.entry(4, "definition", indicator.definition);
        yaml.entry(4, "unit", indicator.unit);
        yaml.entry(4, "kind", indicator.kind);
        yaml.maybe(4, "per", indicator.per);
    }
    yaml.text
}

/// `seeds/terms.yaml`: what several counties say, then each county's schemes.
pub(crate) fn terms(made: &[Made]) -> String {
    let mut yaml = Yaml::default();
    let mut seen: BTreeMap<&str, (Vec<&String>, &(String, usize))> = BTreeMap::new();
    for one in made {
        for (id, place) in &one.formulations {
            let entry = seen.entry(id).or_insert_with(|| (Vec::new(), place));
            entry.0.push(&one.county.names.id);
        }
    }
    let schemes: Vec<_> = made
        .iter()
        .flat_map(|one| {
            one.schemes
                .iter()
                .map(|scheme| (&one.county.names.id, scheme))
        })
        .collect();
    if seen.is_empty() && schemes.is_empty() {
        yaml.line(0, "terms: []");
        return yaml.text;
    }
    yaml.line(0, "terms:");
    for formulation in &FORMULATIONS {
        if let Some((counties, (source, line))) = seen.get(formulation.id) {
            yaml.entry(2, "- id", formulation.id);
            yaml.entry(4, "text", formulation.text);
            yaml.entry(4, "kind", "formulation");
            yaml.list(4, "counties", counties);
            yaml.list(4, "variants", formulation.variants);
            yaml.entry(4, "source", source);
            yaml.line(4, &format!("lines: {line}"));
        }
    }
    for (county, (scheme, source, line)) in schemes {
        yaml.entry(2, "- id", &scheme.id);
        yaml.entry(4, "text", &scheme.text);
        yaml.entry(4, "kind", "scheme");
        yaml.list(4, "counties", &[county]);
        yaml.list(4, "parts", &scheme.parts);
        yaml.list(4, "variants", &[&scheme.variant]);
        yaml.entry(4, "source", source);
        yaml.line(4, &format!("lines: {line}"));
    }
    yaml.text
}
