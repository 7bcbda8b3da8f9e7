//! The leader's screen: what the room sees, what is left of the time, private notes, what comes next, the order of play.
//! In the order of the glance: the time, the notes, what is next, the room, the list.
//!
//! - `head`, `foot`: over a rule, under another. - `seen`: the room's image, reduced and live, and what its last row cannot
//!   read. - `time`, `notes`, `list`: a column each, or one under the other in a small window.

mod foot;
mod head;
mod list;
mod notes;
mod seen;
mod time;

use egui::{
    Id, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use crate::intent::leading::{Lead, Leading};
use crate::intent::{Action, Actions};
use crate::text::leader as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::ring;
use crate::ui::reduced::Image;
use crate::ui::room::Shown;
use crate::ui::theme::{Face, face, line, space};
use crate::ui::type_setting as set;
use crate::ui::views::notice::Free;

pub use self::foot::{keeps, next_id};

/// What the leader's screen knows beside the design and the view.
pub struct Desk<'a> {
    /// What the room last saw.
    pub shown: &'a Shown,
    /// Minutes left of the beat.
    pub left: i64,
    /// The hour, in minutes of the day.
    pub minute: u32,
    /// When the workshop will end, in minutes of the day; when a timer runs.
    pub end: Option<u32>,
    /// The room's screen is not there any more.
    pub lost: bool,
    /// The room's image.
    pub image: Image,
}

/// All that the parts read.
#[derive(Clone, Copy)]
struct Part<'a> {
    cx: Cx<'a>,
    leading: &'a Leading,
    desk: &'a Desk<'a>,
}

const GUTTER: f32 = space::COLUMN;
const HEAD: f32 = 56.0;
const FOOT: f32 = 90.0;
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

/// Says to a screen reader what stands in `rect`.
fn said(ui: &Ui, id: Id, role: Role, rect: Rect, words: &str) {
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, words));
}

/// What a part is, and something at its right; gives where the part starts.
fn label(ui: &Ui, part: Part, words: &str, right: &str, rect: Rect) -> f32 {
    let theme = part.cx.theme;
    let own = set::first_line(ui, words, face::STRONG, theme.muted, rect.width());
    let at = set::paint(ui, rect.min, &own);
    said(ui, Id::unique(("leader", words)), Role::Label, at, words);
    let room = rect.width() - own.size().x - 12.0;
    if !right.is_empty() && set::width(ui, right, face::BODY) <= room {
        let galley = set::set(ui, right, face::BODY, theme.muted, f32::INFINITY);
        set::paint(ui, pos2(rect.right() - galley.size().x, rect.top()), &galley);
    }
    at.bottom() + 6.0
}

/// A button that says its key: « Suivant  Page suiv. ».
fn keyed(
    ui: &mut Ui,
    part: Part,
    rect: Rect,
    id: Id,
    (words, key): (&str, &str),
    rank: Rank,
) -> bool {
    let theme = part.cx.theme;
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    ring::follow(ui, &response);
    button::paint(ui, theme, rect, "", rank, super::super::components::Look::of(&response));
    let ink = if rank == Rank::Primary { theme.paper } else { theme.ink };
    let own = fitted(ui, words, rect.width() - 12.0);
    let words = set::set(ui, words, own, ink, f32::INFINITY);
    let key = set::set(
        ui,
        key,
        face::CAPTION,
        if rank == Rank::Primary { ink } else { theme.muted },
        f32::INFINITY,
    );
    let both = words.size().x + 10.0 + key.size().x;
    let whole = key.size().x > 0.0 && both + 16.0 <= rect.width();
    let width = if whole { both } else { words.size().x };
    let left = rect.center().x - width / 2.0;
    let at = set::paint(ui, pos2(left, rect.center().y - words.size().y / 2.0), &words);
    if whole {
        set::paint(ui, pos2(at.right() + 10.0, rect.center().y - key.size().y / 2.0), &key);
    }
    response.clicked()
}

/// The largest of the usual faces in which `words` hold on one line.
fn fitted(ui: &Ui, words: &str, width: f32) -> Face {
    let faces = [face::ZONE, face::STRONG, face::STRONG_CAPTION];
    let holds = |face: &&Face| set::width(ui, words, **face) <= width;
    faces.iter().find(holds).copied().unwrap_or(face::STRONG_CAPTION)
}

/// The edge of something framed.
fn frame(ui: &Ui, part: Part, rect: Rect, strong: bool) {
    let width = if strong { line::RULE } else { line::THIN };
    let colour = if strong { part.cx.theme.ink } else { part.cx.theme.line };
    let radius = f32::from(space::RADIUS);
    ui.painter().rect_stroke(rect, radius, Stroke::new(width, colour), egui::StrokeKind::Inside);
}
