//! Each thing of a list has a mark that says without colour how far it is.

use egui::{Color32, Rect, Role, Stroke, Ui, Vec2, pos2, vec2};

use super::title;
use crate::intent::view::FieldKey;
use crate::model::catalogue::Zone;
use crate::model::design::PointState;
use crate::model::place::Place;
use crate::model::progress;
use crate::text::{places, room as room_words, values};
use crate::ui::components::marks;
use crate::ui::room::page;
use crate::ui::room::stage::Stage;
use crate::ui::type_setting as set;

/// A thing of a list: its mark, its name.
pub struct Item {
    pub name: String,
    pub mark: Mark,
}

impl Item {
    /// Its name and its mark, in words.
    fn said(&self) -> String {
        match self.mark {
            Mark::Talk(state) => values::colon(&self.name, values::point_state(state)),
            Mark::Filled(filled, _) => values::colon(&self.name, room_words::filled(filled)),
            Mark::Ticked(ticked) => values::colon(&self.name, values::ticked(ticked)),
            Mark::Disagreement | Mark::None => self.name.clone(),
        }
    }
}

#[derive(Clone, Copy)]
pub enum Mark {
    Filled(bool, Color32),
    Talk(PointState),
    /// A criterion, ticked or not.
    Ticked(bool),
    /// A recorded disagreement.
    Disagreement,
    /// Words alone.
    None,
}

pub fn fields(stage: &Stage) -> Vec<Item> {
    let (catalogue, design) = (stage.cx.catalogue, stage.cx.design);
    let hue = stage.cx.theme.design;
    let mut all: Vec<Item> = FieldKey::all(catalogue, design)
        .into_iter()
        .map(|key| {
            let filled = progress::is_cell_filled(design, &key);
            let name = places::short(catalogue, design, &Place::Field(key));
            Item { name, mark: Mark::Filled(filled, hue) }
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

pub fn points(stage: &Stage) -> Vec<Item> {
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

pub fn height(ui: &Ui, stage: &Stage, items: &[Item], width: f32) -> f32 {
    let width = width - list_indent(stage);
    let texts: f32 =
        items.iter().map(|item| set::height(ui, &item.name, stage.text(), width)).sum();
    texts + least_gap(stage) * items.len().saturating_sub(1) as f32
}

pub fn least_gap(stage: &Stage) -> f32 {
    stage.u(6.0)
}

pub fn list(ui: &Ui, stage: &Stage, zone: Zone, items: &[Item], column: Rect, alone: bool) {
    let top = title::show(ui, stage, zone, column);
    let spare = column.bottom() - top - height(ui, stage, items, column.width());
    let most = stage.least() * if alone { 0.9 } else { 0.8 };
    let gap = least_gap(stage) + (spare / items.len().max(1) as f32).clamp(0.0, most);
    items_at(ui, stage, items, Rect { min: pos2(column.left(), top), ..column }, gap);
}

pub fn items_at(ui: &Ui, stage: &Stage, items: &[Item], column: Rect, gap: f32) {
    let theme = stage.cx.theme;
    let side = mark_side(stage);
    let mut top = column.top();
    for (at, item) in items.iter().enumerate() {
        let width = column.width() - list_indent(stage);
        let galley = set::balanced(ui, &item.name, stage.text(), theme.ink, width);
        let centre = pos2(column.left() + side / 2.0, top + stage.text().leading / 2.0);
        match item.mark {
            Mark::Talk(state) => {
                let disc = (centre, side / 2.0);
                marks::point_state_of(ui.painter(), theme, disc, state, stage.pen().mark);
            }
            Mark::Ticked(ticked) => {
                let square = Rect::from_center_size(centre, Vec2::splat(side * 0.92));
                marks::tick_box_of(ui.painter(), theme, square, ticked, stage.pen().mark);
            }
            Mark::Disagreement => {
                let bar = Rect::from_center_size(centre, vec2(side, side * 0.34));
                ui.painter().rect_filled(bar, 0.0, theme.positioning);
            }
            Mark::None => {}
            Mark::Filled(filled, hue) => {
                let square = Rect::from_center_size(centre, Vec2::splat(side * 0.92));
                if filled {
                    ui.painter().rect_filled(square, stage.u(4.0), hue);
                } else {
                    let stroke = Stroke::new(stage.pen().mark, theme.line);
                    marks::dashed_outline(ui.painter(), square, stage.u(4.0), stroke);
                }
            }
        }
        let words = set::paint(ui, pos2(column.left() + list_indent(stage), top), &galley);
        let said = item.said();
        page::heard(ui, stage, ("item", at, &said), Role::Label, words, &said);
        top = words.bottom() + gap;
    }
}

/// As many as a page of this height holds; on as many pages as it takes.
pub fn packed(ui: &Ui, stage: &Stage, items: Vec<Item>, width: f32, room: f32) -> Vec<Vec<Item>> {
    let mut pages: Vec<Vec<Item>> = Vec::new();
    for item in items {
        match pages.last_mut() {
            Some(last) => {
                last.push(item);
                if height(ui, stage, last, width) > room
                    && last.len() > 1
                    && let Some(item) = last.pop()
                {
                    pages.push(vec![item]);
                }
            }
            None => pages.push(vec![item]),
        }
    }
    pages
}
