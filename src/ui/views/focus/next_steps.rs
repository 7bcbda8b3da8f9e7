//! The next steps say what, who, when: each is a line, that can be moved and removed.
//!
//! - [`line`]: a line, and where the keyboard goes. - [`tools`]: the buttons beside a line.

mod line;
mod tools;

use egui::{Id, Key, Modifiers, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use uuid::Uuid;

use self::line::Row;
pub use self::line::{add_id, id};
use self::tools::shift;
use super::breaks::Breaks;
use super::frame;
use super::invitation::Invitation;
use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::model::design::NextStep;
use crate::model::edit::{Edit, Target};
use crate::model::limits;
use crate::text::around as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::large_text::{self, LargeText, ONE_LINE};
use crate::ui::components::ring;
use crate::ui::components::writing::{self, Writing};
use crate::ui::theme::{Face, face, space};
use crate::ui::type_setting as set;

/// Between two columns, and between two lines.
const GAP: f32 = 10.0;
/// The head of the columns.
const HEAD: f32 = 28.0;
/// A button beside a line.
const TOOL: f32 = space::FOCUS_TARGET;
/// What a text takes at most: the rest is counted.
const MOST_LINES: usize = 4;
/// Under this width, who and when stand under what.
const THREE_COLUMNS: f32 = 760.0;
/// From that many lines on, in smaller type.
const MANY: usize = 5;

pub fn show(ui: &mut Ui, cx: Cx, actions: &mut Actions) {
    let low = frame::is_low(ui.max_rect());
    frame::show(ui, cx, &Focus::NextSteps, actions, |ui, room, actions| {
        if cx.design.next_steps.is_empty() {
            let invitation = Invitation {
                id: add_id(),
                what: words::NO_STEP,
                why: words::NO_STEP_WHY,
                way: words::FIRST_STEP,
            };
            if invitation.show(ui, cx, room, low) {
                add(ui, 0, actions);
            }
            return;
        }
        let plan = Plan::of(ui, cx, room, low);
        // The heads of the columns stay, whatever the page.
        head(ui, cx, &plan);
        let body = room.with_min_y(room.top() + plan.head.map_or(0.0, |_| HEAD));
        frame::paged(ui, cx, "next-steps", body, plan.height, &plan.breaks, |ui, origin| {
            let moved = origin - body.min;
            let mut next = None;
            for at in shown(ui, cx, &plan, moved) {
                next = row(ui, cx, &plan, at, moved, actions).or(next);
            }
            foot(ui, cx, &plan, moved, actions);
            // Once every line has heard its keys: none hears the one that brought the keyboard to it.
            next.into_iter().for_each(|id| ring::reach(ui.ctx(), id));
        });
    });
}

/// The table laid out.
struct Plan {
    /// The heads of the three columns, when they are columns.
    head: Option<[Rect; 3]>,
    rows: Vec<Row>,
    /// What adds a line, or says that there can be no more; none while the room looks on.
    foot: Option<Rect>,
    face: Face,
    /// Where a page can end: after a line.
    breaks: Breaks,
    /// Without the heads.
    height: f32,
}

impl Plan {
    fn of(ui: &Ui, cx: Cx, room: Rect, low: bool) -> Plan {
        let steps = &cx.design.next_steps;
        let face = match steps.len() {
            _ if low => face::FOCUS_HELP,
            ..MANY => face::FOCUS_BODY,
            _ => face::FOCUS_HELP,
        };
        // The room looks at the lines, not at what moves them.
        let beside = if cx.projected() { 0.0 } else { 3.0 * TOOL + GAP };
        let table = room.with_max_x(room.right() - beside);
        let columns = columns(table);
        let head = columns.map(|all| all.map(|(left, width)| head_at(room, left, width)));
        let first = room.top() + if head.is_some() { HEAD } else { 0.0 };
        let mut top = first;
        let mut rows = Vec::new();
        let mut ends = Vec::new();
        for at in 0..steps.len() {
            let row = Row::of(ui, cx, at, face, columns, table.with_min_y(top));
            // The three texts of a line that is not one stay together.
            top = row.whole.bottom() + if columns.is_some() { GAP } else { 2.0 * GAP };
            ends.push(row.whole.bottom() - first);
            rows.push(row);
        }
        let size = vec2(room.width(), button::LARGE_HEIGHT);
        let foot = Rect::from_min_size(pos2(room.left(), top), size);
        let foot = (!cx.projected()).then_some(foot);
        let bottom = foot.map_or(top - GAP, |foot| foot.bottom());
        let height = bottom - first;
        Plan { head, rows, foot, face, breaks: Breaks::rows(ends), height }
    }
}

fn head_at(room: Rect, left: f32, width: f32) -> Rect {
    Rect::from_min_size(pos2(left, room.top()), vec2(width, HEAD))
}

/// The left edge and the width of the three columns, or none when they would be too narrow.
fn columns(table: Rect) -> Option<[(f32, f32); 3]> {
    if table.width() < THREE_COLUMNS - 3.0 * TOOL {
        return None;
    }
    let width = table.width() - 2.0 * GAP;
    let (what, who) = ((width * 0.48).floor(), (width * 0.26).floor());
    let (second, third) = (what + GAP, what + who + 2.0 * GAP);
    let left = table.left();
    Some([(left, what), (left + second, who), (left + third, table.width() - third)])
}

impl Row {
    fn of(
        ui: &Ui,
        cx: Cx,
        at: usize,
        face: Face,
        columns: Option<[(f32, f32); 3]>,
        table: Rect,
    ) -> Row {
        let height = |part: usize, width: f32| {
            let writing = writing(cx, at, part, face, "");
            LargeText { writing, bar: None }.grown(ui, width, MOST_LINES)
        };
        let texts = if let Some(columns) = columns {
            let heights = [0, 1, 2].map(|part| height(part, columns[part].1));
            let highest = heights.into_iter().fold(ONE_LINE, f32::max);
            columns.map(|(left, width)| {
                Rect::from_min_size(pos2(left, table.top()), vec2(width, highest))
            })
        } else {
            let half = (table.width() - GAP) / 2.0;
            let what =
                Rect::from_min_size(table.min, vec2(table.width(), height(0, table.width())));
            let second = height(1, half).max(height(2, half));
            let who = Rect::from_min_size(what.left_bottom() + vec2(0.0, 4.0), vec2(half, second));
            [what, who, who.translate(vec2(half + GAP, 0.0))]
        };
        let tool = |index: usize| {
            let left = table.right() + GAP + index as f32 * TOOL;
            Rect::from_min_size(pos2(left, table.top() + 2.0), Vec2::splat(TOOL))
        };
        let tools = [tool(0), tool(1), tool(2)];
        let whole = texts.into_iter().chain(tools).fold(texts[0], Rect::union);
        Row { texts, tools, whole }
    }
}

fn writing<'a>(cx: Cx<'a>, at: usize, part: usize, face: Face, name: &'a str) -> Writing<'a> {
    let step: &NextStep = &cx.design.next_steps[at];
    let (target, text) = match part {
        0 => (Target::NextStepWhat(step.key), &step.what),
        1 => (Target::NextStepWho(step.key), &step.who),
        _ => (Target::NextStepWhen(step.key), &step.when),
    };
    Writing {
        id: id(step.key, part),
        goes: target.into(),
        text,
        // Only the line that is still empty asks.
        hint: if step.is_blank() { words::STEP_HINTS[part] } else { "" },
        name,
        face,
        ink: cx.theme.ink,
        one_line: true,
        exit: Some(frame::back_id()),
    }
}

/// The lines of a long list that are in sight or a page away, and those that the Tab key can reach from elsewhere: the
/// first, the last, and those around the one that has the keyboard.
fn shown(ui: &Ui, cx: Cx, plan: &Plan, moved: Vec2) -> Vec<usize> {
    let clip = ui.clip_rect();
    let near = clip.expand2(vec2(0.0, clip.height()));
    let focused = ui.memory(|memory| memory.focused()).or(cx.reached.map(|(id, _)| id));
    let has_it = |step: &NextStep| focused.is_some_and(|id| is_of(id, step.key));
    let last = plan.rows.len().saturating_sub(1);
    let written = cx.design.next_steps.iter().position(has_it);
    let reached =
        |at: usize| at == 0 || at == last || written.is_some_and(|it| it.abs_diff(at) <= 1);
    let in_sight = |at: usize| near.intersects(plan.rows[at].whole.translate(moved));
    (0..plan.rows.len()).filter(|at| reached(*at) || in_sight(*at)).collect()
}

/// Whether the keyboard's target is a text or a button of a line.
pub fn is_of(target: Id, key: Uuid) -> bool {
    (0..3).any(|part| target == id(key, part)) || tools::is_of(target, key)
}

fn head(ui: &Ui, cx: Cx, plan: &Plan) {
    let Some(head) = plan.head else { return };
    for (words, rect) in words::STEP_PARTS.into_iter().zip(head) {
        // Over the words of the column, not over the edge of their sheets.
        let left = rect.left() + large_text::PAD_OF_A_LINE;
        large_text::label(ui, words, cx.theme.ink, rect.with_min_x(left));
    }
}

/// Gives what has the keyboard next, when that is not in this line.
fn row(
    ui: &mut Ui,
    cx: Cx,
    plan: &Plan,
    at: usize,
    moved: Vec2,
    actions: &mut Actions,
) -> Option<Id> {
    let row = plan.rows.get(at)?;
    let focused = ui.memory(|memory| memory.focused());
    let key = cx.design.next_steps[at].key;
    let here = (0..3).find(|part| focused == Some(id(key, *part)));
    // Taken before the text would hear it.
    let by = here.map_or(0, |_| {
        let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
        isize::from(key(Key::ArrowDown)) - isize::from(key(Key::ArrowUp))
    });
    for (part, rect) in row.texts.iter().enumerate() {
        let name = words::of_step(at + 1, words::STEP_PARTS[part]);
        let writing = writing(cx, at, part, plan.face, &name);
        let text = LargeText { writing, bar: None };
        let written = text.show(ui, cx.theme, rect.translate(moved), actions);
        if written.entered {
            go_on(ui, cx, at, actions);
        }
    }
    if let Some(part) = here.filter(|_| by != 0) {
        shift(ui, cx, at, by, |_| id(key, part), actions);
    }
    let tooled = focused.is_some_and(|id| tools::is_of(id, key));
    let hovered = ui.rect_contains_pointer(row.whole.translate(moved));
    if !cx.projected() && (here.is_some() || tooled || hovered) {
        return tools::show(ui, cx, row.tools.map(|tool| tool.translate(moved)), at, actions);
    }
    None
}

/// To the line after: the one that is there when it is still empty, a new one otherwise. A line that is itself still empty
/// is the next one already.
fn go_on(ui: &Ui, cx: Cx, at: usize, actions: &mut Actions) {
    let steps = &cx.design.next_steps;
    if steps.get(at).is_none_or(NextStep::is_blank) {
        return;
    }
    if let Some(next) = steps.get(at + 1).filter(|next| next.is_blank()) {
        writing::give_keyboard(ui.ctx(), id(next.key, 0), "");
    } else if can_add(cx) {
        add(ui, at + 1, actions);
    }
}

fn can_add(cx: Cx) -> bool {
    cx.design.next_steps.len() < limits::LIST
}

fn add(ui: &Ui, at: usize, actions: &mut Actions) {
    let step = NextStep::new();
    writing::give_keyboard(ui.ctx(), id(step.key, 0), "");
    actions.edit_alone(Edit::AddNextStep { step, at });
}

/// What adds a line, and the keys that do the same; or that there are as many as can be.
fn foot(ui: &mut Ui, cx: Cx, plan: &Plan, moved: Vec2, actions: &mut Actions) {
    let Some(rect) = plan.foot else { return };
    let rect = rect.translate(moved);
    let mut left = rect.left();
    let full = words::most_steps(limits::LIST);
    let mut said = full.as_str();
    if can_add(cx) {
        let size = button::large_size(ui, words::ADD_STEP);
        let place = Rect::from_min_size(rect.min, size);
        if button::place(ui, cx.theme, place, add_id(), words::ADD_STEP, Rank::Outlined).clicked() {
            add(ui, cx.design.next_steps.len(), actions);
        }
        left = place.right() + space::COLUMN;
        said = words::STEP_KEYS;
    }
    let galley = set::first_line(ui, said, face::FOCUS_HELP, cx.theme.muted, f32::INFINITY);
    // Without room for all of them, the list of shortcuts still says these keys.
    if can_add(cx) && left + galley.size().x > rect.right() {
        return;
    }
    let at = pos2(left, rect.center().y - galley.size().y / 2.0);
    let response = ui.interact(set::paint(ui, at, &galley), add_id().with("help"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
}
