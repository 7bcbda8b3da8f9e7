//! A text shows here as it does where it is written, in another window: the same lines, scrolled as far.

use egui::{Rect, Ui, vec2};

use super::{Writing, Written, lines_in};
use crate::text::around as words;
use crate::ui::components::plate;
use crate::ui::theme::Theme;
use crate::ui::type_setting as set;

impl Writing<'_> {
    /// As [`Writing::show`], where nothing is written.
    pub fn picture(&self, ui: &Ui, theme: &Theme, rect: Rect, scrolled: f32) -> Written {
        let lines = lines_in(ui, rect.height(), self.face);
        let view = self.view(ui, rect);
        if self.text.is_empty() {
            self.paint_hint(ui, theme, view);
        }
        let galley = set::lay_out(ui, set::edited(self.text, self.face, self.ink, view.width()));
        let scrolled = scrolled.min((galley.size().y - view.height()).max(0.0));
        let rows = galley.rows.len();
        ui.painter_at(view).galley(view.min - vec2(0.0, scrolled), galley, self.ink);
        let above = (scrolled / self.face.leading).round() as usize;
        Written {
            focused: false,
            hidden_lines: rows.saturating_sub(lines),
            lines_below: rows.saturating_sub(lines + above),
            scrolled,
            entered: false,
        }
    }

    /// Over all the rest: a bound that is reached.
    pub fn picture_bound(&self, ui: &Ui, theme: &Theme, rect: Rect) {
        let view = self.view(ui, rect);
        if let Some(bound) = self.goes.reached(self.text) {
            plate::pictured(ui, theme, &words::reached(bound), view, view.center().x);
        }
    }

    fn view(&self, ui: &Ui, rect: Rect) -> Rect {
        let lines = lines_in(ui, rect.height(), self.face) as f32;
        Rect::from_min_size(rect.min, vec2(rect.width(), lines * self.face.leading))
    }
}
