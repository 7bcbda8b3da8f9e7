//! « Six labos, tels que décrits vers 2017 » : the six cards, always at hand.

use egui::{Id, Rect, Ui, pos2, vec2};

use crate::intent::view::Focus;
use crate::intent::{Action, Actions};
use crate::model::catalogue::Zone;
use crate::text::interface as words;
use crate::ui::Cx;
use crate::ui::components::zone_title::Head;
use crate::ui::components::{card, zone_title};
use crate::ui::theme::space;

/// The narrowest that a card reads well.
const LEAST: f32 = 176.0;

pub fn height(ui: &Ui, cx: Cx, width: f32) -> f32 {
    let grid = Grid::of(ui, cx, width);
    let rows = cx.catalogue.labs.len().div_ceil(grid.columns) as f32;
    zone_title::HEIGHT + zone_title::AFTER + rows * (grid.height + space::CELL) - space::CELL
}

pub fn show(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
    let title = cx.catalogue.title(Zone::Examples);
    // The way to open a card goes when there is no room to say it on the title's line.
    let note = if rect.width() > 560.0 { words::OPEN_CARD } else { "" };
    let head = Head { zone: Zone::Examples, title, note, action: 0.0 };
    zone_title::show(ui, cx, &head, rect, actions);
    let grid = Grid::of(ui, cx, rect.width());
    let top = rect.top() + zone_title::HEIGHT + zone_title::AFTER;
    for (index, lab) in cx.catalogue.labs.iter().enumerate() {
        let (column, row) = (index % grid.columns, index / grid.columns);
        let at = pos2(
            rect.left() + column as f32 * (grid.width + space::CELL),
            top + row as f32 * (grid.height + space::CELL),
        );
        let place = Rect::from_min_size(at, vec2(grid.width, grid.height));
        let response = card::show(ui, cx.theme, id(&lab.id), lab, place);
        if card::opened(ui, &response) {
            actions.push(Action::Open(Focus::Card(lab.id.clone())));
        }
    }
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
