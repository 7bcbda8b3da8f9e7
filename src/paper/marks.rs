//! Marks stand over letters: accents, and the thousands of them that a hostile or a playful text piles over one. The
//! page engine takes time and memory with the square of such a pile.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// Marks that one letter keeps: as many as Unicode's own form for texts that pass through programs (UAX 15, stream-safe text).
const MOST: usize = 30;

/// The same text, without the marks that no reader could tell apart.
pub(super) fn few(text: &str) -> Cow<'_, str> {
    let runs = || {
        let mut run = 0usize;
        text.chars().map(move |letter| {
            run = if is_combining_mark(letter) { run + 1 } else { 0 };
            (letter, run)
        })
    };
    if text.is_ascii() || runs().all(|(_, run)| run <= MOST) {
        return text.into();
    }
    runs().filter(|(_, run)| *run <= MOST).map(|(letter, _)| letter).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pile_of_marks_is_cut_and_a_language_is_not() {
        for text in ["L’été", "e\u{301}\u{323}", "Việt Nam", &"e\u{301}".repeat(500)] {
            assert_eq!(few(text), text);
        }
        let pile = ["a", &"\u{301}".repeat(5_000), "b", &"\u{308}".repeat(40), "c"].concat();
        let kept = ["a", &"\u{301}".repeat(MOST), "b", &"\u{308}".repeat(MOST), "c"].concat();
        assert_eq!(few(&pile), kept);
    }
}
