//! A text being edited takes letters with their marks as one and no control character, and stops at the bounds of its
//! lines.

use std::any::TypeId;
use std::ops::Range;

use egui::TextBuffer;
use egui::text::{CCursor, CharIndex};
use unicode_segmentation::UnicodeSegmentation;

use crate::letters;
use crate::model::lines;

/// The buffer of a text; with `lines`, that of a list, each line within its own bound.
pub struct Bounded<'a> {
    pub text: &'a mut String,
    pub lines: bool,
    /// Lines that enter it become one.
    pub one_line: bool,
    /// What was to enter and found no room.
    pub left_out: String,
}

impl TextBuffer for Bounded<'_> {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        self.text
    }

    fn insert_text(&mut self, text: &str, at: CharIndex) -> usize {
        self.text.insert_text(text, at)
    }

    /// Everything that a hand puts in a text passes here: typed, composed, pasted, dictated.
    fn insert_text_at(&mut self, cursor: &mut CCursor, text: &str, limit: usize) {
        let entering = self.entering(text);
        let entering = self.composed(&entering, cursor.index.0);
        let fitting = if self.lines {
            lines::fitting(self.text, cursor.index.0, entering)
        } else {
            let room = limit.saturating_sub(self.text.chars().count());
            let end = entering.char_indices().nth(room).map_or(entering.len(), |(end, _)| end);
            &entering[..end]
        };
        self.left_out.push_str(&entering[fitting.len()..]);
        cursor.index += self.insert_text(fitting, cursor.index);
        self.compose(cursor.index.0);
    }

    fn delete_char_range(&mut self, range: Range<CharIndex>) {
        // What is set over a letter goes with it.
        let rest = self.text.chars().skip(range.end.0);
        let marks = if range.is_empty() {
            0
        } else {
            rest.take_while(|sign| letters::is_mark(*sign)).count()
        };
        self.text.delete_char_range(range.start..range.end + marks);
    }

    fn delete_previous_char(&mut self, cursor: CCursor) -> CCursor {
        let before: usize =
            self.text.char_indices().nth(cursor.index.0).map_or(self.text.len(), |(at, _)| at);
        // A letter and its marks, or an emoji made of several, are one to who reads them.
        let one = self.text[..before].graphemes(true).next_back();
        let signs = one.map_or(0, |one| one.chars().count());
        self.delete_selected_ccursor_range([cursor - signs, cursor])
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<Bounded<'static>>()
    }
}

impl Bounded<'_> {
    /// What becomes of `text` at the door, before it is measured.
    fn entering(&self, text: &str) -> String {
        let text = letters::typed(text);
        if !self.one_line || !text.contains('\n') {
            return text.into_owned();
        }
        let parts = text.split('\n').filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }

    /// A letter that is typed before a mark takes it.
    fn compose(&mut self, at: usize) {
        let Some(before) = at.checked_sub(1) else { return };
        let mut signs = self.text.char_indices().skip(before);
        if let (Some((start, letter)), Some((place, mark))) = (signs.next(), signs.next())
            && let Some(whole) = letters::composes(letter, mark)
        {
            self.text.replace_range(start..place + mark.len_utf8(), whole.encode_utf8(&mut [0; 4]));
        }
    }

    /// A mark that is typed after its letter joins it; gives what is left to insert.
    fn composed<'t>(&mut self, typed: &'t str, at: usize) -> &'t str {
        let mut signs = typed.chars();
        let found = at.checked_sub(1).and_then(|before| self.text.char_indices().nth(before));
        if let (Some((place, letter)), Some(mark)) = (found, signs.next())
            && letters::is_mark(mark)
            && let Some(whole) = letters::composes(letter, mark)
        {
            let end = place + letter.len_utf8();
            self.text.replace_range(place..end, whole.encode_utf8(&mut [0; 4]));
            return signs.as_str();
        }
        typed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(text: &mut String) -> Bounded<'_> {
        Bounded { text, lines: false, one_line: false, left_out: String::new() }
    }

    fn inserted(before: &str, text: &str, at: usize) -> (String, usize) {
        let mut whole = before.to_owned();
        let mut cursor = CCursor::new(at);
        edited(&mut whole).insert_text_at(&mut cursor, text, usize::MAX);
        (whole, cursor.index.0 - at)
    }

    #[test]
    fn a_mark_joins_the_letter_before_it_and_the_cursor_stays_after_it() {
        assert_eq!(inserted("Noel", "\u{308}", 3), ("Noël".into(), 0));
        assert_eq!(inserted("ab", "\u{301}c", 1), ("ácb".into(), 1));
        assert_eq!(inserted("\u{301}b", "a", 0), ("áb".into(), 1));
        assert_eq!(inserted("x", "\u{301}", 1), ("x\u{301}".into(), 1));
        assert_eq!(inserted("", "\u{301}", 0), ("\u{301}".into(), 1));
        assert_eq!(inserted("", "e\u{301}te\u{301}\0\u{f0b7}", 0), ("été•".into(), 4));
    }

    #[test]
    fn what_is_set_over_a_letter_goes_with_it() {
        let mut text = "ax\u{302}\u{323}b".to_owned();
        let mut bounded = edited(&mut text);
        let at = bounded.delete_previous_char(CCursor::new(4));
        assert_eq!((at.index.0, &**bounded.text), (1, "ab"));
        let mut text = "ax\u{302}b".to_owned();
        let mut bounded = edited(&mut text);
        bounded.delete_char_range(CharIndex(1)..CharIndex(2));
        assert_eq!(&**bounded.text, "ab");
        let mut text = "👩\u{200d}🔬".to_owned();
        let mut bounded = edited(&mut text);
        bounded.delete_previous_char(CCursor::new(3));
        assert_eq!(&**bounded.text, "");
    }
}
