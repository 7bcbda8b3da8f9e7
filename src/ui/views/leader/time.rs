//! This shows what is left of the time of this step, in whole minutes: large, and one block a minute, so that it is
//! counted without being read. It ends nothing.

use egui::{Id, Rect, Role, Stroke, StrokeKind, Ui, pos2, vec2};

use super::part::{Part, keyed, label, said};
use crate::intent::leading::{Clock, Lead};
use crate::intent::{Action, Actions};
use crate::text::leader as words;
use crate::ui::components::button::{self, Rank};
use crate::ui::theme::{face, line};
use crate::ui::type_setting as set;

/// More minutes than this have a block for five.
const MOST_BLOCKS: u16 = 30;
const BLOCK: f32 = 14.0;

/// Shows it at the top of `column`; gives where it ends.
pub fn show(ui: &mut Ui, part: Part, column: Rect, actions: &mut Actions) -> f32 {
    let Part { cx, leading, desk } = part;
    let theme = cx.theme;
    let planned = words::planned(leading.minutes());
    let top = label(ui, part, words::LEFT, &planned, column);
    let beside = buttons(ui, part, column.with_min_y(top), actions);
    let given = leading.timer.given(leading.minutes());
    let digits = desk.left.to_string().replace('-', "\u{2212}");
    let room = beside - column.left() - 10.0;
    let unit = set::set(ui, words::MIN, face::TIME_UNIT, theme.ink, f32::INFINITY);
    let faces = [face::TIME, face::POLE, face::FOCUS_TITLE];
    // Two digits keep the size of one: the unit gives way first.
    let wide = set::width(ui, &digits, face::TIME) + unit.size().x + 14.0 > room;
    let unit = if wide {
        set::set(ui, words::MIN, face::FOCUS_BODY.strong(), theme.ink, f32::INFINITY)
    } else {
        unit
    };
    let large = set::fitted(ui, &digits, &faces, room - unit.size().x - 8.0);
    let digits = set::set(ui, &digits, large, theme.ink, f32::INFINITY);
    let at = set::paint(ui, pos2(column.left(), top - 8.0), &digits);
    let baseline = at.bottom() - large.size * 0.2;
    let beside = if wide { 8.0 } else { 14.0 };
    set::paint(ui, pos2(at.right() + beside, baseline - unit.size().y * 0.78), &unit);
    let whole = Rect::from_min_size(at.min, vec2(room, face::TIME.leading));
    said(ui, Id::unique("leader-time"), Role::Timer, whole, &words::time_said(desk.left, given));
    let top = top + face::TIME.leading - 12.0;
    blocks(ui, part, Rect::from_min_size(pos2(column.left(), top), vec2(column.width(), BLOCK)));
    let end = match desk.end {
        Some(end) => words::end(end, leading.planned_end),
        None => words::STOPPED.to_owned(),
    };
    let galley = set::first_line(ui, &end, face::BODY, theme.muted, column.width());
    let end = set::paint(ui, pos2(column.left(), top + BLOCK + 10.0), &galley);
    said(ui, Id::unique("leader-end"), Role::Label, end, galley.text());
    end.bottom()
}

/// More time, start or stop, and whether the room sees it; gives where they start.
fn buttons(ui: &mut Ui, part: Part, room: Rect, actions: &mut Actions) -> f32 {
    let timer = &part.leading.timer;
    let theme = part.cx.theme;
    let toggle = if timer.runs() { words::STOP } else { words::START };
    let seen = if timer.shown { words::HIDE_TIME } else { words::SHOW_TIME };
    let right = room.right();
    let width = 106.0_f32.min(room.width() * 0.3);
    let y = room.top() + 8.0;
    let second = Rect::from_min_size(pos2(right - width, y), vec2(width, 48.0));
    let first = Rect::from_min_size(pos2(second.left() - 94.0, y), vec2(84.0, 48.0));
    let rank = if timer.runs() { Rank::Outlined } else { Rank::Primary };
    if keyed(ui, part, first, Id::unique("more-time"), (words::MORE, ""), Rank::Outlined) {
        actions.push(Action::Lead(Lead::Timer(Clock::More(5))));
    }
    if keyed(ui, part, second, Id::unique("timer"), (toggle, ""), rank) {
        actions.push(Action::Lead(Lead::Timer(Clock::Toggle)));
    }
    let at = pos2(right, second.bottom() + 18.0);
    if button::quiet(ui, theme, at, true, Id::unique("time-seen"), seen).clicked() {
        actions.push(Action::Lead(Lead::Timer(Clock::Show(!timer.shown))));
    }
    first.left()
}

/// Those left are full, those gone are empty.
fn blocks(ui: &Ui, part: Part, rect: Rect) {
    let theme = part.cx.theme;
    let given = part.leading.timer.given(part.leading.minutes());
    let of = if given > MOST_BLOCKS { 5 } else { 1 };
    let count = given.div_ceil(of);
    if count == 0 {
        return;
    }
    let left = (part.desk.left.max(0) + i64::from(of) - 1) / i64::from(of);
    let gap = if count > 12 { 3.0 } else { 6.0 };
    let width = (rect.width() - gap * f32::from(count - 1)) / f32::from(count);
    for index in 0..count {
        let at = rect.min + vec2(f32::from(index) * (width + gap), 0.0);
        let block = Rect::from_min_size(at, vec2(width, rect.height()));
        if i64::from(index) < left {
            ui.painter().rect_filled(block, 3.0, theme.ink);
        } else {
            let stroke = Stroke::new(line::MARK, theme.line);
            ui.painter().rect_stroke(block, 3.0, stroke, StrokeKind::Inside);
        }
    }
}
