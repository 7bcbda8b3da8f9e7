//! « Six labos, tels que décrits vers 2017 » keeps the six cards always at hand; one of them can show its back.

use egui::{Id, Rect, Ui, pos2, vec2};

use super::focus;
use crate::intent::view::Focus;
use crate::intent::{Action, Actions, Command};
use crate::model::catalogue::{Lab, Zone};
use crate::model::place::Place;
use crate::text::{interface as words, labs as lab_words};
use crate::ui::Cx;
use crate::ui::components::card_back::Back;
use crate::ui::components::zone_title::Head;
use crate::ui::components::{button, card, zone_title};
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;

/// The narrowest that a card reads well.
const LEAST: f32 = 176.0;

pub fn height(ui: &Ui, cx: Cx, width: f32) -> f32 {
    let grid = Grid::of(ui, cx, width);
    let rows = cx.catalogue.labs.len().div_ceil(grid.columns) as f32;
    zone_title::HEIGHT + zone_title::AFTER + rows * (grid.height + space::CELL) - space::CELL
}

pub fn show(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
    head(ui, cx, rect, actions);
    let grid = Grid::of(ui, cx, rect.width());
    let top = rect.top() + zone_title::HEIGHT + zone_title::AFTER;
    let mut turned = None;
    for (index, lab) in cx.catalogue.labs.iter().enumerate() {
        let (column, row) = (index % grid.columns, index / grid.columns);
        let at = pos2(
            rect.left() + column as f32 * (grid.width + space::CELL),
            top + row as f32 * (grid.height + space::CELL),
        );
        let place = Rect::from_min_size(at, vec2(grid.width, grid.height));
        let is_turned = cx.view.turned.as_ref() == Some(&lab.id);
        let asked = card::show(ui, cx.theme, id(&lab.id), lab, place, is_turned);
        if asked.open {
            actions.push(Action::Open(Focus::At(Place::Card(lab.id.clone()))));
        } else if asked.turn && is_turned {
            actions.push(Action::Turn(None));
        } else if asked.turn {
            turn(ui, cx, lab, place, actions);
        } else if is_turned {
            turned = Some((lab, place));
        }
    }
    if let Some((lab, place)) = turned {
        back(ui, cx, lab, place, actions);
    }
}

/// The title, and the ways to compare and to place the six, where there is room for them.
fn head(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
    let title = cx.catalogue.title(Zone::Examples);
    // The way to open a card goes when there is no room to say it on the title's line.
    let note = if rect.width() > 560.0 { words::OPEN_CARD } else { "" };
    let ways = [
        (compare_id(), lab_words::COMPARE, Command::CompareLabs),
        (place_id(), lab_words::PLACE_THEM, Command::PlaceLabs),
    ];
    let widths = ways.map(|way| set::width(ui, way.1, face::STRONG_CAPTION));
    let taken = widths.iter().sum::<f32>() + zone_title::GAP;
    let holds = set::width(ui, title, face::STRONG) + zone_title::GAP + taken <= rect.width();
    let action = if holds && !cx.projected() { taken } else { 0.0 };
    let head = Head { zone: Zone::Examples, title, note, action };
    let note = zone_title::show(ui, cx, &head, rect, actions);
    if action == 0.0 {
        return;
    }
    let mut at = zone_title::action_at(rect, note);
    at.x -= taken;
    for ((id, words, command), width) in ways.into_iter().zip(widths) {
        if button::quiet(ui, cx.theme, at, false, id, words).clicked() {
            actions.push(Action::Command(command));
        }
        at.x += width + zone_title::GAP;
    }
}

/// Where a back can stand: under the menu bar, or in the whole window when there is none.
fn window(ui: &Ui) -> Rect {
    ui.clip_rect()
}

/// Shows the back of a card; where the window is too small for it, the card opens in large, which has pages.
fn turn(ui: &Ui, cx: Cx, lab: &Lab, place: Rect, actions: &mut Actions) {
    let answers = focus::card::fields(cx, lab, false);
    if Back::of(ui, cx.theme, lab, answers, place, window(ui)).is_none() {
        actions.push(Action::Open(Focus::At(Place::Card(lab.id.clone()))));
        return;
    }
    // By the mouse too: Space and Enter then act on what one looks at.
    ui.memory_mut(|memory| memory.request_focus(id(&lab.id)));
    actions.push(Action::Turn(Some(lab.id.clone())));
}

/// The back of a card, until one goes elsewhere.
fn back(ui: &Ui, cx: Cx, lab: &Lab, place: Rect, actions: &mut Actions) {
    let answers = focus::card::fields(cx, lab, false);
    let back = Back::of(ui, cx.theme, lab, answers, place, window(ui));
    let Some(back) = back.filter(|_| ui.is_rect_visible(place)) else {
        actions.push(Action::Turn(None));
        return;
    };
    let focused = ui.memory(|memory| memory.focused());
    let own = focused == Some(id(&lab.id));
    if back.show(ui, cx.theme, id(&lab.id), lab, own) {
        actions.push(Action::Open(Focus::At(Place::Card(lab.id.clone()))));
        return;
    }
    let pressed = ui
        .input(|input| input.pointer.any_pressed().then(|| input.pointer.press_origin()).flatten());
    let outside = pressed.is_some_and(|at| !back.rect.contains(at));
    let elsewhere = focused.is_some() && !own;
    if (outside || elsewhere) && cx.view.panel.is_none() {
        actions.push(Action::Turn(None));
    }
}

/// The keyboard's target on « Comparer ».
pub fn compare_id() -> Id {
    Id::unique("compare-labs")
}

/// The keyboard's target on « Les placer ».
pub fn place_id() -> Id {
    Id::unique("place-labs")
}

/// The keyboard's target on a card.
pub fn id(lab: &str) -> Id {
    Id::unique(("card", lab))
}

struct Grid {
    columns: usize,
    width: f32,
    height: f32,
}

impl Grid {
    fn of(ui: &Ui, cx: Cx, width: f32) -> Grid {
        let fits = |columns: &usize| (width + space::CELL) / *columns as f32 - space::CELL >= LEAST;
        let columns = [6, 3, 2].into_iter().find(fits).unwrap_or(1);
        let each = (width + space::CELL) / columns as f32 - space::CELL;
        let heights = cx.catalogue.labs.iter().map(|lab| card::height(ui, lab, each));
        Grid { columns, width: each, height: heights.fold(0.0, f32::max) }
    }
}
