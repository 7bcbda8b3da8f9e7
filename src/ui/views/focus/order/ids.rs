//! What the parts of the page of the order of play share: the keyboard's targets, and two measures.

use egui::Id;

use crate::ui::theme::space;

pub const TOOL: f32 = space::FOCUS_TARGET;
pub const GAP: f32 = 8.0;

/// What opens the note of a step, and the note.
pub fn note_way_id(at: usize) -> Id {
    Id::unique(("order-note", at))
}

pub fn note_id(at: usize) -> Id {
    Id::unique(("order-note-text", at))
}
