//! What happened, above the sheet: an error with its ways out, or a warning to be read.

use egui::{Rect, Sense, Ui, vec2};

use crate::text::Message;
use crate::ui::components::message;
use crate::ui::theme::{Theme, space};

/// Shows the notice across the window and gives the button pressed.
pub fn show(ui: &mut Ui, theme: &Theme, words: &Message, buttons: &[&str]) -> Option<usize> {
    let width = ui.available_width() - 2.0 * space::EDGE;
    let height = message::error_height(ui, words, buttons, width);
    let (outer, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), height + 16.0), Sense::hover());
    let rect = Rect::from_center_size(outer.center(), vec2(width, height));
    message::error(ui, theme, words, buttons, rect)
}
