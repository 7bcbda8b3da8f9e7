//! A rail has seven notches between two poles, and a handle once a group has decided.
//!
//! Three parts: [`geometry`] lays out (tested without a window), [`paint`] draws, and [`Rail::show`] listens: mouse,
//! finger, keys and screen reader all end in the same [`Rail::show`] result. It knows nothing of an axis or of a
//! design, so that the room and the votes can use it as it is.

pub mod geometry;
mod hand;
pub mod labels;
mod look;
pub mod paint;
pub mod span;

use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

pub use geometry::{Geometry, Metrics};
pub use look::{Look, Rail};
pub use span::Span;

use self::hand::{Gesture, asked_by_reader, given_up, keys_of, moved, released_at, swipes};

use crate::model::Step;
use crate::ui::components::ring;
use crate::ui::reduced;
use crate::ui::theme::Theme;

/// What a person did with a rail during this pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Moved {
    /// A new place, or `Some(None)` when the handle was taken off.
    pub to: Option<Option<Step>>,
    /// The gesture is over: the next one is another undo step.
    pub released: bool,
}

impl Rail<'_> {
    /// Shows the rail in `rect` (its notches and handle only: pole names are the caller's).
    pub fn show(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        rect: Rect,
        metrics: Metrics,
    ) -> (Moved, Response) {
        let geometry = Geometry::new(rect, metrics);
        let response = ui.interact(rect, self.id, Sense::click_and_drag());
        self.describe(ui, &response);
        let mut moved = self.pointer(ui, &response, &geometry);
        if response.has_focus() {
            let to = keys_of(ui, self.id, self.step);
            moved = Moved { to, released: to.is_some() }.or(moved);
        }
        moved = self.assistive(ui).or(moved);
        ring::follow(ui, &response);

        let look = Look {
            focused: response.has_focus(),
            hovered: self.answers_hover && response.hovered(),
            dragged_from: (moved.to.is_some() && response.dragged()).then(|| self.gesture(ui).from),
        };
        let shown = moved.to.unwrap_or(self.step);
        if ui.is_rect_visible(rect) {
            paint::rail(ui, theme, &geometry, self, shown, look);
        }
        (moved, response)
    }

    /// Draws the rail where nothing can be touched: a picture of it.
    pub fn draw(&self, ui: &Ui, theme: &Theme, rect: Rect, metrics: Metrics) {
        paint::rail(ui, theme, &Geometry::new(rect, metrics), self, self.step, Look::default());
    }

    fn pointer(&self, ui: &Ui, response: &Response, geometry: &Geometry) -> Moved {
        if response.drag_started() {
            let gesture = Gesture { from: self.step, scrolls: swipes(ui) };
            ui.data_mut(|data| data.insert_temp(self.id, gesture));
        }
        // The last move and the release may come in one frame: it is no longer « dragged », and still counts.
        let dragged = response.dragged() || response.drag_stopped();
        if dragged && self.gesture(ui).scrolls {
            // Not `scroll_with_delta`: the next text to be shown would take it for its own lines.
            let page = ui.clip_rect().translate(vec2(0.0, -response.drag_delta().y));
            ui.scroll_to_rect(reduced::in_window(ui, page), None);
            return Moved::default();
        }
        let mut moved = Moved::default();
        if given_up(ui, response) {
            // Where it was when the drag began.
            response.request_focus();
            return Moved { to: Some(self.gesture(ui).from), released: true };
        }
        if (response.clicked() || dragged)
            && let Some(at) = released_at(ui).or_else(|| response.interact_pointer_pos())
        {
            response.request_focus();
            moved.to = Some(Some(geometry.nearest(at.x)));
        }
        moved.released = response.clicked() || response.drag_stopped();
        moved
    }

    fn gesture(&self, ui: &Ui) -> Gesture {
        let begun = ui.data(|data| data.get_temp::<Gesture>(self.id));
        begun.unwrap_or(Gesture { from: self.step, scrolls: false })
    }

    /// What a screen reader asks for.
    fn assistive(&self, ui: &Ui) -> Moved {
        use egui::accesskit::Action;
        let pressed =
            || ui.input(|input| input.has_accesskit_action_request(self.id, Action::Click));
        let mut to = asked_by_reader(ui, self.id, self.step);
        if to.is_none() && self.step.is_none() && pressed() {
            // A rail without a handle has no number to change: pressing it brings one, as a first arrow does.
            to = Some(moved(None, 1));
        }
        Moved { to, released: to.is_some() }
    }

    fn describe(&self, ui: &Ui, response: &Response) {
        use egui::accesskit::Action;
        response.widget_info(|| WidgetInfo::labeled(Role::Slider, ui.is_enabled(), self.name));
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_min_numeric_value(f64::from(Step::LEFT.get()));
            node.set_max_numeric_value(f64::from(Step::RIGHT.get()));
            node.set_numeric_value_step(1.0);
            if let Some(step) = self.step {
                node.set_numeric_value(f64::from(step.get()));
            }
            node.add_action(Action::SetValue);
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
        });
    }
}

impl Moved {
    fn or(self, other: Moved) -> Moved {
        if self.to.is_some() { self } else { other }
    }
}
