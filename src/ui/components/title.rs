//! These words open something in large: they are underlined line by line when pointed at.

use egui::{Color32, CursorIcon, Galley, Pos2, Stroke, Ui};

use crate::ui::theme::line;

/// Underlines each line of `words`, painted at `at`; the pointer becomes a hand.
pub fn underline(ui: &Ui, words: &Galley, at: Pos2, colour: Color32) {
    let stroke = Stroke::new(line::THIN, colour);
    for row in &words.rows {
        let rect = row.rect().translate(at.to_vec2());
        ui.painter().hline(rect.x_range(), rect.bottom() - 2.0, stroke);
    }
    ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
}
