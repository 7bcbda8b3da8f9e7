//! The person who leads points at something: a large ring comes, and what it is on is brought forward while the rest
//! recedes.

use egui::{Rect, Sense, Stroke, Ui, Vec2, vec2};

use super::shown::Shown;
use super::stage::Stage;
use crate::intent::leading::{Lead, Pointer, Side};
use crate::intent::{Action, Actions};
use crate::ui::reduced;

/// Follows the hand over the image: while the pointer is out, or as long as Ctrl is held and the hand moves.
pub fn follow(ui: &Ui, stage: &Stage, actions: &mut Actions) {
    if stage.side != Side::Desk || stage.leading.locked {
        return;
    }
    let was = stage.leading.pointer;
    let (hand, moves, ctrl) = ui.input(|input| {
        let moves = input.pointer.delta() != egui::Vec2::ZERO;
        (input.pointer.hover_pos(), moves, input.modifiers.command_only())
    });
    let over =
        hand.map(|hand| reduced::in_layer(ui, hand)).filter(|hand| stage.rect.contains(*hand));
    let held = ctrl && (was.held || moves && over.is_some());
    let shown = was.on || held;
    let at = over.filter(|_| shown).map(|hand| (hand - stage.rect.min) / stage.rect.size());
    let now = Pointer { held, at, ..was };
    if now != was {
        actions.push(Action::Lead(Lead::Pointer(now)));
    }
}

/// Over what was just shown.
pub fn show(ui: &Ui, stage: &Stage, shown: &Shown) {
    let pointer = stage.leading.pointer;
    let Some(at) = pointer.at.filter(|_| pointer.on || pointer.held) else { return };
    let theme = stage.cx.theme;
    let point = stage.rect.min + at * stage.rect.size();
    if let Some(block) = shown.blocks.iter().find(|block| block.contains(point)) {
        // Less than the head and the foot are away.
        let by = vec2(stage.u(14.0), stage.u(5.0));
        let kept = reach(*block, &shown.blocks, by).intersect(stage.rect);
        // The rail that one speaks of is seen all along.
        let also = shown.kept.filter(|also| also != block);
        let veiled = around(stage.rect, kept).into_iter().flat_map(|veiled| match also {
            Some(also) => around(veiled, also.intersect(veiled)).to_vec(),
            None => vec![veiled],
        });
        for veiled in veiled.filter(|veiled| veiled.is_positive()) {
            ui.painter().rect_filled(veiled, 0.0, theme.veil());
        }
    }
    // Paper, ink, paper: it shows on either.
    let radius = stage.u(34.0);
    for (width, colour) in [(14.0, theme.paper), (6.0, theme.ink)] {
        ui.painter().circle_stroke(point, radius, Stroke::new(stage.u(width), colour));
    }
    ui.painter().circle_filled(point, stage.u(7.0), theme.ink);
}

/// A block and some of what is around it, up to its neighbours: none of them is cut.
fn reach(block: Rect, blocks: &[Rect], by: Vec2) -> Rect {
    let mut kept = block.expand2(by);
    for other in blocks.iter().filter(|other| **other != block) {
        let beside = other.y_range().intersects(block.y_range());
        let over = other.x_range().intersects(block.x_range());
        if over && other.top() >= block.bottom() {
            kept.max.y = kept.max.y.min(other.top());
        } else if over && other.bottom() <= block.top() {
            kept.min.y = kept.min.y.max(other.bottom());
        } else if beside && other.left() >= block.right() {
            kept.max.x = kept.max.x.min(other.left());
        } else if beside && other.right() <= block.left() {
            kept.min.x = kept.min.x.max(other.right());
        }
    }
    kept
}

/// While the hand shows, it neither places nor writes: a press on the image is not one on what stands there.
pub fn shield(ui: &Ui, stage: &Stage) {
    let pointer = stage.leading.pointer;
    // As soon as the key is down: the hand has not moved yet.
    let held = pointer.held || ui.input(|input| input.modifiers.command_only());
    if stage.side == Side::Desk && (pointer.on || held) {
        ui.interact(stage.rect, stage.id("shield"), Sense::CLICK | Sense::DRAG);
    }
}

/// What is left of `whole` around `kept`.
fn around(whole: Rect, kept: Rect) -> [Rect; 4] {
    if !kept.is_positive() {
        return [whole, Rect::NOTHING, Rect::NOTHING, Rect::NOTHING];
    }
    [
        whole.with_max_y(kept.top()),
        whole.with_min_y(kept.bottom()),
        Rect::from_min_max(egui::pos2(whole.left(), kept.top()), kept.left_bottom()),
        Rect::from_min_size(kept.right_top(), vec2(whole.right() - kept.right(), kept.height())),
    ]
}
