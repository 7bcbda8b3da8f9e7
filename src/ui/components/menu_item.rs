//! One line of a menu: words at the left, its key at the right, inverted when pointed at or reached.

use egui::{Event, EventFilter, Id, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::ui::theme::{Theme, face};
use crate::ui::type_setting as set;

pub const HEIGHT: f32 = 28.0;
const PAD: f32 = 14.0;

/// The width that a line needs.
pub fn width(ui: &Ui, words: &str, key: &str) -> f32 {
    let gap = if key.is_empty() { 0.0 } else { 32.0 };
    set::width(ui, words, face::BODY) + gap + set::width(ui, key, face::CAPTION) + 2.0 * PAD
}

/// Shows the line across `width`; it closes the menu when clicked.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    words: &str,
    key: &str,
    enabled: bool,
    width: f32,
) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, enabled, words));
    if response.has_focus() {
        // Left and right go to the next menu, not to what stands beside.
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    // One line is lit: the one pointed at, or the one reached, whichever came last.
    let lit = enabled && if by_key(ui) { response.has_focus() } else { response.hovered() };
    if lit {
        ui.painter().rect_filled(rect, 0.0, theme.ink);
    }
    let (ink, second) = match (enabled, lit) {
        (true, true) => (theme.paper, theme.paper),
        (true, false) => (theme.ink, theme.muted),
        (false, _) => (theme.line, theme.line),
    };
    let left = set::set(ui, words, face::BODY, ink, f32::INFINITY);
    set::paint(ui, egui::pos2(rect.left() + PAD, rect.center().y - left.size().y / 2.0), &left);
    let right = set::set(ui, key, face::CAPTION, second, f32::INFINITY);
    let x = rect.right() - PAD - right.size().x;
    set::paint(ui, egui::pos2(x, rect.center().y - right.size().y / 2.0), &right);
    if response.clicked() {
        ui.close();
    }
    response
}

/// Whether a screen reader asks for what opens a menu: the keyboard then goes into it.
pub fn asked_for(ui: &Ui, id: Id) -> bool {
    ui.input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click))
}

/// Whether the keyboard spoke after the pointer.
fn by_key(ui: &Ui) -> bool {
    let id = Id::unique("menu-by-key");
    let before = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let now = ui.input(|input| {
        let key =
            input.events.iter().any(|event| matches!(event, Event::Key { pressed: true, .. }));
        key || (before && !input.pointer.is_moving())
    });
    ui.data_mut(|data| data.insert_temp(id, now));
    now
}

/// The hairline between two groups.
pub fn separator(ui: &mut Ui, theme: &Theme, width: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 9.0), Sense::hover());
    let stroke = egui::Stroke::new(crate::ui::theme::line::THIN, theme.hair);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}
