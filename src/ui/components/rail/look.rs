//! What a rail shows.

use egui::Id;

use crate::model::Step;

/// A rail to be shown.
pub struct Rail<'a> {
    pub id: Id,
    /// Where the handle is; `None` until the group decides.
    pub step: Option<Step>,
    /// The span of a recorded disagreement.
    pub span: Option<(Step, Step)>,
    /// « à placer », written where there is no handle.
    pub unplaced: &'a str,
    /// The whole rail in words, its value included: what a screen reader says.
    pub name: &'a str,
    /// A hand that rests on it is answered; not where a room looks on, for whom it would be a mark.
    pub answers_hover: bool,
}

/// What the rail shows beside the handle itself.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Look {
    pub focused: bool,
    pub hovered: bool,
    /// Where the handle was when the drag began.
    pub dragged_from: Option<Option<Step>>,
}
