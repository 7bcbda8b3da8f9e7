//! One axis fills the room's image: two poles of equal weight, the rail, its place in words, what the group says of it.

use std::sync::Arc;

use egui::{Galley, Rect, Role, Ui, pos2, vec2};

use super::flow::Passage;
use super::stage::Stage;
use super::{labs, page};
use crate::intent::Actions;
use crate::model::Step;
use crate::model::catalogue::{Axis, Pole};
use crate::model::design::AxisAnswer;
use crate::model::edit::Target;
use crate::text::{focus as words, values};
use crate::ui::components::axis_rail::AxisRail;
use crate::ui::components::rail::{Geometry, Metrics};
use crate::ui::theme::Face;
use crate::ui::type_setting as set;

/// How many times the least size the names of the poles can be.
const TIMES: [f32; 6] = [2.06, 1.8, 1.6, 1.4, 1.2, 1.0];

/// The two poles, the six labs when they are to be there, and the rail; gives where what follows can start.
pub fn figure(
    ui: &mut Ui,
    stage: &Stage,
    axis: &Axis,
    room: Rect,
    with_labs: bool,
    actions: &mut Actions,
) -> f32 {
    let face = pole_face(ui, stage, room.width());
    let top = poles(ui, stage, axis, face, room);
    let metrics = stage.rail(true);
    let top = top + stage.u(4.0);
    let mut rect = stage.rail_rect(&metrics, room.left(), room.right(), top);
    if with_labs {
        let height = labs::height(ui, stage, axis, &Geometry::new(rect, metrics));
        rect = rect.translate(vec2(0.0, height));
        labs::show(ui, stage, axis, &Geometry::new(rect, metrics));
    }
    let step = rail(ui, stage, axis, rect, metrics, actions);
    let Some(step) = step else { return rect.bottom() };
    let geometry = Geometry::new(rect, metrics);
    let said = set::set(
        ui,
        &values::step(axis, Some(step)),
        stage.strong(),
        stage.cx.theme.ink,
        room.width(),
    );
    let half = said.size().x / 2.0;
    let x = geometry
        .at(step)
        .x
        .clamp(room.left() + half, (room.right() - half).max(room.left() + half));
    // Close to the handle, and clear of the keyboard's ring around it.
    set::paint(ui, pos2(x - half, rect.bottom() - stage.u(1.0)), &said).bottom()
}

/// The rail itself; gives where its handle is.
pub fn rail(
    ui: &mut Ui,
    stage: &Stage,
    axis: &Axis,
    rect: Rect,
    metrics: Metrics,
    actions: &mut Actions,
) -> Option<Step> {
    // A mouse at rest would draw a ring that the room sees.
    let answers_hover = stage.is_reduced();
    let rail = AxisRail { id: stage.id(("axis", &axis.id)), axis, lab: None, answers_hover };
    if !stage.is_touched() {
        let said = rail.said(stage.cx);
        page::heard(ui, stage, ("axis", &axis.id), Role::Label, rect, &said);
        return rail.draw(ui, stage.cx, rect, metrics);
    }
    rail.show(ui, stage.cx, rect, metrics, actions).step
}

/// One size for the five axes, so that nothing jumps from one to the next: each name on two lines at most.
fn pole_face(ui: &Ui, stage: &Stage, width: f32) -> Face {
    let half = half(stage, width);
    let holds = |face: Face| {
        let names =
            stage.cx.catalogue.axes.iter().flat_map(|axis| [&axis.left.name, &axis.right.name]);
        names.into_iter().all(|name| {
            let words_hold = name.split(' ').all(|word| set::width(ui, word, face) <= half);
            words_hold && set::set(ui, name, face, stage.cx.theme.ink, half).rows.len() <= 2
        })
    };
    let faces = TIMES.map(|times| stage.large(times));
    faces.into_iter().find(|face| holds(*face)).unwrap_or_else(|| stage.large(1.0))
}

fn half(stage: &Stage, width: f32) -> f32 {
    (width - stage.least()) / 2.0
}

/// Both names and what each pole does; gives where they end.
fn poles(ui: &Ui, stage: &Stage, axis: &Axis, face: Face, room: Rect) -> f32 {
    let half = half(stage, room.width());
    let theme = stage.cx.theme;
    let count = |pole: &Pole| set::set(ui, &pole.name, face, theme.ink, half).rows.len();
    let lines = count(&axis.left).max(count(&axis.right));
    let help = |pole: &Pole, right: bool| -> Arc<Galley> {
        let of = if right { set::balanced_right } else { set::balanced };
        of(ui, &pole.help, stage.text(), theme.muted, half)
    };
    let names = [
        set::broken(ui, &axis.left.name, face, theme.ink, half, lines, false),
        set::broken(ui, &axis.right.name, face, theme.ink, half, lines, true),
    ];
    let under = names[0].size().y.max(names[1].size().y) + stage.u(2.0);
    let mut bottom = room.top();
    for (index, (name, pole)) in names.iter().zip([&axis.left, &axis.right]).enumerate() {
        let x = if index == 0 { room.left() } else { room.right() };
        let name = set::paint(ui, pos2(x, room.top()), name);
        page::heard(ui, stage, ("pole", &axis.id, index), Role::Label, name, &values::pole(pole));
        let help = help(pole, index == 1);
        bottom = bottom.max(set::paint(ui, pos2(x, room.top() + under), &help).bottom());
    }
    bottom
}

/// The disagreement, then the note.
pub fn passages(stage: &Stage, axis: &Axis) -> Vec<Passage> {
    let none = AxisAnswer::default();
    let answer = stage.cx.design.axis(&axis.id).unwrap_or(&none);
    let theme = stage.cx.theme;
    let mut all = Vec::new();
    if let Some(disagreement) = &answer.disagreement {
        all.push(Passage {
            target: Some(Target::Disagreement(axis.id.clone())),
            lead: format!("{}\u{a0}: ", words::DISAGREEMENT),
            text: disagreement.text.to_string(),
            hue: theme.ink,
            ink: theme.ink,
            bar: Some(theme.positioning),
        });
    }
    let target = Target::AxisNote(axis.id.clone());
    all.extend(Passage::note(stage, target, &answer.note));
    all
}
