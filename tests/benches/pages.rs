// The pages that `docs/gallery/` shows; used by the command that draws them and by the test that they are fresh.

use std::path::Path;

use county_briefings::{
    pipeline,
    render::typst::{Layout, page_pictures},
};

/// File name, report and page.
pub(crate) const PAGES: [(&str, &str, usize); 8] = [
    ("county-first-page", "xingxian", 1),
    ("county-inner-page", "wenxi", 2),
    ("county-examples", "wenxi", 6),
    ("county-table", "wenxi", 8),
    ("comparison-first-page", "comparison", 1),
    ("comparison-themes", "comparison", 2),
    ("comparison-approaches", "comparison", 7),
    ("digest", "digest", 1),
];

/// In pixels.
const WIDTH: u32 = 420;

/// Draws them: name and PNG.
pub(crate) fn draw(workspace: &Path) -> Vec<(&'static str, Vec<u8>)> {
    let checked = pipeline::check(workspace).expect("the repository is a workspace");
    let layout = Layout::embedded();
    let mut drawn = Vec::new();
    for (id, document) in &checked.documents {
        let wanted = PAGES.iter().filter(|(_, report, _)| *report == id.as_str());
        let pages = page_pictures(document, &layout, WIDTH).expect("the edition can be set");
        drawn.extend(wanted.map(|(name, _, page)| (*name, pages[page - 1].clone())));
    }
    drawn
}
