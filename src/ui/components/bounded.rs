//! A text being edited that stops at the bounds of its lines.

use std::any::TypeId;
use std::ops::Range;

use egui::TextBuffer;
use egui::text::{CCursor, CharIndex};

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
        let fitting = if self.lines {
            lines::fitting(self.text, cursor.index.0, &entering)
        } else {
            let room = limit.saturating_sub(self.text.chars().count());
            let end = entering.char_indices().nth(room).map_or(entering.len(), |(end, _)| end);
            &entering[..end]
        };
        self.left_out.push_str(&entering[fitting.len()..]);
        cursor.index += self.insert_text(fitting, cursor.index);
    }

    fn delete_char_range(&mut self, range: Range<CharIndex>) {
        self.text.delete_char_range(range);
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<Bounded<'static>>()
    }
}

impl Bounded<'_> {
    /// What becomes of `text` at the door, before it is measured.
    fn entering(&self, text: &str) -> String {
        // Lines pasted from another system end with a carriage return too.
        let text = text.replace("\r\n", "\n");
        if !self.one_line || !text.contains(['\n', '\r']) {
            return text;
        }
        let parts = text.split(['\n', '\r']).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }
}
