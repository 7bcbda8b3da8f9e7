//! An inverted bar, never a red one, says on the screen what happened.

use egui::{CornerRadius, Id, Rect, Ui, Vec2, pos2, vec2};

use super::button::{self, Rank};
use crate::text::Message;
use crate::ui::theme::{Theme, face, space};
use crate::ui::type_setting as set;

const PAD: f32 = 14.0;
/// The narrowest that a message reads well beside its ways out, in a row.
const BESIDE_A_ROW: f32 = 320.0;
/// The same, beside ways out one above the other; on a narrower bar they go under it.
const BESIDE_A_COLUMN: f32 = 190.0;
/// Between ways out one above the other.
const BETWEEN: f32 = 8.0;

/// The height that an error takes across `width`.
pub fn error_height(ui: &Ui, message: &Message, buttons: &[&str], width: f32) -> f32 {
    Plan::of(ui, message, buttons, width).height
}

/// What happened in bold, what is safe, what to do; the ways out as buttons. Gives the button pressed. `turn` is the number
/// of this message: the keyboard of another one means nothing here.
pub fn error(
    ui: &mut Ui,
    theme: &Theme,
    message: &Message,
    buttons: &[&str],
    turn: u64,
    rect: Rect,
) -> Option<usize> {
    let plan = Plan::of(ui, message, buttons, rect.width());
    ui.painter().rect_filled(rect, CornerRadius::same(space::RADIUS), theme.ink);
    let what = set::set(ui, &message.what, face::STRONG, theme.paper, plan.text);
    let rest_text = set::set(ui, &rest(message), face::BODY, theme.paper, plan.text);
    let at = rect.min + vec2(PAD, PAD);
    set::paint(ui, at, &what);
    set::paint(ui, at + vec2(0.0, what.size().y), &rest_text);
    announce(
        ui,
        rect,
        &[message.what.as_str(), message.safe.as_str(), message.next.as_str()].join(" "),
    );
    let mut pressed = None;
    for (index, (words, place)) in buttons.iter().zip(&plan.ways).enumerate() {
        let place = place.translate(rect.min.to_vec2());
        let rank = if index == 0 { Rank::InvertedPrimary } else { Rank::Inverted };
        if button::place(ui, theme, place, way_id(turn, index), words, rank).clicked() {
            pressed = Some(index);
        }
    }
    pressed
}

/// The keyboard's target on a way out of the message of that number.
pub fn way_id(turn: u64, index: usize) -> Id {
    Id::unique(("way", turn, index))
}

/// A live region: a screen reader says it when it appears.
pub fn announce(ui: &Ui, rect: Rect, words: &str) {
    let id = ui.scope_id().with("announcement");
    let response = ui.interact(rect, id, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Alert, true, words));
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(egui::accesskit::Live::Assertive));
}

fn rest(message: &Message) -> String {
    [message.safe.as_str(), message.next.as_str()].join(" ")
}

/// A bar laid out from its top left corner.
struct Plan {
    /// The width of the text.
    text: f32,
    ways: Vec<Rect>,
    height: f32,
}

impl Plan {
    fn of(ui: &Ui, message: &Message, buttons: &[&str], width: f32) -> Plan {
        let inner = width - 2.0 * PAD;
        let widths: Vec<f32> = buttons.iter().map(|words| button::width(ui, words)).collect();
        let row: f32 = widths.iter().map(|width| width + space::CELL).sum();
        let widest = widths.iter().copied().fold(0.0, f32::max).min(inner);
        let text_height = |text: f32| {
            set::height(ui, &message.what, face::STRONG, text)
                + set::height(ui, &rest(message), face::BODY, text)
        };
        if inner - row >= BESIDE_A_ROW {
            let text = inner - row;
            let high = text_height(text).max(button::HEIGHT);
            let ways = in_a_row(&widths, width - PAD, PAD + high / 2.0);
            return Plan { text, ways, height: high + 2.0 * PAD };
        }
        let stack = widths.len() as f32 * (button::HEIGHT + BETWEEN) - BETWEEN;
        let text = inner - widest - space::CELL;
        if text >= BESIDE_A_COLUMN {
            let high = text_height(text).max(stack);
            let top = PAD + (high - stack) / 2.0;
            let ways = in_a_column(widths.len(), vec2(width - PAD - widest, top), widest);
            return Plan { text, ways, height: high + 2.0 * PAD };
        }
        let high = text_height(inner);
        let ways = in_a_column(widths.len(), vec2(PAD, PAD + high + BETWEEN), widest);
        Plan { text: inner, ways, height: high + BETWEEN + stack + 2.0 * PAD }
    }
}

/// Up to `right`, around the line at `middle`.
fn in_a_row(widths: &[f32], right: f32, middle: f32) -> Vec<Rect> {
    let taken = widths.iter().sum::<f32>() + space::CELL * widths.len().saturating_sub(1) as f32;
    let mut left = right - taken;
    let mut places = Vec::new();
    for width in widths {
        let corner = pos2(left, middle - button::HEIGHT / 2.0);
        places.push(Rect::from_min_size(corner, vec2(*width, button::HEIGHT)));
        left += width + space::CELL;
    }
    places
}

/// All of one width.
fn in_a_column(count: usize, corner: Vec2, width: f32) -> Vec<Rect> {
    let size = vec2(width, button::HEIGHT);
    let top = |index: usize| corner.y + index as f32 * (button::HEIGHT + BETWEEN);
    (0..count).map(|index| Rect::from_min_size(pos2(corner.x, top(index)), size)).collect()
}
