//! Some signs mean something that only a word processor understands: those that Word takes from its faces « Symbol »
//! and « Wingdings », and writes at the private places U+F020 to U+F0FF.
//!
//! Which of both faces a sign came from is lost when it is pasted. Where it stands tells: a list begins its lines with a sign of
//! « Wingdings » (or the round bullet of « Symbol », which both have there), while inside a line it is « Symbol » that people insert,
//! for its Greek and its operators. The few pictures that Word puts inside a line by itself (« --> », « :-) ») are those of « Wingdings ».

/// The public sign for a private one of a word processor, if it means something; `leads` when it begins a line, apart from what follows.
pub(super) fn meant(private: char, leads: bool) -> Option<char> {
    let code = u32::from(private);
    if !(0xF020..=0xF0FF).contains(&code) {
        return None;
    }
    let low = (code - 0xF000) as u8;
    let of =
        |signs: &[(u8, char)]| signs.iter().find(|(from, _)| *from == low).map(|(_, sign)| *sign);
    let inside = of(INSIDE).or_else(|| matches!(low, b' '..=b'?').then_some(char::from(low)));
    if leads { of(LEADING).or(inside) } else { inside.or(of(LEADING)) }
}

/// « Wingdings ».
const LEADING: &[(u8, char)] = &[
    (0x21, '✏'),
    (0x22, '✂'),
    (0x28, '☎'),
    (0x2A, '✉'),
    (0x36, '⌛'),
    (0x3F, '✍'),
    (0x46, '☞'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x70, '❐'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x73, '⬧'),
    (0x74, '⧫'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x78, '☒'),
    (0x7A, '⌘'),
    (0x9E, '·'),
    (0x9F, '•'),
    (0xA0, '▪'),
    (0xA1, '○'),
    (0xA4, '◉'),
    (0xAA, '✦'),
    (0xAB, '★'),
    (0xAC, '✶'),
    (0xE2, '↓'),
];

/// « Symbol », but for what Word itself puts inside a line.
const INSIDE: &[(u8, char)] = &[
    (0x22, '∀'),
    (0x24, '∃'),
    (0x27, '∋'),
    (0x2A, '∗'),
    (0x2D, '−'),
    (0x40, '≅'),
    (0x41, 'Α'),
    (0x42, 'Β'),
    (0x43, 'Χ'),
    (0x44, 'Δ'),
    (0x45, 'Ε'),
    (0x46, 'Φ'),
    (0x47, 'Γ'),
    (0x48, 'Η'),
    (0x49, 'Ι'),
    // Word's faces, for what is typed « :-) », « :-| » and « :-( »: the other face has ϑ, Κ and Λ.
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
    (0x56, 'ς'),
    (0x57, 'Ω'),
    (0x58, 'Ξ'),
    (0x59, 'Ψ'),
    (0x5A, 'Ζ'),
    (0x5B, '['),
    (0x5C, '∴'),
    (0x5D, ']'),
    (0x5E, '⊥'),
    (0x5F, '_'),
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
    (0x6C, 'λ'),
    (0x6D, 'μ'),
    (0x6E, 'ν'),
    (0x6F, 'ο'),
    (0x70, 'π'),
    (0x71, 'θ'),
    (0x72, 'ρ'),
    (0x73, 'σ'),
    (0x74, 'τ'),
    (0x75, 'υ'),
    (0x76, 'ϖ'),
    (0x77, 'ω'),
    (0x78, 'ξ'),
    (0x79, 'ψ'),
    (0x7A, 'ζ'),
    (0x7B, '{'),
    (0x7C, '|'),
    (0x7D, '}'),
    (0xA0, '€'),
    (0xA2, '′'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xA6, 'ƒ'),
    // The bullets of Word's first list, which it also puts inside a line: the other face has ♣, ♦ and ¬.
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xA9, '♥'),
    (0xAA, '♠'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAD, '↑'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB2, '″'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB5, '∝'),
    (0xB6, '∂'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBA, '≡'),
    (0xBB, '≈'),
    (0xBC, '…'),
    (0xC4, '⊗'),
    (0xC5, '⊕'),
    (0xC6, '∅'),
    (0xC7, '∩'),
    (0xC8, '∪'),
    (0xC9, '⊃'),
    (0xCA, '⊇'),
    (0xCB, '⊄'),
    (0xCC, '⊂'),
    (0xCD, '⊆'),
    (0xCE, '∈'),
    (0xCF, '∉'),
    (0xD0, '∠'),
    (0xD1, '∇'),
    (0xD2, '®'),
    (0xD3, '©'),
    (0xD4, '™'),
    (0xD5, '∏'),
    (0xD6, '√'),
    (0xD7, '⋅'),
    (0xD8, '➢'),
    (0xD9, '∧'),
    (0xDA, '∨'),
    (0xDB, '⇔'),
    (0xDC, '⇐'),
    (0xDD, '⇑'),
    (0xDE, '⇒'),
    // Word's arrows, for what is typed « <-- », « --> », « ==> », « <== », « <=> »: the other face has ⇓, ◊ and pieces of brackets.
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE1, '↑'),
    (0xE2, '®'),
    (0xE3, '©'),
    (0xE4, '™'),
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
        for leads in [false, true] {
            assert_eq!(meant('\u{f0b7}', leads), Some('•'));
            assert_eq!(meant('\u{f0a7}', leads), Some('▪'));
            assert_eq!(meant('\u{f0fc}', leads), Some('✓'));
            assert_eq!(meant('\u{f0e0}', leads), Some('→'));
            assert_eq!(meant('\u{f0ff}', leads), None);
            for private in '\u{e000}'..='\u{f8ff}' {
                if let Some(sign) = meant(private, leads) {
                    let drawn = sign == ' ' || face_of(sign).is_some();
                    assert!(drawn, "{private:?} means {sign:?}, which no face draws");
                }
            }
        }
    }

    #[test]
    fn inside_a_line_the_whole_greek_alphabet_is_there() {
        let inside = |low: char| meant(char::from_u32(0xF000 + u32::from(low)).unwrap(), false);
        let small: String =
            ('a'..='z').filter(|it| *it != 'j' && *it != 'v').filter_map(inside).collect();
        assert_eq!(small, "αβχδεφγηικλμνοπθρστυωξψζ");
        let signs: String =
            ['\u{d2}', '\u{d3}', '\u{d4}', '6', '?'].into_iter().filter_map(inside).collect();
        assert_eq!(signs, "®©™6?");
    }
}
