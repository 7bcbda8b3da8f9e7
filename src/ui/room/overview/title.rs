//! The title of a zone, over its rule.

use egui::{Rect, Role, Stroke, Ui};

use crate::model::catalogue::Zone;
use crate::ui::room::page;
use crate::ui::room::stage::Stage;
use crate::ui::type_setting as set;

/// A zone's title over its rule; gives where what follows can start.
pub fn show(ui: &Ui, stage: &Stage, zone: Zone, column: Rect) -> f32 {
    let hue = stage.cx.theme.zone(zone);
    let galley =
        set::balanced(ui, stage.cx.catalogue.title(zone), stage.strong(), hue, column.width());
    let words = set::paint(ui, column.min, &galley);
    page::heard(ui, stage, ("zone", zone), Role::Label, words, stage.cx.catalogue.title(zone));
    let bottom = words.bottom() + stage.u(6.0);
    ui.painter().hline(column.x_range(), bottom, Stroke::new(stage.u(5.0).max(2.0), hue));
    bottom + stage.u(9.0)
}

pub fn height(ui: &Ui, stage: &Stage, zone: Zone, width: f32) -> f32 {
    let words = stage.cx.catalogue.title(zone);
    set::height(ui, words, stage.strong(), width) + stage.u(15.0)
}
