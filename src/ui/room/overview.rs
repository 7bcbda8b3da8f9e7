//! The whole sheet for the room: less of it, and larger. Names of poles and handles, a mark of what is filled, how far the
//! talk has gone. Three columns when the last row can read them; else a page a zone.

use egui::{Color32, Rect, Role, Stroke, Ui, Vec2, pos2, vec2};

use super::axis;
use super::page;
use super::stage::Stage;
use crate::intent::Actions;
use crate::intent::view::FieldKey;
use crate::model::catalogue::Zone;
use crate::model::design::{AxisAnswer, PointState};
use crate::model::progress::{self, holds};
use crate::text::{room as room_words, values};
use crate::ui::components::marks;
use crate::ui::components::rail::Metrics;
use crate::ui::theme::line;
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
    let pages = if hold { 2 } else { 3 };
    let mut blocks = vec![room];
    match page.min(pages - 1) {
        0 => positions(ui, stage, room, actions),
        _ if hold => {
            for (index, half) in halves.into_iter().enumerate() {
                self::column(ui, stage, index + 1, half, true, actions);
            }
            blocks = halves.to_vec();
        }
        page => self::column(ui, stage, page, room, true, actions),
    }
    page::foot(ui, stage, None, pages);
    (pages, blocks)
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
    let zone_title = |zone| {
        let words = stage.cx.catalogue.title(zone);
        set::height(ui, words, stage.strong(), column.width()) + stage.u(15.0)
    };
    match index {
        0 => {
            let pitch = rails_pitch(stage);
            let names = stage.cx.catalogue.axes.iter().map(|it| {
                let widths = [&it.left.name, &it.right.name]
                    .map(|name| set::width(ui, name, stage.strong()));
                widths[0] + stage.least() * 0.5 + widths[1]
            });
            let cut = names.fold(0.0, f32::max) > column.width();
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
            zone_title(Zone::Design) + list_height(ui, stage, &fields(stage), column.width()),
            false,
        ),
        _ => (
            zone_title(Zone::Vigilance) + list_height(ui, stage, &points(stage), column.width()),
            false,
        ),
    }
}

/// The rail of an axis among five: of the size that the least type allows.
fn metrics(stage: &Stage) -> Metrics {
    stage.rail(false)
}

/// The names of the poles stand beside the lozenge of a rail that is not placed, not above it.
fn under_names(stage: &Stage) -> f32 {
    stage.least() * 0.3
}

fn rails_pitch(stage: &Stage) -> f32 {
    stage.strong().leading + metrics(stage).height() - under_names(stage)
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
        0 => positions(ui, stage, column, actions),
        1 => list(ui, stage, Zone::Design, &fields(stage), column, alone),
        _ => list(ui, stage, Zone::Vigilance, &points(stage), column, alone),
    }
}

/// The three boxes beside the title of the definition, then the five rails.
fn positions(ui: &mut Ui, stage: &Stage, column: Rect, actions: &mut Actions) {
    let theme = stage.cx.theme;
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
    rails(ui, stage, Rect { min: pos2(column.left(), top), ..column }, actions);
}

/// The five rails, each under the names of its poles, spread over the room they have.
pub fn rails(ui: &mut Ui, stage: &Stage, column: Rect, actions: &mut Actions) {
    let theme = stage.cx.theme;
    let metrics = metrics(stage);
    let axes = &stage.cx.catalogue.axes;
    let pitch =
        rails_pitch(stage).max((column.height() / axes.len() as f32).min(rails_pitch(stage) * 1.3));
    let mut top = column.top();
    for it in axes {
        let none = AxisAnswer::default();
        let answer = stage.cx.design.axis(&it.id).unwrap_or(&none);
        let left = set::set(ui, &it.left.name, stage.strong(), theme.ink, f32::INFINITY);
        let right = set::set(ui, &it.right.name, stage.strong(), theme.ink, f32::INFINITY);
        set::paint(ui, pos2(column.left(), top), &left);
        let bottom = set::paint(ui, pos2(column.right() - right.size().x, top), &right).bottom();
        let rect =
            stage.rail_rect(&metrics, column.left(), column.right(), bottom - under_names(stage));
        axis::rail(ui, stage, it, answer, rect, metrics, actions);
        top += pitch;
    }
}

/// A thing of a list: its mark, its name.
struct Item {
    name: String,
    mark: Mark,
}

impl Item {
    /// Its name and its mark, in words.
    fn said(&self) -> String {
        match self.mark {
            Mark::Talk(state) => values::colon(&self.name, values::point_state(state)),
            Mark::Filled(filled, _) => values::colon(&self.name, room_words::filled(filled)),
        }
    }
}

#[derive(Clone, Copy)]
enum Mark {
    Filled(bool, Color32),
    Talk(PointState),
}

fn fields(stage: &Stage) -> Vec<Item> {
    let (catalogue, design) = (stage.cx.catalogue, stage.cx.design);
    let hue = stage.cx.theme.design;
    let mut all: Vec<Item> = FieldKey::all(catalogue, design)
        .iter()
        .map(|key| {
            let filled = match key {
                FieldKey::Free(id) => design.free_field(*id).is_some_and(|free| holds(&free.text)),
                key => key.catalogue_id().is_some_and(|id| progress::is_filled(design, id)),
            };
            Item { name: super::field::name(stage, key), mark: Mark::Filled(filled, hue) }
        })
        .collect();
    // As many as the method has, and a few of the group's: forty free fields are counted, not listed.
    const MOST: usize = 10;
    if all.len() > MOST {
        let more = all.len() - (MOST - 1);
        all.truncate(MOST - 1);
        all.push(Item { name: room_words::more_fields(more), mark: Mark::Filled(true, hue) });
    }
    all
}

fn points(stage: &Stage) -> Vec<Item> {
    let points = stage.cx.catalogue.points.iter();
    points
        .map(|point| {
            let state =
                stage.cx.design.point(&point.id).map(|answer| answer.state).unwrap_or_default();
            Item { name: point.words.clone(), mark: Mark::Talk(state) }
        })
        .collect()
}

fn mark_side(stage: &Stage) -> f32 {
    stage.least() * 1.02
}

fn list_indent(stage: &Stage) -> f32 {
    mark_side(stage) + stage.u(14.0)
}

fn list_height(ui: &Ui, stage: &Stage, items: &[Item], width: f32) -> f32 {
    let width = width - list_indent(stage);
    let texts: f32 =
        items.iter().map(|item| set::height(ui, &item.name, stage.text(), width)).sum();
    texts + least_gap(stage) * items.len().saturating_sub(1) as f32
}

fn least_gap(stage: &Stage) -> f32 {
    stage.u(6.0)
}

fn list(ui: &Ui, stage: &Stage, zone: Zone, items: &[Item], column: Rect, alone: bool) {
    let top = title(ui, stage, zone, column);
    let spare = column.bottom() - top - list_height(ui, stage, items, column.width());
    let most = stage.least() * if alone { 0.9 } else { 0.8 };
    let gap = least_gap(stage) + (spare / items.len().max(1) as f32).clamp(0.0, most);
    items_at(ui, stage, items, Rect { min: pos2(column.left(), top), ..column }, gap);
}

fn items_at(ui: &Ui, stage: &Stage, items: &[Item], column: Rect, gap: f32) {
    let theme = stage.cx.theme;
    let side = mark_side(stage);
    let mut top = column.top();
    for item in items {
        let width = column.width() - list_indent(stage);
        let galley = set::balanced(ui, &item.name, stage.text(), theme.ink, width);
        let centre = pos2(column.left() + side / 2.0, top + stage.text().leading / 2.0);
        match item.mark {
            Mark::Talk(state) => marks::point_state(ui.painter(), theme, centre, side / 2.0, state),
            Mark::Filled(filled, hue) => {
                let square = Rect::from_center_size(centre, Vec2::splat(side * 0.92));
                if filled {
                    ui.painter().rect_filled(square, stage.u(4.0), hue);
                } else {
                    let stroke = Stroke::new(stage.u(3.0).max(line::MARK), theme.line);
                    marks::dashed_outline(ui.painter(), square, stage.u(4.0), stroke);
                }
            }
        }
        let words = set::paint(ui, pos2(column.left() + list_indent(stage), top), &galley);
        let said = item.said();
        page::heard(ui, stage, ("item", &said), Role::Label, words, &said);
        top = words.bottom() + gap;
    }
}

/// What is still open: the points to be discussed, the axes to be placed, the fields that are empty.
pub fn open(ui: &Ui, stage: &Stage, room: Rect) -> Option<usize> {
    let (catalogue, design) = (stage.cx.catalogue, stage.cx.design);
    let mut items: Vec<Item> = points(stage)
        .into_iter()
        .filter(|item| !matches!(item.mark, Mark::Talk(PointState::Settled)))
        .collect();
    items.extend(
        fields(stage).into_iter().filter(|item| matches!(item.mark, Mark::Filled(false, _))),
    );
    let unplaced = catalogue
        .axes
        .iter()
        .filter(|it| design.axis(&it.id).is_none_or(|answer| answer.step.is_none()));
    items.extend(unplaced.map(|it| Item {
        name: values::axis(it),
        mark: Mark::Filled(false, stage.cx.theme.positioning),
    }));
    if items.is_empty() {
        return None;
    }
    // As many as a page holds; on as many pages as it takes.
    let mut pages: Vec<Vec<Item>> = vec![Vec::new()];
    for item in items {
        let last = pages.last_mut()?;
        last.push(item);
        if list_height(ui, stage, last, room.width()) > room.height()
            && last.len() > 1
            && let Some(item) = last.pop()
        {
            pages.push(vec![item]);
        }
    }
    let shown = pages.get(stage.leading.page.min(pages.len() - 1))?;
    let spare = room.height() - list_height(ui, stage, shown, room.width());
    let gap = least_gap(stage) + (spare / shown.len() as f32).clamp(0.0, stage.least() * 0.6);
    items_at(ui, stage, shown, room, gap);
    Some(pages.len())
}
