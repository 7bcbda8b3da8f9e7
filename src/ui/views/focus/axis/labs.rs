//! The six labs stand where the group placed them on this axis, above the rail, each by its emblem and its name: ours is
//! among them. Nothing is averaged.

use egui::{Id, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::pile::{EMBLEM, GAP, Piled, ROW, pile};
use super::plan::Plan;
use crate::model::catalogue::Axis;
use crate::text::{focus as words, values};
use crate::ui::Cx;
use crate::ui::components::emblem;
use crate::ui::components::rail::Geometry;
use crate::ui::components::rail::labels::Label;
use crate::ui::theme::line;
use crate::ui::type_setting as set;

pub fn show(ui: &Ui, cx: Cx, axis: &Axis, plan: &Plan, moved: Vec2) {
    if !cx.view.labs_on_axes {
        return;
    }
    let geometry = Geometry::new(plan.rail.translate(moved), plan.metrics);
    for piled in pile(ui, cx, axis, &geometry, plan.poles.x_range()) {
        let Label { left, width, row, .. } = piled.label;
        let bottom = plan.labs + moved.y - row as f32 * ROW;
        let place = Rect::from_min_size(pos2(left, bottom - ROW), vec2(width, ROW));
        if piled.led {
            let [notch, _] = geometry.notch(piled.step);
            let stroke = Stroke::new(line::MARK, cx.theme.line);
            ui.painter().vline(notch.x, bottom..=notch.y - 4.0, stroke);
        }
        one(ui, cx, axis, &piled, place);
    }
}

fn one(ui: &Ui, cx: Cx, axis: &Axis, piled: &Piled, place: Rect) {
    let name = &piled.name;
    let turned = piled.label.turned;
    let left = if turned { place.right() - EMBLEM } else { place.left() };
    let square = Rect::from_min_size(pos2(left, place.top()), Vec2::splat(EMBLEM));
    emblem::paint(ui.painter(), cx.theme, &piled.lab.id, square, cx.theme.paper);
    let left = if turned { place.left() } else { square.right() + GAP };
    set::paint(ui, pos2(left, square.center().y - name.size().y / 2.0 + 1.0), name);
    let id = Id::unique(("lab-on-axis", &axis.id, &piled.lab.id));
    let response = ui.interact(place, id, Sense::hover());
    let said = words::lab_at(name.text(), &values::step(axis, Some(piled.step)));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    if !cx.projected() {
        response.on_hover_text(&said);
    }
}
