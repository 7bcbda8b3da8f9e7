//! This draws a rail that has been laid out.

use egui::{Painter, Rect, Shape, Stroke, Ui, Vec2, vec2};

use super::geometry::Geometry;
use super::look::{Look, Rail};
use crate::model::Step;
use crate::ui::components::{marks, ring};
use crate::ui::theme::{Theme, line};
use crate::ui::type_setting as set;

/// `shown` is where the handle is drawn; `look` says what a person is doing with it.
pub fn rail(
    ui: &Ui,
    theme: &Theme,
    geometry: &Geometry,
    rail: &Rail,
    shown: Option<Step>,
    look: Look,
) {
    let painter = ui.painter();
    let stroke = Stroke::new(geometry.metrics.line, theme.ink);
    let [left, right] = geometry.ends();
    // Past the end notches by half a stroke, so that the corners are square.
    let reach = vec2(geometry.metrics.line / 2.0, 0.0);
    painter.line_segment([left - reach, right + reach], stroke);
    for step in Step::all() {
        // On a rail that is not placed, the taller notch would stick out of the lozenge.
        if shown.is_some() || step != Step::MIDDLE {
            painter.line_segment(geometry.notch(step), stroke);
        }
    }
    if let Some((from, to)) = rail.span {
        span(painter, theme, geometry, from, to);
    }
    if let Some(Some(from)) = look.dragged_from
        && shown != Some(from)
    {
        ghost(painter, theme, geometry, from);
    }
    match shown {
        Some(step) => handle(painter, theme, geometry, step, look),
        None => lozenge(ui, theme, geometry, rail.unplaced, look),
    }
}

fn handle(painter: &Painter, theme: &Theme, geometry: &Geometry, step: Step, look: Look) {
    let grown = if look.dragged_from.is_some() { 2.0 } else { 0.0 };
    let radius = geometry.metrics.handle_radius + grown;
    let at = geometry.at(step);
    painter.circle_filled(at, radius + geometry.metrics.halo, theme.paper);
    painter.circle_filled(at, radius, theme.positioning);
    if look.focused {
        ring::disc(painter, theme.ink, at, radius, geometry.metrics.around);
    } else if look.hovered {
        painter.circle_stroke(at, radius + 2.5, Stroke::new(line::THIN, theme.ink));
    }
}

/// Where the handle was when the drag began.
fn ghost(painter: &Painter, theme: &Theme, geometry: &Geometry, step: Step) {
    let radius = geometry.metrics.handle_radius;
    let at = geometry.at(step);
    painter.circle_filled(at, radius + geometry.metrics.halo, theme.paper);
    let rect = Rect::from_center_size(at, Vec2::splat(radius * 2.0));
    let stroke = Stroke::new(geometry.metrics.mark, theme.positioning);
    marks::dashed_outline(painter, rect, radius, stroke);
}

/// « à placer »: a place in the middle that is not a handle.
fn lozenge(ui: &Ui, theme: &Theme, geometry: &Geometry, words: &str, look: Look) {
    let painter = ui.painter();
    let text = set::set(ui, words, geometry.metrics.words, theme.muted, f32::INFINITY);
    let metrics = &geometry.metrics;
    let rect = Rect::from_center_size(geometry.at(Step::MIDDLE), text.size() + metrics.lozenge);
    let radius = rect.height() / 2.0;
    painter.rect_filled(rect, radius, theme.paper);
    let edge = if look.hovered { theme.ink } else { theme.line };
    marks::dashed_outline(painter, rect, radius, Stroke::new(metrics.mark, edge));
    set::paint(ui, rect.center() - text.size() / 2.0, &text);
    if look.focused {
        let around = rect.expand(ring::gap(metrics.around));
        let stroke = Stroke::new(metrics.around, theme.ink);
        painter.rect_stroke(around, around.height() / 2.0, stroke, egui::StrokeKind::Outside);
    }
}

/// The span of a recorded disagreement: a solid bar.
fn span(painter: &Painter, theme: &Theme, geometry: &Geometry, from: Step, to: Step) {
    let thickness = geometry.metrics.line * 3.0;
    let stroke = Stroke::new(thickness, theme.positioning);
    painter.add(Shape::line_segment([geometry.at(from), geometry.at(to)], stroke));
    for end in [from, to] {
        let notch = geometry.notch(end);
        painter.line_segment(notch, Stroke::new(geometry.metrics.line, theme.ink));
    }
}
