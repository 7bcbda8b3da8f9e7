//! What happened, said on the screen: an inverted bar, never a red one.

use egui::{CornerRadius, Id, Rect, Ui, pos2, vec2};

use super::button::{self, Rank};
use crate::text::Message;
use crate::ui::theme::{Theme, face, space};
use crate::ui::type_setting as set;

const PAD: f32 = 14.0;

/// The height that an error takes across `width`.
pub fn error_height(ui: &Ui, message: &Message, buttons: &[&str], width: f32) -> f32 {
    let text = text_width(ui, buttons, width);
    let what = set::height(ui, &message.what, face::STRONG, text);
    let rest = set::height(ui, &rest(message), face::BODY, text);
    (what + rest).max(button::HEIGHT) + 2.0 * PAD
}

/// What happened in bold, what is safe, what to do; the ways out as buttons. Gives the button pressed.
pub fn error(
    ui: &mut Ui,
    theme: &Theme,
    message: &Message,
    buttons: &[&str],
    rect: Rect,
) -> Option<usize> {
    ui.painter().rect_filled(rect, CornerRadius::same(space::RADIUS), theme.ink);
    let width = text_width(ui, buttons, rect.width());
    let at = rect.min + vec2(PAD, PAD);
    let what = set::set(ui, &message.what, face::STRONG, theme.paper, width);
    let rest_text = set::set(ui, &rest(message), face::BODY, theme.paper, width);
    set::paint(ui, at, &what);
    set::paint(ui, at + vec2(0.0, what.size().y), &rest_text);
    announce(
        ui,
        rect,
        &[message.what.as_str(), message.safe.as_str(), message.next.as_str()].join(" "),
    );

    let widths: Vec<f32> = buttons.iter().map(|words| button::width(ui, words)).collect();
    let taken = widths.iter().sum::<f32>() + space::CELL * widths.len().saturating_sub(1) as f32;
    let mut left = rect.right() - PAD - taken;
    let mut pressed = None;
    for (index, (words, width)) in buttons.iter().zip(widths).enumerate() {
        let top = rect.center().y - button::HEIGHT / 2.0;
        let place = Rect::from_min_size(pos2(left, top), vec2(width, button::HEIGHT));
        let rank = if index == 0 { Rank::InvertedPrimary } else { Rank::Inverted };
        if button::place(ui, theme, place, way_id(index), words, rank).clicked() {
            pressed = Some(index);
        }
        left = place.right() + space::CELL;
    }
    pressed
}

/// The keyboard's target on a way out.
pub fn way_id(index: usize) -> Id {
    Id::unique(("way", index))
}

/// A live region: a screen reader says it when it appears.
pub fn announce(ui: &Ui, rect: Rect, words: &str) {
    let id = ui.scope_id().with("announcement");
    let response = ui.interact(rect, id, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Alert, true, words));
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(egui::accesskit::Live::Assertive));
}

fn rest(message: &Message) -> String {
    [message.safe.as_str(), message.next.as_str()].join(" ")
}

fn text_width(ui: &Ui, buttons: &[&str], width: f32) -> f32 {
    let taken: f32 = buttons.iter().map(|words| button::width(ui, words) + space::CELL).sum();
    (width - 2.0 * PAD - taken).max(200.0)
}
