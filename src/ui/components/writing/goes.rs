//! Where what is typed in a text goes, and what bounds it there.

use egui::Id;

use crate::intent::Action;
use crate::intent::leading::{Lead, Measured, Ordered};
use crate::intent::printing::Print;
use crate::model::edit::{Edit, Target};
use crate::model::limits;
use crate::model::strokes::Manner;

/// Where what is typed goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Goes {
    /// Into the design.
    Design(Target),
    /// What the person who leads notes for herself, of what this names.
    Note(Id),
    RoomName,
    /// Which pages of a sheet are printed.
    Pages,
    /// A part of a printer's name.
    PrinterName,
    /// What a step of one's own is called, by its place in the order of play.
    StepName(usize),
    /// What is noted for a step, by its place, and what names that note wherever it goes.
    StepNote(usize, Id),
}

impl From<Target> for Goes {
    fn from(target: Target) -> Goes {
        Goes::Design(target)
    }
}

impl Goes {
    pub fn limit(&self) -> usize {
        match self {
            Goes::Design(target) => target.limit(),
            Goes::Note(_) | Goes::StepNote(..) => limits::PRIVATE_NOTE,
            Goes::RoomName => limits::ROOM_NAME,
            Goes::Pages | Goes::PrinterName => limits::TYPED,
            Goes::StepName(_) => limits::SHORT_TEXT,
        }
    }

    pub fn reached(&self, text: &str) -> Option<limits::Reached> {
        match self {
            Goes::Design(target) => target.reached(text),
            _ => {
                let limit = self.limit();
                (text.chars().count() >= limit).then_some(limits::Reached::Characters(limit))
            }
        }
    }

    /// Whether each line of the text is one of a list, with its own bound.
    pub fn is_a_list(&self) -> bool {
        matches!(self, Goes::Design(Target::WorkshopPeople(_)))
    }

    /// What writes `text`; `hand` is what only the hand knows, that it pasted or cut.
    pub fn typed(&self, text: &str, hand: Option<Manner>) -> Action {
        match self {
            Goes::Design(target) => {
                let edit = Edit::Write(target.clone(), text.into());
                hand.map_or(Action::Edit(edit.clone()), |hand| Action::Put(edit, hand))
            }
            Goes::Note(_) => Action::Lead(Lead::Note(text.into())),
            Goes::StepNote(at, _) => Action::Lead(Lead::Order(Ordered::Note(*at, text.into()))),
            Goes::StepName(at) => Action::Lead(Lead::Order(Ordered::Name(*at, text.into()))),
            Goes::RoomName => Action::Lead(Lead::Measure(Measured::Name(text.to_owned()))),
            Goes::Pages => Action::Print(Print::Pages(text.to_owned())),
            Goes::PrinterName => Action::Print(Print::Seek(text.to_owned())),
        }
    }

    /// Under what name its undos are kept: one that no other text ever has, where several stand in the same place.
    pub fn steps(&self, id: Id) -> Id {
        match self {
            Goes::Note(of) | Goes::StepNote(_, of) => *of,
            _ => id,
        }
    }

    pub fn left(&self) -> Option<Action> {
        match self {
            Goes::Design(target) => Some(Action::Left(target.clone())),
            _ => None,
        }
    }
}
