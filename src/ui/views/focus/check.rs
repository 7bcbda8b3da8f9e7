//! « Vérifier ce poste » is one list of plain sentences, each with what to do.

use std::sync::Arc;

use egui::{Galley, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::breaks::Breaks;
use super::frame;
use crate::intent::check::{Check, State};
use crate::intent::view::Focus;
use crate::intent::{Actions, Command};
use crate::text::check as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::marks;
use crate::ui::theme::{Face, face, line, space};
use crate::ui::type_setting as set;

const MARK: f32 = 46.0;
const GAP: f32 = 22.0;
const RADIUS: f32 = 15.0;

/// What has the keyboard once it has been looked at.
pub fn again_id() -> Id {
    Id::unique("check-again")
}

/// The first thing to be done of what was found: it has the keyboard, and the page shows from there.
pub fn first_id(checks: &[Check]) -> Option<Id> {
    checks.iter().position(|check| check.way.is_some()).map(way_id)
}

fn way_id(at: usize) -> Id {
    Id::unique(("check-way", at))
}

pub fn show(ui: &mut Ui, cx: Cx, actions: &mut Actions) {
    frame::show(ui, cx, &Focus::Check, actions, |ui, room, actions| {
        let Some(checks) = &cx.view.checks else {
            let looking =
                set::set(ui, words::LOOKING, face::FOCUS_BODY, cx.theme.muted, room.width());
            set::paint(ui, room.min, &looking);
            return;
        };
        let all: Vec<Row> = checks.iter().map(|check| Row::of(ui, cx, check, room)).collect();
        let size = button::size_within(ui, words::AGAIN, room.width());
        let height = all.iter().map(|row| row.height + GAP).sum::<f32>() + size.y;
        let ends = all.iter().scan(0.0, |end, row| {
            *end += row.height + GAP;
            Some(*end - GAP / 2.0)
        });
        let breaks = Breaks::rows(ends.chain([height]));
        frame::paged(ui, cx, "check", room, height, &breaks, |ui, origin| {
            let mut top = origin.y;
            for (at, row) in all.iter().enumerate() {
                row.show(ui, cx, at, pos2(origin.x, top), room.width(), actions);
                top += row.height + GAP;
            }
            let rect = Rect::from_min_size(pos2(origin.x + MARK, top), size);
            let again = button::place(ui, cx.theme, rect, again_id(), words::AGAIN, Rank::Outlined);
            if again.clicked() {
                actions.command(Command::Check);
            }
        });
    });
}

/// A check laid out.
struct Row<'a> {
    check: &'a Check,
    what: Arc<Galley>,
    next: Option<Arc<Galley>>,
    /// The button stands beside the words, or under them.
    beside: bool,
    height: f32,
}

fn sizes(low: bool) -> (Face, Face) {
    if low { (face::FOCUS_CAPTION, face::FOCUS_HELP) } else { (face::FOCUS_BODY, face::FOCUS_HELP) }
}

impl<'a> Row<'a> {
    fn of(ui: &Ui, cx: Cx, check: &'a Check, room: Rect) -> Row<'a> {
        let (what, next) = sizes(frame::is_low(ui.max_rect()));
        let way = check.way.as_ref().map(|(words, _)| button::large_size(ui, words).x);
        let beside = room.width() > space::BESIDE;
        let width = room.width() - MARK - way.filter(|_| beside).map_or(0.0, |way| way + 28.0);
        let what = set::set(ui, &check.what, what, cx.theme.ink, width);
        let next = (!check.next.is_empty())
            .then(|| set::set(ui, &check.next, next, cx.theme.muted, width));
        let mut height = what.size().y + next.as_ref().map_or(0.0, |next| next.size().y + 2.0);
        if way.is_some() {
            height = if beside {
                height.max(button::LARGE_HEIGHT)
            } else {
                height + 8.0 + button::LARGE_HEIGHT
            };
        }
        Row { check, what, next, beside, height }
    }

    fn show(
        &self,
        ui: &mut Ui,
        cx: Cx,
        at: usize,
        origin: egui::Pos2,
        width: f32,
        actions: &mut Actions,
    ) {
        let first = self.what.rows.first().map_or(0.0, |row| row.rect().center().y);
        mark(ui, cx, self.check.state, origin + vec2(RADIUS + 2.0, first));
        let left = origin.x + MARK;
        let mut text = set::paint(ui, pos2(left, origin.y), &self.what);
        if let Some(next) = &self.next {
            text = text.union(set::paint(ui, pos2(left, text.bottom() + 2.0), next));
        }
        let response = ui.interact(text, Id::unique(("check", at)), Sense::hover());
        let said = [self.check.what.as_str(), &self.check.next].join(" ");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.trim()));
        let Some((words, action)) = &self.check.way else { return };
        let size = button::large_size(ui, words);
        let at_button = if self.beside {
            pos2(origin.x + width - size.x, origin.y)
        } else {
            pos2(left, text.bottom() + 8.0)
        };
        let rect = Rect::from_min_size(at_button, size);
        if button::place(ui, cx.theme, rect, way_id(at), words, Rank::Outlined).clicked() {
            actions.push(action.clone());
        }
    }
}

/// A tick, a ring, a cross: shapes, not colours.
fn mark(ui: &Ui, cx: Cx, state: State, centre: egui::Pos2) {
    let ink = cx.theme.ink;
    match state {
        State::Good => {
            ui.painter().circle_filled(centre, RADIUS, ink);
            marks::tick(ui.painter(), centre, RADIUS * 2.0, cx.theme.paper);
        }
        State::Known => {
            ui.painter().circle_stroke(centre, RADIUS - 1.0, egui::Stroke::new(line::MARK, ink));
            ui.painter().circle_filled(centre, 3.5, ink);
        }
        State::Bad => {
            let stroke = egui::Stroke::new(4.0, ink);
            let arm = RADIUS * 0.7;
            ui.painter().line_segment([centre - vec2(arm, arm), centre + vec2(arm, arm)], stroke);
            ui.painter().line_segment([centre + vec2(-arm, arm), centre + vec2(arm, -arm)], stroke);
        }
    }
}
