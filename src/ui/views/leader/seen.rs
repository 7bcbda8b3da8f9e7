//! The leader sees the image of the room, reduced and live; what its last row cannot read, with three ways out; and
//! what comes next.

use std::sync::Arc;

use egui::{
    Align2, Color32, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::part::{Part, frame, label, said};
use super::write;
use crate::intent::leading::{Lead, Leading, Onward, Pointer, Side};
use crate::intent::{Action, Actions, Command};
use crate::model::Design;
use crate::model::edit::Target;
use crate::model::play::Play;
use crate::model::room::Room;
use crate::text::measures;
use crate::text::{check, leader as words, room as room_words};
use crate::ui::components::button::Rank;
use crate::ui::reduced::Reduced;
use crate::ui::room::{self, Shown, Stage};
use crate::ui::theme::{face, line, space};
use crate::ui::type_setting as set;

const PAD: f32 = 16.0;
const GAP: f32 = 10.0;
/// What comes next: its picture.
const NEXT: f32 = 96.0;

/// The height that it needs at `width`, without a warning that may come.
pub fn height(ui: &Ui, part: Part, width: f32) -> f32 {
    let image = width * ratio(part);
    let warned = warning(part).map_or(0.0, |warning| plate(ui, &warning, width).0 + GAP);
    face::STRONG.leading + 6.0 + image + write::height(part) + warned + NEXT + 2.0 * PAD
}

fn ratio(part: Part) -> f32 {
    let image = part.desk.image.size;
    (image.y / image.x.max(1.0)).clamp(0.4, 0.8)
}

/// The room's own image, as large as `place` holds: what it is shown on, and where.
fn reduced(part: Part, name: &str, place: Rect) -> Reduced {
    let of = part.desk.image;
    let size = of.size * of.scale_in(place.size());
    let place = Align2::CENTER_CENTER.align_size_within_rect(size, place);
    Reduced { name: Id::unique(("reduced", name)), of, place }
}

pub fn show(ui: &mut Ui, part: Part, column: Rect, actions: &mut Actions) -> Shown {
    let Part { cx, leading, desk } = part;
    let name = match (desk.lost, leading.apart().is_some()) {
        (true, _) => words::WILL_SEE,
        (_, true) => words::SEEN,
        _ => words::STEP,
    };
    let top = label(ui, part, name, "", column);
    let warning = warning(part);
    let warned = warning.as_ref().map_or(0.0, |warning| plate(ui, warning, column.width()).0 + GAP);
    // What comes next gives way before the image does: it is seen at one size, whatever is said under it.
    let rest = column.bottom() - top - write::height(part) - warned - PAD;
    let width = column.width().min(rest.max(140.0) / ratio(part));
    let image = Rect::from_min_size(pos2(column.left(), top), vec2(width, width * ratio(part)));
    let inside = image.shrink(line::MARK);
    ui.painter().rect_filled(inside, 0.0, cx.theme.paper);
    let reduced = self::reduced(part, "seen", inside);
    let scale = reduced.scale();
    let shown = reduced.show(ui, |ui| {
        let mut stage = Stage::of(cx, leading, ui.max_rect(), Side::Desk);
        stage.live = leading.is_live();
        stage.left = leading.timer.shown.then_some(desk.left);
        (stage.small, stage.scale) = (&desk.shown.small, scale);
        stage.scrolled = desk.shown.scrolled;
        room::show(ui, &stage, actions)
    });
    let edge = Stroke::new(line::MARK, cx.theme.ink);
    ui.painter().rect_stroke(image, 0.0, edge, StrokeKind::Inside);
    let mut top = image.bottom() + GAP + 4.0;
    top += write::show(ui, part, column.with_min_y(top), actions);
    if let Some(warning) = warning {
        top = warn(ui, part, &warning, column.with_min_y(top), actions) + GAP;
    }
    let next = Rect::from_min_max(pos2(column.left(), top + 4.0), column.max);
    self::next(ui, part, next, actions);
    shown
}

/// Something to know of what the room sees, and what to do of it.
struct Warning {
    title: String,
    more: String,
    ways: Vec<(&'static str, Action)>,
}

fn warning(part: Part) -> Option<Warning> {
    let Part { leading, desk, .. } = part;
    if desk.lost {
        return Some(Warning {
            title: words::SCREEN_LOST.into(),
            more: words::lost(leading.apart().unwrap_or_default()).next,
            ways: vec![(words::PROJECT_HERE, Action::Lead(Lead::Here))],
        });
    }
    if let Some(target) = &leading.alone {
        return Some(Warning {
            title: words::shown_alone(target),
            more: String::new(),
            ways: vec![(words::ALONE_OFF, Action::Lead(Lead::Alone(target.clone())))],
        });
    }
    if let Some(small) = desk.shown.small.first() {
        let reach = (leading.room.reach(small.size) * 100.0).round().max(0.0) as u32;
        let mut more = words::reach(reach, leading.room.distance, leading.measured);
        let others = desk.shown.small.len() - 1;
        if others > 0 {
            more = [more, words::and_others(others)].join(" ");
        }
        let target = &small.target;
        return Some(Warning {
            title: words::unreadable(target),
            more,
            ways: vec![
                (words::ALONE, Action::Lead(Lead::Alone(target.clone()))),
                (words::SHORTEN, Action::Lead(Lead::Write(target.clone()))),
                (words::ON_NEXT_PAGE, Action::Lead(Lead::Page(target.clone()))),
            ],
        });
    }
    if let Some(page) = desk.shown.named {
        return Some(Warning {
            title: room_words::LONG_NAME.into(),
            more: room_words::whole_name_on(page + 1),
            ways: Vec::new(),
        });
    }
    leading.room.is_too_far().then(|| Warning {
        title: measures::heights(leading.room.heights()),
        more: room_words::verdict(&leading.room),
        ways: vec![(check::MEASURE, Action::Command(Command::Measure))],
    })
}

/// The height of a warning, and how many of its ways stand on a row.
fn plate(ui: &Ui, warning: &Warning, width: f32) -> (f32, usize) {
    let room = width - 2.0 * PAD;
    let text = |words: &str, kind| match words {
        "" => 0.0,
        words => set::height(ui, words, kind, room),
    };
    let texts = text(&warning.title, face::FOLLOWING) + text(&warning.more, face::BODY);
    let widths = warning.ways.iter().map(|(words, _)| set::width(ui, words, face::STRONG) + 20.0);
    let count = warning.ways.len();
    let all: f32 = widths.clone().sum::<f32>() + GAP * count.saturating_sub(1) as f32;
    let widest = widths.fold(0.0, f32::max);
    let by_row = match count {
        _ if all <= room => count,
        _ if 2.0 * widest + GAP <= room => 2.min(count),
        _ => 1,
    };
    let by_row = by_row.max(1);
    let rows = count.div_ceil(by_row) as f32;
    let ways = if count == 0 { 0.0 } else { 12.0 + rows * (space::FOCUS_TARGET + GAP) - GAP };
    (2.0 * PAD + texts + ways, by_row)
}

fn warn(ui: &mut Ui, part: Part, warning: &Warning, room: Rect, actions: &mut Actions) -> f32 {
    let theme = part.cx.theme;
    let (height, by_row) = plate(ui, warning, room.width());
    let rect = Rect::from_min_size(room.min, vec2(room.width(), height));
    frame(ui, part, rect, true);
    let inner = rect.shrink(PAD);
    let title = set::set(ui, &warning.title, face::FOLLOWING, theme.ink, inner.width());
    let mut top = set::paint(ui, inner.min, &title).bottom();
    if !warning.more.is_empty() {
        let more = set::set(ui, &warning.more, face::BODY, theme.ink, inner.width());
        top = set::paint(ui, pos2(inner.left(), top), &more).bottom();
    }
    let whole = Rect::from_min_max(inner.min, pos2(inner.right(), top));
    let parts = [warning.title.as_str(), &warning.more];
    let words = parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(". ");
    let id = Id::unique("leader-warning");
    said(ui, id, Role::Alert, whole, &words);
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(egui::accesskit::Live::Polite));
    // As wide as their words ask, and what is left is shared.
    for (row, ways) in warning.ways.chunks(by_row).enumerate() {
        let natural: Vec<f32> =
            ways.iter().map(|(words, _)| set::width(ui, words, face::STRONG) + 20.0).collect();
        let spare = inner.width() - natural.iter().sum::<f32>() - GAP * (ways.len() - 1) as f32;
        let mut left = inner.left();
        let y = top + 12.0 + row as f32 * (space::FOCUS_TARGET + GAP);
        for ((words, action), natural) in ways.iter().zip(natural) {
            let share = if by_row == 1 { 0.0 } else { spare / ways.len() as f32 };
            let width = (natural + share).min(inner.width());
            let rect = Rect::from_min_size(pos2(left, y), vec2(width, space::FOCUS_TARGET));
            let id = Id::unique(("leader-way", *words));
            if super::keyed(ui, part, rect, id, (words, ""), Rank::Outlined) {
                actions.push(action.clone());
            }
            left = rect.right() + GAP;
        }
    }
    rect.bottom()
}

/// What the picture of a step depends on.
struct Ahead {
    onward: Onward,
    at: usize,
    alone: Option<Target>,
    back: Option<u32>,
    play: Arc<Play>,
    room: Room,
    paged: Vec<Target>,
    rehearsal: bool,
    design: Design,
    labs: bool,
    paper: Color32,
}

/// The picture of what the room sees once one goes on. It changes less often than what is beside it.
fn ahead(ui: &mut Ui, part: Part, onward: Onward, picture: Rect) {
    let Part { cx, leading, .. } = part;
    let is = |kept: &Ahead| {
        let looks = (kept.labs, kept.paper) == (cx.view.labs_on_axes, cx.theme.paper);
        let led = (kept.onward, kept.at) == (onward, leading.at)
            && Arc::ptr_eq(&kept.play, &leading.play)
            && kept.rehearsal == leading.is_rehearsal()
            && kept.room == leading.room
            && (&kept.paged, &kept.alone) == (&leading.paged, &leading.alone)
            && kept.back == leading.back;
        looks && led && kept.design == *cx.design
    };
    let of = || Ahead {
        onward,
        at: leading.at,
        alone: leading.alone.clone(),
        back: leading.back,
        play: Arc::clone(&leading.play),
        room: leading.room.clone(),
        paged: leading.paged.clone(),
        rehearsal: leading.is_rehearsal(),
        design: cx.design.clone(),
        labs: cx.view.labs_on_axes,
        paper: cx.theme.paper,
    };
    reduced(part, "next", picture).show_kept(ui, is, of, |ui| {
        let mut ahead = Leading { pointer: Pointer::default(), ..leading.clone() };
        ahead.writing = None;
        match onward {
            Onward::Uncovered => _ = ahead.uncover(),
            Onward::Page(page) => ahead.page = page,
            Onward::Whole => (ahead.alone, ahead.page) = (None, 0),
            Onward::Step(at) => ahead.go_to(at),
        }
        let stage = Stage::of(cx, &ahead, ui.max_rect(), Side::Picture);
        room::show(ui, &stage, &mut Actions::default());
    });
}

/// What the room sees once one goes on, as « Suivant » does: its picture, its name, its page or its time.
fn next(ui: &mut Ui, part: Part, room: Rect, actions: &mut Actions) {
    let Part { cx, leading, desk } = part;
    let theme = cx.theme;
    if room.height() < 60.0 {
        return;
    }
    let Some(onward) = leading.onward(1, desk.shown.pages) else {
        return end(ui, part, room, actions);
    };
    let height = NEXT.min(room.height());
    let size = vec2(height / ratio(part), height);
    let picture = Rect::from_min_size(room.min, size);
    ahead(ui, part, onward, picture);
    let edge = Stroke::new(line::THIN, theme.line);
    ui.painter().rect_stroke(picture, 0.0, edge, StrokeKind::Inside);
    let left = picture.right() + 18.0;
    let response = ui.interact(picture, Id::unique("leader-following"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words::NEXT));
    crate::ui::components::ring::follow(ui, &response);
    if response.has_focus() {
        crate::ui::components::ring::around(ui.painter(), theme, picture);
    }
    if response.clicked() {
        actions.push(Action::Lead(Lead::Turn(1)));
    }
    let width = room.right() - left;
    let galley = set::set(ui, words::NEXT, face::STRONG, theme.muted, width);
    let top = set::paint(ui, pos2(left, room.top()), &galley).bottom();
    let to = if let Onward::Step(at) = onward { at } else { leading.at };
    let Some(beat) = leading.play.beats.get(to) else { return };
    let name = words::beat(beat, cx.catalogue, cx.design);
    let galley = set::balanced(ui, &name, face::FOLLOWING, theme.ink, width);
    let rect = set::paint(ui, pos2(left, top), &galley);
    let more = match onward {
        Onward::Step(_) => words::minutes(u32::from(beat.minutes)),
        Onward::Page(page) => room_words::page(page + 1, desk.shown.pages),
        Onward::Uncovered | Onward::Whole => String::new(),
    };
    let parts = [name.as_str(), if matches!(onward, Onward::Page(_)) { &more } else { "" }];
    let named: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said(ui, Id::unique("leader-next-name"), Role::Label, rect, &named.join(", "));
    let galley = set::set(ui, &more, face::BODY, theme.muted, width);
    set::paint(ui, pos2(left, rect.bottom()), &galley);
}

/// After the last step: what ends a workshop.
fn end(ui: &mut Ui, part: Part, room: Rect, actions: &mut Actions) {
    let theme = part.cx.theme;
    let galley = set::set(ui, words::NOTHING_NEXT, face::FOLLOWING, theme.ink, room.width());
    let rect = set::paint(ui, room.min, &galley);
    said(ui, Id::unique("leader-next-name"), Role::Label, rect, words::NOTHING_NEXT);
    let size = vec2(room.width().min(220.0), space::FOCUS_TARGET);
    let at = Rect::from_min_size(pos2(room.left(), rect.bottom() + 6.0), size);
    let id = Id::unique("leader-end-workshop");
    // A visitor's five minutes end nothing: the workshop goes on, or the canvas is there again.
    let (end, command) = match (part.leading.is_visit(), part.leading.interrupts()) {
        (true, true) => (words::BACK_TO_WORKSHOP, Command::Project),
        (true, false) => (words::BACK_TO_CANVAS, Command::Project),
        _ => (words::END, Command::EndWorkshop),
    };
    if super::keyed(ui, part, at, id, (end, ""), Rank::Outlined) {
        actions.command(command);
    }
}
