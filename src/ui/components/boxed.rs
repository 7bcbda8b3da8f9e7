//! A text stands in a sheet that all takes the click.

use egui::{CursorIcon, Rect, Sense, Ui};

use super::writer;
use super::writing::{Writing, Written};
use crate::intent::Actions;
use crate::ui::theme::Theme;
use crate::ui::type_setting as set;

impl Writing<'_> {
    /// Shows the `lines` of a text that stands in the `boxed` sheet. All of the sheet takes the click, not the lines alone: the
    /// cursor goes where it is nearest.
    pub fn show_in(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        boxed: Rect,
        lines: Rect,
        actions: &mut Actions,
    ) -> Written {
        // Under the lines, which hear the pointer themselves.
        let response = ui.interact(boxed, self.id.with("box"), Sense::CLICK);
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Text);
        }
        let written = self.show(ui, theme, lines, actions);
        // The toolkit takes the keyboard from a text that is clicked beside.
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked()) {
            let text = set::edited(self.text, self.face, self.ink, lines.width());
            let cursor = set::lay_out(ui, text).cursor_from_pos(at - lines.min);
            ui.memory_mut(|memory| memory.request_focus(self.id));
            writer::put_cursor(ui.ctx(), self.id, cursor.index.0);
        }
        written
    }
}
