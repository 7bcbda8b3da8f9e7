//! One thing at a time, in large type: what a group looks at together, from five metres.
//!
//! - [`frame`]: what they share: head, foot, pages.
//! - `criterion`, [`axis`], [`card`], [`point`], [`field`]: the steps of the method.
//! - [`workshop`], [`next_steps`], [`standing`]: what stands around the sheet.

pub mod axis;
pub mod card;
pub mod criterion;
pub mod field;
pub mod frame;
mod help;
mod invitation;
mod kinds;
pub mod next_steps;
mod others;
pub mod point;
pub mod standing;
pub mod workshop;

use egui::{Id, Ui};

use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::model::Design;
use crate::ui::Cx;

/// Shows the focus in the whole of `ui`.
pub fn show(ui: &mut Ui, cx: Cx, focus: &Focus, actions: &mut Actions) {
    match focus {
        Focus::Criterion(id) => criterion::show(ui, cx, id, actions),
        Focus::Axis(id) => axis::show(ui, cx, id, actions),
        Focus::Card(lab) => card::show(ui, cx, lab, actions),
        Focus::Point(id) => point::show(ui, cx, id, actions),
        Focus::Field(key) => field::show(ui, cx, key, actions),
        Focus::Help(page) => help::show(ui, cx, *page, actions),
        Focus::Workshop(at) => workshop::show(ui, cx, *at, actions),
        Focus::NextSteps => next_steps::show(ui, cx, actions),
        Focus::Standing => standing::show(ui, cx, actions),
        Focus::Placing(_) | Focus::Compare(_) | Focus::SideBySide => {}
    }
}

/// What has the keyboard when a focus opens; a field's text is reached with its cursor at the end.
pub fn first_control(design: &Design, focus: &Focus) -> Option<Id> {
    match focus {
        Focus::Criterion(id) => Some(criterion::id(id)),
        Focus::Axis(id) => Some(axis::id(id)),
        Focus::Point(id) => Some(point::state_id(
            id,
            design.point(id).map(|answer| answer.state).unwrap_or_default(),
        )),
        Focus::Workshop(_) if design.workshops.is_empty() => Some(workshop::first_id()),
        Focus::Workshop(at) => Some(workshop::date_id(*at)),
        Focus::NextSteps if design.next_steps.is_empty() => Some(next_steps::add_id()),
        Focus::NextSteps => Some(next_steps::id(0, 0)),
        Focus::Standing => Some(standing::id(0)),
        _ => None,
    }
}
