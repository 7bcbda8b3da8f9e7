//! A focus shows one thing at a time, in large type: a group looks at it together, from five metres.
//!
//! - [`frame`]: what they share: head, foot, pages.
//! - `criterion`, [`axis`], [`card`], [`point`], [`field`]: the steps of the method.
//! - [`placing`], [`compare`], [`side_by_side`]: the six labs, placed by the group and compared with ours.
//! - [`heading`], `part`, [`ours`], [`breaks`]: what several of them are made of.
//! - [`workshop`], [`next_steps`], [`standing`]: what stands around the sheet. - [`paper`]: before it is printed.

pub mod axis;
pub mod breaks;
pub mod card;
pub mod check;
pub mod compare;
pub mod criterion;
pub mod field;
pub mod frame;
pub mod heading;
mod help;
mod invitation;
mod kinds;
pub mod next_steps;
pub mod order;
mod others;
pub mod ours;
mod pages;
pub mod paper;
mod part;
pub mod placing;
pub mod point;
pub mod side_by_side;
pub mod standing;
mod standing_head;
pub mod workshop;

use egui::{Id, Ui};

use crate::intent::Actions;
use crate::intent::view::Focus;
use crate::model::Design;
use crate::model::place::Place;
use crate::ui::Cx;

/// Shows the focus in the whole of `ui`.
pub fn show(ui: &mut Ui, cx: Cx, focus: &Focus, actions: &mut Actions) {
    match focus {
        Focus::At(Place::Criterion(id)) => criterion::show(ui, cx, id, actions),
        Focus::At(Place::Axis(id)) => axis::show(ui, cx, id, actions),
        Focus::At(Place::Card(lab)) => card::show(ui, cx, lab, actions),
        Focus::At(Place::Point(id)) => point::show(ui, cx, id, actions),
        Focus::At(Place::Field(key)) => field::show(ui, cx, key, actions),
        Focus::Help(page) => help::show(ui, cx, *page, actions),
        Focus::Placing(lab) => placing::show(ui, cx, lab, actions),
        Focus::Compare(field) => compare::show(ui, cx, field, actions),
        Focus::SideBySide => side_by_side::show(ui, cx, actions),
        Focus::Workshop(key) => workshop::show(ui, cx, *key, actions),
        Focus::NextSteps => next_steps::show(ui, cx, actions),
        Focus::Standing => standing::show(ui, cx, actions),
        Focus::Paper => paper::show(ui, cx, actions),
        Focus::Order => order::show(ui, cx, actions),
        Focus::Check => check::show(ui, cx, actions),
    }
}

/// What has the keyboard when a focus opens; a field's text is reached with its cursor at the end.
pub fn first_control(design: &Design, focus: &Focus) -> Option<Id> {
    match focus {
        Focus::At(Place::Criterion(id)) => Some(criterion::id(id)),
        Focus::At(Place::Axis(id)) => Some(axis::id(id)),
        Focus::At(Place::Point(id)) => Some(point::state_id(
            id,
            design.point(id).map(|answer| answer.state).unwrap_or_default(),
        )),
        Focus::At(Place::Card(_)) => Some(card::texts_id()),
        Focus::Placing(lab) => Some(placing::id(lab, &design.axes.first()?.id)),
        Focus::Compare(_) => Some(compare::side_by_side_id()),
        Focus::SideBySide => Some(side_by_side::id(&design.labs.first()?.id)),
        Focus::Workshop(None) => Some(workshop::first_id()),
        Focus::Workshop(Some(key)) => Some(workshop::date_id(*key)),
        Focus::NextSteps => {
            let first = design.next_steps.first();
            Some(first.map_or_else(next_steps::add_id, |step| next_steps::id(step.key, 0)))
        }
        Focus::Standing => Some(standing::id(0)),
        Focus::Paper => Some(paper::print_id()),
        Focus::Order => Some(order::first_id()),
        // Nothing but the ways along and back.
        Focus::Help(_) => Some(frame::back_id()),
        _ => None,
    }
}
