//! These are the faces on board, in the order in which they are asked for a sign. No face of the computer is used: the
//! same design looks the same everywhere. How they are made: `tools/letters/make.py`.

use std::sync::LazyLock;

/// A face, whatever its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Latin, Greek and Cyrillic letters, their marks, and the signs that go with them. In three weights.
    Sans,
    Signs,
    Emoji,
    Hanzi,
}

/// A file of type, and the family under which it knows itself.
#[derive(Clone, Copy, Debug)]
pub struct File {
    pub face: Face,
    pub family: &'static str,
    pub bytes: &'static [u8],
}

macro_rules! file {
    ($face:ident, $family:literal, $name:literal) => {
        File {
            face: Face::$face,
            family: $family,
            bytes: include_bytes!(concat!("../../assets/fonts/", $name, ".ttf")),
        }
    };
}

pub const REGULAR: File = file!(Sans, "Labo Sans", "LaboSans-Regular");
pub const SEMI_BOLD: File = file!(Sans, "Labo Sans", "LaboSans-SemiBold");
pub const BOLD: File = file!(Sans, "Labo Sans", "LaboSans-Bold");
/// Behind the face of the letters, in any weight.
pub const BEHIND: [File; 3] = [
    file!(Signs, "Labo Signes", "LaboSignes-Regular"),
    file!(Emoji, "Labo Emoji", "LaboEmoji-Regular"),
    file!(Hanzi, "Labo Hanzi", "LaboHanzi-Regular"),
];

/// Each face once.
fn all() -> impl Iterator<Item = File> {
    std::iter::once(REGULAR).chain(BEHIND)
}

/// Beyond this no face has a sign.
const END: usize = 0x2_0000;

/// For each code, one more than the rank of its face; made at the first sign that French does not write.
static TABLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut table = vec![0; END];
    for (rank, file) in (1_u8..).zip(all()) {
        // A file that cannot be read draws nothing.
        let Ok(face) = ttf_parser::Face::parse(file.bytes, 0) else { continue };
        let unicode = face.tables().cmap.iter().flat_map(|cmap| cmap.subtables);
        for table_of_codes in unicode.filter(ttf_parser::cmap::Subtable::is_unicode) {
            table_of_codes.codepoints(|code| {
                let drawn = table_of_codes.glyph_index(code).is_some_and(|glyph| glyph.0 != 0);
                if let Some(slot) = table.get_mut(code as usize)
                    && drawn
                    && *slot == 0
                {
                    *slot = rank;
                }
            });
        }
    }
    table
});

/// The face that draws `sign`, if one does.
pub fn face_of(sign: char) -> Option<Face> {
    if is_written_in_french(sign) {
        return Some(Face::Sans);
    }
    match TABLE.get(sign as usize)? {
        0 => None,
        rank => all().nth(usize::from(*rank) - 1).map(|file| file.face),
    }
}

/// Known without a look at the files.
pub(super) fn is_written_in_french(sign: char) -> bool {
    matches!(sign, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '–' | '—' | '‘' | '’' | '“' | '”'
        | '„' | '•' | '…' | '€')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_without_a_look_at_the_files_is_what_they_say() {
        for file in [REGULAR, SEMI_BOLD, BOLD] {
            let face = ttf_parser::Face::parse(file.bytes, 0).unwrap();
            let known = (' '..='\u{17f}').chain("–—‘’“”„•…€".chars());
            for sign in known.filter(|sign| !sign.is_control() && *sign != '\u{ad}') {
                assert_eq!(face_of(sign), Some(Face::Sans), "{sign:?}");
                assert!(face.glyph_index(sign).is_some(), "{sign:?}");
            }
        }
    }

    #[test]
    fn the_three_weights_draw_the_same_signs_on_the_same_lines() {
        let read = |file: File| ttf_parser::Face::parse(file.bytes, 0).unwrap();
        let regular = read(REGULAR);
        let height =
            |face: &ttf_parser::Face, of: i16| f32::from(of) / f32::from(face.units_per_em());
        let lines = (height(&regular, regular.ascender()), height(&regular, regular.descender()));
        for file in [SEMI_BOLD, BOLD] {
            for code in 0..0x2_0000 {
                let Some(sign) = char::from_u32(code) else { continue };
                let drawn = |face: &ttf_parser::Face| face.glyph_index(sign).is_some();
                assert_eq!(drawn(&regular), drawn(&read(file)), "{sign:?}");
            }
        }
        for file in [SEMI_BOLD, BOLD].into_iter().chain(BEHIND) {
            let face = read(file);
            // Set on one baseline, the lines of a text with signs are as far apart as the others.
            assert_eq!(
                (height(&face, face.ascender()), height(&face, face.descender())),
                lines,
                "{}",
                file.family
            );
        }
    }
}
