//! What stands at the right of the head of « Où en est-on ? ».

use egui::Ui;

use crate::model::standing::last_workshop;
use crate::text::around as words;
use crate::ui::Cx;
use crate::ui::theme::face;
use crate::ui::type_setting as set;

/// What stands at the right of the head: the last workshop, with fewer words when they would not hold beside the title.
pub fn of(ui: &Ui, cx: Cx, width: f32) -> String {
    let Some(workshop) = last_workshop(cx.design) else { return String::new() };
    let title = set::width(ui, words::STANDING, face::FOCUS_ZONE) + 24.0;
    let whole = words::last_workshop(workshop, false);
    let holds = title + set::width(ui, &whole, face::FOCUS_COUNT) <= width;
    if holds { whole } else { words::last_workshop(workshop, true) }
}
