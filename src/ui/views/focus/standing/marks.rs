//! The shapes beside the lines say what they are about, and what became of it, without colour.

use egui::{Painter, Rect, Stroke, Vec2, pos2, vec2};

use super::content::What;
use crate::model::Step;
use crate::model::place::Place;
use crate::ui::Cx;
use crate::ui::components::marks;
use crate::ui::theme::line;

/// Draws the mark of a line around the middle of `square`.
pub fn paint(painter: &Painter, cx: Cx, what: &What, square: Rect) {
    let small = Rect::from_center_size(square.center(), square.size() * 0.62);
    match what {
        What::Place(Place::Criterion(id)) => {
            let ticked = cx.design.criterion(id).is_some_and(|answer| answer.ticked);
            marks::tick_box(painter, cx.theme, square.shrink(square.width() * 0.12), ticked);
        }
        What::Place(Place::Axis(id)) => rail(painter, cx, id, square),
        What::Place(Place::Point(id)) => {
            let state = cx.design.point(id).map(|answer| answer.state).unwrap_or_default();
            let radius = square.width() * 0.42;
            marks::point_state(painter, cx.theme, square.center(), radius, state);
        }
        What::Place(_) => {
            painter.rect_filled(small, 3.0, cx.theme.design);
        }
        What::Names => {
            let stroke = Stroke::new(line::MARK, cx.theme.line);
            marks::dashed_outline(painter, small, 3.0, stroke);
        }
        What::Step => {
            painter.circle_filled(square.center(), square.width() * 0.14, cx.theme.ink);
        }
        What::Name(_) | What::MoreSteps => {}
    }
}

/// A rail as wide as a mark can be: the handle at its place, the bar of a disagreement.
fn rail(painter: &Painter, cx: Cx, axis: &str, square: Rect) {
    let Some(answer) = cx.design.axis(axis) else { return };
    let reach = square.width() * 0.62;
    let centre = square.center();
    let at = |step: Step| pos2(centre.x + f32::from(step.get()) / 3.0 * reach, centre.y);
    let (left, right) = (at(Step::LEFT), at(Step::RIGHT));
    painter.line_segment([left, right], Stroke::new(line::MARK, cx.theme.ink));
    let end = vec2(0.0, square.height() * 0.2);
    for notch in [left, right] {
        painter.line_segment([notch - end, notch + end], Stroke::new(line::MARK, cx.theme.ink));
    }
    let disagreement = answer.disagreement.as_ref();
    if let Some((from, to)) = disagreement.and_then(|disagreement| disagreement.span) {
        // Under the handle, which would hide it: one sees that the handle stands in it.
        let under = vec2(0.0, square.height() * 0.46);
        let bar = Rect::from_two_pos(at(from) + under, at(to) + under).expand2(vec2(2.0, 2.0));
        painter.rect_filled(bar, 0.0, cx.theme.positioning);
    }
    let radius = square.width() * 0.25;
    if let Some(step) = answer.step {
        painter.circle_filled(at(step), radius + 2.0, cx.theme.paper);
        painter.circle_filled(at(step), radius, cx.theme.positioning);
    } else if disagreement.is_none() {
        let lozenge = Rect::from_center_size(centre, Vec2::splat(radius * 1.9));
        painter.rect_filled(lozenge, radius, cx.theme.paper);
        let stroke = Stroke::new(line::MARK, cx.theme.line);
        marks::dashed_outline(painter, lozenge, radius, stroke);
    }
}
