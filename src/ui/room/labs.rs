//! The six labs stand where the group placed them on an axis, above its rail: each has its emblem and its name, since
//! an emblem alone is not told from another from the back. What has no room there has a page of its own.

use std::sync::Arc;

use egui::{Galley, Rangef, Rect, Role, Stroke, Ui, Vec2, pos2};

use super::page;
use super::stage::Stage;
use crate::model::Step;
use crate::model::catalogue::{Axis, Lab};
use crate::text::{focus as words, values};
use crate::ui::components::emblem;
use crate::ui::components::rail::Geometry;
use crate::ui::components::rail::labels::{self, Label};
use crate::ui::theme::line;
use crate::ui::type_setting as set;

/// A lab where it stands, over its notch.
struct Piled<'a> {
    lab: &'a Lab,
    step: Step,
    name: Arc<Galley>,
    label: Label,
    /// A line leads to its notch.
    led: bool,
}

pub fn placed<'a>(stage: &Stage<'a>, axis: &Axis) -> Vec<(&'a Lab, Step)> {
    let cx = stage.cx;
    let step = |lab: &'a Lab| Some((lab, cx.design.lab_step(&lab.id, &axis.id)?));
    let shown = cx.catalogue.labs.iter().filter(|_| cx.view.labs_on_axes);
    let mut all: Vec<_> = shown.filter_map(step).collect();
    all.sort_by_key(|(_, step)| step.index());
    all
}

/// The height that they take above a rail.
pub fn height(ui: &Ui, stage: &Stage, axis: &Axis, geometry: &Geometry) -> f32 {
    let piled = pile(ui, stage, axis, geometry);
    let rows = piled.iter().map(|lab| lab.label.row + 1).max().unwrap_or(0);
    if rows == 0 { 0.0 } else { rows as f32 * row(stage) + under(stage) }
}

/// Between the lowest row and the handle.
fn under(stage: &Stage) -> f32 {
    stage.u(5.0)
}

/// Above the rail of `geometry`.
pub fn show(ui: &Ui, stage: &Stage, axis: &Axis, geometry: &Geometry) {
    let theme = stage.cx.theme;
    let side = side(stage);
    for Piled { lab, step, name, label, led } in pile(ui, stage, axis, geometry) {
        let bottom = geometry.rect.top() - under(stage) - label.row as f32 * row(stage);
        let middle = bottom - row(stage) / 2.0;
        if led {
            let [top, _] = geometry.notch(step);
            let stroke = Stroke::new(stage.u(line::MARK), theme.line);
            ui.painter().vline(top.x, bottom..=top.y - stage.u(4.0), stroke);
        }
        let left = if label.turned { label.left + label.width - side } else { label.left };
        let square = Rect::from_center_size(pos2(left + side / 2.0, middle), Vec2::splat(side));
        let stroke = stage.u(line::MARK);
        emblem::paint_at_least(ui.painter(), theme, &lab.id, square, theme.paper, stroke);
        let left = if label.turned { label.left } else { square.right() + gap(stage) };
        let at = pos2(left, middle - name.size().y / 2.0);
        let shown = set::paint(ui, at, &name);
        let said = words::lab_at(name.text(), &values::step(axis, Some(step)));
        let whole = square.union(shown);
        page::heard(ui, stage, ("lab", &axis.id, &lab.id), Role::Label, whole, &said);
    }
}

fn side(stage: &Stage) -> f32 {
    stage.least() * 1.15
}

fn gap(stage: &Stage) -> f32 {
    stage.u(6.0)
}

fn row(stage: &Stage) -> f32 {
    stage.text().closer().leading
}

/// Each over its notch, within the margins of the page, where it touches no other.
fn pile<'a>(ui: &Ui, stage: &Stage<'a>, axis: &Axis, geometry: &Geometry) -> Vec<Piled<'a>> {
    let [left, right] = geometry.ends();
    let (face, ink) = (stage.text().closer(), stage.cx.theme.ink);
    let set = |lab| set::set(ui, &values::kind(lab), face, ink, f32::INFINITY);
    let all: Vec<_> =
        placed(stage, axis).into_iter().map(|(lab, step)| (lab, step, set(lab))).collect();
    let width = |name: &Galley| side(stage) + gap(stage) + name.size().x;
    let wanted = all.iter().map(|(_, step, name)| (geometry.at(*step).x, width(name)));
    let wanted: Vec<(f32, f32)> = wanted.collect();
    let labels = labels::pile(&wanted, Rangef::new(left.x, right.x), stage.least() * 0.6);
    let piled = all.into_iter().enumerate().map(|(at, (lab, step, name))| {
        let led = labels::is_clear(&labels, at, geometry.at(step).x);
        Piled { lab, step, name, label: labels[at], led }
    });
    piled.collect()
}
