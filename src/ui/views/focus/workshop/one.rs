//! A workshop, and what is written of it.

use egui::Id;

use crate::model::design::Workshop;
use crate::model::edit::Target;
use crate::model::standing::workshops_in_order;
use crate::text::around as words;
use crate::ui::Cx;
use crate::ui::components::writing::Writing;
use crate::ui::theme::{Face, face};
use crate::ui::views::focus::frame;

/// The keyboard's target on the date of a workshop.
pub fn date_id(at: usize) -> Id {
    Id::unique(("workshop-date", at))
}

/// The keyboard's target on its place.
pub fn place_id(at: usize) -> Id {
    Id::unique(("workshop-place", at))
}

/// A workshop, and what is written of it.
pub struct One<'a> {
    pub at: usize,
    /// Its rank among the others, from 1.
    pub rank: usize,
    pub workshop: &'a Workshop,
    pub people: &'a str,
    pub face: Face,
    /// Every workshop in the order shown.
    pub order: Vec<usize>,
}

/// The parts of a workshop that are a text: the place, who led, who was there.
pub const PARTS: [(&str, &str); 3] = [
    (words::PLACE, words::PLACE_HINT),
    (words::LED_BY, words::LED_BY_HINT),
    (words::PEOPLE, words::PEOPLE_HINT),
];

impl<'a> One<'a> {
    pub fn of(cx: Cx, at: usize, workshop: &'a Workshop, people: &'a str, low: bool) -> One<'a> {
        let order = workshops_in_order(&cx.design.workshops);
        let rank = order.iter().position(|other| *other == at).map_or(1, |index| index + 1);
        let face = if low { face::FOCUS_HELP } else { face::FOCUS_BODY };
        One { at, rank, workshop, people, face, order }
    }

    pub fn writing<'b>(&'b self, cx: Cx, part: usize, name: &'b str) -> Writing<'b> {
        let (target, text, id) = match part {
            0 => (Target::WorkshopPlace(self.at), &*self.workshop.place, place_id(self.at)),
            1 => (
                Target::WorkshopLedBy(self.at),
                &*self.workshop.led_by,
                Id::unique(("workshop-led-by", self.at)),
            ),
            _ => (
                Target::WorkshopPeople(self.at),
                self.people,
                Id::unique(("workshop-people", self.at)),
            ),
        };
        Writing {
            id,
            one_line: !matches!(target, Target::WorkshopPeople(_)),
            goes: target.into(),
            text,
            hint: PARTS[part].1,
            name,
            face: self.face,
            ink: cx.theme.ink,
            exit: Some(frame::back_id()),
        }
    }

    pub fn name(&self, label: &str) -> String {
        words::of_workshop(self.rank, label)
    }
}
