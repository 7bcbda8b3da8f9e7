//! The group says something of an axis beside its place: a note, and the disagreement that it records rather than
//! hides.

use egui::{Id, Rect, Ui, Vec2, vec2};

use super::heads::{MIDDLE, ROW, Way, disagreement_id, disagreement_ways, note_ways, places};
use super::ids::{id, note_id};
use super::plan::Plan;
use crate::intent::{Action, Actions};
use crate::model::catalogue::Axis;
use crate::model::design::AxisAnswer;
use crate::model::edit::Target;
use crate::text::{focus as words, values};
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::large_text::{self, LargeText};
use crate::ui::components::ring;
use crate::ui::components::writing::{self, Writing};
use crate::ui::theme::space;

pub fn show(
    ui: &mut Ui,
    cx: Cx,
    axis: &Axis,
    answer: &AxisAnswer,
    plan: &Plan,
    moved: Vec2,
    actions: &mut Actions,
) {
    if let (Some(disagreement), Some(rect)) = (&answer.disagreement, plan.disagreement) {
        let rect = rect.translate(moved);
        let buttons = disagreement_ways(cx, axis, answer.step, disagreement);
        let area = head(ui, cx, words::DISAGREEMENT, (rect, plan.heads[0]), &buttons, actions);
        let target = Target::Disagreement(axis.id.clone());
        let (hint, part) = (words::DISAGREEMENT_HINT, words::DISAGREEMENT);
        let writing = writing(cx, axis, plan, target, &disagreement.text, hint);
        let name = words::text_of(&values::axis(axis), part);
        let writing = Writing { id: disagreement_id(axis), name: &name, ..writing };
        let bar = Some(cx.theme.positioning);
        LargeText { writing, bar }.show(ui, cx.theme, area, actions);
    }
    if let Some(rect) = plan.note {
        let rect = rect.translate(moved);
        let buttons = note_ways(cx, axis, answer);
        let area = head(ui, cx, words::NOTE, (rect, plan.heads[1]), &buttons, actions);
        let target = Target::AxisNote(axis.id.clone());
        let writing = writing(cx, axis, plan, target, &answer.note, words::NOTE_HINT);
        let name = words::text_of(&values::axis(axis), words::NOTE);
        let writing = Writing { id: note_id(&axis.id), name: &name, ..writing };
        LargeText { writing, bar: None }.show(ui, cx.theme, area, actions);
    }
}

fn writing<'a>(
    cx: Cx,
    axis: &Axis,
    plan: &Plan,
    target: Target,
    text: &'a str,
    hint: &'a str,
) -> Writing<'a> {
    Writing {
        id: Id::NULL,
        goes: target.into(),
        text,
        hint,
        name: "",
        face: plan.text,
        ink: cx.theme.ink,
        one_line: false,
        exit: Some(id(&axis.id)),
    }
}

/// The label and its buttons, in what is kept for them at the top of a rectangle; gives the room left under them.
fn head(
    ui: &mut Ui,
    cx: Cx,
    label: &str,
    (rect, height): (Rect, f32),
    ways: &[Way],
    actions: &mut Actions,
) -> Rect {
    let hue = cx.theme.positioning;
    let (places, own) = places(ui, label, ways, rect);
    let first = places.iter().map(Rect::left).fold(rect.right(), f32::min);
    let beside = places.first().is_none_or(|place| place.top() == rect.top());
    let words = if beside { rect.with_max_x(first - space::CELL) } else { rect };
    // On the line of the buttons, the words stand on their middle.
    let down = match ways.is_empty() {
        // Beside a text that has buttons, on the line of its label.
        true if height > own && height <= ROW => MIDDLE,
        true => 0.0,
        false if beside => MIDDLE,
        false => 0.0,
    };
    large_text::label(ui, label, hue, words.translate(vec2(0.0, down)));
    for (way, place) in ways.iter().zip(places) {
        let pressed = button::place(ui, cx.theme, place, way.id, way.words, Rank::Outlined);
        if pressed.clicked() {
            if let Some(mark) = way.mark.filter(|_| pressed.interact_pointer_pos().is_some()) {
                // The hand goes on to what it asked for; the keyboard stays where it is.
                ring::reach(ui.ctx(), mark);
            }
            match &way.action {
                Action::Edit(edit) => actions.edit_alone(edit.clone()),
                action => actions.push(action.clone()),
            }
            if let Some(text) = way.then {
                writing::give_keyboard(ui.ctx(), text, "");
            }
        }
    }
    rect.with_min_y(rect.top() + height)
}
