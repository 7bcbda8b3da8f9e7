//! This line says what was done of the sheet; and while something lasts, how far it has gone and the way to give it up.

use egui::accesskit::Live;
use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::intent::printing::Print;
use crate::intent::{Action, Actions};
use crate::text::printing;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::theme::{face, line, space};
use crate::ui::type_setting as set;

/// Over what is said, and under it.
const GAP: f32 = 12.0;

/// What was done last, and what the sheet will not show.
fn said(cx: Cx) -> String {
    let parts = [&cx.preview.state, &cx.preview.unseen].into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// The height that it takes across `width`: none when there is nothing to say.
pub fn height(ui: &Ui, cx: Cx, width: f32) -> f32 {
    let said = said(cx);
    if said.is_empty() {
        return 0.0;
    }
    let button = if cx.preview.progress.is_some() { cancel_width(ui) } else { 0.0 };
    let high = set::height(ui, &said, face::FOCUS_HELP, width - button);
    high.max(if button > 0.0 { button::LARGE_HEIGHT } else { 0.0 }) + 2.0 * GAP
}

fn cancel_width(ui: &Ui) -> f32 {
    button::large_size(ui, printing::CANCEL).x + space::CELL
}

pub fn show(ui: &mut Ui, cx: Cx, rect: Rect, actions: &mut Actions) {
    let preview = cx.preview;
    let words = &said(cx);
    if words.is_empty() {
        return;
    }
    let mut room = rect.with_min_y(rect.top() + GAP);
    if let Some(done) = preview.progress {
        let size = button::large_size(ui, printing::CANCEL);
        let place = Rect::from_min_size(pos2(room.right() - size.x, room.top()), size);
        let id = Id::unique("cancel-print");
        if button::place(ui, cx.theme, place, id, printing::CANCEL, Rank::Outlined).clicked() {
            actions.push(Action::Print(Print::Cancel));
        }
        room.max.x = place.left() - space::CELL;
        bar(ui, cx, room, done);
    }
    let galley = set::set(ui, words, face::FOCUS_HELP, cx.theme.ink, room.width());
    let shown = set::paint(ui, room.min, &galley);
    let response = ui.interact(shown, Id::unique("print-state"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}

fn bar(ui: &Ui, cx: Cx, room: Rect, done: f32) {
    let at = pos2(room.left(), room.bottom() - GAP);
    let whole = Rect::from_min_size(at, vec2(room.width(), line::RULE * 2.0));
    ui.painter().rect_filled(whole, 0.0, cx.theme.hair);
    let part = whole.with_max_x(whole.left() + whole.width() * done.clamp(0.0, 1.0));
    ui.painter().rect_filled(part, 0.0, cx.theme.ink);
}
