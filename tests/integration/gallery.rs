//! The pictures of pages that readers see first are those of this source.

use std::fs;

use crate::support::repository;

#[path = "../benches/pages.rs"]
mod pages;

#[test]
fn the_gallery_shows_what_this_source_makes() {
    let drawn = pages::draw(repository());
    for (name, png) in drawn {
        let path = repository().join(format!("docs/gallery/{name}.png"));
        let shown = fs::read(&path).unwrap();
        assert!(
            shown == png,
            "`{}` is not up to date; run `cargo bench --bench gallery` and look at it",
            path.display()
        );
    }
}
