//! The title's line has the name of the lab, and at its right its orientation and its creation.

use egui::{Id, Rect, Ui, pos2, vec2};

use super::sheet::Widths;
use crate::intent::Actions;
use crate::intent::view::FieldKey;
use crate::model::catalogue::CREATION;
use crate::model::edit::Target;
use crate::text::interface as words;
use crate::ui::Cx;
use crate::ui::components::cell;
use crate::ui::components::ring;
use crate::ui::components::writing::Writing;
use crate::ui::fields::Field;
use crate::ui::theme::{Face, face, space};
use crate::ui::type_setting as set;

/// Height of the two cells beside the name: a title and two lines.
const CELLS: f32 = 74.0;
/// Under this width the two cells go under the name.
const BESIDE: f32 = 760.0;
/// Under this one they go one above the other.
const PAIR: f32 = 440.0;

/// The keyboard's target on the name.
pub fn name_id() -> Id {
    Id::unique("lab-name")
}

/// Where the parts of the header stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    pub name: Rect,
    pub orientation: Rect,
    pub creation: Rect,
    pub height: f32,
}

/// Lays the header out from `origin`.
pub fn lay_out(ui: &Ui, cx: Cx, origin: egui::Pos2, widths: &Widths) -> Parts {
    let width = widths.header;
    let (name_width, cells) = if widths.wide {
        // The creation stands over the right column, the orientation over the second half of the middle one.
        let orientation = (widths.middle - space::CELL) / 2.0;
        (width - widths.right - orientation - 2.0 * space::COLUMN, [orientation, widths.right])
    } else if width >= BESIDE {
        let each = (width * 0.24).floor();
        (width - 2.0 * each - space::COLUMN - space::CELL, [each, each])
    } else if width >= PAIR {
        let each = (width - space::CELL) / 2.0;
        (width, [each, each])
    } else {
        (width, [width, width])
    };
    let face = name_face(ui, cx, name_width);
    let name_height = set::height(ui, shown_name(cx), face, name_width).max(face.leading);
    let beside = name_width < width;
    let name_top =
        if beside { origin.y + ((CELLS - name_height) / 2.0).max(0.0) } else { origin.y + 4.0 };
    let name = Rect::from_min_size(pos2(origin.x, name_top), vec2(name_width, name_height));
    let cells_top = if beside { origin.y } else { name.bottom() + space::CELL };
    let gap = if widths.wide { space::COLUMN } else { space::CELL };
    let (orientation, creation) = if cells[0] == width {
        let first = Rect::from_min_size(pos2(origin.x, cells_top), vec2(width, CELLS));
        (first, first.translate(vec2(0.0, CELLS + space::CELL)))
    } else {
        let right = origin.x + width;
        let creation =
            Rect::from_min_size(pos2(right - cells[1], cells_top), vec2(cells[1], CELLS));
        let left = creation.left() - gap - cells[0];
        (Rect::from_min_size(pos2(left, cells_top), vec2(cells[0], CELLS)), creation)
    };
    let height = creation.bottom().max(name.bottom()) - origin.y;
    Parts { name, orientation, creation, height }
}

/// The name alone: it comes first for the keyboard, the two cells come with their zone.
pub fn show_name(ui: &mut Ui, cx: Cx, parts: &Parts, actions: &mut Actions) {
    let face = name_face(ui, cx, parts.name.width());
    let name = Writing {
        id: name_id(),
        goes: Target::Name.into(),
        text: &cx.design.name,
        hint: words::NAME_HINT,
        name: words::NAME_LABEL,
        face,
        ink: cx.theme.ink,
        one_line: true,
        exit: None,
    };
    let focused = name.show(ui, cx.theme, parts.name, actions).focused;
    if focused {
        ring::around(ui.painter(), cx.theme, parts.name.expand2(vec2(4.0, 0.0)));
    }
}

pub fn show_cells(ui: &mut Ui, cx: Cx, parts: &Parts, actions: &mut Actions) {
    let creation = FieldKey::Known(CREATION.into());
    for (key, rect) in [(FieldKey::Orientation, parts.orientation), (creation, parts.creation)] {
        if let Some(field) = Field::of(cx, &key) {
            cell::show(ui, cx, &field, rect, actions);
        }
    }
}

fn shown_name<'a>(cx: Cx<'a>) -> &'a str {
    if cx.design.name.is_empty() { words::NAME_HINT } else { &cx.design.name }
}

/// The title's size when the name fits on one line, a smaller one otherwise: it wraps, it is never cut.
fn name_face(ui: &Ui, cx: Cx, width: f32) -> Face {
    if set::width(ui, shown_name(cx), face::TITLE) <= width {
        face::TITLE
    } else {
        face::LONG_TITLE
    }
}
