//! What the person who leads points at: a large ring, and what it is on brought forward while the rest recedes.

use egui::{Rect, Stroke, Ui, vec2};

use super::stage::Stage;
use crate::intent::leading::{Lead, Pointer, Side};
use crate::intent::{Action, Actions};

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
    let over = hand.filter(|hand| stage.rect.contains(*hand));
    let held = ctrl && (was.held || moves && over.is_some());
    let shown = was.on || held;
    let at = over.filter(|_| shown).map(|hand| (hand - stage.rect.min) / stage.rect.size());
    let now = Pointer { held, at, ..was };
    if now != was {
        actions.push(Action::Lead(Lead::Pointer(now)));
    }
}

/// Over what was just shown: `blocks` are what can be brought forward.
pub fn show(ui: &Ui, stage: &Stage, blocks: &[Rect]) {
    let pointer = stage.leading.pointer;
    let Some(at) = pointer.at.filter(|_| pointer.on || pointer.held) else { return };
    let theme = stage.cx.theme;
    let point = stage.rect.min + at * stage.rect.size();
    if let Some(block) = blocks.iter().find(|block| block.contains(point)) {
        let kept = block.expand(stage.u(14.0)).intersect(stage.rect);
        for veiled in around(stage.rect, kept) {
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

/// What is left of `whole` around `kept`.
fn around(whole: Rect, kept: Rect) -> [Rect; 4] {
    [
        whole.with_max_y(kept.top()),
        whole.with_min_y(kept.bottom()),
        Rect::from_min_max(egui::pos2(whole.left(), kept.top()), kept.left_bottom()),
        Rect::from_min_size(kept.right_top(), vec2(whole.right() - kept.right(), kept.height())),
    ]
}
