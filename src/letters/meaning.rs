//! What signs mean that only a word processor understands: bullets and arrows that Word takes from its faces « Symbol » and
//! « Wingdings », and writes at the private places U+F020 to U+F0FF.

/// The public sign for a private one of a word processor, if it means something.
pub(super) fn meant(private: char) -> Option<char> {
    let code = u32::from(private);
    if !(0xF020..=0xF0FF).contains(&code) {
        return None;
    }
    let low = (code - 0xF000) as u8;
    let found = SIGNS.iter().find(|(from, _)| *from == low).map(|(_, sign)| *sign);
    found.or_else(|| match low {
        // Its digits, and what ASCII has in common with both faces.
        b' '
        | b'0'..=b'9'
        | b'%'
        | b'('
        | b')'
        | b'+'
        | b','
        | b'.'
        | b'/'
        | b':'
        | b';'
        | b'='
        | b'?' => Some(char::from(low)),
        _ => None,
    })
}

/// « Wingdings » where it is what lists and automatic corrections put, « Symbol » elsewhere.
const SIGNS: &[(u8, char)] = &[
    (0x21, '✏'),
    (0x22, '✂'),
    (0x28, '☎'),
    (0x2A, '✉'),
    (0x2D, '−'),
    (0x36, '⌛'),
    (0x3F, '✍'),
    (0x41, 'Α'),
    (0x42, 'Β'),
    (0x43, 'Χ'),
    (0x44, 'Δ'),
    (0x45, 'Ε'),
    (0x46, 'Φ'),
    (0x47, 'Γ'),
    (0x48, 'Η'),
    (0x4A, '☺'),
    (0x4B, '😐'),
    (0x4C, '☹'),
    (0x4D, 'Μ'),
    (0x4E, 'Ν'),
    (0x4F, 'Ο'),
    (0x50, 'Π'),
    (0x51, 'Θ'),
    (0x52, 'Ρ'),
    (0x53, 'Σ'),
    (0x54, 'Τ'),
    (0x55, 'Υ'),
    (0x57, 'Ω'),
    (0x58, 'Ξ'),
    (0x59, 'Ψ'),
    (0x5A, 'Ζ'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x63, 'χ'),
    (0x64, 'δ'),
    (0x65, 'ε'),
    (0x66, 'φ'),
    (0x67, 'γ'),
    (0x68, 'η'),
    (0x69, 'ι'),
    (0x6A, 'ϕ'),
    (0x6B, 'κ'),
    (0x6C, '●'),
    (0x6D, 'μ'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x70, 'π'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x73, '⬧'),
    (0x74, '⧫'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x78, '☒'),
    (0x79, 'ψ'),
    (0x7A, '⌘'),
    (0x7D, '”'),
    (0x9E, '·'),
    (0x9F, '•'),
    (0xA0, '▪'),
    (0xA1, '○'),
    (0xA3, '≤'),
    (0xA4, '◉'),
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xAA, '✦'),
    (0xAB, '★'),
    (0xAC, '✶'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB2, '″'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xBC, '…'),
    (0xC5, '⊕'),
    (0xCE, '∈'),
    (0xD0, '∠'),
    (0xD5, '∏'),
    (0xD6, '√'),
    (0xD7, '⋅'),
    (0xD8, '➢'),
    (0xDB, '⇔'),
    (0xDC, '⇐'),
    (0xDE, '⇒'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE1, '↑'),
    (0xE2, '↓'),
    (0xE5, '∑'),
    (0xE8, '➔'),
    (0xEF, '⇦'),
    (0xF0, '⇨'),
    (0xF1, '⇧'),
    (0xF2, '⇩'),
    (0xF3, '⬄'),
    (0xF4, '⇳'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::faces::face_of;

    #[test]
    fn the_bullets_of_word_are_bullets_and_all_that_is_meant_is_drawn() {
        assert_eq!(meant('\u{f0b7}'), Some('•'));
        assert_eq!(meant('\u{f0a7}'), Some('▪'));
        assert_eq!(meant('\u{f0fc}'), Some('✓'));
        assert_eq!(meant('\u{f0e0}'), Some('→'));
        assert_eq!(meant('\u{f0ff}'), None);
        for private in '\u{e000}'..='\u{f8ff}' {
            if let Some(sign) = meant(private) {
                assert!(face_of(sign).is_some(), "{private:?} means {sign:?}, which no face draws");
            }
        }
    }
}
