//! A workshop, and what is written of it.

use egui::Id;
use uuid::Uuid;

use crate::model::design::Workshop;
use crate::model::edit::Target;
use crate::model::standing::{workshop_rank, workshops_in_order};
use crate::text::around as words;
use crate::ui::Cx;
use crate::ui::components::writing::Writing;
use crate::ui::theme::{Face, face};
use crate::ui::views::focus::frame;

/// The keyboard's target on the date of a workshop.
pub fn date_id(key: Uuid) -> Id {
    Id::unique(("workshop-date", key))
}

/// The keyboard's target on its place.
pub fn place_id(key: Uuid) -> Id {
    Id::unique(("workshop-place", key))
}

/// A workshop, and what is written of it.
pub struct One<'a> {
    /// Its rank among the others, from 1.
    pub rank: usize,
    pub workshop: &'a Workshop,
    pub people: &'a str,
    pub face: Face,
    /// Every workshop in the order shown.
    pub order: Vec<&'a Workshop>,
}

/// The parts of a workshop that are a text: the place, who led, who was there.
pub const PARTS: [(&str, &str); 3] = [
    (words::PLACE, words::PLACE_HINT),
    (words::LED_BY, words::LED_BY_HINT),
    (words::PEOPLE, words::PEOPLE_HINT),
];

impl<'a> One<'a> {
    pub fn of(cx: Cx<'a>, workshop: &'a Workshop, people: &'a str, low: bool) -> One<'a> {
        let order = workshops_in_order(&cx.design.workshops);
        let rank = workshop_rank(cx.design, workshop.key).unwrap_or(1);
        let face = if low { face::FOCUS_HELP } else { face::FOCUS_BODY };
        One { rank, workshop, people, face, order }
    }

    pub fn writing<'b>(&'b self, cx: Cx, part: usize, name: &'b str) -> Writing<'b> {
        let key = self.workshop.key;
        let (target, text, id) = match part {
            0 => (Target::WorkshopPlace(key), &*self.workshop.place, place_id(key)),
            1 => (
                Target::WorkshopLedBy(key),
                &*self.workshop.led_by,
                Id::unique(("workshop-led-by", key)),
            ),
            _ => (Target::WorkshopPeople(key), self.people, Id::unique(("workshop-people", key))),
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
