//! One axis shows in large: two poles of equal weight, the rail, its place in words, a note and the recorded
//! disagreement.
//!
//! - [`plan`]: where things stand. - [`labs`]: the six labs where the group placed them. - [`talk`]: the note and the
//!   disagreement.

mod heads;
mod ids;
mod labs;
mod pile;
mod plan;
mod talk;

use egui::{Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

pub use self::ids::{id, note_id};
use self::plan::Plan;
use super::frame;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::model::Step;
use crate::model::catalogue::Axis;
use crate::model::design::AxisAnswer;
use crate::model::place::Place;
use crate::text::values;
use crate::ui::Cx;
use crate::ui::components::axis_rail::AxisRail;
use crate::ui::components::rail::Geometry;
use crate::ui::theme::face;
use crate::ui::type_setting as set;

pub fn show(ui: &mut Ui, cx: Cx, axis: &str, actions: &mut Actions) {
    let Some(axis) = cx.catalogue.axis(axis) else { return };
    let default = AxisAnswer::default();
    let answer = cx.design.axis(&axis.id).unwrap_or(&default);
    let low = frame::is_low(ui.max_rect());
    frame::show(ui, cx, &Focus::At(Place::Axis(axis.id.clone())), actions, |ui, room, actions| {
        let plan = Plan::of(ui, cx, axis, answer, room, low);
        frame::paged(ui, cx, &axis.id, room, plan.height, &plan.breaks, |ui, origin| {
            let moved = origin - room.min;
            let ui = &mut under(ui, &plan, moved);
            poles(ui, axis, &plan, moved);
            labs::show(ui, cx, axis, &plan, moved);
            rail(ui, cx, axis, &plan, moved, actions);
            talk::show(ui, cx, axis, answer, &plan, moved, actions);
        });
    });
}

/// Once the names of both poles are above what shows, they stand at its top again, and the rest goes under them.
fn under(ui: &mut Ui, plan: &Plan, moved: Vec2) -> Ui {
    let clip = ui.clip_rect();
    let mut rest = ui.new_child(UiBuilder::new().max_rect(ui.max_rect()).id_salt("under-poles"));
    let poles = plan.poles.translate(moved);
    if poles.top() + plan.name_height <= clip.top() + plan.again_height() + 1.0 {
        for (name, x) in plan.again.iter().zip([poles.left(), poles.right()]) {
            set::paint(ui, pos2(x, clip.top()), name);
        }
        rest.set_clip_rect(clip.with_min_y(clip.top() + plan.again_height()));
    }
    rest
}

/// Both names, in the same weight and size, and what each pole does.
fn poles(ui: &Ui, axis: &Axis, plan: &Plan, moved: Vec2) {
    let room = plan.poles.translate(moved);
    for (index, side) in plan.sides.iter().enumerate() {
        let x = if index == 0 { room.left() } else { room.right() };
        let name = set::paint(ui, pos2(x, room.top()), &side.name);
        set::paint(ui, pos2(x, room.top() + plan.name_height + 4.0), &side.help);
        let pole = if index == 0 { &axis.left } else { &axis.right };
        let said = values::pole(pole);
        let id = id(&axis.id).with(("pole", index));
        let response = ui.interact(name, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    }
}

fn rail(ui: &mut Ui, cx: Cx, axis: &Axis, plan: &Plan, moved: Vec2, actions: &mut Actions) {
    let rect = plan.rail.translate(moved);
    let geometry = Geometry::new(rect, plan.metrics);
    let rail = AxisRail { id: id(&axis.id), axis, lab: None, answers_hover: true };
    let placed = rail.show(ui, cx, rect, plan.metrics, actions);
    if let Some(y) = plan.span {
        rail.show_span(ui, cx, &geometry, y + moved.y, actions);
    }
    value(ui, cx, axis, placed.step, &geometry, plan.value + moved.y);
}

/// The place in words, under the handle.
fn value(ui: &Ui, cx: Cx, axis: &Axis, step: Option<Step>, geometry: &Geometry, top: f32) {
    // « à placer » is written on the rail itself.
    let Some(step) = step else { return };
    let room = geometry.rect.shrink2(vec2(geometry.metrics.inset, 0.0));
    let words = values::step(axis, Some(step));
    let galley = set::set(ui, &words, face::FOCUS_ZONE, cx.theme.ink, room.width());
    let half = galley.size().x / 2.0;
    let least = room.left() + half;
    let x = geometry.at(step).x.max(least).min((room.right() - half).max(least));
    set::paint(ui, pos2(x - half, top), &galley);
}
