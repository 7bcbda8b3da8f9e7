//! The first line of what has no room on the overview, after a bar of its zone's hue. The whole text is in the focus.

use egui::{Color32, Pos2, Rect, Ui, pos2, vec2};

use crate::ui::theme::{face, ink_of};
use crate::ui::type_setting as set;

/// Height of a first line.
pub const HEIGHT: f32 = face::CAPTION.leading;
const BAR: f32 = 4.0;
const INDENT: f32 = 12.0;
/// Under this width a first line says nothing: the bar alone marks that there is a text.
const LEAST: f32 = 70.0;

/// On a line of its own, `at` its top left corner.
pub fn under(ui: &Ui, text: &str, hue: Color32, at: Pos2, width: f32) {
    bar(ui, hue, at);
    let line = set::first_line(ui, text, face::CAPTION, ink_of(ui), width - INDENT);
    set::paint(ui, pos2(at.x + INDENT, at.y), &line);
}

/// Beside what it belongs to, `at` its bottom left corner; nothing when there is no text.
pub fn beside(ui: &Ui, text: &str, hue: Color32, at: Pos2, width: f32) {
    if text.is_empty() || width < BAR {
        return;
    }
    let top = pos2(at.x, at.y - HEIGHT);
    if width < LEAST {
        bar(ui, hue, top);
    } else {
        under(ui, text, hue, top, width);
    }
}

fn bar(ui: &Ui, hue: Color32, at: Pos2) {
    let bar = Rect::from_min_size(at + vec2(0.0, 1.0), vec2(BAR, HEIGHT - 2.0));
    ui.painter().rect_filled(bar, 0.0, hue);
}
