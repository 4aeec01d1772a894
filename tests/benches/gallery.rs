//! Draws `docs/gallery/` again: `cargo bench --bench gallery`. Look at the pictures before committing them.

use std::{fs, path::Path};

mod pages;

#[expect(clippy::disallowed_methods, reason = "this is what the command is for")]
fn main() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, png) in pages::draw(repository) {
        let path = repository.join(format!("docs/gallery/{name}.png"));
        fs::write(path, png).expect("the gallery can be written");
    }
}
