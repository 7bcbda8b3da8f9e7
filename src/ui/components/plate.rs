//! A few words stand over everything, beside what they speak of: the value under a hand that drags, a limit just
//! reached.

use egui::{Id, LayerId, Order, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::ui::theme::{Theme, face, line};
use crate::ui::type_setting as set;

/// Whether the bubble of what is pointed at may show: the toolkit would leave it over a panel that comes.
pub fn bubbles(ui: &Ui) -> bool {
    ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
}

/// As [`under`], and said by a screen reader when it appears: nothing else says it.
pub fn said_under(ui: &Ui, theme: &Theme, id: Id, words: &str, anchor: Rect, x: f32) {
    under(ui, theme, id, words, anchor, x);
    // It is no control, and takes nothing of the pointer.
    let node = id.with("plate");
    ui.interact(Rect::NOTHING, node, Sense::hover());
    ui.ctx().accesskit_node_builder(node, |builder| {
        builder.set_role(Role::Status);
        builder.set_label(words);
        builder.set_live(egui::accesskit::Live::Polite);
    });
}

/// Under `anchor`, centred on `x` as far as the window allows. For the eyes alone: what it says is said elsewhere.
pub fn under(ui: &Ui, theme: &Theme, id: Id, words: &str, anchor: Rect, x: f32) {
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, id.with("plate")));
    paint(ui, &painter, theme, words, anchor, x);
}

/// As [`under`], in the picture of another window.
pub fn pictured(ui: &Ui, theme: &Theme, words: &str, anchor: Rect, x: f32) {
    paint(ui, ui.painter(), theme, words, anchor, x);
}

fn paint(ui: &Ui, painter: &Painter, theme: &Theme, words: &str, anchor: Rect, x: f32) {
    let text = set::set(ui, words, face::CAPTION, theme.ink, f32::INFINITY);
    let size = text.size() + vec2(16.0, 6.0);
    let window = painter.clip_rect().shrink(4.0);
    let half = size / 2.0;
    let centre = pos2(
        x.max(window.left() + half.x).min(window.right() - half.x),
        (anchor.bottom() + half.y + 2.0).min(window.bottom() - half.y),
    );
    let plate = Rect::from_center_size(centre, size);
    painter.rect(plate, 4.0, theme.paper, Stroke::new(line::THIN, theme.ink), StrokeKind::Inside);
    painter.galley(plate.center() - text.size() / 2.0, text, theme.ink);
}
