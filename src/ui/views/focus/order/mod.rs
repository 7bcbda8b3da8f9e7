//! The order of play is changed here: how long each step lasts, whether it is played, and when; steps of one's own join
//! it.
//!
//! - [`head`]: its hours, what is done of it as a whole. - [`tools`]: the buttons of a step. - [`notes`]: what is noted for it.

mod head;
mod ids;
mod notes;
mod tools;

use egui::{Color32, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use self::head::Head;
use self::ids::{GAP, TOOL};
pub use self::ids::{note_id, note_way_id};
use self::tools::{chevron, cross, pressed, sign};
use super::breaks::Breaks;
use super::frame;
use crate::intent::leading::{Lead, Ordered};
use crate::intent::view::Focus;
use crate::intent::{Action, Actions};
use crate::model::play::{Beat, Play};
use crate::text::leader as words;
use crate::ui::Cx;
use crate::ui::components::writing::{Goes, Writing};
use crate::ui::components::{marks, ring};
use crate::ui::theme::{face, line, space};
use crate::ui::type_setting as set;

const ROW: f32 = 52.0;

/// A figure and its two buttons.
const MINUTES: f32 = 2.0 * TOOL + 74.0;
/// « 14 h 05 »
const HOUR: f32 = 76.0;
/// Under this width a step takes two lines.
const WIDE: f32 = 680.0;

/// What has the keyboard when it opens: nothing that replaces the order.
pub fn first_id() -> Id {
    tick_id(0)
}

/// The keyboard's targets on a step: whether it is played, its name, earlier (-1) or later (1).
pub fn tick_id(at: usize) -> Id {
    Id::unique(("order-played", at))
}

pub fn name_id(at: usize) -> Id {
    Id::unique(("order-step-name", at))
}

pub fn move_id(at: usize, by: isize) -> Id {
    Id::unique(("order-move", at, by))
}

pub fn show(ui: &mut Ui, cx: Cx, actions: &mut Actions) {
    frame::show(ui, cx, &Focus::Order, actions, |ui, room, actions| {
        let Some(play) = cx.play else { return };
        let head = Head::of(ui, cx, play, room);
        // In a low window the head goes up with the list: it would leave it no room.
        let fixed = room.height() - head.height > 4.0 * ROW;
        let above = if fixed { 0.0 } else { head.height };
        if fixed {
            head.show(ui, cx, play, room.min, actions);
        }
        let body = room.with_min_y(room.top() + if fixed { head.height } else { 0.0 });
        let row = row_height(room.width());
        let noted = |at: usize| if cx.view.noted == Some(at) { notes::HEIGHT } else { 0.0 };
        let mut height = above;
        let mut ends = vec![above];
        for at in 0..play.beats.len() {
            height += row + noted(at);
            ends.push(height);
        }
        let in_head = if fixed { Vec::new() } else { head.ends() };
        let breaks = Breaks::rows(in_head.into_iter().chain(ends.iter().copied()));
        frame::paged(ui, cx, "order", body, height, &breaks, |ui, origin| {
            if !fixed {
                head.show(ui, cx, play, origin, actions);
            }
            for (at, (beat, top)) in play.beats.iter().zip(&ends).enumerate() {
                let min = origin + vec2(0.0, *top);
                let rect = Rect::from_min_size(min, vec2(body.width(), row));
                self::row(ui, cx, play, at, beat, rect, actions);
                if cx.view.noted == Some(at) {
                    let under =
                        Rect::from_min_size(rect.left_bottom(), vec2(body.width(), notes::HEIGHT));
                    notes::text(ui, cx, play, at, under, actions);
                }
            }
        });
    });
}

fn row_height(width: f32) -> f32 {
    if width < WIDE { 2.0 * ROW } else { ROW }
}

/// Where the parts of a step stand, in the order in which they are read.
struct Parts {
    tick: Rect,
    hour: Rect,
    name: Rect,
    note: Rect,
    minutes: Rect,
    earlier: Rect,
    later: Rect,
    remove: Rect,
}

impl Parts {
    /// `own`: some step of the order is one's own, and can be removed.
    fn of(rect: Rect, own: bool) -> Parts {
        let low = rect.height() > ROW;
        let lines = [rect.top() + ROW / 2.0, rect.bottom() - ROW / 2.0];
        let tool = |x: f32, line: usize| {
            Rect::from_center_size(pos2(x + TOOL / 2.0, lines[line]), vec2(TOOL, TOOL))
        };
        let tick = tool(rect.left(), 0);
        let hour = Rect::from_min_size(tick.right_top() + vec2(GAP, 0.0), vec2(HOUR, TOOL));
        let removed = if own { TOOL } else { 0.0 };
        let (second, right) = if low {
            let whole = MINUTES + GAP + 2.0 * TOOL + removed;
            (1, (hour.left() + whole).min(rect.right()))
        } else {
            // The note stands at the end of the line.
            (0, rect.right() - notes::WIDTH - GAP)
        };
        let remove = tool(right - removed, second);
        let later = tool(right - removed - TOOL, second);
        let earlier = tool(later.left() - TOOL, second);
        let minutes = Rect::from_center_size(
            pos2(earlier.left() - GAP - MINUTES / 2.0, lines[second]),
            vec2(MINUTES, TOOL),
        );
        let at = pos2(rect.right() - notes::WIDTH, hour.top());
        let note = Rect::from_min_size(at, vec2(notes::WIDTH, TOOL));
        let end = if low { note.left() - GAP } else { minutes.left() - 2.0 * GAP };
        let name = Rect::from_min_max(hour.right_top() + vec2(GAP, 0.0), pos2(end, hour.bottom()));
        Parts { tick, hour, name, note, minutes, earlier, later, remove }
    }
}

/// A step of the order, and its place in it.
#[derive(Clone, Copy)]
struct Step<'a> {
    at: usize,
    beat: &'a Beat,
    /// It is the last.
    last: bool,
}

impl Step<'_> {
    /// The name of what a button does of it.
    fn named(&self, cx: Cx, what: &str) -> String {
        words::of_step(&words::beat(self.beat, cx.catalogue, cx.design), what)
    }

    fn ink(&self, cx: Cx) -> Color32 {
        if self.beat.skipped { cx.theme.muted } else { cx.theme.ink }
    }
}

fn row(
    ui: &mut Ui,
    cx: Cx,
    play: &Play,
    at: usize,
    beat: &Beat,
    rect: Rect,
    actions: &mut Actions,
) {
    let step = Step { at, beat, last: at + 1 == play.beats.len() };
    let name = words::beat(beat, cx.catalogue, cx.design);
    let parts = Parts::of(rect, play.beats.iter().any(Beat::is_own));
    let ask = |actions: &mut Actions, asked| actions.push(Action::Lead(Lead::Order(asked)));
    // One after the other as the eye goes: so does the Tab key.
    if tick(ui, cx, at, beat, &name, parts.tick) {
        ask(actions, Ordered::Skip(at, !beat.skipped));
    }
    named(ui, cx, step, &parts, actions);
    if let Some(by) = minutes(ui, cx, step, parts.minutes) {
        ask(actions, Ordered::Minutes(at, by));
    }
    if let Some(by) = moved(ui, cx, step, &parts) {
        ask(actions, Ordered::Shift(at, by));
    }
    let id = Id::unique(("order-remove", at));
    if beat.is_own()
        && pressed(ui, cx, parts.remove, id, &step.named(cx, words::REMOVE), |ui, centre| {
            cross(ui, cx, centre);
        })
    {
        ask(actions, Ordered::Remove(at));
    }
    if notes::way(ui, cx, at, beat, &name, parts.note) {
        ask(actions, Ordered::OpenNote(at));
    }
    let hair = egui::Stroke::new(line::THIN, cx.theme.hair);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, hair);
}

/// The hour and the name; one's own is written there.
fn named(ui: &mut Ui, cx: Cx, step: Step, parts: &Parts, actions: &mut Actions) {
    let Step { at, beat, .. } = step;
    let begins = cx.hours.get(at).copied().flatten();
    if let Some(begins) = begins {
        let galley = set::set(ui, &words::hour(begins), face::FOCUS_HELP, cx.theme.muted, HOUR);
        let y = parts.hour.center().y - galley.size().y / 2.0;
        set::paint(ui, pos2(parts.hour.left(), y), &galley);
    }
    let whole = words::beat_in_full(beat, cx.catalogue, cx.design);
    let at_name = if beat.is_own() {
        own_name(ui, cx, at, beat, parts.name, actions);
        parts.name
    } else {
        let width = parts.name.width();
        let galley = set::first_line(ui, &whole, face::FOCUS_HELP, step.ink(cx), width);
        let y = parts.name.center().y - galley.size().y / 2.0;
        set::paint(ui, pos2(parts.name.left(), y), &galley)
    };
    let state = if beat.skipped { words::SKIPPED } else { "" };
    let said = words::step_said(&whole, begins, beat.minutes, state);
    let said_at = if beat.is_own() { parts.hour } else { at_name };
    let response = ui.interact(said_at, Id::unique(("order-name", at)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let free = Rect::from_min_max(pos2(at_name.right() + GAP, parts.name.top()), parts.name.max);
    notes::first_line(ui, cx, beat, free);
}

/// How long it lasts, between less and more; gives what is asked for.
fn minutes(ui: &mut Ui, cx: Cx, step: Step, rect: Rect) -> Option<i32> {
    let mut asked = None;
    let [less, more] = [rect.left() + TOOL / 2.0, rect.right() - TOOL / 2.0];
    for (x, plus, by) in [(less, false, -1), (more, true, 1)] {
        let what = if plus { words::MORE_MINUTE } else { words::LESS };
        let id = Id::unique(("order-minutes", step.at, plus));
        let tool = Rect::from_center_size(pos2(x, rect.center().y), vec2(TOOL, TOOL));
        if pressed(ui, cx, tool, id, &step.named(cx, what), |ui, centre| {
            sign(ui, cx, centre, plus);
        }) {
            asked = Some(by);
        }
    }
    let said = words::minutes(u32::from(step.beat.minutes));
    let galley = set::set(ui, &said, face::FOCUS_CAPTION, step.ink(cx), f32::INFINITY);
    set::paint(ui, rect.center() - galley.size() / 2.0, &galley);
    asked
}

/// Earlier, later; gives by how many places.
fn moved(ui: &mut Ui, cx: Cx, step: Step, parts: &Parts) -> Option<isize> {
    let mut asked = None;
    for (rect, by, enabled) in [(parts.earlier, -1, step.at > 0), (parts.later, 1, !step.last)] {
        let what = if by < 0 { words::UP } else { words::DOWN };
        if enabled
            && pressed(ui, cx, rect, move_id(step.at, by), &step.named(cx, what), |ui, centre| {
                chevron(ui, cx, centre, by < 0);
            })
        {
            asked = Some(by);
        }
    }
    asked
}

/// Played or not; says whether it was pressed.
fn tick(ui: &Ui, cx: Cx, at: usize, beat: &Beat, name: &str, rect: Rect) -> bool {
    let response = ui.interact(rect, tick_id(at), Sense::click());
    let played = words::of_step(name, words::KEEP);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, !beat.skipped, &played));
    ring::follow(ui, &response);
    let tick = Rect::from_center_size(rect.center(), vec2(24.0, 24.0));
    marks::tick_box(ui.painter(), cx.theme, tick, !beat.skipped);
    if response.has_focus() {
        ring::around(ui.painter(), cx.theme, tick);
    }
    response.clicked()
}

/// What a step of one's own is called, written where it stands.
fn own_name(ui: &mut Ui, cx: Cx, at: usize, beat: &Beat, rect: Rect, actions: &mut Actions) {
    let sheet = rect.shrink2(vec2(0.0, 3.0));
    let stroke = egui::Stroke::new(line::THIN, cx.theme.line);
    let radius = f32::from(space::RADIUS);
    ui.painter().rect(sheet, radius, cx.theme.cell, stroke, egui::StrokeKind::Inside);
    let face = face::FOCUS_HELP;
    let inside = vec2(sheet.width() - 2.0 * GAP, face.leading);
    let name = words::of_step(&words::beat(beat, cx.catalogue, cx.design), words::STEP_NAME);
    let writing = Writing {
        id: name_id(at),
        goes: Goes::StepName(at),
        text: &beat.title,
        hint: words::STEP_NAME_HINT,
        name: &name,
        face,
        ink: if beat.skipped { cx.theme.muted } else { cx.theme.ink },
        one_line: true,
        exit: Some(tick_id(at)),
    };
    let inside = Rect::from_center_size(sheet.center(), inside);
    let written = writing.show_in(ui, cx.theme, sheet, inside, actions);
    if written.focused {
        ring::around(ui.painter(), cx.theme, sheet);
    }
}
