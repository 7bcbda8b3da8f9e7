//! The span of a recorded disagreement is set by its two ends: each is a handle of its own, under the rail.

use egui::{Id, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::geometry::Geometry;
use super::hand::{asked_by_reader, given_up, keys_of, released_at};
use crate::model::Step;
use crate::ui::components::ring;
use crate::ui::theme::{Theme, line, space};

/// Side of the target of an end.
pub const TARGET: f32 = space::FOCUS_TARGET;
const RADIUS: f32 = 11.0;

/// The two ends to be shown.
pub struct Span<'a> {
    pub id: Id,
    pub ends: (Step, Step),
    /// Each end in words, its place included.
    pub names: [&'a str; 2],
}

/// What a person did with an end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spanned {
    /// The new ends, the left one first.
    pub to: Option<(Step, Step)>,
    /// The gesture is over.
    pub released: bool,
}

impl Span<'_> {
    /// Shows the ends along the notches of `geometry`, at the height `y`.
    pub fn show(&self, ui: &mut Ui, theme: &Theme, geometry: &Geometry, y: f32) -> Spanned {
        let [left, right] = self.places(geometry, y);
        let stroke = Stroke::new(line::RULE, theme.positioning);
        ui.painter().line_segment([left, right], stroke);
        let mut spanned = Spanned::default();
        for (index, at) in [left, right].into_iter().enumerate() {
            let (to, released) = self.end(ui, theme, geometry, index, at);
            if let Some(step) = to {
                spanned.to = Some(self.with(index, step));
            }
            spanned.released |= released;
        }
        spanned
    }

    /// Two ends on one notch stand side by side, so that either can be taken.
    fn places(&self, geometry: &Geometry, y: f32) -> [Pos2; 2] {
        let (left, right) = self.ends;
        let apart = if left == right { RADIUS + 2.0 } else { 0.0 };
        [pos2(geometry.at(left).x - apart, y), pos2(geometry.at(right).x + apart, y)]
    }

    /// The ends once one of them is at `step`: it stops at the other, it does not pass it.
    fn with(&self, index: usize, step: Step) -> (Step, Step) {
        let (left, right) = self.ends;
        if index == 0 { (step.min(right), right) } else { (left, step.max(left)) }
    }

    fn end(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        geometry: &Geometry,
        index: usize,
        at: Pos2,
    ) -> (Option<Step>, bool) {
        let id = self.id.with(index);
        let response = ui.interact(self.target(at, index), id, Sense::click_and_drag());
        self.describe(ui, &response, index);
        ring::follow(ui, &response);
        let now = if index == 0 { self.ends.0 } else { self.ends.1 };
        let mut to = None;
        let mut released = response.drag_stopped();
        let begun = id.with("begun");
        if response.drag_started() {
            ui.data_mut(|data| data.insert_temp(begun, now));
        }
        if given_up(ui, &response) {
            // Where it was when the drag began.
            response.request_focus();
            to = ui.data(|data| data.get_temp::<Step>(begun));
        } else if (response.dragged() || response.drag_stopped())
            && let Some(pointer) = released_at(ui).or_else(|| response.interact_pointer_pos())
        {
            response.request_focus();
            to = Some(geometry.nearest(pointer.x));
        }
        if response.clicked() {
            response.request_focus();
        }
        if response.has_focus()
            && let Some(Some(step)) = keys_of(ui, id, Some(now))
        {
            (to, released) = (Some(step), true);
        }
        if let Some(Some(step)) = asked_by_reader(ui, id, Some(now)) {
            (to, released) = (Some(step), true);
        }
        let painter = ui.painter();
        painter.circle_filled(at, RADIUS + 3.0, theme.paper);
        painter.circle(at, RADIUS - 1.5, theme.cell, Stroke::new(line::RULE, theme.positioning));
        if response.has_focus() {
            ring::around_disc(painter, theme, at, RADIUS);
        } else if response.hovered() {
            painter.circle_stroke(at, RADIUS + 2.5, Stroke::new(line::THIN, theme.ink));
        }
        (to, released)
    }

    /// The targets of two ends side by side do not cover each other.
    fn target(&self, at: Pos2, index: usize) -> Rect {
        let square = Rect::from_center_size(at, Vec2::splat(TARGET));
        if self.ends.0 != self.ends.1 {
            return square;
        }
        let aside = if index == 0 { -1.0 } else { 1.0 };
        square.translate(vec2(aside * (TARGET / 2.0 - RADIUS - 2.0), 0.0))
    }

    fn describe(&self, ui: &Ui, response: &Response, index: usize) {
        use egui::accesskit::Action;
        let step = if index == 0 { self.ends.0 } else { self.ends.1 };
        response
            .widget_info(|| WidgetInfo::labeled(Role::Slider, ui.is_enabled(), self.names[index]));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(f64::from(Step::LEFT.get()));
            node.set_max_numeric_value(f64::from(Step::RIGHT.get()));
            node.set_numeric_value_step(1.0);
            node.set_numeric_value(f64::from(step.get()));
            node.add_action(Action::SetValue);
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_stops_at_the_other_and_does_not_pass_it() {
        let at = |index: i8| Step::MIDDLE.moved(index);
        let span = Span { id: Id::unique("span"), ends: (at(-1), at(1)), names: ["", ""] };
        assert_eq!(span.with(0, at(-3)), (at(-3), at(1)));
        assert_eq!(span.with(0, at(2)), (at(1), at(1)));
        assert_eq!(span.with(1, at(-2)), (at(-1), at(-1)));
    }
}
