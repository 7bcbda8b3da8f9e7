//! What every focus shares: the zone's head in large, the way back, and where one is.

use egui::{Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

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

/// Under this height (points) the head and the foot give their room to what one looks at.
const LOW: f32 = 420.0;

/// Whether the window is too low for a head and a foot in large.
pub fn is_low(window: Rect) -> bool {
    window.height() < LOW
}

/// Shows head and foot around a focus, and gives the room between them.
pub fn show(
    ui: &mut Ui,
    cx: Cx,
    zone: Zone,
    words_of_rank: &str,
    place: Place,
    actions: &mut Actions,
) -> Rect {
    let window = ui.max_rect();
    let inner = window.shrink2(vec2(edge(window.width()), 0.0));
    let low = is_low(window);
    let top = head(ui, cx, zone, words_of_rank, inner, low);

    let foot_height = if low { 50.0 } else { 72.0 };
    let foot = Rect::from_min_max(pos2(inner.left(), window.bottom() - foot_height), inner.max);
    if !low {
        dots(ui, cx, zone, place, foot.left_center());
    }
    let size = button::large_size(ui, words::BACK);
    let at = pos2(inner.right() - size.x, foot.center().y - size.y / 2.0);
    let back = Rect::from_min_size(at, size);
    if button::place(ui, cx.theme, back, back_id(), words::BACK, Rank::Outlined).clicked() {
        actions.push(Action::Back);
    }
    Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), foot.top()))
}

/// The zone's title and where one is, over a rule; gives where what follows starts.
fn head(ui: &Ui, cx: Cx, zone: Zone, words_of_rank: &str, inner: Rect, low: bool) -> f32 {
    let hue = cx.theme.zone(zone);
    let (title_face, rank_face) = if low {
        (face::FOCUS_CAPTION, face::FOCUS_HELP)
    } else {
        (face::FOCUS_ZONE, face::FOCUS_COUNT)
    };
    let rank = set::set(ui, words_of_rank, rank_face, cx.theme.muted, inner.width());
    let title = cx.catalogue.title(zone);
    let beside = set::width(ui, title, title_face) + 24.0 + rank.size().x <= inner.width();
    let words = set::set(ui, title, title_face, hue, inner.width());
    let at = pos2(inner.left(), inner.top() + if low { 8.0 } else { 24.0 });
    let rect = set::paint(ui, at, &words);
    let rank_at =
        if beside { pos2(inner.right() - rank.size().x, at.y) } else { rect.left_bottom() };
    let bottom = rect.bottom().max(set::paint(ui, rank_at, &rank).bottom());
    let rule = bottom + if low { 4.0 } else { 12.0 };
    ui.painter().hline(inner.x_range(), rule, Stroke::new(4.0, hue));
    let whole = Rect::from_min_max(at, pos2(inner.right(), rule));
    let response = ui.interact(whole, Id::unique("focus-head"), Sense::hover());
    let said = [title, words_of_rank].join(", ");
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &said));
    rule + if low { 8.0 } else { 20.0 }
}

/// Dots, the current one stretched.
fn dots(ui: &Ui, cx: Cx, zone: Zone, place: Place, mut at: egui::Pos2) {
    const RADIUS: f32 = 7.0;
    let painter = ui.painter();
    // Forty free fields do not fit: the words above say where one is.
    if place.of > 16 {
        return;
    }
    for index in 1..=place.of {
        if index == place.at {
            let rect = Rect::from_min_size(at - vec2(0.0, RADIUS), vec2(40.0, 2.0 * RADIUS));
            painter.rect_filled(rect, RADIUS, cx.theme.zone(zone));
            at.x += 40.0 + 14.0;
            continue;
        }
        let centre = at + vec2(RADIUS, 0.0);
        if index < place.at {
            painter.circle_filled(centre, RADIUS, cx.theme.ink);
        } else {
            painter.circle_stroke(centre, RADIUS - 1.0, Stroke::new(line::MARK, cx.theme.ink));
        }
        at.x += 2.0 * RADIUS + 14.0;
    }
}
