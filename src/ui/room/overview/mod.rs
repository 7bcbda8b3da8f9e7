//! The room sees the whole sheet: less of it, and larger. Names of poles and handles, a mark of what is filled, how far
//! the talk has gone. Three columns when the last row can read them; else on pages.
//!
//! - `head`: the name of the lab. - [`rails`]: the five axes. - [`lists`]: the fields, the points.
//! - [`open`]: what is still open.

mod head;
pub mod lists;
pub mod open;
pub mod rails;
mod title;

use egui::{Rect, Role, Ui, Vec2, pos2, vec2};

use self::lists::{Item, fields, points};
use self::rails::Axes;
use super::flow::Passage;
use super::page;
use super::shown::Shown;
use super::stage::{Stage, hidden};
use super::texts::{Where, texts};
use crate::intent::Actions;
use crate::model::catalogue::Zone;
use crate::text::values;
use crate::ui::components::marks;
use crate::ui::type_setting as set;

/// What a page of the whole sheet shows.
enum Page {
    /// All of it, on three columns.
    All([Rect; 3]),
    Rails(Axes),
    /// The fields and the points, side by side.
    Lists([Rect; 2]),
    List(Zone, Vec<Item>),
}

pub fn show(ui: &mut Ui, stage: &Stage, actions: &mut Actions) -> Shown {
    let over = head::of(ui, stage);
    let long = over.name.is_long();
    let room = over.room(stage);
    let pages = pages(ui, stage, room);
    let count = pages.len();
    let named = long.then_some(count);
    let Some(page) = pages.get(stage.page.min(count - usize::from(!long))) else {
        let shown = whole_name(ui, stage, count, actions);
        let free = Some(page::foot(ui, stage, None, shown.pages));
        return Shown { named, free, ..shown };
    };
    let mut blocks = vec![room];
    over.show(ui, stage, count + 1);
    match page {
        Page::All(columns) => {
            for (index, column) in columns.iter().enumerate() {
                self::column(ui, stage, index, *column, false, actions);
            }
            blocks = columns.to_vec();
        }
        Page::Rails(axes) => positions(ui, stage, room, *axes, actions),
        Page::Lists(halves) => {
            for (index, half) in halves.iter().enumerate() {
                self::column(ui, stage, index + 1, *half, true, actions);
            }
            blocks = halves.to_vec();
        }
        Page::List(zone, items) => lists::list(ui, stage, *zone, items, room, true),
    }
    let count = if long {
        let unseen = Stage { unseen: true, ..*stage };
        whole_name(&mut hidden(ui, stage), &unseen, count, &mut Actions::default()).pages
    } else {
        count
    };
    let free = page::foot(ui, stage, None, count);
    let free = Some(over.show_at_foot(ui, stage, free));
    Shown { pages: count, blocks, named, free, ..Shown::default() }
}

/// The whole of a name too long for the head: on pages of its own, after the `before` others.
fn whole_name(ui: &mut Ui, stage: &Stage, before: usize, actions: &mut Actions) -> Shown {
    let title = &stage.cx.catalogue.sheet;
    let ink = stage.cx.theme.ink;
    let room = page::head(ui, stage, &page::Head { title, hue: ink, rank: "" });
    let passage = [Passage::said("", stage.cx.design.name.trim(), ink, ink)];
    let at = Where { from: before, ..Where::alone(room) };
    let shown = texts(ui, stage, &passage, at, actions);
    Shown { pages: before + shown.pages, ..shown }
}

/// Three columns when the last row can read them. Else the rails, then the lists, side by side when they hold.
fn pages(ui: &Ui, stage: &Stage, room: Rect) -> Vec<Page> {
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
        return vec![Page::All(columns)];
    }
    let gap = stage.u(44.0);
    let half = (room.width() - gap) / 2.0;
    let halves = [room.with_max_x(room.left() + half), room.with_min_x(room.right() - half)];
    let hold = (1..3).all(|index| measure(ui, stage, index, halves[index - 1]).0 <= room.height());
    let mut pages: Vec<Page> = rails::pages(ui, stage, room).into_iter().map(Page::Rails).collect();
    if hold {
        pages.push(Page::Lists(halves));
        return pages;
    }
    for zone in [Zone::Design, Zone::Vigilance] {
        let height = room.height() - title::height(ui, stage, zone, room.width());
        let items = if zone == Zone::Design { fields(stage) } else { points(stage) };
        let items = lists::packed(ui, stage, items, room.width(), height);
        pages.extend(items.into_iter().map(|items| Page::List(zone, items)));
    }
    pages
}

/// The height that a column needs, and whether a name of it has no room.
fn measure(ui: &Ui, stage: &Stage, index: usize, column: Rect) -> (f32, bool) {
    let zone_title = |zone| title::height(ui, stage, zone, column.width());
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
        let top = title::show(ui, stage, Zone::Positioning, column);
        return rails::some(ui, stage, column.with_min_y(top), axes, actions);
    }
    let side = stage.least() * 1.15;
    let top = title::show(ui, stage, Zone::Definition, column);
    let criteria = &stage.cx.catalogue.criteria;
    let pitch = side + stage.u(10.0);
    let middle = column.top() + stage.strong().leading / 2.0;
    // After their title, in the order of the method: so are they read.
    for (index, criterion) in criteria.iter().enumerate() {
        let ticked = stage.cx.design.criterion(&criterion.id).is_some_and(|answer| answer.ticked);
        let right = column.right() - (criteria.len() - 1 - index) as f32 * pitch;
        let tick = Rect::from_min_size(pos2(right - side, middle - side / 2.0), Vec2::splat(side));
        marks::tick_box_of(ui.painter(), theme, tick, ticked, stage.pen().mark);
        let said = values::criterion_with_state(criterion, ticked);
        page::heard(ui, stage, ("criterion", &criterion.id), Role::Label, tick, &said);
    }
    let top =
        title::show(ui, stage, Zone::Positioning, Rect { min: pos2(column.left(), top), ..column });
    rails::some(ui, stage, Rect { min: pos2(column.left(), top), ..column }, axes, actions);
}
