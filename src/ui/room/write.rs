//! A text of the scene is written on the image itself: in the room's own type, on all the room under the head.

use egui::{Id, Rect, Role, Ui, pos2, vec2};

use super::flow::{self, Passage};
use super::page;
use super::stage::{self, Stage};
use crate::intent::Actions;
use crate::intent::leading::Side;
use crate::model::Design;
use crate::model::catalogue::ORIENTATION;
use crate::model::edit::Target;
use crate::model::play::Scene;
use crate::text::{focus as words, interface, values};
use crate::ui::components::large_text::{self, LargeText};
use crate::ui::components::writing::Writing;
use crate::ui::type_setting as set;

/// The keyboard's target in the text.
pub fn id(side: Side, target: &Target) -> Id {
    stage::id(side, ("writing", target))
}

/// The texts of a scene that can be written, what it is about first.
pub fn targets(scene: &Scene) -> Vec<Target> {
    match scene {
        Scene::Criterion(id) => vec![Target::CriterionText(id.clone())],
        Scene::Axis(id) => vec![Target::AxisNote(id.clone()), Target::Disagreement(id.clone())],
        Scene::Point(id) => vec![
            Target::PointNote(id.clone()),
            Target::PointOwner(id.clone()),
            Target::PointDeadline(id.clone()),
        ],
        Scene::Field(id) if &**id == ORIENTATION => vec![Target::OrientationText],
        Scene::Field(id) => vec![Target::FieldText(id.clone())],
        Scene::Free(id) => vec![Target::FreeText(*id), Target::FreeTitle(*id)],
        _ => Vec::new(),
    }
}

/// The text of the design that a target names; nothing for those that no scene shows.
pub fn text<'a>(design: &'a Design, target: &Target) -> &'a str {
    match target {
        Target::CriterionText(id) => design.criterion(id).map_or("", |it| &it.text),
        Target::AxisNote(id) => design.axis(id).map_or("", |it| &it.note),
        Target::Disagreement(id) => {
            design.axis(id).and_then(|it| it.disagreement.as_ref()).map_or("", |it| &it.text)
        }
        Target::PointNote(id) => design.point(id).map_or("", |it| &it.note),
        Target::PointOwner(id) => design.point(id).map_or("", |it| &it.owner),
        Target::PointDeadline(id) => design.point(id).map_or("", |it| &it.deadline),
        Target::OrientationText => &design.orientation.text,
        Target::FieldText(id) => design.field(id).map_or("", |it| &it.text),
        Target::FreeText(id) => design.free_field(*id).map_or("", |it| &it.text),
        Target::FreeTitle(id) => design.free_field(*id).map_or("", |it| &it.title),
        _ => "",
    }
}

/// What the text is called, over it.
pub fn name(stage: &Stage, target: &Target) -> String {
    let catalogue = stage.cx.catalogue;
    match target {
        Target::CriterionText(id) => {
            catalogue.criterion(id).map_or("", |it| &it.question).to_owned()
        }
        Target::AxisNote(_) | Target::PointNote(_) => words::NOTE.to_owned(),
        Target::Disagreement(_) => words::DISAGREEMENT.to_owned(),
        Target::PointOwner(_) => words::OWNER.to_owned(),
        Target::PointDeadline(_) => words::DEADLINE.to_owned(),
        Target::OrientationText => {
            catalogue.field(ORIENTATION).map_or("", |it| &it.question).to_owned()
        }
        Target::FieldText(id) => catalogue.field(id).map_or("", |it| &it.question).to_owned(),
        Target::FreeTitle(_) => values::FREE_NAME_HINT.to_owned(),
        _ => interface::WRITE_HERE.to_owned(),
    }
}

/// Whether it holds on one line: a name, an hour.
pub fn is_of_one_line(target: &Target) -> bool {
    matches!(target, Target::PointOwner(_) | Target::PointDeadline(_) | Target::FreeTitle(_))
}

/// The sheet on which it is written; elsewhere than in the window that has it, its picture. Gives how far it has scrolled.
pub fn show(ui: &mut Ui, stage: &Stage, target: &Target, body: Rect, actions: &mut Actions) -> f32 {
    let theme = stage.cx.theme;
    let name = name(stage, target);
    let label = set::balanced(ui, &name, stage.strong(), theme.muted, body.width());
    let label = set::paint(ui, body.min, &label);
    let top = label.bottom() + stage.u(8.0);
    let writing = Writing {
        id: id(stage.side, target),
        goes: target.clone().into(),
        text: text(stage.cx.design, target),
        hint: interface::WRITE_HERE,
        name: &name,
        face: stage.text(),
        ink: theme.ink,
        one_line: is_of_one_line(target),
        exit: None,
    };
    let rect = Rect::from_min_max(pos2(body.left(), top), body.max);
    let text = LargeText { writing, bar: None };
    if stage.is_touched() && !stage.is_reduced() {
        return text.show(ui, theme, rect, actions).scrolled;
    }
    page::heard(ui, stage, "written", Role::Label, label, &name);
    page::heard(ui, stage, "writing", Role::Label, rect, text.writing.text);
    text.picture(ui, theme, rect, stage.scrolled).scrolled
}

/// What is being written at the desk, as the room reads it: alone, at the size that the last row reads, on the page of its end.
pub fn read(ui: &Ui, stage: &Stage, target: &Target, body: Rect) {
    let theme = stage.cx.theme;
    let text = text(stage.cx.design, target);
    let name = name(stage, target);
    let label = set::balanced(ui, &name, stage.strong(), theme.muted, body.width());
    let at = set::paint(ui, body.min, &label);
    page::heard(ui, stage, "written", Role::Label, at, &name);
    let top = at.bottom() + stage.u(8.0);
    // Its lines break where they do for the one who writes.
    let room = body.with_min_y(top);
    let room = room.shrink2(vec2(large_text::pad(body.width()), 0.0));
    let passage = [Passage::of(target.clone(), text, theme.ink)];
    let lay_out = |page| flow::lay_out(ui, stage, &passage, room, room, page);
    let pages = lay_out(0).pages;
    let picture = Stage { live: false, ..*stage };
    flow::paint(ui, &picture, &lay_out(pages - 1), &mut Actions::default());
}
