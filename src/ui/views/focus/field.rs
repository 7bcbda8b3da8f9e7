//! One field shows in large: its whole text, editable, and beside it what the six labs answered to the same field.

use egui::{Rect, Ui, Vec2, pos2, vec2};

use super::breaks::Breaks;
use super::heading::Heading;
use super::{frame, kinds, others};
use crate::intent::view::{FieldKey, Focus, Toggle};
use crate::intent::{Action, Actions};
use crate::model::edit::Target;
use crate::model::place::Place;
use crate::text::{focus as focus_words, interface as words};
use crate::ui::Cx;
use crate::ui::components::large_text::LargeText;
use crate::ui::components::writing::Writing;
use crate::ui::components::{cell, ring};
use crate::ui::fields::{Field, title_id};
use crate::ui::theme::{Face, face, space};
use crate::ui::type_setting as set;

/// Under the title, and between it and its buttons.
const GAP: f32 = 16.0;
/// The least room for the text: on a lower window the whole focus scrolls.
const LEAST_TEXT: f32 = 150.0;
/// From this width on, the six labs stand beside the text; under it, below.
const BESIDE: f32 = space::BESIDE;
const GUTTER: f32 = 50.0;

pub fn show(ui: &mut Ui, cx: Cx, key: &FieldKey, actions: &mut Actions) {
    let Some(field) = Field::of(cx, key) else { return };
    let low = frame::is_low(ui.max_rect());
    frame::show(ui, cx, &Focus::At(Place::Field(key.clone())), actions, |ui, room, actions| {
        let plan = Plan::of(ui, cx, &field, room, low);
        let head = room.with_max_y(plan.heading.bottom);
        let whole = plan.kinds.into_iter().chain([head, plan.text]);
        let others = plan.others.map(|rect| others::lines(ui, cx, key, rect));
        let breaks = Breaks::around(whole.chain(others.into_iter().flatten()), room.top());
        frame::paged(ui, cx, key, room, plan.height, &breaks, |ui, origin| {
            body(ui, cx, &field, &plan, origin - room.min, actions);
        });
    });
}

/// A focus laid out.
struct Plan {
    /// For a free field, with before, after, remove; for one of the method, with what shows the six labs when they are
    /// hidden.
    heading: Heading,
    kinds: Option<Rect>,
    text: Rect,
    text_face: Face,
    others: Option<Rect>,
    height: f32,
}

impl Plan {
    fn of(ui: &Ui, cx: Cx, field: &Field, room: Rect, low: bool) -> Plan {
        let shows_others = cx.view.others && field.key.catalogue_id().is_some();
        let beside = shows_others && room.width() >= BESIDE;
        let mut column = room;
        let mut others = None;
        if beside {
            let width = (room.width() * 0.366).floor();
            column.max.x = room.right() - width - GUTTER;
            let mut rect = room;
            rect.min.x = room.right() - width;
            rect.max.y = rect.top() + others::height(ui, cx, &field.key, width);
            others = Some(rect);
        }
        let ways: Vec<&str> = ways(cx, field).into_iter().map(|(words, _)| words).collect();
        let heading = Heading::of(ui, field.name(cx), &ways, column, low);
        let gap = if low { GAP / 2.0 } else { GAP };
        let mut top = heading.bottom + gap;
        let kinds = (field.key == FieldKey::Orientation).then(|| {
            let at = Rect::from_min_max(pos2(column.left(), top), column.max);
            let rect = at.with_max_y(top + kinds::height(ui, cx, at));
            top = rect.bottom() + gap;
            rect
        });
        let below = if shows_others && !beside { LEAST_TEXT + 40.0 } else { 0.0 };
        let bottom = (room.bottom() - below).max(top + LEAST_TEXT);
        let text = Rect::from_min_max(pos2(column.left(), top), pos2(column.right(), bottom));
        if shows_others && !beside {
            let height = others::height(ui, cx, &field.key, room.width());
            let at = text.left_bottom() + vec2(0.0, GAP);
            others = Some(Rect::from_min_size(at, vec2(room.width(), height)));
        }
        let lowest = others.map_or(text.bottom(), |rect| rect.bottom().max(text.bottom()));
        let text_face = if low { face::FOCUS_BODY } else { face::FOCUS_TEXT };
        let height = lowest - room.top();
        Plan { heading, kinds, text, text_face, others, height }
    }
}

/// What the buttons beside the title do; nothing for one that has nothing to do here.
fn ways(cx: Cx, field: &Field) -> Vec<(&'static str, Option<Action>)> {
    match field.key {
        FieldKey::Free(id) if !cx.projected() => {
            let all = &cx.design.free_fields;
            let first = all.first().is_some_and(|field| field.id == id);
            let last = all.last().is_some_and(|field| field.id == id);
            vec![
                (words::OPTION_BEFORE, (!first).then_some(Action::Shift(id, -1))),
                (words::OPTION_AFTER, (!last).then_some(Action::Shift(id, 1))),
                (words::OPTION_REMOVE, Some(Action::RemoveFree(id))),
            ]
        }
        FieldKey::Orientation | FieldKey::Known(_) if !cx.view.others && !cx.projected() => {
            vec![(focus_words::OTHERS, Some(Action::Toggle(Toggle::Others)))]
        }
        _ => Vec::new(),
    }
}

fn body(ui: &mut Ui, cx: Cx, field: &Field, plan: &Plan, moved: Vec2, actions: &mut Actions) {
    title(ui, cx, field, &plan.heading, moved, actions);
    for (index, (words, action)) in ways(cx, field).into_iter().enumerate() {
        let id = ui.scope_id().with(words);
        match action {
            Some(action) => {
                if plan.heading.button(ui, cx, index, id, words, moved) {
                    actions.push(action);
                }
            }
            None => plan.heading.idle(ui, cx, index, id, words, moved),
        }
    }
    if let Some(rect) = plan.kinds {
        kinds::show(ui, cx, rect.translate(moved), actions);
    }
    text(ui, cx, field, plan, moved, actions);
    if let Some(rect) = plan.others {
        others::show(ui, cx, &field.key, rect.translate(moved), actions);
    }
}

/// The name of the field; that of a free one is written here.
fn title(
    ui: &mut Ui,
    cx: Cx,
    field: &Field,
    heading: &Heading,
    moved: Vec2,
    actions: &mut Actions,
) {
    let rect = heading.title.translate(moved);
    let FieldKey::Free(id) = field.key else {
        let galley = set::set(ui, field.title, heading.face, cx.theme.ink, rect.width());
        set::paint(ui, rect.min, &galley);
        return;
    };
    let title = Writing {
        id: title_id(&field.key, true),
        goes: Target::FreeTitle(id).into(),
        text: field.title,
        hint: field.name(cx),
        name: &field.naming(cx),
        face: heading.face,
        ink: cx.theme.ink,
        one_line: true,
        exit: Some(frame::back_id()),
    };
    if title.show(ui, cx.theme, rect, actions).focused {
        ring::around(ui.painter(), cx.theme, rect.expand2(vec2(4.0, 0.0)));
    }
}

fn text(ui: &mut Ui, cx: Cx, field: &Field, plan: &Plan, moved: Vec2, actions: &mut Actions) {
    let label = words::field_text_label(&field.spoken(cx));
    let mut writing = cell::large(cx, field);
    writing.name = &label;
    writing.face = plan.text_face;
    writing.exit = Some(frame::back_id());
    LargeText { writing, bar: None }.show(ui, cx.theme, plan.text.translate(moved), actions);
}
