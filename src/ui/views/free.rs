//! What is free of a window, for what shows for a moment.

use egui::Rect;

/// Where a success can stand for a moment without covering anything to press.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Free {
    /// At the foot of an image that a room sees.
    InTheRoom(Rect),
    /// Beside what is pressed there; without enough room, over the foot of the window.
    Beside(Rect),
    /// Beside the ways of a page; without enough room, above them.
    Foot { beside: Rect, top: f32 },
}
