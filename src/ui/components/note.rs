//! What has no room on the overview: its first line after a bar of its zone's hue, or a word that marks it when room is
//! scarce. The whole text shows when it is pointed at, and a screen reader says it.

use egui::{Color32, CursorIcon, Id, Pos2, Rangef, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::plate;
use crate::ui::theme::{face, ink_of};
use crate::ui::type_setting as set;

/// Height of a first line.
pub const HEIGHT: f32 = face::CAPTION.leading;
const BAR: f32 = 4.0;
const INDENT: f32 = 12.0;

/// A note to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Note<'a> {
    pub id: Id,
    pub text: &'a str,
    /// What it is, in a word.
    pub mark: &'a str,
    pub hue: Color32,
}

/// A note as it was shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    pub rect: Rect,
    pub clicked: bool,
}

impl Note<'_> {
    /// Its first line on a line of its own, `at` its top left corner.
    pub fn under(&self, ui: &mut Ui, at: Pos2, width: f32) -> Shown {
        self.paint(ui, self.text, at, width)
    }

    /// Its mark in `range`, as near to `middle` as it allows, standing on `bottom`; the bar alone when it is too narrow.
    pub fn between(&self, ui: &mut Ui, range: Rangef, middle: f32, bottom: f32) -> Shown {
        let whole = INDENT + set::width(ui, self.mark, face::CAPTION);
        let (words, width) = if whole > range.span() { ("", BAR) } else { (self.mark, whole) };
        let left = (middle - width / 2.0).min(range.max - width).max(range.min);
        self.paint(ui, words, pos2(left, bottom - HEIGHT), width)
    }

    /// Its mark from `left` on, standing on `bottom`; the bar alone when it would pass `right`.
    pub fn after(&self, ui: &mut Ui, left: f32, right: f32, bottom: f32) -> Shown {
        let width = INDENT + set::width(ui, self.mark, face::CAPTION);
        let words = if left + width > right { "" } else { self.mark };
        self.paint(ui, words, pos2(left, bottom - HEIGHT), width)
    }

    fn paint(&self, ui: &mut Ui, words: &str, at: Pos2, width: f32) -> Shown {
        let bar = Rect::from_min_size(at + vec2(0.0, 1.0), vec2(BAR, HEIGHT - 2.0));
        ui.painter().rect_filled(bar, 0.0, self.hue);
        let mut taken = bar;
        if !words.is_empty() {
            // A pixel more, so that a word measured alone is not elided for a rounding.
            let room = width - INDENT + 1.0;
            let line = set::first_line(ui, words, face::CAPTION, ink_of(ui), room);
            taken |= set::paint(ui, pos2(at.x + INDENT, at.y), &line);
        }
        // It opens what it belongs to; the keyboard has Enter, there.
        let response = ui.interact(taken, self.id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        let clicked = response.clicked();
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if plate::bubbles(ui) {
            response.on_hover_text(self.text);
        }
        Shown { rect: taken, clicked }
    }
}
