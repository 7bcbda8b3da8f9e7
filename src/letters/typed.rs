//! All that the clipboard and the keyboard bring goes through this door: it leaves composed letters, plain ends of
//! lines, signs that mean something outside the program they come from, and no control character. What comes from a
//! file is composed only: nothing is taken away from it.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::meaning::meant;
use super::shown::{is_control, is_noncharacter};

/// `text` with its letters and marks composed (NFC): « e » and its accent are one « é ».
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// What is kept of a text that is typed or pasted.
pub fn typed(text: &str) -> Cow<'_, str> {
    if text.chars().all(|sign| sign == '\n' || sign == '\t' || plain(sign)) {
        return composed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    // Nothing stands before it on its line.
    let mut starts = true;
    while let Some(sign) = signs.next() {
        match sign {
            '\r' if signs.peek() == Some(&'\n') => {}
            // A line that Word breaks within a paragraph, and the ends of lines of other systems.
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\n' | '\t' => kept.push(sign),
            // What Word calls its two hyphens, in its own files.
            '\u{1e}' => kept.push('\u{2011}'),
            '\u{1f}' => kept.push('\u{ad}'),
            '\u{feff}' => {}
            _ if is_control(sign) || is_noncharacter(sign) => {}
            _ => {
                let apart = signs.peek().is_none_or(|next| next.is_whitespace());
                kept.push(meant(sign, starts && apart).unwrap_or(sign));
            }
        }
        starts = kept
            .chars()
            .next_back()
            .is_none_or(|last| last == '\n' || starts && last.is_whitespace());
    }
    Cow::Owned(composed(&kept).into_owned())
}

/// The letter that `mark` makes with the one before it, if there is one.
pub fn composes(before: char, mark: char) -> Option<char> {
    unicode_normalization::char::compose(before, mark)
}

/// Needs no second look.
fn plain(sign: char) -> bool {
    !sign.is_control() && (sign < '\u{2028}' || ('\u{202a}'..'\u{e000}').contains(&sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_word_pastes_is_what_it_means() {
        let pasted = "Titre\u{b}saut\r\n\u{f0b7}\tpuce\r\ncompte\u{2011}rendu → suite ✓\u{feff}";
        assert_eq!(typed(pasted), "Titre\nsaut\n•\tpuce\ncompte\u{2011}rendu → suite ✓");
        let statistics = "\u{f06c}\tun\r\n \u{f06c} l’écart type \u{f073} et \u{f06c}2";
        assert_eq!(typed(statistics), "●\tun\n ● l’écart type σ et λ2");
        assert_eq!(typed("co\u{1f}or\u{1e}dination"), "co\u{ad}or\u{2011}dination");
    }

    #[test]
    fn whatever_parts_two_lines_elsewhere_parts_two_lines_here() {
        for end in ["\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
            assert_eq!(
                typed(&format!("une ligne{end}une autre")),
                "une ligne\nune autre",
                "{end:?}"
            );
            // What follows begins a line: a bullet of Word’s is one there too.
            assert_eq!(typed(&format!("un{end}\u{f06c}\tdeux")), "un\n●\tdeux", "{end:?}");
        }
    }

    #[test]
    fn letters_and_their_marks_are_one() {
        assert_eq!(typed("e\u{301}te\u{301} No\u{308}el"), "été Nöel");
        assert_eq!(composed("me\u{301}thode"), "méthode");
        assert!(matches!(typed("été"), Cow::Borrowed(_)));
    }

    #[test]
    fn controls_are_left_at_the_door_and_private_signs_are_kept() {
        assert_eq!(typed("a\0b\u{7}c\u{90}d\u{ffff}e\u{1fffe}"), "abcde");
        assert_eq!(typed("Windows \u{f0ff}\u{e000}"), "Windows \u{f0ff}\u{e000}");
    }
}
