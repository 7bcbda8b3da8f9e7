//! The definition is one sentence that grows, criterion after criterion, with what the group answers.

use egui::{Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};

use super::flow::Passage;
use super::page;
use super::stage::Stage;
use crate::intent::Actions;
use crate::model::catalogue::Criterion;
use crate::model::edit::{Edit, Target};
use crate::text::values;
use crate::ui::components::{marks, ring};
use crate::ui::theme::Face;
use crate::ui::type_setting as set;

/// How many times the least size the criterion spoken of can be.
const TIMES: [f32; 4] = [1.5, 1.3, 1.15, 1.0];

/// The criteria up to the `at`th, the last in bold; gives where what follows can start.
pub fn figure(ui: &mut Ui, stage: &Stage, at: usize, room: Rect, actions: &mut Actions) -> f32 {
    let all: Vec<&Criterion> = stage.cx.catalogue.criteria.iter().take(at + 1).collect();
    let current = current_face(ui, stage, &all, room);
    let mut top = room.top();
    for (index, criterion) in all.iter().enumerate() {
        let face = if index == at { current } else { stage.text() };
        top =
            row(ui, stage, criterion, face, Rect { min: pos2(room.left(), top), ..room }, actions);
        top += stage.gap();
    }
    top
}

/// Side of a box beside words of `face`.
fn side(stage: &Stage, face: Face) -> f32 {
    (face.size * 1.1).max(stage.u(28.0))
}

/// From the edge to the words.
pub fn indent(stage: &Stage) -> f32 {
    stage.large(TIMES[0]).size * 1.1 + stage.u(22.0)
}

/// The largest that leaves two thirds of the page at most to the sentence.
fn current_face(ui: &Ui, stage: &Stage, all: &[&Criterion], room: Rect) -> Face {
    let width = room.width() - indent(stage);
    let height = |face: Face| -> f32 {
        let Some((last, before)) = all.split_last() else { return 0.0 };
        let others: f32 = before
            .iter()
            .map(|it| set::height(ui, &it.words, stage.text(), width) + stage.gap())
            .sum();
        others + set::height(ui, &last.words, face, width)
    };
    let faces = TIMES.map(|times| stage.large(times));
    let holds = |face: &Face| height(*face) <= room.height() * 0.66;
    faces.into_iter().find(holds).unwrap_or_else(|| stage.strong())
}

fn row(
    ui: &mut Ui,
    stage: &Stage,
    criterion: &Criterion,
    face: Face,
    room: Rect,
    actions: &mut Actions,
) -> f32 {
    let theme = stage.cx.theme;
    let ticked = stage.cx.design.criterion(&criterion.id).is_some_and(|answer| answer.ticked);
    let side = side(stage, face);
    let middle = room.top() + face.leading / 2.0;
    let tick = Rect::from_min_size(pos2(room.left(), middle - side / 2.0), Vec2::splat(side));
    let words = set::balanced(ui, &criterion.words, face, theme.ink, room.width() - indent(stage));
    marks::tick_box_of(ui.painter(), theme, tick, ticked, stage.pen().mark);
    let words = set::paint(ui, pos2(room.left() + indent(stage), room.top()), &words);
    let name = values::criterion_with_state(criterion, ticked);
    if !stage.is_touched() {
        page::heard(ui, stage, ("criterion", &criterion.id), Role::Label, words, &name);
    } else {
        // The sentence ticks it too: nothing else is behind it.
        let target = stage.target(tick.union(words).expand(stage.u(8.0)));
        let response = ui.interact(target, stage.id(("criterion", &criterion.id)), Sense::click());
        response
            .widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), ticked, &name));
        if response.has_focus() {
            ring::boxed(ui.painter(), theme.ink, tick, stage.ring());
        }
        if response.clicked() {
            actions.edit(Edit::Tick { criterion: criterion.id.clone(), ticked: !ticked });
        }
    }
    words.bottom()
}

/// « Lesquels ? », and what the group answers.
pub fn passages(stage: &Stage, criterion: &Criterion) -> Vec<Passage> {
    let theme = stage.cx.theme;
    let text = stage.cx.design.criterion(&criterion.id).map_or("", |answer| answer.text.trim());
    let target = Target::CriterionText(criterion.id.clone());
    if text.is_empty() {
        return vec![Passage::of(target, &criterion.question, theme.muted)];
    }
    vec![Passage::of(target, text, theme.ink)]
}
