//! A line of the next steps: its place, the keyboard's targets on it, and how it moves.

use egui::{Id, Rect, Ui};
use uuid::Uuid;

use crate::intent::Actions;
use crate::model::edit::Edit;
use crate::ui::Cx;
use crate::ui::components::ring;

pub struct Row {
    pub texts: [Rect; 3],
    /// Up, down, remove.
    pub tools: [Rect; 3],
    pub whole: Rect,
}

/// The keyboard's target on what (0), who (1) or when (2) of a line: it goes with it wherever it moves.
pub fn id(key: Uuid, part: usize) -> Id {
    Id::unique(("next-step", key, part))
}

/// The keyboard's target on what adds a line.
pub fn add_id() -> Id {
    Id::unique("add-next-step")
}

/// Moves the line at `at` by so many places; `then` says what has the keyboard once it is there.
pub fn shift(
    ui: &Ui,
    cx: Cx,
    at: usize,
    by: isize,
    then: impl FnOnce(usize) -> Id,
    actions: &mut Actions,
) {
    let to = at.checked_add_signed(by).filter(|to| *to < cx.design.next_steps.len());
    if let Some(to) = to {
        actions.edit_alone(Edit::MoveNextStep { key: cx.design.next_steps[at].key, to });
        ring::reach(ui.ctx(), then(to));
    }
}
