//! Sheets are set in the faces of the screen.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::letters::faces;

/// Read on first use, not at the start of the program.
pub(super) struct Faces {
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
}

static FACES: LazyLock<Faces> = LazyLock::new(|| {
    let files = [faces::REGULAR, faces::SEMI_BOLD, faces::BOLD].into_iter().chain(faces::BEHIND);
    let fonts: Vec<Font> = files.flat_map(|file| Font::iter(Bytes::new(file.bytes))).collect();
    Faces { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

pub(super) fn faces() -> &'static Faces {
    &FACES
}
