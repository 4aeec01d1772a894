//! The faces carried in the program, so that a page looks the same on every machine.

use typst::foundations::Bytes;
use typst::text::Font;
use typst_kit::fonts::FontStore;

/// The files of `fonts/`; what each is for is said in `fonts/README.md`.
const FACES: [&[u8]; 8] = [
    include_bytes!("../../../fonts/GwLatin-Regular.ttf"),
    include_bytes!("../../../fonts/GwLatin-Bold.ttf"),
    include_bytes!("../../../fonts/ZhuqueFangsong-Regular.ttf"),
    include_bytes!("../../../fonts/gkai00mp.ttf"),
    include_bytes!("../../../fonts/GwKaiSupplement-Regular.ttf"),
    include_bytes!("../../../fonts/GwHei-Regular.ttf"),
    include_bytes!("../../../fonts/GwSong-Regular.ttf"),
    include_bytes!("../../../fonts/GwSong-Bold.ttf"),
];

/// Returns the embedded faces and nothing from the system.
pub(super) fn embedded() -> FontStore {
    let mut store = FontStore::new();
    for face in FACES {
        for font in Font::iter(Bytes::new(face)) {
            let info = font.info().clone();
            store.push((font, info));
        }
    }
    store
}
