//! The buttons of a step are small squares with a drawing in them.

use egui::{Id, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::ui::Cx;
use crate::ui::components::ring;
use crate::ui::theme::{line, space};

/// A small square button with a drawing in it; says whether it was pressed.
pub fn pressed(
    ui: &mut Ui,
    cx: Cx,
    rect: Rect,
    id: Id,
    name: &str,
    draw: impl FnOnce(&Ui, Pos2),
) -> bool {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    ring::follow(ui, &response);
    let plate = rect.shrink(3.0);
    let width = if response.hovered() { line::MARK } else { line::THIN };
    let stroke = Stroke::new(width, cx.theme.line);
    let radius = f32::from(space::RADIUS);
    ui.painter().rect(plate, radius, cx.theme.cell, stroke, StrokeKind::Inside);
    draw(ui, plate.center());
    if response.has_focus() {
        ring::around(ui.painter(), cx.theme, plate);
    }
    response.clicked()
}

pub fn sign(ui: &Ui, cx: Cx, centre: Pos2, plus: bool) {
    let stroke = Stroke::new(line::MARK, cx.theme.ink);
    ui.painter().hline(centre.x - 7.0..=centre.x + 7.0, centre.y, stroke);
    if plus {
        ui.painter().vline(centre.x, centre.y - 7.0..=centre.y + 7.0, stroke);
    }
}

pub fn chevron(ui: &Ui, cx: Cx, centre: Pos2, up: bool) {
    let y = if up { -1.0 } else { 1.0 };
    let points = vec![
        centre + vec2(-7.0, -4.0 * y),
        centre + vec2(0.0, 4.0 * y),
        centre + vec2(7.0, -4.0 * y),
    ];
    let stroke = Stroke::new(line::MARK, cx.theme.ink);
    ui.painter().add(egui::Shape::line(points, stroke));
}

pub fn cross(ui: &Ui, cx: Cx, centre: Pos2) {
    let stroke = Stroke::new(line::MARK, cx.theme.ink);
    let arm = 6.0;
    ui.painter().line_segment([centre - vec2(arm, arm), centre + vec2(arm, arm)], stroke);
    ui.painter().line_segment([centre + vec2(-arm, arm), centre + vec2(arm, -arm)], stroke);
}
