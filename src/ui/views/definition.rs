//! « C'est quoi un labo ? » is one sentence that grows criterion by criterion, each ticked or not for this lab.

use egui::{Id, Key, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::intent::view::Focus;
use crate::intent::{Action, Actions};
use crate::model::catalogue::{Criterion, Zone};
use crate::model::edit::Edit;
use crate::model::place::Place;
use crate::model::progress;
use crate::text::{interface as words, values};
use crate::ui::Cx;
use crate::ui::components::note::{self, Note};
use crate::ui::components::zone_title::Head;
use crate::ui::components::{marks, ring, title, zone_title};
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;

const BOX: f32 = 18.0;
const INDENT: f32 = 28.0;

/// Between two criteria.
fn gap(cx: Cx) -> f32 {
    if cx.compact { 3.0 } else { 6.0 }
}

pub fn height(ui: &Ui, cx: Cx, width: f32) -> f32 {
    let criteria = cx.catalogue.criteria.iter();
    let rows = criteria.map(|criterion| row_height(ui, cx, criterion, width) + gap(cx));
    zone_title::HEIGHT + zone_title::after(cx) + rows.sum::<f32>() - gap(cx)
}

pub fn show(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
    let count = values::criteria(progress::criteria(cx.catalogue, cx.design));
    let title = cx.catalogue.title(Zone::Definition);
    let head = Head { zone: Zone::Definition, title, note: &count, action: 0.0 };
    zone_title::show(ui, cx, &head, rect, actions);
    let count = cx.catalogue.criteria.len() as f32;
    let spare = (rect.height() - height(ui, cx, rect.width())).max(0.0) / count;
    let mut top = rect.top() + zone_title::HEIGHT + zone_title::after(cx);
    for criterion in &cx.catalogue.criteria {
        let size = vec2(rect.width(), row_height(ui, cx, criterion, rect.width()));
        row(ui, cx, criterion, Rect::from_min_size(pos2(rect.left(), top), size), actions);
        top += size.y + gap(cx) + spare;
    }
}

/// The keyboard's target on a criterion.
pub fn id(criterion: &str) -> Id {
    Id::unique(("criterion", criterion))
}

/// Where the first lines of « lesquels ? » stand: under the criterion, or at the end of its last line.
fn row_height(ui: &Ui, cx: Cx, criterion: &Criterion, width: f32) -> f32 {
    let words = set::balanced(ui, &criterion.words, face::BODY, cx.theme.ink, width - INDENT);
    let answer = answer(cx, criterion);
    let under = match cx.compact || answer.is_empty() {
        true => 0.0,
        false => note::height(ui, answer, width - INDENT, cx.note_lines) + 2.0,
    };
    words.size().y.max(space::TARGET) + under
}

/// One criterion: its box, its words, and « lesquels ? » when the group has said it.
pub fn row(ui: &mut Ui, cx: Cx, criterion: &Criterion, rect: Rect, actions: &mut Actions) {
    let ticked = cx.design.criterion(&criterion.id).is_some_and(|answer| answer.ticked);
    let response = ui.interact(rect, id(&criterion.id), Sense::click());
    let name = values::criterion_with_state(criterion, ticked);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), ticked, &name));
    ring::follow(ui, &response);

    let tick_box = Rect::from_min_size(rect.min + vec2(0.0, 1.0), vec2(BOX, BOX));
    marks::tick_box(ui.painter(), cx.theme, tick_box, ticked);
    let at = pos2(rect.left() + INDENT, rect.top());
    let width = rect.width() - INDENT;
    let sentence = set::balanced(ui, &criterion.words, face::BODY, cx.theme.ink, width);
    let taken = set::paint(ui, at, &sentence);
    let note = note(cx, criterion);
    let shown = note.map(|note| {
        if cx.compact {
            let last = sentence.rows.last().map_or(0.0, |row| row.size.x);
            note.after(ui, at.x + last + 12.0, rect.right(), taken.bottom() - 2.0)
        } else {
            note.under(ui, pos2(at.x, taken.bottom() + 2.0), width, cx.note_lines)
        }
    });
    let note_rect = shown.map_or(Rect::NOTHING, |shown| shown.rect);
    if response.has_focus() {
        ring::around(ui.painter(), cx.theme, tick_box);
    }
    // The box ticks, the sentence opens; the space bar ticks, Enter opens.
    let words = taken.union(note_rect);
    let on_words = response.hover_pos().is_some_and(|at| words.contains(at));
    if on_words {
        title::underline(ui, &sentence, at, cx.theme.definition);
    }
    let enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let pressed = response.interact_pointer_pos().is_some_and(|at| words.contains(at));
    // Beside the words there is nothing to press.
    let beside = response.interact_pointer_pos().is_some_and(|at| at.x > rect.left() + INDENT);
    if enter || shown.is_some_and(|shown| shown.clicked) || (response.clicked() && pressed) {
        actions.push(Action::Open(Focus::At(Place::Criterion(criterion.id.clone()))));
    } else if response.clicked() && !beside {
        actions.edit(Edit::Tick { criterion: criterion.id.clone(), ticked: !ticked });
    }
}

/// « lesquels ? », when the group has said it.
fn note<'a>(cx: Cx<'a>, criterion: &Criterion) -> Option<Note<'a>> {
    let text = answer(cx, criterion);
    (!text.is_empty()).then(|| Note {
        id: id(&criterion.id).with("note"),
        text,
        mark: words::NOTE_MARK,
        hue: cx.theme.definition,
    })
}

fn answer<'a>(cx: Cx<'a>, criterion: &Criterion) -> &'a str {
    cx.design.criterion(&criterion.id).map_or("", |answer| &answer.text)
}
