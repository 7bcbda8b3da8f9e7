//! The faces that sheets are set in: ours, then the two that the screen falls back on.
//!
//! No face of the computer is used: the same design gives the same page everywhere.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Read on first use, not at the start of the program.
pub(super) struct Faces {
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
}

static FACES: LazyLock<Faces> = LazyLock::new(|| {
    let files: [&'static [u8]; 5] = [
        include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
        include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf"),
        include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
        epaint_default_fonts::UBUNTU_LIGHT,
        epaint_default_fonts::NOTO_EMOJI_REGULAR,
    ];
    let fonts: Vec<Font> =
        files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Faces { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

pub(super) fn faces() -> &'static Faces {
    &FACES
}

/// Whether one of the faces has a drawing for `letter`.
pub(super) fn draws(letter: char) -> bool {
    FACES.fonts.iter().any(|font| font.info().coverage.contains(u32::from(letter)))
}
