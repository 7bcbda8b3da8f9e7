//! A text being edited that stops at the bounds of its lines.

use std::any::TypeId;
use std::ops::Range;

use egui::TextBuffer;
use egui::text::CharIndex;

use crate::model::lines;

/// The buffer of a text; with `lines`, that of a list, each line within its own bound.
pub struct Bounded<'a> {
    pub text: &'a mut String,
    pub lines: bool,
}

impl TextBuffer for Bounded<'_> {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        self.text
    }

    fn insert_text(&mut self, text: &str, at: CharIndex) -> usize {
        if !self.lines {
            return self.text.insert_text(text, at);
        }
        // Lines pasted from another system end with a carriage return too.
        let text = text.replace("\r\n", "\n");
        let fitting = lines::fitting(self.text, at.0, &text);
        self.text.insert_text(fitting, at)
    }

    fn delete_char_range(&mut self, range: Range<CharIndex>) {
        self.text.delete_char_range(range);
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<Bounded<'static>>()
    }
}
