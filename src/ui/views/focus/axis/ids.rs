//! The keyboard's targets of an axis in large, and what its parts share.

use egui::{Id, Rect, vec2};

use crate::ui::components::axis_rail::span_id;

/// The keyboard's target on an axis in large.
pub fn id(axis: &str) -> Id {
    Id::unique(("axis-large", axis))
}

/// The keyboard's target on its note.
pub fn note_id(axis: &str) -> Id {
    id(axis).with("note")
}

/// The keyboard's target on the first of the two marks of a span.
pub fn mark_id(axis: &str) -> Id {
    span_id(id(axis)).with(0_usize)
}

/// A rectangle with its left and right edges pushed out by `by`.
pub fn wider(rect: Rect, by: f32) -> Rect {
    rect.expand2(vec2(by, 0.0))
}
