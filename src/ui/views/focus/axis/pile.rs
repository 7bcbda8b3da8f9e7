//! Where the six labs stand above the rail of an axis in large.

use std::sync::Arc;

use egui::{Galley, Rangef, Rect, Ui};

use crate::model::Step;
use crate::model::catalogue::{Axis, Lab};
use crate::text::values;
use crate::ui::Cx;
use crate::ui::components::rail::labels::{self, Label};
use crate::ui::components::rail::{Geometry, Metrics};
use crate::ui::theme::face;
use crate::ui::type_setting as set;

pub const EMBLEM: f32 = 28.0;
pub const GAP: f32 = 6.0;
/// Between two names of one row.
pub const APART: f32 = 18.0;
pub const ROW: f32 = EMBLEM + 4.0;

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
pub struct Piled<'a> {
    pub lab: &'a Lab,
    pub step: Step,
    pub name: Arc<Galley>,
    pub label: Label,
    /// A line leads to its notch.
    pub led: bool,
}

/// The labs of `axis` over its rail, each in its row; `room` is what they may take across.
pub fn pile<'a>(
    ui: &Ui,
    cx: Cx<'a>,
    axis: &Axis,
    geometry: &Geometry,
    room: Rangef,
) -> Vec<Piled<'a>> {
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
