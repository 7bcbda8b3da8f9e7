//! The head of a zone: its name and its count in its hue's company, over a rule of three points.

use egui::{Pos2, Rect, Stroke, Ui, pos2};

use crate::model::catalogue::Zone;
use crate::ui::Cx;
use crate::ui::theme::{Theme, face, line};
use crate::ui::type_setting as set;

/// Height from the top of the words to the bottom of the rule.
pub const HEIGHT: f32 = 32.0;
/// From the rule to what follows.
pub const AFTER: f32 = 10.0;

/// As [`AFTER`], less when room is scarce.
pub fn after(cx: Cx) -> f32 {
    if cx.compact { AFTER - 3.0 } else { AFTER }
}

/// Paints the head across `width` with its top left corner at `at`; `note` stands at the right. Says where what
/// stands before the note ends.
pub fn paint(
    ui: &Ui,
    theme: &Theme,
    zone: Zone,
    title: &str,
    note: &str,
    at: Pos2,
    width: f32,
) -> Rect {
    let hue = theme.zone(zone);
    let words = set::set(ui, title, face::ZONE, hue, width);
    set::paint(ui, at, &words);
    let count = set::set(ui, note, face::CAPTION, theme.muted, width);
    let left = at.x + width - count.size().x;
    // On the same baseline as the title: the smaller face sits lower by the difference of the ascents.
    let count_rect = set::paint(ui, pos2(left, at.y + 4.0), &count);
    let y = at.y + HEIGHT - line::RULE / 2.0;
    ui.painter().hline(at.x..=at.x + width, y, Stroke::new(line::RULE, hue));
    label(ui, zone, title, note, Rect::from_min_size(at, egui::vec2(width, HEIGHT)));
    count_rect
}

/// What a screen reader says of the head.
fn label(ui: &Ui, zone: Zone, title: &str, note: &str, rect: Rect) {
    let id = ui.scope_id().with(("zone", zone));
    let response = ui.interact(rect, id, egui::Sense::hover());
    response.widget_info(|| {
        let words = if note.is_empty() { title.to_owned() } else { [title, note].join(", ") };
        egui::WidgetInfo::labeled(egui::Role::Heading, true, words)
    });
}
