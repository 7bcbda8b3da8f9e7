//! A text of the scene is written on the image itself: in the room's own type, on all the room under the head.

use egui::{Id, Rect, Role, Ui, pos2, vec2};

use super::flow::{self, Passage};
use super::page;
use super::stage::{self, Stage};
use crate::intent::Actions;
use crate::intent::leading::Side;
use crate::model::edit::Target;
use crate::text::{interface, places};
use crate::ui::components::large_text::{self, LargeText};
use crate::ui::components::writing::Writing;
use crate::ui::type_setting as set;

/// The keyboard's target in the text.
pub fn id(side: Side, target: &Target) -> Id {
    stage::id(side, ("writing", target))
}

/// The sheet on which it is written; elsewhere than in the window that has it, its picture. Gives how far it has scrolled.
pub fn show(ui: &mut Ui, stage: &Stage, target: &Target, body: Rect, actions: &mut Actions) -> f32 {
    let theme = stage.cx.theme;
    let name = places::heading(stage.cx.catalogue, target);
    let label = set::balanced(ui, &name, stage.strong(), theme.muted, body.width());
    let label = set::paint(ui, body.min, &label);
    let top = label.bottom() + stage.u(8.0);
    let said = stage.cx.design.text(target).unwrap_or_default();
    let writing = Writing {
        id: id(stage.side, target),
        goes: target.clone().into(),
        text: &said,
        hint: interface::WRITE_HERE,
        name: &name,
        face: stage.text(),
        ink: theme.ink,
        one_line: target.is_of_one_line(),
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
    let text = stage.cx.design.text(target).unwrap_or_default();
    let name = places::heading(stage.cx.catalogue, target);
    let label = set::balanced(ui, &name, stage.strong(), theme.muted, body.width());
    let at = set::paint(ui, body.min, &label);
    page::heard(ui, stage, "written", Role::Label, at, &name);
    let top = at.bottom() + stage.u(8.0);
    // Its lines break where they do for the one who writes.
    let room = body.with_min_y(top);
    let room = room.shrink2(vec2(large_text::pad(body.width()), 0.0));
    let passage = [Passage::of(target.clone(), &text, theme.ink)];
    let lay_out = |page| flow::lay_out(ui, stage, &passage, room, room, page);
    let pages = lay_out(0).pages;
    let picture = Stage { live: false, ..*stage };
    flow::paint(ui, &picture, &lay_out(pages - 1), &mut Actions::default());
}
