//! A notice says what happened. Above the sheet, an error with its ways out, or a warning to be read; at its foot, for
//! a moment, a success.

use egui::{Align2, Id, LayerId, Order, Rect, ScrollArea, Sense, Ui, vec2};

use super::focus::frame;
use super::free::Free;
use crate::text::Message;
use crate::ui::Cx;
use crate::ui::components::message;
use crate::ui::components::success::Success;
use crate::ui::theme::{Theme, face, space};

/// Above and below the bar.
const MARGIN: f32 = 8.0;
/// Fewer letters of a success say nothing.
const LEAST: usize = 16;
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

/// Where nothing is to be pressed, if nothing else says it: « Enregistré à 14 h 32 », and the name of the file, if it holds.
pub fn success(ui: &Ui, cx: Cx, words: &str, file: &str, free: Free) {
    // Over the sheet, and under a menu or a question that stands in front of it.
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Middle, Id::unique("success")));
    let (place, align, most) = match free {
        Free::InTheRoom(place) => (place, Align2::CENTER_CENTER, place.top()),
        Free::Beside(place) => (place, Align2::RIGHT_CENTER, ui.ctx().content_rect().bottom()),
        Free::Foot { beside, top } => (beside, Align2::LEFT_CENTER, top),
    };
    let large = [face::FOCUS_CAPTION, face::FOCUS_HELP];
    let small = [face::STRONG, face::BODY];
    let line = |success: &Success| success.size(ui, f32::INFINITY);
    let of = |file, faces| Success { words, file, faces };
    let all = [of(file, large), of(file, small), of("", large), of("", small)];
    let holds = |it: &&Success| {
        let size = line(it);
        size.x <= place.width() && size.y <= place.height()
    };
    if let Some(said) = all.iter().find(holds) {
        let rect = align.align_size_within_rect(line(said), place);
        return said.paint(ui, &painter, cx.theme, rect);
    }
    if let Free::Beside(place) = free {
        // The start of it, where the whole has no room: it is said as a whole, and undo's own line has it too.
        let mut start = words.to_owned();
        while start.pop().is_some() {
            let cut = [start.trim_end(), "…"].concat();
            let said = Success { words: &cut, file: "", faces: small };
            if start.chars().count() >= LEAST && line(&said).x <= place.width() {
                let rect = align.align_size_within_rect(line(&said), place);
                return said.paint(ui, &painter, cx.theme, rect);
            }
        }
    }
    let window = ui.ctx().content_rect();
    let edge = if cx.view.focus.is_some() { frame::edge(window.width()) } else { space::EDGE };
    let room = window.shrink2(vec2(edge, MARGIN)).with_max_y(most - MARGIN);
    let short = of("", large);
    let size = short.size(ui, room.width());
    let align = match free {
        Free::InTheRoom(_) => Align2::CENTER_BOTTOM,
        _ => Align2::RIGHT_BOTTOM,
    };
    short.paint(ui, &painter, cx.theme, align.align_size_within_rect(size, room));
}
