//! The order of play, to be changed: how long each step lasts, whether it is played, and when.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::breaks::Breaks;
use super::frame;
use crate::intent::leading::{Lead, Ordered};
use crate::intent::view::Focus;
use crate::intent::{Action, Actions};
use crate::model::play::{Beat, Length, Play};
use crate::text::leader as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::{marks, ring};
use crate::ui::theme::{face, line, space};
use crate::ui::type_setting as set;

const ROW: f32 = 52.0;
const TOOL: f32 = space::FOCUS_TARGET;
const GAP: f32 = 8.0;
/// A figure and its two buttons.
const MINUTES: f32 = 2.0 * TOOL + 74.0;

/// What has the keyboard when it opens: nothing that replaces the order.
pub fn first_id() -> Id {
    Id::unique(("order-played", 0_usize))
}

pub fn show(ui: &mut Ui, cx: Cx, actions: &mut Actions) {
    frame::show(ui, cx, &Focus::Order, actions, |ui, room, actions| {
        let Some(play) = cx.play else { return };
        let top = head(ui, cx, play, room, actions);
        let body = room.with_min_y(top);
        let height = play.beats.len() as f32 * ROW;
        let breaks = Breaks::rows((1..=play.beats.len()).map(|row| row as f32 * ROW));
        frame::paged(ui, cx, "order", body, height, &breaks, |ui, origin| {
            for (at, beat) in play.beats.iter().enumerate() {
                let min = origin + vec2(0.0, at as f32 * ROW);
                let rect = Rect::from_min_size(min, vec2(body.width(), ROW));
                row(ui, cx, play, at, beat, rect, actions);
            }
        });
    });
}

/// How long it lasts in all, where it is kept, and the orders that are proposed; gives where the list starts.
fn head(ui: &mut Ui, cx: Cx, play: &Play, room: Rect, actions: &mut Actions) -> f32 {
    let total = words::in_all(play.minutes());
    let galley = set::set(ui, &total, face::FOCUS_ZONE, cx.theme.ink, room.width());
    let rect = set::paint(ui, room.min, &galley);
    heard(ui, "total", rect, &total);
    let low = frame::is_low(ui.max_rect());
    let mut top = rect.bottom() + 2.0;
    if !low {
        let why =
            set::balanced(ui, words::ORDER_WHY, face::FOCUS_HELP, cx.theme.muted, room.width());
        let rect = set::paint(ui, pos2(room.left(), top), &why);
        heard(ui, "why", rect, words::ORDER_WHY);
        top = rect.bottom() + 10.0;
    }
    let ways = [
        (words::TWO_HOURS, Id::unique("order-two-hours"), Ordered::Propose(Length::TwoHours)),
        (words::FORTY_MINUTES, Id::unique("order-forty"), Ordered::Propose(Length::FortyMinutes)),
        (words::EXPORT, Id::unique("order-export"), Ordered::Export),
        (words::IMPORT, Id::unique("order-import"), Ordered::Import),
    ];
    let mut at = pos2(room.left(), top);
    for (words, id, asked) in ways {
        let size = button::size_within(ui, words, room.width());
        if at.x + size.x > room.right() && at.x > room.left() {
            at = pos2(room.left(), at.y + size.y + GAP);
        }
        let rect = Rect::from_min_size(at, size);
        if button::place(ui, cx.theme, rect, id, words, Rank::Outlined).clicked() {
            actions.push(Action::Lead(Lead::Order(asked)));
        }
        at.x = rect.right() + GAP;
        top = rect.bottom();
    }
    top + 14.0
}

fn heard(ui: &Ui, name: &str, rect: Rect, words: &str) {
    let response = ui.interact(rect, Id::unique(("order-said", name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
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
    let theme = cx.theme;
    let name = words::scene(&beat.scene, cx.catalogue, cx.design);
    let middle = rect.center().y;
    let mut ask = |asked: Ordered| actions.push(Action::Lead(Lead::Order(asked)));
    let tool = |x: f32| Rect::from_center_size(pos2(x + TOOL / 2.0, middle), vec2(TOOL, TOOL));
    // Played or not.
    let box_at = tool(rect.left());
    let id = Id::unique(("order-played", at));
    let response = ui.interact(box_at, id, Sense::click());
    let played = words::of_step(&name, words::KEEP);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, !beat.skipped, &played));
    ring::follow(ui, &response);
    let tick = Rect::from_center_size(box_at.center(), vec2(24.0, 24.0));
    marks::tick_box(ui.painter(), theme, tick, !beat.skipped);
    if response.has_focus() {
        ring::around(ui.painter(), theme, tick);
    }
    if response.clicked() {
        ask(Ordered::Skip(at, !beat.skipped));
    }
    // Later, earlier.
    let down = tool(rect.right() - TOOL);
    let up = tool(down.left() - TOOL);
    for (rect, up, by, enabled) in
        [(up, true, -1, at > 0), (down, false, 1, at + 1 < play.beats.len())]
    {
        if !enabled {
            continue;
        }
        let what = if up { words::UP } else { words::DOWN };
        let id = Id::unique(("order-move", at, up));
        if pressed(ui, cx, rect, id, &words::of_step(&name, what), |ui, centre| {
            chevron(ui, cx, centre, up);
        }) {
            ask(Ordered::Shift(at, by));
        }
    }
    // The minutes, between their two buttons.
    let minutes =
        Rect::from_min_size(pos2(up.left() - GAP - MINUTES, rect.top()), vec2(MINUTES, ROW));
    let (less, more) = (tool(minutes.left()), tool(minutes.right() - TOOL));
    for (rect, plus, by) in [(less, false, -1), (more, true, 1)] {
        let what = if plus { words::MORE_MINUTE } else { words::LESS };
        let id = Id::unique(("order-minutes", at, plus));
        if pressed(ui, cx, rect, id, &words::of_step(&name, what), |ui, centre| {
            sign(ui, cx, centre, plus);
        }) {
            ask(Ordered::Minutes(at, by));
        }
    }
    let ink = if beat.skipped { theme.muted } else { theme.ink };
    let said = words::minutes(u32::from(beat.minutes));
    let galley = set::set(ui, &said, face::FOCUS_CAPTION, ink, f32::INFINITY);
    set::paint(ui, pos2(minutes.center().x, middle) - galley.size() / 2.0, &galley);
    let width = minutes.left() - box_at.right() - 2.0 * GAP;
    let whole = words::scene_in_full(&beat.scene, cx.catalogue, cx.design);
    let galley = set::first_line(ui, &whole, face::FOCUS_HELP, ink, width);
    let text = set::paint(ui, pos2(box_at.right() + GAP, middle - galley.size().y / 2.0), &galley);
    let state = if beat.skipped { words::SKIPPED } else { "" };
    let response = ui.interact(text, Id::unique(("order-name", at)), Sense::hover());
    let said = words::step_said(&whole, beat.minutes, state);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let hair = egui::Stroke::new(line::THIN, theme.hair);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, hair);
}

/// A small square button with a drawing in it.
fn pressed(
    ui: &mut Ui,
    cx: Cx,
    rect: Rect,
    id: Id,
    name: &str,
    draw: impl FnOnce(&Ui, egui::Pos2),
) -> bool {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    ring::follow(ui, &response);
    let plate = rect.shrink(3.0);
    let width = if response.hovered() { line::MARK } else { line::THIN };
    let stroke = egui::Stroke::new(width, cx.theme.line);
    let radius = f32::from(space::RADIUS);
    ui.painter().rect(plate, radius, cx.theme.cell, stroke, egui::StrokeKind::Inside);
    draw(ui, plate.center());
    if response.has_focus() {
        ring::around(ui.painter(), cx.theme, plate);
    }
    response.clicked()
}

fn sign(ui: &Ui, cx: Cx, centre: egui::Pos2, plus: bool) {
    let stroke = egui::Stroke::new(line::MARK, cx.theme.ink);
    ui.painter().hline(centre.x - 7.0..=centre.x + 7.0, centre.y, stroke);
    if plus {
        ui.painter().vline(centre.x, centre.y - 7.0..=centre.y + 7.0, stroke);
    }
}

fn chevron(ui: &Ui, cx: Cx, centre: egui::Pos2, up: bool) {
    let y = if up { -1.0 } else { 1.0 };
    let points = vec![
        centre + vec2(-7.0, -4.0 * y),
        centre + vec2(0.0, 4.0 * y),
        centre + vec2(7.0, -4.0 * y),
    ];
    let stroke = egui::Stroke::new(line::MARK, cx.theme.ink);
    ui.painter().add(egui::Shape::line(points, stroke));
}
