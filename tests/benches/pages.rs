// The pages that `docs/gallery/` shows; used by the command that draws them and by the test that they are fresh.

use std::path::Path;

use county_briefings::{
    pipeline::{self, Checked},
    render::typst::{Layout, page_pictures},
    source::{self, CONFIG, SourceSet},
};

/// File name, report and page, the last one for 0.
type Picture = (&'static str, &'static str, usize);

const PAGES: [Picture; 8] = [
    ("county-first-page", "xingxian", 1),
    ("county-inner-page", "wenxi", 2),
    ("county-examples", "wenxi", 6),
    ("county-table", "wenxi", 8),
    ("comparison-first-page", "comparison", 1),
    ("comparison-themes", "comparison", 2),
    ("comparison-approaches", "comparison", 7),
    ("digest", "digest", 1),
];

/// What `docs/office.md` shows of an office that does it otherwise.
const OFFICE: [Picture; 2] = [
    ("office-first-page", "xingxian", 1),
    ("office-imprint", "xingxian", 0),
];

/// Single keys of the configuration, with a picture of what each does: report and page 1.
const VARIANTS: [(&str, &str, &str); 2] = [
    ("office-mono", "xingxian", "mono: true\n"),
    ("office-double-rule", "xingxian", "red_rule: double\n"),
];

/// What `docs/charts.md` shows, of a workspace of its own.
const CHARTS: [Picture; 3] = [
    ("charts-bars", "jiaxian", 2),
    ("charts-more", "jiaxian", 3),
    ("charts-compared", "both", 3),
];

/// How the configuration of that office departs from the repository's.
const OTHERWISE: [(&str, &str); 2] = [
    (
        "  mark: （样稿）\n",
        "  number: 〔{year}〕{number}号\n  issuer: 样稿编写组\n",
    ),
    (
        "county_title:",
        "  published: true\nimprint:\n  - 报：上级单位（样式）\n  - 送：各县有关单位（样式）\nimprint_even: true\ncounty_title:",
    ),
];

/// In pixels.
const WIDTH: u32 = 420;

/// Draws them: name and PNG.
pub(crate) fn draw(workspace: &Path) -> Vec<(&'static str, Vec<u8>)> {
    let sources = source::load(workspace).expect("the repository is a workspace");
    let other = otherwise(&sources, &OTHERWISE);
    let variants = VARIANTS.map(|(name, report, key)| {
        let key = format!("{key}county_title:");
        let sources = otherwise(&sources, &[("county_title:", &key)]);
        pictures(&pipeline::check_sources(sources), &[(name, report, 1)])
    });
    let mut drawn = pictures(&pipeline::check_sources(sources), &PAGES);
    drawn.extend(pictures(&pipeline::check_sources(other), &OFFICE));
    drawn.extend(variants.into_iter().flatten());
    let charts = source::load(&workspace.join("tests/workspaces/charts"));
    let charts = charts.expect("the charts are a workspace");
    drawn.extend(pictures(&pipeline::check_sources(charts), &CHARTS));
    assert_eq!(
        drawn.len(),
        PAGES.len() + OFFICE.len() + VARIANTS.len() + CHARTS.len()
    );
    drawn
}

/// The files with other places in the configuration.
fn otherwise(sources: &SourceSet, changes: &[(&str, &str)]) -> SourceSet {
    let files = sources.files().map(|(_, file)| {
        let mut text = file.text.clone();
        if file.path == CONFIG {
            for (from, to) in changes {
                assert!(text.contains(*from), "`{from}` stands in {CONFIG}");
                text = text.replace(from, to);
            }
        }
        (file.path.clone(), text)
    });
    SourceSet::from_texts(files.collect::<Vec<_>>())
}

fn pictures(checked: &Checked, wanted: &[Picture]) -> Vec<(&'static str, Vec<u8>)> {
    let layout = Layout::embedded();
    let mut drawn = Vec::new();
    for (id, document) in &checked.documents {
        let mut wanted = wanted
            .iter()
            .filter(|(_, report, _)| *report == id.as_str())
            .peekable();
        if wanted.peek().is_none() {
            continue;
        }
        let pages = page_pictures(document, &layout, WIDTH).expect("the edition can be set");
        drawn.extend(wanted.map(|(name, _, page)| {
            let page = page.checked_sub(1).unwrap_or(pages.len() - 1);
            (*name, pages[page].clone())
        }));
    }
    drawn
}
