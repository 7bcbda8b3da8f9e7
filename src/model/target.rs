//! The texts of a design, by what they are of; what bounds each.

use uuid::Uuid;

use super::limits::{LIST, LONG_TEXT, Reached, SHORT_TEXT};
use super::lines::Size;
use super::words::Id;

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

impl Target {
    /// How many characters the text can hold.
    pub fn limit(&self) -> usize {
        match self {
            Target::CriterionText(_)
            | Target::AxisNote(_)
            | Target::Disagreement(_)
            | Target::PointNote(_)
            | Target::OrientationText
            | Target::FieldText(_)
            | Target::FreeText(_) => LONG_TEXT,
            // A hundred lines, and what separates them.
            Target::WorkshopPeople(_) => LIST * (SHORT_TEXT + 1) - 1,
            _ => SHORT_TEXT,
        }
    }

    /// The bound at which typing in it now stops, when it holds `text`.
    pub fn reached(&self, text: &str) -> Option<Reached> {
        if let Target::WorkshopPeople(_) = self {
            let size = Size::of(text);
            let line =
                (size.longest >= SHORT_TEXT).then_some(Reached::CharactersOfALine(SHORT_TEXT));
            return line.or((size.lines >= LIST).then_some(Reached::Lines(LIST)));
        }
        let limit = self.limit();
        (text.chars().count() >= limit).then_some(Reached::Characters(limit))
    }
}
