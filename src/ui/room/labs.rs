//! The six labs stand where the group placed them on an axis, above its rail: each has its emblem and its name, since
//! an emblem alone is not told from another from the back. What has no room there has a page of its own.

use std::sync::Arc;

use egui::{Galley, Rect, Role, Stroke, Ui, Vec2, pos2, vec2};

use super::flow::{self, Passage};
use super::stage::Stage;
use super::{axis, body, page};
use crate::intent::Actions;
use crate::model::Step;
use crate::model::catalogue::{Axis, Lab};
use crate::text::{focus as words, values};
use crate::ui::components::emblem;
use crate::ui::components::rail::Geometry;
use crate::ui::theme::line;
use crate::ui::type_setting as set;

/// Where the six labs are, for an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SixLabs {
    /// Nobody placed any.
    Nowhere,
    /// On the first page, with what the group says.
    Here,
    /// On a page that follows.
    After,
}

/// A lab where it stands, over its notch.
struct Label<'a> {
    lab: &'a Lab,
    step: Step,
    name: Arc<Galley>,
    left: f32,
    /// From the rail up.
    row: usize,
}

fn placed<'a>(stage: &Stage<'a>, axis: &Axis) -> Vec<(&'a Lab, Step)> {
    let cx = stage.cx;
    let step = |lab: &'a Lab| Some((lab, cx.design.lab_step(&lab.id, &axis.id)?));
    let shown = cx.catalogue.labs.iter().filter(|_| cx.view.labs_on_axes);
    let mut all: Vec<_> = shown.filter_map(step).collect();
    all.sort_by_key(|(_, step)| step.index());
    all
}

/// Where they have room.
pub fn of(ui: &mut Ui, stage: &Stage, axis: &Axis, room: Rect, passages: &[Passage]) -> SixLabs {
    if placed(stage, axis).is_empty() {
        return SixLabs::Nowhere;
    }
    let mut bottom = measured(ui, stage, axis, room);
    if !passages.is_empty() {
        bottom += stage.gap() + flow::least_height(ui, stage, passages, room.width());
    }
    if bottom <= room.bottom() + 0.5 { SixLabs::Here } else { SixLabs::After }
}

/// Where the figure of the axis ends with them on it.
fn measured(ui: &mut Ui, stage: &Stage, axis: &Axis, room: Rect) -> f32 {
    let unseen = Stage { unseen: true, ..*stage };
    let mut hidden = super::hidden(ui, stage);
    axis::figure(&mut hidden, &unseen, axis, room, true, &mut Actions::default())
}

/// The page, from `from` on, that they have of their own: the axis again, with them; or in words, when they pile too high.
/// Gives how many pages it takes.
pub fn page(
    ui: &mut Ui,
    stage: &Stage,
    axis: &Axis,
    room: Rect,
    from: usize,
    actions: &mut Actions,
) -> usize {
    if measured(ui, stage, axis, room) <= room.bottom() + 0.5 {
        if stage.page == from {
            axis::figure(ui, stage, axis, room, true, actions);
        }
        return 1;
    }
    let theme = stage.cx.theme;
    let said = placed(stage, axis).into_iter().map(|(lab, step)| {
        let place = values::step(axis, Some(step));
        Passage::said(&values::kind(lab), &place, theme.examples, theme.ink)
    });
    let said: Vec<Passage> = said.collect();
    let at = body::Where { from, ..body::Where::alone(room) };
    body::texts(ui, stage, &said, at, actions).pages
}

/// The height that they take above a rail.
pub fn height(ui: &Ui, stage: &Stage, axis: &Axis, geometry: &Geometry) -> f32 {
    let labels = lay_out(ui, stage, axis, geometry);
    let rows = labels.iter().map(|label| label.row + 1).max().unwrap_or(0);
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
    let labels = lay_out(ui, stage, axis, geometry);
    for label in &labels {
        let bottom = geometry.rect.top() - under(stage) - label.row as f32 * row(stage);
        let middle = bottom - row(stage) / 2.0;
        // Over other names, a line leads to its notch.
        let x = geometry.at(label.step).x;
        let free = |other: &Label| {
            let right = other.left + side + gap(stage) + other.name.size().x;
            other.row >= label.row || !(other.left..=right).contains(&x)
        };
        if label.row > 0 && labels.iter().all(free) {
            let [top, _] = geometry.notch(label.step);
            let stroke = Stroke::new(stage.u(line::MARK), theme.line);
            ui.painter().vline(x, bottom..=top.y - stage.u(4.0), stroke);
        }
        let square =
            Rect::from_center_size(pos2(label.left + side / 2.0, middle), Vec2::splat(side));
        let stroke = stage.u(line::MARK);
        let id = &label.lab.id;
        emblem::paint_at_least(ui.painter(), theme, id, square, theme.paper, stroke);
        let at = pos2(square.right() + gap(stage), middle - label.name.size().y / 2.0);
        let name = set::paint(ui, at, &label.name);
        let said = words::lab_at(label.name.text(), &values::step(axis, Some(label.step)));
        let whole = square.union(name);
        page::heard(ui, stage, ("lab", &axis.id, &label.lab.id), Role::Label, whole, &said);
    }
}

/// At the poles a name stands out in the margin a little, rather than over the notch that follows.
pub fn out(stage: &Stage) -> f32 {
    stage.u(28.0).min((stage.inner().left() - stage.rect.left()) / 2.0)
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

/// Each centred on its notch, on the lowest row where it touches no other; at the poles, within the page.
fn lay_out<'a>(ui: &Ui, stage: &Stage<'a>, axis: &Axis, geometry: &Geometry) -> Vec<Label<'a>> {
    let [left, right] = geometry.ends();
    let apart = stage.least() * 0.6;
    let face = stage.text().closer();
    let mut rows: Vec<Vec<(f32, f32)>> = Vec::new();
    let out = out(stage);
    let labels = placed(stage, axis).into_iter().map(|(lab, step)| {
        let name = set::set(ui, &values::kind(lab), face, stage.cx.theme.ink, f32::INFINITY);
        let size = vec2(side(stage) + gap(stage) + name.size().x, row(stage));
        let least = left.x - out;
        let most = (right.x + out - size.x).max(least);
        let start = (geometry.at(step).x - size.x / 2.0).clamp(least, most);
        let free = |taken: &Vec<(f32, f32)>| {
            taken.iter().all(|(from, to)| start >= to + apart || start + size.x + apart <= *from)
        };
        let row = rows.iter().position(free).unwrap_or(rows.len());
        if row == rows.len() {
            rows.push(Vec::new());
        }
        rows[row].push((start, start + size.x));
        Label { lab, step, name, left: start, row }
    });
    labels.collect()
}
