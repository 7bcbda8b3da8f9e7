//! The six labs where the group placed them on this axis, above the rail: ours is among them. Nothing is averaged.

use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{Plan, wider};
use crate::model::Step;
use crate::model::catalogue::{Axis, Lab};
use crate::text::{focus as words, values};
use crate::ui::Cx;
use crate::ui::components::emblem;
use crate::ui::components::rail::{Geometry, Metrics};
use crate::ui::theme::face;
use crate::ui::type_setting as set;

const ROW: f32 = 32.0;
const EMBLEM: f32 = 28.0;
const GAP: f32 = 6.0;

/// Where the group placed each of the six on `axis`.
pub fn placed<'a>(cx: Cx<'a>, axis: &Axis) -> Vec<(&'a Lab, Step)> {
    let step = |lab: &'a Lab| Some((lab, cx.design.lab_step(&lab.id, &axis.id)?));
    cx.catalogue.labs.iter().filter_map(step).collect()
}

/// The height they take above the rail.
pub fn height(ui: &Ui, cx: Cx, axis: &Axis, room: Rect, metrics: &Metrics) -> f32 {
    if !cx.view.labs_on_axes {
        return 0.0;
    }
    let placed = placed(cx, axis);
    let pitch = room.width() / (Step::COUNT - 1) as f32;
    let across = across(ui, &placed, pitch);
    let most = Step::all().map(|step| placed.iter().filter(|(_, at)| *at == step).count()).max();
    let rows = most.unwrap_or(0).div_ceil(across);
    if rows == 0 { 0.0 } else { rows as f32 * ROW + metrics.halo }
}

/// How many stand side by side over one notch: one with its name, or several emblems alone.
fn across(ui: &Ui, placed: &[(&Lab, Step)], pitch: f32) -> usize {
    let widths = placed.iter().map(|(lab, _)| width(ui, lab));
    if widths.fold(0.0, f32::max) <= pitch - 8.0 {
        return 1;
    }
    ((pitch / (EMBLEM + GAP)) as usize).max(1)
}

fn name(lab: &Lab) -> String {
    values::capitalised(&lab.orientation)
}

fn width(ui: &Ui, lab: &Lab) -> f32 {
    EMBLEM + GAP + set::width(ui, &name(lab), face::FOCUS_HELP)
}

pub fn show(ui: &Ui, cx: Cx, axis: &Axis, plan: &Plan, moved: Vec2) {
    if !cx.view.labs_on_axes {
        return;
    }
    let geometry = Geometry::new(plan.rail.translate(moved), plan.metrics);
    let placed = placed(cx, axis);
    let across = across(ui, &placed, geometry.pitch());
    let room = wider(geometry.rect, -geometry.metrics.inset);
    for step in Step::all() {
        let here: Vec<_> = placed.iter().filter(|(_, at)| *at == step).collect();
        for (rank, (lab, _)) in here.iter().enumerate() {
            let (row, column) = (rank / across, rank % across);
            let in_row = (here.len() - row * across).min(across) as f32;
            let each = if across == 1 { width(ui, lab) } else { EMBLEM };
            let whole = in_row * each + (in_row - 1.0) * GAP;
            let start = geometry.at(step).x - whole / 2.0;
            // At the poles the names stay within the page.
            let start = start.clamp(room.left(), (room.right() - whole).max(room.left()));
            let left = start + column as f32 * (each + GAP);
            let top = plan.labs + moved.y - (row + 1) as f32 * ROW;
            one(ui, cx, axis, lab, step, pos2(left, top), across == 1);
        }
    }
}

fn one(ui: &Ui, cx: Cx, axis: &Axis, lab: &Lab, step: Step, at: egui::Pos2, named: bool) {
    let square = Rect::from_min_size(at, vec2(EMBLEM, EMBLEM));
    emblem::paint(ui.painter(), cx.theme, &lab.id, square, cx.theme.paper);
    let mut whole = square;
    let name = name(lab);
    if named {
        let galley = set::set(ui, &name, face::FOCUS_HELP, cx.theme.ink, f32::INFINITY);
        let top = square.center().y - galley.size().y / 2.0 + 1.0;
        whole |= set::paint(ui, pos2(square.right() + GAP, top), &galley);
    }
    let id = Id::unique(("lab-on-axis", &axis.id, &lab.id));
    let response = ui.interact(whole, id, Sense::hover());
    let said = words::lab_at(&name, &values::step(axis, Some(step)));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    if !cx.view.projecting {
        response.on_hover_text(&said);
    }
}
