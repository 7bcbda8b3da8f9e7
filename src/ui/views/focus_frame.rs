//! What every focus shares: the zone's head in large, the way back, and where one is.

use egui::{Id, Rect, Stroke, Ui, pos2, vec2};

use crate::intent::{Action, Actions};
use crate::model::catalogue::Zone;
use crate::text::interface as words;
use crate::ui::Cx;
use crate::ui::components::button::{self, Rank};
use crate::ui::theme::{face, line, space};
use crate::ui::type_setting as set;

/// Where one is among the things of a zone, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub at: usize,
    pub of: usize,
}

/// The keyboard's target on the way back.
pub fn back_id() -> Id {
    Id::unique("back")
}

/// The margin at the edges: less when the window is narrow.
pub fn edge(width: f32) -> f32 {
    if width < 900.0 { space::EDGE } else { space::FOCUS_EDGE }
}

const HEAD_TOP: f32 = 24.0;
const FOOT: f32 = 72.0;

/// Shows head and foot around a focus, and gives the room between them.
pub fn show(
    ui: &mut Ui,
    cx: Cx,
    zone: Zone,
    words_of_rank: &str,
    rank: Place,
    actions: &mut Actions,
) -> Rect {
    let window = ui.max_rect();
    let edge = edge(window.width());
    let inner = window.shrink2(vec2(edge, 0.0));
    let hue = cx.theme.zone(zone);

    let count = set::set(ui, words_of_rank, face::FOCUS_COUNT, cx.theme.muted, inner.width());
    let room = inner.width() - count.size().x - 24.0;
    let title = set::set(ui, cx.catalogue.title(zone), face::FOCUS_ZONE, hue, room.max(160.0));
    let top = window.top() + HEAD_TOP;
    let title_rect = set::paint(ui, pos2(inner.left(), top), &title);
    set::paint(ui, pos2(inner.right() - count.size().x, top), &count);
    let rule = title_rect.bottom() + 12.0;
    ui.painter().hline(inner.x_range(), rule, Stroke::new(4.0, hue));

    let foot = window.bottom() - FOOT;
    dots(ui, cx, zone, rank, pos2(inner.left(), foot + FOOT / 2.0));
    let width = button::width(ui, words::BACK);
    let at = pos2(inner.right() - width, foot + (FOOT - button::HEIGHT) / 2.0);
    let place = Rect::from_min_size(at, vec2(width, button::HEIGHT));
    if button::place(ui, cx.theme, place, back_id(), words::BACK, Rank::Outlined).clicked() {
        actions.push(Action::Back);
    }
    Rect::from_min_max(pos2(inner.left(), rule + 20.0), pos2(inner.right(), foot))
}

/// Dots, the current one stretched.
fn dots(ui: &Ui, cx: Cx, zone: Zone, rank: Place, mut at: egui::Pos2) {
    const RADIUS: f32 = 7.0;
    let painter = ui.painter();
    // Forty free fields do not fit: the words above say where one is.
    if rank.of > 16 {
        return;
    }
    for index in 1..=rank.of {
        if index == rank.at {
            let rect = Rect::from_min_size(at - vec2(0.0, RADIUS), vec2(40.0, 2.0 * RADIUS));
            painter.rect_filled(rect, RADIUS, cx.theme.zone(zone));
            at.x += 40.0 + 14.0;
            continue;
        }
        let centre = at + vec2(RADIUS, 0.0);
        if index < rank.at {
            painter.circle_filled(centre, RADIUS, cx.theme.ink);
        } else {
            painter.circle_stroke(centre, RADIUS - 1.0, Stroke::new(line::MARK, cx.theme.ink));
        }
        at.x += 2.0 * RADIUS + 14.0;
    }
}
