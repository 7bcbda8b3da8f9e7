//! Every focus shares a frame: the zone's head in large, the way along and back, where one is, and the pages of what
//! does not fit.

use std::fmt::Debug;
use std::hash::Hash;

use egui::accesskit::Live;
use egui::{Color32, Context, Id, Pos2, Rect, Role, ScrollArea, Sense, Stroke, Ui, Vec2};
use egui::{UiBuilder, WidgetInfo, pos2, vec2};

use super::breaks::{self, Breaks};
use super::pages::{Pages, followed, keep, more, pages};
pub use super::pages::{offset, show_from, show_from_in, turn, turn_in};
use super::standing_head;
use crate::intent::leading::Side;
use crate::intent::view::Focus;
use crate::intent::{Action, Actions, Command};
use crate::model::place::{Nth, Place};
use crate::text::{
    around, check, focus as words, labs as lab_words, leader, printing, room, values,
};
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::components::dots::Dots;
use crate::ui::components::ring;
use crate::ui::theme::{face, line, space};
use crate::ui::type_setting as set;
use crate::ui::views::free::Free;

/// The keyboard's target on the way back.
pub fn back_id() -> Id {
    Id::unique("back")
}

/// The margin at the edges: less when the window is narrow.
pub fn edge(width: f32) -> f32 {
    if width < space::BESIDE { space::EDGE } else { space::FOCUS_EDGE }
}

/// By how much what is spread over a step may be larger than usual: a taller window is not left half empty.
pub fn larger(room: Rect) -> f32 {
    /// The height of the room of a step in a window of 1280×720.
    const USUAL: f32 = 560.0;
    (room.height() / USUAL).clamp(1.0, 2.0)
}

/// Under this height (points) the head and the foot give their room to what one looks at.
const LOW: f32 = 420.0;

/// Whether the window is too low for a head and a foot in large.
pub fn is_low(window: Rect) -> bool {
    window.height() < LOW
}

/// What stands at the top of a focus.
pub struct Head<'a> {
    pub title: &'a str,
    pub hue: Color32,
    /// « axe 2 sur 5 »
    pub rank: &'a str,
}

/// Shows a focus: its head, what `add` shows in the room between, its foot.
pub fn show(
    ui: &mut Ui,
    cx: Cx,
    focus: &Focus,
    actions: &mut Actions,
    add: impl FnOnce(&mut Ui, Rect, &mut Actions),
) {
    let hue = focus.zone().map_or(cx.theme.ink, |zone| cx.theme.zone(zone));
    let window = ui.max_rect();
    let inner = window.shrink2(vec2(edge(window.width()), 0.0));
    let low = is_low(window);
    let (title, rank) = (title(cx, focus), rank(ui, cx, focus, inner.width()));
    // What is answered now will not stay: every page says it.
    let rehearses = cx.view.leading.as_ref().is_some_and(|leading| leading.is_rehearsal());
    let marked = [rank.as_str(), if rehearses { room::REHEARSAL } else { "" }];
    let marked: Vec<&str> = marked.into_iter().filter(|part| !part.is_empty()).collect();
    let rank = marked.join(values::DOT);
    let top = head(ui, cx, &Head { title, hue, rank: &rank }, inner, low);
    let foot_height = if low { 50.0 } else { 72.0 };
    let foot = Rect::from_min_max(pos2(inner.left(), window.bottom() - foot_height), inner.max);
    let room = Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), foot.top()));
    add(ui, room, actions);
    self::foot(ui, cx, focus, foot, low, actions);
}

fn title<'a>(cx: Cx<'a>, focus: &Focus) -> &'a str {
    match focus {
        Focus::Help(page) => page.title(),
        Focus::Placing(_) => lab_words::PLACE_TITLE,
        Focus::SideBySide => lab_words::SIDE_BY_SIDE,
        Focus::Workshop(_) => around::WORKSHOP,
        Focus::NextSteps => around::NEXT_STEPS,
        Focus::Standing => around::STANDING,
        Focus::Paper => printing::TITLE,
        Focus::Order => leader::ORDER_TITLE,
        Focus::Check => check::TITLE,
        _ => focus.zone().map_or("", |zone| cx.catalogue.step_title(zone)),
    }
}

/// What the way back says, and so what Escape does.
fn back<'a>(cx: Cx<'a>, focus: &Focus) -> &'a str {
    match cx.view.trail.last().and_then(|behind| behind.focus.as_ref()) {
        None if cx.view.leading.is_some() => words::BACK_TO_ROOM,
        None => words::BACK,
        Some(Focus::At(Place::Card(_))) => words::BACK_TO_CARD,
        Some(Focus::Compare(_) | Focus::SideBySide) => lab_words::BACK_TO_COMPARISON,
        Some(step) if focus.is_around() && !step.is_around() => around::BACK_TO_STEP,
        Some(_) => lab_words::BACK,
    }
}

fn rank(ui: &Ui, cx: Cx, focus: &Focus, width: f32) -> String {
    let Nth { at, of } = focus.rank(cx.catalogue, cx.design);
    match (focus, focus.zone()) {
        (Focus::Placing(_), _) => words::lab_rank(at, of),
        (Focus::Compare(_), _) => words::field_rank(at, of),
        (Focus::Help(_), _) => words::page_rank(at, of),
        (Focus::Workshop(_), _) if !cx.design.workshops.is_empty() => around::workshop_rank(at, of),
        (Focus::Standing, _) => standing_head::of(ui, cx, width),
        (Focus::SideBySide, _) | (_, None) => String::new(),
        (_, Some(zone)) => words::rank(zone, at, of),
    }
}

/// The zone's title and where one is, over a rule; gives where what follows starts.
fn head(ui: &Ui, cx: Cx, head: &Head, inner: Rect, low: bool) -> f32 {
    let Head { title, hue, rank } = *head;
    let (title_face, rank_face) = if low {
        (face::FOCUS_CAPTION, face::FOCUS_HELP)
    } else {
        (face::FOCUS_ZONE, face::FOCUS_COUNT)
    };
    let rank_words = set::set(ui, rank, rank_face, cx.theme.muted, inner.width());
    let beside = set::width(ui, title, title_face) + 24.0 + rank_words.size().x <= inner.width();
    let words = set::set(ui, title, title_face, hue, inner.width());
    let at = pos2(inner.left(), inner.top() + if low { 8.0 } else { 24.0 });
    let rect = set::paint(ui, at, &words);
    let rank_at =
        if beside { pos2(inner.right() - rank_words.size().x, at.y) } else { rect.left_bottom() };
    let bottom = rect.bottom().max(set::paint(ui, rank_at, &rank_words).bottom());
    let rule = bottom + if low { 4.0 } else { 12.0 };
    ui.painter().hline(inner.x_range(), rule, Stroke::new(4.0, hue));
    let whole = Rect::from_min_max(at, pos2(inner.right(), rule));
    let response = ui.interact(whole, Id::unique("focus-head"), Sense::hover());
    let parts = [title, rank].into_iter().filter(|part| !part.is_empty());
    let said = parts.collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &said));
    // Said when the focus opens, and at each page.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    rule + if low { 8.0 } else { 20.0 }
}

/// Where one is, and the ways along and back; projected, the keys alone lead on.
fn foot(ui: &mut Ui, cx: Cx, focus: &Focus, foot: Rect, low: bool, actions: &mut Actions) {
    let left = if cx.projected() { foot.right() } else { ways(ui, cx, focus, foot, actions) };
    let mut room = foot;
    room.max.x = left - space::COLUMN;
    let key = ring::of_window(ui.ctx(), FREE);
    ui.data_mut(|data| data.insert_temp(key, room));
    if more(ui.ctx()) {
        // With a screen of its own, the room is what the page keys turn.
        let keys = !cx.view.is_private() || cx.view.projecting();
        let named = cx.side == Side::Desk && keys;
        let whole = named && set::width(ui, words::MORE_PAGES, face::FOCUS_HELP) <= room.width();
        let words = if whole { words::MORE_PAGES } else { words::MORE };
        let galley = set::first_line(ui, words, face::FOCUS_HELP, cx.theme.muted, room.width());
        let at = foot.left_center() - vec2(0.0, galley.size().y / 2.0);
        let rect = set::paint(ui, at, &galley);
        let response = ui.interact(rect, Id::unique("more-pages"), Sense::hover());
        let said = if keys { words::MORE_PAGES } else { words::MORE };
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
    } else if !low {
        dots(ui, cx, focus, room);
    }
}

const FREE: &str = "focus-free";

/// What is free at the foot of the page that shows, beside its ways.
pub fn free(ctx: &Context) -> Free {
    let key = ring::of_window(ctx, FREE);
    let beside = ctx.data(|data| data.get_temp::<Rect>(key));
    let beside = beside.unwrap_or(Rect::NOTHING);
    Free::Foot { beside, top: beside.top() }
}

/// Before, after, back; gives where they start.
fn ways(ui: &mut Ui, cx: Cx, focus: &Focus, foot: Rect, actions: &mut Actions) -> f32 {
    let neighbour = |by| focus.neighbour(cx.catalogue, cx.design, by).is_some();
    let back = back(cx, focus);
    let along = neighbour(-1) || neighbour(1);
    let mut all = Vec::new();
    if along {
        all.push((
            words::PREVIOUS,
            Id::unique("previous"),
            Some(Command::PreviousZone),
            neighbour(-1),
        ));
        // After the last step one looks at what came of all of them.
        let (words, command) = match neighbour(1) {
            true => (words::NEXT, Command::NextZone),
            false => (around::STANDING, Command::Standing),
        };
        all.push((words, Id::unique("next"), Some(command), true));
    }
    all.push((back, back_id(), None, true));
    let sizes: Vec<Vec2> = all.iter().map(|way| button::large_size(ui, way.0)).collect();
    let gaps = space::CELL * (all.len() - 1) as f32;
    let taken = sizes.iter().map(|size| size.x).sum::<f32>() + gaps;
    // On a window too narrow for all of them, the page keys still lead along.
    let said = set::width(ui, words::MORE_PAGES, face::FOCUS_HELP) + space::COLUMN;
    let beside = if more(ui.ctx()) { said } else { 0.0 };
    let skip = if taken + beside > foot.width() { all.len() - 1 } else { 0 };
    let shown: f32 = sizes[skip..].iter().map(|size| size.x + space::CELL).sum();
    let start = foot.right() + space::CELL - shown;
    let mut left = start;
    for ((words, id, command, enabled), size) in all.into_iter().zip(sizes).skip(skip) {
        let at = pos2(left, foot.center().y - size.y / 2.0);
        left += size.x + space::CELL;
        if !enabled {
            continue;
        }
        let rect = Rect::from_min_size(at, size);
        let response = button::place(ui, cx.theme, rect, id, words, Rank::Outlined);
        if response.clicked() {
            if command.is_none() {
                // A screen reader can press it while a text has the keyboard: back would only leave the text.
                response.request_focus();
            }
            actions.push(command.map_or(Action::Back, Action::Command));
        }
    }
    start
}

/// Dots, the current one stretched.
fn dots(ui: &Ui, cx: Cx, focus: &Focus, room: Rect) {
    let rank = focus.rank(cx.catalogue, cx.design);
    let hue = focus.zone().map_or(cx.theme.ink, |zone| cx.theme.zone(zone));
    let at = rank.at.saturating_sub(1);
    let (radius, gap, stretched, stroke) = (7.0, 14.0, 40.0, line::MARK);
    let dots = Dots { at, of: rank.of, hue, radius, gap, stretched, stroke };
    // Forty free fields do not fit: the words above say where one is.
    if rank.of >= 2 && dots.width() <= room.width() {
        dots.paint(ui.painter(), cx.theme, room.left_center());
    }
}

/// Shows what was laid out in `room`, `height` points high, page by page when it does not fit. `add` is told where the
/// room's corner now stands.
pub fn body(
    ui: &mut Ui,
    cx: Cx,
    salt: impl Hash + Debug,
    room: Rect,
    height: f32,
    add: impl FnOnce(&mut Ui, Pos2),
) {
    paged(ui, cx, salt, room, height, &Breaks::default(), add);
}

/// As [`body`], each page ending where `breaks` says that it can.
pub fn paged(
    ui: &mut Ui,
    cx: Cx,
    salt: impl Hash + Debug,
    room: Rect,
    height: f32,
    breaks: &Breaks,
    add: impl FnOnce(&mut Ui, Pos2),
) {
    let before = pages(ui.ctx());
    let of = Some(Id::unique(("pages-of", &salt)));
    // What comes in the place of something else comes from its beginning, wherever it was left.
    let asked = before.asked.or((before.of != of).then_some(0.0));
    if height <= room.height() + 0.5 {
        let pages = Pages { height, room: room.height(), ..Pages::default() };
        keep(ui.ctx(), pages);
        add(ui, room.min);
        followed(ui.ctx(), cx);
        return;
    }
    // A ring, or a handle at its pole, stands outside the room; what shows stands where it does when all of it holds.
    let edge = room.left() - ui.max_rect().left();
    let clip = room.expand2(vec2(edge, 0.0)).with_min_y(room.top() - ring::REACH);
    let starts = breaks.starts(height, room.height());
    let whole = breaks::whole(&starts, height, room.height());
    let mut area = ui.new_child(UiBuilder::new().max_rect(clip).id_salt("focus-body"));
    let mut scroll = ScrollArea::vertical().id_salt(salt).auto_shrink(false).animated(false);
    if let Some(to) = asked {
        scroll = scroll.vertical_scroll_offset(to);
    }
    if cx.projected() {
        scroll = scroll.scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
    }
    let shown = scroll.show(&mut area, |ui| {
        let origin = ui.max_rect().min + vec2(edge, ring::REACH);
        ui.allocate_exact_size(vec2(clip.width(), whole + ring::REACH), Sense::hover());
        whole_rows(ui, room, breaks, &starts, origin);
        add(ui, origin);
        followed(ui.ctx(), cx).map(|rect| rect.translate(-origin.to_vec2()))
    });
    let offset = shown.state.clamped_offset().y;
    // The room sees whole rows: what one goes to brings its page; so does, at the desk, what has the
    // keyboard on a page that opens.
    let moved = asked.is_some_and(|to| (to - offset).abs() >= 1.0);
    let snaps = (cx.projected() || moved) && !starts.is_empty();
    let asked = if snaps { breaks::snapped(&starts, before.offset, offset) } else { None };
    let page = |rect| breaks::page_of(&starts, rect, offset, room.height());
    let asked = shown.inner.and_then(page).or(asked);
    let now = Pages { offset, height: whole, room: room.height(), asked, starts, of };
    if now != pages(ui.ctx()) {
        // The foot has said what was true before.
        ui.ctx().request_repaint();
    }
    keep(ui.ctx(), now);
}

/// Opened or turned by the page keys, a page is whole; scrolled elsewhere, by the wheel or to a control that one
/// reaches, what is partly in the room shows in part.
fn whole_rows(ui: &mut Ui, room: Rect, breaks: &Breaks, starts: &[f32], origin: Pos2) {
    let offset = room.top() - origin.y;
    let Some(start) = starts.iter().find(|start| (*start - offset).abs() < 1.0) else { return };
    let clip = ui.clip_rect();
    let next = starts.iter().copied().find(|next| *next > start + 1.0);
    let end = breaks.end_before(next, clip.bottom() - ring::REACH - origin.y, offset);
    let bottom = end.map_or(clip.bottom(), |end| (origin.y + end).min(clip.bottom()));
    // The end of the row before has been read.
    let top = if *start > 0.0 { room.top() - 1.0 } else { clip.top() };
    ui.set_clip_rect(clip.with_min_y(top).with_max_y(bottom));
}
