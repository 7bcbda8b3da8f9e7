//! What has no room on the overview shows its first lines after a bar of its zone's hue, or a word that marks it when
//! room is scarce. The whole text shows when it is pointed at, and a screen reader says it.

use std::sync::Arc;

use egui::{
    Color32, CursorIcon, Galley, Id, Pos2, Rangef, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::plate;
use crate::letters;
use crate::ui::theme::{face, ink_of};
use crate::ui::type_setting as set;

/// Height of a line.
const HEIGHT: f32 = face::CAPTION.leading;
const BAR: f32 = 4.0;
const INDENT: f32 = 12.0;

/// The height of a note that stands under what it belongs to, in at most `lines` lines.
pub fn height(ui: &Ui, text: &str, width: f32, lines: usize) -> f32 {
    set_in(ui, text, width, lines).size().y
}

fn set_in(ui: &Ui, words: &str, width: f32, lines: usize) -> Arc<Galley> {
    // A pixel more, so that a word measured alone is not elided for a rounding.
    let room = width - INDENT + 1.0;
    set::first_lines(ui, words, face::CAPTION, ink_of(ui), room, lines)
}

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
    /// Its first lines on lines of their own, `at` their top left corner.
    pub fn under(&self, ui: &mut Ui, at: Pos2, width: f32, lines: usize) -> Shown {
        self.paint(ui, self.text, at, width, lines)
    }

    /// Its mark in `range`, as near to `middle` as it allows, standing on `bottom`; the bar alone when it is too narrow.
    pub fn between(&self, ui: &mut Ui, range: Rangef, middle: f32, bottom: f32) -> Shown {
        let whole = INDENT + set::width(ui, self.mark, face::CAPTION);
        let (words, width) = if whole > range.span() { ("", BAR) } else { (self.mark, whole) };
        let left = (middle - width / 2.0).min(range.max - width).max(range.min);
        self.paint(ui, words, pos2(left, bottom - HEIGHT), width, 1)
    }

    /// Its mark from `left` on, standing on `bottom`; the bar alone when it would pass `right`.
    pub fn after(&self, ui: &mut Ui, left: f32, right: f32, bottom: f32) -> Shown {
        let width = INDENT + set::width(ui, self.mark, face::CAPTION);
        let words = if left + width > right { "" } else { self.mark };
        self.paint(ui, words, pos2(left, bottom - HEIGHT), width, 1)
    }

    fn paint(&self, ui: &mut Ui, words: &str, at: Pos2, width: f32, lines: usize) -> Shown {
        let set = set_in(ui, words, width, lines);
        let height = set.size().y.max(HEIGHT);
        let bar = Rect::from_min_size(at + vec2(0.0, 1.0), vec2(BAR, height - 2.0));
        ui.painter().rect_filled(bar, 0.0, self.hue);
        let mut taken = bar;
        if !words.is_empty() {
            taken |= set::paint(ui, pos2(at.x + INDENT, at.y), &set);
        }
        // It opens what it belongs to; the keyboard has Enter, there.
        let response = ui.interact(taken, self.id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        let clicked = response.clicked();
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if plate::bubbles(ui) {
            response.on_hover_text(letters::on_screen(self.text).into_owned());
        }
        Shown { rect: taken, clicked }
    }
}
