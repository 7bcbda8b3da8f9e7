//! The group says something of an axis beside its place: a note, and the disagreement that it records rather than
//! hides.

use egui::{Id, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::{Plan, id, labs, mark_id, note_id};
use crate::intent::view::Toggle;
use crate::intent::{Action, Actions};
use crate::model::Step;
use crate::model::catalogue::Axis;
use crate::model::design::{AxisAnswer, Disagreement};
use crate::model::edit::{Edit, Target};
use crate::text::{focus as words, values};
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::large_text::{self, LargeText};
use crate::ui::components::writing::{self, Writing};
use crate::ui::components::{choice, ring};
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;

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

fn way_id(axis: &Axis, what: &str) -> Id {
    id(&axis.id).with(("way", what))
}

fn disagreement_id(axis: &Axis) -> Id {
    id(&axis.id).with("disagreement")
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

/// A button of a label's row.
struct Way {
    /// The keyboard's target: the button that takes its place has the same, and keeps the keyboard.
    id: Id,
    words: &'static str,
    action: Action,
    /// A text that takes the keyboard.
    then: Option<Id>,
    /// An end of the span that it shows.
    mark: Option<Id>,
}

/// Projected, what was recorded stands; what is to be recorded has its button, as the texts have their boxes.
fn disagreement_ways(
    cx: Cx,
    axis: &Axis,
    step: Option<Step>,
    disagreement: &Disagreement,
) -> Vec<Way> {
    if cx.projected() {
        return Vec::new();
    }
    let span = |span| Action::Edit(Edit::Span { axis: axis.id.clone(), span });
    let middle = step.unwrap_or(Step::MIDDLE);
    let (words, action) = match disagreement.span {
        Some(_) => (words::REMOVE_SPAN, span(None)),
        // A notch on each side of where our lab is, to be moved.
        None => (words::ADD_SPAN, span(Some((middle.moved(-1), middle.moved(1))))),
    };
    let mark = disagreement.span.is_none().then(|| mark_id(&axis.id));
    let removed = Edit::Disagree { axis: axis.id.clone(), disagreement: None };
    vec![
        Way { id: way_id(axis, "span"), words, action, then: None, mark },
        Way {
            id: way_id(axis, "disagreement"),
            words: words::REMOVE_DISAGREEMENT,
            action: Action::Edit(removed),
            then: None,
            mark: None,
        },
    ]
}

fn note_ways(cx: Cx, axis: &Axis, answer: &AxisAnswer) -> Vec<Way> {
    let mut ways = Vec::new();
    if !labs::placed(cx, axis).is_empty() && !cx.projected() {
        let words = if cx.view.labs_on_axes { words::HIDE_LABS } else { words::SHOW_LABS };
        let action = Action::Toggle(Toggle::LabsOnAxes);
        ways.push(Way { id: way_id(axis, "labs"), words, action, then: None, mark: None });
    }
    if answer.disagreement.is_none() {
        let disagreement = Some(Disagreement::default());
        let edit = Edit::Disagree { axis: axis.id.clone(), disagreement };
        let then = Some(disagreement_id(axis));
        let (id, words) = (way_id(axis, "disagreement"), words::ADD_DISAGREEMENT);
        ways.push(Way { id, words, action: Action::Edit(edit), then, mark: None });
    }
    ways
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

/// The height of the label of a text and of its buttons at `width`.
pub fn head_height(
    ui: &Ui,
    cx: Cx,
    axis: &Axis,
    answer: &AxisAnswer,
    part: Part,
    width: f32,
) -> f32 {
    let rect = Rect::from_min_size(Pos2::ZERO, vec2(width, 0.0));
    match (part, &answer.disagreement) {
        (Part::Disagreement, Some(disagreement)) => {
            let ways = disagreement_ways(cx, axis, answer.step, disagreement);
            places(ui, words::DISAGREEMENT, &ways, rect).1
        }
        _ => places(ui, words::NOTE, &note_ways(cx, axis, answer), rect).1,
    }
}

/// The two texts under a rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Disagreement,
    Note,
}

/// Where the buttons stand: at the right of the label, or in rows under it when they do not hold there. Gives the
/// height that label and buttons take, up to the text.
fn places(ui: &Ui, label: &str, ways: &[Way], rect: Rect) -> (Vec<Rect>, f32) {
    let sizes: Vec<Vec2> = ways.iter().map(|way| button::large_size(ui, way.words)).collect();
    let taken: f32 = sizes.iter().map(|size| size.x + space::CELL).sum();
    if ways.is_empty() {
        return (Vec::new(), face::FOCUS_CAPTION.leading + 4.0);
    }
    let words = set::width(ui, label, face::FOCUS_CAPTION);
    if words + taken <= rect.width() {
        let mut left = rect.right() - taken + space::CELL;
        let place = |size: Vec2| {
            let place = Rect::from_min_size(pos2(left, rect.top()), size);
            left = place.right() + space::CELL;
            place
        };
        return (sizes.into_iter().map(place).collect(), ROW);
    }
    let label = face::FOCUS_CAPTION.leading + 4.0;
    let (places, height) = choice::flow(rect.translate(vec2(0.0, label)), &sizes);
    (places, label + height + AFTER)
}

/// Under a label and its buttons.
const AFTER: f32 = 8.0;
/// A label and its buttons on one row.
const ROW: f32 = button::LARGE_HEIGHT + AFTER;
/// From the top of the buttons of a row to its label.
const MIDDLE: f32 = 14.0;
