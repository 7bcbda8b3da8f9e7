//! Buttons are drawn and heard here: a panel has one primary, the others are outlined; the quiet one is words alone.

use egui::{
    CornerRadius, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    vec2,
};

use super::{Look, ring};
use crate::ui::theme::{Face, Theme, face, line, space};
use crate::ui::type_setting as set;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Ink on its whole face: the one thing to do.
    Primary,
    Outlined,
    /// Paper on ink: on an inverted bar.
    Inverted,
    InvertedPrimary,
    /// Nothing to do for now: it keeps its place, and the keyboard if it has it.
    Idle,
}

/// Height of a button, in points.
pub const HEIGHT: f32 = 40.0;
/// Of one used while standing at the screen.
pub const LARGE_HEIGHT: f32 = space::FOCUS_TARGET;

/// The type of a button's words.
const FACE: Face = face::STRONG;
const LARGE_FACE: Face = face::FOCUS_CAPTION;

/// The width that `words` need.
pub fn width(ui: &Ui, words: &str) -> f32 {
    set::width(ui, words, FACE) + 32.0
}

/// The size that `words` need in a focus.
pub fn large_size(ui: &Ui, words: &str) -> Vec2 {
    vec2(set::width(ui, words, LARGE_FACE) + 32.0, LARGE_HEIGHT)
}

/// As [`large_size`], at most `most` wide: words that are longer take another line.
pub fn size_within(ui: &Ui, words: &str, most: f32) -> Vec2 {
    let size = large_size(ui, words);
    if size.x <= most {
        return size;
    }
    let height = set::height(ui, words, LARGE_FACE, most - 16.0) + 20.0;
    vec2(most, height.max(LARGE_HEIGHT))
}

/// A button that takes its place in the layout.
pub fn show(ui: &mut Ui, theme: &Theme, words: &str, rank: Rank) -> Response {
    let size = vec2(width(ui, words).min(ui.available_width()), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    listen(ui, &response, words);
    paint(ui, theme, rect, words, rank, Look::of(&response));
    response
}

/// A button in `rect`, under its own id.
pub fn place(ui: &mut Ui, theme: &Theme, rect: Rect, id: Id, words: &str, rank: Rank) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    let idle = rank == Rank::Idle;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled() && !idle, words));
    ring::follow(ui, &response);
    let look = Look::of(&response);
    paint(ui, theme, rect, words, rank, Look { hovered: look.hovered && !idle, ..look });
    response
}

fn listen(ui: &Ui, response: &Response, words: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    ring::follow(ui, response);
}

/// The button alone.
pub fn paint(ui: &Ui, theme: &Theme, rect: Rect, words: &str, rank: Rank, look: Look) {
    let (fill, edge, text) = match rank {
        Rank::Primary => (theme.ink, theme.ink, theme.paper),
        Rank::Outlined => (theme.cell, theme.ink, theme.ink),
        Rank::Inverted => (theme.ink, theme.paper, theme.paper),
        Rank::InvertedPrimary => (theme.paper, theme.paper, theme.ink),
        Rank::Idle => (theme.paper, theme.line, theme.muted),
    };
    let thickness = if look.hovered { line::MARK } else { line::THIN };
    let radius = CornerRadius::same(space::RADIUS);
    ui.painter().rect(rect, radius, fill, Stroke::new(thickness, edge), StrokeKind::Inside);
    if look.hovered && fill == edge {
        // A thicker edge would not be seen.
        let within = Stroke::new(line::THIN, text);
        ui.painter().rect_stroke(rect.shrink(3.0), radius, within, StrokeKind::Inside);
    }
    let face = if rect.height() >= LARGE_HEIGHT { LARGE_FACE } else { FACE };
    let galley = set::set(ui, words, face, text, rect.width() - 16.0);
    set::paint(ui, rect.center() - galley.size() / 2.0, &galley);
    if look.focused {
        let on_ink = matches!(rank, Rank::Inverted | Rank::InvertedPrimary);
        ring::around_in(ui.painter(), if on_ink { theme.paper } else { theme.ink }, rect);
    }
}

/// Words that can be clicked, underlined when pointed at. `at` is the middle of their left edge, or of the right one.
pub fn quiet(
    ui: &mut Ui,
    theme: &Theme,
    at: Pos2,
    from_right: bool,
    id: Id,
    words: &str,
) -> Response {
    let galley = set::set(ui, words, face::STRONG_CAPTION, theme.ink, f32::INFINITY);
    let left = if from_right { at.x - galley.size().x } else { at.x };
    let text = Rect::from_min_size(Pos2::new(left, at.y - galley.size().y / 2.0), galley.size());
    let target = text.expand2(vec2(6.0, (space::TARGET - text.height()).max(0.0) / 2.0));
    let response = ui.interact(target, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    ring::follow(ui, &response);
    set::paint(ui, text.min, &galley);
    // Underlined at rest too: nothing else says that these words can be clicked.
    let edge = if response.hovered() { theme.ink } else { theme.line };
    ui.painter().hline(text.x_range(), text.bottom() - 1.0, Stroke::new(line::THIN, edge));
    if response.has_focus() {
        ring::around(ui.painter(), theme, text.expand(2.0));
    }
    response
}
