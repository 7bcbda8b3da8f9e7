//! One point of vigilance in large: its question, how far the talk has gone, a note, who takes care of it and when.

use egui::{Id, Key, Painter, Rect, Ui, Vec2, pos2, vec2};

use super::frame;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::model::catalogue::Point;
use crate::model::design::{PointAnswer, PointState};
use crate::model::edit::{Edit, Target};
use crate::text::{focus as words, interface, values};
use crate::ui::Cx;
use crate::ui::components::choice::{self, Choice};
use crate::ui::components::large_text::{self, LargeText};
use crate::ui::components::writing::Writing;
use crate::ui::components::{marks, ring};
use crate::ui::theme::{Face, face, space};
use crate::ui::type_setting as set;

const STATES: [PointState; 3] =
    [PointState::ToDiscuss, PointState::InDiscussion, PointState::Settled];
const GAP: f32 = 16.0;
const LEAST_NOTE: f32 = 120.0;
/// A label and its box of one line.
const LINE: f32 = 28.0 + 48.0;
/// From this width on, the note stands beside the owner and the deadline.
const BESIDE: f32 = 900.0;
const COLUMN: f32 = 320.0;

/// The keyboard's target on a state.
pub fn state_id(point: &str, state: PointState) -> Id {
    Id::unique(("point-state", point, state))
}

pub fn show(ui: &mut Ui, cx: Cx, point: &str, actions: &mut Actions) {
    let Some(point) = cx.catalogue.point(point) else { return };
    let default = PointAnswer::default();
    let answer = cx.design.point(&point.id).unwrap_or(&default);
    let low = frame::is_low(ui.max_rect());
    frame::show(ui, cx, &Focus::Point(point.id.clone()), actions, |ui, room, actions| {
        let plan = Plan::of(ui, cx, point, room, low);
        frame::body(ui, cx, &point.id, room, plan.height, |ui, origin| {
            let moved = origin - room.min;
            head(ui, cx, point, &plan, moved);
            states(ui, cx, point, answer.state, &plan, moved, actions);
            texts(ui, cx, point, answer, &plan, moved, actions);
        });
    });
}

/// The step laid out.
struct Plan {
    title: (Face, Rect),
    question: (Face, Rect),
    states: Vec<Rect>,
    note: Rect,
    owner: Rect,
    deadline: Rect,
    body: Face,
    height: f32,
}

impl Plan {
    fn of(ui: &Ui, cx: Cx, point: &Point, room: Rect, low: bool) -> Plan {
        let titles = [face::FOCUS_TITLE, face::FOCUS_LONG_TITLE, face::FOCUS_CAPTION];
        let titles = if low { &titles[1..] } else { &titles[..] };
        let title_face = set::fitted(ui, &point.words, titles, room.width());
        let (question_face, body) = if low {
            (face::FOCUS_HELP, face::FOCUS_HELP)
        } else {
            (face::FOCUS_TEXT, face::FOCUS_BODY)
        };
        let place = |top: f32, words: &str, face: Face| {
            let galley = set::balanced(ui, words, face, cx.theme.ink, room.width());
            Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), galley.size().y))
        };
        let title = place(room.top(), &point.words, title_face);
        let question = place(title.bottom() + 4.0, &point.question, question_face);
        let top = question.bottom() + GAP;
        let at = Rect::from_min_max(pos2(room.left(), top), room.max);
        let (states, height) = choice::flow(at, &sizes(ui));
        let top = top + height + GAP;
        let rest = Rect::from_min_max(pos2(room.left(), top), room.max);
        let [note, owner, deadline] = boxes(rest);
        let height = note.bottom().max(deadline.bottom()) - room.top();
        Plan {
            title: (title_face, title),
            question: (question_face, question),
            states,
            note,
            owner,
            deadline,
            body,
            height,
        }
    }
}

/// The note, the owner and the deadline in what is left: side by side, or one under the other.
fn boxes(rest: Rect) -> [Rect; 3] {
    let line = |at: egui::Pos2, width: f32| Rect::from_min_size(at, vec2(width, LINE));
    if rest.width() >= BESIDE {
        let column = rest.right() - COLUMN;
        let height = rest.height().max(2.0 * LINE + GAP);
        let size = vec2(rest.width() - COLUMN - space::COLUMN, height);
        let owner = line(pos2(column, rest.top()), COLUMN);
        let deadline = line(owner.left_bottom() + vec2(0.0, GAP), COLUMN);
        return [Rect::from_min_size(rest.min, size), owner, deadline];
    }
    let half = (rest.width() - space::CELL) / 2.0;
    let height = (rest.height() - LINE - GAP).max(LEAST_NOTE);
    let note = Rect::from_min_size(rest.min, vec2(rest.width(), height));
    let owner = line(note.left_bottom() + vec2(0.0, GAP), half);
    [note, owner, owner.translate(vec2(half + space::CELL, 0.0))]
}

fn sizes(ui: &Ui) -> Vec<Vec2> {
    STATES.iter().map(|state| choice::size(ui, values::point_state(*state), true)).collect()
}

fn head(ui: &Ui, cx: Cx, point: &Point, plan: &Plan, moved: Vec2) {
    let (face, rect) = plan.title;
    let title = set::balanced(ui, &point.words, face, cx.theme.ink, rect.width());
    set::paint(ui, rect.min + moved, &title);
    let (face, rect) = plan.question;
    let question = set::balanced(ui, &point.question, face, cx.theme.muted, rect.width());
    set::paint(ui, rect.min + moved, &question);
    let whole = plan.title.1.union(rect).translate(moved);
    let id = Id::unique(("point-head", &point.id));
    let response = ui.interact(whole, id, egui::Sense::hover());
    let said = [point.words.as_str(), &point.question].join(". ");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, &said));
}

/// The three states; the space bar on the one chosen leads to the next.
fn states(
    ui: &mut Ui,
    cx: Cx,
    point: &Point,
    now: PointState,
    plan: &Plan,
    moved: Vec2,
    actions: &mut Actions,
) {
    for (state, rect) in STATES.into_iter().zip(&plan.states) {
        let id = state_id(&point.id, state);
        let words = values::point_state(state);
        let choice = Choice { id, words, chosen: state == now, many: false };
        let mark = |painter: &Painter, square: Rect| {
            marks::point_state(painter, cx.theme, square.center(), 13.0, state);
        };
        let response = choice.show(ui, cx.theme, rect.translate(moved), Some(&mark));
        let space = response.has_focus() && ui.input(|input| input.key_pressed(Key::Space));
        if response.clicked() {
            let to = if space && state == now { now.next() } else { state };
            actions.edit(Edit::SetPoint { point: point.id.clone(), state: to });
            ring::reach(ui.ctx(), state_id(&point.id, to));
        }
    }
}

fn texts(
    ui: &mut Ui,
    cx: Cx,
    point: &Point,
    answer: &PointAnswer,
    plan: &Plan,
    moved: Vec2,
    actions: &mut Actions,
) {
    let id = |part: &str| Id::unique(("point-text", &point.id, part));
    let point_id = || point.id.clone();
    let all = [
        (
            id("note"),
            Target::PointNote(point_id()),
            &answer.note,
            words::NOTE,
            interface::WRITE_HERE,
            plan.note,
        ),
        (
            id("owner"),
            Target::PointOwner(point_id()),
            &answer.owner,
            words::OWNER,
            words::OWNER_HINT,
            plan.owner,
        ),
        (
            id("deadline"),
            Target::PointDeadline(point_id()),
            &answer.deadline,
            words::DEADLINE,
            words::DEADLINE_HINT,
            plan.deadline,
        ),
    ];
    for (id, target, text, label, hint, rect) in all {
        let rect = rect.translate(moved);
        let top = large_text::label(ui, label, cx.theme.vigilance, rect);
        let name = words::text_of(&point.words, label);
        let writing = Writing {
            id,
            one_line: !matches!(target, Target::PointNote(_)),
            target,
            text,
            hint,
            name: &name,
            face: plan.body,
            ink: cx.theme.ink,
            exit: Some(state_id(&point.id, answer.state)),
        };
        let rect = Rect::from_min_max(pos2(rect.left(), top), rect.max);
        LargeText { writing, bar: None }.show(ui, cx.theme, rect, actions);
    }
}
