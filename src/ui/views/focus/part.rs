//! Some texts are read together: they are laid out in one place, and said as one sentence.

use std::sync::Arc;

use egui::{Galley, Id, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::ui::type_setting as set;

/// What is read together.
pub struct Part {
    pub role: Role,
    pub texts: Vec<(Pos2, Arc<Galley>)>,
    pub said: String,
}

impl Part {
    /// Paints the texts, `moved` from where they were laid out: the page may have scrolled.
    pub fn show(&self, ui: &Ui, id: Id, moved: Vec2) -> Rect {
        let mut whole = Rect::NOTHING;
        for (at, galley) in &self.texts {
            whole |= set::paint(ui, *at + moved, galley);
        }
        let response = ui.interact(whole, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(self.role, true, &self.said));
        whole
    }
}
