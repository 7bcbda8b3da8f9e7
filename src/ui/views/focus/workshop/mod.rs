//! One workshop shows its date, its place, who led it, who was there; the others are a key away.

mod date;
mod one;

use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use uuid::Uuid;

use self::one::{One, PARTS};
pub use self::one::{date_id, place_id};
use super::breaks::Breaks;
use super::frame;
use super::invitation::Invitation;
use crate::intent::view::Focus;
use crate::intent::{Action, Actions, Around};
use crate::model::{limits, lines};
use crate::text::around as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::choice::{self, Choice};
use crate::ui::components::large_text::{self, LargeText, ONE_LINE};
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;

const GAP: f32 = 16.0;
/// A label above a box.
const LABEL: f32 = 28.0;
/// What the place and the names of those who led take at most.
const MOST_LINES: usize = 3;
const LEAST_PEOPLE: f32 = 220.0;
/// From this width on, who was there stands beside the rest.
const BESIDE: f32 = 800.0;

/// The keyboard's target on what adds the first one.
pub fn first_id() -> Id {
    Id::unique("first-workshop")
}

pub fn show(ui: &mut Ui, cx: Cx, key: Option<Uuid>, actions: &mut Actions) {
    let low = frame::is_low(ui.max_rect());
    frame::show(ui, cx, &Focus::Workshop(key), actions, |ui, room, actions| {
        let Some(workshop) = key.and_then(|key| cx.design.workshop(key)) else {
            let invitation = Invitation {
                id: first_id(),
                what: words::NO_WORKSHOP,
                why: words::NO_WORKSHOP_WHY,
                way: words::FIRST_WORKSHOP,
            };
            if invitation.show(ui, cx, room, low) {
                actions.push(Action::Around(Around::AddWorkshop));
            }
            return;
        };
        let people = lines::join(&workshop.people);
        let one = One::of(cx, workshop, &people, low);
        let plan = Plan::of(ui, cx, &one, room);
        let texts = [plan.date, plan.place, plan.led_by, plan.people];
        let tops = plan.others.iter().chain(&plan.buttons).chain(&plan.full).copied();
        let breaks = Breaks::around(tops.chain(texts), room.top());
        frame::paged(
            ui,
            cx,
            ("workshop", workshop.key),
            room,
            plan.height,
            &breaks,
            |ui, origin| {
                let moved = origin - room.min;
                others(ui, cx, &one, &plan, moved, actions);
                date::show(ui, cx, &one, plan.date.translate(moved), actions);
                let boxes = [(0, plan.place), (1, plan.led_by), (2, plan.people)];
                for (part, rect) in boxes {
                    text(ui, cx, &one, part, rect.translate(moved), actions);
                }
            },
        );
    });
}

/// The workshop laid out; labels included.
struct Plan {
    /// The other workshops, by their dates, when all hold on a row.
    others: Vec<Rect>,
    /// What adds one, what removes this one; none while the room looks on.
    buttons: Vec<Rect>,
    /// Where another one can no longer be added, these words say so.
    full: Option<Rect>,
    date: Rect,
    place: Rect,
    led_by: Rect,
    people: Rect,
    height: f32,
}

impl Plan {
    fn of(ui: &Ui, cx: Cx, one: &One, room: Rect) -> Plan {
        let (others, buttons, full, bottom) = top(ui, cx, one, room);
        let top = if bottom > room.top() { bottom + GAP } else { room.top() };
        let beside = room.width() >= BESIDE;
        let half = (room.width() - space::COLUMN) / 2.0;
        let width = if beside { half } else { room.width() };
        let at = |top: f32, height: f32| {
            Rect::from_min_size(pos2(room.left(), top), vec2(width, LABEL + height))
        };
        let grown = |part: usize| {
            let writing = one.writing(cx, part, "");
            LargeText { writing, bar: None }.grown(ui, width, MOST_LINES)
        };
        let date = at(top, ONE_LINE + date::caption_height(ui, width));
        let place = at(date.bottom() + GAP, grown(0));
        let led_by = at(place.bottom() + GAP, grown(1));
        let people = if beside {
            let left = pos2(room.left() + half + space::COLUMN, top);
            let bottom = room.bottom().max(led_by.bottom()).max(top + LEAST_PEOPLE);
            Rect::from_min_max(left, pos2(room.right(), bottom))
        } else {
            let top = led_by.bottom() + GAP;
            let bottom = room.bottom().max(top + LEAST_PEOPLE);
            Rect::from_min_max(pos2(room.left(), top), pos2(room.right(), bottom))
        };
        let height = people.bottom().max(led_by.bottom()) - room.top();
        Plan { others, buttons, full, date, place, led_by, people, height }
    }
}

/// The other workshops at the left, what adds and removes at the right, on one row or two; gives where they end.
fn top(ui: &Ui, cx: Cx, one: &One, room: Rect) -> (Vec<Rect>, Vec<Rect>, Option<Rect>, f32) {
    let mut bottom = room.top();
    let mut buttons = Vec::new();
    let mut full = None;
    let mut right = room.right();
    if !cx.projected() {
        let add = can_add(cx).then_some(words::ADD_WORKSHOP);
        let ways = add.into_iter().chain([words::REMOVE_WORKSHOP]);
        let sizes: Vec<Vec2> = ways.map(|words| button::large_size(ui, words)).collect();
        let taken: f32 = sizes.iter().map(|size| size.x + space::CELL).sum();
        let mut left = (room.right() - taken + space::CELL).max(room.left());
        let mut top = room.top() + 4.0;
        right = left - space::COLUMN;
        for size in sizes {
            if left + size.x > room.right() + 0.5 && left > room.left() {
                (left, top) = (room.left(), top + size.y + space::CELL);
            }
            buttons.push(Rect::from_min_size(pos2(left, top), size));
            left += size.x + space::CELL;
            bottom = top + size.y;
        }
        if add.is_none() {
            let size = vec2((right - room.left()).max(0.0), button::LARGE_HEIGHT);
            full = Some(Rect::from_min_size(pos2(room.left(), room.top() + 4.0), size));
        }
    }
    let mut others = Vec::new();
    if one.order.len() > 1 && full.is_none() {
        let all = one.order.iter().map(|workshop| words::date(workshop));
        let sizes: Vec<Vec2> = all.map(|words| choice::size(ui, &words, false)).collect();
        let row = Rect::from_min_max(room.min, pos2(right, room.bottom()));
        let taken: f32 = sizes.iter().map(|size| size.x + space::CELL).sum();
        // Too many for a row: their rank says where one is, the page keys lead along.
        if taken - space::CELL <= row.width() {
            others = choice::flow(row, &sizes).0;
            bottom = bottom.max(room.top() + choice::HEIGHT);
        }
    }
    (others, buttons, full, bottom)
}

fn can_add(cx: Cx) -> bool {
    cx.design.workshops.len() < limits::LIST
}

fn others(ui: &mut Ui, cx: Cx, one: &One, plan: &Plan, moved: Vec2, actions: &mut Actions) {
    for (other, rect) in one.order.iter().zip(&plan.others) {
        let words = words::date(other);
        let id = Id::unique(("workshop", other.key));
        let chosen = other.key == one.workshop.key;
        let choice = Choice { id, words: &words, chosen, many: false };
        if choice.show(ui, cx.theme, rect.translate(moved), None).clicked() {
            actions.push(Action::Open(Focus::Workshop(Some(other.key))));
        }
    }
    if let Some(rect) = plan.full {
        let rect = rect.translate(moved);
        let said = words::most_workshops(limits::LIST);
        let galley = set::first_line(ui, &said, face::FOCUS_HELP, cx.theme.muted, rect.width());
        let at = rect.left_center() - vec2(0.0, galley.size().y / 2.0);
        let response = ui.interact(set::paint(ui, at, &galley), Id::unique("full"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    }
    let add = can_add(cx).then_some((words::ADD_WORKSHOP, Around::AddWorkshop));
    let remove = (words::REMOVE_WORKSHOP, Around::RemoveWorkshop(one.workshop.key));
    for ((words, asked), rect) in add.into_iter().chain([remove]).zip(&plan.buttons) {
        let id = Id::unique(("workshop-way", words));
        let rect = rect.translate(moved);
        if button::place(ui, cx.theme, rect, id, words, Rank::Outlined).clicked() {
            actions.push(Action::Around(asked));
        }
    }
}

fn text(ui: &mut Ui, cx: Cx, one: &One, part: usize, rect: Rect, actions: &mut Actions) {
    let label = PARTS[part].0;
    let top = large_text::label(ui, label, cx.theme.ink, rect);
    let name = one.name(label);
    let writing = one.writing(cx, part, &name);
    let rect = Rect::from_min_max(pos2(rect.left(), top), rect.max);
    LargeText { writing, bar: None }.show(ui, cx.theme, rect, actions);
}
