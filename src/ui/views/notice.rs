//! What happened. Above the sheet, an error with its ways out, or a warning to be read; at its foot, for a moment, a success.

use egui::{Align2, Id, LayerId, Order, Rect, ScrollArea, Sense, Ui, vec2};

use super::focus::frame;
use crate::text::Message;
use crate::ui::Cx;
use crate::ui::components::message;
use crate::ui::components::success::Success;
use crate::ui::theme::{Theme, face, space};

/// Above and below the bar.
const MARGIN: f32 = 8.0;
/// What it takes of the window at most; on a lower one it scrolls.
const MOST: f32 = 0.75;

/// Shows the notice of that number across the window and gives the button pressed.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    words: &Message,
    buttons: &[&str],
    turn: u64,
) -> Option<usize> {
    let width = ui.available_width() - 2.0 * space::EDGE;
    let height = message::error_height(ui, words, buttons, width);
    let most = ui.available_height() * MOST;
    let scroll = ScrollArea::vertical().id_salt("notice").animated(false).max_height(most);
    let shown = scroll.auto_shrink([false, true]).show(ui, |ui| {
        let size = vec2(ui.available_width(), height + 2.0 * MARGIN);
        let (outer, _) = ui.allocate_exact_size(size, Sense::hover());
        let rect = Rect::from_center_size(outer.center(), vec2(width, height));
        message::error(ui, theme, words, buttons, turn, rect)
    });
    shown.inner
}

/// Over the foot of the window, where nothing else says it: « Enregistré à 14 h 32 », and the name of the file. While one projects,
/// in what is `free` there: with the name of the file if it holds, without it otherwise.
pub fn success(ui: &Ui, cx: Cx, words: &str, file: &str, free: Option<Rect>) {
    let success = Success { words, file, faces: [face::FOCUS_CAPTION, face::FOCUS_HELP] };
    // Over the sheet, and under a menu or a question that stands in front of it.
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Middle, Id::unique("success")));
    if let Some(free) = free {
        let line = |success: &Success| success.size(ui, f32::INFINITY);
        let short = Success { file: "", ..success };
        let holds = |success: &&Success| line(success).x <= free.width();
        if let Some(said) = [&success, &short].into_iter().find(holds) {
            let place = Rect::from_center_size(free.center(), line(said));
            return said.paint(ui, &painter, cx.theme, place);
        }
        // Nor on the words of the foot, when they leave too little.
        let window = ui.ctx().content_rect().shrink2(vec2(space::EDGE, 0.0));
        let room = window.with_max_y(free.top());
        let size = short.size(ui, room.width());
        let place = Align2::CENTER_BOTTOM.align_size_within_rect(size, room);
        return short.paint(ui, &painter, cx.theme, place);
    }
    let window = ui.ctx().content_rect();
    let edge = if cx.view.focus.is_some() { frame::edge(window.width()) } else { space::EDGE };
    let room = window.shrink2(vec2(edge, MARGIN));
    let size = success.size(ui, room.width());
    success.paint(ui, &painter, cx.theme, Align2::RIGHT_BOTTOM.align_size_within_rect(size, room));
}
