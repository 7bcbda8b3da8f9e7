//! What happened, above the sheet: an error with its ways out, or a warning to be read.

use egui::{Rect, ScrollArea, Sense, Ui, vec2};

use crate::text::Message;
use crate::ui::components::message;
use crate::ui::theme::{Theme, space};

/// Above and below the bar.
const MARGIN: f32 = 8.0;
/// What it takes of the window at most; on a lower one it scrolls.
const MOST: f32 = 0.75;

/// Shows the notice across the window and gives the button pressed.
pub fn show(ui: &mut Ui, theme: &Theme, words: &Message, buttons: &[&str]) -> Option<usize> {
    let width = ui.available_width() - 2.0 * space::EDGE;
    let height = message::error_height(ui, words, buttons, width);
    let most = ui.available_height() * MOST;
    let scroll = ScrollArea::vertical().id_salt("notice").animated(false).max_height(most);
    let shown = scroll.auto_shrink([false, true]).show(ui, |ui| {
        let size = vec2(ui.available_width(), height + 2.0 * MARGIN);
        let (outer, _) = ui.allocate_exact_size(size, Sense::hover());
        let rect = Rect::from_center_size(outer.center(), vec2(width, height));
        message::error(ui, theme, words, buttons, rect)
    });
    shown.inner
}
