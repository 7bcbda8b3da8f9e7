//! The five axes stand on one page, or on as many as they need: each rail is under the names of its poles.

use egui::{Rect, Ui, pos2};

use super::title;
use crate::intent::Actions;
use crate::model::catalogue::{Axis, Zone};
use crate::ui::components::rail::Metrics;
use crate::ui::room::axis;
use crate::ui::room::stage::Stage;
use crate::ui::type_setting as set;

/// The rail of an axis among five: of the size that the least type allows.
fn metrics(stage: &Stage) -> Metrics {
    stage.rail(false)
}

/// The names of the poles stand beside the lozenge of a rail that is not placed, not above it.
fn under_names(stage: &Stage) -> f32 {
    stage.least() * 0.3
}

/// From one rail to the next, at least: its names on a line, or on two when they would meet.
pub fn pitch(ui: &Ui, stage: &Stage, width: f32) -> f32 {
    let lines = if names_cross(ui, stage, width) { 2.0 } else { 1.0 };
    stage.strong().leading * lines + metrics(stage).height() - under_names(stage)
}

/// Whether the two names of an axis have no room on one line.
pub fn names_cross(ui: &Ui, stage: &Stage, width: f32) -> bool {
    stage.cx.catalogue.axes.iter().any(|it| {
        let [left, right] =
            [&it.left.name, &it.right.name].map(|name| set::width(ui, name, stage.strong()));
        left + stage.least() * 0.5 + right > width
    })
}

/// Some of the axes, one after the other.
#[derive(Clone, Copy)]
pub struct Axes {
    pub from: usize,
    until: usize,
}

impl Axes {
    pub fn all(stage: &Stage) -> Axes {
        Axes { from: 0, until: stage.cx.catalogue.axes.len() }
    }

    /// As many as the first page holds, then as many as the others do.
    fn pages(stage: &Stage, first: usize, next: usize) -> Vec<Axes> {
        let count = stage.cx.catalogue.axes.len();
        let mut pages = vec![Axes { from: 0, until: first.min(count) }];
        while let Some(Axes { until, .. }) = pages.last().filter(|it| it.until < count) {
            pages.push(Axes { from: *until, until: (until + next).min(count) });
        }
        pages
    }
}

/// How many rails hold in a height; one at least.
fn held(ui: &Ui, stage: &Stage, column: Rect, height: f32) -> usize {
    ((height / pitch(ui, stage, column.width())) as usize).max(1)
}

/// The five rails on as many pages as they need; gives how many.
pub fn show(ui: &mut Ui, stage: &Stage, column: Rect, actions: &mut Actions) -> usize {
    let count = held(ui, stage, column, column.height());
    let pages = Axes::pages(stage, count, count);
    let axes = pages[stage.page.min(pages.len() - 1)];
    some(ui, stage, column, axes, actions);
    pages.len()
}

/// Rails, each under the names of its poles, spread over the room they have.
pub fn some(ui: &mut Ui, stage: &Stage, column: Rect, axes: Axes, actions: &mut Actions) {
    let metrics = metrics(stage);
    let least = pitch(ui, stage, column.width());
    let axes = &stage.cx.catalogue.axes[axes.from..axes.until];
    let apart = least.max((column.height() / axes.len().max(1) as f32).min(least * 1.3));
    let mut top = column.top();
    for it in axes {
        let bottom = names(ui, stage, it, column.with_min_y(top));
        let rect =
            stage.rail_rect(&metrics, column.left(), column.right(), bottom - under_names(stage));
        axis::rail(ui, stage, it, rect, metrics, actions);
        top += apart;
    }
}

/// The names of the poles, level with each other: both on one line, or both on two when one must be; gives where they end.
/// The words of some have no room side by side: then one name stands under the other.
fn names(ui: &Ui, stage: &Stage, axis: &Axis, column: Rect) -> f32 {
    let (face, ink) = (stage.strong(), stage.cx.theme.ink);
    let gap = stage.least() * 0.5;
    let both = column.width() - gap;
    let poles = [&axis.left.name, &axis.right.name];
    let [left, right] = poles.map(|name| set::width(ui, name, face));
    let widest = |name: &String| {
        // A point more, so that a word measured alone is not broken for a rounding.
        name.split(' ').map(|word| set::width(ui, word, face) + 1.0).fold(0.0, f32::max)
    };
    let words = poles.map(widest);
    let half = both / 2.0;
    let rooms = match words {
        _ if left + right <= both => [f32::INFINITY; 2],
        [left, right] if left <= half && right <= half => [half; 2],
        [left, right] if left + right > both => [f32::INFINITY; 2],
        [left, right] if left > right => [left, both - left],
        [_, right] => [both - right, right],
    };
    let lines = if rooms[0].is_finite() { 2 } else { 1 };
    let names = [
        set::broken(ui, poles[0], face, ink, rooms[0], lines, false),
        set::broken(ui, poles[1], face, ink, rooms[1], lines, true),
    ];
    let [left_height, right_height] = [&names[0], &names[1]].map(|name| name.size().y);
    let cross = lines == 1 && left + right > both;
    let bottom =
        column.top() + left_height.max(right_height) + if cross { right_height } else { 0.0 };
    let left_top = if cross { column.top() } else { bottom - left_height };
    set::paint(ui, pos2(column.left(), left_top), &names[0]);
    set::paint(ui, pos2(column.right(), bottom - right_height), &names[1]);
    bottom
}

/// The pages of the axes under the titles of their zones.
pub fn pages(ui: &Ui, stage: &Stage, room: Rect) -> Vec<Axes> {
    let title = |zone| title::height(ui, stage, zone, room.width());
    let under = room.height() - title(Zone::Positioning);
    let first = held(ui, stage, room, under - title(Zone::Definition));
    Axes::pages(stage, first, held(ui, stage, room, under))
}
