//! On which page the six labs are, for an axis: what has no room on the first has one of its own.

use egui::{Rect, Ui};

use super::axis;
use super::flow::{self, Passage};
use super::labs::placed;
use super::stage::{Stage, hidden};
use super::texts::{Where, texts};
use crate::intent::Actions;
use crate::model::catalogue::Axis;
use crate::text::values;

/// Where the six labs are, for an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SixLabs {
    /// Nobody placed any.
    Nowhere,
    /// On the first page, with what the group says.
    Here,
    /// On a page that follows.
    After,
}

/// Where they have room.
pub fn of(ui: &mut Ui, stage: &Stage, axis: &Axis, room: Rect, passages: &[Passage]) -> SixLabs {
    if placed(stage, axis).is_empty() {
        return SixLabs::Nowhere;
    }
    let mut bottom = measured(ui, stage, axis, room);
    if !passages.is_empty() {
        bottom += stage.gap() + flow::least_height(ui, stage, passages, room.width());
    }
    if bottom <= room.bottom() + 0.5 { SixLabs::Here } else { SixLabs::After }
}

/// Where the figure of the axis ends with them on it.
fn measured(ui: &mut Ui, stage: &Stage, axis: &Axis, room: Rect) -> f32 {
    let unseen = Stage { unseen: true, ..*stage };
    let mut hidden = hidden(ui, stage);
    axis::figure(&mut hidden, &unseen, axis, room, true, &mut Actions::default())
}

/// The page, from `from` on, that they have of their own: the axis again, with them; or in words, when they pile too high.
/// Gives how many pages it takes.
pub fn page(
    ui: &mut Ui,
    stage: &Stage,
    axis: &Axis,
    room: Rect,
    from: usize,
    actions: &mut Actions,
) -> usize {
    if measured(ui, stage, axis, room) <= room.bottom() + 0.5 {
        if stage.page == from {
            axis::figure(ui, stage, axis, room, true, actions);
        }
        return 1;
    }
    let theme = stage.cx.theme;
    let said = placed(stage, axis).into_iter().map(|(lab, step)| {
        let place = values::step(axis, Some(step));
        Passage::said(&values::kind(lab), &place, theme.examples, theme.ink)
    });
    let said: Vec<Passage> = said.collect();
    let at = Where { from, ..Where::alone(room) };
    texts(ui, stage, &said, at, actions).pages
}
