//! The sheet before it is printed: what to print and how on one side, the page itself on the other.

mod choices;
mod page;
mod state;

use egui::{Id, Rect, Ui, pos2};

use super::frame;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::ui::Cx;
use crate::ui::theme::space;

/// Under this width, the page stands under the choices.
const BESIDE: f32 = 900.0;
/// What the choices take of the width at most, in points.
const CHOICES: f32 = 470.0;

/// The keyboard's target on what prints: Ctrl+P, then Entrée.
pub fn print_id() -> Id {
    Id::unique("print")
}

pub fn show(ui: &mut Ui, cx: Cx, actions: &mut Actions) {
    frame::show(ui, cx, &Focus::Paper, actions, |ui, room, actions| {
        if room.width() < BESIDE {
            return stacked(ui, cx, room, actions);
        }
        let width = (room.width() * 0.42).min(CHOICES);
        let left = room.with_max_x(room.left() + width);
        // The scroll bar of the choices stands in the gap, at the edge that every focus leaves.
        let gap = frame::edge(ui.max_rect().width()) + space::CELL;
        let right = room.with_min_x(left.right() + gap);
        let plan = choices::Plan::of(ui, cx, left);
        frame::body(ui, cx, "paper", left, plan.height, |ui, origin| {
            plan.show(ui, cx, origin - left.min, actions);
        });
        let said = state::height(ui, cx, right.width());
        state::show(ui, cx, right.with_max_y(right.top() + said), actions);
        page::show(ui, cx, right.with_min_y(right.top() + said), actions);
    });
}

/// In a narrow window: the choices, then the page.
fn stacked(ui: &mut Ui, cx: Cx, room: Rect, actions: &mut Actions) {
    let plan = choices::Plan::of(ui, cx, room);
    let page = room.height().max(page::LEAST);
    let said = state::height(ui, cx, room.width());
    let height = plan.height + said + space::COLUMN + page;
    frame::body(ui, cx, "paper", room, height, |ui, origin| {
        let moved = origin - room.min;
        plan.show(ui, cx, moved, actions);
        let under = room.top() + plan.height;
        let at = Rect::from_min_max(pos2(room.left(), under), pos2(room.right(), under + said));
        state::show(ui, cx, at.translate(moved), actions);
        let top = under + said + space::COLUMN;
        let at = Rect::from_min_max(pos2(room.left(), top), pos2(room.right(), top + page));
        page::show(ui, cx, at.translate(moved), actions);
    });
}
