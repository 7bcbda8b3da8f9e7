//! The whole sheet for the room: less of it, and larger. Names of poles and handles, a mark of what is filled, how far the
//! talk has gone. Three columns when the last row can read them; else on pages.
//!
//! - [`rails`]: the five axes. - [`lists`]: the fields, the points, what is still open.

pub mod lists;
pub mod rails;

use egui::{Rect, Role, Stroke, Ui, Vec2, pos2, vec2};

use self::lists::{Item, fields, points};
use self::rails::Axes;
use super::page;
use super::stage::Stage;
use crate::intent::Actions;
use crate::model::catalogue::Zone;
use crate::model::progress::holds;
use crate::text::{room as room_words, values};
use crate::ui::components::marks;
use crate::ui::type_setting as set;

/// Shows page `page`; gives how many there are, and what can be brought forward on it.
pub fn show(ui: &mut Ui, stage: &Stage, page: usize, actions: &mut Actions) -> (usize, Vec<Rect>) {
    let room = head(ui, stage);
    let gap = stage.u(36.0);
    let wide = (room.width() - 2.0 * gap) * 0.425;
    let narrow = (room.width() - 2.0 * gap - wide) / 2.0;
    let at = |x: f32, width: f32| {
        Rect::from_min_size(pos2(room.left() + x, room.top()), vec2(width, room.height()))
    };
    let columns = [at(0.0, wide), at(wide + gap, narrow), at(wide + narrow + 2.0 * gap, narrow)];
    let fits = columns.iter().enumerate().all(|(index, column)| {
        let (height, cut) = measure(ui, stage, index, *column);
        height <= column.height() && !cut
    });
    if fits {
        for (index, column) in columns.into_iter().enumerate() {
            self::column(ui, stage, index, column, false, actions);
        }
        page::foot(ui, stage, None, 1);
        return (1, columns.to_vec());
    }
    apart(ui, stage, page, room, actions)
}

/// What a page of the whole sheet shows, when one page cannot hold it.
enum Page {
    Rails(Axes),
    /// The fields and the points, side by side.
    Lists,
    List(Zone, Vec<Item>),
}

fn items_of(stage: &Stage, zone: Zone) -> Vec<Item> {
    if zone == Zone::Design { fields(stage) } else { points(stage) }
}

/// On pages: the rails, then the lists, side by side when they hold.
fn apart(
    ui: &mut Ui,
    stage: &Stage,
    page: usize,
    room: Rect,
    actions: &mut Actions,
) -> (usize, Vec<Rect>) {
    let gap = stage.u(44.0);
    let half = (room.width() - gap) / 2.0;
    let halves = [room.with_max_x(room.left() + half), room.with_min_x(room.right() - half)];
    let hold = (1..3).all(|index| measure(ui, stage, index, halves[index - 1]).0 <= room.height());
    let mut pages: Vec<Page> = rails::pages(ui, stage, room).into_iter().map(Page::Rails).collect();
    if hold {
        pages.push(Page::Lists);
    } else {
        for zone in [Zone::Design, Zone::Vigilance] {
            let height = room.height() - title_height(ui, stage, zone, room.width());
            let items = lists::packed(ui, stage, items_of(stage, zone), room.width(), height);
            pages.extend(items.into_iter().map(|items| Page::List(zone, items)));
        }
    }
    let mut blocks = vec![room];
    match &pages[page.min(pages.len() - 1)] {
        Page::Rails(axes) => positions(ui, stage, room, *axes, actions),
        Page::Lists => {
            for (index, half) in halves.into_iter().enumerate() {
                self::column(ui, stage, index + 1, half, true, actions);
            }
            blocks = halves.to_vec();
        }
        Page::List(zone, items) => lists::list(ui, stage, *zone, items, room, true),
    }
    page::foot(ui, stage, None, pages.len());
    (pages.len(), blocks)
}

/// The name of the lab, and the orientation chosen.
fn head(ui: &Ui, stage: &Stage) -> Rect {
    let theme = stage.cx.theme;
    let inner = stage.inner();
    let name = &stage.cx.design.name;
    let name = if holds(name) { name.as_ref() } else { stage.cx.catalogue.sheet.as_str() };
    let faces = [1.66, 1.4, 1.2, 1.0].map(|times| stage.large(times));
    let one_line = |face: &crate::ui::theme::Face| set::width(ui, name, *face) <= inner.width();
    let face = faces.into_iter().find(one_line);
    // A very long name stands whole in its own field: its beginning says which lab it is.
    let galley = match face {
        Some(face) => set::set(ui, name, face, theme.ink, f32::INFINITY),
        None => set::first_line(ui, name, stage.large(1.0), theme.ink, inner.width()),
    };
    let said = galley.text().to_owned();
    let name = set::paint(ui, inner.min, &galley);
    page::heard(ui, stage, "name", Role::Heading, name, &said);
    let kind =
        stage.cx.design.orientation.kind.as_deref().and_then(|kind| stage.cx.catalogue.lab(kind));
    if let Some(lab) = kind {
        let words = room_words::oriented(&lab.orientation);
        let galley = set::set(ui, &words, stage.strong(), theme.muted, f32::INFINITY);
        let x = inner.right() - galley.size().x;
        if x > name.right() + stage.least() {
            set::paint(ui, pos2(x, name.center().y - galley.size().y / 2.0), &galley);
        }
    }
    let foot = inner.bottom() - stage.text().leading - stage.u(6.0);
    Rect::from_min_max(pos2(inner.left(), name.bottom() + stage.u(6.0)), pos2(inner.right(), foot))
}

/// A zone's title over its rule; gives where what follows can start.
fn title(ui: &Ui, stage: &Stage, zone: Zone, column: Rect) -> f32 {
    let hue = stage.cx.theme.zone(zone);
    let galley =
        set::balanced(ui, stage.cx.catalogue.title(zone), stage.strong(), hue, column.width());
    let words = set::paint(ui, column.min, &galley);
    page::heard(ui, stage, ("zone", zone), Role::Label, words, stage.cx.catalogue.title(zone));
    let bottom = words.bottom() + stage.u(6.0);
    ui.painter().hline(column.x_range(), bottom, Stroke::new(stage.u(5.0).max(2.0), hue));
    bottom + stage.u(9.0)
}

/// The height that a column needs, and whether a name of it has no room.
fn measure(ui: &Ui, stage: &Stage, index: usize, column: Rect) -> (f32, bool) {
    let zone_title = |zone| title_height(ui, stage, zone, column.width());
    match index {
        0 => {
            let pitch = rails::pitch(ui, stage, column.width());
            let cut = rails::names_cross(ui, stage, column.width());
            let boxes = 3.0 * (stage.least() * 1.3 + stage.u(10.0));
            let crowded =
                set::width(ui, stage.cx.catalogue.title(Zone::Definition), stage.strong()) + boxes
                    > column.width();
            let height = zone_title(Zone::Definition)
                + zone_title(Zone::Positioning)
                + pitch * 5.0
                + stage.gap();
            (height, cut || crowded)
        }
        1 => (
            zone_title(Zone::Design) + lists::height(ui, stage, &fields(stage), column.width()),
            false,
        ),
        _ => (
            zone_title(Zone::Vigilance) + lists::height(ui, stage, &points(stage), column.width()),
            false,
        ),
    }
}

fn title_height(ui: &Ui, stage: &Stage, zone: Zone, width: f32) -> f32 {
    let words = stage.cx.catalogue.title(zone);
    set::height(ui, words, stage.strong(), width) + stage.u(15.0)
}

fn column(
    ui: &mut Ui,
    stage: &Stage,
    index: usize,
    column: Rect,
    alone: bool,
    actions: &mut Actions,
) {
    match index {
        0 => positions(ui, stage, column, Axes::all(stage), actions),
        1 => lists::list(ui, stage, Zone::Design, &fields(stage), column, alone),
        _ => lists::list(ui, stage, Zone::Vigilance, &points(stage), column, alone),
    }
}

/// The three boxes beside the title of the definition, then the rails.
fn positions(ui: &mut Ui, stage: &Stage, column: Rect, axes: Axes, actions: &mut Actions) {
    let theme = stage.cx.theme;
    if axes.from > 0 {
        let top = title(ui, stage, Zone::Positioning, column);
        return rails::some(ui, stage, column.with_min_y(top), axes, actions);
    }
    let side = stage.least() * 1.15;
    let mut right = column.right();
    for criterion in stage.cx.catalogue.criteria.iter().rev() {
        let ticked = stage.cx.design.criterion(&criterion.id).is_some_and(|answer| answer.ticked);
        let middle = column.top() + stage.strong().leading / 2.0;
        let tick = Rect::from_min_size(pos2(right - side, middle - side / 2.0), Vec2::splat(side));
        marks::tick_box(ui.painter(), theme, tick, ticked);
        let said = values::criterion_with_state(criterion, ticked);
        page::heard(ui, stage, ("criterion", &criterion.id), Role::Label, tick, &said);
        right = tick.left() - stage.u(10.0);
    }
    let top = title(ui, stage, Zone::Definition, column);
    let top = title(ui, stage, Zone::Positioning, Rect { min: pos2(column.left(), top), ..column });
    rails::some(ui, stage, Rect { min: pos2(column.left(), top), ..column }, axes, actions);
}
