//! One point of vigilance shows in large: its question, how far the talk has gone, a note, who takes care of it and
//! when.

use egui::{Id, Key, Painter, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::breaks::Breaks;
use super::frame;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::model::catalogue::Point;
use crate::model::design::{PointAnswer, PointState};
use crate::model::edit::{Edit, Target};
use crate::model::place::Place;
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
/// A label, above its box.
const LABEL: f32 = face::FOCUS_CAPTION.leading + 4.0;
/// What an owner or a deadline takes at most.
const MOST_LINES: usize = 3;
/// From this width on, the note stands beside the owner and the deadline.
const BESIDE: f32 = space::BESIDE;
const COLUMN: f32 = 320.0;

/// The keyboard's target on a state.
pub fn state_id(point: &str, state: PointState) -> Id {
    Id::unique(("point-state", point, state))
}

/// The keyboard's target on its note.
pub fn note_id(point: &str) -> Id {
    part_id(point, Part::Note)
}

fn part_id(point: &str, part: Part) -> Id {
    Id::unique(("point-text", point, part))
}

pub fn show(ui: &mut Ui, cx: Cx, point: &str, actions: &mut Actions) {
    let Some(point) = cx.catalogue.point(point) else { return };
    let default = PointAnswer::default();
    let answer = cx.design.point(&point.id).unwrap_or(&default);
    let low = frame::is_low(ui.max_rect());
    let focus = Focus::At(Place::Point(point.id.clone()));
    frame::show(ui, cx, &focus, actions, |ui, room, actions| {
        let plan = Plan::of(ui, cx, point, answer, room, low);
        let breaks = Breaks::around(plan.whole(), room.top());
        frame::paged(ui, cx, &point.id, room, plan.height, &breaks, |ui, origin| {
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
    fn of(ui: &Ui, cx: Cx, point: &Point, answer: &PointAnswer, room: Rect, low: bool) -> Plan {
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
        let [note, owner, deadline] = boxes(ui, cx, point, answer, rest, body);
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

impl Plan {
    /// What no page goes through.
    fn whole(&self) -> impl Iterator<Item = Rect> {
        let head = self.title.1.union(self.question.1);
        self.states.iter().copied().chain([head, self.note, self.owner, self.deadline])
    }
}

/// The note, the owner and the deadline in what is left: side by side, or one under the other. The last two take the
/// lines that they need, up to a few, and say how many more there are.
fn boxes(
    ui: &Ui,
    cx: Cx,
    point: &Point,
    answer: &PointAnswer,
    rest: Rect,
    face: Face,
) -> [Rect; 3] {
    let beside = rest.width() >= BESIDE;
    let width = if beside { COLUMN } else { (rest.width() - space::CELL) / 2.0 };
    let height = |part| {
        let writing = writing(cx, point, answer, part, face, "");
        LABEL + LargeText { writing, bar: None }.grown(ui, width, MOST_LINES)
    };
    let (owner, deadline) = (height(Part::Owner), height(Part::Deadline));
    let place = |at: Pos2, height: f32| Rect::from_min_size(at, vec2(width, height));
    if beside {
        let height = rest.height().max(owner + GAP + deadline);
        let note = vec2(rest.width() - COLUMN - space::COLUMN, height);
        let owner = place(pos2(rest.right() - COLUMN, rest.top()), owner);
        let deadline = place(owner.left_bottom() + vec2(0.0, GAP), deadline);
        return [Rect::from_min_size(rest.min, note), owner, deadline];
    }
    let height = (rest.height() - owner.max(deadline) - GAP).max(LEAST_NOTE);
    let note = Rect::from_min_size(rest.min, vec2(rest.width(), height));
    let under = note.left_bottom() + vec2(0.0, GAP);
    [note, place(under, owner), place(under + vec2(width + space::CELL, 0.0), deadline)]
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

/// The texts of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Note,
    Owner,
    Deadline,
}

impl Part {
    fn label(self) -> &'static str {
        match self {
            Part::Note => words::NOTE,
            Part::Owner => words::OWNER,
            Part::Deadline => words::DEADLINE,
        }
    }
}

fn writing<'a>(
    cx: Cx,
    point: &Point,
    answer: &'a PointAnswer,
    part: Part,
    face: Face,
    name: &'a str,
) -> Writing<'a> {
    let id = point.id.clone();
    let (target, text, hint) = match part {
        Part::Note => (Target::PointNote(id), &answer.note, interface::WRITE_HERE),
        Part::Owner => (Target::PointOwner(id), &answer.owner, words::OWNER_HINT),
        Part::Deadline => (Target::PointDeadline(id), &answer.deadline, words::DEADLINE_HINT),
    };
    Writing {
        id: part_id(&point.id, part),
        goes: target.into(),
        text,
        hint,
        name,
        face,
        ink: cx.theme.ink,
        one_line: part != Part::Note,
        exit: Some(state_id(&point.id, answer.state)),
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
    let all = [(Part::Note, plan.note), (Part::Owner, plan.owner), (Part::Deadline, plan.deadline)];
    for (part, rect) in all {
        let rect = rect.translate(moved);
        let top = large_text::label(ui, part.label(), cx.theme.vigilance, rect);
        let name = words::text_of(&point.words, part.label());
        let writing = writing(cx, point, answer, part, plan.body, &name);
        LargeText { writing, bar: None }.show(ui, cx.theme, rect.with_min_y(top), actions);
    }
}
