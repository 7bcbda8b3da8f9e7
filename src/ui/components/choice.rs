//! A choice shows one thing among several, in large: its shape and its words; the chosen one has an edge of ink and
//! heavier words.

use egui::{
    CornerRadius, Id, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::{marks, ring};
use crate::ui::theme::{Face, Theme, face, line, space};
use crate::ui::type_setting as set;

/// Height of a choice: used while standing at the screen.
pub const HEIGHT: f32 = 52.0;
/// Side of the square in which its shape is drawn.
pub const MARK: f32 = 32.0;
const PAD: f32 = 14.0;
/// Side of the box of a choice that does not exclude the others.
const TICK: f32 = 20.0;
const GAP: f32 = 10.0;

/// Draws the shape of a choice in the square that it is given.
pub type Mark<'a> = &'a dyn Fn(&Painter, Rect);

/// A choice to be shown.
pub struct Choice<'a> {
    pub id: Id,
    pub words: &'a str,
    pub chosen: bool,
    /// Several can be chosen: a box to tick rather than one of several.
    pub many: bool,
}

/// As [`size`], for one of several that can be chosen together: it has a box to tick.
pub fn size_of_many(ui: &Ui, words: &str, marked: bool) -> Vec2 {
    size(ui, words, marked) + vec2(TICK + GAP, 0.0)
}

/// The size that a choice of these words needs, with or without a shape.
pub fn size(ui: &Ui, words: &str, marked: bool) -> Vec2 {
    let mark = if marked { MARK + GAP } else { 0.0 };
    // In the heavier of the two weights: choosing moves nothing.
    vec2(set::width(ui, words, face::FOCUS_CAPTION) + mark + 2.0 * PAD, HEIGHT)
}

impl Choice<'_> {
    /// Shows the choice in `rect`; `mark` draws its shape in the square it is given.
    pub fn show(&self, ui: &mut Ui, theme: &Theme, rect: Rect, mark: Option<Mark>) -> Response {
        let response = ui.interact(rect, self.id, Sense::click());
        let role = if self.many { Role::CheckBox } else { Role::RadioButton };
        response
            .widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), self.chosen, self.words));
        ring::follow(ui, &response);
        let (width, edge) = match (self.chosen, response.hovered()) {
            (true, _) => (line::RULE, theme.ink),
            (false, true) => (line::MARK, theme.ink),
            (false, false) => (line::THIN, theme.line),
        };
        let radius = CornerRadius::same(space::RADIUS);
        let stroke = Stroke::new(width, edge);
        ui.painter().rect(rect, radius, theme.cell, stroke, StrokeKind::Inside);
        let mut left = rect.left() + PAD;
        if self.many {
            let square =
                Rect::from_center_size(pos2(left + TICK / 2.0, rect.center().y), Vec2::splat(TICK));
            marks::tick_box(ui.painter(), theme, square, self.chosen);
            left = square.right() + GAP;
        }
        if let Some(mark) = mark {
            let square =
                Rect::from_center_size(pos2(left + MARK / 2.0, rect.center().y), Vec2::splat(MARK));
            mark(ui.painter(), square);
            left = square.right() + GAP;
        }
        let face = if self.chosen { face::FOCUS_CAPTION } else { LIGHTER };
        let galley = set::set(ui, self.words, face, theme.ink, rect.right() - 8.0 - left);
        set::paint(ui, pos2(left, rect.center().y - galley.size().y / 2.0), &galley);
        if response.has_focus() {
            ring::around(ui.painter(), theme, rect);
        }
        response
    }
}

const LIGHTER: Face = face::FOCUS_HELP;

/// Where choices or buttons of these sizes stand from `rect`'s top left corner on, row by row; gives the height they
/// take.
pub fn flow(rect: Rect, sizes: &[Vec2]) -> (Vec<Rect>, f32) {
    let (mut at, mut bottom) = (rect.min, rect.top());
    let mut places = Vec::new();
    for size in sizes {
        let width = size.x.min(rect.width());
        if at.x + width > rect.right() + 0.5 && at.x > rect.left() {
            at = pos2(rect.left(), bottom + space::CELL);
        }
        places.push(Rect::from_min_size(at, vec2(width, size.y)));
        bottom = bottom.max(at.y + size.y);
        at.x += width + space::CELL;
    }
    (places, bottom - rect.top())
}

#[cfg(test)]
mod tests {
    use egui::Pos2;

    use super::*;

    #[test]
    fn choices_go_on_the_next_row_rather_than_out_of_the_room() {
        let room = Rect::from_min_size(Pos2::ZERO, vec2(400.0, 0.0));
        let (places, height) = flow(room, &[vec2(180.0, HEIGHT); 3]);
        assert_eq!(places[1].left(), 190.0);
        assert_eq!(places[2].min, pos2(0.0, HEIGHT + space::CELL));
        assert_eq!(height, 2.0 * HEIGHT + space::CELL);
        assert_eq!(flow(room, &[vec2(900.0, HEIGHT)]).0[0].width(), 400.0);
        assert_eq!(flow(room, &[]).1, 0.0);
    }
}
