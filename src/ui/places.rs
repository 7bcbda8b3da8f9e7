//! Where the keyboard goes at a place of the sheet: the one table of the controls that stand there.

use egui::Id;

use super::fields::{text_id, title_id};
use super::views::focus::{axis, criterion, next_steps, point, workshop};
use super::views::{definition, examples, positioning, vigilance};
use crate::model::edit::Target;
use crate::model::place::{FieldKey, Place};

/// The control of a place on the overview: what it is opened from, and what the keyboard comes back to.
pub fn on_the_sheet(place: &Place) -> Id {
    match place {
        Place::Criterion(id) => definition::id(id),
        Place::Axis(id) => positioning::id(id),
        Place::Card(lab) => examples::id(lab),
        Place::Point(id) => vigilance::id(id),
        Place::Field(key) => title_id(key, false),
    }
}

/// The box in which a text is written in large; none for those that what is typed opens nowhere.
pub fn in_large(target: &Target) -> Option<Id> {
    Some(match target {
        Target::CriterionText(id) => criterion::text_id(id),
        Target::AxisNote(id) => axis::note_id(id),
        Target::PointNote(id) => point::note_id(id),
        Target::OrientationText => text_id(&FieldKey::Orientation, true),
        Target::FieldText(id) => text_id(&FieldKey::Known(id.clone()), true),
        Target::FreeText(id) => text_id(&FieldKey::Free(*id), true),
        Target::WorkshopPlace(key) => workshop::place_id(*key),
        Target::NextStepWhat(key) => next_steps::id(*key, 0),
        _ => return None,
    })
}
