//! A text of the design: where it stands, how it is written, how much it holds, what it says.

use std::borrow::Cow;

use uuid::Uuid;

use super::design::{
    AxisAnswer, CriterionAnswer, Design, FieldAnswer, FreeField, Keyed, NextStep, PointAnswer,
    Workshop,
};
use super::limits::{LIST, LONG_TEXT, Reached, SHORT_TEXT};
use super::lines::{self, Size};
use super::place::{FieldKey, Place};
use super::words::{Id, Text};

/// A text of the design.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    Name,
    CriterionText(Id),
    AxisNote(Id),
    Disagreement(Id),
    PointNote(Id),
    PointOwner(Id),
    PointDeadline(Id),
    OrientationText,
    FieldText(Id),
    FreeTitle(Uuid),
    FreeText(Uuid),
    /// The date of a workshop, in its one written form: « 2026-11-24 », or nothing. Anything else is kept beside the date,
    /// as what was typed and is none.
    WorkshopDate(Uuid),
    WorkshopPlace(Uuid),
    WorkshopLedBy(Uuid),
    /// Who was there, one a line.
    WorkshopPeople(Uuid),
    NextStepWhat(Uuid),
    NextStepWho(Uuid),
    NextStepWhen(Uuid),
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// On as many lines as it takes.
    Long,
    /// On one line: a name, an hour.
    Line,
    /// Each line is one of a list.
    List,
}

/// What a text stands in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The sheet itself.
    Sheet,
    Place(Place),
    /// What stands around the sheet, by its key.
    Workshop(Uuid),
    NextStep(Uuid),
}

impl Target {
    pub fn owner(&self) -> Owner {
        Owner::Place(match self {
            Target::Name => return Owner::Sheet,
            Target::CriterionText(id) => Place::Criterion(id.clone()),
            Target::AxisNote(id) | Target::Disagreement(id) => Place::Axis(id.clone()),
            Target::PointNote(id) | Target::PointOwner(id) | Target::PointDeadline(id) => {
                Place::Point(id.clone())
            }
            Target::OrientationText => Place::Field(FieldKey::Orientation),
            Target::FieldText(id) => Place::Field(FieldKey::Known(id.clone())),
            Target::FreeTitle(id) | Target::FreeText(id) => Place::free(*id),
            Target::WorkshopDate(key)
            | Target::WorkshopPlace(key)
            | Target::WorkshopLedBy(key)
            | Target::WorkshopPeople(key) => return Owner::Workshop(*key),
            Target::NextStepWhat(key) | Target::NextStepWho(key) | Target::NextStepWhen(key) => {
                return Owner::NextStep(*key);
            }
        })
    }

    /// The place of the sheet where it stands; none for what stands around it.
    pub fn place(&self) -> Option<Place> {
        match self.owner() {
            Owner::Place(place) => Some(place),
            _ => None,
        }
    }

    pub fn shape(&self) -> Shape {
        match self {
            Target::CriterionText(_)
            | Target::AxisNote(_)
            | Target::Disagreement(_)
            | Target::PointNote(_)
            | Target::OrientationText
            | Target::FieldText(_)
            | Target::FreeText(_) => Shape::Long,
            Target::WorkshopPeople(_) => Shape::List,
            Target::Name
            | Target::PointOwner(_)
            | Target::PointDeadline(_)
            | Target::FreeTitle(_)
            | Target::WorkshopDate(_)
            | Target::WorkshopPlace(_)
            | Target::WorkshopLedBy(_)
            | Target::NextStepWhat(_)
            | Target::NextStepWho(_)
            | Target::NextStepWhen(_) => Shape::Line,
        }
    }

    pub fn is_of_one_line(&self) -> bool {
        self.shape() == Shape::Line
    }

    /// How many characters the text can hold.
    pub fn limit(&self) -> usize {
        match self.shape() {
            Shape::Long => LONG_TEXT,
            Shape::Line => SHORT_TEXT,
            // A hundred lines, and what separates them.
            Shape::List => LIST * (SHORT_TEXT + 1) - 1,
        }
    }

    /// The bound at which typing in it now stops, when it holds `text`.
    pub fn reached(&self, text: &str) -> Option<Reached> {
        if self.shape() == Shape::List {
            let size = Size::of(text);
            let line =
                (size.longest >= SHORT_TEXT).then_some(Reached::CharactersOfALine(SHORT_TEXT));
            return line.or((size.lines >= LIST).then_some(Reached::Lines(LIST)));
        }
        let limit = self.limit();
        (text.chars().count() >= limit).then_some(Reached::Characters(limit))
    }
}

impl Place {
    /// The texts that the group writes there, what it is about first.
    pub fn texts(&self) -> Vec<Target> {
        match self {
            Place::Criterion(id) => vec![Target::CriterionText(id.clone())],
            Place::Axis(id) => vec![Target::AxisNote(id.clone()), Target::Disagreement(id.clone())],
            Place::Card(_) => Vec::new(),
            Place::Point(id) => vec![
                Target::PointNote(id.clone()),
                Target::PointOwner(id.clone()),
                Target::PointDeadline(id.clone()),
            ],
            Place::Field(key) => match key {
                FieldKey::Orientation => vec![Target::OrientationText],
                FieldKey::Known(id) => vec![Target::FieldText(id.clone())],
                FieldKey::Free(id) => vec![Target::FreeText(*id), Target::FreeTitle(*id)],
            },
        }
    }
}

impl FieldKey {
    /// The text that the group writes in it.
    pub fn target(&self) -> Target {
        match self {
            FieldKey::Orientation => Target::OrientationText,
            FieldKey::Known(id) => Target::FieldText(id.clone()),
            FieldKey::Free(id) => Target::FreeText(*id),
        }
    }
}

impl Owner {
    /// Whether the design still has it.
    pub fn is_there(&self, design: &Design) -> bool {
        match self {
            Owner::Sheet => true,
            Owner::Place(place) => place.is_there(design),
            Owner::Workshop(key) => design.workshop(*key).is_some(),
            Owner::NextStep(key) => design.next_step(*key).is_some(),
        }
    }
}

impl Design {
    /// What a text says; nothing of an answer that was never given, none of what is no longer there. Of the date of a workshop,
    /// what is typed, or its written form.
    pub fn text(&self, target: &Target) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(match target {
            Target::Name => &self.name,
            Target::CriterionText(id) => self.criterion(id).map_or("", |it| &it.text),
            Target::AxisNote(id) => self.axis(id).map_or("", |it| &it.note),
            Target::Disagreement(id) => &self.axis(id)?.disagreement.as_ref()?.text,
            Target::PointNote(id) => self.point(id).map_or("", |it| &it.note),
            Target::PointOwner(id) => self.point(id).map_or("", |it| &it.owner),
            Target::PointDeadline(id) => self.point(id).map_or("", |it| &it.deadline),
            Target::OrientationText => &self.orientation.text,
            Target::FieldText(id) => self.field(id).map_or("", |it| &it.text),
            Target::FreeTitle(id) => &self.free_field(*id)?.title,
            Target::FreeText(id) => &self.free_field(*id)?.text,
            Target::WorkshopDate(key) => {
                let workshop = self.workshop(*key)?;
                match (&workshop.unread, workshop.date) {
                    (Some(typed), _) => typed,
                    (None, Some(date)) => return Some(date.to_string().into()),
                    (None, None) => "",
                }
            }
            Target::WorkshopPlace(key) => &self.workshop(*key)?.place,
            Target::WorkshopLedBy(key) => &self.workshop(*key)?.led_by,
            Target::WorkshopPeople(key) => {
                return Some(lines::join(&self.workshop(*key)?.people).into());
            }
            Target::NextStepWhat(key) => &self.next_step(*key)?.what,
            Target::NextStepWho(key) => &self.next_step(*key)?.who,
            Target::NextStepWhen(key) => &self.next_step(*key)?.when,
        }))
    }

    /// Where a text is kept, to be written; none when what it stands in is no longer there.
    pub(super) fn slot(&mut self, target: &Target) -> Option<Slot<'_>> {
        Some(Slot::Text(match target {
            Target::Name => &mut self.name,
            Target::CriterionText(id) => {
                &mut answer::<CriterionAnswer>(&mut self.criteria, id).text
            }
            Target::AxisNote(id) => &mut answer::<AxisAnswer>(&mut self.axes, id).note,
            Target::Disagreement(id) => {
                let axis = answer::<AxisAnswer>(&mut self.axes, id);
                &mut axis.disagreement.as_mut()?.text
            }
            Target::PointNote(id) => &mut answer::<PointAnswer>(&mut self.points, id).note,
            Target::PointOwner(id) => &mut answer::<PointAnswer>(&mut self.points, id).owner,
            Target::PointDeadline(id) => &mut answer::<PointAnswer>(&mut self.points, id).deadline,
            Target::OrientationText => &mut self.orientation.text,
            Target::FieldText(id) => &mut answer::<FieldAnswer>(&mut self.fields, id).text,
            Target::FreeTitle(id) => &mut self.free_mut(*id)?.title,
            Target::FreeText(id) => &mut self.free_mut(*id)?.text,
            Target::WorkshopDate(key) => return self.workshop_mut(*key).map(Slot::Date),
            Target::WorkshopPlace(key) => &mut self.workshop_mut(*key)?.place,
            Target::WorkshopLedBy(key) => &mut self.workshop_mut(*key)?.led_by,
            Target::WorkshopPeople(key) => {
                return Some(Slot::Lines(&mut self.workshop_mut(*key)?.people));
            }
            Target::NextStepWhat(key) => &mut self.step_mut(*key)?.what,
            Target::NextStepWho(key) => &mut self.step_mut(*key)?.who,
            Target::NextStepWhen(key) => &mut self.step_mut(*key)?.when,
        }))
    }

    fn free_mut(&mut self, id: Uuid) -> Option<&mut FreeField> {
        self.free_fields.iter_mut().find(|field| field.id == id)
    }

    fn workshop_mut(&mut self, key: Uuid) -> Option<&mut Workshop> {
        self.workshops.iter_mut().find(|workshop| workshop.key == key)
    }

    fn step_mut(&mut self, key: Uuid) -> Option<&mut NextStep> {
        self.next_steps.iter_mut().find(|step| step.key == key)
    }
}

/// Where a text of the design is kept.
pub(super) enum Slot<'a> {
    Text(&'a mut Text),
    Lines(&'a mut Vec<Text>),
    Date(&'a mut Workshop),
}

/// The answer kept under `id`, made if it was not there.
pub(super) fn answer<'a, T: Keyed>(answers: &'a mut Vec<T>, id: &Id) -> &'a mut T {
    let at = answers.iter().position(|answer| answer.id() == id).unwrap_or_else(|| {
        answers.push(T::with_id(id.clone()));
        answers.len() - 1
    });
    &mut answers[at]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Catalogue;

    #[test]
    fn a_text_of_a_place_is_of_that_place_and_of_no_other() {
        let catalogue = Catalogue::built_in().unwrap();
        let design = Design::empty(&catalogue);
        let all = Place::all(&catalogue, &design);
        assert_eq!(all.len(), 3 + 5 + 6 + 6 + 8);
        for place in &all {
            for target in place.texts() {
                assert_eq!(target.place().as_ref(), Some(place), "{target:?}");
            }
            assert!(place.is_of(&catalogue) && place.is_there(&design));
            assert!(place.rank(&catalogue, &design).is_some());
        }
        let count = all.iter().flat_map(Place::texts).count();
        assert_eq!(count, 3 + 5 * 2 + 6 * 3 + 7 + 2);
    }
}
