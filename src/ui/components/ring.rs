//! The keyboard's ring: one shape everywhere, three points wide, two away.

use egui::{CornerRadius, Painter, Pos2, Rect, Response, Stroke, StrokeKind};

use crate::ui::theme::{Theme, line, space};

const GAP: f32 = 2.0;
/// How far around a control the page shows when it scrolls to it.
pub const REACH: f32 = 10.0;

/// Around a box.
pub fn around(painter: &Painter, theme: &Theme, rect: Rect) {
    let radius = CornerRadius::same(space::RADIUS + 2);
    let stroke = Stroke::new(line::RULE, theme.ink);
    painter.rect_stroke(rect.expand(GAP), radius, stroke, StrokeKind::Outside);
}

/// Around a disc of the given radius.
pub fn around_disc(painter: &Painter, theme: &Theme, centre: Pos2, radius: f32) {
    let stroke = Stroke::new(line::RULE, theme.ink);
    painter.circle_stroke(centre, radius + GAP + line::RULE / 2.0, stroke);
}

/// Brings a control that has just taken the keyboard into view: the page may have to scroll.
pub fn follow(ui: &egui::Ui, response: &Response) {
    if response.gained_focus() {
        ui.scroll_to_rect(response.rect.expand(REACH), None);
    }
}
