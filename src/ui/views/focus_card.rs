//! One of the six labs in full, « tel que décrit vers 2017 ».

use egui::{Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use super::focus_frame::{self, Place};
use crate::intent::Actions;
use crate::model::catalogue::{CREATION, Lab, ORIENTATION, Zone};
use crate::text::interface as words;
use crate::ui::Cx;
use crate::ui::components::emblem;
use crate::ui::theme::{face, line};
use crate::ui::type_setting as set;

const EMBLEM: f32 = 88.0;
const GUTTER: f32 = 52.0;
/// From this width on, the fields stand in two columns.
const TWO_COLUMNS: f32 = 780.0;

pub fn show(ui: &mut Ui, cx: Cx, lab: &str, actions: &mut Actions) {
    let Some(lab) = cx.catalogue.lab(lab) else { return };
    let at = cx.catalogue.labs.iter().position(|other| other.id == lab.id).map_or(0, |i| i + 1);
    let of = cx.catalogue.labs.len();
    let rank = words::card_rank(at, of);
    let room = focus_frame::show(ui, cx, Zone::Examples, &rank, Place { at, of }, actions);
    let mut body = ui.new_child(UiBuilder::new().max_rect(room).id_salt("card"));
    let scroll = ScrollArea::vertical().id_salt(&lab.id).auto_shrink(false).animated(false);
    scroll.show(&mut body, |ui| {
        let origin = ui.max_rect().min;
        let width = room.width();
        let top = head(ui, cx, lab, origin, width);
        let bottom = fields(ui, cx, lab, pos2(origin.x, top + 16.0), width);
        ui.allocate_exact_size(vec2(width, bottom - origin.y), egui::Sense::hover());
    });
}

/// Emblem, title, name, what this kind of lab does; gives where they end.
fn head(ui: &Ui, cx: Cx, lab: &Lab, origin: egui::Pos2, width: f32) -> f32 {
    let beside = width >= TWO_COLUMNS;
    let text_width = if beside { width - EMBLEM - 24.0 } else { width };
    if beside {
        let rect =
            Rect::from_min_size(pos2(origin.x + width - EMBLEM, origin.y), vec2(EMBLEM, EMBLEM));
        emblem::paint(ui.painter(), cx.theme, &lab.id, rect, cx.theme.paper);
    }
    let faces = [face::FOCUS_TITLE, face::FOCUS_LONG_TITLE];
    let title_face = set::fitted(ui, &lab.title, &faces, text_width);
    let title = set::set(ui, &lab.title, title_face, cx.theme.ink, text_width);
    let mut y = set::paint(ui, origin, &title).bottom() + 4.0;
    let name = words::name_and_year(lab);
    for (text, colour) in [(&name, cx.theme.muted), (&lab.purpose, cx.theme.ink)] {
        let galley = set::set(ui, text, face::FOCUS_BODY, colour, text_width);
        y = set::paint(ui, pos2(origin.x, y), &galley).bottom();
    }
    label(ui, lab, Rect::from_min_max(origin, pos2(origin.x + width, y)));
    y.max(origin.y + if beside { EMBLEM } else { 0.0 })
}

fn label(ui: &Ui, lab: &Lab, rect: Rect) {
    let response = ui.interact(rect, ui.scope_id().with("card-head"), egui::Sense::hover());
    let words = [lab.title.as_str(), &words::name_and_year(lab), &lab.purpose].join(". ");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, &words));
}

/// What the lab answers, field by field, the left column first; gives where the highest column ends.
fn fields(ui: &Ui, cx: Cx, lab: &Lab, origin: egui::Pos2, width: f32) -> f32 {
    let shown: Vec<_> = cx
        .catalogue
        .fields
        .iter()
        .filter(|field| &*field.id != ORIENTATION && &*field.id != CREATION)
        .filter_map(|field| Some((field, lab.answers.get(&*field.id)?)))
        .collect();
    let columns = if width >= TWO_COLUMNS { 2 } else { 1 };
    let each = (width - (columns as f32 - 1.0) * GUTTER) / columns as f32;
    let mut bottom = origin.y;
    for (column, fields) in shown.chunks(shown.len().div_ceil(columns)).enumerate() {
        let left = origin.x + column as f32 * (each + GUTTER);
        let mut y = origin.y;
        for (field, answer) in fields {
            let stroke = Stroke::new(line::THIN, cx.theme.hair);
            ui.painter().hline(left..=left + each, y, stroke);
            let title = set::set(ui, &field.words, face::FOCUS_CAPTION, cx.theme.examples, each);
            let title_rect = set::paint(ui, pos2(left, y + 10.0), &title);
            let text = set::set(ui, &answer.full, face::FOCUS_BODY, cx.theme.ink, each);
            let text_rect = set::paint(ui, pos2(left, title_rect.bottom() + 2.0), &text);
            let whole = title_rect.union(text_rect);
            let response = ui.interact(whole, ui.scope_id().with(&field.id), egui::Sense::hover());
            let said = [field.words.as_str(), answer.full.as_str()].join("\u{a0}: ");
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
            y = text_rect.bottom() + 16.0;
        }
        bottom = bottom.max(y);
    }
    bottom
}
