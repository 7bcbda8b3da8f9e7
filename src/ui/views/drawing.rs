//! « Le labo que nous dessinons » shows the cells of the method and the free ones, in two columns.

use egui::{Id, Rect, Ui, pos2, vec2};

use crate::intent::view::FieldKey;
use crate::intent::{Action, Actions};
use crate::model::catalogue::Zone;
use crate::model::{limits, progress};
use crate::text::{interface as words, values};
use crate::ui::Cx;
use crate::ui::columns::Columns;
use crate::ui::components::zone_title::Head;
use crate::ui::components::{button, cell, zone_title};
use crate::ui::fields::Field;
use crate::ui::theme::{face, space};
use crate::ui::type_setting as set;
use crate::ui::views::sheet;

/// From this width on, two cells side by side.
const TWO_COLUMNS: f32 = 420.0;

/// The least height: cells give up height first.
pub fn least_height(ui: &Ui, cx: Cx, width: f32) -> f32 {
    let rows = natural_rows(ui, cx, width).into_iter();
    HEAD + rows.map(|row| row.min(cell::MIN_HEIGHT) + space::CELL).sum::<f32>() - space::CELL
}

/// The height at which every text shows whole, up to a limit that keeps one long text from pushing the rest away.
pub fn natural_height(ui: &Ui, cx: Cx, width: f32) -> f32 {
    let rows = natural_rows(ui, cx, width).into_iter();
    HEAD + rows.map(|row| row.min(MOST_NATURAL) + space::CELL).sum::<f32>() - space::CELL
}

/// The zone's head, before the two cells that stand beside the name; gives where its count stands.
pub fn show_head(ui: &Ui, cx: Cx, rect: Rect, actions: &mut Actions) -> Rect {
    let count = values::fields(progress::fields(cx.catalogue, cx.design));
    let title = cx.catalogue.title(Zone::Design);
    let action = set::width(ui, words::ADD, face::STRONG_CAPTION);
    let head = Head { zone: Zone::Design, title, note: &count, action };
    zone_title::show(ui, cx, &head, rect, actions)
}

/// The cells under the head, whose count stands at `count`.
pub fn show_cells(ui: &mut Ui, cx: Cx, rect: Rect, count: Rect, actions: &mut Actions) {
    let keys = FieldKey::grid(cx.catalogue, cx.design);
    let natural = natural_rows(ui, cx, rect.width());
    let gaps = space::CELL * natural.len().saturating_sub(1) as f32;
    let heights = sheet::share(rect.height() - HEAD - gaps, &natural, cell::MIN_HEIGHT);
    let columns = columns(rect.width());
    let mut top = rect.top() + HEAD;
    for (row, height) in keys.chunks(columns.count).zip(heights) {
        for (index, key) in row.iter().enumerate() {
            let left = rect.left() + columns.left(index);
            let width = cell_width(row, &columns, rect.width());
            let place = Rect::from_min_size(pos2(left, top), vec2(width, height));
            if let Some(field) = Field::of(cx, key) {
                cell::show(ui, cx, &field, place, actions);
            }
        }
        top += height + space::CELL;
    }
    add(ui, cx, rect, count, actions);
}

const HEAD: f32 = zone_title::HEIGHT + zone_title::AFTER;
const MOST_NATURAL: f32 = 260.0;

/// The keyboard's target on « Ajouter une rubrique ».
pub fn add_id() -> Id {
    Id::unique("add-free")
}

/// « Ajouter une rubrique », on the title's line; it comes after the cells for the keyboard.
fn add(ui: &mut Ui, cx: Cx, rect: Rect, note: Rect, actions: &mut Actions) {
    if cx.design.free_fields.len() >= limits::FREE_FIELDS {
        return;
    }
    let title = set::width(ui, cx.catalogue.title(Zone::Design), face::ZONE);
    let room = note.left() - 36.0 - rect.left() - title;
    let long = set::width(ui, words::ADD_FREE, face::STRONG_CAPTION) <= room;
    let words = if long { words::ADD_FREE } else { words::ADD };
    let at = zone_title::action_at(rect, note);
    if button::quiet(ui, cx.theme, at, true, add_id(), words).clicked() {
        actions.push(Action::AddFree);
    }
}

fn columns(width: f32) -> Columns {
    Columns::of(width, TWO_COLUMNS, space::CELL)
}

/// A cell alone on its row has the row.
fn cell_width(row: &[FieldKey], columns: &Columns, whole: f32) -> f32 {
    if row.len() < columns.count { whole } else { columns.width }
}

fn natural_rows(ui: &Ui, cx: Cx, width: f32) -> Vec<f32> {
    let columns = columns(width);
    FieldKey::grid(cx.catalogue, cx.design)
        .chunks(columns.count)
        .map(|row| {
            let each = cell_width(row, &columns, width);
            let heights = row.iter().filter_map(|key| Field::of(cx, key));
            heights.map(|field| cell::natural_height(ui, cx, &field, each)).fold(0.0, f32::max)
        })
        .collect()
}
