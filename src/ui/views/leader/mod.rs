//! The leader's screen shows what the room sees, what is left of the time, private notes, what comes next, the order of
//! play. In the order of the glance: the time, the notes, what is next, the room, the list.
//!
//! - `head`, `foot`: over a rule, under another. - `seen`: the room's image, reduced and live, and what its last row cannot
//!   read. - `write`: what can be written of the step. - `time`, `notes`, `list`: a column each, or one under the other in a small window.

mod foot;
mod head;
mod list;
mod notes;
mod part;
mod seen;
mod time;
mod write;

use egui::{Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::intent::leading::{Lead, Leading};
use crate::intent::{Action, Actions};
use crate::text::leader as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::room::Shown;
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;
use crate::ui::views::free::Free;

pub use self::foot::{keeps, next_id};
pub use self::part::Desk;
use self::part::{FOOT, Part, frame, keyed, said};

const GUTTER: f32 = space::COLUMN;
const HEAD: f32 = 56.0;

/// From this width on, there are three columns.
const WIDE: f32 = 900.0;
/// The columns of the direction, in parts.
const COLUMNS: [f32; 3] = [528.0, 396.0, 334.0];

/// Shows it in the whole of `ui`; gives what the room would see, had it no screen of its own.
pub fn show(ui: &mut Ui, cx: Cx, leading: &Leading, desk: &Desk, actions: &mut Actions) -> Shown {
    let part = Part { cx, leading, desk };
    let window = ui.available_rect_before_wrap();
    if leading.locked {
        locked(ui, cx, window, actions);
        return desk.shown.clone();
    }
    let inner = window.shrink2(vec2(space::EDGE, 0.0));
    if inner.width() < WIDE || window.height() < 520.0 {
        return stacked(ui, part, window, actions);
    }
    head::show(ui, part, Rect { max: pos2(inner.right(), inner.top() + HEAD), ..inner });
    let body = Rect::from_min_max(
        pos2(inner.left(), inner.top() + HEAD + 8.0),
        pos2(inner.right(), inner.bottom() - FOOT - 10.0),
    );
    let columns = columns(body);
    let shown = seen::show(ui, part, columns[0], actions);
    let under = time::show(ui, part, columns[1], actions);
    notes::show(ui, part, columns[1].with_min_y(under + 18.0), actions);
    list::show(ui, part, columns[2], actions);
    let foot = Rect::from_min_max(pos2(inner.left(), inner.bottom() - FOOT), inner.max);
    foot::show(ui, part, foot, &self::columns(foot), actions);
    shown
}

/// What is free at the foot of the screen, for a moment.
pub fn free(window: Rect) -> Free {
    Free::Foot { beside: foot::free(window), top: window.bottom() - FOOT }
}

fn columns(body: Rect) -> [Rect; 3] {
    let all: f32 = COLUMNS.iter().sum();
    let unit = (body.width() - 2.0 * GUTTER) / all;
    let mut left = body.left();
    COLUMNS.map(|part| {
        let column = Rect::from_min_size(pos2(left, body.top()), vec2(part * unit, body.height()));
        left = column.right() + GUTTER;
        column
    })
}

/// One under the other, on a page that scrolls: what one presses first.
fn stacked(ui: &mut Ui, part: Part, window: Rect, actions: &mut Actions) -> Shown {
    let mut area = ui.new_child(UiBuilder::new().max_rect(window).id_salt("leader"));
    let scroll = ScrollArea::vertical().id_salt("leader").auto_shrink(false).animated(false);
    scroll
        .show(&mut area, |ui| {
            let origin = ui.max_rect().min;
            let width = window.width() - 2.0 * space::EDGE;
            let mut rect = Rect::from_min_size(origin + vec2(space::EDGE, 0.0), vec2(width, HEAD));
            head::show(ui, part, rect);
            rect = rect.with_min_y(rect.bottom()).with_max_y(rect.bottom() + foot::LOW);
            foot::low(ui, part, rect, actions);
            let time = rect.with_min_y(rect.bottom()).with_max_y(f32::INFINITY);
            let top = time::show(ui, part, time, actions) + 14.0;
            let notes = time.with_min_y(top).with_max_y(top + 220.0);
            notes::show(ui, part, notes, actions);
            let top = notes.bottom() + 14.0;
            let height = seen::height(ui, part, width);
            let seen = notes.with_min_y(top).with_max_y(top + height);
            let shown = seen::show(ui, part, seen, actions);
            let top = seen.bottom() + 14.0;
            let height = list::height(ui, part, width);
            let list = seen.with_min_y(top).with_max_y(top + height);
            list::show(ui, part, list, actions);
            ui.allocate_exact_size(
                vec2(window.width(), list.bottom() - origin.y + 16.0),
                Sense::hover(),
            );
            shown
        })
        .inner
}

/// « Ne pas toucher »: large, on the screen of a computer left open.
fn locked(ui: &mut Ui, cx: Cx, window: Rect, actions: &mut Actions) {
    let theme = cx.theme;
    let width = window.width() - 2.0 * space::EDGE;
    let title = set::balanced(ui, words::LOCKED_TITLE, face::POLE, theme.ink, width);
    let more = set::balanced(ui, words::LOCKED_MORE, face::FOCUS_BODY, theme.muted, width);
    let size = button::size_within(ui, words::UNLOCK, width);
    let height = title.size().y + more.size().y + size.y + 40.0;
    let mut top = window.center().y - height / 2.0;
    let centred = |size: Vec2| window.center().x - size.x / 2.0;
    let rect = set::paint(ui, pos2(centred(title.size()), top), &title);
    said(ui, Id::unique("locked"), Role::Heading, rect, words::LOCKED_TITLE);
    top = rect.bottom() + 8.0;
    top = set::paint(ui, pos2(centred(more.size()), top), &more).bottom() + 32.0;
    let rect = Rect::from_min_size(pos2(centred(size), top), size);
    let id = Id::unique("unlock");
    if button::place(ui, theme, rect, id, words::UNLOCK, Rank::Outlined).clicked() {
        actions.push(Action::Lead(Lead::Lock(false)));
    }
}
