//! The six labs stand where the group placed them on this axis, above the rail, each by its emblem and its name: ours is
//! among them. Nothing is averaged.

use std::sync::Arc;

use egui::{Galley, Id, Rangef, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::Plan;
use crate::model::Step;
use crate::model::catalogue::{Axis, Lab};
use crate::text::{focus as words, values};
use crate::ui::Cx;
use crate::ui::components::emblem;
use crate::ui::components::rail::labels::{self, Label};
use crate::ui::components::rail::{Geometry, Metrics};
use crate::ui::theme::{face, line};
use crate::ui::type_setting as set;

const EMBLEM: f32 = 28.0;
const GAP: f32 = 6.0;
/// Between two names of one row.
const APART: f32 = 18.0;
const ROW: f32 = EMBLEM + 4.0;

/// Where the group placed each of the six on `axis`, from left to right.
pub fn placed<'a>(cx: Cx<'a>, axis: &Axis) -> Vec<(&'a Lab, Step)> {
    let step = |lab: &'a Lab| Some((lab, cx.design.lab_step(&lab.id, &axis.id)?));
    let mut all: Vec<_> = cx.catalogue.labs.iter().filter_map(step).collect();
    all.sort_by_key(|(_, step)| step.index());
    all
}

/// The height they take above a rail that stands between the edges of `rail`, in a page of `room`.
pub fn height(ui: &Ui, cx: Cx, axis: &Axis, room: Rect, rail: Rect, metrics: Metrics) -> f32 {
    if !cx.view.labs_on_axes {
        return 0.0;
    }
    let piled = pile(ui, cx, axis, &Geometry::new(rail, metrics), room.x_range());
    let rows = piled.iter().map(|lab| lab.label.row + 1).max().unwrap_or(0);
    if rows == 0 { 0.0 } else { rows as f32 * ROW + metrics.halo }
}

/// A lab over its notch.
struct Piled<'a> {
    lab: &'a Lab,
    step: Step,
    name: Arc<Galley>,
    label: Label,
    /// A line leads to its notch.
    led: bool,
}

fn pile<'a>(ui: &Ui, cx: Cx<'a>, axis: &Axis, geometry: &Geometry, room: Rangef) -> Vec<Piled<'a>> {
    let set = |lab| set::set(ui, &values::kind(lab), face::FOCUS_HELP, cx.theme.ink, f32::INFINITY);
    let all: Vec<_> =
        placed(cx, axis).into_iter().map(|(lab, step)| (lab, step, set(lab))).collect();
    let wanted =
        all.iter().map(|(_, step, name)| (geometry.at(*step).x, EMBLEM + GAP + name.size().x));
    let labels = labels::pile(&wanted.collect::<Vec<_>>(), room, APART);
    let piled = all.into_iter().enumerate().map(|(at, (lab, step, name))| {
        let led = labels::is_clear(&labels, at, geometry.at(step).x);
        Piled { lab, step, name, label: labels[at], led }
    });
    piled.collect()
}

pub fn show(ui: &Ui, cx: Cx, axis: &Axis, plan: &Plan, moved: Vec2) {
    if !cx.view.labs_on_axes {
        return;
    }
    let geometry = Geometry::new(plan.rail.translate(moved), plan.metrics);
    for piled in pile(ui, cx, axis, &geometry, plan.poles.x_range()) {
        let Label { left, width, row, .. } = piled.label;
        let bottom = plan.labs + moved.y - row as f32 * ROW;
        let place = Rect::from_min_size(pos2(left, bottom - ROW), vec2(width, ROW));
        if piled.led {
            let [notch, _] = geometry.notch(piled.step);
            let stroke = Stroke::new(line::MARK, cx.theme.line);
            ui.painter().vline(notch.x, bottom..=notch.y - 4.0, stroke);
        }
        one(ui, cx, axis, &piled, place);
    }
}

fn one(ui: &Ui, cx: Cx, axis: &Axis, piled: &Piled, place: Rect) {
    let name = &piled.name;
    let turned = piled.label.turned;
    let left = if turned { place.right() - EMBLEM } else { place.left() };
    let square = Rect::from_min_size(pos2(left, place.top()), Vec2::splat(EMBLEM));
    emblem::paint(ui.painter(), cx.theme, &piled.lab.id, square, cx.theme.paper);
    let left = if turned { place.left() } else { square.right() + GAP };
    set::paint(ui, pos2(left, square.center().y - name.size().y / 2.0 + 1.0), name);
    let id = Id::unique(("lab-on-axis", &axis.id, &piled.lab.id));
    let response = ui.interact(place, id, Sense::hover());
    let said = words::lab_at(name.text(), &values::step(axis, Some(piled.step)));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    if !cx.projected() {
        response.on_hover_text(&said);
    }
}
