//! The definition goes criterion by criterion: one sentence grows, and our lab answers « lesquels ? ».

use std::sync::Arc;

use egui::{Color32, Galley, Id, Key, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::breaks::Breaks;
use super::frame;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::model::catalogue::Criterion;
use crate::model::edit::{Edit, Target};
use crate::model::place::Place;
use crate::text::{focus as words, values};
use crate::ui::Cx;
use crate::ui::components::large_text::{self, LargeText};
use crate::ui::components::writing::Writing;
use crate::ui::components::{marks, ring};
use crate::ui::theme::{Face, face, line, space};
use crate::ui::type_setting as set;

/// Side of a box, of the criterion one is at and of those already revealed.
const BOX: f32 = 38.0;
const SMALL_BOX: f32 = 28.0;
const INDENT: f32 = 60.0;
/// Between two criteria.
const GAP: f32 = 20.0;
/// The smallest target.
const TARGET: f32 = space::FOCUS_TARGET;
const LEAST_TEXT: f32 = 150.0;
const MOST_TEXT: f32 = 260.0;

/// The keyboard's target on a criterion in large.
pub fn id(criterion: &str) -> Id {
    Id::unique(("criterion-large", criterion))
}

/// The keyboard's target on what the group answers.
pub fn text_id(criterion: &str) -> Id {
    id(criterion).with("text")
}

pub fn show(ui: &mut Ui, cx: Cx, criterion: &str, actions: &mut Actions) {
    let all = &cx.catalogue.criteria;
    let Some(at) = all.iter().position(|other| &*other.id == criterion) else { return };
    let low = frame::is_low(ui.max_rect());
    let focus = Focus::At(Place::Criterion(criterion.into()));
    frame::show(ui, cx, &focus, actions, |ui, room, actions| {
        let plan = Plan::of(ui, cx, at, room, low);
        let whole = plan.rows.iter().map(|row| row.rect).chain([plan.text]);
        let breaks = Breaks::around(whole, room.top());
        frame::paged(ui, cx, criterion, room, plan.height, &breaks, |ui, origin| {
            let moved = origin - room.min;
            for (criterion, row) in all.iter().zip(&plan.rows) {
                self::row(ui, cx, criterion, row, moved, actions);
            }
            if let Some(criterion) = all.get(at) {
                text(ui, cx, criterion, plan.text.translate(moved), low, actions);
            }
        });
    });
}

/// The step laid out.
struct Plan {
    /// The criteria revealed so far, the one being spoken of last.
    rows: Vec<Row>,
    text: Rect,
    height: f32,
}

struct Row {
    rect: Rect,
    /// The box and the words: a click beside them is for nothing.
    target: Rect,
    tick: Rect,
    words: Arc<Galley>,
    /// What the group answered to an earlier one.
    note: Option<Arc<Galley>>,
}

impl Plan {
    fn of(ui: &Ui, cx: Cx, at: usize, room: Rect, low: bool) -> Plan {
        let mut top = room.top() + if low { 0.0 } else { 12.0 };
        let mut rows = Vec::new();
        for (index, criterion) in cx.catalogue.criteria.iter().take(at + 1).enumerate() {
            let row =
                Row::of(ui, cx, criterion, pos2(room.left(), top), room.width(), index == at, low);
            top = row.rect.bottom() + GAP;
            rows.push(row);
        }
        let left = room.left() + INDENT;
        let bottom = room.bottom().min(top + MOST_TEXT * frame::larger(room)).max(top + LEAST_TEXT);
        let text = Rect::from_min_max(pos2(left, top), pos2(room.right(), bottom));
        Plan { rows, text, height: bottom - room.top() }
    }
}

impl Row {
    fn of(
        ui: &Ui,
        cx: Cx,
        criterion: &Criterion,
        at: egui::Pos2,
        width: f32,
        current: bool,
        low: bool,
    ) -> Row {
        let (face, side) = face_of(current, low);
        let inner = width - INDENT;
        let words = set::balanced(ui, &criterion.words, face, cx.theme.ink, inner);
        let answer = cx.design.criterion(&criterion.id);
        let answer = answer.map_or("", |answer| &answer.text);
        let note = (!current && !answer.is_empty())
            .then(|| set::first_line(ui, answer, face::FOCUS_HELP, cx.theme.muted, inner - 20.0));
        let note_height = note.as_ref().map_or(0.0, |note| note.size().y + 4.0);
        let height = (words.size().y + note_height).max(TARGET);
        // The box stands on the middle of the first line.
        let middle = at.y + face.leading / 2.0;
        let tick = Rect::from_min_size(pos2(at.x, middle - side / 2.0), Vec2::splat(side));
        let target = vec2(INDENT + words.size().x, words.size().y.max(TARGET));
        let target = Rect::from_min_size(at, target);
        Row { rect: Rect::from_min_size(at, vec2(width, height)), target, tick, words, note }
    }
}

fn face_of(current: bool, low: bool) -> (Face, f32) {
    match (current, low) {
        (true, false) => (face::SENTENCE, BOX),
        (true, true) => (face::FOCUS_LONG_TITLE, SMALL_BOX),
        (false, false) => (face::FOCUS_BODY, SMALL_BOX),
        (false, true) => (face::FOCUS_HELP, SMALL_BOX),
    }
}

/// A criterion and its box: one control; the sentence ticks it too, as nothing else is behind it here.
fn row(ui: &mut Ui, cx: Cx, criterion: &Criterion, row: &Row, moved: Vec2, actions: &mut Actions) {
    let ticked = cx.design.criterion(&criterion.id).is_some_and(|answer| answer.ticked);
    let rect = row.rect.translate(moved);
    let target = row.target.translate(moved);
    let response = ui.interact(target, id(&criterion.id), Sense::click());
    let name = values::criterion_with_state(criterion, ticked);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), ticked, &name));
    ring::follow(ui, &response);
    let tick = row.tick.translate(moved);
    marks::tick_box(ui.painter(), cx.theme, tick, ticked);
    let words = set::paint(ui, pos2(rect.left() + INDENT, rect.top()), &row.words);
    if let Some(note) = &row.note {
        bar(ui, cx.theme.definition, words, note);
        set::paint(ui, pos2(words.left() + 20.0, words.bottom() + 4.0), note);
    }
    if response.has_focus() {
        ring::around(ui.painter(), cx.theme, tick);
    } else if response.hovered() {
        let edge = Stroke::new(line::THIN, cx.theme.ink);
        ui.painter().rect_stroke(tick.expand(3.0), 6.0, edge, egui::StrokeKind::Outside);
    }
    let enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if response.clicked() && !enter {
        actions.edit(Edit::Tick { criterion: criterion.id.clone(), ticked: !ticked });
    }
}

/// The bar of a note, as on the overview.
fn bar(ui: &Ui, hue: Color32, words: Rect, note: &Galley) {
    let top = words.bottom() + 6.0;
    let bar = Rect::from_min_size(pos2(words.left(), top), vec2(6.0, note.size().y - 4.0));
    ui.painter().rect_filled(bar, 0.0, hue);
}

/// « Lesquels ? »
fn text(ui: &mut Ui, cx: Cx, criterion: &Criterion, rect: Rect, low: bool, actions: &mut Actions) {
    let top = large_text::label(ui, &criterion.question, cx.theme.definition, rect);
    let text = cx.design.criterion(&criterion.id).map_or("", |answer| &answer.text);
    let name = words::text_of(&criterion.words, &criterion.question);
    let writing = Writing {
        id: text_id(&criterion.id),
        goes: Target::CriterionText(criterion.id.clone()).into(),
        text,
        hint: crate::text::interface::WRITE_HERE,
        name: &name,
        face: if low { face::FOCUS_HELP } else { face::FOCUS_BODY },
        ink: cx.theme.ink,
        one_line: false,
        exit: Some(id(&criterion.id)),
    };
    let rect = Rect::from_min_max(pos2(rect.left(), top), rect.max);
    LargeText { writing, bar: None }.show(ui, cx.theme, rect, actions);
}
