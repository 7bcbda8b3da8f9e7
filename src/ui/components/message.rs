//! What happened, said on the screen: an error is an inverted bar, never a red one; a success is a thin line.

use egui::{CornerRadius, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::button::{self, Rank};
use crate::text::Message;
use crate::ui::theme::{Theme, face, line, space};
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

    let mut pressed = None;
    let mut right = rect.right() - PAD;
    for (index, words) in buttons.iter().enumerate().rev() {
        let size = vec2(button::width(ui, words), button::HEIGHT);
        let place = Rect::from_min_size(pos2(right - size.x, rect.center().y - size.y / 2.0), size);
        let rank = if index == 0 { Rank::InvertedPrimary } else { Rank::Inverted };
        if button::place(ui, theme, place, words, words, rank).clicked() {
            pressed = Some(index);
        }
        right = place.left() - space::CELL;
    }
    pressed
}

/// A thin line: what went well, with the file's name at the right.
pub fn success(ui: &Ui, theme: &Theme, words: &str, detail: &str, rect: Rect) {
    let edge = Stroke::new(line::THIN, theme.line);
    let radius = CornerRadius::same(space::RADIUS);
    ui.painter().rect(rect, radius, theme.cell, edge, StrokeKind::Inside);
    let inner = rect.width() - 2.0 * PAD;
    let left = set::set(ui, words, face::BODY, theme.ink, inner);
    let right = set::set(ui, detail, face::CAPTION, theme.muted, inner);
    let middle = |height: f32| rect.center().y - height / 2.0;
    set::paint(ui, Pos2::new(rect.left() + PAD, middle(left.size().y)), &left);
    let x = rect.right() - PAD - right.size().x;
    set::paint(ui, Pos2::new(x, middle(right.size().y)), &right);
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
