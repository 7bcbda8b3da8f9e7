//! The head of the order of play says how long it lasts in all and when it begins, where it is kept, and what is done
//! of it as a whole.

use std::sync::Arc;

use egui::{Galley, Id, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::ids::{GAP, TOOL};
use crate::intent::leading::{Lead, Leading, Ordered};
use crate::intent::{Action, Actions};
use crate::model::play::{Length, MOST_BEATS, Play};
use crate::text::leader as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::choice;
use crate::ui::components::stepper::{Stepper, Typed};
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;
use crate::ui::views::focus::frame;

/// « − 14 h 05 + »
const START: f32 = 2.0 * TOOL + 104.0;
/// One press changes the start by so many minutes.
const PRESS: u32 = 5;
const LAST: u32 = 24 * 60 - 1;
/// The hours whose figures are the widest, in minutes of the day.
const WIDE_HOURS: [u32; 3] = [20 * 60, 22 * 60 + 40, 20 * 60 + 44];

/// The head, laid out from the corner of its room.
pub struct Head {
    total: Arc<Galley>,
    /// Its label, and the hour with its buttons; a workshop that has begun began when it did.
    start: Option<(Rect, Rect)>,
    /// « Commencer maintenant », when an hour was chosen.
    now: Option<Rect>,
    why: Option<(Pos2, Arc<Galley>)>,
    ways: Vec<Rect>,
    begins: u32,
    pub height: f32,
}

/// What is done of the order as a whole.
fn ways(cx: Cx, play: &Play) -> Vec<(&'static str, &'static str, Ordered)> {
    let mut all = vec![
        (words::TWO_HOURS, "order-two-hours", Ordered::Propose(Length::TwoHours)),
        (words::FORTY_MINUTES, "order-forty", Ordered::Propose(Length::FortyMinutes)),
        (words::EXPORT, "order-export", Ordered::Export),
        (words::IMPORT, "order-import", Ordered::Import),
    ];
    if play.beats.len() < MOST_BEATS {
        all.insert(0, (words::ADD_STEP, "order-add", Ordered::Add(place(cx))));
    }
    all
}

/// Where a step is added: after the one that is played, else before all of them.
fn place(cx: Cx) -> usize {
    cx.view.leading.as_ref().filter(|it| it.has_begun()).map_or(0, |it| it.at + 1)
}

/// The label of the start and its hour, the button that forgets it, and where they end: beside the total when they hold
/// there.
fn starts(
    ui: &Ui,
    play: &Play,
    total: Vec2,
    width: f32,
) -> (Option<(Rect, Rect)>, Option<Rect>, f32) {
    let label = set::width(ui, words::BEGINS_AT, face::FOCUS_HELP);
    // The place of what forgets the hour is kept for it: the hour does not move under the pointer that changes it.
    let reset = button::large_size(ui, words::BEGINS_NOW).x;
    let needs = label + GAP + START + GAP + reset;
    let beside = total.x + space::COLUMN + needs <= width;
    let at = if beside { pos2(width - needs, 0.0) } else { pos2(0.0, total.y + 6.0) };
    let label = Rect::from_min_size(at, vec2(label, TOOL));
    let hour = Rect::from_min_size(label.right_top() + vec2(GAP, 0.0), vec2(START, TOOL));
    let after = |reset: f32| {
        let holds = hour.right() + GAP + reset <= width;
        let at =
            if holds { hour.right_top() + vec2(GAP, 0.0) } else { pos2(0.0, hour.bottom() + GAP) };
        Rect::from_min_size(at, vec2(reset.min(width), TOOL))
    };
    let now = after(reset);
    (Some((label, hour)), play.start.map(|_| now), now.bottom())
}

/// When the last of its steps ends: later than planned, once some have lasted longer.
fn ends_at(cx: Cx, play: &Play, begins: u32) -> u32 {
    let led = cx.view.leading.as_ref().is_some_and(Leading::has_begun);
    let mut steps = cx.hours.iter().zip(&play.beats).rev();
    let last = steps.find_map(|(hour, beat)| Some(hour.as_ref()? + u32::from(beat.minutes)));
    last.filter(|_| led).unwrap_or(begins + play.minutes())
}

impl Head {
    pub fn of(ui: &Ui, cx: Cx, play: &Play, room: Rect) -> Head {
        let first = cx.hours.iter().flatten().next().copied();
        let begins = first.unwrap_or_else(|| play.start.map_or(0, u32::from));
        let low = frame::is_low(ui.max_rect());
        let kind = if low { face::FOCUS_CAPTION } else { face::FOCUS_ZONE };
        let total = words::in_all(play.minutes(), begins, ends_at(cx, play, begins));
        let total = set::set(ui, &total, kind, cx.theme.ink, room.width());
        let asks = !cx.view.leading.as_ref().is_some_and(Leading::has_begun);
        // As wide as it can be, whatever the hour.
        let widest = |hour: u32| set::width(ui, &words::in_all(play.minutes(), hour, hour), kind);
        let widest = WIDE_HOURS.into_iter().map(widest).fold(total.size().x, f32::max);
        let size = vec2(widest, total.size().y);
        let (start, now, bottom) =
            if asks { starts(ui, play, size, room.width()) } else { (None, None, 0.0) };
        let mut top = bottom.max(total.size().y) + 6.0;
        let why = (!low).then(|| {
            let muted = cx.theme.muted;
            let why = set::balanced(ui, words::ORDER_WHY, face::FOCUS_HELP, muted, room.width());
            let at = pos2(0.0, top);
            top += why.size().y + 10.0;
            (at, why)
        });
        let sizes: Vec<Vec2> = ways(cx, play)
            .iter()
            .map(|(words, ..)| button::size_within(ui, words, room.width()))
            .collect();
        let row = Rect::from_min_size(pos2(0.0, top), vec2(room.width(), 0.0));
        let (ways, height) = choice::flow(row, &sizes);
        let height = top + height + 14.0;
        Head { total, start, now, why, ways, begins, height }
    }

    /// Where a page can end in it, from its top: under what is asked, under why, under each row of ways.
    pub fn ends(&self) -> Vec<f32> {
        let why = self.why.iter().flat_map(|(at, why)| [at.y, at.y + why.size().y]);
        let mut ends: Vec<f32> = why.chain(self.ways.iter().map(|way| way.bottom())).collect();
        ends.dedup();
        ends
    }

    pub fn show(&self, ui: &mut Ui, cx: Cx, play: &Play, at: Pos2, actions: &mut Actions) {
        let moved = at.to_vec2();
        let theme = cx.theme;
        let mut ask = |asked: Ordered| actions.push(Action::Lead(Lead::Order(asked)));
        let beside = self.start.is_some_and(|(_, hour)| hour.top() < self.total.size().y);
        let down = if beside { (TOOL - self.total.size().y).max(0.0) / 2.0 } else { 0.0 };
        let total = set::paint(ui, at + vec2(0.0, down), &self.total);
        heard(ui, "total", total, self.total.text());
        if let Some((label, hour)) = self.start {
            let (label, hour) = (label.translate(moved), hour.translate(moved));
            let galley =
                set::set(ui, words::BEGINS_AT, face::FOCUS_HELP, theme.muted, f32::INFINITY);
            set::paint(ui, pos2(label.left(), label.center().y - galley.size().y / 2.0), &galley);
            let stepper = Stepper {
                id: Id::unique("order-start"),
                name: words::BEGINS_AT,
                value: self.begins,
                step: PRESS,
                range: 0..=LAST,
                words: &words::hour(self.begins),
                face: face::FOCUS_CAPTION.strong(),
                typed: Typed::Hour,
            };
            if let Some(to) = stepper.show(ui, theme, hour) {
                ask(Ordered::Start(u16::try_from(to).ok()));
            }
        }
        if let Some(now) = self.now {
            let (rect, id) = (now.translate(moved), Id::unique("order-start-now"));
            if button::place(ui, theme, rect, id, words::BEGINS_NOW, Rank::Outlined).clicked() {
                ask(Ordered::Start(None));
            }
        }
        if let Some((at, why)) = &self.why {
            let rect = set::paint(ui, *at + moved, why);
            heard(ui, "why", rect, words::ORDER_WHY);
        }
        for ((words, id, asked), rect) in ways(cx, play).into_iter().zip(&self.ways) {
            let (rect, id) = (rect.translate(moved), Id::unique(id));
            if button::place(ui, theme, rect, id, words, Rank::Outlined).clicked() {
                ask(asked);
            }
        }
    }
}

fn heard(ui: &Ui, name: &str, rect: Rect, words: &str) {
    let response = ui.interact(rect, Id::unique(("order-said", name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}
