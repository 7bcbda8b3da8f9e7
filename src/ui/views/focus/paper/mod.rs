//! The sheet shows before it is printed: what to print and how on one side, the page itself on the other.

mod choices;
mod controls;
mod ids;
mod page;
mod state;
mod ways;

use egui::{Context, Rect, Ui, pos2, vec2};

pub use self::ids::print_id;
use super::breaks::Breaks;
use super::frame;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::ui::Cx;
use crate::ui::components::ring;
use crate::ui::theme::space;

/// Under this width, the page stands under the choices.
const BESIDE: f32 = 900.0;
/// What the choices take of the width at most, in points.
const CHOICES: f32 = 470.0;

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
        let foot = ways::Foot::of(ui, cx, left);
        let choices = left.with_max_y(left.bottom() - foot.height);
        let plan = choices::Plan::of(ui, cx, choices);
        let breaks = Breaks::between(plan.rows(choices.top()));
        frame::paged(ui, cx, "paper", choices, plan.height, &breaks, |ui, origin| {
            plan.show(ui, cx, origin - choices.min, actions);
        });
        foot.show(ui, cx, actions);
        // Under the page: what comes to be said moves no button.
        let said = state::height(ui, cx, right.width());
        page::show(ui, cx, right.with_max_y(right.bottom() - said), actions);
        state::show(ui, cx, right.with_min_y(right.bottom() - said), actions);
    });
}

/// What the page takes of a room in which it comes after the choices: all of it, so that it shows whole, tools and all.
fn page_height(room: Rect) -> f32 {
    (room.height() - 2.0 * ring::REACH).max(page::LEAST)
}

/// Whether the page shows: when it stands under the choices, the page keys lead to it before they turn it.
pub fn page_shows(ctx: &Context) -> bool {
    page::shows(ctx)
}

/// What the choices must have above the foot for it to stay in sight, in points.
const LEAST_ABOVE: f32 = 120.0;

/// In a window too low for a foot: everything scrolls, what is done right under the choices.
fn scrolled(ui: &mut Ui, cx: Cx, room: Rect, (foot, said): (f32, f32), actions: &mut Actions) {
    let plan = choices::Plan::of(ui, cx, room);
    let page = page_height(room);
    let height = plan.height + foot + said + space::COLUMN + page;
    let under = plan.height + foot;
    let rest = [(plan.height, under), (under, under + said), (height - page, height)];
    let breaks = Breaks::between(plan.rows(room.top()).into_iter().chain(rest));
    frame::paged(ui, cx, "paper", room, height, &breaks, |ui, origin| {
        plan.show(ui, cx, origin - room.min, actions);
        let mut top = origin.y + plan.height;
        let mut next = |height: f32| {
            let at = Rect::from_min_size(pos2(origin.x, top), vec2(room.width(), height));
            top = at.bottom();
            at
        };
        let at = next(foot);
        ways::Foot::of(ui, cx, at).show(ui, cx, actions);
        state::show(ui, cx, next(said), actions);
        next(space::COLUMN);
        page::show(ui, cx, next(page), actions);
    });
}

/// In a narrow window: the choices, then the page; what is said and what is done at its foot.
fn stacked(ui: &mut Ui, cx: Cx, room: Rect, actions: &mut Actions) {
    let foot = ways::Foot::of(ui, cx, room);
    let said = state::height(ui, cx, room.width());
    if room.height() - foot.height - said < LEAST_ABOVE {
        return scrolled(ui, cx, room, (foot.height, said), actions);
    }
    let above = room.with_max_y(room.bottom() - foot.height - said);
    let plan = choices::Plan::of(ui, cx, above);
    let page = page_height(above);
    let height = plan.height + space::COLUMN + page;
    let rest = [(height - page, height)];
    let breaks = Breaks::between(plan.rows(above.top()).into_iter().chain(rest));
    frame::paged(ui, cx, "paper", above, height, &breaks, |ui, origin| {
        let moved = origin - above.min;
        plan.show(ui, cx, moved, actions);
        let top = above.top() + plan.height + space::COLUMN;
        let at = Rect::from_min_max(pos2(room.left(), top), pos2(room.right(), top + page));
        page::show(ui, cx, at.translate(moved), actions);
    });
    let at = above.with_min_y(above.bottom()).with_max_y(above.bottom() + said);
    state::show(ui, cx, at, actions);
    foot.show(ui, cx, actions);
}
