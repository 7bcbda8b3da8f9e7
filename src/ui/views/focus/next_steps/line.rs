//! A line of the next steps: its place, and the keyboard's targets on it.

use egui::{Id, Rect};
use uuid::Uuid;

pub struct Row {
    pub texts: [Rect; 3],
    /// Up, down, remove.
    pub tools: [Rect; 3],
    pub whole: Rect,
}

/// The keyboard's target on what (0), who (1) or when (2) of a line: it goes with it wherever it moves.
pub fn id(key: Uuid, part: usize) -> Id {
    Id::unique(("next-step", key, part))
}

/// The keyboard's target on what adds a line.
pub fn add_id() -> Id {
    Id::unique("add-next-step")
}
